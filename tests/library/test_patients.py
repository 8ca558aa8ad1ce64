"""Patients: read strictly, and told of by field and line, never by a word of theirs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from publisher.library.patients import Customs, is_a_patients, patient_of
from publisher.library.patients import read_patient as read_patient_in
from publisher.model.patient import Need, Patient
from publisher.problems import InputError, Place, UsageError
from tests.programmes_at_hand import CANARY

if TYPE_CHECKING:
    from pathlib import Path

CUSTOMS = Customs({"large print": "large-print", "easy read": "easy-words", "nothing": "none"}, dt.date(2026, 3, 2))
WHOLE = f"name: {CANARY}\nborn: 1980-05-03\nreference: Q-7731\nneeds: [large-print, no-people]\nlanguage: en\n"


def read_patient(path: Path) -> Patient:
    return read_patient_in(path, CUSTOMS)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / f"{CANARY}.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(folder: Path, text: str | bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_patient(written(folder, text))
    return caught.value


def test_a_patient_is_read_whole(tmp_path: Path) -> None:
    found = read_patient(written(tmp_path, WHOLE))

    needs = (Need.LARGE_PRINT, Need.NO_PEOPLE)
    assert found == Patient(CANARY, dt.date(1980, 5, 3), "Q-7731", needs, "en")
    assert all(type(text) is str for text in (found.name, found.reference, found.language))


def test_a_name_is_enough(tmp_path: Path) -> None:
    assert read_patient(written(tmp_path, f"name: {CANARY}\nborn:\n")) == Patient(CANARY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"name: {CANARY}\nborn: 31.02.1980\n", "line 2: `born` cannot be read"),
        (f"name: {CANARY}\nborn: 1980-02-31\n", "line 2: `born` cannot be read"),
        (f"name: {CANARY}\n{CANARY}: yes\n", "line 2: this is no field of a patient"),
        (f"name: {CANARY}\nneeds: [{CANARY}]\n", "`needs` cannot be read"),
        (f"name: {'Zora ' * 30}\n", "`name` cannot be read"),
        ("born: 1980-05-03\n", "needs `name`"),
        (f"name:\n  - {CANARY}\n", "`name` cannot be read"),
        (f"name: &a {CANARY}\n", "line 1: this is not written"),
        (f"name: [{CANARY}\n", "this is not written"),
        (f"name: {CANARY}\nname: {CANARY}\n", "line 2: this is not written"),
        (f"- {CANARY}\n", "this is not written"),
        (b"name: \xff\xfe\x00\n", "this is not written"),
        ("", "this is not written"),
    ],
)
def test_what_is_wrong_is_told_without_a_word_of_the_person(tmp_path: Path, text: str | bytes, says: str) -> None:
    error = told(tmp_path, text)

    whole = repr(error.problems) + str(error) + repr(error.__cause__)
    assert says in " ".join(problem.sentence for problem in error.problems)
    assert not any(part in whole for part in ("Zora", "Quillfeather", "1980-02-31", "31.02"))


def test_no_problem_has_a_place_at_which_the_line_would_be_shown(tmp_path: Path) -> None:
    error = told(tmp_path, f"name: {CANARY}\nborn: tomorrow\n")

    assert [problem.place for problem in error.problems] == [None]


def test_a_file_that_is_not_there_is_told_without_its_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_patient(tmp_path / f"{CANARY}.yaml")

    assert "Zora" not in repr(caught.value.problems) + str(caught.value)


def test_a_folder_is_told_without_its_name(tmp_path: Path) -> None:
    (tmp_path / CANARY).mkdir()

    with pytest.raises(InputError) as caught:
        read_patient(tmp_path / CANARY)

    assert all(problem.place in {None, Place("")} for problem in caught.value.problems)
    assert "Zora" not in str(caught.value)


def test_answers_make_a_patient_too() -> None:
    answers = {"name": f" {CANARY} ", "born": "1980-05-03", "reference": "", "needs": "large-print, phone-link"}

    needs = (Need.LARGE_PRINT, Need.PHONE_LINK)
    assert patient_of(answers, CUSTOMS) == Patient(CANARY, dt.date(1980, 5, 3), None, needs)


def test_an_answer_that_cannot_be_read_is_told_by_its_field() -> None:
    with pytest.raises(InputError, match="`born` cannot be read"):
        patient_of({"name": CANARY, "born": "tomorrow"}, CUSTOMS)


@pytest.mark.parametrize(
    ("said", "needs"),
    [
        ("[large print, no-people]", (Need.LARGE_PRINT, Need.NO_PEOPLE)),
        ("Phone link; Easy Read", (Need.EASY_WORDS, Need.PHONE_LINK)),
        ("large_print, nothing", (Need.LARGE_PRINT,)),
        ("[large print, large-print]", (Need.LARGE_PRINT,)),
    ],
)
def test_needs_may_be_written_as_people_say_them(tmp_path: Path, said: str, needs: tuple[Need, ...]) -> None:
    assert read_patient(written(tmp_path, f"name: {CANARY}\nneeds: {said}\n")).needs == needs


@pytest.mark.parametrize("day", ["2980-01-01", "2026-03-03", "1899-12-31"])
def test_nobody_is_born_tomorrow_or_two_hundred_years_ago(tmp_path: Path, day: str) -> None:
    error = told(tmp_path, f"name: {CANARY}\nborn: {day}\n")

    assert "1900 to today" in error.problems[0].hint
    assert day not in repr(error.problems)


def test_a_programme_is_no_patient_and_is_told_without_a_word_of_it(tmp_path: Path) -> None:
    error = told(tmp_path, "id: mine\ntitle: [half\nexercises: [plank]\n")

    assert [problem.name for problem in error.problems] == ["programme-as-patient"]
    assert error.problems[0].place is None


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_patients_file_is_known_even_where_it_cannot_be_read(coding: str) -> None:
    assert is_a_patients(f"name: {CANARY}: x\nborn: [\n".encode(coding))
    assert not is_a_patients("id: mine\ntitle: x\nexercises: [plank]\n".encode(coding))
