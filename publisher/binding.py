"""Laid-out faces onto sheets, and the sheets into a document. Reading order is the deck's, not the sheet's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layouts import margin
from publisher.geometry import Box, Point, Size, Transform
from publisher.model.printing import PrinterProfile, PrintSettings, Sides
from publisher.press.correction import correct
from publisher.press.furniture import Furniture, furniture
from publisher.press.imposition import free_slots, impose
from publisher.press.marks import Line
from publisher.press.sheets import Side
from publisher.typesetting.document import Document, Page, Placed, Section, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.blocks import Setting
    from layouts.product import Made, Pair, Strip
    from publisher.model.stock import Paper, Stock
    from publisher.press.sheets import Imposition, Placement
    from publisher.press.sheets import Page as SheetPage
    from publisher.problems import Problem
    from publisher.typesetting.face import Face


@dataclass(frozen=True, slots=True)
class Bound:
    """Pages and their reading order, still to be printed; `sheets` counts pieces of paper."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    sheets: int
    duplex: str = ""
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Press:
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
    """Everything a layout made, one after another: first pages, pages, sheets of cards, strips to fold."""
    parts = [_whole_pages([*first, *made.pages], press)]
    if made.cards and stock is not None:
        parts.append(_cards(made, stock, press))
    if made.strips:
        parts.append(_strips(made.strips, press))
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
    pages = tuple(Page(face.trim, (press.corrected(Side.FRONT, Placed(face)),)) for face in faces)
    sections = tuple(Section(face.title, (Where(i, 0),)) for i, face in enumerate(faces))
    return Bound(pages, sections, len(pages))


# Cards


def _cards(made: Made, stock: Stock, press: Press) -> Bound:
    pairs, copies = made.cards, len(made.cards)
    if made.fill and press.settings.sides is not Sides.SINGLE:
        copies = _full_sheet(len(pairs), stock, press)
    imposed = impose(copies, press.paper, stock, press.settings)
    where: dict[tuple[int, Side], Where] = {}
    pages = []
    for index, sheet in enumerate(imposed.pages):
        pages.append(_sheet(sheet, imposed, pairs, press))
        for slot, placement in enumerate(sheet.placements):
            where.setdefault((placement.card_index, placement.side), Where(index, slot + 1))
    sections = tuple(
        Section(pair.title, tuple(where[i, side] for side in Side if (i, side) in where), pair.group)
        for i, pair in enumerate(pairs)
    )
    duplex = press.settings.flip.value if press.settings.sides is Sides.DUPLEX else ""
    return Bound(tuple(pages), sections, imposed.sheets, duplex, imposed.warnings)


def _full_sheet(count: int, stock: Stock, press: Press) -> int:
    """How many cards fill the sheets that so many cards begin."""
    grid = impose(count, press.paper, stock, press.settings).grid
    first = len(free_slots(grid, press.settings))
    return first if count <= first else first + -(-(count - first) // len(grid.slots)) * len(grid.slots)


def _sheet(sheet: SheetPage, imposed: Imposition, pairs: Sequence[Pair], press: Press) -> Page:
    size = Size(sheet.paper.box.width, sheet.paper.box.height)
    marks = _margin(furniture(imposed.grid, sheet, press.settings), sheet, imposed, press, size)
    placed = [_placed(placement, pairs[placement.card_index % len(pairs)]) for placement in sheet.placements]
    corrected = tuple(press.corrected(sheet.side, one) for one in (Placed(marks), *placed))
    if sheet.trim == sheet.paper:
        return Page(size, corrected, trim=Box(0, 0, size.width, size.height))
    return Page(size, corrected, trim=sheet.trim.box, bleed=Box(0, 0, size.width, size.height))


def _placed(placement: Placement, pair: Pair) -> Placed:
    face = pair.front if placement.side is Side.FRONT else pair.back
    return Placed(face, placement.transform, placement.clip)


def _margin(marks: Furniture, sheet: SheetPage, imposed: Imposition, press: Press, size: Size) -> Face:
    words = press.setting.words
    side = words.say("sheet.front" if sheet.side is Side.FRONT else "sheet.back")
    line = words.say("sheet.line", sheet=sheet.sheet, sheets=imposed.sheets, side=side, version=press.setting.version)
    return margin.draw(marks, press.deck, line, press.settings, press.setting, size)


# Strips to fold


def _strips(strips: Sequence[Strip], press: Press) -> Bound:
    pages = tuple(_strip_page(strip, press) for strip in strips)
    sections = tuple(Section(strip.title, (Where(i, 1),)) for i, strip in enumerate(strips))
    return Bound(pages, sections, len(pages))


def _strip_page(strip: Strip, press: Press) -> Page:
    """As many copies side by side as the paper holds, one panel's width apart from nothing: they share a cut."""
    paper, face = press.paper.size, strip.face
    count = max(1, int((paper.width - 2 * press.settings.margin) // face.trim.width))
    left = (paper.width - count * face.trim.width) / 2
    top = (paper.height - face.trim.height) / 2
    boxes = [Box(left + i * face.trim.width, top, face.trim.width, face.trim.height) for i in range(count)]
    marks = Furniture(lines=tuple(_strip_marks(boxes, strip.folds)), top_left=Box(left, top - 14, face.trim.width, 4))
    line = press.setting.words.say("warning_card.fold_hint")
    drawn = margin.draw(marks, line, "", press.settings, press.setting, paper)
    placed = [Placed(drawn), *(Placed(face, Transform.move(box.x, box.y), box) for box in boxes)]
    return Page(paper, tuple(press.corrected(Side.FRONT, one) for one in placed), trim=Box(0, 0, paper.width, paper.height))


def _strip_marks(boxes: Sequence[Box], folds: Sequence[float]) -> list[Line]:
    """Cut ticks at the corners, dashed ticks beside the folds."""
    whole = Box(boxes[0].x, boxes[0].y, boxes[-1].right - boxes[0].x, boxes[0].height)
    lines = []
    for x in sorted({round(edge, 3) for box in boxes for edge in (box.x, box.right)}):
        lines += [Line(Point(x, whole.y - 7), Point(x, whole.y - 2)), Line(Point(x, whole.bottom + 2), Point(x, whole.bottom + 7))]
    for y, fold in [(whole.y, False), (whole.bottom, False), *((whole.y + height, True) for height in folds)]:
        lines += [Line(Point(whole.x - 7, y), Point(whole.x - 2, y), fold), Line(Point(whole.right + 2, y), Point(whole.right + 7, y), fold)]
    return lines

