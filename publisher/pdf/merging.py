"""Many documents as one file, printed one after another: none is kept, and what they share is stored once.

The file is written as it grows. Of a person some numbers stay in memory, of a page that is drawn a few hundred bytes.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from publisher.pdf.bookmarks import Bookmark, bind, write_outline
from publisher.pdf.canvas import TaggedCanvas
from publisher.pdf.conformance import describe
from publisher.pdf.pages import Painting
from publisher.pdf.paper import extend
from publisher.pdf.tags import Leaves, StructureTree, references, write_root
from publisher.typesetting.document import Page, Section, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.pdf.objects import Compress, Target
    from publisher.typesetting.document import Document

# Keys of links come after those of pages, whose number nobody knows before the last one is drawn.
_MOST_PAGES = 10_000_000


class Part(NamedTuple):
    """One document of many: the bookmark that leads to it, its pages, and the faces on them in reading order."""

    title: str
    pages: tuple[Page, ...]
    faces: tuple[Where, ...]


class Merged(NamedTuple):
    """How many documents and pages are in a file; `blanks` of the pages are empty backs."""

    parts: int
    pages: int
    blanks: int


def render_merged(
    head: Document, parts: Iterable[Part], target: Target, *, fronts: bool = False, compress: Compress = zlib.compress
) -> Merged:
    """All parts, in their order, as one PDF file: PDF/UA-1 and PDF/A-2a. `head` says what the file is; it has no pages.

    It is written into the target piece by piece, each part as it comes.
    With `fronts` each part begins on the front of a sheet, after an empty back where the one before ends on a front.
    """
    binding = _Binding(TaggedCanvas(target, head.language, _MOST_PAGES, compress), head)
    blanks = 0
    for part in parts:
        if fronts and binding.pages % 2:
            binding.blank(part.pages[0])
            blanks += 1
        binding.add(part)
    binding.end()
    return Merged(binding.parts, binding.pages, blanks)


class _Binding:
    """One file in the making: a part is drawn and tagged, and nothing of it stays but its numbers."""

    def __init__(self, canvas: TaggedCanvas, head: Document) -> None:
        describe(canvas, head)
        self._canvas = canvas
        self._painting = Painting(canvas, (), frozenset())
        self._root, self._document = canvas.paper.reserve(), canvas.paper.reserve()
        self._leaves = Leaves([], {}, [])
        self._kids: list[int] = []
        self.parts = 0

    @property
    def pages(self) -> int:
        """How many there are so far."""
        return len(self._leaves.pages)

    def blank(self, like: Page) -> None:
        """An empty page of the same size."""
        self._draw((Page(like.size, (), like.trim, like.bleed),), ())

    def add(self, part: Part) -> None:
        """The pages of a part, under a bookmark of its own."""
        self.parts += 1
        row = Bookmark(f"part-{self.parts}", part.title, part.faces[0], 0)
        write_outline(self._canvas, [row])
        self._draw(part.pages, (Section(part.title, part.faces),), row)

    def _draw(self, pages: Sequence[Page], sections: Sequence[Section], row: Bookmark | None = None) -> None:
        canvas, first = self._canvas, self.pages
        spoken = frozenset(where for section in sections for where in section.faces)
        self._painting.turn_to(pages, spoken)
        for index, page in enumerate(pages):
            self._painting.page(index, page)
            if row is not None and row.where.page == index:
                bind(canvas, row, page)
            canvas.showPage()
        tree = StructureTree(canvas.paper, self._root, canvas.paper.page_numbers(first))
        self._kids += tree.hang(sections, self._painting.marked, self._document)
        leaves = tree.leaves()
        self._leaves.pages.extend(leaves.pages)
        self._leaves.annotations.update(leaves.annotations)
        self._leaves.notes.extend(leaves.notes)

    def end(self) -> None:
        """Write what belongs to all, and close the file."""
        canvas, paper = self._canvas, self._canvas.paper
        self._painting.end()
        paper.put(f"<</S/Document/P {self._root} 0 R/K[{references(self._kids)}]>>", self._document)
        write_root(paper, self._root, self._document, self._leaves)
        extend(paper.Catalog, StructTreeRoot=f"{self._root} 0 R")
        canvas.save()
