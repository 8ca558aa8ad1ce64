from __future__ import annotations

from tests.people.lists import faults_in, listing, people_in


def like(text):
    return [note.sentence for note in listing(text).survey().notes if note.name == "same-name"]


def test_one_reference_twice_is_one_person():
    text = "Name,Reference\nAnn,7\nBob,8\nAnn Lee,7\n"

    (fault,) = listing(text).survey().faults
    assert (fault.row, fault.code, fault.like) == (4, "same-person", 2)
    assert fault.sentence.endswith("(row 2)")
    assert [person.row for person in people_in(text)] == [2, 3]


def test_one_name_and_day_of_birth_twice_is_one_person():
    assert faults_in("Name,DOB\nAnn Lee,1980-04-03\nann  lee,1980-04-03\n") == [(3, "same-person", "")]


def test_of_one_name_and_day_but_two_references_there_are_two():
    assert faults_in("Name,DOB,Ref\nAnn,1980-04-03,1\nAnn,1980-04-03,2\n") == []


def test_of_one_name_and_day_and_one_reference_there_is_one():
    assert faults_in("Name,DOB,Ref\nAnn,1980-04-03,1\nAnn,1980-04-03,\n") == [(3, "same-person", "")]


def test_one_name_may_be_two_people_and_is_noted_by_row():
    text = "Name\nAnn\nBob\nAnn\n"

    assert len(people_in(text)) == 3
    assert like(text) == ["rows have the same name as an earlier one: 4 and 2."]


def test_the_note_of_names_stays_short():
    (sentence,) = like("Name\n" + "Ann\n" * 40)

    assert sentence.endswith("and 29 more.")
