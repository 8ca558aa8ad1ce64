"""The two-sided test sheet for a printer: scales from the press, and in the middle how to read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layouts.instructions import led, strokes, written
from publisher.colour import BLACK, WHITE
from publisher.drawing import Mark, Stroke, ellipse, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.printing import Flip
from publisher.press.calibration import Method, SheetSide, back, front, stations
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting
    from publisher.model.stock import Paper
    from publisher.typesetting.face import Face

NUMBER, LETTER, PAIR = 7.5, 13.0, 10.5
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
# The worked example: what it reads, which line meets, and how much larger than life it is.
READS, MEETS, LARGER = 5.4, 4, 5.0
HOLE = Point(5.5, 4.0)


def draw(setting: Setting, paper: Paper, flip: Flip, printer: str) -> tuple[Face, Face]:
    """Front and back for a paper and the edge it turns on; `printer` names the profile that corrects them, if any."""
    sides = front(paper.size), back(paper.size, flip)
    drawn = [
        _fitted(setting, paper, side, lambda words, told=told: told(words, paper, flip, printer))  # type: ignore[misc]
        for side, told in zip(sides, (_front, _back), strict=True)
    ]
    return drawn[0], drawn[1]


def _fitted(setting: Setting, paper: Paper, side: SheetSide, told: Callable[[Words], None]) -> Face:
    """One side in the largest size at which its words fit between the scales."""
    tried = (_told(setting, paper, side, told, size) for size in SIZES)
    words = next((words for words in tried if words.y <= side.text.bottom), None)
    if words is None:
        words = _told(setting, paper, side, told, SIZES[-1])
        words.surface.too_long("calibration", 1, 40, None)
    _scales(words.surface, setting, side, paper)
    return words.surface.face()


def _told(setting: Setting, paper: Paper, side: SheetSide, told: Callable[[Words], None], size: float) -> Words:
    surface = Surface(paper.size, setting.typeface, size, setting.words.say("calibration.title"))
    words = Words(surface, setting, side.text, Style(size, size * 1.26, setting.theme.ink), side.text.y)
    told(words)
    return words


@dataclass
class Words:
    """Paragraphs that follow one another down the middle of the sheet."""

    surface: Surface
    setting: Setting
    box: Box
    body: Style
    y: float

    def say(self, path: str, **filled: str) -> str:
        """A text of the sheet."""
        return self.setting.words.say(f"calibration.{path}", **filled)

    def heading(self, text: str, role: Role, times: float) -> None:
        """A heading, so many times as large as the body."""
        size = self.body.size * times
        self._write(role, text, Style(size, size * 1.16, self.body.colour, Weight.BOLD))

    def paragraph(self, words: str | Sequence[Span], *, bold: bool = False) -> None:
        """A paragraph with a little room under it."""
        self._write(Role.PARAGRAPH, words, self.body.bold() if bold else self.body)

    def _write(self, role: Role, words: str | Sequence[Span], style: Style) -> None:
        place = Box(self.box.x, self.y, self.box.width, 0)
        self.y = written(self.surface, role, words, style, place) + 0.42 * mm(self.body.leading)

    def note(self, path: str) -> None:
        """A paragraph that begins with the letters it is about."""
        self.paragraph(led(self.say(f"{path}.lead"), self.say(f"{path}.text")))

    def cells(self, letters: Sequence[str]) -> None:
        """Empty boxes to write readings in, each with its letter."""
        width, height = self.box.width / len(letters), 12.5
        box = Box(self.box.x, self.y, self.box.width, height)
        alt = self.say("readings_alt", letters=self.setting.words.listed(letters))
        with self.surface.element(Role.FIGURE, alt=alt, box=box):
            for i, letter in enumerate(letters):
                cell = Box(box.x + i * width, box.y, width, height)
                self.surface.paint(Mark(rectangle(cell), stroke=Stroke(BLACK, 0.2)))
                self.surface.label(letter, Style(8, 8, BLACK, Weight.BOLD), Point(cell.x + 1.0, cell.y + 3.1))
        self.y += height + 0.6 * mm(self.body.leading)


def _front(words: Words, paper: Paper, flip: Flip, printer: str) -> None:
    words.heading(words.say("title"), Role.H1, 1.9)
    words.paragraph(words.say("print_long" if flip is Flip.LONG else "print_short"), bold=True)
    if printer:
        words.paragraph(words.say("corrected", printer=printer))
    for path in ("rulers", "bars", "light"):
        words.note(path)
    _vernier_example(words)
    words.paragraph(words.say("readings"))
    read = [station.label for station in stations(paper.size) if station.method is not Method.PIN]
    words.cells(read)
    words.paragraph(words.say("over"))


def _back(words: Words, paper: Paper, flip: Flip, _printer: str) -> None:
    words.heading(words.say("back"), Role.H2, 1.5)
    words.paragraph(words.say("back_lead"))
    words.note("pin")
    _pin_example(words)
    words.cells([station.label for station in stations(paper.size) if station.method is Method.PIN])
    words.heading(words.say("tell"), Role.H2, 1.3)
    words.paragraph(words.say("tell_text"))
    words.paragraph(words.say("tell_command", flip=flip.value, paper=paper.id), bold=True)
    words.paragraph(words.say("then_text"))


# Examples, larger than life


def _vernier_example(words: Words) -> None:
    """A scale from 4 to 11 and, below it, the arrow and lines of the back."""
    left, unit = words.box.x + 4, LARGER
    middle = words.y + 12.0
    box = Box(words.box.x, words.y, words.box.width, 24.5)

    def x(at: float) -> float:
        return left + (at - 4) * unit

    with words.surface.element(Role.FIGURE, alt=words.say("light_alt"), box=box):
        for at in range(4, 13):
            reach = 7.5 if at % 5 == 0 else 5.0
            words.surface.paint(strokes([(Point(x(at), middle - reach), Point(x(at), middle))], BLACK, _width(at)))
            if at % 5 == 0:
                style = Style(9, 9, BLACK, Weight.BOLD)
                words.surface.label(str(at), style, Point(x(at), middle - 8.6), align="centre")
        tip = x(READS)
        arrow = [(Point(tip, middle), Point(tip + side, middle + 2.6)) for side in (-0.9, 0.9)]
        words.surface.paint(strokes([*arrow, (Point(tip, middle), Point(tip, middle + 9))], BLACK, 0.4))
        for line in range(1, 8):
            here = Point(x(READS + 0.9 * line), middle)
            words.surface.paint(strokes([(here, Point(here.x, middle + 5))], BLACK, 0.18))
            if line <= MEETS:
                style = Style(8, 8, BLACK, Weight.BOLD if line == MEETS else Weight.REGULAR)
                words.surface.label(str(line), style, Point(here.x, middle + 8.8), align="centre")
        met = x(READS + 0.9 * MEETS)
        words.surface.paint(Mark(ellipse(Point(met, middle), 1.9, 5.9), stroke=Stroke(BLACK, 0.35)))
        style = Style(11, 11, BLACK, Weight.BOLD)
        words.surface.label(words.say("light_reads"), style, Point(x(12) + 6, middle + 1.5))
    words.y = box.bottom + 0.3 * mm(words.body.leading)


def _width(at: int) -> float:
    return 0.35 if at % 5 == 0 else 0.18


def _pin_example(words: Words) -> None:
    """A numbered grid with a hole in it."""
    unit, top = 2.2, words.y + 4.6
    left = words.box.x + 7
    side = 10 * unit
    box = Box(words.box.x, words.y, words.box.width, side + 7.0)
    small = Style(8, 8, BLACK)
    with words.surface.element(Role.FIGURE, alt=words.say("pin_alt"), box=box):
        for step in range(11):
            at, width = step * unit, 0.35 if step % 5 == 0 else 0.14
            grid = [
                (Point(left + at, top), Point(left + at, top + side)),
                (Point(left, top + at), Point(left + side, top + at)),
            ]
            words.surface.paint(strokes(grid, BLACK, width))
            if step % 5 == 0:
                words.surface.label(str(step), small, Point(left + at, top - 1.2), align="centre")
                words.surface.label(str(step), small, Point(left - 1.4, top + at + 0.95), align="right")
        hole = Point(left + HOLE.x * unit, top + HOLE.y * unit)
        words.surface.paint(Mark(ellipse(hole, 1.0), fill=BLACK, stroke=Stroke(WHITE, 0.35)))
        style = Style(11, 11, BLACK, Weight.BOLD)
        words.surface.label(words.say("pin_reads"), style, Point(left + side + 6, top + side / 2 + 1.3))
    words.y = box.bottom + 0.5 * mm(words.body.leading)


# The scales


def _scales(surface: Surface, setting: Setting, side: SheetSide, paper: Paper) -> None:
    """All lines and numbers, in pure black so that no printer screens them, as one figure."""
    letters = [number.text for number in side.numbers if number.letter]
    path = "calibration.scales_alt" if any(len(letter) == 1 for letter in letters) else "calibration.grids_alt"
    alt = setting.words.say(path, letters=setting.words.listed(letters))
    with surface.element(Role.FIGURE, alt=alt, box=Box(0, 0, paper.width, paper.height)):
        for width in sorted({line.width for line in side.lines}):
            lines = [(line.start, line.end) for line in side.lines if line.width == width]
            surface.paint(strokes(lines, BLACK, width))
        for number in side.numbers:
            size = (LETTER if len(number.text) == 1 else PAIR) if number.letter else NUMBER
            style = Style(size, size, BLACK, Weight.BOLD if number.letter else Weight.REGULAR)
            baseline = number.at.y + mm(CAP_HEIGHT * size) / 2
            surface.label(number.text, style, Point(number.at.x, baseline), align="centre")
