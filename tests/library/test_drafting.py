"""Drafts: what an answer says comes back from the reader as it was typed, whatever signs it holds."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.library.card_shapes import BODIES, COMMON, CardShape
from publisher.library.drafting import doubts, drafted, field_at, id_of
from publisher.library.reading import read_tree
from publisher.model.card import Kind
from publisher.problems import InputError

NEEDED = {
    ("id",): ["wall-sit"],
    ("kind",): ["exercise"],
    ("group",): ["strength"],
    ("number",): ["50"],
    ("title",): ["Wall sit"],
    ("purpose",): ["Strong thighs."],
    ("cue",): ["Sit tall."],
    ("start",): ["Stand with your back to a wall."],
    ("steps",): ["Slide down.", "Stay there."],
    ("feel",): ["in your thighs"],
    ("dose", "sets"): ["3"],
    ("dose", "seconds"): ["20 to 40 s"],
    ("stop_if",): ["pain goes over 5 out of 10"],
    ("evidence", "level"): ["common-practice"],
    ("evidence", "sources"): ["acsm-2009"],
}


def read(text: str):
    return CardShape().read(read_tree(text.encode(), "wall-sit.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "Sit: tall",
        "Sit # tall",
        "- Sit",
        "--- Sit",
        "...",
        "'Sit' \"tall\"",
        "{sit: tall}",
        "[sit]",
        "*sit &tall !now @here `there`",
        "yes",
        "null",
        "~",
        "08",
        "1:30",
        "12",
        "0x1F",
        "<<",
        "Sitz für Ältere, 膝, 🙂",
        "%Sit",
        "? sit",
        "C:\\new\\table",
    ],
)
def test_a_text_is_written_so_that_it_is_read_as_it_was_typed(text: str) -> None:
    card = read(drafted({**NEEDED, ("title",): [text], ("steps",): [text, text]}))

    assert card.title == text
    assert [step.text for step in card.body.steps] == [text, text]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_every_text_is_either_refused_with_a_reason_or_read_as_it_was_typed(text: str) -> None:
    refused = doubts(("cue",), text)

    if not refused:
        one_line = re.sub("[ \t\r\n]+", " ", text).strip(" ")
        assert read(drafted({**NEEDED, ("cue",): [text]})).body.cue == unicodedata.normalize("NFC", one_line)


def test_lines_become_one_line() -> None:
    assert read(drafted({**NEEDED, ("cue",): ["Sit\n\n--- \ttall  now "]})).body.cue == "Sit --- tall now"


def test_faults_are_written_in_pairs() -> None:
    faults = {("faults", "see"): ["Knees in?", "Head down?"], ("faults", "fix"): ["Press out.", "Look ahead."]}

    body = read(drafted({**NEEDED, **faults})).body

    assert [(str(one.see), str(one.fix)) for one in body.faults] == [
        ("Knees in?", "Press out."),
        ("Head down?", "Look ahead."),
    ]


def test_a_draft_looks_like_the_cards_of_the_library() -> None:
    lines = drafted({**NEEDED, ("dose", "rest"): ["60 s"]}).splitlines()

    assert lines[:3] == ["id: wall-sit", "kind: exercise", "group: strength"]
    assert lines[lines.index("steps:") + 1] == "  - Slide down."
    assert lines[lines.index("dose:") : lines.index("stop_if:")] == [
        "dose:",
        "  sets: 3",
        "  seconds: 20 to 40 s",
        "  rest: 60 s",
    ]
    assert lines[-2:] == ["review:", "  reviewed_by: null"]


def test_what_is_wrong_with_the_whole_is_told_and_nothing_is_drafted() -> None:
    with pytest.raises(InputError, match="both `reps` and `seconds`"):
        drafted({**NEEDED, ("dose", "reps"): ["8"]})


@pytest.mark.parametrize(
    ("path", "answer", "name"),
    [
        (("title",), "A title that goes on and on and on and on", "too-long"),
        (("title",), "  ", "no-value"),
        (("feel",), "In your thighs.", "not-a-fragment"),
        (("cue",), "Sit\x1b[2J", "hidden-sign"),
        (("steps",), "x" * 81, "word-too-long"),
        (("dose", "sets"), "3-4", "not-a-range"),
        (("dose", "seconds"), "0:30", "not-a-time"),
        (("kind",), "exercises", "unknown-choice"),
        (("evidence", "sources"), "ACSM 2009", "not-an-id"),
    ],
)
def test_an_answer_is_held_against_its_field(path: tuple[str, ...], answer: str, name: str) -> None:
    [problem] = doubts(path, answer)

    assert problem.name == name
    assert problem.hint
    assert problem.place is None


def test_every_field_of_an_exercise_has_its_place() -> None:
    for field in (*COMMON, *BODIES[Kind.EXERCISE][1]):
        assert field_at((field.name,)) == field
    assert field_at(("dose", "rest")).doc == "Rest between sets."
    assert field_at(("faults", "fix")).name == "fix"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Wall sit", "wall-sit"), ("Child’s pose", "childs-pose"), ("90/90 – Hüfte!", "90-90-hufte"), ("膝", "")],
)
def test_an_id_is_made_from_a_title(title: str, name: str) -> None:
    assert id_of(title) == name
