"""What a layout may draw: in a role or as an artifact, nothing else exists.

A surface only records. A block of text is measured with `set` and can be looked at before `write`
places it; a part that finds no room is reported with `too_long`, and fitting tries a smaller size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from publisher.geometry import Box, Point, Size, Transform, around, mm
from publisher.problems import place_of
from publisher.typesetting.face import Element, Excess, Face, Ink, Line, Link, Part, Plate, Role
from publisher.typesetting.lines import Block, Span, Style, set_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.drawing import Mark, Picture
    from publisher.problems import Place
    from publisher.typesetting.fonts import Typeface

_ARTIFACT = -2
_NOTHING = -1
Turn = Literal[0, 90, 270]


# What is wider than this share of a face lies behind everything: a ground, or the rule over one.
ACROSS = 0.95


class _Inside:
    """A role that lasts as long as its `with`. Begun and ended hundreds of times a card, so it is kept light."""

    __slots__ = ("_outer", "_role", "_surface")

    def __init__(self, surface: Surface, role: int) -> None:
        self._surface = surface
        self._role = role
        self._outer = surface.current

    def __enter__(self) -> None:
        self._surface.current = self._role

    def __exit__(self, *_error: object) -> None:
        self._surface.current = self._outer


class Surface:
    """One face being drawn. `trim` in millimetres, `body` the body size in points."""

    # Whether what is drawn is kept: what takes no room need not be worked out where it is not.
    keeps = True

    def __init__(self, trim: Size, typeface: Typeface, body: float, title: str = "", *, breaking: bool = False) -> None:
        """Start an empty face. With `breaking` a word that is wider than its column goes on in the next line."""
        self.trim = Box(0, 0, trim.width, trim.height)
        self.typeface = typeface
        self.body = body
        self.breaking = breaking
        self._title = title
        self._parts: list[Part] = []
        self._elements: list[Element] = []
        self._excess: list[Excess] = []
        self._left_out: list[str] = []
        self.current = _NOTHING

    # Roles

    def element(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Column", "Row"] = "",
        box: Box | None = None,
        numbered: bool = False,
    ) -> _Inside:
        """Everything drawn inside has this role; elements nest."""
        parent = self.current if self.current >= 0 else -1
        self._elements.append(Element(role, parent, alt, scope, box, numbered))
        return _Inside(self, len(self._elements) - 1)

    def artifact(self) -> _Inside:
        """Everything drawn inside is decoration, or is said elsewhere."""
        return _Inside(self, _ARTIFACT)

    def _where(self) -> int | None:
        if self.current == _NOTHING:
            message = "a layout drew outside a role and outside an artifact"
            raise RuntimeError(message)
        return None if self.current == _ARTIFACT else self.current

    # Text

    def set(
        self,
        words: str | Sequence[Span],
        style: Style,
        width: float,
        *,
        narrow: tuple[int, float] = (0, 0.0),
        balanced: bool = False,
    ) -> Block:
        """Measure a paragraph (see `lines.set_block`). A plain text takes the weight of the style."""
        spans = (Span(words, style.weight),) if isinstance(words, str) else tuple(words)
        place = None
        for text, _ in spans:
            place = place or place_of(text)
        block = set_block(self.typeface, spans, style, width, narrow=narrow, balanced=balanced, breaking=self.breaking)
        return block._replace(place=place) if place else block

    def write(
        self,
        block: Block,
        x: float,
        y: float,
        align: Literal["left", "centre", "right"] = "left",
        field: str = "text",
    ) -> float:
        """Place a block with its top at `y`, aligned on `x`; gives the height below it."""
        element = self._where()
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        baseline, leading, style = block.first_baseline, block.leading, block.style
        last = len(block.lines) - 1
        for i, (runs, width, goes_on) in enumerate(block.lines):
            at, spaced = Point(x - shift * width, y + baseline + i * leading), i < last and not goes_on
            line = Line(at, runs, style.size, width, element, style.tracking, 0, spaced, block.place)
            self._parts.append(line)
        if block.overwide:
            self.too_long(field, 1, 1, block.place)
        return y + block.height

    def label(self, text: str, style: Style, at: Point, *, align: str = "left", turn: Turn = 0) -> float:
        """One line on a given baseline; gives its width in millimetres."""
        block = self.set(text, style, 10_000)
        if not block.lines:
            return 0.0
        line = block.lines[0]
        back = {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * line.width
        right, down = {0: (-back, 0.0), 90: (0.0, -back), 270: (0.0, back)}[turn]
        start = Point(at.x + right, at.y + down)
        element, tracking = self._where(), style.tracking
        self._parts.append(Line(start, line.runs, style.size, line.width, element, tracking, turn, place=block.place))
        return line.width

    # Ink

    def paint(self, *marks: Mark) -> None:
        """Draw paths in the current role."""
        element = self._where()
        self._parts.extend(Ink(mark, element) for mark in marks)

    def picture(self, alt: str, *drawings: tuple[Picture, Transform]) -> None:
        """Place drawings that together are one figure, with its text alternative; as an artifact they need none."""
        if self.current == _ARTIFACT:
            self._parts.extend(Plate(drawing, by, None) for drawing, by in drawings)
            return
        boxes = [by.of_box(drawing.box) for drawing, by in drawings]
        with self.element(Role.FIGURE, alt=alt, box=around(boxes)):
            element = self._where()
            self._parts.extend(Plate(drawing, by, element) for drawing, by in drawings)

    def link(self, box: Box, address: str, label: str) -> None:
        """Let an area open an address; only inside a Link element."""
        element = self._where()
        if element is None or self._elements[element].role is not Role.LINK:
            message = "a link stands outside a Link element"
            raise RuntimeError(message)
        self._parts.append(Link(box, address, label, element))

    def is_clear(self, box: Box) -> bool:
        """Whether no words, pictures or marks stand in a box; grounds that reach across the face do not count."""
        return not any(_stands_in(part, box, self.trim.width) for part in self._parts)

    def trial(self) -> Trial:
        """An empty surface of the same size, to find out how much room something takes."""
        return Trial(self.trim.size, self.typeface, self.body, breaking=self.breaking)

    # What found no room

    def too_long(self, field: str, lines: int, characters: int, place: Place | None) -> None:
        """Report a part that does not fit at this size."""
        self._excess.append(Excess(field, lines, characters, place))

    def leave_out(self, field: str) -> None:
        """Note a part that this size does without."""
        if field not in self._left_out:
            self._left_out.append(field)

    def face(self) -> Face:
        """The finished side."""
        return Face(
            self.trim.size,
            self.body,
            self._title,
            tuple(self._parts),
            tuple(self._elements),
            tuple(self._excess),
            tuple(self._left_out),
        )


def _stands_in(part: Part, box: Box, width: float) -> bool:
    if isinstance(part, Line):
        size = mm(part.size)
        left, right = part.at.x, part.at.x + part.width
        found = Box(left, part.at.y - 0.8 * size, right - left, 1.1 * size)
        if part.turn:
            found = Box(left - size, part.at.y - part.width, 2 * size, 2 * part.width)
    elif isinstance(part, Ink):
        found = part.mark.path.bounds
        if part.mark.clip is not None or found.width > ACROSS * width:
            return False
    else:
        found = part.box
    return found.x < box.right and box.x < found.right and found.y < box.bottom and box.y < found.bottom


class Trial(Surface):
    """A surface that keeps nothing: a card's back is drawn here first, only to see how high its rows are."""

    keeps = False

    def element(self, *_role: object, **_more: object) -> _Inside:
        """Roles do not matter here."""
        return _Inside(self, 0)

    def write(
        self,
        block: Block,
        x: float,  # noqa: ARG002
        y: float,
        align: Literal["left", "centre", "right"] = "left",  # noqa: ARG002
        field: str = "text",  # noqa: ARG002
    ) -> float:
        """The height below the block."""
        return y + block.height

    def label(self, text: str, style: Style, at: Point, *, align: str = "left", turn: Turn = 0) -> float:  # noqa: ARG002
        """The width of the line."""
        return self.set(text, style, 10_000).width

    def paint(self, *marks: Mark) -> None:
        """Paths take no room."""

    def picture(self, alt: str, *drawings: tuple[Picture, Transform]) -> None:
        """Nor do pictures."""

    def link(self, box: Box, address: str, label: str) -> None:
        """Nor links."""


