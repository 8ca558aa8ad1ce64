"""Roles to the structure tree: what somebody hears, in reading order, on whatever pages it lies.

ISO 32000-1, 14.7 and 14.8. While pages are painted every tagged piece gets a number on its page; here
those numbers are hung into elements, section by section, and every page learns whose its numbers are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.pdf.objects import text_string
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from publisher.pdf.paper import PackedDocument
    from publisher.typesetting.document import Section, Where
    from publisher.typesetting.face import Element

# An empty cell keeps the columns of its row in step; any other element without content says nothing.
_CELLS = (Role.HEADER, Role.CELL)


class Content(NamedTuple):
    """One tagged piece on a page, `mcid` its number there; or a link: its object, `mcid` its key in the parent tree."""

    element: int
    mcid: int
    annotation: int = 0


class Marked(NamedTuple):
    """A painted face with tags. `boxes` are the elements' rectangles on the page, in points."""

    page: int
    elements: tuple[Element, ...]
    contents: tuple[Content, ...]
    boxes: Mapping[int, str]


class Leaves(NamedTuple):
    """Where marks belong: the list of owners of each page, owners of links by their keys, notes. All are objects."""

    pages: list[int]
    annotations: dict[int, int]
    notes: list[int]


@dataclass
class StructureTree:
    """Written elements, and whose each marked piece and each annotation is. `pages` are their object numbers."""

    paper: PackedDocument
    root: int
    pages: Sequence[int]
    _owners: list[dict[int, int]] = field(default_factory=list)
    _annotations: dict[int, int] = field(default_factory=dict)
    _notes: list[int] = field(default_factory=list)

    def write(self, sections: Sequence[Section], marked: Mapping[Where, Marked]) -> None:
        """Write the whole tree: the document, its groups, their sections, the faces' elements."""
        document = self.paper.reserve()
        kids = self.hang(sections, marked, document)
        self.paper.put(f"<</S/Document/P {self.root} 0 R/K[{references(kids)}]>>", document)
        self._root(document)

    def hang(self, sections: Sequence[Section], marked: Mapping[Where, Marked], document: int) -> list[int]:
        """Write what stands below the document: groups, sections, the faces' elements. Gives the uppermost."""
        self._owners = [{} for _ in self.pages]
        kids: list[int] = []
        for group, members in groupby(sections, key=lambda section: section.group):
            above = self.paper.reserve() if group else document
            written = [self._section(section, marked, above) for section in members]
            if group:
                self._sect(above, document, group, written)
                kids.append(above)
            else:
                kids += written
        return kids

    def leaves(self) -> Leaves:
        """Write whose the marks of each page are."""
        return Leaves([self._owners_of(page) for page in range(len(self.pages))], self._annotations, self._notes)

    def _section(self, section: Section, marked: Mapping[Where, Marked], parent: int) -> int:
        own = self.paper.reserve()
        kids = [kid for where in section.faces for kid in self._face(marked[where], own)]
        self._sect(own, parent, section.title, kids)
        return own

    def _sect(self, own: int, parent: int, title: str, kids: Sequence[int]) -> None:
        self.paper.put(f"<</S/Sect/P {parent} 0 R/T{text_string(title)}/K[{references(kids)}]>>", own)

    def _face(self, face: Marked, section: int) -> list[int]:
        kids = _family(face)
        kept = sorted({element for below in kids.values() for element in below if isinstance(element, int)})
        first = self.paper.reserve(len(kept))
        own = {-1: section} | {element: first + place for place, element in enumerate(kept)}
        for element in kept:
            self._element(face, element, own, kids.get(element, []))
        self._remember(face, own)
        return [own[kid] for kid in kids.get(-1, []) if isinstance(kid, int)]

    def _element(self, face: Marked, index: int, own: Mapping[int, int], kids: Sequence[int | Content]) -> None:
        element = face.elements[index]
        number = self.pages[face.page]
        written = [_kid(kid, own, number) for kid in kids]
        below = written[0] if len(written) == 1 else f"[{' '.join(written)}]"
        page = f"/Pg {number} 0 R" if any(isinstance(kid, Content) for kid in kids) else ""
        more = _attributes(face, index) + self._name(element, own[index])
        self.paper.put(f"<</S/{element.role.value}/P {own[element.parent]} 0 R{page}{more}/K {below}>>", own[index])

    # A note must have a name of its own (ISO 14289-1, 7.9).
    def _name(self, element: Element, number: int) -> str:
        if element.role is not Role.NOTE:
            return ""
        self._notes.append(number)
        return f"/ID({_note_name(number)})"

    def _remember(self, face: Marked, own: Mapping[int, int]) -> None:
        for content in face.contents:
            owners = self._annotations if content.annotation else self._owners[face.page]
            owners[content.mcid] = own[content.element]

    def _root(self, document: int) -> None:
        write_root(self.paper, self.root, document, self.leaves())

    def _owners_of(self, page: int) -> int:
        owners = self._owners[page]
        return self.paper.put(f"[{references(owners[mcid] for mcid in range(len(owners)))}]")


