"""Lines laid on a surface: smooth, on the skin, on both halves, and cut where they are hidden."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.field import Group, Part, cone
from publisher.figures.laid import LIFT, Flat, curve, floating, laid, shown
from tests.figures.parts import AHEAD, eye, far, look

SKIN = Part("skin", "head", "face")
BALL = Group("ball", (cone(SKIN, (0, 0, 0), (0, 0.0001, 0), (0.05, 0.05)),))
ACROSS = Flat(((-0.03, 0.0), (0.0, 0.01), (0.03, 0.0)), (0.2, 1.0, 0.2))
ASIDE = Flat(((0.01, 0.0), (0.02, 0.0)), (0.5, 0.5))


def test_a_curve_goes_through_its_spots_and_spreads_its_weights() -> None:
    points, weights = curve(ACROSS.spots, ACROSS.weights)
    for spot in ACROSS.spots:
        assert np.linalg.norm(points - spot, axis=1).min() < 1e-9
    assert weights[0] == weights[-1] == pytest.approx(0.2)
    assert weights.max() == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("drawn", ["front", "side", "top"])
def test_lines_lie_on_the_surface(drawn) -> None:
    for line in laid([ASIDE._replace(drawn=drawn)], [BALL]):
        assert far([BALL], *line.points) == pytest.approx([LIFT] * len(line.points), abs=0.0003)


def test_a_line_of_one_half_is_laid_on_both_and_one_across_the_middle_once() -> None:
    assert len(laid([ASIDE], [BALL])) == 2
    assert len(laid([ACROSS], [BALL])) == 1


def test_seen_from_ahead_and_not_from_behind() -> None:
    lines = laid([ACROSS], [BALL])
    assert len(shown(lines, AHEAD, look([BALL], "front"), eye("front"))) == 1
    assert shown(lines, AHEAD, look([BALL], "back"), eye("back")) == []


def test_from_the_side_only_the_near_part_is_seen() -> None:
    (seen,) = shown(laid([ACROSS], [BALL]), AHEAD, look([BALL], "right"), eye("right"))
    assert (seen.points[:, 2] > 0).all()


def test_what_lies_before_it_cuts_a_line_in_two() -> None:
    bar = Group("bar", (cone(SKIN, (0.09, -0.1, 0), (0.09, 0.1, 0), (0.008, 0.008)),))
    runs = shown(laid([ACROSS], [BALL]), AHEAD, look([BALL, bar], "front"), eye("front"))
    assert len(runs) == 2
    assert min(float(np.abs(run.points[:, 0]).min()) for run in runs) > 0.006


def test_what_floats_is_seen_beside_the_surface() -> None:
    rim = floating(np.array(((0.06, 0.0, -0.08), (0.06, 0.0, 0.08))), 0.5)
    (seen,) = shown([rim], AHEAD, look([BALL], "front"), eye("front"))
    assert np.ptp(seen.points[:, 0]) == pytest.approx(0.16)
