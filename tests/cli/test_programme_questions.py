"""Questions about a programme at a prompt: asked again until they can be read, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from publisher.cli import programme_new, programme_questions
from publisher.cli.programme_questions import exercises, found
from tests.factories import the_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """`answered("plank", ...)` gives these answers, and the questions that they were given to; then Ctrl-C."""

    def give(*answers: str) -> list[str]:
        left, asked = iter(answers), list[str]()

        def prompt(question: str, **_: object) -> str:
            asked.append(question.strip())
            if (answer := next(left, None)) is None:
                raise click.Abort
            return answer

        monkeypatch.setattr("click.prompt", prompt)
        return asked

    return give


def ids(said: str) -> list[str]:
    return [str(card.id) for card in found(said, the_library().cards)]


def test_a_word_finds_cards_by_id_title_or_sort() -> None:
    assert ids("plank") == ["plank", "side-plank", "side-plank-leg-lift"]
    assert ids("Side  plank") == ["side-plank", "side-plank-leg-lift"]
    assert "hip-bridge" in ids("bridge")
    assert {the_library().cards[name].kind.value for name in ids("form-cue")} == {"form-cue"}
    assert ids("plonk") == ids("  ") == []


def test_all_that_can_be_chosen_is_shown_and_warning_signs_are_not_chosen() -> None:
    signs = {name for name, card in the_library().cards.items() if card.kind.value == "warning-sign"}

    assert {*ids("?")} == {*the_library().cards} - signs


def test_enter_at_the_first_exercise_asks_again_and_shows_what_to_type(
    answered: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    answered("", "side plank", "7", "1", *[""] * 6, "")

    assert exercises(the_library()) == [{"card": "side-plank"}]
    told = capsys.readouterr().err
    assert "at least one exercise" in told
    assert "1  side-plank " in told
    assert "Nothing is called `7`" in told


def test_a_slip_is_told_with_what_was_meant(
    answered: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    sign = next(name for name, card in the_library().cards.items() if card.kind.value == "warning-sign")
    answered("plonk", sign, "plank", *[""] * 5, "plank", "")

    assert exercises(the_library()) == [{"card": "plank"}]
    told = capsys.readouterr().err
    assert "Did you mean `plank`?" in told
    assert "Warning signs stand on each handout" in told
    assert "`plank` is among them already" in told


@pytest.mark.parametrize(
    ("said", "field"), [("3", "days_a_week"), ("2 to 3", "days_a_week"), ("mon, Thu", "days"), ("friday", "days")]
)
def test_days_are_counted_or_named(answered: Callable[..., list[str]], said: str, field: str) -> None:
    answered("plank", "", "", "", said, "", "")

    assert exercises(the_library()) == [{"card": "plank", field: said}]


def test_what_is_asked_is_what_the_card_has(answered: Callable[..., list[str]]) -> None:
    def first_words(card: str) -> list[str]:
        asked = answered(card, *[""] * 9)
        exercises(the_library())
        return [question.split()[0].rstrip(",:") for question in asked[1:-1]]

    assert first_words("plank") == ["Sets", "Seconds", "Load", "Days", "Note"]
    assert first_words("step-down") == ["Sets", "Reps", "Load", "Side", "Days", "Note"]
    assert first_words("quick-short-steps") == ["Note"]


def test_each_part_is_asked_again_until_it_can_be_read_and_printed(
    answered: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    answered("step-down", "-1", "3", "", "", "both", "left", "0", "9", "overmorrow", "2", "診", "Slowly.", "")

    assert exercises(the_library()) == [
        {"card": "step-down", "sets": "3", "side": "left", "days_a_week": "2", "note": "Slowly."}
    ]
    assert "診" in capsys.readouterr().err


def test_the_sixth_exercise_is_worth_a_word(
    answered: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    cues = ids("form-cue")[:6]
    answered(*[word for cue in cues for word in (cue, "")], "")

    assert [group["card"] for group in exercises(the_library())] == cues
    assert capsys.readouterr().err.count("few people keep up more than 5") == 1


def test_a_line_that_is_too_long_is_asked_for_again(answered: Callable[..., list[str]]) -> None:
    answered("T" * 60, "", "Legs", "-", "Rest.", "R" * 120, "Count.", "Go on." * 40, "-")

    assert programme_questions.texts({"purpose": "Why."}) == {"title": "Legs"}
    assert programme_questions.lines(["One.", "Two.", "Three."]) == ["Rest.", "Count."]


@pytest.mark.parametrize("answers", [(), ("Legs",), ("Legs", "Why."), ("Legs", "Why.", "plank", "3", "20")])
def test_whoever_stops_leaves_nothing_behind(
    surefoot: Callable[..., Said],
    answered: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, ...],
) -> None:
    monkeypatch.setattr(programme_new, "_must_be_there", lambda: None)
    answered(*answers)

    said = surefoot("programme", "new", "mine")

    assert said.code == 130
    assert said.err.endswith("\nsurefoot: stopped. Every file that is there is whole.\n")
    assert not [*Path().iterdir()]


def test_what_was_typed_is_looked_at_before_anything_is_asked(
    surefoot: Callable[..., Said], answered: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programme_new, "_must_be_there", lambda: None)
    asked = answered()

    assert surefoot("programme", "new", "Mein Programm").code == 1
    assert surefoot("programme", "new", "mine", "--title", "T" * 60).code == 1
    assert asked == []