def write_root(paper: PackedDocument, root: int, document: int, leaves: Leaves) -> None:
    """Write the root of a tree: its document, the owners of all marks and links by their keys, and notes by name."""
    owners = chain(enumerate(leaves.pages), sorted(leaves.annotations.items()))
    parents = (f"{key} {owner} 0 R" for key, owner in owners)
    tree = paper.put(f"<</Nums[{' '.join(parents)}]>>")
    # A tree of names is in their order, which is that of their numbers.
    names = "".join(f"({_note_name(number)}) {number} 0 R" for number in sorted(leaves.notes))
    ids = f"/IDTree<</Names[{names}]>>" if names else ""
    following = max(leaves.annotations, default=len(leaves.pages) - 1) + 1
    paper.put(
        f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {following}{ids}>>", root
    )


def _note_name(number: int) -> str:
    return f"note-{number:08d}"


def _family(face: Marked) -> dict[int, list[int | Content]]:
    """What is below each element (-1: the face), in the order in which it is first painted."""
    begins = _beginnings(face)
    below: dict[int, list[tuple[int, int | Content]]] = {}
    for place, content in enumerate(face.contents):
        below.setdefault(content.element, []).append((place, content))
    before: dict[int, int] = {}
    for index, element in enumerate(face.elements):
        parent = element.parent
        if index not in begins and not (element.role in _CELLS and parent in begins):
            continue
        at = begins.get(index, before.get(parent, -1))
        before[parent] = at
        below.setdefault(parent, []).append((at, index))
    return {parent: [kid for _, kid in sorted(kids, key=lambda kid: kid[0])] for parent, kids in below.items()}


def _beginnings(face: Marked) -> dict[int, int]:
    begins: dict[int, int] = {}
    for place, content in enumerate(face.contents):
        element = content.element
        while element != -1 and element not in begins:
            begins[element] = place
            element = face.elements[element].parent
    return begins


def _kid(kid: int | Content, own: Mapping[int, int], page: int) -> str:
    if isinstance(kid, int):
        return f"{own[kid]} 0 R"
    if kid.annotation:
        return f"<</Type/OBJR/Obj {kid.annotation} 0 R/Pg {page} 0 R>>"
    return str(kid.mcid)


def _attributes(face: Marked, index: int) -> str:
    element = face.elements[index]
    out = f"/Alt{text_string(element.alt)}" if element.alt else ""
    if index in face.boxes:
        out += f"/A<</O/Layout/BBox[{face.boxes[index]}]>>"
    elif element.role is Role.HEADER:
        out += f"/A<</O/Table/Scope/{element.scope or 'Column'}>>"
    elif element.role is Role.LIST:
        out += f"/A<</O/List/ListNumbering/{_numbering(face.elements, index)}>>"
    return out


def _numbering(elements: Sequence[Element], index: int) -> str:
    """How the items are marked: with figures, with a sign, or not at all (ISO 32000-1, table 347)."""
    if elements[index].numbered:
        return "Decimal"
    items = {place for place, element in enumerate(elements) if element.parent == index}
    signed = any(element.role is Role.LABEL and element.parent in items for element in elements)
    return "Disc" if signed else "None"


def references(numbers: Iterable[int]) -> str:
    """References to objects, side by side."""
    return " ".join(f"{number} 0 R" for number in numbers)
