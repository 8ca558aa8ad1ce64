from __future__ import annotations

import pytest

from publisher.library.pose_shapes import MOST_POSES, Poses
from publisher.model.figure import Hand, Pelvis, Pose
from tests.library.writing import names, refused, value

START = (
    "start: {pelvis: {lean: 85, at: [0, 0.29, 0]}, joints: {hip: 90, knee: [92]}, hands: flat, "
    "stiff: {hip: 0.3}, contacts: [knee: floor, palm: floor]}"
)


def read(*poses: str) -> dict[str, Pose]:
    return Poses().read(value("{" + ", ".join(poses) + "}"))


def test_a_pose_says_what_a_physiotherapist_would() -> None:
    pose = read(START)["start"]

    assert pose.name == "start"
    assert pose.pelvis == Pelvis(lean=85, at=(0, 0.29, 0))
    assert pose.joints == {"hip_r": (90, 0, 0), "hip_l": (90, 0, 0), "knee_r": (92, 0, 0), "knee_l": (92, 0, 0)}
    assert pose.hands == {"r": Hand.FLAT, "l": Hand.FLAT}
    assert pose.stiff == {"hip": 0.3}
    assert [contact.part for contact in pose.contacts] == ["knee_r", "knee_l", "palm_r", "palm_l"]
    assert pose.place is not None


def test_a_pose_from_another_changes_what_it_names() -> None:
    pose = read(START, "reach: {from: start, pelvis: {lean: 79}, joints: {hip_r: -8}, hands: {right: fist}}")["reach"]

    assert pose.pelvis == Pelvis(lean=79, at=(0, 0.29, 0))
    assert pose.joints["hip_r"] == (-8, 0, 0)
    assert pose.joints["hip_l"] == (90, 0, 0)
    assert pose.hands == {"r": Hand.FIST, "l": Hand.FLAT}
    assert len(pose.contacts) == 4


def test_a_joint_that_is_named_is_said_whole() -> None:
    pose = read("start: {joints: {hip: [90, 10, 20], hip_r: [80, 5, 5]}}", "end: {from: start, joints: {hip: 4}}")[
        "end"
    ]

    assert pose.joints == {"hip_r": (4, 0, 0), "hip_l": (4, 0, 0)}


def test_contacts_that_are_given_replace_the_others() -> None:
    assert read(START, "up: {from: start, contacts: []}")["up"].contacts == ()
    assert [contact.part for contact in read(START, "up: {from: start, contacts: [chin: floor]}")["up"].contacts] == [
        "chin"
    ]


def test_a_pose_may_go_out_from_one_that_is_written_later_and_goes_out_from_another() -> None:
    poses = read("c: {from: b, joints: {neck: 3}}", "b: {from: a, joints: {head: 2}}", "a: {joints: {low_back: 1}}")

    assert list(poses) == ["c", "b", "a"]
    assert poses["c"].joints == {"low_back": (1, 0, 0), "head": (2, 0, 0), "neck": (3, 0, 0)}


@pytest.mark.parametrize(
    ("below", "above", "whole"),
    [
        ("{up: [1, 0, 0], front: [0, 0, 1]}", "{lean: 5}", Pelvis(lean=5)),
        ("{lean: 5, tilt: 3}", "{up: [1, 0, 0], front: [0, 0, 1]}", Pelvis(up=(1, 0, 0), front=(0, 0, 1))),
        ("{lean: 5, tilt: 3}", "{tilt: 0}", Pelvis(lean=5, tilt=0)),
        ("{up: [1, 0, 0], front: [0, 0, 1]}", "{at: [1, 0, 0]}", Pelvis(up=(1, 0, 0), front=(0, 0, 1), at=(1, 0, 0))),
    ],
)
def test_the_pelvis_lies_by_angles_or_by_directions_whichever_was_said_last(
    below: str, above: str, whole: Pelvis
) -> None:
    assert read(f"a: {{pelvis: {below}}}", f"b: {{from: a, pelvis: {above}}}")["b"].pelvis == whole


@pytest.mark.parametrize(
    ("pelvis", "name"),
    [
        ("{lean: 5, up: [1, 0, 0], front: [0, 0, 1]}", "pelvis-told-twice"),
        ("{up: [1, 0, 0]}", "half-a-pelvis"),
        ("{front: [1, 0, 0]}", "half-a-pelvis"),
        ("{up: [1, 0, 0], front: [1, 0, 0]}", "half-a-pelvis"),
        ("{up: [1, 0, 0], front: [0, 0, 0]}", "half-a-pelvis"),
        ("{up: [0, 0, 0], front: [0, 0, 1]}", "half-a-pelvis"),
        ("{lean: far}", "not-an-angle"),
    ],
)
def test_a_pelvis_is_said_one_way_and_wholly(pelvis: str, name: str) -> None:
    assert names(refused(Poses(), f"{{a: {{pelvis: {pelvis}}}}}")) == [name]


def test_an_unknown_start_is_told_with_its_neighbours() -> None:
    (problem,) = refused(Poses(), f"{{{START}, reach: {{from: stat}}}}")

    assert (problem.name, problem.hint) == ("unknown-pose", "Did you mean `start`? Write `start` or `reach`.")


@pytest.mark.parametrize(
    "poses", ["{a: {from: a}}", "{a: {from: b}, b: {from: c}, c: {from: a}}", "{x: {from: a}, a: {from: a}}"]
)
def test_a_circle_of_poses_is_told_once(poses: str) -> None:
    assert names(refused(Poses(), poses)) == ["pose-from-itself"]


def test_two_hundred_poses_are_no_movement() -> None:
    poses = ", ".join(f"p{i}: {{joints: {{neck: {i % 40}}}}}" for i in range(200))

    (problem,) = refused(Poses(), f"{{{poses}}}")

    assert problem.name == "too-many-poses"
    assert problem.sentence == f"this figure has 200 poses; the most is {MOST_POSES}."


@pytest.mark.parametrize("poses", ["[]", "{}", "start"])
def test_poses_are_named(poses: str) -> None:
    assert names(refused(Poses(), poses)) == ["wrong-type"]
