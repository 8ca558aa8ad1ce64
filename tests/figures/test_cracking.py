"""Weights of lines between pixels, on boards and balls: what bears a line and what must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.edges import cracks
from publisher.figures.field import Part
from tests.figures.rasters import SHIRT, SHORTS, SKIN, ball, board, nothing

if TYPE_CHECKING:
    from publisher.figures.tracing import Raster


MAT = Part("mat", "prop:mat", "mat")
CHAIR = Part("prop", "prop:chair", "seat")
THUMB, FINGER = Part("skin", "arm_r", "thumb"), Part("skin", "arm_r", "finger1")
LEFT_LEG = Part("skin", "leg_l", "shank")


def weights(raster: Raster, borders: np.ndarray | None = None) -> np.ndarray:
    """All weights across and down that are more than nothing."""
    found = cracks(raster, raster.part if borders is None else borders)
    every = np.concatenate((found.across.ravel(), found.down.ravel()))
    return np.round(every[every > 0.05], 2)


def test_the_outline_of_a_ball_is_the_only_line_on_it() -> None:
    found = weights(ball(nothing(), SHIRT, (0, 0, 0), 0.2))

    assert set(found) == {1.12}


def test_an_outline_is_finer_round_hands_things_and_mats() -> None:
    heaviest = [weights(board(nothing(), part, (-0.1, -0.1, 0.1, 0.1))).max() for part in (SHIRT, THUMB, CHAIR, MAT)]

    assert heaviest == sorted(heaviest, reverse=True)
    assert len(set(heaviest)) == 4


def test_a_ball_in_front_of_a_board_is_outlined_by_its_owner() -> None:
    raster = ball(board(nothing(), SHIRT, (-0.25, -0.25, 0.25, 0.25), -0.2), SKIN, (0, 0, 0), 0.1)
    found = cracks(raster, raster.part)
    middle = found.across[90]

    assert np.sort(middle[middle > 0.9]).round(2).tolist() == [1.0, 1.0, 1.12, 1.12]
    assert raster.parts[found.across_owner[90, np.flatnonzero(middle > 0.9)[1]]] == SKIN


@pytest.mark.parametrize("slope", [1, 4, 8])
def test_a_surface_at_a_flat_angle_bears_no_line(slope) -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2), slope=(slope, 0))

    assert set(weights(raster)) == {1.12}


def test_an_edge_on_a_sloping_surface_bears_one_line_and_not_two() -> None:
    far = board(nothing(), SHIRT, (-0.25, -0.25, 0.25, 0.25), slope=(2, 0))
    raster = board(far, SHIRT, (-0.1, -0.3, 0.25, 0.3), 0.05, slope=(2, 0))
    row = cracks(raster, raster.part).across[90]

    assert (row > 0.1).sum() == 3  # both rims and the edge


def test_a_hem_bears_a_thin_line_where_the_cloth_lies_close() -> None:
    raster = board(board(nothing(), SHORTS, (-0.2, -0.2, 0.2, 0)), SHIRT, (-0.2, 0, 0.2, 0.2))

    assert set(weights(raster)) == {0.42, 1.12}


def test_pieces_of_one_material_bear_a_line_only_where_they_meet_in_a_fold() -> None:
    flat = board(board(nothing(), SKIN, (-0.2, -0.2, 0, 0.2)), Part("skin", "trunk", "neck"), (0, -0.2, 0.2, 0.2))
    left = board(nothing(), SKIN, (-0.2, -0.2, 0, 0.2), slope=(-0.8, 0))
    fold = board(left, Part("skin", "trunk", "neck"), (0, -0.2, 0.2, 0.2), slope=(0.8, 0))
    ridge = board(nothing(), SKIN, (-0.2, -0.2, 0, 0.2), slope=(0.8, 0))
    ridge = board(ridge, Part("skin", "trunk", "neck"), (0, -0.2, 0.2, 0.2), slope=(-0.8, 0))
    one_paint = np.zeros(flat.part.shape, dtype=np.int64)

    assert set(weights(flat, one_paint)) == {1.12}
    assert 0.62 in weights(fold, one_paint)
    assert set(weights(ridge, one_paint)) == {1.12}


def test_legs_that_touch_bear_a_line_between_them() -> None:
    raster = board(board(nothing(), SKIN, (-0.2, -0.2, 0.2, 0)), LEFT_LEG, (-0.2, 0, 0.2, 0.2))

    assert 0.7 in weights(raster, np.zeros(raster.part.shape, dtype=np.int64))


def test_fingers_are_told_apart_by_smaller_steps_than_limbs() -> None:
    low, high = (-0.2, -0.2, 0.2, 0.0), (-0.2, 0.0, 0.2, 0.2)
    one_paint = np.zeros(nothing().part.shape, dtype=np.int64)
    fingers = board(board(nothing(), THUMB, low), FINGER, high, 0.006)
    legs = board(board(nothing(), SKIN, low), Part("skin", "leg_r", "thigh"), high, 0.006)

    assert 0.3 < weights(fingers, one_paint).min() < 0.6
    assert weights(legs, one_paint).min() < 0.3


def test_a_body_on_a_thing_has_a_full_outline_though_it_touches_it() -> None:
    raster = board(board(nothing(), CHAIR, (-0.2, -0.2, 0.2, 0)), SHORTS, (-0.2, 0, 0.2, 0.2), 0.0001)

    assert 0.9 in weights(raster)
