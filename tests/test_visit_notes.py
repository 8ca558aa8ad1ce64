"""A visit as plain text: all that the page tells, ready to be pasted into records."""

from __future__ import annotations

import pytest

from publisher.model.card import WarningSign
from publisher.visit_notes import visit_note
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import CANARY, a_programme, an_exercise, handed, with_everything

WORDS = the_words(country="GB")


def note_of(programme: object, **more: object) -> str:
    return visit_note(WORDS, handed(programme, **more).handout)


def test_it_begins_with_who_and_when_and_has_an_exercise_a_line() -> None:
    note = note_of(with_everything())
    lines = note.splitlines()

    assert lines[:6] == [
        "Hillside Physiotherapy, 4 Mill Lane, Ambleford AB1 2CD, 01234 567890",
        f"For: {CANARY}",
        "Born: 3 May 1980",
        "Number: Q-7731",
        "From: Mia Novak, physiotherapist",
        "Date: 2 March 2026",
    ]
    text = " ".join(note.split())
    assert (
        "1. Step-down (S19): 2 sets of 8 to 10, 2 kg in each hand. 3 seconds down, 1 up. Rest 1 minute. "
        "Left side only. On Monday and Friday. From 2 March 2026 to 30 March 2026. Use the bottom stair at home."
    ) in text
    assert "6. Quick, short steps (F1)" in lines
    assert "1. Slow beats many." in lines


def test_all_signs_that_were_told_stand_in_it_with_the_number_of_the_country() -> None:
    note = note_of(a_programme())
    signs = [card.body for card in the_library().cards.values() if isinstance(card.body, WarningSign)]

    text = " ".join(note.split())
    assert all(str(sign.alone or sign.short).replace("\u00a0", " ").replace("\u2019", "'") in text for sign in signs)
    assert text.index("Call 999 or go to A&E") < text.index("Call a GP or 111 today") < text.index("Keep going if")
    assert "Call us on 01234 567890." in text
    assert "Or, even with no back pain: one swollen calf; one sore bone" in text


def test_changes_are_listed_and_without_any_it_says_so() -> None:
    before, after = a_programme(an_exercise("superman")), a_programme(an_exercise("plank"))

    assert "- New: Plank.\n- No more: Superman.\n" in note_of(after, before=before)
    assert "- Nothing. Go on as before.\n" in note_of(after, before=after)
    assert "changed" not in note_of(after)


def test_it_is_plain_text_with_single_empty_lines_and_one_line_end() -> None:
    note = note_of(a_programme(), clinic=None, patient=None)

    assert "\u00a0" not in note
    assert "\n\n\n" not in note
    assert note.endswith(".\n")
    assert note.startswith("Date: 2 March 2026\n")


@pytest.mark.parametrize("programme", [a_programme(), with_everything()])
def test_no_line_is_longer_than_79_and_no_sign_is_one_that_old_systems_turn_into_another(programme: object) -> None:
    note = note_of(programme)

    assert max(map(len, note.splitlines())) <= 79
    assert [sign for sign in note if ord(sign) > 126] == []
    assert "   down, 1 up." in note or "\n   " in note


def test_letters_of_names_and_of_notes_stay_as_they_were_written() -> None:
    note = note_of(a_programme(an_exercise("plank", note=a_phrase("Frau Müller’s “mat” – 5 × a day…"))))

    assert 'Frau Müller\'s "mat" - 5 x a day...' in " ".join(note.split())
