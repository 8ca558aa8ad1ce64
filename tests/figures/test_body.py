from dataclasses import replace

import pytest

from publisher.figures.body import arm, leg, profiles, torso_stations, trunk
from publisher.figures.field import spine_line
from publisher.figures.skeleton import skeleton, state_of
from publisher.library import read_library
from publisher.model.figure import Build, Pelvis

BONES = skeleton(state_of(Pelvis(), {}))
SPINE = spine_line(BONES.spine, BONES.spine_turn, BONES.spine_arc)
PERSON = read_library().people["kofi"]


def materials(group):
    return {(solid.part.material, solid.part.piece) for solid in group.solids}


def front_at(build, height):
    return min(torso_stations(build), key=lambda station: abs(station[0] - height))[1]


def test_a_belly_comes_forward_and_leaves_the_chest_alone() -> None:
    assert front_at(Build(belly=0.04), 0.085) > front_at(Build(), 0.085) + 0.03
    assert front_at(Build(belly=0.04), 0.3) == pytest.approx(front_at(Build(), 0.3), abs=0.001)


@pytest.mark.parametrize(("part", "height"), [("hips", 0.0), ("waist", 0.1), ("shoulders", 0.25)])
def test_a_build_widens_its_part_of_the_trunk(part, height) -> None:
    def width(build):
        return min(torso_stations(build), key=lambda station: abs(station[0] - height))[3]

    assert width(Build(**{part: 1.2})) > 1.1 * width(Build())


def test_every_build_has_the_same_profiles_in_the_same_order() -> None:
    assert [profile.high for profile in profiles(Build())] == [profile.high for profile in profiles(Build(legs=1.3))]


def test_the_neck_is_skin_in_the_group_of_the_shirt_so_that_it_flows_into_the_shoulders() -> None:
    pelvis, shirt = trunk(BONES, SPINE, PERSON, {"r": 0.0, "l": 0.0})

    assert materials(pelvis) == {("shorts", "pelvis")}
    assert materials(shirt) == {("shirt", "torso"), ("skin", "neck")}


def test_legs_wear_shorts_leggings_or_a_skirt() -> None:
    bare = leg(BONES, "r", PERSON, 0.0)
    covered = leg(BONES, "r", replace(PERSON, legs="leggings"), 0.0)

    assert {"skin", "shorts"} == {material for material, _ in materials(bare)}
    assert {"shorts"} == {material for material, _ in materials(covered)}
    assert materials(leg(BONES, "r", replace(PERSON, legs="skirt"), 0.0)) == materials(bare)


@pytest.mark.parametrize(
    ("sleeves", "painted"), [("short", {"skin", "shirt"}), ("none", {"skin"}), ("long", {"shirt"})]
)
def test_arms_are_bare_or_in_sleeves(sleeves, painted) -> None:
    dressed = arm(BONES, "l", replace(PERSON, sleeves=sleeves))

    assert {material for material, _ in materials(dressed)} == painted


def test_above_a_blade_the_shank_ends() -> None:
    whole, short = leg(BONES, "l", PERSON, 0.0), leg(BONES, "l", replace(PERSON, blade="l"), 0.0)

    assert len(short.solids) < len(whole.solids)
