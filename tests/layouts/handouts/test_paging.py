"""Pieces shared out over pages: never split, as few pages as can be, no page nearly empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from layouts.handouts.paging import Room, shared_out

ROOM = Room(180.0, 260.0)


def test_what_fits_on_one_page_stays_there() -> None:
    assert shared_out([60, 60, 50], ROOM, 4) == [range(3)]


def test_what_is_left_over_is_shared_out_and_not_left_on_the_last_page() -> None:
    assert shared_out([60, 60, 60, 60, 60, 60], Room(260, 260), 4) == [range(3), range(3, 6)]


def test_what_is_left_over_is_left_on_a_last_page_that_has_a_use_for_it() -> None:
    heights = [86, 81, 86, 81, 164]

    assert shared_out(heights, ROOM, 4, 100) == [range(2), range(2, 4), range(4, 5)]


def test_a_first_page_has_less_room() -> None:
    assert shared_out([90, 90, 90], ROOM, 4) == [range(1), range(1, 3)]


def test_a_piece_higher_than_a_page_goes_nowhere() -> None:
    assert shared_out([60, 300], ROOM, 4) is None


def test_a_piece_too_high_for_the_first_page_alone_goes_nowhere_else() -> None:
    assert shared_out([200, 10], ROOM, 4) is None


@given(st.lists(st.floats(5, 170), min_size=1, max_size=14))
def test_every_piece_stands_on_one_page_in_its_order_and_fits(heights: list[float]) -> None:
    pages = shared_out(heights, ROOM, 4)

    assert [at for page in pages for at in page] == [*range(len(heights))]
    for number, page in enumerate(pages):
        assert sum(heights[at] for at in page) + 4 * (len(page) - 1) <= ROOM.of(number) + 1e-3


@given(st.lists(st.floats(5, 170), min_size=1, max_size=14))
def test_there_are_no_more_pages_than_filling_one_after_another_takes(heights: list[float]) -> None:
    pages, left = 1, ROOM.first
    for height in heights:
        if height > left:
            pages, left = pages + 1, ROOM.later
        left -= height + 4

    assert len(shared_out(heights, ROOM, 4)) <= pages
