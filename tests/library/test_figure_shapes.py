from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.library.figure_shapes import FigureShape, warnings
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.figure import Faces, Figure, Phase, Shows, View
from publisher.model.programme import Side

if TYPE_CHECKING:
    from publisher.problems import Problem

BIRD_DOG = """\
id: bird-dog
name: Bird-dog
faces: right
view: {turn: 15, height: 8}
moves: [arm_l, leg]
frames: [start, reach]
props: [{kind: mat}]
poses:
  start:
    joints: {hip: 90, knee: 90}
    contacts: [knee: floor]
  between:
    from: start
    joints: {hip_r: 40}
  reach:
    from: start
    joints: {hip_r: -8}
    contacts: [knee_l: mat]
arrows: [{follows: palm_l, from: start, to: reach}]
rings: [{around: low_back, in: reach}]
spots: [{at: knee_r, in: reach}, {at: low_back, in: reach}]
muscles: [glutes]
motion: [{to: reach, takes: up, breath: out}]
shows: right
slope: 12
"""


def read(text: str = BIRD_DOG) -> Figure:
    return FigureShape().read(read_tree(text.encode(), "bird-dog.yaml"))


def changed(before: str, after: str) -> str:
    assert before in BIRD_DOG
    return BIRD_DOG.replace(before, after, 1)


def told(before: str, after: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        read(changed(before, after))
    return list(caught.value.problems)


def test_a_figure_is_read_whole() -> None:
    figure = read()

    assert (figure.id, figure.name, figure.view, figure.slope) == ("bird-dog", "Bird-dog", View(15, 8), 12)
    assert (figure.faces, figure.shows) == (Faces.RIGHT, Shows.RIGHT)
    assert list(figure.poses) == ["start", "between", "reach"]
    assert figure.frames == ("start", "reach")
    assert figure.props[0].name == "mat"
    assert figure.rings[0].around == "low_back"
    assert [spot.at for spot in figure.spots] == ["knee_r", "low_back"]
    assert figure.muscles == ("glutes",)
    assert figure.motion == (Phase("reach", "up", "out"),)
    assert figure.place is not None


def test_a_leg_without_a_side_is_both() -> None:
    assert read().moves == ("arm_l", "leg_r", "leg_l")


def test_a_muscle_can_be_tinted_on_one_side() -> None:
    assert read(changed("muscles: [glutes]", "muscles: [glutes_r, calves]")).muscles == ("glutes_r", "calves")
    (problem,) = told("muscles: [glutes]", "muscles: [glutes_x]")
    assert problem.hint.startswith("Did you mean `glutes`?")


def test_a_figure_says_which_side_it_shows_if_it_shows_one() -> None:
    sided = read(changed("slope: 12", "slope: 12\nside: left\nin_turn: [reach]"))

    assert (sided.side, sided.in_turn) == (Side.LEFT, ("reach",))
    assert read().side is None


def test_all_poses_are_frames_unless_some_are_named() -> None:
    assert read(changed("frames: [start, reach]\n", "")).frames == ("start", "between", "reach")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("frames: [start, reach]", "frames: [start, rech]"),
        ("from: start, to: reach", "from: stert, to: reach"),
        ("from: start, to: reach", "from: start, to: rech"),
        ("from: start, to: reach}", "from: start, to: reach, shown: rech}"),
        ("in: reach", "in: rech"),
        ("{to: reach, takes", "{to: rech, takes"),
        ("frames: [start, reach]", "frames: [start, reach]\nin_turn: [rech]"),
        ("{kind: mat}", "{kind: mat}, {kind: box, only: [rech]}"),
    ],
)
def test_a_pose_that_is_named_has_to_be_there(before: str, after: str) -> None:
    (problem,) = told(before, after)

    assert problem.name == "unknown-pose"
    assert problem.hint.startswith("Did you mean `")
    assert problem.place is not None


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("height: 8", "height: -1", "no-such-view"),
        ("height: 8", "height: 86", "no-such-view"),
        ("height: 8", "height: -.42", "not-an-angle"),
        ("turn: 15", "turn: 200", "out-of-range"),
        ("moves: [arm_l, leg]", "moves: [tail]", "unknown-choice"),
        ("muscles: [glutes]", "muscles: [glute]", "unknown-choice"),
        ("takes: up", "takes: long", "unknown-choice"),
        ("slope: 12", "slope: 45", "out-of-range"),
        ("slope: 12", "side: both", "unknown-choice"),
        ("knee_l: mat", "knee_l: met", "contact-on-nothing"),
        ("[knee_l: mat]", "[{knee_l: mat}, {knee_l: floor}]", "contradictory-contacts"),
        ("{at: knee_r, in: reach}", "{at: knee, in: reach}", "unknown-landmark"),
        ("{at: knee_r, in: reach}", "{at: knee_r, in: lift}", "unknown-pose"),
        ("from: start, to: reach", "from: start, to: start", "arrow-without-length"),
        ("[{kind: mat}]", "[{kind: mat}, {kind: step, name: a}, {kind: box, name: a}]", "same-prop-twice"),
        ("name: Bird-dog\n", "", "missing-field"),
        ("slope: 12", "sloop: 12", "unknown-field"),
    ],
)
def test_a_wrong_figure_is_told(before: str, after: str, name: str) -> None:
    assert [problem.name for problem in told(before, after)] == [name]


def test_a_contact_that_two_poses_have_is_told_once_a_file() -> None:
    problems = told("contacts: [knee: floor]", "contacts: [knee: flor]")

    assert len(set(problems)) == 1


def test_angles_beyond_the_norm_are_doubts_that_the_author_can_lay_to_rest() -> None:
    far = changed("knee: 90", "knee: 150")

    def doubts(text: str) -> list[str]:
        return [problem.name for problem in warnings(read_tree(text.encode(), "bird-dog.yaml"))]

    assert doubts(BIRD_DOG) == []
    assert doubts(far) == ["angle-beyond-norm"]
    assert doubts(f"{far}beyond: [knee]\n") == []
    assert read(f"{far}beyond: [knee]\n").poses["start"].joints["knee_r"] == (150, 0, 0)
