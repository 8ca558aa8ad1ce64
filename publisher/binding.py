"""Laid-out faces onto sheets, and the sheets into a document. Reading order is the deck's, not the sheet's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts import margin
from layouts.product import Pair
from publisher.geometry import Box, Point, Size, Transform
from publisher.model.printing import Flip, PrinterProfile, PrintSettings, Sides
from publisher.press.correction import correct
from publisher.press.furniture import furniture
from publisher.press.imposition import free_slots, impose
from publisher.press.marks import Line
from publisher.press.saddle import saddle
from publisher.press.sheets import Side
from publisher.press.tiling import is_whole, poster_size, tiles
from publisher.problems import Phrase
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import unspoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.product import Made, Screen, Strip
    from layouts.setting import Setting
    from publisher.model.stock import Paper, Stock
    from publisher.press.furniture import Furniture
    from publisher.press.sheets import Imposition, Placement
    from publisher.press.sheets import Page as SheetPage
    from publisher.problems import Problem
    from publisher.typesetting.face import Face


class Bound(NamedTuple):
    """Pages and their reading order, still to be printed; `sheets` counts pieces of paper."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    sheets: int
    duplex: str = ""
    warnings: tuple[Problem, ...] = ()


class Press(NamedTuple):
    """How and onto what: the paper, the print settings, the printer's profile, and what the margins say."""

    paper: Paper
    settings: PrintSettings
    setting: Setting
    deck: str
    profile: PrinterProfile | None = None

    def corrected(self, side: Side, placed: Placed) -> Placed:
        """A placement moved so that this printer puts it where it should be."""
        if self.profile is None:
            return placed
        undo = correct(self.profile, side, self.paper.size)
        clip = None if placed.clip is None else undo.of_box(placed.clip)
        return Placed(placed.face, placed.transform.then(undo), clip)


def bind(made: Made, stock: Stock | None, press: Press, first: Sequence[Face] = ()) -> Bound:
    """Everything a layout made, one after another: first pages, pages, screens, sheets of cards, strips to fold."""
    # What comes first lies on one sheet of its own, on one side of it or on both.
    opening = _whole_pages(first, press)._replace(sheets=min(1, len(first)))
    parts = [opening, _whole_pages(made.pages, press), _screens(made.screens)]
    if made.booklet:
        parts.append(_booklet(made.booklet, press))
    if made.posters:
        parts.append(_posters(made.posters, press))
    if made.cards and stock is not None:
        parts.append(_cards(made, stock, press))
    if made.strips and stock is not None:
        parts.append(_strips(made.strips, stock, press))
    pages: list[Page] = []
    sections: list[Section] = []
    for part in parts:
        sections.extend(_later(section, len(pages)) for section in part.sections)
        pages.extend(part.pages)
    duplex = next((part.duplex for part in parts if part.duplex), "")
    warnings = tuple(warning for part in parts for warning in part.warnings)
    return Bound(tuple(pages), tuple(sections), sum(part.sheets for part in parts), duplex, warnings)


def document(bound: Bound, title: str, subject: str, language: str, date: int | None) -> Document:
    """The bound pages as a file to print."""
    return Document(title, language, bound.pages, bound.sections, subject, date, bound.duplex)


def _later(section: Section, pages: int) -> Section:
    return Section(section.title, tuple(Where(w.page + pages, w.index) for w in section.faces), section.group)


def _whole_pages(faces: Sequence[Face], press: Press) -> Bound:
    pages = tuple(Page(face.trim, (_whole(face, press),)) for face in faces)
    sections = tuple(Section(face.title, (Where(i, 0),)) for i, face in enumerate(faces))
    return Bound(pages, sections, len(pages))


def _whole(face: Face, press: Press) -> Placed:
    """A page in its place. One that lies across the paper is turned as the printer likes: nothing is corrected."""
    across = face.trim.width > face.trim.height
    return Placed(face) if across else press.corrected(Side.FRONT, Placed(face))


def _screens(screens: Sequence[Screen]) -> Bound:
    """Pages that no printer sees: nothing is corrected for one, and they take no paper."""
    pages = tuple(Page(screen.face.trim, (Placed(screen.face),)) for screen in screens)
    sections = tuple(Section(screen.title, (Where(i, 0),), screen.group) for i, screen in enumerate(screens))
    return Bound(pages, sections, 0)


