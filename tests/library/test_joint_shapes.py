from __future__ import annotations

import pytest

from publisher.library.joint_shapes import Joints, Stiff, norm_warnings
from publisher.model.anatomy import JOINTS
from publisher.problems import Level
from tests.library.writing import names, refused, value


def test_a_number_is_the_bend_of_both_sides() -> None:
    assert Joints().read(value("{hip: 90}")) == {"hip_r": (90, 0, 0), "hip_l": (90, 0, 0)}


def test_a_list_says_all_the_ways_a_joint_goes() -> None:
    assert Joints().read(value("{hip_r: [90, 10, -5], low_back: [4, 2]}")) == {
        "hip_r": (90, 10, -5),
        "low_back": (4, 2, 0),
    }


@pytest.mark.parametrize("text", ["{knee: 90, knee_l: 5}", "{knee_l: 5, knee: 90}"])
def test_one_side_goes_before_both_wherever_it_stands(text: str) -> None:
    assert Joints().read(value(text)) == {"knee_r": (90, 0, 0), "knee_l": (5, 0, 0)}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{kne: 4}", "Did you mean `knee`?"),
        ("{knee_right: 4}", "Did you mean `knee_r`?"),
        ("{low_back_r: 4}", "Did you mean `low_back`?"),
        ("{tail: 4}", "Joints are `low_back`,"),
    ],
)
def test_an_unknown_joint_is_told_what_there_is(text: str, hint: str) -> None:
    (problem,) = refused(Joints(), text)

    assert problem.name == "unknown-joint"
    assert problem.hint.startswith(hint)


def test_a_joint_has_only_the_ways_it_goes() -> None:
    (problem,) = refused(Joints(), "{knee: [90, 10]}")

    assert problem.name == "too-many"
    assert problem.hint == "Write `knee: [0]`."
    assert names(refused(Joints(), "{knee: []}")) == ["too-few"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{knee: -4}", "`knee` cannot bend -4 degrees: the joint goes from 0 to 166."),
        ("{hip_l: [0, 95]}", "`hip_l` cannot go out 95 degrees: the joint goes from -30 to 90."),
        ("{neck: [0, 50]}", "`neck` cannot lean sideways 50 degrees: the joint goes from -45 to 45."),
    ],
)
def test_an_angle_outside_the_limits_fails(text: str, sentence: str) -> None:
    (problem,) = refused(Joints(), text)

    assert (problem.name, problem.sentence) == ("angle-out-of-reach", sentence)
    assert problem.level is Level.ERROR


@pytest.mark.parametrize("joint", JOINTS)
def test_every_joint_goes_as_far_as_its_limits_and_no_further(joint: str) -> None:
    for number, (low, high) in enumerate(JOINTS[joint].limits):
        before = "0, " * number
        for angle in (low, high):
            assert Joints().read(value(f"{{{joint}: [{before}{angle}]}}"))
        for angle in (low - 1, high + 1):
            assert names(refused(Joints(), f"{{{joint}: [{before}{angle}]}}")) == ["angle-out-of-reach"]


def test_everything_that_is_wrong_is_told() -> None:
    assert names(refused(Joints(), "{kne: 4, hip: wide, knee: 200}")) == [
        "unknown-joint",
        "not-an-angle",
        "angle-out-of-reach",
    ]


def test_an_angle_outside_the_norm_warns_unless_it_is_meant() -> None:
    node = value("{knee: 150, hip_r: [20, 60]}")

    told = list(norm_warnings(node, frozenset()))
    meant = list(norm_warnings(node, frozenset({"hip"})))

    assert [problem.sentence for problem in told] == [
        "`knee` bends 150 degrees; most adults go from 0 to 135.",
        "`hip_r` goes out 60 degrees; most adults go from -30 to 45.",
    ]
    assert {problem.level for problem in told} == {Level.WARNING}
    assert meant == told[:1]


def test_stiffness_is_a_factor_and_has_the_pelvis_too() -> None:
    assert Stiff().read(value("{hip: 0.3, knee_l: 2, pelvis: 0.5}")) == {"hip": 0.3, "knee_l": 2, "pelvis": 0.5}
    assert names(refused(Stiff(), "{hop: 0.3, hip: 0}")) == ["unknown-joint", "out-of-range"]
    assert names(refused(Stiff(), "0.3")) == ["wrong-type"]
