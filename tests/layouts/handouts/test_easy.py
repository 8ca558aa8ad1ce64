"""A handout in easy words: the fewest, and in large type."""

from __future__ import annotations

import pytest

from layouts import full_handout, large_print_handout
from publisher.model.patient import Need
from tests.factories import a_phrase, read
from tests.layouts.looking import collisions, outside
from tests.programmes_at_hand import a_patient, a_programme, an_exercise, handed

EASY = a_patient(needs=(Need.EASY_WORDS,))
ONE, FOUR = a_programme(an_exercise("plank")), a_programme()
LABELS = ("Breathe", "Easier", "Harder")


@pytest.mark.parametrize("programme", [ONE, FOUR])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_is_to_be_done_is_set_in_16_points_and_the_edges_in_14(programme: object, paper: str) -> None:
    pages = full_handout.make(handed(programme, paper, patient=EASY)).pages

    for face in pages:
        assert face.body >= 16
        assert collisions(face) == []
        assert outside(face, 8.0) == []
        words = [line for line in face.lines if line.element is not None and not line.text.strip().isdigit()]
        small = " ".join(line.text for line in words if line.size < 14)
        # Sources alone are smaller, and numbers on badges.
        assert small.replace("S", "").strip(" 0123456789") == "" or "Sources" in small


def test_it_has_fewer_words_and_keeps_steps_and_reasons_to_stop() -> None:
    easy, usual = (
        " ".join(map(read, full_handout.make(handed(FOUR, patient=who)).pages)) for who in (EASY, a_patient())
    )

    assert len(easy.split()) < len(usual.split())
    assert not [label for label in LABELS if label in easy]
    for exercise in handed(FOUR).handout.exercises:
        told = [step.text for step in exercise.card.body.steps]
        assert all(text.replace("\u00a0", " ") in easy for text in [*told, *exercise.card.body.stop_if])


def test_a_note_that_is_too_long_for_it_is_still_handed_out() -> None:
    long = "Keep both feet on the floor and hold on to something that does not move. " * 2
    programme = a_programme(*(an_exercise(name, note=a_phrase(long)) for name in ("step-down", "bird-dog")))
    made = full_handout.make(handed(programme, patient=EASY))

    assert made.problems == ()
    assert all(face.fits for face in made.pages)


def test_in_large_print_words_go_too() -> None:
    both = a_patient(needs=(Need.EASY_WORDS, Need.LARGE_PRINT))
    easy, usual = (
        " ".join(map(read, large_print_handout.make(handed(FOUR, patient=who)).pages)) for who in (both, a_patient())
    )

    assert len(easy.split()) < len(usual.split())
    assert not [label for label in LABELS if label in easy]
