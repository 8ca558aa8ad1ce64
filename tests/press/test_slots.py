"""How many cards a sheet holds: the numbers that somebody counted on paper."""

from __future__ import annotations

from itertools import combinations

import pytest

from publisher.model.printing import PrintSettings, Sides
from publisher.press.imposition import impose
from tests.press.sheets_to_try import A4, LETTER, PAPERS, PLAIN, POKER, STOCKS, precut_paper


@pytest.mark.parametrize(
    ("size", "slots"),
    [
        ("poker", (9, 8, 8, 6)),
        ("bridge", (9, 9, 8, 8)),
        ("tarot", (4, 4, 4, 4)),
        ("mini", (18, 16, 16, 15)),
        ("id-1", (10, 9, 9, 8)),
        ("a7", (4, 4, 4, 4)),
        ("a6", (2, 2, 2, 2)),
        ("3x5", (4, 4, 4, 4)),
    ],
)
def test_as_many_cards_as_fit(size: str, slots: tuple[int, ...]) -> None:
    found = [
        len(impose(0, paper, PLAIN[size], PrintSettings(gap=gap)).grid.slots) for paper in PAPERS for gap in (0, 4)
    ]

    assert tuple(found) == slots


def test_a_row_is_not_lost_to_rounding() -> None:
    # (279.4 - 2 * 6.35) / 88.9 is 3, and a hair less in floating point.
    assert impose(0, LETTER, POKER, PrintSettings(margin=6.35)).grid.rows == 3


def test_folded_poker_cards_fit_four_to_a_sheet() -> None:
    assert len(impose(0, A4, POKER, PrintSettings(sides=Sides.FOLD)).grid.slots) == 4


@pytest.mark.parametrize("name", [name for name, stock in STOCKS.items() if stock.sheet])
def test_a_precut_sheet_has_its_slots_inside_its_paper(name: str) -> None:
    stock = STOCKS[name]
    imposition = impose(40, precut_paper(stock), stock, PrintSettings())

    assert stock.sheet is not None
    assert len(imposition.grid.slots) == stock.sheet.columns * stock.sheet.rows
    for page in imposition.pages:
        assert all(page.paper.contains(here.painted) for here in page.placements)
        assert not any(a.painted.overlaps(b.painted) for a, b in combinations(page.placements, 2))
