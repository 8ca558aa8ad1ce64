"""The two-sided test sheet that finds out what a printer does to a page: lines and numbers, in millimetres.

Three things are read from it. With a ruler: how far the front stands from the paper's edges, and how
long two bars came out. Held to the light: four scales, whose lines on the front stand 1 mm apart and
on the back 0.9 mm, so that the back's shift is read to a tenth like on a calliper. On card too thick
for that: four crosses to prick with a pin from the front, and on the back a numbered grid round each.

Every reading has a letter that is printed beside it. Words are for the layout to add.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

from publisher.geometry import Box, Point, Size
from publisher.model.printing import Flip

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a scale or a grid reads when front and back lie exactly behind one another.
NOMINAL = 5.0
# Spacing of the lines on the front and on the back.
MAIN, VERNIER = 1.0, 0.9
# Lines of a scale on the front, and the counted lines after the arrow on the back.
MAIN_LINES, VERNIER_LINES = 20, 9
# A reading can lie anywhere on a grid, or where the counted lines still meet the front's.
LOWEST, HIGHEST = 0.0, 10.9
RULER = 20.0
BAR_ACROSS, BAR_DOWN = 150.0, 200.0

THIN, BOLD = 0.12, 0.25


class Method(Enum):
    """How a value is read."""

    RULER = "ruler"
    BAR = "bar"
    LIGHT = "light"
    PIN = "pin"


class Station(NamedTuple):
    """One thing to read: its letter, how and along which axis, where on the front page, and what is right."""

    label: str
    method: Method
    axis: Literal["x", "y"]
    at: Point
    nominal: float


class SheetLine(NamedTuple):
    """A line with its width, in millimetres."""

    start: Point
    end: Point
    width: float = THIN


class SheetNumber(NamedTuple):
    """A number on a scale, or in bold the letter of a reading; `at` is the middle of it."""

    text: str
    at: Point
    letter: bool = False


class SheetSide(NamedTuple):
    """One side of the test sheet. `text` is free for words."""

    lines: tuple[SheetLine, ...]
    numbers: tuple[SheetNumber, ...]
    text: Box


def stations(page: Size) -> tuple[Station, ...]:
    """Everything that can be read from a sheet of this size, in the order of its letters."""
    middle, centre = page.width / 2, page.height / 2
    right, bottom = page.width - 50, page.height - 60
    pins = (("L", Point(50, 60)), ("M", Point(right, 60)), ("N", Point(50, bottom)), ("P", Point(right, bottom)))
    return (
        Station("A", Method.RULER, "x", Point(RULER, 40), RULER),
        Station("B", Method.RULER, "x", Point(RULER, page.height - 40), RULER),
        Station("C", Method.RULER, "y", Point(35, RULER), RULER),
        Station("D", Method.RULER, "y", Point(page.width - 35, RULER), RULER),
        Station("E", Method.BAR, "x", Point(middle, page.height - 20), BAR_ACROSS),
        Station("F", Method.BAR, "y", Point(page.width - 20, centre), BAR_DOWN),
        Station("G", Method.LIGHT, "x", Point(middle, 40), NOMINAL),
        Station("H", Method.LIGHT, "x", Point(middle, page.height - 40), NOMINAL),
        Station("J", Method.LIGHT, "y", Point(40, centre), NOMINAL),
        Station("K", Method.LIGHT, "y", Point(page.width - 40, centre), NOMINAL),
        *(Station(f"{letter}{way}", Method.PIN, axis, at, NOMINAL) for letter, at in pins for way, axis in _WAYS),
    )


# Across is read first.
_WAYS: tuple[tuple[Literal["1", "2"], Literal["x", "y"]], ...] = (("1", "x"), ("2", "y"))


def mirrored(point: Point, page: Size, flip: Flip) -> Point:
    """Where on the back page lies what is behind a point of the front page."""
    if flip is Flip.LONG:
        return Point(page.width - point.x, point.y)
    return Point(point.x, page.height - point.y)


def front(page: Size) -> SheetSide:
    """The side to look at: rulers, bars, main scales and crosses."""
    lines: list[SheetLine] = []
    numbers: list[SheetNumber] = []
    for station in stations(page):
        lines += _front_lines(station)
        numbers += _front_numbers(station)
    lines += [
        SheetLine(Point(RULER, 30), Point(RULER, page.height - 30)),
        SheetLine(Point(28, RULER), Point(page.width - 28, RULER)),
    ]
    return SheetSide(tuple(lines), tuple(numbers), _text(page))


def back(page: Size, flip: Flip) -> SheetSide:
    """The other side: the scales' shorter steps, and a numbered grid behind each cross."""
    lines: list[SheetLine] = []
    numbers: list[SheetNumber] = []
    for station in stations(page):
        if station.method is Method.LIGHT:
            lines += (
                SheetLine(mirrored(line.start, page, flip), mirrored(line.end, page, flip), line.width)
                for line in _vernier(station)
            )
        if station.method is Method.PIN and station.axis == "x":
            middle = mirrored(station.at, page, flip)
            lines += _grid(middle)
            numbers += _grid_numbers(middle, station.label[0])
    return SheetSide(tuple(lines), tuple(numbers), _text(page))


