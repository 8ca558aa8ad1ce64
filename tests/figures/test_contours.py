from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.contours import Wishes, level_line, sketch
from publisher.figures.field import Part
from publisher.figures.strokes import Mark, Place, place_of
from tests.figures.rasters import PIXELS, SHIRT, SHORTS, SKIN, ball, board, nothing, the_camera
from tests.figures.shapes import area_of, covers, extent_of

if TYPE_CHECKING:
    from publisher.figures.tracing import Raster


LEFT_LEG = Part("skin", "leg_l", "shank")
MAT, BLOCK = Part("mat", "prop:mat", "mat"), Part("prop", "prop:block", "block")
CAMERA = the_camera()
NO_SHADOW = Wishes(shadow=False)


def two_colours() -> Raster:
    return board(board(nothing(), SHORTS, (-0.2, -0.2, 0.2, 0)), SHIRT, (-0.2, 0, 0.2, 0.2))


def test_an_area_lies_where_it_was_seen_in_hundredths_of_h_with_y_down() -> None:
    (fill,) = sketch(ball(nothing(), SHORTS, (0.1, 0.05, 0), 0.1), CAMERA, NO_SHADOW).fills[:1]

    assert fill[0] == "shorts"
    assert area_of(fill[1]) == pytest.approx(np.pi * 100, rel=0.02)
    assert extent_of(fill[1]) == pytest.approx((0, -15, 20, 5), abs=0.2)


def test_between_two_areas_there_is_no_gap_and_the_upper_one_ends_where_it_should() -> None:
    fills = sketch(two_colours(), CAMERA, NO_SHADOW).fills
    lower, upper = [(role, path) for role, path in fills if not role.endswith("-shade")]

    for x in (-15, 0, 15):
        assert any(covers(path, x, -0.05) for _, path in (lower, upper))
        assert covers(lower[1], x, -0.05)
        assert covers(upper[1], x, -0.05)
    # The one painted last ends at the border; the other one goes a little under it.
    border = 0.5 * 100 / PIXELS
    assert extent_of(upper[1])[3] == pytest.approx(border, abs=0.06)
    assert area_of(lower[1]) > 40 * 20


def test_paint_order_is_mat_shadow_things_far_near() -> None:
    raster = board(nothing(), MAT, (-0.29, -0.28, 0.29, -0.2), -0.3)
    for i, part in enumerate((SHIRT, LEFT_LEG, BLOCK)):
        raster = board(raster, part, (-0.2 + 0.05 * i, -0.25, -0.1 + 0.15 * i, 0.1), -0.02 * i)
    made = sketch(raster, the_camera(height=10), Wishes(frozenset({"leg_l"})))
    roles = [role for role, _ in made.fills]

    assert roles == ["mat", "shadow", "prop", "skin-far", "shirt"]


def test_far_limbs_have_no_shade_and_near_ones_have() -> None:
    raster = ball(ball(nothing(), SKIN, (-0.15, 0, 0), 0.12), LEFT_LEG, (0.15, 0, 0), 0.12)
    fills = sketch(raster, CAMERA, Wishes(frozenset({"leg_l"}), shadow=False)).fills
    shades = [path for role, path in fills if role == "skin-shade"]

    assert len(shades) == 1
    assert shades[0].bounds.right < 0


def test_a_hole_is_a_hole() -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2))
    raster.part[70:110, 70:110] = -1
    fills = dict(sketch(raster, CAMERA, NO_SHADOW).fills)

    assert not covers(fills["shirt"], 0, 0)
    assert covers(fills["shirt"], 15, 15)


def test_the_ground_is_where_the_world_has_it() -> None:
    raster = ball(nothing(), SHIRT, (0, 0, 0), 0.1)

    assert sketch(raster, CAMERA, Wishes(ground=(0.2, 0.0, 0.0))).ground == (20, 0)
    assert sketch(raster, the_camera(turn=90), Wishes(ground=(0.2, 0.1, 0.0))).ground == pytest.approx((0, -10))


def test_the_box_holds_all_that_is_filled() -> None:
    made = sketch(two_colours(), CAMERA)
    box = made.box

    for _, path in made.fills:
        left, top, right, bottom = extent_of(path)
        assert box.x <= left + 0.05
        assert right <= box.right + 0.05
        assert box.y <= top + 0.05
        assert bottom <= box.bottom + 0.05


def test_an_empty_picture_is_an_empty_sketch() -> None:
    made = sketch(nothing(), CAMERA)

    assert made.fills == ()
    assert made.lines == ()


def test_marks_are_drawn_above_everything() -> None:
    raster = ball(nothing(), SKIN, (0, 0, 0), 0.2)
    brow = np.column_stack((np.linspace(-0.05, 0.05, 20), np.zeros(20), np.full(20, 0.2)))
    made = sketch(raster, CAMERA, Wishes(marks=(Mark(brow, [0.4] * 20, "hair"),)))

    assert made.lines[-1].role == "hair"


def test_the_same_picture_gives_the_same_sketch() -> None:
    assert sketch(two_colours(), CAMERA) == sketch(two_colours(), CAMERA)


def test_a_block_is_drawn_with_a_handful_of_straight_lines() -> None:
    raster = board(nothing(), BLOCK, (-0.2, -0.1, 0.2, 0.1))
    made = sketch(raster, CAMERA, NO_SHADOW)
    ((_, path),) = made.fills
    (line,) = made.lines

    assert [verb for verb, _ in path.segments] == ["M", "L", "L", "L", "L", "Z"]
    assert [verb for verb, _ in line.path.segments] == ["M", "L", "L", "L", "L", "Z"]


def test_the_line_of_a_level_lies_where_the_picture_has_it() -> None:
    right = np.indices((60, 60))[1] - 30.0
    up = np.indices((60, 60))[0] - 30.0
    cone = np.clip(1 - np.hypot(right, up) / 25, 0, 1)
    path = level_line(cone, 0.2, Place(0, 0, 1), 0.3)

    left, _, right, _ = extent_of(path)
    assert right - left == pytest.approx(40, abs=0.8)


def test_a_raster_knows_its_place() -> None:
    assert place_of(nothing()).of(np.array(((0.0, 0.0),))).tolist() == [[-30, -30]]
