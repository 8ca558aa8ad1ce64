from __future__ import annotations

from publisher.batch.report import report
from publisher.people.faults import Fault


def lines(*faults):
    return report(faults).decode("utf-8-sig").split("\r\n")


def test_faults_are_told_in_the_order_of_the_list():
    found = lines(Fault(12, "same-person", like=4), Fault(3, "no-name"))

    assert found[1] == "3,no-name,,,no name"
    assert found[2] == "12,same-person,,4,the same person as an earlier row (row 4)"


def test_a_cell_that_a_spreadsheet_would_work_out_is_made_harmless():
    assert lines(Fault(2, "not-a-dose", "=plank.sets"))[1].startswith("2,not-a-dose,'=plank.sets,")


def test_without_faults_there_is_a_report_too():
    assert lines() == ["row,code,heading,like row,what is wrong", ""]
