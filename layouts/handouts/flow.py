"""Short numbered steps that follow one another within lines, each with its disc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.signs import disc, icon, start
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from publisher.colour import Colour
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# Between two of them in one line, and from a disc to its words, millimetres; one only begins where so much is free.
APART, AFTER, WORTH = 3.2, 1.3, 34.0


class Flow:
    """Where the next words stand: in the line of the last ones if there is room, else below them."""

    def __init__(self, desk: Desk, surface: Surface, box: Box) -> None:
        """From the top of a box down, as wide as it is."""
        self.desk, self.surface, self.box = desk, surface, box
        self.x, self.y = box.x, box.y
        self.side = mm(desk.body) * desk.sizes.disc

    @property
    def bottom(self) -> float:
        """The height below the last line."""
        return self.y + mm(self.desk.plain.leading) if self.x > self.box.x else self.y

    def said(self, spans: Sequence[Span]) -> None:
        """Sentences without a sign."""
        if spans:
            parted = [part for span in spans for part in (WORD_SPACE, span)][1:]
            with self.surface.element(Role.PARAGRAPH):
                self._write(self._room(parted, 0.0), "dose", 0.0)

    def steps(self, texts: Sequence[str]) -> None:
        """Numbered steps, a list for whoever hears the page."""
        surface = self.surface
        with surface.element(Role.LIST, numbered=True):
            for number, text in enumerate(texts, 1):
                block = self._room([Span(text, Weight.REGULAR)])
                with surface.element(Role.ITEM):
                    with surface.element(Role.LABEL):
                        disc(surface, str(number), self._sign(block), self.side, self.desk.setting)
                    with surface.element(Role.ITEM_BODY):
                        self._write(block, "steps")

    def note(self, sign: str, label: str, text: str, colour: Colour | None = None) -> None:
        """An icon, a bold label, and what goes on from it; the ring of the start is drawn as on the picture."""
        desk, surface = self.desk, self.surface
        spans = [Span(label, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
        block = self._room(spans if label else spans[2:])
        with surface.element(Role.PARAGRAPH):
            with surface.artifact():
                at, half = self._sign(block), self.side / 2
                if sign == "start":
                    start(surface, desk.setting, at, half)
                else:
                    box = Box(at.x - half, at.y - half, self.side, self.side)
                    icon(surface, desk.setting, sign, box, colour or desk.setting.theme.ink)
            self._write(block, sign)

    def _sign(self, block: Block) -> Point:
        return Point(self.x + self.side / 2, self.y + block.leading / 2)

    def _room(self, spans: Sequence[Span], indent: float | None = None) -> Block:
        """The words as they break behind a sign from here; from the next line where little room is left."""
        style, whole = self.desk.plain, self.box.width
        indent = self.side + AFTER if indent is None else indent
        if self.x > self.box.x:
            left = self.box.right - self.x - indent
            if left >= WORTH:
                block = self.surface.set(spans, style, whole, narrow=(1, left))
                # A step that would leave one word on the line it begins in begins on the next.
                if not block.overwide and (len(block.lines) == 1 or block.lines[0].width > WORTH):
                    return block
            self.x, self.y = self.box.x, self.y + mm(style.leading)
        return self.surface.set(spans, style, whole, narrow=(1, whole - indent))

    def _write(self, block: Block, field: str, indent: float | None = None) -> None:
        """The first line beside the sign, the others from the left edge; the next words stand behind the last."""
        first, rest = block._replace(lines=block.lines[:1]), block._replace(lines=block.lines[1:])
        left = self.x + (self.side + AFTER if indent is None else indent)
        self.surface.write(first, left, self.y, field=field)
        self.x = left + first.width + APART
        if rest.lines:
            self.surface.write(rest, self.box.x, self.y + block.leading, field=field)
            self.y += block.height - block.leading
            self.x = self.box.x + rest.lines[-1].width + APART
