"""From the readings of two test prints to a printer's profile, and from the profile to a page that lands right.

A print lands at `middle + turn * stretch * (point - middle) + offset`, the middle being that of the page.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import Point, Size, Transform
from publisher.model.printing import Flip, PrinterProfile
from publisher.press.calibration import HIGHEST, LOWEST, Method, Station, mirrored, stations
from publisher.press.sheets import Side
from publisher.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two prints whose backs stand further apart than this, in millimetres, cannot be corrected: the printer feeds askew.
STEADY = 0.5
# A bar that is this much too long or short was not printed at actual size.
FULL_SIZE = 0.02
# How far off a reading is, and how far off a printer: in x and y (mm), angle (radians), stretch in x and y (share).
READING_ERROR = 0.05
USUAL = (3.0, 3.0, 0.01, 0.005, 0.005)

Readings = Mapping[str, float]
# One measured displacement: how much each unknown (offset x, y, angle, stretch x, y) adds to it, and what it came to.
Equation = tuple[tuple[float, ...], float]


class Calibration(NamedTuple):
    """What two prints tell. `differences` are millimetres between them by letter, scales and grids only.

    When not `steady`, front and back do not meet twice alike, and folding is the better way. When not
    `full_size`, the sheet was scaled while printing, and the readings should be thrown away.
    """

    profile: PrinterProfile
    differences: tuple[tuple[str, float], ...]
    steady: bool
    full_size: bool


def calibrate(name: str, prints: Sequence[Readings], page: Size, flip: Flip, *, margin: float = 8.0) -> Calibration:
    """The profile that fits the readings of one or more prints best, each a mapping from letter to millimetres."""
    by_letter = {station.label: station for station in stations(page)}
    problems = [problem for readings in prints for problem in _off(readings, by_letter)]
    if problems:
        raise InputError(problems)
    read = [(by_letter[letter], value) for readings in prints for letter, value in readings.items()]
    face = _solve([*_usual(5), *_front_equations(read, page)])
    behind = _solve([*_usual(3), *_back_equations(read, face, page, flip)])
    profile = PrinterProfile(
        name,
        front_x=face[0],
        front_y=face[1],
        front_angle=math.degrees(face[2]),
        back_x=behind[0],
        back_y=behind[1],
        back_angle=math.degrees(behind[2]),
        scale_x=1 + face[3],
        scale_y=1 + face[4],
        flip=flip,
        margin=margin,
    )
    differences = _differences(prints, by_letter)
    return Calibration(
        profile,
        differences,
        steady=all(difference <= STEADY for _, difference in differences),
        full_size=all(abs(stretch) <= FULL_SIZE for stretch in face[3:]),
    )


def landing(profile: PrinterProfile, side: Side, page: Size) -> Transform:
    """Where the printer puts what the page says, seen looking at that side."""
    x, y, angle = (
        (profile.front_x, profile.front_y, profile.front_angle)
        if side is Side.FRONT
        else (profile.back_x, profile.back_y, profile.back_angle)
    )
    middle = Point(page.width / 2, page.height / 2)
    return (
        Transform.move(-middle.x, -middle.y)
        .then(Transform.scale(profile.scale_x, profile.scale_y))
        .then(Transform.turn(angle))
        .then(Transform.move(middle.x + x, middle.y + y))
    )


def correct(profile: PrinterProfile, side: Side, page: Size) -> Transform:
    """The opposite of `landing`: draw the page through it, and it lands where it should."""
    there = landing(profile, side, page)
    area = there.a * there.d - there.b * there.c
    a, b, c, d = there.d / area, -there.b / area, -there.c / area, there.a / area
    return Transform(a, b, c, d, -(a * there.e + c * there.f), -(b * there.e + d * there.f))


def _off(readings: Readings, by_letter: Mapping[str, Station]) -> Iterable[Problem]:
    """Readings of letters that the sheet does not have, or of numbers that its scales do not have."""
    for letter, value in readings.items():
        station = by_letter.get(letter)
        if station is None:
            sentence = f"the test sheet has no reading {letter}."
            yield Problem("no-such-reading", sentence, f"Its readings are {', '.join(by_letter)}.")
        elif station.method in (Method.LIGHT, Method.PIN) and not LOWEST <= value <= HIGHEST:
            sentence = f"{value:g} is not on scale {letter}, which goes from 0 to 10."
            yield Problem("reading-off-the-scale", sentence, f"Read {letter} again; 5 means no shift at all.")
        elif station.method in (Method.RULER, Method.BAR) and not 0.5 <= value / station.nominal <= 1.5:
            sentence = f"{value:g} mm is far from the {station.nominal:g} mm that {letter} should measure."
            yield Problem("reading-off-the-scale", sentence, f"Measure {letter} again, in millimetres.")


def _terms(at: Point, axis: str, page: Size) -> tuple[float, ...]:
    """How offset, angle and stretch move a point of the page along an axis."""
    x, y = at.x - page.width / 2, at.y - page.height / 2
    return (1, 0, -y, x, 0) if axis == "x" else (0, 1, x, 0, y)


def _front_equations(read: list[tuple[Station, float]], page: Size) -> Iterable[Equation]:
    for station, value in read:
        if station.method is Method.RULER:
            yield _terms(station.at, station.axis, page), value - station.nominal
        elif station.method is Method.BAR:
            across = station.axis == "x"
            yield (0, 0, 0, station.nominal if across else 0, 0 if across else station.nominal), value - station.nominal


def _back_equations(
    read: list[tuple[Station, float]], face: tuple[float, ...], page: Size, flip: Flip
) -> Iterable[Equation]:
    """The back's own displacement, from its shift against the front; its stretch is the front's.

    Held to the light, one sees the back's shift as the front shows it; a pin-hole in a grid is the
    front's shift as the back shows it. Turning the sheet turns one axis round.
    """
    for station, value in read:
        if station.method not in (Method.LIGHT, Method.PIN):
            continue
        turned = -1 if (station.axis == "x") == (flip is Flip.LONG) else 1
        moved = sum(part * how for part, how in zip(_terms(station.at, station.axis, page), face, strict=True))
        shift = value - station.nominal
        lies = turned * (moved + shift) if station.method is Method.LIGHT else turned * moved - shift
        terms = _terms(mirrored(station.at, page, flip), station.axis, page)
        yield terms[:3], lies - terms[3] * face[3] - terms[4] * face[4]


def _usual(unknowns: int) -> Iterable[Equation]:
    """What is so when nothing was read: that the printer does nothing wrong."""
    for unknown, usual in enumerate(USUAL[:unknowns]):
        worth = READING_ERROR / usual
        yield tuple(worth if here == unknown else 0.0 for here in range(unknowns)), 0.0


def _solve(equations: list[Equation]) -> tuple[float, ...]:
    """Least squares by the normal equations and Gauss's elimination; never singular, thanks to `_usual`."""
    size = range(len(equations[0][0]))
    rows = [
        [sum(t[i] * t[j] for t, _ in equations) for j in size] + [sum(t[i] * value for t, value in equations)]
        for i in size
    ]
    for i in size:
        for j in size:
            if i != j:
                share = rows[j][i] / rows[i][i]
                rows[j] = [below - share * above for below, above in zip(rows[j], rows[i], strict=True)]
    return tuple(rows[i][-1] / rows[i][i] for i in size)


def _differences(prints: Sequence[Readings], by_letter: Mapping[str, Station]) -> tuple[tuple[str, float], ...]:
    """How far the prints are apart, for what was read on all of them."""
    common = [letter for letter in by_letter if all(letter in readings for readings in prints)]
    values = {letter: [readings[letter] for readings in prints] for letter in common}
    return tuple(
        (letter, round(max(read) - min(read), 3))
        for letter, read in values.items()
        if read and by_letter[letter].method in (Method.LIGHT, Method.PIN)
    )
