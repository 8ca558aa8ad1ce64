import numpy as np
import pytest

from publisher.figures.field import Group, Part, box, cone, ellipsoid, scene
from publisher.figures.skeleton import Frame
from publisher.figures.tracing import camera, trace
from publisher.model.figure import View

SKIN, OTHER = Part("skin", "leg_r", "thigh"), Part("prop", "prop:box", "box")
HERE = Frame(np.eye(3), np.zeros(3))
SIDE = camera(View(0, 0))


def look(*groups, view=SIDE, pixels=200):
    return trace(scene(groups, [], np.zeros((0, 10))), view, pixels)


def ball(radius=0.2, at=(0.0, 0.0, 0.0), part=SKIN, name="ball", **joined):
    return Group(name, (cone(part, at, (at[0] + 1e-6, *at[1:]), (radius, radius)),), **joined)


def test_a_ball_is_seen_as_a_disc_of_its_size() -> None:
    raster = look(ball(0.2))

    seen = raster.part >= 0

    assert seen.sum() / raster.pixels**2 == pytest.approx(np.pi * 0.2**2, rel=0.01)


def test_the_nearest_point_of_a_ball_lies_its_radius_before_the_middle_and_faces_us() -> None:
    raster = look(ball(0.2))

    row, column = np.unravel_index(raster.depth.argmax(), raster.depth.shape)

    assert raster.depth[row, column] == pytest.approx(0.2, abs=0.001)
    assert raster.normal[row, column] == pytest.approx((0, 0, 1), abs=0.05)


def test_what_stands_before_hides_what_stands_behind() -> None:
    raster = look(ball(0.1, (0, 0, 0.5)), ball(0.1, (0, 0, 0), OTHER, "box"))

    seen = {raster.parts[i] for i in np.unique(raster.part) if i >= 0}

    assert seen == {SKIN}


def test_seen_from_the_front_a_thing_in_front_stands_in_the_middle() -> None:
    raster = look(ball(0.1, (0.6, 0, 0)), view=camera(View(90, 0)))

    columns = np.nonzero(raster.part >= 0)[1]

    assert raster.left + columns.mean() / raster.pixels == pytest.approx(0, abs=0.005)


def test_a_slope_turns_the_picture_so_that_the_ground_falls_to_the_right() -> None:
    right, up, _ = camera(View(0, 0), slope=12).seen(np.array([[1.0, 0.0, 0.0]]))[0]

    assert right == pytest.approx(np.cos(np.radians(12)))
    assert up == pytest.approx(-np.sin(np.radians(12)))


def test_two_that_join_flow_into_one_another_and_two_that_do_not_stay_apart() -> None:
    first = ball(0.2, name="first")
    joined = Group("second", ball(0.2, (0.34, 0, 0)).solids, "first", 0.1, (0.17, 0, 0), 0.5)
    apart = Group("second", ball(0.2, (0.34, 0, 0)).solids)

    def waist(raster):
        column = round((0.17 - raster.left) * raster.pixels)
        return (raster.part[:, column] >= 0).sum() / raster.pixels

    assert waist(look(first, joined)) > waist(look(first, apart)) + 0.03


def test_what_carves_takes_away() -> None:
    hollow = ellipsoid(SKIN, HERE, (0, 0.2, 0), (0.15, 0.15, 0.5), carves=True)
    whole = ball(0.2)

    bitten = look(Group("ball", (*whole.solids, hollow)))

    assert (bitten.part >= 0).sum() < 0.85 * (look(whole).part >= 0).sum()


def test_a_box_keeps_its_sizes() -> None:
    raster = look(Group("box", (box(OTHER, HERE, (0, 0, 0), (0.3, 0.1, 0.2)),)))

    rows, columns = np.nonzero(raster.part >= 0)

    assert np.ptp(columns) / raster.pixels == pytest.approx(0.6, abs=0.01)
    assert np.ptp(rows) / raster.pixels == pytest.approx(0.2, abs=0.01)
