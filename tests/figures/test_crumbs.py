from __future__ import annotations

from publisher.drawing import Path, rectangle
from publisher.figures.crumbs import pieces, without_crumbs
from publisher.geometry import Box

LARGE, SMALL = rectangle(Box(0, 0, 10, 10)), rectangle(Box(20, 0, 1, 1))
BOTH = Path((*LARGE.segments, *SMALL.segments))


def test_an_area_falls_into_its_closed_curves() -> None:
    assert [*pieces(BOTH)] == [LARGE, SMALL]


def test_a_round_area_of_two_curves_is_none() -> None:
    """An ellipse that was fitted with two cubics has two ends, and straight between them it holds nothing."""
    eye = Path((("M", (0, 0)), ("C", (0, 8, 10, 8, 10, 0)), ("C", (10, -8, 0, -8, 0, 0)), ("Z", ())))

    assert without_crumbs(eye, 20) == eye


def test_what_holds_less_is_left_out() -> None:
    assert without_crumbs(BOTH, 2) == LARGE
    assert without_crumbs(BOTH, 0.5) == BOTH
    assert without_crumbs(BOTH, 200) == Path()