def _text(page: Size) -> Box:
    return Box(62, 75, page.width - 124, page.height - 150)


def _along(station: Station, along: float, across: float) -> Point:
    """A point by its distance from the station along its axis and across it (down, or to the right)."""
    if station.axis == "x":
        return Point(station.at.x + along, station.at.y + across)
    return Point(station.at.x + across, station.at.y + along)


def _front_lines(station: Station) -> Iterator[SheetLine]:
    if station.method is Method.LIGHT:
        for line in range(MAIN_LINES + 1):
            reach = 7.0 if line % 5 == 0 else 4.5
            along = line * MAIN - NOMINAL
            yield SheetLine(_along(station, along, -reach), _along(station, along, 0), BOLD if line % 5 == 0 else THIN)
    elif station.method is Method.BAR:
        half = station.nominal / 2
        yield SheetLine(_along(station, -half, 0), _along(station, half, 0))
        for end in (-half, half):
            yield SheetLine(_along(station, end, -2.5), _along(station, end, 2.5))
    elif station.method is Method.RULER:
        yield SheetLine(_along(station, -1.5, 0), _along(station, 1.5, 0), BOLD)
    elif station.axis == "x":
        yield SheetLine(_along(station, -5, 0), _along(station, 5, 0))
        yield SheetLine(_along(station, 0, -5), _along(station, 0, 5))


def _front_numbers(station: Station) -> Iterator[SheetNumber]:
    if station.method is Method.LIGHT:
        for number in range(0, MAIN_LINES + 1, 5):
            yield SheetNumber(str(number), _along(station, number * MAIN - NOMINAL, -9.5))
        yield SheetNumber(station.label, _along(station, -NOMINAL - 5, -3), letter=True)
    elif station.method is Method.BAR:
        yield SheetNumber(station.label, _along(station, 0, -4), letter=True)
    elif station.method is Method.RULER:
        yield SheetNumber(station.label, _along(station, 4.5, 0), letter=True)
    elif station.axis == "x":
        yield SheetNumber(station.label[0], Point(station.at.x + 7, station.at.y - 4), letter=True)


def _vernier(station: Station) -> Iterator[SheetLine]:
    """The back's lines as they should look through the paper: an arrow, and nine lines to count after it."""
    for tip in (-0.6, 0.6):
        yield SheetLine(_along(station, 0, 0), _along(station, tip, 2), BOLD)
    yield SheetLine(_along(station, 0, 0), _along(station, 0, 9), BOLD)
    for line in range(1, VERNIER_LINES + 1):
        reach = 7.0 if line == 5 else 4.5
        yield SheetLine(_along(station, line * VERNIER, 0), _along(station, line * VERNIER, reach))


def _grid(middle: Point) -> Iterator[SheetLine]:
    """Ten millimetres each way, a line each; the middle and the edges are bold."""
    for step in range(11):
        at, width = step - NOMINAL, BOLD if step % 5 == 0 else THIN
        yield SheetLine(Point(middle.x + at, middle.y - 5), Point(middle.x + at, middle.y + 5), width)
        yield SheetLine(Point(middle.x - 5, middle.y + at), Point(middle.x + 5, middle.y + at), width)


def _grid_numbers(middle: Point, letter: str) -> Iterator[SheetNumber]:
    for number in (0, 5, 10):
        at = number - NOMINAL
        yield SheetNumber(str(number), Point(middle.x + at, middle.y - 8))
        yield SheetNumber(str(number), Point(middle.x - 8, middle.y + at))
    yield SheetNumber(f"{letter}1", Point(middle.x + 10.5, middle.y - 8), letter=True)
    yield SheetNumber(f"{letter}2", Point(middle.x - 8, middle.y + 10), letter=True)
