"""Faces onto pages: moved, clipped, and every piece marked as part of an element or as an artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import POINTS_PER_MM, Transform
from publisher.pdf.conformance import page_boxes
from publisher.pdf.ink import Pen, onto_page, rectangle_on
from publisher.pdf.objects import number, numbers, text_string
from publisher.pdf.tags import Content, Marked
from publisher.typesetting.document import Where
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from publisher.geometry import Box, Size
    from publisher.pdf.objects import PdfFile
    from publisher.typesetting.document import Page, Placed
    from publisher.typesetting.face import Link

_SCHEMES = ("http://", "https://", "mailto:")
# What may stand in an address as it is (RFC 3986); all else is percent-encoded.
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
_ARTIFACT = "/Artifact BMC\n"


class Painting:
    """Writes the pages of a document one by one, and keeps what the structure tree must know of them.

    `first_page` is the object number of the first page; the others follow. Only what is `spoken` is tagged.
    """

    def __init__(self, file: PdfFile, first_page: int, pages: Sequence[Page], spoken: AbstractSet[Where]) -> None:
        """Begin with a clean pen."""
        self.pen = Pen(pages)
        self.marked: dict[Where, Marked] = {}
        self._file = file
        self._first_page = first_page
        self._spoken = spoken
        # Pages take the first keys of the parent tree, links the following ones.
        self._next_key = len(pages)

    def page(self, index: int, page: Page, entries: str) -> None:
        """Paint one page; `entries` say what it belongs to and what it may use."""
        out: list[str] = []
        links: list[int] = []
        count = 0
        for place, placed in enumerate(page.placed):
            where = Where(index, place)
            out.append(_opened(placed, page.size))
            if where in self._spoken:
                self.marked[where], operators = self._tagged(placed, page, index, count, links)
                count += sum(not content.annotation for content in self.marked[where].contents)
                out.append(operators)
            else:
                out += [_ARTIFACT, *(piece.operators for piece in self.pen.compiled(placed.face)), "EMC\n"]
            out.append("Q\n")
        content = self._file.stream("".join(out).encode("latin-1"))
        annotations = f"/Annots[{' '.join(f'{link} 0 R' for link in links)}]" if links else ""
        self._file.put(
            f"<</Type/Page{entries}{page_boxes(page)}/Contents {content} 0 R"
            f"/StructParents {index}/Tabs/S{annotations}>>",
            self._first_page + index,
        )

    def _tagged(self, placed: Placed, page: Page, index: int, mcid: int, links: list[int]) -> tuple[Marked, str]:
        face, out, contents = placed.face, list[str](), list[Content]()
        for piece in self.pen.compiled(face):
            if piece.link is not None:
                box = rectangle_on(page.size, placed.transform.of_box(piece.link.box))
                links.append(self._link(piece.link, box, index))
                contents.append(Content(piece.link.element, self._next_key - 1, links[-1]))
            elif piece.element is None:
                out.append(f"{_ARTIFACT}{piece.operators}EMC\n")
            else:
                role = face.elements[piece.element].role.value
                out.append(f"/{role} <</MCID {mcid}>> BDC\n{piece.operators}EMC\n")
                contents.append(Content(piece.element, mcid))
                mcid += 1
        boxes = dict(_figures(placed, page.size))
        return Marked(index, self._first_page + index, face.elements, tuple(contents), boxes), "".join(out)

    # A link is an annotation of its own, printed as it looks (flag 4), with words for who cannot see it.
    def _link(self, link: Link, box: str, page: int) -> int:
        key, self._next_key = self._next_key, self._next_key + 1
        return self._file.put(
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/Contents{text_string(link.label)}"
            f"/StructParent {key}/P {self._first_page + page} 0 R/A<</S/URI/URI{text_string(_address(link))}>>>>"
        )


def _opened(placed: Placed, page: Size) -> str:
    move = onto_page(placed.transform, placed.face.trim, page)
    out = "q\n"
    if placed.clip is not None:
        out += f"{_rectangle(placed.clip, page)} re W n\n"
    if move != Transform():
        turn = " ".join(number(value, 6) for value in (move.a, move.b, move.c, move.d))
        out += f"{turn} {numbers(move.e, move.f)} cm\n"
    return out


def _rectangle(box: Box, page: Size) -> str:
    scale = POINTS_PER_MM
    return numbers(box.x * scale, (page.height - box.bottom) * scale, box.width * scale, box.height * scale)


def _figures(placed: Placed, page: Size) -> Iterator[tuple[int, str]]:
    for index, element in enumerate(placed.face.elements):
        if element.role is Role.FIGURE and element.box is not None:
            yield index, rectangle_on(page, placed.transform.of_box(element.box))


def _address(link: Link) -> str:
    """The address as it may stand in a file. Web and mail only: a click must not be able to start anything else."""
    if not link.address.lower().startswith(_SCHEMES):
        raise ValueError("a link may lead to the web or to a mail address only; it should have been refused earlier")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in link.address.encode())
