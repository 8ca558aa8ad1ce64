"""Bad rows as a person reads them."""

from __future__ import annotations

from pathlib import Path

from publisher.cli.rows_told import MOST_NAMED, bad_rows, rows_without
from publisher.people.faults import PRINTED, Fault
from publisher.problems import Level


def test_no_bad_row_is_not_worth_a_word() -> None:
    assert bad_rows([], "people.csv", None, 3) == []


def test_each_code_is_told_with_what_it_means_and_its_rows() -> None:
    faults = [Fault(9, "no-name"), Fault(4, "letter-not-in-font", "Name"), Fault(7, "letter-not-in-font", "Name")]

    (problem,) = bad_rows(faults, "people.csv", Path("out"), 2)

    assert problem.sentence == "3 rows were not printed: 2 letter-not-in-font, 1 no-name."
    assert problem.hint.splitlines() == [
        "letter-not-in-font: a letter that the font has no sign for; write it in Latin letters (rows 4 and 7)",
        "no-name: no name (row 9)",
        "out/report.csv tells each by its number. All other rows were printed.",
    ]


def test_of_many_rows_the_first_are_named() -> None:
    (problem,) = bad_rows([Fault(row, "no-name") for row in range(2, 502)], "people.csv", None, 0)

    assert problem.hint.endswith(f"8, 9 and {500 - MOST_NAMED} more)")
    assert "report.csv" not in problem.hint


def test_mended_rows_can_be_made_where_each_is_a_file() -> None:
    fault = Fault(4, "no-name")

    assert "`--mended`" in bad_rows([fault], "people.csv", Path("out"), 2, apart=True)[0].hint
    assert "`--mended`" not in bad_rows([fault], "people.csv", Path("out"), 2)[0].hint


def test_rows_that_are_printed_without_what_they_need_are_a_warning_for_each_code() -> None:
    told = [Fault(9, "unmet-need", "Needs"), Fault(4, "no-phone-link", "Needs"), Fault(2, "unmet-need", "Needs")]
    told.append(Fault(7, "does-not-agree"))

    found = rows_without(told, "people.csv")

    assert [(each.name, each.level) for each in found] == [(name, Level.WARNING) for name in sorted(PRINTED)]
    assert found[2].sentence.startswith("rows 2 and 9: printed, but")
    assert all(each.hint for each in found)
