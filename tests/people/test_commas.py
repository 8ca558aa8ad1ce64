from __future__ import annotations

import codecs

import pytest

from publisher.people.commas import ENCODINGS, rows_of, text_of
from publisher.problems import InputError

LIST = "Name;Reference\nZoë Müller;12\n"


def cells(text):
    return [row.cells for row in rows_of(text, "people.csv")]


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        codecs.BOM_UTF8 + LIST.encode(),
        codecs.BOM_UTF16_LE + LIST.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
    ],
)
def test_a_list_is_read_in_what_excel_and_its_like_write(data):
    assert text_of(data, "people.csv") == LIST


@pytest.mark.parametrize("data", [LIST.encode("cp1252"), LIST.encode("utf-16-le"), b"\xff\xfeN", b"Name\n\0\n"])
def test_what_is_not_utf_8_is_asked_about_and_not_guessed(data):
    with pytest.raises(InputError) as told:
        text_of(data, "people.csv")

    assert [problem.name for problem in told.value.problems] == ["unknown-encoding"]


@pytest.mark.parametrize("name", ENCODINGS)
def test_an_encoding_that_was_said_is_used(name):
    data = LIST.encode(ENCODINGS[name])

    assert text_of(data, "people.csv", name) == LIST


def test_a_mark_at_the_start_outweighs_what_was_said():
    assert text_of(codecs.BOM_UTF8 + LIST.encode(), "people.csv", "windows-1252") == LIST


@pytest.mark.parametrize(
    "text",
    [
        "Name,Born\nAnn,1980-01-02\n",
        "Name;Born\r\nAnn;1980-01-02\r\n",
        "Name\tBorn\rAnn\t1980-01-02",
        "sep=;\nName;Born\nAnn;1980-01-02\n",
        '"sep=,"\nName,Born\nAnn,1980-01-02\n',
        '"Name, if known";Born\n Ann ; "1980-01-02"\n'.replace(' "', '"').replace("Name, if known", "Name"),
    ],
)
def test_commas_semicolons_and_tabs_are_told_apart(text):
    assert cells(text) == [("Name", "Born"), ("Ann", "1980-01-02")]


def test_a_separator_in_a_quoted_heading_does_not_count():
    assert cells('"Name, first, last, all";Born\nAnn;1980-01-02\n')[1] == ("Ann", "1980-01-02")


def test_rows_are_numbered_as_excel_shows_them_empty_ones_too():
    assert [row.number for row in rows_of('Name\n\n"Ann\nLee"\nBob\n', "people.csv")] == [1, 2, 3, 4]


@pytest.mark.parametrize("text", ['Name,Born\nAnn,"1980\nBob,1981\nCem,1982\n', 'Name\n"Ann" Lee\n'])
def test_a_quote_that_is_never_closed_stops_the_list_at_its_row(text):
    with pytest.raises(InputError) as told:
        cells(text)

    (problem,) = told.value.problems
    assert problem.name == "open-quote"
    assert "from row 2 on" in problem.sentence
    assert "Ann" not in problem.sentence + problem.hint.replace('"Ann ""Annie"" Lee"', "")


@pytest.mark.parametrize("text", ["Name" + "," * 5_000, "Name\n" + "x" * 300_000])
def test_a_row_that_is_none_is_refused_before_it_is_taken_apart(text):
    with pytest.raises(InputError) as told:
        cells(text)

    assert told.value.problems[0].name == "row-too-long"
