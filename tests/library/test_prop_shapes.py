from __future__ import annotations

import pytest

from publisher.library.prop_shapes import ARROW, GUIDE, PROP, RING, has_length, named, same_names
from publisher.model.anatomy import PROP_KINDS
from publisher.model.figure import Guide, Ring
from tests.library.writing import names, refused, value


def test_a_prop_says_what_it_is_and_where() -> None:
    prop = PROP.read(
        value("{kind: bench, name: seat-bench, at: [-0.4, 0, 0], size: [0.6, 0.2], turn: 90, only: [low]}")
    )

    assert (prop.kind, prop.name, prop.at, prop.size, prop.turn) == (
        "bench",
        "seat-bench",
        (-0.4, 0, 0),
        (0.6, 0.2),
        90,
    )
    assert prop.only == ("low",)
    assert prop.place is not None


@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_kind_can_be_written_with_its_usual_sizes(kind: str) -> None:
    sizes = ", ".join(f"{size.usual:g}" for size in PROP_KINDS[kind].sizes)
    held = "held: [grip_r], " if PROP_KINDS[kind].held[0] == 1 else ""

    assert PROP.read(value(f"{{kind: {kind}, {held}size: [{sizes}]}}")).kind == kind


def test_what_is_usually_worn_somewhere_is_worn_there() -> None:
    assert PROP.read(value("{kind: loop}")).held == ("knee_r", "knee_l")
    assert PROP.read(value("{kind: watch, held: [wrist_r]}")).held == ("wrist_r",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{kind: bensh}", "unknown-prop"),
        ("{kind: box, size: [0.3, 0.3, 0.3, 0.3]}", "too-many"),
        ("{kind: box, size: [0]}", "out-of-range"),
        ("{kind: box, size: [-0.3]}", "out-of-range"),
        ("{kind: box, size: [wide]}", "not-a-number"),
        ("{kind: box, size: 0.3}", "wrong-type"),
        ("{kind: box, held: [grip_r]}", "wrong-number-held"),
        ("{kind: band, at: [0.5, 0.5, 0]}", "wrong-number-held"),
        ("{kind: dumbbell, held: [grip]}", "unknown-landmark"),
        ("{kind: box, name: floor}", "name-taken"),
        ("{kind: box, name: knee}", "name-taken"),
    ],
)
def test_a_wrong_prop_is_told(text: str, name: str) -> None:
    assert names(refused(PROP, text)) == [name]


def test_props_without_a_name_are_called_by_kind_and_number() -> None:
    texts = ["{kind: dumbbell}", "{kind: dumbbell}", "{kind: box, name: dumbbell-2}", "{kind: dumbbell}"]

    found = named(PROP.read(value(text)) for text in texts)

    assert [prop.name for prop in found] == ["dumbbell", "dumbbell-3", "dumbbell-2", "dumbbell-4"]


def test_one_name_for_two_props_is_told() -> None:
    props = [PROP.read(value("{kind: box, name: low}")), PROP.read(value("{kind: step, name: low}"))]

    assert [problem.name for problem in same_names(props)] == ["same-prop-twice"]


def test_an_arrow_is_drawn_where_it_ends_unless_told_otherwise() -> None:
    plain = ARROW.read(value("{follows: palm_l, from: start, to: reach}"))
    told = ARROW.read(value("{follows: palm_l, from: start, to: reach, shown: start}"))

    assert (plain.follows, plain.start, plain.end, plain.shown) == ("palm_l", "start", "reach", "reach")
    assert told.shown == "start"
    assert list(has_length(plain)) == []


def test_an_arrow_without_length_is_told() -> None:
    arrow = ARROW.read(value("{follows: palm_l, from: start, to: start}"))

    assert [problem.name for problem in has_length(arrow)] == ["arrow-without-length"]


def test_a_ring_has_a_usual_radius() -> None:
    assert RING.read(value("{around: low_back, in: low}")).radius == Ring("a", "b").radius
    assert RING.read(value("{around: low_back, in: low, radius: 0.1}")).radius == 0.1
    assert names(refused(RING, "{around: low_back, in: low, radius: 0}")) == ["out-of-range"]


def test_a_guide_goes_along_landmarks() -> None:
    guide = GUIDE.read(value("{kind: axis, along: [ankle_r, crown], in: land}"))

    assert (guide.kind, guide.along, guide.shown, guide.to) == (Guide.AXIS, ("ankle_r", "crown"), "land", None)
    assert GUIDE.read(value("{kind: gaze, along: [nose], to: [1, 0, 0], in: land}")).to == (1, 0, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{kind: axis, along: [ankle_r], in: land}", "too-few"),
        ("{kind: plumb, along: [hip_r, knee_r, heel_r], in: land}", "too-many"),
        ("{kind: gaze, along: [nose], in: land}", "missing-field"),
        ("{kind: jolt, along: [heel, knee_r], in: land}", "unknown-landmark"),
    ],
)
def test_a_wrong_guide_is_told(text: str, name: str) -> None:
    assert names(refused(GUIDE, text)) == [name]
