"""What stands in the margins stays in them: off the cards, off one another, on every size and paper."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from publisher.geometry import Box
from publisher.model.printing import Flip, PrintSettings, Sides
from publisher.press.furniture import Bar, Furniture, furniture
from publisher.press.imposition import impose
from publisher.problems import InputError
from tests.press.sheets_to_try import A4, PAPERS, PLAIN, POKER, STOCKS, a_stock, precut_paper, settings, stocks

if TYPE_CHECKING:
    from publisher.model.stock import Paper, Stock
    from publisher.press.marks import Line


def furnished(settings: PrintSettings, paper: Paper = A4, stock: Stock = POKER, page: int = 0) -> Furniture:
    imposition = impose(9, paper, stock, settings)
    return furniture(imposition.grid, imposition.pages[page], settings)


def box_of(line: Line) -> Box:
    return Box(line.start.x, line.start.y, line.end.x - line.start.x, line.end.y - line.start.y)


def boxes(found: Furniture) -> list[Box]:
    bars = [line for bar in (found.level_bar, found.upright_bar) if bar for line in (bar.line, *bar.serifs)]
    texts = [box for box in (found.top_left, found.top_right, found.bottom, found.side) if box]
    return [*texts, *(box_of(line) for line in bars)]


def overlap(one: Box, other: Box, slack: float = 0.01) -> bool:
    return (
        one.x < other.right - slack
        and other.x < one.right - slack
        and one.y < other.bottom - slack
        and other.y < one.bottom - slack
    )


def length(bar: Bar | None) -> float:
    assert bar is not None
    return max(bar.line.end.x - bar.line.start.x, bar.line.end.y - bar.line.start.y)


@example(PAPERS[-1], a_stock(54.074, 61.001), PrintSettings(margin=0.0, gap=6.0, bleed=0.0))
@given(st.sampled_from(PAPERS), stocks, settings)
def test_furniture_stays_off_the_cards_and_on_the_paper(paper: Paper, stock: Stock, settings: PrintSettings) -> None:
    try:
        imposition = impose(9, paper, stock, settings)
    except InputError:
        assume(condition=False)
        raise

    for page in imposition.pages:
        found = furniture(imposition.grid, page, settings)
        for box in boxes(found):
            assert page.paper.box.contains(box)
            assert not [slot for slot in page.placements if overlap(box, slot.box)]
        texts = [box for box in (found.top_left, found.top_right, found.bottom, found.side) if box]
        assert not [pair for pair in combinations(texts, 2) if overlap(*pair)]
        assert not [line for line in found.lines for text in texts if overlap(_thick(line), text)]


def _thick(line: Line) -> Box:
    return box_of(line).inset(-0.1)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("sides", [Sides.DUPLEX, Sides.FOLD])
@pytest.mark.parametrize("name", sorted(PLAIN))
def test_every_size_has_room_for_both_bars_and_every_text(name: str, sides: Sides, paper: Paper) -> None:
    found = furnished(PrintSettings(sides=sides), paper, PLAIN[name])

    assert length(found.level_bar) == pytest.approx(100)
    assert length(found.upright_bar) == pytest.approx(100)
    assert found.top_left
    assert found.top_left.width > 85
    assert found.top_right
    assert found.top_right.width > 60
    assert found.bottom
    assert found.bottom.width > 40
    assert found.side


@pytest.mark.parametrize("name", [name for name, stock in STOCKS.items() if stock.sheet])
def test_a_precut_sheet_has_its_level_bar(name: str) -> None:
    found = furnished(PrintSettings(), precut_paper(STOCKS[name]), STOCKS[name])

    assert length(found.level_bar) == pytest.approx(100)
    assert found.lines == ()


def test_where_the_design_has_them() -> None:
    found = furnished(PrintSettings())

    assert found.level_bar
    assert (found.level_bar.line.start.x, found.level_bar.line.start.y) == (55, 291.3)
    assert found.upright_bar
    assert (found.upright_bar.line.start.x, found.upright_bar.line.start.y) == (5, 98.5)
    assert found.top_left == Box(9.75, 3.9, 112.3, 3.5)


def test_front_and_back_are_furnished_alike() -> None:
    for flip in Flip:
        front, back = (furnished(PrintSettings(flip=flip), page=page) for page in (0, 1))
        assert boxes(front) == boxes(back)


def test_a_wider_margin_moves_everything_in() -> None:
    found = furnished(PrintSettings(margin=14))

    assert found.top_left
    assert found.top_left.y == pytest.approx(9.9)
    assert found.level_bar
    assert found.level_bar.line.start.y == pytest.approx(285.3)


def test_a_page_at_trim_size_has_no_furniture() -> None:
    assert furnished(PrintSettings(sides=Sides.SINGLE)) == Furniture()
