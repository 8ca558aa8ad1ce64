"""Faces onto pages: moved, clipped, and every piece drawn as part of an element or as an artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import POINTS_PER_MM, Transform
from publisher.pdf.conformance import set_boxes
from publisher.pdf.ink import Pen, corners_on, onto_page
from publisher.pdf.objects import numbers
from publisher.pdf.tags import Content, Marked
from publisher.typesetting.document import Where
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from publisher.geometry import Box, Size
    from publisher.pdf.canvas import TaggedCanvas
    from publisher.pdf.ink import Piece
    from publisher.separations import Separation
    from publisher.typesetting.document import Page, Placed
    from publisher.typesetting.face import Link

_SCHEMES = ("http://", "https://", "mailto:")
# What may stand in an address as it is (RFC 3986); all else is percent-encoded.
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")


class Painting:
    """Draws the pages of a document one by one, and keeps what the structure tree must know of them.

    Only what is `spoken` is tagged.
    """

    def __init__(
        self,
        canvas: TaggedCanvas,
        pages: Sequence[Page],
        spoken: AbstractSet[Where],
        separation: Separation | None = None,
    ) -> None:
        """Begin with a clean pen; the canvas will ask it for its letters when it saves.

        With a `separation` all is painted in the inks of a press.
        """
        self.marked: dict[Where, Marked] = {}
        self._canvas = canvas
        self._pen = Pen(pages, separation)
        self._separation = separation
        self._spoken = spoken
        canvas.paper.delayedFonts.extend(self._pen.letters.values())

    def turn_to(self, pages: Sequence[Page], spoken: AbstractSet[Where]) -> None:
        """Go on with other pages, counted from 0 again; what was marked on those before is forgotten."""
        self.marked = {}
        self._pen.turn_to(pages)
        self._spoken = spoken

    def page(self, index: int, page: Page) -> None:
        """Draw one page; whoever asks ends it."""
        set_boxes(self._canvas, page)
        for place, placed in enumerate(page.placed):
            self._canvas.saveState()
            self._move(placed, page.size)
            self._face(Where(index, place), placed, page.size)
            self._canvas.restoreState()

    def end(self) -> None:
        """Store the drawings that the pages call, when all pages are drawn."""
        for form in self._pen.forms.values():
            self._canvas.paper.add_form(*form)
        for name, raster in self._pen.rasters.items():
            shown = raster if self._separation is None else self._separation.raster(raster)
            self._canvas.paper.add_image(name, shown)

    def _move(self, placed: Placed, page: Size) -> None:
        if placed.clip is not None:
            self._canvas.clip(*_rectangle(placed.clip, page))
        move = onto_page(placed.transform, placed.face.trim, page)
        if move != Transform():
            self._canvas.move(move)

    def _face(self, where: Where, placed: Placed, page: Size) -> None:
        face = placed.face
        pieces = self._pen.compiled(face)
        self._canvas.uses(name for piece in pieces for name in piece.forms)
        if where not in self._spoken:
            self._canvas.artifact("".join(piece.operators for piece in pieces))
            return
        contents = tuple(self._contents(pieces, placed, page))
        self.marked[where] = Marked(where.page, face.elements, contents, dict(_figures(placed, page)))

    def _contents(self, pieces: Sequence[Piece], placed: Placed, page: Size) -> Iterator[Content]:
        canvas, elements = self._canvas, placed.face.elements
        for piece in pieces:
            if piece.link is not None:
                corners = corners_on(page, placed.transform.of_box(piece.link.box))
                yield Content(piece.link.element, *canvas.link(_address(piece.link), piece.link.label, corners))
            elif piece.element is None:
                canvas.artifact(piece.operators)
            else:
                yield Content(piece.element, canvas.element(elements[piece.element].role.value, piece.operators))


def _rectangle(box: Box, page: Size) -> tuple[float, float, float, float]:
    left, bottom, width, height = box.x, page.height - box.bottom, box.width, box.height
    scale = POINTS_PER_MM
    return (round(left * scale, 3), round(bottom * scale, 3), round(width * scale, 3), round(height * scale, 3))


def _figures(placed: Placed, page: Size) -> Iterator[tuple[int, str]]:
    for index, element in enumerate(placed.face.elements):
        if element.role is Role.FIGURE and element.box is not None:
            yield index, numbers(*corners_on(page, placed.transform.of_box(element.box)))


def _address(link: Link) -> str:
    """The address as it may stand in a file. Web and mail only: a click must not be able to start anything else."""
    if not link.address.lower().startswith(_SCHEMES):
        raise ValueError("a link may lead to the web or to a mail address only; it should have been refused earlier")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in link.address.encode())