def two_sided(front: Face, back: Face, flip: Flip, press: Press) -> Bound:
    """One sheet with something on both sides, each corrected as its own side."""
    pages = tuple(
        Page(face.trim, (press.corrected(side, Placed(face)),)) for side, face in zip(Side, (front, back), strict=True)
    )
    return Bound(pages, (Section(front.title, (Where(0, 0), Where(1, 0))),), 1, flip.value)


# Booklets


def _booklet(faces: Sequence[Face], press: Press) -> Bound:
    """Pages two on a side, to be folded and stapled; what runs off a page at the fold ends there."""
    paper = Size(max(press.paper.size), min(press.paper.size))
    pages: list[Page] = []
    where: dict[int, Where] = {}
    for spread in saddle(len(faces)):
        sides = ((spread.left, 0.0, spread.creep), (spread.right, paper.width / 2, -spread.creep))
        placed = []
        for slot, (number, left, creep) in enumerate(sides):
            where[number] = Where(len(pages), slot)
            size = paper.height / faces[number].trim.height
            moved = Transform.scale(size).then(Transform.move(left + creep, 0.0))
            placed.append(Placed(faces[number], moved, Box(left, 0.0, paper.width / 2, paper.height)))
        # Outside, along the fold, how the sheets are turned.
        said = "" if pages else press.setting.words.say("sheet.booklet")
        pages.append(Page(paper, (*placed, Placed(margin.fold(paper, press.setting, said)))))
    sections = tuple(Section(face.title, (where[number],)) for number, face in enumerate(faces))
    return Bound(tuple(pages), sections, len(pages) // 2, Flip.SHORT.value)


# Posters


def _posters(faces: Sequence[Face], press: Press) -> Bound:
    """Each as large as the paper, or over two sheets of it; it is read once, on the first."""
    paper = press.paper.size
    if is_whole(paper):
        sheets = tuple(Page(paper, (_scaled(face, paper.height),)) for face in faces)
    else:
        across = Size(max(paper), min(paper))
        sheets = tuple(_tile(face, across, number, press) for face in faces for number in (1, 2))
    each = len(sheets) // len(faces)
    sections = tuple(Section(face.title, (Where(at * each, 0),)) for at, face in enumerate(faces))
    return Bound(sheets, sections, len(sheets))


def _scaled(face: Face, height: float) -> Placed:
    return Placed(face, Transform.scale(height / face.trim.height))


def _tile(face: Face, paper: Size, number: int, press: Press) -> Page:
    """One of the two sheets of a poster, with marks where they meet."""
    tile = [*tiles(paper)][number - 1]
    shown = face if number == 1 else unspoken(face)
    moved = _scaled(face, poster_size(paper).height).transform.then(Transform.move(tile.left, tile.top))
    said = press.setting.words.say(f"sheet.tile_{number}")
    return Page(paper, (Placed(shown, moved, tile.clip), Placed(margin.joint(paper, press.setting, tile.mark, said))))


# Cards


def imposed(made: Made, stock: Stock, press: Press) -> Imposition:
    """The cards of a deck on sheets, filled up if the layout wants it."""
    copies = len(made.cards)
    if made.fill and press.settings.sides is not Sides.SINGLE:
        copies = _full_sheet(copies, stock, press)
    return impose(copies, press.paper, stock, press.settings)


def _cards(made: Made, stock: Stock, press: Press) -> Bound:
    pairs, laid = made.cards, imposed(made, stock, press)
    where: dict[tuple[int, Side], Where] = {}
    pages = []
    for index, sheet in enumerate(laid.pages):
        pages.append(_sheet(sheet, laid, pairs, press))
        for slot, placement in enumerate(sheet.placements):
            where.setdefault((placement.card_index, placement.side), Where(index, slot))
    sections = tuple(
        Section(pair.title, tuple(where[i, side] for side in Side if (i, side) in where), pair.group)
        for i, pair in enumerate(pairs)
    )
    duplex = press.settings.flip.value if press.settings.sides is Sides.DUPLEX else ""
    # A print shop lays single cards onto sheets of its own.
    sheets = 0 if press.settings.sides is Sides.SINGLE else laid.sheets
    return Bound(tuple(pages), sections, sheets, duplex, laid.warnings)


def _full_sheet(count: int, stock: Stock, press: Press) -> int:
    """How many cards fill the sheets that so many cards begin."""
    grid = impose(count, press.paper, stock, press.settings).grid
    first = len(free_slots(grid, press.settings))
    return first if count <= first else first + -(-(count - first) // len(grid.slots)) * len(grid.slots)


def _sheet(sheet: SheetPage, imposed: Imposition, pairs: Sequence[Pair], press: Press) -> Page:
    size = Size(sheet.paper.box.width, sheet.paper.box.height)
    marks = _margin(furniture(imposed.grid, sheet, press.settings), sheet, imposed, press, size)
    placed = [_placed(placement, pairs[placement.card_index % len(pairs)]) for placement in sheet.placements]
    corrected = tuple(press.corrected(sheet.side, one) for one in (*placed, Placed(marks)))
    if sheet.trim == sheet.paper:
        return Page(size, corrected, trim=Box(0, 0, size.width, size.height))
    return Page(size, corrected, trim=sheet.trim.box, bleed=Box(0, 0, size.width, size.height))


def _placed(placement: Placement, pair: Pair) -> Placed:
    face = pair.front if placement.side is Side.FRONT else pair.back
    return Placed(face, placement.transform, placement.clip)


def _margin(
    marks: Furniture, sheet: SheetPage, imposed: Imposition, press: Press, size: Size, turning: str = ""
) -> Face:
    words = press.setting.words
    side = words.say("sheet.front" if sheet.side is Side.FRONT else "sheet.back")
    line = words.say("sheet.line", sheet=sheet.sheet, sheets=imposed.sheets, side=side, version=press.setting.version)
    return margin.draw(marks, press.deck, line, press.settings, press.setting, size, turning)


# Strips to fold


def _strips(strips: Sequence[Strip], stock: Stock, press: Press) -> Bound:
    parts = [_strip_sheet(strip, stock, press) for strip in strips]
    pages = tuple(page for page, _ in parts)
    sections = tuple(
        Section(strip.title, tuple(Where(i, face) for face in range(len(strip.faces))))
        for i, strip in enumerate(strips)
    )
    warnings = tuple(dict.fromkeys(warning for _, found in parts for warning in found))
    return Bound(pages, sections, len(pages), warnings=warnings)


def _strip_sheet(strip: Strip, stock: Stock, press: Press) -> tuple[Page, tuple[Problem, ...]]:
    """One sheet of strips, printed on one side: laid out like cards of that size, with marks where they fold.

    A strip with a back lies beside it, as cards do that are folded.
    """
    size = strip.face.trim
    as_stock = stock._replace(name=Phrase(strip.title), width=size.width, height=size.height, sheet=None)
    sides = Sides.FRONT if strip.back is None else Sides.FOLD
    settings = replace(press.settings, sides=sides, start_at=1, skip=())
    count = len(impose(1, press.paper, as_stock, settings).grid.slots)
    imposed = impose(count, press.paper, as_stock, settings)
    sheet = imposed.pages[0]
    marks = furniture(imposed.grid, sheet, settings)
    folds = _fold_marks([placement.box for placement in sheet.placements], strip.folds)
    turning = "sheet.zigzag" if strip.back is None else "sheet.zigzag_two"
    drawn = _margin(marks._replace(lines=(*marks.lines, *folds)), sheet, imposed, press, press.paper.size, turning)
    pair = Pair(strip.title, "", strip.face, strip.back or strip.face)
    placed = [_placed(placement, pair) for placement in sheet.placements]
    corrected = tuple(press.corrected(Side.FRONT, one) for one in (*placed, Placed(drawn)))
    paper = Box(0, 0, press.paper.width, press.paper.height)
    return Page(press.paper.size, corrected, trim=paper), imposed.warnings


def _fold_marks(boxes: Sequence[Box], folds: Sequence[float]) -> list[Line]:
    """Dashed ticks beside the block of strips, at the height of every fold."""
    left, right, top = min(b.x for b in boxes), max(b.right for b in boxes), min(b.y for b in boxes)
    lines = []
    for y in (top + fold for fold in folds):
        lines.append(Line(Point(left - 8, y), Point(left - 2, y), fold=True))
        lines.append(Line(Point(right + 2, y), Point(right + 8, y), fold=True))
    return lines
