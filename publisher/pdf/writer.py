"""A document as the bytes of a PDF file: the front door of the room."""

from __future__ import annotations

import zlib
from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING

from publisher.pdf import pdfx
from publisher.pdf.bookmarks import bind, bookmarks, write_outline
from publisher.pdf.canvas import TaggedCanvas
from publisher.pdf.conformance import describe
from publisher.pdf.pages import Painting
from publisher.pdf.paper import VERSION, extend
from publisher.pdf.tags import StructureTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.pdf.bookmarks import Bookmark
    from publisher.pdf.objects import Compress
    from publisher.pdf.tags import Marked
    from publisher.separations import Separation
    from publisher.typesetting.document import Document, Section, Where


def render(document: Document, compress: Compress = zlib.compress, separation: Separation | None = None) -> bytes:
    """The document as a PDF file: PDF/UA-1 and PDF/A-2a, the same bytes for the same document.

    With a `separation` it is for a print shop: PDF/UA-1 and PDF/X-4, in the inks of its press.
    """
    target = BytesIO()
    version = VERSION if separation is None else pdfx.VERSION
    canvas = TaggedCanvas(target, document.language, len(document.pages), compress, version)
    describe(canvas, document, None if separation is None else separation.profile)
    rows = bookmarks(document.sections)
    marked = _draw(canvas, document, rows, separation)
    write_outline(canvas, rows)
    _tag(canvas, document, marked)
    canvas.save()
    return target.getvalue()


def _draw(
    canvas: TaggedCanvas, document: Document, rows: Sequence[Bookmark], separation: Separation | None
) -> Mapping[Where, Marked]:
    leading_to: defaultdict[int, list[Bookmark]] = defaultdict(list)
    for row in rows:
        leading_to[row.where.page].append(row)
    painting = Painting(canvas, document.pages, _spoken(document.sections), separation)
    for index, page in enumerate(document.pages):
        painting.page(index, page)
        for row in leading_to[index]:
            bind(canvas, row, page)
        canvas.showPage()
    painting.end()
    return painting.marked


def _tag(canvas: TaggedCanvas, document: Document, marked: Mapping[Where, Marked]) -> None:
    root = canvas.paper.reserve()
    StructureTree(canvas.paper, root, canvas.paper.page_numbers()).write(document.sections, marked)
    extend(canvas.paper.Catalog, StructTreeRoot=f"{root} 0 R")


def _spoken(sections: Sequence[Section]) -> frozenset[Where]:
    faces = [where for section in sections for where in section.faces]
    spoken = frozenset(faces)
    if len(spoken) != len(faces):
        raise ValueError("two sections read the same face; each placed face can be read once")
    return spoken
