"""Booklets: which pages lie side by side so that the folded sheets read from the first to the last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.press.saddle import saddle
from publisher.press.sheets import Side


def test_eight_pages_lie_on_two_sheets_as_stapled() -> None:
    spreads = [(spread.side, spread.left, spread.right) for spread in saddle(8)]

    assert spreads == [(Side.FRONT, 7, 0), (Side.BACK, 1, 6), (Side.FRONT, 5, 2), (Side.BACK, 3, 4)]


@given(st.integers(1, 30))
def test_every_page_is_printed_once_and_its_neighbour_in_print_is_found_from_the_other_end(sheets: int) -> None:
    spreads = [*saddle(4 * sheets)]

    assert sorted(page for spread in spreads for page in (spread.left, spread.right)) == [*range(4 * sheets)]
    assert all(spread.left + spread.right == 4 * sheets - 1 for spread in spreads)
    # An odd page (counted from 0) lies at the left of an open booklet.
    assert all(spread.left % 2 == 1 and spread.right % 2 == 0 for spread in spreads)


def test_inner_sheets_move_towards_the_fold_by_what_the_outer_ones_are_thick() -> None:
    creeps = [spread.creep for spread in saddle(12, thickness=0.2)]

    assert creeps == pytest.approx([0.0, 0.0, 0.2, 0.2, 0.4, 0.4])


def test_pages_that_fill_no_sheet_are_refused() -> None:
    with pytest.raises(ValueError, match="6 pages"):
        list(saddle(6))
