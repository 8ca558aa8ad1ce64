from __future__ import annotations

import datetime as dt

import pytest

from publisher.model.dose import Range, Tempo
from publisher.people.doses import dose_part
from publisher.people.faults import Code
from publisher.people.headings import DOSE_FIELDS
from publisher.problems import place_of


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("sets", "3", Range(3, 3)),
        ("reps", "8 to 12", Range(8, 12)),
        ("reps", "8-12", Range(8, 12)),
        ("reps", "8 – 12", Range(8, 12)),
        ("seconds", "30 s", Range(30, 30)),
        ("hold", "1 min 30 s", Range(90, 90)),
        ("tempo", "3-0-1", Tempo(3, 0, 1)),
        ("tempo", "3 / 0 / 1", Tempo(3, 0, 1)),
        ("tempo", "{down: 3, pause: 1, up: 1}", Tempo(3, 1, 1)),
        ("tempo", "down 3 pause 1 up 1", Tempo(3, 1, 1)),
        ("load", "5 kg", "5 kg"),
    ],
)
def test_a_cell_is_read_as_on_a_card(field, cell, value):
    assert dose_part(field, cell) == value


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("sets", "-3", Code.NOT_A_DOSE),
        ("sets", "99", Code.DOSE_OUT_OF_RANGE),
        ("sets", "three", Code.NOT_A_DOSE),
        ("reps", "12 to 8", Code.NOT_A_DOSE),
        ("reps", dt.date(2026, 8, 12), Code.DATE_IN_DOSE),
        ("tempo", "slow", Code.NOT_A_DOSE),
        ("tempo", "3-0", Code.NOT_A_DOSE),
        ("tempo", "3-0-999", Code.DOSE_OUT_OF_RANGE),
        ("load", "x" * 99, Code.NOT_A_DOSE),
    ],
)
def test_what_is_no_dose_is_told_by_a_code(field, cell, code):
    assert dose_part(field, cell) is code


def test_words_of_a_list_have_no_place_from_which_they_could_be_shown():
    assert place_of(dose_part("effort", "6 out of 10")) is None


def test_every_field_of_a_dose_can_be_set_but_its_sides():
    assert set(DOSE_FIELDS) == {
        *("sets", "reps", "seconds", "hold", "tempo", "load", "effort"),
        *("rest", "per_day", "days_a_week", "weeks", "when"),
    }
