from __future__ import annotations

import datetime as dt
import os

import pytest

from publisher.people import listing as room
from publisher.people.days import Order
from publisher.people.listing import read_source
from publisher.problems import InputError, UsageError
from tests.people.lists import a_workbook, faults_in, listing, people_in


def problem_of(make):
    with pytest.raises(InputError) as told:
        make()
    (problem,) = told.value.problems
    return problem


def test_a_workbook_and_a_csv_file_hold_the_same_people():
    rows = [["Name", "DOB", "plank.sets"], ["Ann Lee", "1980-04-03", "2"], ["", "", ""], ["Bob", "", ""]]
    text = "".join(",".join(row) + "\n" for row in rows)

    assert people_in(a_workbook(*rows)) == people_in(text)
    assert [person.row for person in people_in(text)] == [2, 4]


def test_a_workbook_need_not_keep_empty_cells_at_the_end_of_a_row():
    assert faults_in(a_workbook(["Name", "Reference"], ["Ann"])) == []


def test_headings_are_the_first_row_that_holds_anything():
    assert [person.row for person in people_in("\n,,\nName,Ref\nAnn,1\n")] == [4]


def test_lines_of_a_title_may_stand_above_the_headings():
    def merge(book):
        book.active.merge_cells("A1:C1")

    book = a_workbook(["Patients, December"], ["Our clinic"], [], ["Name", "Reference"], ["Ana", "7"], change=merge)

    assert [(each.row, each.patient.name) for each in people_in(book)] == [(5, "Ana")]
    assert [each.row for each in people_in("Patients\nName,Reference\nAna,7\n")] == [3]


@pytest.mark.parametrize("text", ["Ana\nBob\nCem\n", "Ana,7\nName,Reference\nBob,8\n", "a\n" * 6 + "Name\nBob\n"])
def test_what_stands_above_is_a_title_only_in_one_cell_and_in_few_lines(text):
    assert "row 1, where headings should be" in str(problem_of(lambda: listing(text)).sentence)


@pytest.mark.parametrize("text", ["", "\n\n", "Name,Reference\n", "Name\n\n\n", a_workbook(), a_workbook(["Name"])])
def test_a_list_with_nobody_in_it_is_told(text):
    assert problem_of(lambda: people_in(text)).name == "empty-list"


def test_an_order_of_days_is_asked_for_by_row_and_heading():
    problem = problem_of(lambda: people_in("Name,Birthday\nAnn,1980-04-03\nBob,03/04/1981\n", None))

    assert problem.name == "order-of-dates"
    assert problem.sentence.startswith("row 3: the day under “Birthday”")
    assert "1981" not in problem.sentence + problem.hint
    assert problem.place.line == 0


def test_days_of_a_workbook_need_no_order():
    (person,) = people_in(a_workbook(["Name", "DOB"], ["Ann", dt.datetime(1980, 4, 3)]), None)  # noqa: DTZ001

    assert person.patient.born == dt.date(1980, 4, 3)


def test_all_is_read_before_anything_is_made():
    with pytest.raises(InputError, match="row 4"):
        listing('Name\nAnn\nBob\n"Cem\n').survey()


def test_a_survey_counts_people_and_tells_every_bad_row():
    survey = listing("Name,DOB\nAnn,\n,\nBob,x\nCem,1990-01-01\n").survey()

    assert survey.people == 2
    assert survey.last_row == 5
    assert survey.bad_rows == {4}


def test_no_column_of_passwords_is_told():
    assert problem_of(lambda: people_in("Name\nAnn\n", password=True)).name == "no-password-column"


def test_a_list_is_read_whole_from_its_file(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name\nAnn\n")

    assert read_source(path).data == b"Name\nAnn\n"


def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none.csv", tmp_path / "pipe"):
        with pytest.raises(UsageError) as told:
            read_source(path)
        assert told.value.problems[0].name == "list-not-read"


def test_what_is_too_large_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name\n" + b"Ann\n" * 100)

    monkeypatch.setattr(room, "_MOST_BYTES", 100)
    assert problem_of(lambda: read_source(path)).name == "list-too-large"
    monkeypatch.setattr(room, "_MOST_ROWS", 50)
    assert problem_of(lambda: people_in("Name\n" + "Ann\n" * 100)).name == "list-too-large"


def test_ten_thousand_rows_are_gone_through_and_each_bad_one_is_told():
    rows = [f"Person {number},{'31.02.1980' if number % 20 == 0 else '03.04.1980'}" for number in range(10_000)]

    survey = listing("Name,DOB\n" + "\n".join(rows), Order.DAY_FIRST).survey()

    assert survey.people == 9_500
    assert [fault.row for fault in survey.faults] == [number + 2 for number in range(0, 10_000, 20)]
