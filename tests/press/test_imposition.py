"""Every card once, its back exactly behind its front, and nothing where a printer cannot reach."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publisher.geometry import Point
from publisher.model.printing import Flip, PrintSettings, SheetOrder, Sides
from publisher.press.imposition import impose
from publisher.press.sheets import Imposition, Page, Placement, Side, micrometres
from publisher.problems import InputError
from tests.press.sheets_to_try import A4, LETTER, PAPERS, POKER, settings, stocks

if TYPE_CHECKING:
    from publisher.model.stock import Paper, Stock

papers = st.sampled_from(PAPERS)
counts = st.integers(0, 60)


def printed(count: int, paper: Paper, stock: Stock, settings: PrintSettings) -> Imposition:
    """An imposition, for the settings under which anything fits at all."""
    try:
        return impose(count, paper, stock, settings)
    except InputError as told:
        assume(told.problems[0].name not in {"card-larger-than-paper", "no-room"})
        raise


def sides(pages: tuple[Page, ...]) -> list[tuple[int, Side]]:
    return [(page.sheet, page.side) for page in pages]


def faces(pages: tuple[Page, ...]) -> dict[tuple[int, Side], Placement]:
    return {(here.card_index, here.side): here for page in pages for here in page.placements}


@given(counts, papers, stocks, settings)
def test_every_face_is_printed_exactly_once(count: int, paper: Paper, stock: Stock, settings: PrintSettings) -> None:
    pages = printed(count, paper, stock, settings).pages

    found = Counter((here.card_index, here.side) for page in pages for here in page.placements)

    wanted = (Side.FRONT,) if settings.sides is Sides.FRONT else tuple(Side)
    assert found == Counter((card, side) for card in range(count) for side in wanted)


@given(papers, stocks, settings)
def test_nothing_lies_outside_the_margin_and_no_two_faces_overlap(
    paper: Paper, stock: Stock, settings: PrintSettings
) -> None:
    imposition = printed(60, paper, stock, settings)
    margin = micrometres(settings.margin)
    inside = imposition.grid.paper.grown(-margin, -margin, -margin, -margin)

    for page in imposition.pages:
        for here in page.placements:
            assert inside.contains(here.trim)
            assert page.paper.contains(here.painted)
            assert here.painted.contains(here.trim)
        for one, other in combinations(page.placements, 2):
            assert not one.painted.overlaps(other.painted)


@given(papers, stocks, settings)
def test_every_card_keeps_its_size(paper: Paper, stock: Stock, settings: PrintSettings) -> None:
    size = (micrometres(stock.width), micrometres(stock.height))

    for here in faces(printed(30, paper, stock, settings).pages).values():
        lying = here.turn in (90, 270)
        assert (here.trim.width, here.trim.height) == (size[::-1] if lying else size)


@given(papers, stocks, settings, st.floats(0, 1), st.floats(0, 1))
def test_turned_over_like_the_page_of_a_book_a_card_shows_its_back_upright(
    paper: Paper, stock: Stock, settings: PrintSettings, across: float, down: float
) -> None:
    duplex = replace(settings, sides=Sides.DUPLEX)
    found = faces(printed(40, paper, stock, duplex).pages)

    for card in range(40):
        spot = found[card, Side.FRONT].transform.of(Point(stock.width * across, stock.height * down))
        # The paper is turned over its long (upright) edge or its short (level) edge.
        through = (
            Point(paper.width - spot.x, spot.y) if duplex.flip is Flip.LONG else Point(spot.x, paper.height - spot.y)
        )
        back = found[card, Side.BACK].transform.of(Point(stock.width * (1 - across), stock.height * down))
        assert (back.x, back.y) == pytest.approx((through.x, through.y), abs=0.0015)


@given(papers, stocks, settings, st.floats(0, 1), st.floats(0, 1))
def test_folded_at_the_line_a_card_shows_its_back_upright(
    paper: Paper, stock: Stock, settings: PrintSettings, across: float, down: float
) -> None:
    imposition = printed(9, paper, stock, replace(settings, sides=Sides.FOLD))
    folds = {slot.index: slot.fold for slot in imposition.grid.slots}

    for (card, side), back in faces(imposition.pages).items():
        fold = folds[back.slot]
        if side is Side.FRONT or fold is None:
            continue
        front = faces(imposition.pages)[card, Side.FRONT]
        spot = front.transform.of(Point(stock.width * across, stock.height * down))
        line = fold.box
        folded = Point(2 * line.x - spot.x, spot.y) if fold.width == 0 else Point(spot.x, 2 * line.y - spot.y)
        behind = back.transform.of(Point(stock.width * (1 - across), stock.height * down))
        assert (behind.x, behind.y) == pytest.approx((folded.x, folded.y), abs=0.0015)


@given(papers, stocks, settings)
def test_neighbours_never_paint_over_half_of_the_gap_and_nothing_over_a_fold(
    paper: Paper, stock: Stock, settings: PrintSettings
) -> None:
    imposition = printed(30, paper, stock, settings)

    for one, other in combinations(imposition.grid.slots, 2):
        assert not one.front.painted.overlaps(other.front.painted)
    for slot in imposition.grid.slots:
        if slot.fold is not None:
            assert not slot.front.painted.overlaps(slot.back.trim)
            assert not slot.back.painted.overlaps(slot.front.trim)


@given(papers, stocks, settings, st.integers(1, 3))
def test_a_full_sheet_needs_no_second_and_one_card_more_does(
    paper: Paper, stock: Stock, settings: PrintSettings, sheets: int
) -> None:
    slots = len(printed(1, paper, stock, settings).grid.slots)

    assert impose(sheets * slots, paper, stock, settings).sheets == sheets
    assert impose(sheets * slots + 1, paper, stock, settings).sheets == sheets + 1


@given(papers, stocks, settings, counts)
def test_a_part_sheet_never_moves(paper: Paper, stock: Stock, settings: PrintSettings, count: int) -> None:
    part = faces(printed(count, paper, stock, settings).pages)
    whole = faces(printed(120, paper, stock, settings).pages)

    assert all(whole[face] == here for face, here in part.items())


@given(settings, st.data())
def test_half_used_stock_is_filled_from_where_it_is_free(settings: PrintSettings, data: st.DataObject) -> None:
    slots = len(printed(1, A4, POKER, settings).grid.slots)
    start = data.draw(st.integers(1, slots))
    skip = data.draw(st.sets(st.integers(1, slots), max_size=slots - 1))
    free = [number for number in range(start, slots + 1) if number not in skip]
    assume(free)

    chosen = replace(settings, start_at=start, skip=tuple(skip))
    found = faces(impose(len(free) + slots, A4, POKER, chosen).pages)

    used = [(found[card, Side.FRONT].sheet, found[card, Side.FRONT].slot) for card in range(len(free) + slots)]
    assert used == [(1, number) for number in free] + [(2, number) for number in range(1, slots + 1)]


@pytest.mark.parametrize(
    ("order", "pages"),
    [
        (SheetOrder.INTERLEAVED, ["1 front", "1 back", "2 front", "2 back", "3 front", "3 back"]),
        (SheetOrder.FRONTS_BACKS, ["1 front", "2 front", "3 front", "1 back", "2 back", "3 back"]),
        (SheetOrder.BACKS_REVERSED, ["1 front", "2 front", "3 front", "3 back", "2 back", "1 back"]),
    ],
)
def test_pages_leave_the_printer_in_the_order_that_was_asked_for(order: SheetOrder, pages: list[str]) -> None:
    imposition = impose(20, A4, POKER, PrintSettings(order=order))

    assert [f"{sheet} {side.value}" for sheet, side in sides(imposition.pages)] == pages


def test_turned_over_the_long_edge_the_columns_of_the_back_are_mirrored() -> None:
    front, back = impose(3, A4, POKER, PrintSettings()).pages

    assert [here.trim.left for here in front.placements] == [9_750, 73_250, 136_750]
    assert [here.trim.left for here in back.placements] == [136_750, 73_250, 9_750]
    assert {here.turn for here in back.placements} == {0}


def test_turned_over_the_short_edge_the_rows_of_the_back_are_mirrored_and_stand_on_their_heads() -> None:
    front, back = impose(9, A4, POKER, PrintSettings(flip=Flip.SHORT)).pages

    assert [here.trim.top for here in front.placements[::3]] == [15_150, 104_050, 192_950]
    assert [here.trim.top for here in back.placements[::3]] == [192_950, 104_050, 15_150]
    assert {here.turn for here in back.placements} == {180}


@pytest.mark.parametrize(("flip", "turn"), [(Flip.LONG, 270), (Flip.SHORT, 90)])
def test_cards_that_lie_on_the_front_lie_on_the_back(flip: Flip, turn: int) -> None:
    front, back = impose(1, LETTER, POKER, PrintSettings(flip=flip)).pages

    assert (front.placements[0].turn, back.placements[0].turn) == (90, turn)


def test_a_print_shop_gets_one_face_a_page_with_bleed_all_round() -> None:
    imposition = impose(2, A4, POKER, PrintSettings(sides=Sides.SINGLE, bleed=3))

    assert sides(imposition.pages) == [(1, Side.FRONT), (1, Side.BACK), (2, Side.FRONT), (2, Side.BACK)]
    page = imposition.pages[0]
    assert (page.paper.box.width, page.paper.box.height) == (69.5, 94.9)
    assert page.trim == page.placements[0].trim == page.paper.grown(-3_000, -3_000, -3_000, -3_000)
    assert page.placements[0].bleed == (3, 3, 3, 3)


def test_with_no_gap_the_bleed_is_painted_round_the_block_alone() -> None:
    placements = impose(9, A4, POKER, PrintSettings()).pages[0].placements

    assert placements[0].bleed == (3, 3, 0, 0)
    assert placements[4].bleed == (0, 0, 0, 0)
    assert placements[8].bleed == (0, 0, 3, 3)
