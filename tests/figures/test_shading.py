from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import Part
from publisher.figures.shading import SHADOW_LEVEL, floor_shadow, labelled, shade
from tests.figures.rasters import PIXELS, SHIRT, ball, board, nothing, the_camera

if TYPE_CHECKING:
    from publisher.figures.tracing import Camera, Raster


def the_middle(where: np.ndarray) -> tuple[float, float]:
    rows, columns = np.nonzero(where)
    return rows.mean(), columns.mean()


def test_a_ball_is_dark_below_on_the_right_at_its_rim() -> None:
    raster = ball(nothing(), SHIRT, (0, 0, 0), 0.2)
    dark = shade(raster, raster.part == 0)
    row, column = the_middle(dark)

    assert 0.1 < dark.sum() / (raster.part == 0).sum() < 0.4
    assert row > 90 + 20
    assert column > 90
    assert dark[90 + 55, 90]


def test_a_board_that_faces_the_light_has_no_shade_and_one_that_looks_down_is_all_shade() -> None:
    box = (-0.2, -0.2, 0.2, 0.2)
    lit, dark = board(nothing(), SHIRT, box), board(nothing(), SHIRT, box, slope=(0, 2))

    assert not shade(lit, lit.part == 0).any()
    assert shade(dark, dark.part == 0).sum() > 0.9 * (dark.part == 0).sum()


def test_a_stain_in_the_middle_of_an_area_is_no_shade() -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2))
    raster.normal[80:100, 80:100] = (0, -1, 0)

    assert not shade(raster, raster.part == 0).any()


def test_a_few_dark_pixels_at_the_rim_are_no_shade() -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2))
    raster.normal[145:150, 80:90] = (0, -1, 0)

    assert not shade(raster, raster.part == 0).any()


def test_pieces_are_numbered_each_by_itself() -> None:
    value = np.array(((0, 0, -1, 0), (-1, -1, -1, 0), (2, 2, 0, 0)))
    number, count = labelled(value)

    assert count == 3
    assert number[0, 0] == number[0, 1] != number[0, 3]
    assert number[0, 3] == number[2, 2]
    assert (number[value < 0] == -1).all()


def shadow_box(raster: Raster, camera: Camera) -> tuple[float, ...] | None:
    """Left, top, right, bottom of the shadow in pixels of the raster."""
    dark, size, (left, top) = floor_shadow(raster, camera)
    rows, columns = np.nonzero(dark > SHADOW_LEVEL)
    if not len(rows):
        return None
    return (left + size * columns.min(), top + size * rows.min(), left + size * columns.max(), top + size * rows.max())


def test_what_stands_on_the_floor_throws_a_shadow_round_its_foot() -> None:
    camera = the_camera(height=20)
    seen = camera.seen(np.array(((0.0, 0.03, 0.0),)))[0]
    left, top, right, bottom = shadow_box(ball(nothing(), SHIRT, tuple(seen), 0.03), camera)
    floor = camera.seen(np.array(((0.0, 0.0, 0.0),)))[0]
    row, column = (0.3 - floor[1]) * PIXELS, (floor[0] + 0.3) * PIXELS

    assert left < column - 5 < column + 5 < right
    assert top < row < bottom


def test_what_hangs_high_and_a_mat_throw_none() -> None:
    camera = the_camera(height=20)
    high = camera.seen(np.array(((0.0, 0.25, 0.0),)))[0]

    assert shadow_box(ball(nothing(), SHIRT, tuple(high), 0.05), camera) is None
    assert shadow_box(board(nothing(), Part("mat", "prop:mat", "mat"), (-0.2, -0.01, 0.2, 0.01)), camera) is None


def test_a_foot_in_the_air_throws_none_though_another_stands() -> None:
    camera = the_camera(height=20)
    stands, lifted = camera.seen(np.array(((-0.15, 0.03, 0.0), (0.15, 0.075, 0.0))))
    alone = shadow_box(ball(nothing(), SHIRT, tuple(stands), 0.03), camera)

    assert shadow_box(ball(nothing(), SHIRT, tuple(lifted), 0.03), camera) is None
    assert shadow_box(ball(ball(nothing(), SHIRT, tuple(stands), 0.03), SHIRT, tuple(lifted), 0.03), camera) == alone
