"""Movement: times are exact, what touches goes on touching, nothing goes into the floor, and the loop has no jump."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.landmarks import NAMES, landmark, position
from publisher.figures.motion import between, eased, moments
from publisher.figures.posing import Stance, stances
from publisher.figures.skeleton import DEGREES
from publisher.figures.tempo import LONGEST_HOLD, legs, phases
from publisher.library import read_library
from publisher.model.anatomy import LANDMARKS
from publisher.model.dose import Dose, Range, Tempo
from publisher.model.figure import Build, Contact, Figure, Pelvis, Phase, Pose
from publisher.problems import Phrase
from tests.figures import anatomy
from tests.figures.anatomy import MILLIMETRE

if TYPE_CHECKING:
    from publisher.model.library import Library

MOVING = [
    path.stem
    for path in sorted((Path(__file__).parents[2] / "assets" / "figures").glob("*.yaml"))
    if any(word in path.read_text(encoding="utf-8").partition("\nposes:")[2] for word in ("\n    from:", "\nmotion:"))
]
ON_EVERYBODY = ("bird-dog", "romanian-deadlift", "squat")
SMOOTH = (
    *ON_EVERYBODY,
    "hip-bridge",
    "leg-swing-front-back",
    "run-cycle",
    "run-cycle-wrong",
    "step-up",
    "walking-lunge",
)
PLAIN = Build()
SHARES = (0.2, 0.5, 0.8)
LOWER_AND_RISE = Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(3, 1, 1))


@cache
def the_library() -> Library:
    return read_library()


def keys_of(name: str, build: Build = PLAIN) -> dict[str, Stance]:
    return stances(the_library().figures[name], build)


def ways(figure: Figure) -> set[tuple[str, str]]:
    """From pose to pose; there and back is one way."""
    return {(leg.start, leg.end) for leg in legs(figure) if leg.start < leg.end}


@cache
def on_the_way(name: str, build: Build = PLAIN) -> list[tuple[Stance, Stance, list[tuple[float, Stance]]]]:
    """The poses at both ends of each way, and the body at some shares of it."""
    figure, keys = the_library().figures[name], keys_of(name, build)
    return [
        (keys[start], keys[end], [(share, between(figure, keys, start, end, share, build)) for share in SHARES])
        for start, end in sorted(ways(figure))
    ]


def height(stance: Stance, name: str, build: Build) -> float:
    return float(position(stance.skeleton, name, build)[1]) - landmark(name, build).radius


# --- Every movement ---------------------------------------------------------------------------------------------


def assert_sound(name: str, build: Build) -> None:
    """Contacts are met, limbs keep their length, joints their limits; nothing sinks deeper than in the poses."""
    for first, last, found in on_the_way(name, build):
        for share, it in found:
            assert [(str(contact.part), round(left, 1)) for contact, left in it.missed] == []
            for (upper, lower), length in anatomy.LIMBS.items():
                for side in "rl":
                    apart = anatomy.joint(it, f"{upper}_{side}") - anatomy.joint(it, f"{lower}_{side}")
                    assert np.linalg.norm(apart) == pytest.approx(length, abs=1e-6)
            for degree, value in zip(DEGREES, it.state.angles, strict=True):
                assert degree.low - 1e-6 <= value <= degree.high + 1e-6, degree.joint
            lowest = {
                part: min(0.0, (1 - share) * height(first, part, build) + share * height(last, part, build))
                for part in NAMES
            }
            assert [part for part in NAMES if height(it, part, build) < lowest[part] - MILLIMETRE] == []


@pytest.mark.parametrize("name", MOVING)
def test_a_movement_is_sound_all_the_way(name: str) -> None:
    assert_sound(name, PLAIN)


@pytest.mark.parametrize("person", sorted(read_library().people))
@pytest.mark.parametrize("name", ON_EVERYBODY)
def test_a_movement_is_sound_with_every_person(name: str, person: str) -> None:
    assert_sound(name, the_library().people[person].build)


@pytest.mark.parametrize("name", MOVING)
def test_what_both_poses_touch_does_not_slide_on_the_way(name: str) -> None:
    """It stays within a millimetre of the straight line between its places, which differ little; or it is lifted."""
    for first, last, found in on_the_way(name):
        later = {(contact.part, contact.on) for contact in last.pose.contacts}
        held = [c.part for c in first.pose.contacts if (c.part, c.on) in later and c.on not in LANDMARKS]
        for part in held:
            a, b = (position(it.skeleton, part) for it in (first, last))
            for share, it in found:
                off = position(it.skeleton, part) - (a + share * (b - a))
                assert np.hypot(off[0], off[2]) < MILLIMETRE, part


@pytest.mark.parametrize("name", SMOOTH)
def test_a_movement_loops_without_a_jump(name: str) -> None:
    """From each frame to the next, and from the last to the first, nothing goes farther than a few steps of its own."""
    figure = the_library().figures[name]
    shown = [it.stance for it in moments(figure, PLAIN, 30)]
    places = np.array([[position(it.skeleton, part) for part in NAMES] for it in [*shown, shown[0]]])
    steps = np.linalg.norm(np.diff(places, axis=0), axis=2)

    mean = steps.mean(axis=0)
    assert steps[-1].max() <= steps[:-1].max() + MILLIMETRE
    assert [
        part for part, step, usual in zip(NAMES, steps.max(axis=0), mean, strict=True) if step > 4 * usual + 0.02
    ] == []


@pytest.mark.parametrize("name", ["run-cycle", "run-cycle-wrong"])
def test_a_stride_never_rests(name: str) -> None:
    """It runs through its poses; a movement that stops at each of them jerks."""
    shown = [it.stance for it in moments(the_library().figures[name], PLAIN, 32)]
    places = np.array([[position(it.skeleton, part) for part in NAMES] for it in [*shown, shown[0]]])
    steps = np.linalg.norm(np.diff(places, axis=0), axis=2).mean(axis=1)

    assert steps.min() > 0.4 * steps.mean()


def test_a_movement_does_not_stop_half_way() -> None:
    """Down through a pose half way is one movement: at rest at its ends, not at the pose on its way."""
    figure = a_figure(Phase(Phrase("half"), "down"), Phase(Phrase("low"), "down"), Phase(Phrase("tall"), "up"))
    heights = [float(it.stance.state.at[1]) for it in moments(figure, PLAIN, 20)][:11]
    steps = -np.diff(heights)

    assert steps[3:7].min() > 0.3 * steps.max()
    assert max(steps[0], steps[-1]) < 0.2 * steps.max()


def test_feet_stay_where_they_are_in_a_squat() -> None:
    shown = [it.stance for it in moments(the_library().figures["squat"], PLAIN, 12, LOWER_AND_RISE)]
    for part in ("heel_r", "ball_r", "heel_l", "ball_l"):
        places = np.array([position(it.skeleton, part) for it in shown])
        assert np.ptp(places, axis=0).max() < 3 * MILLIMETRE


def test_hands_stay_on_their_handle() -> None:
    shown = [it.stance.skeleton for it in moments(the_library().figures["pallof-press"], PLAIN, 8)]
    apart = [np.linalg.norm(position(bones, "grip_r") - position(bones, "grip_l")) for bones in shown]

    assert np.ptp(apart) < MILLIMETRE
    assert max(apart) < 50 * MILLIMETRE


# --- Time -------------------------------------------------------------------------------------------------------


def test_a_rep_takes_its_tempo_exactly() -> None:
    found = legs(the_library().figures["squat"], LOWER_AND_RISE)
    takes = {takes: sum(leg.seconds for leg in found if leg.takes == takes) for takes in ("down", "pause", "up")}

    assert takes["down"] == pytest.approx(3)
    assert takes["up"] == pytest.approx(1)


def test_frames_are_at_their_times() -> None:
    """Three seconds down and one up, at two frames a second: the lowest is the sixth after the start."""
    figure = a_figure(Phase(Phrase("low"), "down"), Phase(Phrase("tall"), "up"))
    shown = list(moments(figure, PLAIN, 8, Dose(Range(1, 1), tempo=Tempo(3, 0, 1))))
    heights = [float(it.stance.state.at[1]) for it in shown]

    assert [it.at for it in shown] == [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]
    assert heights.index(min(heights)) == 6
    assert heights[0] == max(heights)
    assert anatomy.angle(shown[3].stance, "knee_r") == pytest.approx(
        anatomy.angle(shown[6].stance, "knee_r") / 2, abs=4
    )


def test_a_time_is_shared_by_all_parts_that_take_it() -> None:
    figure = a_figure(
        Phase(Phrase("half"), "down"),
        Phase(Phrase("low"), "down"),
        Phase(Phrase("low"), "hold"),
        Phase(Phrase("tall"), "up"),
    )
    dose = Dose(Range(1, 1), hold=Range(4, 6), tempo=Tempo(3, 0, 1))

    assert [leg.seconds for leg in legs(figure, dose)] == [1.5, 1.5, 4, 1]


def test_nobody_waits_half_a_minute_for_a_picture_to_go_on() -> None:
    figure = a_figure(Phase(Phrase("low"), "down"), Phase(Phrase("low"), "hold"), Phase(Phrase("tall"), "up"))

    assert legs(figure, Dose(Range(1, 1), seconds=Range(30, 30)))[1].seconds == LONGEST_HOLD


def test_a_movement_that_says_nothing_goes_through_its_frames_stays_and_comes_back() -> None:
    assert phases(a_figure()) == (
        Phase(Phrase("half"), "down"),
        Phase(Phrase("low"), "down"),
        Phase(Phrase("low"), "hold"),
        Phase(Phrase("half"), "up"),
        Phase(Phrase("tall"), "up"),
    )


def test_breath_goes_with_its_part() -> None:
    breaths = {(leg.takes, leg.breath) for leg in legs(the_library().figures["cat-cow"])}

    assert {("up", "out"), ("down", "in")} <= breaths


def test_it_starts_and_stops_gently_and_is_symmetrical() -> None:
    shares = np.linspace(0, 1, 11)
    way = np.array([eased(share) for share in shares])

    assert way[[0, -1]].tolist() == [0, 1]
    assert way[1] < 0.01
    assert way + way[::-1] == pytest.approx(1)
    assert all(before < after for before, after in pairwise(way))


# --- What is lifted, and what is not ----------------------------------------------------------------------------

FEET = ("heel_r", "ball_r", "heel_l", "ball_l")


def touch(part: str, x: float | None = None, *, slides: bool = False) -> Contact:
    return Contact(Phrase(part), Phrase("floor"), (x, None, None), slides)


ON_BOTH_FEET = tuple(map(touch, FEET))


def a_pose(name: str, at=(0.0, 0.53, 0.0), contacts=ON_BOTH_FEET, lean: float = 0, **joints) -> Pose:
    return Pose(
        Phrase(name), Pelvis(lean=lean, at=at), {joint: (bend, 0, 0) for joint, bend in joints.items()}, contacts
    )


BENT = {f"{joint}_{side}": bend for joint, bend in (("hip", 60), ("knee", 70), ("ankle", 18)) for side in "rl"}
HALF = {joint: bend / 2 for joint, bend in BENT.items()}


def a_figure(*parts: Phase, poses: tuple[Pose, ...] = ()) -> Figure:
    all_poses = poses or (
        a_pose("tall"),
        a_pose("half", (-0.05, 0.49, 0), **HALF),
        a_pose("low", (-0.1, 0.4, 0), **BENT),
    )
    return Figure(
        Phrase("x"), Phrase("x"), {str(p.name): p for p in all_poses}, tuple(p.name for p in all_poses), motion=parts
    )


def halfway(first: Pose, last: Pose) -> Stance:
    figure = a_figure(poses=(first, last))
    return between(figure, stances(figure), str(first.name), str(last.name), 0.5, PLAIN)


def test_a_foot_that_is_set_down_elsewhere_is_lifted_on_its_way() -> None:
    stand, stride = (
        a_pose(name, contacts=(touch("heel_r", 0), touch("ball_r"), touch("ball_l", x)))
        for name, x in (("a", 0.06), ("b", -0.2))
    )

    assert height(halfway(stand, stride), "ball_l", PLAIN) > 20 * MILLIMETRE


def test_a_foot_that_slides_stays_down() -> None:
    stand, slide = (
        a_pose(name, contacts=(touch("heel_r", 0), touch("ball_r"), touch("ball_l", x, slides=True)))
        for name, x in (("a", 0.06), ("b", -0.2))
    )

    assert height(halfway(stand, slide), "ball_l", PLAIN) == pytest.approx(0, abs=MILLIMETRE)


def test_a_leg_that_swings_through_is_drawn_up_over_the_floor() -> None:
    standing = tuple(map(touch, FEET[:2]))
    back, front = (a_pose(name, contacts=standing, hip_l=bend, ankle_l=-10) for name, bend in (("a", -25), ("b", 35)))
    there = halfway(back, front)

    assert min(height(there, part, PLAIN) for part in ("heel_l", "ball_l", "toe_l")) > -MILLIMETRE
    assert anatomy.angle(there, "knee_l") > 10


def test_what_lies_in_the_floor_neither_way_is_held_on_it() -> None:
    """An arm that sweeps from in front to behind, of somebody who lies on the belly, goes along the floor."""
    lying = (touch("belly"), touch("knee_r"), touch("knee_l"))
    front, side = (
        a_pose(name, (0, 0.07, 0), lying, 90, shoulder_r=bend, shoulder_l=10, ankle_r=-60, ankle_l=-60)
        for name, bend in (("a", 172), ("b", 8))
    )
    there = halfway(front, side)

    assert min(height(there, part, PLAIN) for part in ("elbow_r", "palm_r", "fingertips_r")) > -2 * MILLIMETRE
    assert there.missed == ()


def test_the_ends_of_a_way_are_the_poses_themselves() -> None:
    figure, keys = the_library().figures["squat"], keys_of("squat")

    assert between(figure, keys, "start", "low", 0, PLAIN) is keys["start"]
    assert between(figure, keys, "start", "low", 1, PLAIN) is keys["low"]
    assert between(figure, keys, "low", "low", 0.4, PLAIN) is keys["low"]
