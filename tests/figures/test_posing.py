"""Poses stand as they were meant: contacts met, limits kept, feet planted, the body in the lines of the exercise."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from publisher.figures.landmarks import position, touching
from publisher.figures.posing import MET, Stance, settle, stance, stances, supports
from publisher.figures.skeleton import DEGREES
from publisher.figures.supports import FLOOR
from publisher.model.anatomy import LANDMARKS, SINGLE_LANDMARKS
from publisher.model.figure import Build, Contact, Figure, Pelvis, Pose, Prop, Shows
from publisher.problems import Phrase
from tests.factories import the_library
from tests.figures import anatomy, poses
from tests.figures.anatomy import MILLIMETRE

BUILDS = {
    "plain": Build(),
    "slim": Build(legs=0.88, arms=0.85, hips=0.92, waist=0.88, shoulders=0.95, seat=0.92),
    "heavy": Build(legs=1.15, arms=1.12, hips=1.15, waist=1.28, shoulders=1.05, seat=1.12, belly=0.05, bust=0.02),
}
FIGURES = sorted(path.stem for path in (Path(__file__).parents[2] / "assets" / "figures").glob("*.yaml"))
GROUND = {"floor": FLOOR}
# The solver may change these a good deal: a hand has to find a hip, a wall or the floor.
REACHING = ("shoulder", "elbow", "wrist", "forearm")


@cache
def held(name: str, build: str = "plain") -> Stance:
    return stance(poses.figure(name), "hold", BUILDS[build])


# --- Any pose ---------------------------------------------------------------------------------------------------


def assert_sound(it: Stance) -> None:
    """What holds for every pose of every figure on every person."""
    assert [(str(contact.part), round(left, 1)) for contact, left in it.missed] == []
    assert it.beyond == ()
    bones = it.skeleton.bones
    for (upper, lower), length in anatomy.LIMBS.items():
        for side in "rl":
            apart = np.linalg.norm(bones[f"{upper}_{side}"].at - bones[f"{lower}_{side}"].at)
            assert apart == pytest.approx(length, abs=1e-6)
    for degree, value in zip(DEGREES, it.state.angles, strict=True):
        assert degree.low - 1e-6 <= value <= degree.high + 1e-6, degree.joint


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("name", poses.POSITIONS)
def test_a_pose_stands_on_any_body(name: str, build: str) -> None:
    assert_sound(held(name, build))


@pytest.mark.parametrize("name", poses.POSITIONS)
def test_a_pose_is_solved_close_to_what_was_written(name: str) -> None:
    far = [s for s in held(name).shifts if abs(s.solved - s.written) > (30 if s.joint.startswith(REACHING) else 20)]

    assert not far


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_stands_with_every_person(name: str) -> None:
    library = the_library()
    for build in {person.build for person in library.people.values()}:
        for it in stances(library.figures[name], build).values():
            assert_sound(it)


@cache
def on_the_plain_body(name: str) -> dict[str, Stance]:
    return stances(the_library().figures[name])


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_slides_from_pose_to_pose(name: str) -> None:
    """Hands, feet and knees stay where they are put, to a centimetre; the trunk may glide more as it rolls."""
    ways = ((pose, part, way) for pose, it in on_the_plain_body(name).items() for part, way in it.slid.items())

    assert [
        way for way in ways if way[2] > (30 if way[1] in SINGLE_LANDMARKS or way[1].startswith("hip") else 12)
    ] == []


def stands(it: Stance) -> bool:
    """Whether a pose is carried by both feet on the floor and by nothing else."""
    carried = {(contact.part, contact.on) for contact in it.pose.contacts if contact.on not in LANDMARKS}
    return carried == {(part, "floor") for part in poses.ON_FEET}


def test_whoever_stands_on_both_feet_does_not_fall_over() -> None:
    """Not asked of what is wrong, and of runners downhill, who fall and catch themselves."""
    level = [figure for figure in the_library().figures.values() if figure.shows is Shows.RIGHT and not figure.slope]
    standing = [(figure.id, it) for figure in level for it in on_the_plain_body(figure.id).values() if stands(it)]
    fallen = [
        (name, it.pose.name)
        for name, it in standing
        if not -0.03 <= anatomy.ahead_of_the_heels(it) <= anatomy.foot_length(it)
    ]

    assert len(standing) > 10
    assert fallen == []


# --- The lines of an exercise -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plank", "side_plank", "stand"])
def test_shoulders_hips_and_ankles_are_in_line(name: str) -> None:
    assert anatomy.straightness(held(name)) >= 175


@pytest.mark.parametrize(("name", "side"), [("hip_thrust", "r"), ("glute_bridge", "r"), ("single_leg_bridge", "r")])
def test_a_bridge_is_straight_from_shoulder_to_knee(name: str, side: str) -> None:
    assert anatomy.hip_line(held(name), side) >= 168


@pytest.mark.parametrize(("name", "side"), [("hip_thrust", "r"), ("glute_bridge", "r"), ("single_leg_bridge", "l")])
def test_in_a_bridge_the_shank_is_upright(name: str, side: str) -> None:
    assert anatomy.lean_of(held(name), f"shank_{side}", f"foot_{side}") <= 9


def test_bird_dog_raises_an_arm_and_the_other_leg() -> None:
    it = held("bird_dog")
    raised = joint_height(it, "upper_arm_l") - 0.10

    assert joint_height(it, "hand_l") > raised
    assert joint_height(it, "foot_r") > raised
    assert joint_height(it, "hand_r") < 0.10
    assert joint_height(it, "shank_l") < 0.10
    assert 165 <= anatomy.hip_line(it, "r") <= 185


def joint_height(it: Stance, bone: str) -> float:
    return float(anatomy.joint(it, bone)[1])


def test_dead_bug_lowers_an_arm_and_the_other_leg() -> None:
    it = held("dead_bug")
    head, feet = anatomy.joint(it, "upper_arm_l")[0], anatomy.joint(it, "thigh_r")[0]

    assert anatomy.joint(it, "hand_l")[0] < head - 0.25
    assert anatomy.joint(it, "foot_r")[0] > feet + 0.40
    assert abs(anatomy.joint(it, "hand_r")[0] - anatomy.joint(it, "upper_arm_r")[0]) < 0.06
    assert anatomy.angle(it, "hip_l") == pytest.approx(90, abs=5)


@pytest.mark.parametrize(("name", "side"), [("split_squat", "r"), ("lunge", "r"), ("hip_flexor", "l")])
def test_the_front_knee_stays_over_the_foot(name: str, side: str) -> None:
    assert -0.12 < anatomy.knee_over_ball(held(name), side) < 0.06


def test_in_a_squat_the_knees_are_at_most_a_little_ahead_of_the_feet() -> None:
    assert anatomy.knee_over_ball(held("squat"), "r") <= 0.04


def test_the_hinge_keeps_the_back_flat_and_the_hands_near_the_feet() -> None:
    it = held("rdl")
    foot = (position(it.skeleton, "heel_r") + position(it.skeleton, "toe_r"))[0] / 2

    assert 10 <= anatomy.angle(it, "knee_r") <= 25
    assert abs(anatomy.angle(it, "low_back")) < 8
    assert abs(anatomy.joint(it, "hand_r")[0] - foot) < 0.08


def test_the_kneeling_stretch_opens_the_hip_and_keeps_the_trunk_upright() -> None:
    it = held("hip_flexor")

    assert anatomy.angle(it, "hip_r") <= -8
    assert -6 <= anatomy.trunk_lean(it) <= 6


def test_the_two_runners_differ_where_it_matters() -> None:
    right, wrong = held("runner_right"), held("runner_wrong")
    ahead = [anatomy.joint(it, "foot_r")[0] - anatomy.joint(it, "thigh_r")[0] for it in (right, wrong)]

    assert ahead[1] - ahead[0] >= 0.18
    assert anatomy.angle(right, "knee_r") - anatomy.angle(wrong, "knee_r") >= 25


STRIDES = [
    pytest.param(str(figure.id), str(pose), id=f"{figure.id}-{pose}")
    for figure in the_library().figures.values()
    if figure.id.startswith(("run-", "walk-", "why-")) and figure.people and not figure.id.startswith("run-arms")
    for pose in figure.poses
]


@pytest.mark.parametrize(("name", "pose"), STRIDES)
def test_in_a_stride_the_arm_goes_with_the_other_leg(name: str, pose: str) -> None:
    """The knee that is in front and the elbow that is in front are of opposite sides; level ones say nothing."""
    bones = on_the_plain_body(name)[pose].skeleton
    ahead = bones.bones["thorax"].turn[:, 0] * (1, 0, 1)
    knees, elbows = (
        float((position(bones, f"{joint}_r") - position(bones, f"{joint}_l")) @ ahead) for joint in ("knee", "elbow")
    )

    assert knees * elbows < 0.004


@pytest.mark.parametrize("name", ["stand", "squat", "rdl", "back_extension", "pallof"])
def test_the_weight_is_over_the_feet(name: str) -> None:
    assert -0.03 <= anatomy.ahead_of_the_heels(held(name)) <= anatomy.foot_length(held(name))


def test_in_a_lunge_the_weight_is_between_the_feet() -> None:
    it = held("lunge")
    rear, front = (position(it.skeleton, name)[0] for name in ("ball_l", "ball_r"))

    assert rear < anatomy.centre_of_mass(it)[0] < front


def test_a_hand_rests_on_the_hip() -> None:
    it = held("lunge")
    apart = position(it.skeleton, "palm_r") - position(it.skeleton, "hip_bone_r")

    assert np.linalg.norm(apart) == pytest.approx(np.hypot(0.02, 0.012), abs=MILLIMETRE)


def test_soles_stand_flat() -> None:
    for side in "rl":
        assert held("squat").skeleton.bones[f"foot_{side}"].turn[1, 1] == pytest.approx(1, abs=0.001)


# --- A mutation of a pose is found ------------------------------------------------------------------------------


def changed(name: str, **joints: float) -> Stance:
    """A position with some joints bent otherwise, not solved again: what a careless author would draw."""
    figure = poses.figure(name)
    it = held(name)
    was = {str(d.joint): [0.0, 0.0, 0.0] for d in DEGREES}
    for degree, value in zip(DEGREES, it.state.angles, strict=True):
        was[degree.joint][degree.number] = float(value)
    for joint, more in joints.items():
        was[joint][0] += more
    turn = it.state.turn
    pelvis = Pelvis(up=tuple(turn[:, 1]), front=tuple(turn[:, 0]), at=tuple(it.state.at))
    pose = replace_pose(figure.poses["hold"], pelvis=pelvis, joints={k: tuple(v) for k, v in was.items()}, contacts=())
    return settle(pose, supports(figure, pose))


def replace_pose(pose: Pose, **changes: object) -> Pose:
    return pose._replace(**changes)


def test_a_sagging_plank_is_not_straight() -> None:
    assert anatomy.straightness(changed("plank", hip_r=-18, hip_l=-18, low_back=-12)) < 175


def test_a_low_bridge_is_not_straight() -> None:
    assert anatomy.hip_line(changed("glute_bridge", hip_r=25, hip_l=25), "r") < 168


def test_a_lifted_foot_is_off_the_floor() -> None:
    lifted = changed("stand", knee_r=30)

    assert touching(lifted.skeleton, "heel_r")[1] > 30 * MILLIMETRE


def test_a_squat_with_the_trunk_upright_falls_over_backwards() -> None:
    pose = poses.figure("squat").poses["hold"]
    hips = {f"hip_{side}": (85.0, 12.0, 12.0) for side in "rl"}
    it = settle(replace_pose(pose, pelvis=Pelvis(5, at=pose.pelvis.at), joints={**pose.joints, **hips}), GROUND)

    assert it.missed == ()
    assert anatomy.ahead_of_the_heels(it) < -0.05


# --- What is told -----------------------------------------------------------------------------------------------


def a_pose(*contacts: Contact, name: str = "stand", at=(0.0, 0.53, 0.0), **joints: tuple[float, float, float]) -> Pose:
    return Pose(Phrase(name), Pelvis(at=at), joints, contacts)


def a_figure(*all_poses: Pose, props: tuple[Prop, ...] = ()) -> Figure:
    first = poses.figure("stand")
    return replace(first, poses={pose.name: pose for pose in all_poses}, frames=(all_poses[0].name,), props=props)


def touch(part: str, on: str = "floor", at=(None, None, None), *, slides: bool = False) -> Contact:
    return Contact(Phrase(part), Phrase(on), at, slides)


FEET = tuple(touch(part) for part in poses.ON_FEET)


def test_a_contact_out_of_reach_is_told_with_what_is_left() -> None:
    palm = touch("palm_r", at=(None, 1.5, None))
    it = stance(a_figure(a_pose(*FEET, palm)), "stand")
    part, left = it.missed[0]

    assert part is palm
    assert left > 100 * MET
    assert left == pytest.approx(abs(position(it.skeleton, "palm_r")[1] - 1.5) * 1750, rel=0.01)


def test_residuals_are_told_for_each_contact_in_the_order_written() -> None:
    it = stance(a_figure(a_pose(*FEET)), "stand")

    assert [contact.part for contact, _ in it.residuals] == list(poses.ON_FEET)
    assert it.missed == ()


def test_an_angle_beyond_the_limit_is_told_as_written() -> None:
    it = stance(a_figure(a_pose(elbow_r=(170, 0, 0), hip_l=(0, 95, 0))), "stand")

    assert [(r.joint, r.motion, r.degrees, r.high) for r in it.beyond] == [
        ("elbow_r", "bend", 170, 150),
        ("hip_l", "out", 95, 90),
    ]


def test_an_unusual_angle_is_told_and_allowed() -> None:
    it = stance(a_figure(a_pose(knee_r=(150, 0, 0))), "stand")

    assert [(r.joint, r.degrees, r.low, r.high) for r in it.unusual] == [("knee_r", 150, 0, 135)]
    assert it.beyond == ()


def test_what_the_solver_changed_is_told_the_most_first() -> None:
    it = stance(a_figure(a_pose(*FEET, hip_r=(30, 0, 0))), "stand")
    sizes = [abs(shift.solved - shift.written) for shift in it.shifts]

    assert it.shifts[0].joint in ("hip_r", "knee_r", "hip_l", "ankle_r", "ankle_l")
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) > 0.1


# --- What is touched --------------------------------------------------------------------------------------------


STEP = Prop(Phrase("step"), Phrase("step"), (0.3, 0, 0), (0.3, 0.4, 0.12))


def test_a_foot_stands_on_a_step_at_the_height_of_its_top() -> None:
    up = a_pose(*FEET[2:], touch("heel_r", "step"), touch("ball_r", "step"), hip_r=(50, 0, 0), knee_r=(60, 0, 0))
    it = stance(a_figure(up, props=(STEP,)), "stand")

    assert touching(it.skeleton, "heel_r")[1] == pytest.approx(0.12, abs=MILLIMETRE)


def test_a_height_is_counted_from_what_is_touched() -> None:
    over = a_pose(*FEET[2:], touch("heel_r", "step", (None, 0.03, None)), hip_r=(50, 0, 0), knee_r=(60, 0, 0))
    it = stance(a_figure(over, props=(STEP,)), "stand")

    assert touching(it.skeleton, "heel_r")[1] == pytest.approx(0.15, abs=MILLIMETRE)


def test_a_prop_that_is_not_there_in_a_pose_is_not_touched() -> None:
    pose = a_pose(*FEET)
    figure = a_figure(pose, props=(STEP._replace(only=(Phrase("later"),)),))

    assert set(supports(figure, pose)) == {"floor"}


def test_a_hand_leans_on_a_wall() -> None:
    wall = Prop(Phrase("wall"), Phrase("wall"), (0.35, 0, 0))
    lean = a_pose(*FEET, touch("palm_r", "wall", (None, 0.8, None)), touch("fingers_r", "wall"), shoulder_r=(85, 0, 0))
    it = stance(a_figure(lean, props=(wall,)), "stand")

    assert position(it.skeleton, "palm_r")[:2] == pytest.approx((0.35, 0.8), abs=MILLIMETRE)
    assert it.missed == ()


def test_two_round_parts_touch_without_sinking_in() -> None:
    pose = a_pose(touch("elbow_r", "knee_r"), hip_r=(100, 0, 0), knee_r=(90, 0, 0), shoulder_r=(20, 0, 0))
    it = stance(a_figure(pose), "stand")
    apart = position(it.skeleton, "elbow_r") - position(it.skeleton, "knee_r")

    assert np.linalg.norm(apart) == pytest.approx(0.065, abs=MILLIMETRE)


def test_an_offset_from_a_landmark_is_outwards_on_both_sides() -> None:
    hands = [touch(f"palm_{side}", f"hip_bone_{side}", (0.0, 0.0, 0.02)) for side in "rl"]
    it = stance(a_figure(a_pose(*FEET, *hands, shoulder_r=(-40, 25, 16), shoulder_l=(-40, 25, 16))), "stand")
    right, left = (position(it.skeleton, f"palm_{side}")[2] for side in "rl")

    assert right == pytest.approx(-left, abs=MILLIMETRE)
    assert right > abs(position(it.skeleton, "hip_bone_r")[2])


# --- What stays in its place ------------------------------------------------------------------------------------

LOW = {
    joint: angles
    for side in "rl"
    for joint, angles in ((f"hip_{side}", (70, 4, 4)), (f"knee_{side}", (75, 0, 0)), (f"ankle_{side}", (20, 0, 0)))
}


def two_poses(*contacts: Contact, then: tuple[Contact, ...] | None = None, at=(0.1, 0.4, 0.03)) -> dict[str, Stance]:
    second = a_pose(*(contacts if then is None else then), name="low", at=at, **LOW)
    return stances(a_figure(a_pose(*contacts), second))


def slid(found: dict[str, Stance], part: str) -> float:
    first, second = (position(it.skeleton, part) for it in found.values())
    return float(np.hypot(*(second - first)[[0, 2]])) / MILLIMETRE


def test_feet_do_not_slide_from_pose_to_pose() -> None:
    found = two_poses(*FEET)

    assert max(slid(found, part) for part in poses.ON_FEET) < 2
    assert max(found["low"].slid.values()) < 2


def test_a_foot_that_slides_is_free() -> None:
    loose = tuple(contact._replace(slides=True) for contact in FEET)

    assert slid(two_poses(*loose), "heel_r") > 20
    assert two_poses(*loose)["low"].slid == {}


def test_a_place_that_is_given_goes_before_the_place_before() -> None:
    moved = (touch("heel_r", at=(0.25, None, None)), *FEET[1:])

    assert position(two_poses(*FEET, then=moved)["low"].skeleton, "heel_r")[0] == pytest.approx(0.25, abs=MILLIMETRE)


def test_a_foot_that_steps_out_is_not_held_back() -> None:
    stride = LOW | {"hip_l": (-25, 0, 0), "knee_l": (20, 0, 0), "ankle_l": (0, 0, 0)}
    second = a_pose(*FEET[:2], touch("ball_l"), name="stride", at=(0.0, 0.45, 0.0), **stride)
    found = stances(a_figure(a_pose(*FEET), second))

    assert set(found["stride"].slid) == {"heel_r", "ball_r"}
    assert slid(found, "heel_r") < 2
    assert slid(found, "ball_l") > 200


def test_what_stays_never_costs_a_contact() -> None:
    """Hands stay where they were and cannot, with the arms held straight: contacts are met, the hands give way."""
    found = two_poses(*FEET, touch("head_back", at=(None, 0.9, None)))

    assert all(it.missed == () for it in found.values())


def test_a_pose_alone_is_solved_as_within_its_figure() -> None:
    found = two_poses(*FEET)
    figure = a_figure(*(it.pose for it in found.values()))

    assert stance(figure, "low").state.angles == pytest.approx(found["low"].state.angles)
