"""A document as the bytes of a PDF file: the front door of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import POINTS_PER_MM, Box, Size
from publisher.pdf.bookmarks import bookmarks, write_bookmarks
from publisher.pdf.conformance import catalog_entries, information
from publisher.pdf.ink import FONT_NAMES
from publisher.pdf.objects import PdfFile, numbers
from publisher.pdf.pages import Painting
from publisher.pdf.tags import StructureTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.pdf.ink import Pen
    from publisher.typesetting.document import Document, Section, Where


def render(document: Document) -> bytes:
    """The document as a PDF file: PDF/UA-1 and PDF/A-2a, the same bytes for the same document."""
    file = PdfFile()
    count = len(document.pages)
    catalog, tree, root, resources = (file.reserve() for _ in range(4))
    pages = file.reserve(count)
    painting = Painting(file, pages, document.pages, _spoken(document.sections))
    for index, page in enumerate(document.pages):
        painting.page(index, page, f"/Parent {tree} 0 R/Resources {resources} 0 R")
    kids = " ".join(f"{pages + index} 0 R" for index in range(count))
    file.put(f"<</Type/Pages/Count {count}/Kids[{kids}]>>", tree)
    file.put(f"<</Font<<{_write_fonts(file, painting.pen)}>>>>", resources)
    StructureTree(file, root, count).write(document.sections, painting.marked)
    entries = catalog_entries(file, document)
    rows = bookmarks(document.sections, lambda section: _target(document, section, pages))
    if rows:
        entries += f"/Outlines {write_bookmarks(file, rows)} 0 R"
    file.put(f"<</Type/Catalog/Pages {tree} 0 R/StructTreeRoot {root} 0 R{entries}>>", catalog)
    return file.finish(catalog, file.put(information(document)))


def _spoken(sections: Sequence[Section]) -> frozenset[Where]:
    faces = [where for section in sections for where in section.faces]
    spoken = frozenset(faces)
    if len(spoken) != len(faces):
        raise ValueError("two sections read the same face; each placed face can be read once")
    return spoken


def _write_fonts(file: PdfFile, pen: Pen) -> str:
    used = {name: pen.letters[weight] for weight, name in FONT_NAMES.items() if pen.letters[weight]}
    return "".join(f"/{name} {letters.write(file)} 0 R" for name, letters in used.items())


def _target(document: Document, section: Section, pages: int) -> str:
    """Where a bookmark leads: the top left corner of the section's first face, at the magnification in use."""
    where = section.faces[0]
    page = document.pages[where.page]
    placed = page.placed[where.index]
    trim: Size = placed.face.trim
    box = placed.transform.of_box(Box(0, 0, trim.width, trim.height))
    corner = numbers(box.x * POINTS_PER_MM, (page.size.height - box.y) * POINTS_PER_MM)
    return f"[{pages + where.page} 0 R/XYZ {corner} null]"
