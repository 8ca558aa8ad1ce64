"""Texts that take their numbers from a dose: what is replaced, what is left alone, and what is said in its place."""

from __future__ import annotations

import pickle

import pytest

from publisher.model.card import Step, Variant
from publisher.model.dose import Range, Tempo
from publisher.model.fillable import AMOUNTS, Fillable, fillables, names_in, spans, told
from publisher.model.programme import Side
from publisher.problems import Phrase, Place
from tests.factories import a_dose, the_words

TIMED = a_dose(sets=Range(4, 6), reps=None, seconds=Range(10, 10))
SLOW = a_dose(sets=Range(3, 3), reps=Range(8, 10), tempo=Tempo(3, 0, 1))


def said(form: str, dose: object = TIMED, side: Side | None = None, **more: str) -> str | None:
    return told(Fillable(form, None, **{name: Phrase(text) for name, text in more.items()}), dose, side, the_words())


@pytest.mark.parametrize(
    ("form", "dose", "says"),
    [
        ("Hold for {hold}.", TIMED, "Hold for 10 seconds."),
        ("Hold for {hold}.", TIMED._replace(seconds=Range(60, 60)), "Hold for 1 minute."),
        ("Hold for {hold}.", TIMED._replace(seconds=Range(20, 30)), "Hold for 20 to 30 seconds."),
        ("Hold for {hold}.", SLOW._replace(tempo=Tempo(3, 2, 1)), "Hold for 2 seconds."),
        ("Count to {down_count}. Rise in {up}.", SLOW, "Count to 3. Rise in 1 second."),
        ("when {most_sets} of {most_reps} feel light", SLOW, "when 3 sets of 10 feel light"),
        ("Do {reps}.", SLOW, "Do 8 to 10."),
    ],
)
def test_a_name_is_replaced_by_the_words_for_its_number(form: str, dose: object, says: str) -> None:
    assert said(form, dose) == says


def test_other_braces_are_data() -> None:
    odd = "{} {0} {Hold} {hold.__class__} {two words} {{"

    assert said(odd) == odd
    assert names_in(odd) == []


def test_a_dose_without_what_is_named_has_other_words_or_loses_the_sentence() -> None:
    assert said("Sink for {down}. Tap.", TIMED, without="Sink slowly. Tap.") == "Sink slowly. Tap."
    assert said("Sink for {down}. Tap.", TIMED) == "Tap."
    assert said("when {most_reps} feel light", TIMED) is None


def test_one_side_has_words_of_its_own_that_begin_as_sentences_do() -> None:
    both, one = "One foot flat. Then change.", "{side} foot flat. {other} leg long."

    assert said(both, one_side=one) == both
    assert said(both, side=Side.LEFT, one_side=one) == "Left foot flat. Right leg long."
    assert said("on one side", side=Side.RIGHT, one_side="on the {side} side") == "on the right side"
    assert said("Hold for {hold}.", side=Side.RIGHT) == "Hold for 10 seconds."


def test_a_form_that_has_lost_its_text_is_gone_and_a_caption_too() -> None:
    form, step = Variant(Fillable("for {reps}")), Step(Phrase("Lift."), Fillable("{reps} times"))

    assert told((form, step), TIMED, None, the_words()) == (None, Step(Phrase("Lift.")))


def test_what_takes_nothing_stays_the_very_same() -> None:
    step = Step(Phrase("Lift."))

    assert told(step, TIMED, None, the_words()) is step
    assert [*fillables((step, Fillable("{hold}")))] == ["{hold}"]


def test_a_text_can_be_told_again_and_remembers_where_it_was_written() -> None:
    place = Place("plank.yaml", 3, 7)
    first = told(Fillable("Hold for {hold}.", place), TIMED, None, the_words())
    again = told(first, TIMED._replace(seconds=Range(20, 20)))

    assert (first, again) == ("Hold for 10 seconds.", "Hold for 20 seconds.")
    assert again.place == place
    assert again.forms == ("Hold for {hold}.",)


def test_a_text_goes_to_another_process_as_it_is() -> None:
    text = told(Fillable("Hold for {hold}.", None, Phrase("Hold.")), TIMED, None, the_words())
    sent = pickle.loads(pickle.dumps(text))  # what was made a line above

    assert (sent, sent.form, sent.one_side) == (text, text.form, text.one_side)


def test_every_name_stands_for_something_that_some_dose_has() -> None:
    found = spans(SLOW._replace(tempo=Tempo(3, 2, 1)))

    assert set(found) == set(AMOUNTS)
