"""Which pages of the file hold what, the guide itself counted."""

from __future__ import annotations

import pytest

from publisher.model.printing import SheetOrder, Sides
from publisher.press.sheets import Side
from tests.layouts.guide.plans import a_plan


def test_a_guide_takes_a_whole_sheet_where_the_printer_turns_the_paper() -> None:
    plan = a_plan()

    assert plan.own_pages == 2
    assert plan.numbers() == [3, 4, 5, 6, 7, 8]
    assert plan.numbers(Side.FRONT) == [3, 5, 7]


@pytest.mark.parametrize(
    ("order", "fronts", "backs"),
    [
        (SheetOrder.FRONTS_BACKS, [2, 3, 4], [5, 6, 7]),
        (SheetOrder.BACKS_REVERSED, [2, 3, 4], [5, 6, 7]),
    ],
)
def test_fronts_and_backs_printed_apart_are_found_by_their_page_numbers(order, fronts, backs) -> None:
    plan = a_plan(order=order)

    assert plan.own_pages == 1
    assert (plan.numbers(Side.FRONT), plan.numbers(Side.BACK)) == (fronts, backs)


def test_a_folded_deck_has_no_pages_of_backs() -> None:
    plan = a_plan(sides=Sides.FOLD)

    assert plan.numbers(Side.BACK) == []
    assert plan.first(Side.BACK) is None
