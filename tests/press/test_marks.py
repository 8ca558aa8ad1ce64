"""Marks show every cut of every card that is there, once, and stay off the cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publisher.model.printing import Marks, PrintSettings, Sides
from publisher.press.imposition import impose
from publisher.press.marks import Line, cut_marks
from publisher.problems import InputError
from tests.press.sheets_to_try import A4, PAPERS, POKER, STOCKS, precut_paper, settings, stocks

if TYPE_CHECKING:
    from publisher.geometry import Box
    from publisher.model.stock import Paper, Stock


def marks(settings: PrintSettings, count: int = 9, page: int = 0) -> tuple[Line, ...]:
    imposition = impose(count, A4, POKER, settings)
    return cut_marks(imposition.grid, imposition.pages[page], settings)


def crosses(line: Line, box: Box) -> bool:
    """Whether a line passes through the inside of a box, which has edges of its own."""
    left, right = sorted((line.start.x, line.end.x))
    top, bottom = sorted((line.start.y, line.end.y))
    hair = 1e-9
    across = left < box.right - hair and right > box.x + hair
    return across and top < box.bottom - hair and bottom > box.y + hair


def upright(lines: tuple[Line, ...]) -> list[float]:
    return sorted({round(line.start.x, 3) for line in lines if line.start.x == line.end.x})


def level(lines: tuple[Line, ...]) -> list[float]:
    return sorted({round(line.start.y, 3) for line in lines if line.start.y == line.end.y})


@given(st.sampled_from(PAPERS), stocks, settings, st.integers(1, 30))
def test_ticks_never_lie_on_a_card(paper: Paper, stock: Stock, settings: PrintSettings, count: int) -> None:
    settings = replace(settings, marks=Marks.TICKS)
    try:
        imposition = impose(count, paper, stock, settings)
    except InputError:
        assume(condition=False)
        raise

    for page in imposition.pages:
        lines = cut_marks(imposition.grid, page, settings)
        assert not [line for line in lines for here in page.placements if crosses(line, here.box)]


def test_cards_that_touch_share_one_tick_at_each_end() -> None:
    lines = marks(PrintSettings())

    assert upright(lines) == [9.75, 73.25, 136.75, 200.25]
    assert level(lines) == [15.15, 104.05, 192.95, 281.85]
    assert len(lines) == 16


def test_with_a_gap_both_edges_are_marked() -> None:
    lines = marks(PrintSettings(gap=4), count=8)

    assert upright(lines) == [14.1, 103.0, 107.0, 195.9]


def test_empty_slots_get_no_marks() -> None:
    lines = marks(PrintSettings(), count=2)

    assert upright(lines) == [9.75, 73.25, 136.75]
    assert level(lines) == [15.15, 104.05]


def test_the_back_of_a_part_sheet_is_marked_where_its_cards_are() -> None:
    assert upright(marks(PrintSettings(), count=2, page=1)) == [73.25, 136.75, 200.25]


def test_ticks_stay_off_the_bleed() -> None:
    tops = [line for line in marks(PrintSettings()) if line.start.x == line.end.x and line.end.y < 15.15]

    assert {(line.start.y, line.end.y) for line in tops} == {(8, 11.85)}


def test_ticks_stop_2_mm_short_of_cards_without_bleed() -> None:
    tops = [line for line in marks(PrintSettings(bleed=0)) if line.start.x == line.end.x and line.end.y < 15.15]

    assert {(line.start.y, line.end.y) for line in tops} == {(8, 13.15)}


def test_full_marks_run_along_every_edge_as_one_line() -> None:
    lines = marks(PrintSettings(marks=Marks.FULL))

    along = [line for line in lines if line.start.x == line.end.x == 73.25 and line.end.y - line.start.y > 20]
    assert [(round(line.start.y, 3), round(line.end.y, 3)) for line in along] == [(15.15, 281.85)]


def test_corner_marks_stay_at_the_corners() -> None:
    lines = marks(PrintSettings(marks=Marks.CORNER), count=1)

    short = [
        line for line in lines if abs(line.end.x - line.start.x) + abs(line.end.y - line.start.y) == pytest.approx(3)
    ]
    assert len(short) == 8


def test_the_fold_is_a_line_of_its_own() -> None:
    lines = marks(PrintSettings(sides=Sides.FOLD), count=1)

    (fold,) = [line for line in lines if line.fold]
    assert (fold.start.y, fold.end.y) == (85, 85)
    assert fold.end.x - fold.start.x == pytest.approx(88.9)
    assert 85 not in level(tuple(line for line in lines if not line.fold))


def test_nobody_who_wants_no_marks_gets_any() -> None:
    assert marks(PrintSettings(marks=Marks.NONE)) == ()


def test_a_precut_sheet_has_no_cuts_to_show() -> None:
    stock = STOCKS["avery-l7414"]
    imposition = impose(10, precut_paper(stock), stock, PrintSettings())

    assert cut_marks(imposition.grid, imposition.pages[0], PrintSettings()) == ()


def test_a_page_at_trim_size_has_no_marks() -> None:
    assert marks(PrintSettings(sides=Sides.SINGLE)) == ()
