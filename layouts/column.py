"""The rows of a card's back, one under another beside a gutter of icons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layouts.blocks import letters
from layouts.signs import disc, icon, rule
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.model.card import Step
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface


@dataclass
class Column:
    """Rows that follow one another downwards beside a gutter of icons. `limit` is where they must end.

    `air` is the spare height, in millimetres, that goes into each whole gap; `gaps` counts them. Rows beside a `corner`
    at the right, down to which they would reach, are shorter.
    """

    surface: Surface
    setting: Setting
    top: float
    limit: float
    tab_bottom: float
    air: float = 0.0
    gaps: float = 0.0
    started: bool = False
    ruled: bool = False
    written: list[tuple[str, Block]] = field(default_factory=list)
    corner: Box | None = None

    def __post_init__(self) -> None:
        """Work out the column from the size."""
        scale = self.setting.scale
        self.y = self.top
        self.unit = scale.margin / 4.5
        self.left = scale.margin
        self.text = scale.margin + scale.gutter
        self.width = self.surface.trim.right - scale.margin - self.text
        self.beside_tab = self.width - scale.tab_width - 2.2 * self.unit
        body = self.surface.body
        self.style = Style(body, body * scale.body_leading, self.setting.theme.ink)
        self.lead = mm(self.style.leading)
        self.sign = mm(body) * 1.17

    def gap(self, height: float, share: float = 1.0) -> None:
        """Leave room, in units of a poker card's millimetres, and this share of the spare height."""
        self.y += height * self.unit + share * self.air
        self.gaps += share

    def spread(self, most: float = 1.7) -> float:
        """The air that would use up what this column leaves free, at most so many units a gap."""
        free = self.limit - 1.6 * self.unit - self.y
        return max(0.0, min(free / self.gaps if self.gaps else 0.0, most * self.unit))

    def _next(self) -> None:
        """A little room before every row but the first, and the rule if there is to be one."""
        if self.ruled:
            self._rule()
        if self.started:
            self.gap(0.0, 0.45)
        self.started = True

    def _set(self, words: str | Sequence[Span], indent: float = 0.0) -> Block:
        beside = 0
        while self.y + (beside + 0.25) * self.lead < self.tab_bottom:
            beside += 1
        block = self.surface.set(words, self.style, self.width - indent, narrow=(beside, self.beside_tab - indent))
        if self.corner is None or self.y + block.height <= self.corner.y:
            return block
        width = self.corner.x - self.text - indent
        return self.surface.set(words, self.style, width, narrow=(beside, min(width, self.beside_tab - indent)))

    def _write(self, name: str, block: Block, x: float) -> None:
        self.y = self.surface.write(block, x, self.y, field=name)
        self.written.append((name, block))

    def _sign_box(self) -> Box:
        middle = self.y + self.lead / 2
        return Box(self.left, middle - self.sign / 2, self.sign, self.sign)

    def note(self, name: str, sign: str, label: str, text: str, colour: Colour | None = None) -> None:
        """An icon, a bold label, and the sentence that runs on from it."""
        if self.setting.leaves_out(name):
            self.surface.leave_out(name)
            return
        self._next()
        spans = [Span(label, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
        block = self._set(spans if label else [spans[2]])
        with self.surface.element(Role.PARAGRAPH):
            with self.surface.artifact():
                icon(self.surface, self.setting, sign, self._sign_box(), colour or self.setting.theme.ink)
            self._write(name, block, self.text)

    def steps(self, steps: Sequence[Step], spread: float = 0.0) -> None:
        """Numbered steps; their numerals stand on discs in ink."""
        with self.surface.element(Role.LIST, numbered=True):
            for number, step in enumerate(steps, 1):
                self._next()
                if number > 1:
                    self.gap(spread, 0.0)
                with self.surface.element(Role.ITEM):
                    with self.surface.element(Role.LABEL):
                        box = self._sign_box()
                        centre = Point(box.x + box.width / 2, box.y + box.height / 2)
                        disc(self.surface, str(number), centre, self.sign * 1.02, self.setting)
                    with self.surface.element(Role.ITEM_BODY):
                        self._write("steps", self._set(step.text), self.text)

    def bullets(self, name: str, texts: Sequence[str], sign: str | None = None) -> None:
        """A list with small squares in ink, or with an icon for each item."""
        if self.setting.leaves_out(name):
            self.surface.leave_out(name)
            return
        with self.surface.element(Role.LIST):
            for text in texts:
                self._next()
                block = self._set(text)
                with self.surface.element(Role.ITEM):
                    with self.surface.artifact():
                        self._bullet(sign)
                    with self.surface.element(Role.ITEM_BODY):
                        self._write(name, block, self.text)

    def _bullet(self, sign: str | None) -> None:
        box = self._sign_box()
        if sign is not None:
            icon(self.surface, self.setting, sign, box, self.setting.theme.ink)
            return
        side = 0.4 * self.sign
        square = Box(self.text - 1.5 * side - 0.9 * self.unit, box.y + (box.height - side) / 2, side, side)
        rule(self.surface, square, self.setting.theme.ink)

    def line(self) -> None:
        """A thin rule between the rows above and those below, if any follow."""
        self.ruled = not self.setting.leaves_out("rule")

    def _rule(self) -> None:
        """From the text column only, and clear of a code beside it."""
        self.ruled = False
        self.gap(1.1)
        beside = self.corner is not None and self.y > self.corner.y - self.unit
        width = self.corner.x - self.text if beside and self.corner else self.width
        with self.surface.artifact():
            rule(self.surface, Box(self.text, self.y, width, mm(0.4)), self.setting.theme.ink)
        self.gap(1.1)

    def end(self) -> None:
        """Report what stands below the limit."""
        excess = self.y - self.limit
        if excess > 0.01 and self.written:
            name, block = max(self.written, key=lambda row: letters(row[1]))
            lines = max(1, round(excess / self.lead + 0.49))
            characters = round(lines * self.width / mm(self.surface.body * 0.5))
            self.surface.too_long(name, lines, characters, block.place)