class Window(Surface):
    """Part of another surface, with millimetres of its own from its top left; what is drawn here stands there.

    So what is made for a whole card can be drawn as part of a page. Roles nest in those of the page.
    """

    def __init__(self, page: Surface, box: Box) -> None:
        """Open the part of a page that lies in a box."""
        self._page, self._by = page, Transform.move(box.x, box.y)
        self.keeps = page.keeps
        super().__init__(box.size, page.typeface, page.body, breaking=page.breaking)

    def element(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Column", "Row"] = "",
        box: Box | None = None,
        numbered: bool = False,
    ) -> _Inside:
        """A role on the page."""
        on_page = None if box is None else self._by.of_box(box)
        return self._page.element(role, alt=alt, scope=scope, box=on_page, numbered=numbered)

    def artifact(self) -> _Inside:
        """Decoration of the page."""
        return self._page.artifact()

    def write(
        self,
        block: Block,
        x: float,
        y: float,
        align: Literal["left", "centre", "right"] = "left",
        field: str = "text",
    ) -> float:
        """A block, its top at `y` in the window; gives the height below it, in the window."""
        left, top = self._by.of(Point(x, y))
        return self._page.write(block, left, top, align, field) - top + y

    def label(self, text: str, style: Style, at: Point, *, align: str = "left", turn: Turn = 0) -> float:
        """One line on a baseline in the window."""
        return self._page.label(text, style, self._by.of(at), align=align, turn=turn)

    def paint(self, *marks: Mark) -> None:
        """Paths in the current role."""
        if self.keeps:
            self._page.paint(*(mark.moved(self._by) for mark in marks))

    def picture(self, alt: str, *drawings: tuple[Picture, Transform]) -> None:
        """Drawings that together are one figure."""
        self._page.picture(alt, *((drawing, by.then(self._by)) for drawing, by in drawings))

    def link(self, box: Box, address: str, label: str) -> None:
        """An area that opens an address."""
        self._page.link(self._by.of_box(box), address, label)

    def is_clear(self, box: Box) -> bool:
        """Whether nothing stands in a box of the window."""
        return self._page.is_clear(self._by.of_box(box))

    def too_long(self, field: str, lines: int, characters: int, place: Place | None) -> None:
        """Tell the page."""
        self._page.too_long(field, lines, characters, place)

    def leave_out(self, field: str) -> None:
        """Tell the page."""
        self._page.leave_out(field)
