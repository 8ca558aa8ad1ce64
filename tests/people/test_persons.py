from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from publisher.model.dose import Range
from publisher.model.patient import Need, Patient
from publisher.model.programme import DosePart
from publisher.people.days import Order
from tests.people.lists import faults_in, people_in


def test_a_row_is_a_person():
    (person,) = people_in(
        "Name,DOB,NHS number,Needs,Language,plank.sets\n"
        "Ann Lee,03/04/1980,943 476 5919,large print; no people,en_gb,2\n",
        Order.DAY_FIRST,
    )

    needs = (Need.LARGE_PRINT, Need.NO_PEOPLE)
    assert person.row == 2
    assert person.patient == Patient("Ann Lee", dt.date(1980, 4, 3), "943 476 5919", needs, "en-GB")
    assert person.doses == {"plank": DosePart(sets=Range(2, 2))}


def test_what_is_left_empty_is_not_said():
    (person,) = people_in("Name,DOB,Reference,Needs,Language,plank.sets\nAnn,,,,,\n")

    assert person.patient == Patient("Ann")
    assert person.doses == {}


def test_first_and_last_name_are_put_together():
    assert people_in("Last name,First name\nLee,Ann\n")[0].patient.name == "Ann Lee"
    assert people_in("Last name,First name\nLee,\n")[0].patient.name == "Lee"


def test_a_name_is_composed_so_that_the_font_has_it():
    (person,) = people_in("Name\n" + unicodedata.normalize("NFD", "Zoë Ångström") + "\n")

    assert person.patient.name == "Zoë Ångström"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("محمد", "letter-not-in-font"),
        ("Ann 🏃", "letter-not-in-font"),
        ("Li 小明", "letter-not-in-font"),
        ("Ann\u202eeeL", "control-character"),
        ('"Ann\nLee"', "control-character"),
        ("Ann\u200bLee", "control-character"),
        ("A" * 81, "too-long"),
        (" ", "no-name"),
    ],
)
def test_a_name_that_cannot_be_printed_is_told_by_row_and_heading(name, code):
    heading = "" if code == "no-name" else "Name"

    assert faults_in(f"Name,Reference\nBob,1\n{name},2\n") == [(3, code, heading)]


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("DOB", "31.02.1980", "no-such-day"),
        ("DOB", "soon", "not-a-date"),
        ("Reference", "9.43476E+09", "lost-digits"),
        ("Needs", "large print; wings", "unknown-need"),
        ("Language", "English", "not-a-language"),
        ("plank.sets", "-3", "not-a-dose"),
        ("plank.sets", "99", "dose-out-of-range"),
        ("plank.load", "5 kg 🏋", "letter-not-in-font"),
    ],
)
def test_what_is_wrong_in_a_cell_is_told_by_its_heading(heading, cell, code):
    assert faults_in(f"Name,{heading}\nAnn,{cell}\n", Order.DAY_FIRST) == [(2, code, heading)]


def test_all_that_is_wrong_with_a_row_is_told():
    assert [code for _, code, _ in faults_in("Name,DOB,Needs\n,x,y\n")] == ["no-name", "not-a-date", "unknown-need"]


def test_short_and_long_rows_and_headings_again_are_told():
    text = "Name,Reference\nAnn\nBob,1,2\nCem,3,\nName,Reference\nDee,4\n"

    assert faults_in(text) == [(2, "short-row", ""), (3, "long-row", ""), (5, "headings-again", "")]
    assert [person.row for person in people_in(text)] == [4, 6]


@pytest.mark.parametrize(
    ("password", "code"), [("", "no-password"), ("ä" * 64, "password-too-long"), ("x" * 128, "password-too-long")]
)
def test_a_password_that_does_not_lock_is_told(password, code):
    text = f"Name,Password\nAnn,{password}\nBob,{'x' * 127}\n"

    assert faults_in(text, password=True) == [(2, code, "Password")]
    assert [person.password for person in people_in(text, password=True)] == ["x" * 127]


def test_a_password_is_read_only_where_files_are_locked():
    (person,) = people_in("Name,Password\nAnn,secret\n")

    assert person.password == ""


def test_no_repr_tells_anything_of_a_person():
    (person,) = people_in("Name,Reference,plank.load\nCanary,Canary 1,5 kg\n")

    assert "Canary" not in f"{person!r} {person.patient!r} {[person]}"
