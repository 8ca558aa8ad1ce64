"""Posters over two sheets: both together show all of it, and a strip of it twice."""

from __future__ import annotations

import pytest

from publisher.geometry import Size
from publisher.press.tiling import OVERLAP, REACH, is_whole, poster_size, seam, tiles

A3, A4, LETTER, TABLOID = Size(297, 420), Size(210, 297), Size(215.9, 279.4), Size(279.4, 431.8)


def test_large_papers_hold_a_poster_whole_and_office_papers_do_not() -> None:
    assert [is_whole(paper) for paper in (A3, TABLOID, A4, LETTER)] == [True, True, False, False]
    assert poster_size(A3) == A3


@pytest.mark.parametrize("paper", [A4, LETTER, Size(297, 210)])
def test_two_sheets_show_all_of_a_poster_and_the_overlap_on_both(paper: Size) -> None:
    upper, lower = tiles(paper)
    poster = poster_size(paper)
    seen = [(tile.clip.y - tile.top, tile.clip.bottom - tile.top) for tile in (upper, lower)]

    assert seen[0][0] == pytest.approx(0)
    assert seen[1][1] == pytest.approx(poster.height)
    assert seen[0][1] - seen[1][0] == pytest.approx(OVERLAP)
    assert all(tile.left + poster.width == pytest.approx(max(paper) - REACH) for tile in (upper, lower))


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_marks_of_both_sheets_are_one_height_of_the_poster(paper: Size) -> None:
    upper, lower = tiles(paper)

    assert upper.mark - upper.top == pytest.approx(lower.mark - lower.top)


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_seam_is_what_both_sheets_show(paper: Size) -> None:
    upper, lower = tiles(paper)

    assert seam(paper) == pytest.approx((lower.clip.y - lower.top, upper.clip.bottom - upper.top))
    assert seam(A3) is None
