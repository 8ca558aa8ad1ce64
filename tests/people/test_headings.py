from __future__ import annotations

import pytest

from publisher.library.spelling import plain, synonyms
from publisher.people.grid import GridRow
from publisher.people.headings import Meaning, headings_of, note_of_unused
from publisher.problems import InputError
from tests.people.lists import CARDS, words


def read(*cells):
    return headings_of(GridRow(1, cells), "people.csv", words(), CARDS)


def problems(*cells):
    with pytest.raises(InputError) as told:
        read(*cells)
    return told.value.problems


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Name", Meaning.NAME),
        ("Patient name:", Meaning.NAME),
        ("FULL_NAME", Meaning.NAME),
        ("Name*", Meaning.NAME),
    ],
)
def test_a_name_is_headed_in_many_ways(heading, meaning):
    assert read(heading).of(meaning).place == 0


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("D.O.B.", Meaning.BORN),
        ("Date of birth", Meaning.BORN),
        ("NHS number", Meaning.REFERENCE),
        ("MRN", Meaning.REFERENCE),
        ("Access needs", Meaning.NEEDS),
        ("Format", Meaning.NEEDS),
        ("Language", Meaning.LANGUAGE),
        ("Password", Meaning.PASSWORD),
    ],
)
def test_other_columns_are_known_by_their_synonyms(heading, meaning):
    assert read("Name", heading).of(meaning).place == 1


def test_no_two_columns_share_a_synonym():
    table = words().table["list"]["headings"]
    said = [plain(each) for line in table.values() for each in line.split(",")]

    assert sorted(said) == sorted(set(said))
    assert set(synonyms(words(), "headings").values()) == {meaning.value for meaning in Meaning}


def test_first_and_last_name_make_a_name():
    headings = read("Surname", "First name")

    assert headings.of(Meaning.LAST).place == 0
    assert headings.of(Meaning.FIRST).place == 1


def test_a_dose_is_headed_by_card_and_field():
    headings = read("Name", "plank.sets", "Hip-bridge . Per day")

    assert [(column.card, column.field) for column in headings.columns[1:]] == [
        ("plank", "sets"),
        ("hip-bridge", "per_day"),
    ]


@pytest.mark.parametrize("heading", ["plnak.sets", "plank.repz"])
def test_a_dose_that_the_programme_has_not_is_told_by_its_column(heading):
    (problem,) = problems("Name", heading)

    assert problem.name == "unknown-dose-column"
    assert "column 2" in problem.sentence
    assert heading not in problem.sentence + problem.hint


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (("Name", "DOB", "Born"), ["heading-twice"]),
        (("Name", "plank.sets", "Plank.Sets"), ["heading-twice"]),
        (("Name", "First name", "Last name"), ["heading-twice"]),
        (("Born", "Reference"), ["no-name-column"]),
        (("First name", "Born"), ["no-name-column"]),
        (("Ann Lee", "1980-01-02"), ["no-headings"]),
    ],
)
def test_columns_that_cannot_be_meant_are_told(cells, names):
    assert [problem.name for problem in problems(*cells)] == names


def test_a_list_without_headings_is_not_quoted():
    (problem,) = problems("Ann Lee", "1980-01-02")

    assert "Ann" not in problem.sentence + problem.hint
    assert problem.place.line == 0


def test_columns_that_are_not_used_are_told_by_number():
    headings = read("Name", "Bob Smith", "Email", "", "Born")

    assert headings.unused == (1, 2)
    (note,) = note_of_unused(headings, "people.csv")
    assert note.sentence == "columns 2 and 3 are not used."


def test_a_thousand_columns_are_read():
    headings = read("Name", *(f"x{place}" for place in range(999)))

    (note,) = note_of_unused(headings, "people.csv")
    assert note.sentence.endswith("13 and 987 more are not used.")
