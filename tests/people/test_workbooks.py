from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile

import pytest

from publisher.people.faults import Code
from publisher.people.workbooks import OLDER, sheet_of
from publisher.problems import InputError, UsageError
from tests.people.lists import a_workbook


def rows(data, sheet=None):
    return list(sheet_of(data, "people.xlsx", sheet).rows())


def cells(data):
    return [row.cells for row in rows(data)]


def name_of_problem(data, sheet=None):
    with pytest.raises(InputError) as told:
        rows(data, sheet)
    return told.value.problems[0].name


def changed(data, part, change):
    """A workbook with one of its parts changed, as text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return out.getvalue()


def test_texts_numbers_and_days_come_as_they_are_shown():
    data = a_workbook(["Name", "Reference", "Born"], [" Ann Lee ", 9434765919, dt.datetime(1980, 4, 3)], ["Bob", 2.5])  # noqa: DTZ001

    assert cells(data) == [
        ("Name", "Reference", "Born"),
        ("Ann Lee", "9434765919", dt.date(1980, 4, 3)),
        ("Bob", "2.5"),
    ]


def test_rows_are_numbered_as_excel_numbers_them():
    data = a_workbook(["Name"], [], [], ["Ann"])

    assert [(row.number, row.is_empty) for row in rows(data)] == [(1, False), (2, True), (3, True), (4, False)]


def test_a_formula_without_its_result_is_told():
    assert cells(a_workbook(["Name"], ['="Ann"&" Lee"']))[1] == (Code.FORMULA,)


def test_the_result_of_a_formula_is_taken_where_excel_kept_it():
    data = a_workbook(["Name", "Sets"], ["Ann", "=1+2"])
    kept = changed(data, "xl/worksheets/sheet1.xml", lambda text: re.sub("<v ?/>|<v></v>", "<v>3</v>", text))

    assert cells(kept)[1] == ("Ann", "3")


def test_what_is_no_text_day_or_number_is_told():
    data = a_workbook(["Name"], [True], [dt.time(7, 30)], ["#N/A"], [12345678901234567890])

    assert [row[0] for row in cells(data)[1:]] == [Code.NOT_TEXT, Code.NOT_TEXT, Code.EXCEL_ERROR, Code.LOST_DIGITS]


def test_every_row_that_merged_cells_touch_is_told():
    data = a_workbook(["Name"], ["Ann"], ["Bob"], ["Cem"], change=lambda book: book.active.merge_cells("A3:A4"))

    assert [row.trouble for row in rows(data)] == [None, None, Code.MERGED_CELLS, Code.MERGED_CELLS]


def test_of_several_sheets_the_one_that_holds_something_is_read():
    data = a_workbook(["Name"], ["Ann"], change=lambda book: book.create_sheet("empty", 0))

    assert cells(data) == [("Name",), ("Ann",)]


def test_of_several_filled_sheets_one_has_to_be_named():
    data = a_workbook(["Name"], ["Ann"], change=lambda book: book.create_sheet("x").append(["Name"]))

    assert name_of_problem(data) == "several-sheets"
    assert [row.cells for row in rows(data, 2)] == [("Name",)]
    with pytest.raises(UsageError, match="there is no sheet 3"):
        rows(data, 3)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (OLDER + "EncryptedPackage".encode("utf-16-le"), "workbook-locked"),
        (OLDER + b"\0" * 500, "old-workbook"),
        (b"PK\x03\x04 and nothing more", "workbook-damaged"),
        (a_workbook(["Name"])[:-100], "workbook-damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data, name):
    assert name_of_problem(data) == name


def test_a_zip_of_something_else_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<x/>")

    assert name_of_problem(out.getvalue()) == "workbook-damaged"


def test_a_bomb_is_refused_by_its_declared_size():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<x/>")
        archive.writestr("xl/sharedStrings.xml", " " * 40_000_000)

    assert name_of_problem(out.getvalue()) == "workbook-too-large"


def test_a_workbook_that_defines_entities_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    data = changed(a_workbook(["Name"]), "xl/workbook.xml", lambda text: bomb + text)

    assert name_of_problem(data) == "workbook-damaged"


def test_a_damaged_workbook_is_told_and_never_a_crash():
    seed = 7
    chance, whole, damaged = random.Random(seed), a_workbook(["Name", "Born"], ["Ann", "1980-01-02"], ["Bob", ""]), 0
    for _ in range(150):
        parts = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            parts[chance.randrange(len(parts))] = chance.randrange(256)
        try:
            rows(bytes(parts))
        except InputError:
            damaged += 1

    assert damaged > 50


def test_damage_inside_a_sheet_is_told():
    data = changed(a_workbook(["Name"], ["Ann"]), "xl/worksheets/sheet1.xml", lambda text: text[:-60])

    assert name_of_problem(data) == "workbook-damaged"
