from __future__ import annotations

import pytest

from publisher.library.contact_problems import contact_problems
from publisher.model.figure import Contact, Pelvis, Pose, Prop
from publisher.problems import Phrase, Problem

BENCH = Prop(Phrase("bench"), Phrase("bench"))
POLE = Prop(Phrase("pole"), Phrase("stick"))
LATER = Prop(Phrase("box"), Phrase("box"), only=(Phrase("end"),))


def told(*contacts: Contact) -> list[Problem]:
    pose = Pose(Phrase("start"), Pelvis(), {}, contacts)
    return list(contact_problems(pose, (BENCH, POLE, LATER)))


def touch(part: str, on: str, x: float | None = None) -> Contact:
    return Contact(Phrase(part), Phrase(on), (x, None, None))


def test_floor_props_and_landmarks_can_be_touched() -> None:
    assert told(touch("heel_r", "floor"), touch("upper_back", "bench"), touch("palm_r", "hip_bone_r")) == []


@pytest.mark.parametrize(
    ("on", "hint"),
    [
        ("bensh", "Did you mean `bench`? Write `floor`, `bench`, `stick` or a landmark."),
        ("box", "Add `start` to its `only:`, or take the contact out."),
        ("stick", "Add `held: [heel_r]` to the prop."),
        ("heel_r", "Write `floor`, a prop or another landmark."),
    ],
)
def test_a_contact_on_nothing_is_told(on: str, hint: str) -> None:
    (problem,) = told(touch("heel_r", on))

    assert (problem.name, problem.hint) == ("contact-on-nothing", hint)


def test_a_landmark_that_there_are_two_of_is_asked_for_its_side() -> None:
    (problem,) = told(touch("chin", "knee"))

    assert (problem.name, problem.hint) == ("unknown-landmark", "Write `knee_r` or `knee_l`.")


def test_one_landmark_cannot_be_on_two_things() -> None:
    (problem,) = told(touch("heel_r", "floor"), touch("heel_l", "floor"), touch("heel_r", "bench"))

    assert problem.name == "contradictory-contacts"
    assert "`heel_r` touches `bench` here and `floor`" in problem.sentence


def test_one_landmark_cannot_be_in_two_places() -> None:
    assert [each.name for each in told(touch("heel_r", "floor", 0.1), touch("heel_r", "floor", 0.2))] == [
        "contradictory-contacts"
    ]
    assert told(touch("heel_r", "floor", 0.1), touch("heel_r", "floor")) == []
