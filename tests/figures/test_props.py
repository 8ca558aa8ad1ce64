"""Props: they stand where contacts find them, hands hold them, and straps lie tight round the body."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from publisher.figures import staging
from publisher.figures.field import scene
from publisher.figures.landmarks import position
from publisher.figures.props import MATERIALS, Body, props
from publisher.figures.props.table import smoothed
from publisher.figures.props.wrapping import dense, hull, tight
from publisher.figures.skeleton import Skeleton, skeleton, state_of
from publisher.figures.supports import support_of
from publisher.figures.tracing import Camera, distance, trace
from publisher.model.anatomy import PROP_KINDS, Touch
from publisher.model.figure import Build, Figure, Hair, Hand, Pelvis, Person, Pose, Prop
from publisher.problems import Phrase

ABOVE = Camera(np.array(((1.0, 0.0, 0.0), (0.0, 0.0, -1.0), (0.0, 1.0, 0.0))))
BEHIND = Camera(np.array(((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0))))
PERSON = Person(Phrase("one"), Phrase("one"), Build(), Hair.SHORT, "#222222", "#F8DFCF", "#E9C3AC", "#D9BBA8")
PLAIN = Build()
SLIM = Build(legs=0.86, waist=0.9)
HEAVY = Build(legs=1.2, waist=1.25, belly=0.04)

BENT = {"hip": (100.0, 12.0, 8.0), "knee": (95.0, 0.0, 0.0)}
ARMS_FORWARD = {"shoulder": (84.0, -8.0, 0.0), "elbow": (6.0, 0.0, 0.0)}


def both(**joints: tuple[float, float, float]) -> dict[str, tuple[float, float, float]]:
    return {f"{name}_{side}": value for side in "rl" for name, value in joints.items()}


def a_prop(kind: str, *held: str, **values: object) -> Prop:
    return Prop(Phrase(kind), Phrase(kind), held=tuple(Phrase(mark) for mark in held), **values)


def a_figure(*things: Prop, joints: dict[str, tuple[float, float, float]] | None = None, **values: object) -> Figure:
    name = Phrase("still")
    pose = Pose(name, Pelvis(), joints or {}, hands={"right": Hand.GRIP, "left": Hand.GRIP})
    return Figure(Phrase("a"), Phrase("A"), {"still": pose}, (name,), props=things, **values)


def standing() -> Skeleton:
    return skeleton(state_of(Pelvis(), {}))


def seen(prop: Prop, camera: Camera, pixels: float = 400) -> np.ndarray:
    """Points of a prop that a camera sees, in the world."""
    group = props(a_figure(prop, people=False), Pose(Phrase("still"), Pelvis(), {}), Body(standing()))
    raster = trace(scene(group, (), np.zeros((0, 10))), camera, pixels)
    rows, columns = np.nonzero(raster.part >= 0)
    right, up = raster.left + columns / pixels, raster.top - rows / pixels
    return np.column_stack((right, up, raster.depth[rows, columns])) @ camera.axes


def dressed(*things: Prop, joints: dict[str, tuple[float, float, float]], build: Build = PLAIN) -> staging.Staged:
    return staging.stage(a_figure(*things, joints=joints), replace(PERSON, build=build))["still"]


# --- What stands ----------------------------------------------------------------------------------------------------


TOPS = [kind for kind, facts in PROP_KINDS.items() if facts.touch is Touch.TOP]


@pytest.mark.parametrize("kind", TOPS)
def test_the_top_of_a_prop_is_where_contacts_look_for_it(kind: str) -> None:
    prop = a_prop(kind, at=(0.3, 0.0, 0.1))
    points = seen(prop, ABOVE)
    support = support_of(prop)
    assert support is not None

    middle = points[np.argmin(np.hypot(points[:, 0] - points[:, 0].mean(), points[:, 2] - 0.1))]
    plane = support.plane(middle)

    assert float(np.dot(plane.normal, middle)) == pytest.approx(plane.level, abs=0.004)


@pytest.mark.parametrize("turn", [0, 90, 37])
def test_a_wall_is_met_at_its_face(turn: float) -> None:
    prop = a_prop("wall", at=(0.4, 0.0, 0.0), turn=turn)
    support = support_of(prop)
    assert support is not None
    plane = support.planes[0]
    up, facing = np.array((0.0, 1.0, 0.0)), np.array(plane.normal)
    points = seen(prop, Camera(np.array((np.cross(up, facing), up, facing))))

    high = points[np.abs(points[:, 1] - 0.6) < 0.1]

    assert high @ facing == pytest.approx(np.full(len(high), plane.level), abs=0.004)


@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_kind_is_drawn_in_known_materials(kind: str) -> None:
    facts = PROP_KINDS[kind]
    held = facts.usual_held or ("grip_r", "arch_r", "grip_l")[: facts.held[0]]
    staged = dressed(a_prop(kind, *held), joints=both(**ARMS_FORWARD))

    mine = [part for part in staged.scene.parts if part.limb == f"prop:{kind}"]

    assert mine
    assert {part.material for part in mine} <= set(MATERIALS)


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind, facts in PROP_KINDS.items()
        if not facts.held[1] and kind not in ("hill", "mat", "shower", "warm-shower")
    ],
)
def test_what_stands_on_the_floor_neither_floats_nor_sinks(kind: str) -> None:
    below = Camera(ABOVE.axes * np.array(((1.0,), (-1.0,), (-1.0,))))

    assert seen(a_prop(kind), below)[:, 1].min() == pytest.approx(0.0, abs=0.022 if kind == "kerb" else 0.006)


@pytest.mark.parametrize("size", [0.5, 2.0])
@pytest.mark.parametrize("kind", ["shoe", "glass", "bottle", "bowl", "clock", "fish", "watch"])
def test_a_thing_keeps_its_shape_at_any_size(kind: str, size: float) -> None:
    usual = [measure.usual * (1 if measure.name == "hour" else 6) for measure in PROP_KINDS[kind].sizes]
    grown = [measure.usual * (1 if measure.name == "hour" else 6 * size) for measure in PROP_KINDS[kind].sizes]
    level = Camera(np.array(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))))

    plain, other = (np.ptp(seen(a_prop(kind, size=tuple(sizes)), level, 200), axis=0) for sizes in (usual, grown))

    assert other[:2] == pytest.approx(plain[:2] * size, rel=0.06)


def test_a_prop_is_there_only_in_its_poses() -> None:
    mat, box = a_prop("mat"), a_prop("box", only=(Phrase("other"),))

    groups = props(a_figure(mat, box), Pose(Phrase("still"), Pelvis(), {}), Body(standing()))

    assert [group.name for group in groups] == ["prop:mat"]


def test_a_picture_of_things_shows_nobody() -> None:
    staged = staging.stage(a_figure(a_prop("glass"), people=False), PERSON)["still"]

    assert {part.limb for part in staging.seen(staged, 200).parts} == {"prop:glass"}


# --- What hands hold --------------------------------------------------------------------------------------------------


def test_a_dumbbell_lies_across_the_palm() -> None:
    staged = dressed(a_prop("dumbbell", "grip_r"), joints=both(**ARMS_FORWARD))
    hand = staged.skeleton.bones["hand_r"]
    grip = position(staged.skeleton, "grip_r")
    half = PROP_KINDS["dumbbell"].sizes[0].usual / 2

    inside = [_distance(staged, grip + hand.turn[:, 0] * (t * half)) for t in (-0.9, 0.0, 0.9)]
    beyond = [_distance(staged, grip + hand.turn[:, 0] * (t * half)) for t in (-1.1, 1.1)]

    assert max(inside) < 0
    assert min(beyond) > 0


def _distance(staged: staging.Staged, point: np.ndarray) -> float:
    return float(distance(tuple(staged.scene[1:]), *point)[0])


def test_a_bottle_in_the_hand_stays_upright() -> None:
    staged = dressed(a_prop("bottle", "grip_r"), joints=both(shoulder=(40, 0, 0), elbow=(70, 0, 0)))
    grip = position(staged.skeleton, "grip_r")
    high = PROP_KINDS["bottle"].sizes[1].usual

    assert _distance(staged, grip + np.array((0.0, 0.46 * high, 0.0))) < 0
    assert _distance(staged, grip - np.array((0.0, 0.46 * high, 0.0))) < 0


# --- What is wound round ----------------------------------------------------------------------------------------------


def _boards(staged: staging.Staged, name: str, material: str = "elastic") -> np.ndarray:
    """The middles of the boards of a strap."""
    part = next(i for i, p in enumerate(staged.scene.parts) if p.limb == f"prop:{name}" and p.material == material)
    rows = np.nonzero((staged.scene.kinds[:, 1] == part) & (staged.scene.kinds[:, 0] == 4))[0]
    return staged.scene.numbers[rows, :3]


def _off_the_body(figure: Figure, person: Person, points: np.ndarray) -> np.ndarray:
    bare = staging.stage(Figure(figure.id, figure.name, figure.poses, figure.frames), person)["still"]
    return np.array([_distance(bare, point) for point in points])


@pytest.mark.parametrize("build", [PLAIN, SLIM, HEAVY])
@pytest.mark.parametrize("joints", [both(hip=(8.0, 12.0, 0.0)), both(**BENT)])
def test_a_loop_round_the_knees_touches_both_thighs_and_enters_neither(joints: dict, build: Build) -> None:
    staged = dressed(a_prop("loop", "knee_r", "knee_l"), joints=joints, build=build)
    points = _boards(staged, "loop")

    off = _off_the_body(staged.figure, staged.person, points)
    sides = points[:, 2] > 0

    # Elastic presses into flesh a little at the hollow of a bent knee.
    assert off.min() > -0.005
    assert np.sort(off[sides])[3] < 0.008
    assert np.sort(off[~sides])[3] < 0.008


def test_a_loop_lies_above_the_knees() -> None:
    staged = dressed(a_prop("loop", "knee_r", "knee_l"), joints={})
    knee = staged.skeleton.bones["shank_r"].at[1]

    heights = _boards(staged, "loop")[:, 1]

    assert knee + 0.02 < heights.min()
    assert heights.max() < knee + 0.08


def test_a_strap_runs_straight_from_the_hands_round_the_sole() -> None:
    joints = both(**ARMS_FORWARD) | {"hip_r": (80.0, 0.0, 0.0)}
    staged = dressed(a_prop("band", "grip_r", "arch_r", "grip_l"), joints=joints)
    foot, points = staged.skeleton.bones["foot_r"], _boards(staged, "band")

    local = (points - foot.at) @ foot.turn
    under = local[np.abs(local[:, 2]) < 0.02]

    # Under the sole at the arch, and as low as the sole is thick.
    assert np.hypot(*(points - position(staged.skeleton, "grip_r")).T[:2]).min() < 0.06
    assert local[:, 1].min() == pytest.approx(-0.041, abs=0.004)
    assert len(under)
    assert _off_the_body(staged.figure, staged.person, points[local[:, 1] < -0.03]).min() > -0.002


def test_a_band_from_an_anchor_is_one_straight_line_to_the_hand() -> None:
    anchor = np.array((0.2, 0.7, -0.6))
    staged = dressed(a_prop("band", "grip_l", at=tuple(anchor)), joints=both(**ARMS_FORWARD))
    grip = position(staged.skeleton, "grip_l")

    middles = _boards(staged, "band")

    assert np.linalg.norm(middles - (anchor + grip) / 2, axis=1).min() < 0.001


def test_a_band_is_tied_round_its_anchor() -> None:
    anchor = np.array((0.2, 0.7, -0.6))
    staged = dressed(a_prop("band", "grip_l", at=tuple(anchor)), joints=both(**ARMS_FORWARD))

    away = _boards(staged, "band") - anchor
    tied = away[np.linalg.norm(away, axis=1) < 0.05]

    assert np.ptp(np.arctan2(tied[:, 2], tied[:, 0])) > 1.9 * math.pi * 0.9
    assert np.ptp(tied[:, 1]) < 0.001


@pytest.mark.parametrize("build", [SLIM, HEAVY])
def test_a_belt_goes_round_the_waist_whatever_its_girth(build: Build) -> None:
    staged = dressed(a_prop("belt", "low_back"), joints=both(shoulder=(0.0, 40.0, 0.0)), build=build)
    points = _boards(staged, "belt", "band")

    off = _off_the_body(staged.figure, staged.person, points)

    assert off.min() > -0.004
    assert np.median(off) < 0.012
    assert np.ptp(np.arctan2(points[:, 2], points[:, 0])) > 1.9 * math.pi * 0.95


# --- Strings ----------------------------------------------------------------------------------------------------------


def test_a_string_drawn_tight_takes_the_far_side() -> None:
    angles = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    ring = np.column_stack((np.cos(angles), np.sin(angles)))

    line = tight(ring, np.array((1.0, 5.0)), np.array((-1.0, 5.0)))

    assert line[0] == pytest.approx((1.0, 5.0))
    assert line[-1] == pytest.approx((-1.0, 5.0))
    assert line[:, 1].min() == pytest.approx(-1.0, abs=0.01)
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).sum() == pytest.approx(10 + math.pi, abs=0.02)


def test_a_hull_leaves_out_what_lies_inside() -> None:
    square = np.array(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)))

    assert len(hull(np.vstack((square, ((0.5, 0.5), (0.9, 0.2)))))) == 4


def test_a_dense_line_keeps_its_ends_and_its_length() -> None:
    line = dense(np.array(((0.0, 0.0, 0.0), (0.1, 0.0, 0.0), (0.1, 0.05, 0.0))), 0.01)

    assert np.linalg.norm(np.diff(line, axis=0), axis=1).max() <= 0.01 + 1e-9
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).sum() == pytest.approx(0.15)


def test_a_curve_goes_through_its_values_and_is_straight_between_even_ones() -> None:
    values = np.array((0.0, 1.0, 2.0, 3.0))

    assert smoothed(values, np.array((0.0, 1.0, 3.0))) == pytest.approx((0.0, 1.0, 3.0))
    assert smoothed(values, np.array((1.5,))) == pytest.approx((1.5,))


@pytest.mark.parametrize(("hour", "share"), [(2, 1 / 6), (5, 5 / 12)])
def test_a_clock_tints_the_hours_gone(hour: float, share: float) -> None:
    clock = a_prop("clock", size=(0.4, hour))
    staged = staging.stage(a_figure(clock, people=False), PERSON)["still"]
    raster = staging.seen(staged, 400)

    tinted = [i for i, part in enumerate(raster.parts) if part.piece == "hours"]

    # The hands lie on some of it.
    assert np.isin(raster.part, tinted).sum() / 400**2 == pytest.approx(share * math.pi * (0.60 * 0.4) ** 2, rel=0.3)
