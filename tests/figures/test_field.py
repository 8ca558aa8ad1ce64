import numpy as np
import pytest

from publisher.figures.field import Group, Part, Profile, cone, ellipsoid, fading, monotone, scene, spine_line
from publisher.figures.skeleton import Frame, skeleton, state_of
from publisher.model.figure import Pelvis

SKIN, CLOTH = Part("skin", "trunk", "torso"), Part("shirt", "trunk", "torso")
HERE = Frame(np.eye(3), np.zeros(3))


def test_a_profile_never_goes_beyond_its_stations() -> None:
    profile = Profile(((0.0, 0.03, 0.02, 0.01), (0.3, 0.05, 0.04, 0.03), (1.0, 0.02, 0.02, 0.02)), 0, 1)

    table = profile.table()

    assert table[:, 0].max() == pytest.approx(0.05, abs=0.0005)
    assert table[:, 0].min() == pytest.approx(0.02)


def test_a_monotone_cubic_goes_through_its_points_and_stays_between_them() -> None:
    x, y = np.array([0.0, 1.0, 2.0, 3.0]), np.array([0.0, 1.0, 1.0, 4.0])

    read = monotone(x, y, np.linspace(0, 3, 61))

    assert monotone(x, y, x) == pytest.approx(y)
    assert (np.diff(read) >= -1e-12).all()


def test_the_line_of_the_spine_goes_on_below_the_hips_and_stops_under_the_head() -> None:
    bones = skeleton(state_of(Pelvis(), {}))

    line = spine_line(bones.spine, bones.spine_turn, bones.spine_arc)

    assert line[0, 1] < bones.bones["pelvis"].at[1]
    assert line[-1, 1] < bones.bones["head"].at[1]


def test_a_scene_numbers_each_part_once_and_points_a_group_to_the_one_it_joins() -> None:
    trunk = Group("trunk", (ellipsoid(CLOTH, HERE, (0, 0, 0), (0.1, 0.2, 0.1)),))
    arm = Group("arm", (cone(SKIN, (0.1, 0, 0), (0.3, 0, 0), (0.03, 0.02)),), "trunk", 0.04, (0.1, 0, 0), 0.1)

    made = scene([trunk, arm], [], np.zeros((0, 10)))

    assert made.parts == (CLOTH, SKIN)
    assert made.groups[:, 2].tolist() == [-1, 0]


def test_the_sphere_of_a_group_holds_its_solids() -> None:
    solids = (cone(SKIN, (0, 0, 0), (1, 0, 0), (0.1, 0.2)), cone(SKIN, (0, 1, 0), (0, 2, 0), (0.1, 0.1)))

    x, y, z, reach = scene([Group("thing", solids)], [], np.zeros((0, 10))).group_bounds[0]

    for solid in solids:
        assert np.linalg.norm(np.array(solid.centre) - (x, y, z)) + solid.reach <= reach + 1e-9


def test_a_blend_can_be_bound_to_a_place() -> None:
    solid = fading(cone(SKIN, (0, 0, 0), (1, 0, 0), (0.1, 0.1), 0.05), np.array((0.5, 0, 0)), 0.2)

    assert (solid.near, solid.within, solid.blend) == ((0.5, 0.0, 0.0), 0.2, 0.05)
