from __future__ import annotations

from publisher.batch.report import not_printed, report, rows_in
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


def test_what_a_report_says_is_read_back_and_rows_that_are_printed_are_known(tmp_path):
    told = (Fault(3, "not-a-dose", "=plank.sets"), Fault(5, "unmet-need", "Needs"), Fault(12, "same-person", like=4))
    (tmp_path / "report.csv").write_bytes(report(told))

    assert rows_in(tmp_path / "report.csv") == told
    assert not_printed(told) == {3, 12}


def test_what_is_no_report_of_ours_tells_nothing(tmp_path):
    (tmp_path / "other.csv").write_text("row,code\n3,x\n", encoding="utf-8")
    (tmp_path / "cut.csv").write_bytes(report([Fault(3, "no-name")])[:-12] + b"\n\xff,,\n-4,a,b,c,d\n")

    assert rows_in(tmp_path / "none.csv") == rows_in(tmp_path) == rows_in(tmp_path / "other.csv") == ()
    assert {fault.row for fault in rows_in(tmp_path / "cut.csv")} <= {3}
