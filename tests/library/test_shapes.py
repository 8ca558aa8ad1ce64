from __future__ import annotations

import pytest

from publisher.library.shapes import DATE, ID, Choice, Fragment, Text, Word
from publisher.model.dose import Sides
from publisher.problems import Place, place_of
from tests.library.writing import names, refused, value


def test_a_text_is_one_line_however_it_was_wrapped() -> None:
    text = Text().read(value("|\n  Stand   tall.\n  Breathe.\n"))

    assert text == "Stand tall. Breathe."
    assert place_of(text) == Place("file.yaml", 1, 5)


def test_a_space_that_does_not_break_is_kept() -> None:
    assert Text().read(value("10\u00a0s")) == "10\u00a0s"


@pytest.mark.parametrize("text", ["no", "08", "1:30", "2026-01-01"])
def test_a_text_may_look_like_something_else(text: str) -> None:
    assert Text().read(value(text)) == text


@pytest.mark.parametrize(
    ("shape", "text", "name"),
    [
        (Text(5), "longer", "too-long"),
        (Text(50, words=2), "one two three", "too-many-words"),
        (Text(starts="Do not "), "Never run.", "wrong-start"),
        (Text(), "", "no-value"),
        (Text(), '" "', "no-value"),
        (Text(), "[a]", "wrong-type"),
        (Text(), "{a: b}", "wrong-type"),
        (Fragment(), "In your calves", "not-a-fragment"),
        (Fragment(), "in your calves.", "not-a-fragment"),
        (ID, "Calf raise", "not-an-id"),
        (ID, "a--b", "not-an-id"),
        (ID, "../etc", "not-an-id"),
        (ID, "pl\u0430nk", "not-an-id"),
        (DATE, "2026-13-01", "not-a-date"),
        (DATE, "2026-02-30", "not-a-date"),
        (Word(("one", "two")), "three", "unknown-choice"),
        (Choice(Sides), "legs", "unknown-choice"),
    ],
)
def test_what_does_not_fit_is_refused(shape: Text, text: str, name: str) -> None:
    assert names(refused(shape, text)) == [name]


def test_a_fragment_may_start_with_letters_that_are_always_capitals() -> None:
    assert Fragment().read(value("MRI shows it")) == "MRI shows it"


def test_a_fragment_is_shown_as_it_should_be() -> None:
    assert refused(Fragment(), "In your calves.")[0].hint == "Write `in your calves`."


def test_a_choice_is_its_member() -> None:
    assert Choice(Sides).read(value("leg")) is Sides.LEG


def test_a_misspelt_choice_is_recognised() -> None:
    assert refused(Choice(Sides), "legg")[0].hint.startswith("Did you mean `leg`? ")
