from __future__ import annotations

import pytest

from publisher.library.contact_shapes import Contacts, Landmark, joined
from publisher.model.figure import Contact
from tests.library.writing import names, refused, value


def read(text: str) -> list[tuple[str, str, tuple[float | None, ...]]]:
    return [contact[:3] for contact in Contacts().read(value(text))]


FREE = (None, None, None)


def test_without_a_side_both_touch() -> None:
    assert read("{knee: floor}") == [("knee_r", "floor", FREE), ("knee_l", "floor", FREE)]


def test_what_there_is_one_of_touches_once() -> None:
    assert read("{upper_back: bench}") == [("upper_back", "bench", FREE)]


def test_a_contact_can_be_pinned() -> None:
    assert read("{palm_r: {on: floor, at: [0.3, null, 0]}}") == [("palm_r", "floor", (0.3, None, 0.0))]


def test_both_palms_on_a_paired_landmark_lie_each_on_its_own_side() -> None:
    assert read("{palm: {on: hip_bone, off: [0.02, 0, 0.01]}}") == [
        ("palm_r", "hip_bone_r", (0.02, 0, 0.01)),
        ("palm_l", "hip_bone_l", (0.02, 0, 0.01)),
    ]
    assert read("{palm_r: hip_bone}") == [("palm_r", "hip_bone_r", FREE)]
    assert read("{palm_r: hip_bone_l}") == [("palm_r", "hip_bone_l", FREE)]


def test_a_contact_may_slide_and_remembers_where_it_was_written() -> None:
    (contact,) = Contacts().read(value("{heel_r: {on: floor, slides: yes}}"))

    assert contact.slides
    assert contact.place is not None
    assert (contact.place.line, contact.place.column) == (1, 6)


@pytest.mark.parametrize(
    ("text", "hint"),
    [("{kne: floor}", "Did you mean `knee`?"), ("{whisker: floor}", "There are pelvis, sacrum, ")],
)
def test_an_unknown_landmark_is_told(text: str, hint: str) -> None:
    (problem,) = refused(Contacts(), text)

    assert problem.name == "unknown-landmark"
    assert problem.hint.startswith(hint)


def test_a_place_beside_a_landmark_is_off_and_one_on_the_floor_is_at() -> None:
    (at,) = refused(Contacts(), "{palm_r: {on: grip_l, at: [0, 0, 0]}}")
    (off,) = refused(Contacts(), "{palm_r: {on: bench, off: [0, 0, 0]}}")

    assert (at.name, off.name) == ("at-or-off", "at-or-off")
    assert "`off:" in at.hint
    assert "`at:" in off.hint


@pytest.mark.parametrize("text", ["floor", "[]", "{}", ""])
def test_a_contact_is_a_landmark_and_what_it_touches(text: str) -> None:
    assert names(refused(Contacts(), text)) == ["wrong-type"]


def test_one_landmark_is_named_with_its_side() -> None:
    assert Landmark().read(value("palm_r")) == "palm_r"
    (problem,) = refused(Landmark(), "palm")
    assert problem.hint == "Write `palm_r` or `palm_l`."


def test_a_closer_word_on_one_side_adds_to_what_both_do() -> None:
    both = [Contact("palm_r", "floor"), Contact("palm_l", "floor")]

    assert joined([*both, Contact("palm_r", "floor", (0.3, None, None))]) == (
        Contact("palm_r", "floor", (0.3, None, None)),
        Contact("palm_l", "floor"),
    )


def test_two_words_that_contradict_stay_two() -> None:
    here, there = Contact("palm_r", "floor", (0.3, None, None)), Contact("palm_r", "floor", (0.4, None, None))

    assert joined([here, there]) == (here, there)
