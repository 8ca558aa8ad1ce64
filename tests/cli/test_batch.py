from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.people.lists import a_workbook
from tests.test_inks import colours_in

PROGRAMME = """id: short
title: A short start
purpose: Build a back that takes the load of running downhill.
exercises: [bird-dog]
remember: [A little on most days beats a lot on one., Some ache is fine.]
"""
LIST = "Name,Date of birth,Reference,bird-dog.sets\n{rows}\n"
NO_LETTERHEAD = (
    "surefoot: warning: these handouts bear no letterhead: no clinic is in the libraries that are read.\n"
    "   Say where yours lies: --library my-clinic. "
    "To begin one: surefoot new clinic ours --library my-clinic\n"
)
GOOD = "Ann Lee,1980-04-03,12,6\nBob Öz,,13,"


@pytest.fixture
def batch(surefoot):
    """`batch("--merge")` makes handouts of people.csv, with a programme of one exercise."""
    folder = Path("mine/cards/programmes")
    folder.mkdir(parents=True)
    (folder / "short.yaml").write_text(PROGRAMME, encoding="utf-8")

    def run(*words, rows=GOOD, file="people.csv"):
        if file == "people.csv":
            Path(file).write_text(LIST.format(rows=rows), encoding="utf-8")
        return surefoot("batch", "--list", file, "--programme", "short", "--library", "mine", "--workers", "1", *words)

    return run


def files(folder="out"):
    return sorted(path.name for path in Path(folder).iterdir() if path.name != ".surefoot-lock")


def text_of(path):
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def test_everybody_on_the_list_has_a_handout_named_by_row(batch):
    said = batch()

    assert (said.code, said.out, said.err) == (0, "out   2 files\n", NO_LETTERHEAD)
    assert files() == ["0002.pdf", "0003.pdf", "report.csv"]
    assert "Ann Lee" in text_of("out/0002.pdf")
    assert "Ann" not in text_of("out/0003.pdf")


def test_everybody_gets_the_ink_that_was_chosen(batch):
    assert batch("--ink", "grey").code == 0
    assert colours_in(Path("out/0002.pdf").read_bytes()) == set()


def test_a_workbook_makes_the_same_handouts(batch):
    Path("people.xlsx").write_bytes(a_workbook(["Name", "bird-dog.sets"], ["Ann Lee", 6]))
    Path("people.csv").write_text("Name,bird-dog.sets\nAnn Lee,6\n", encoding="utf-8")

    batch("--out", "csv", file=str(Path("people.csv").resolve()))
    batch("--out", "xlsx", file="people.xlsx")

    assert Path("csv/0002.pdf").read_bytes() == Path("xlsx/0002.pdf").read_bytes()


def test_a_check_tells_each_row_and_writes_nothing(batch):
    said = batch("--check", rows=f"{GOOD}\nCem,1980-02-31,14,\nDee,,15,many")

    assert said.code == 1
    assert said.out.splitlines() == [
        "row     2   0002.pdf",
        "row     3   0003.pdf",
        "row     4   no-such-day   Date of birth: a day that the calendar does not have",
        "row     5   not-a-dose   bird-dog.sets: not what this part of a dose takes",
    ]
    assert "people.csv: 2 rows are not good: 1 no-such-day, 1 not-a-dose.\n" in said.err
    assert "not-a-dose: not what this part of a dose takes (row 5)" in said.err
    assert not Path("out").exists()


def test_all_in_one_file_begin_on_a_front_where_that_is_wanted(batch):
    said = batch("--merge", "--duplex")

    assert said.code == 0
    assert re.fullmatch(r"out/handouts\.pdf   2 people, \d+ pages(, \d of them empty backs)?, \d+ kB\n", said.out)
    assert files() == ["handouts.pdf", "report.csv"]
    marks = list(pypdfium2.PdfDocument("out/handouts.pdf").get_toc())
    assert [mark.get_title() for mark in marks] == ["Row 2", "Row 3"]
    assert all(mark.get_dest().get_index() % 2 == 0 for mark in marks)


def test_bad_rows_are_told_to_a_program_by_number_and_code(batch):
    said = batch("--json", rows=f"{GOOD}\nAnn Lee,1980-04-03,12,")

    told = json.loads(said.out)
    assert (said.code, told["made"]) == (1, 2)
    assert told["rows"] == [{"row": 4, "code": "same-person", "heading": "", "like": 2}]


def test_the_day_and_who_prepares_stand_on_the_handout(batch):
    batch("--on", "2027-02-03", "--by", "Kim Ito")

    text = text_of("out/0002.pdf")
    assert "3 February 2027" in text
    assert "Kim Ito" in text


def test_a_run_that_was_ended_goes_on_with_its_day_and_says_what_was_there(batch):
    batch("--on", "2027-02-03", "--out", "whole")
    code = (
        "import os, signal, sys; from publisher.batch import running\n"
        "from publisher.cli import main\n"
        "def report(faults): os.kill(os.getpid(), signal.SIGKILL)\n"
        "running.report = report\n"
        "main(sys.argv[1:])\n"
    )
    typed = ["batch", "--list", "people.csv", "--programme", "short", "--library", "mine", "--workers", "1"]
    killed = subprocess.run([sys.executable, "-c", code, *typed, "--on", "2027-02-03"], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert ".surefoot-batch" in files()

    said = batch()

    assert said.out == "out   0 files; 2 were there from before\n"
    assert {name: Path("out", name).read_bytes() for name in files()} == {
        name: Path("whole", name).read_bytes() for name in files("whole")
    }


def test_what_is_wrong_with_the_programme_is_told_once_and_not_for_each_row(batch):
    Path("mine/cards/programmes/short.yaml").write_text(PROGRAMME.replace("A short", "A 🏃"), encoding="utf-8")

    said = batch()

    assert (said.code, said.out) == (1, "")
    assert "mine/cards/programmes/short.yaml:2:" in said.err
    assert not Path("out").exists()


def test_a_clinic_has_its_letterhead_and_may_have_names_in_the_bookmarks(batch):
    Path("mine/assets/clinics").mkdir(parents=True)
    clinic = "id: ours\nname: Hill Clinic\nphone: 0123 456\nrunning_name: yes\n"
    Path("mine/assets/clinics/ours.yaml").write_text(clinic, encoding="utf-8")

    batch("--merge", "--clinic", "ours")

    document = pypdfium2.PdfDocument("out/handouts.pdf")
    assert "Hill Clinic" in text_of("out/handouts.pdf")
    assert [mark.get_title() for mark in document.get_toc()] == ["Ann Lee", "Bob Öz"]


def test_a_word_lies_under_each_page_where_it_is_wanted(batch):
    batch("--watermark", "COPY")

    assert "COPY" in text_of("out/0002.pdf")
    assert batch("--watermark", "🏃", "--out", "other").code == 2


def test_a_duplex_without_one_file_is_no_command(batch):
    said = batch("--duplex")

    assert said.code == 2
    assert "`--duplex` goes with `--merge`" in said.err


def test_each_file_opens_with_the_password_of_its_row_alone(batch):
    Path("locked.csv").write_text("Name,Password\nAnn,first one\nBob,\nCem,third one\n", encoding="utf-8")

    said = batch("--encrypt", "column", file="locked.csv")

    assert said.code == 1
    assert "Nobody opens one without its password." in said.err
    assert "1 no-password" in said.err
    assert files() == ["0002.pdf", "0004.pdf", "report.csv"]
    assert len(pypdfium2.PdfDocument("out/0002.pdf", password="first one")) > 0
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument("out/0002.pdf", password="third one")


def test_one_file_for_all_has_one_password(batch):
    Path("password.txt").write_text("for all\n", encoding="utf-8")

    batch("--merge", "--encrypt", "password.txt")

    assert len(pypdfium2.PdfDocument("out/handouts.pdf", password="for all")) > 0
    assert "one file for all has one password" in batch("--merge", "--encrypt", "column", "--out", "other").err


CANARY = "Canarybird"
ROWS = (
    f"{CANARY} One,1980-04-03,{CANARY}1,6\n{CANARY} 🏃,,{CANARY}2,\n{CANARY},1980-02-31,{CANARY}3,{CANARY}\n"
    f"{CANARY} Four,{CANARY},{CANARY}4,\n,{CANARY},,\n{CANARY} One,1980-04-03,,\n{CANARY},,{CANARY}9"
)


@pytest.mark.parametrize("words", [(), ("--merge",), ("--check",), ("--json",), ("--clinic", "none-such")])
def test_nothing_of_a_patient_is_said_or_left_but_on_pages(batch, words, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    said = batch(*words, rows=ROWS)

    assert said.code != 0
    assert CANARY.lower() not in (said.out + said.err).lower()
    for path in tmp_path.rglob("*"):
        assert CANARY.lower() not in path.name.lower()
        if path.is_file() and path.name != "people.csv":
            assert CANARY.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    "rows", ["{0}\n{0}", '"{0},1,2,3\n', "{0},03/04/1980,,", "{0}" * 99 + ",,,\n"], ids=["bare", "quote", "day", "long"]
)
@pytest.mark.parametrize("heading", ["Name,Date of birth,Reference,bird-dog.sets\n", "{0},{0}.sets\n", ""])
def test_nothing_of_a_patient_is_said_where_a_list_cannot_be_read(batch, heading, rows):
    Path("bad.csv").write_text((heading + rows).format(CANARY), encoding="utf-8")

    said = batch("--check", file="bad.csv")

    assert said.code != 0
    assert CANARY.lower() not in (said.out + said.err).lower()


def test_a_bug_does_not_tell_of_a_patient(batch, monkeypatch):
    def break_down(_maker, person):
        raise ValueError(person.patient.name)

    monkeypatch.setattr("publisher.batch.handing.Handouts.__call__", break_down)
    said = batch(rows=f"{CANARY},,,")

    assert said.code == 1
    assert "1 our-mistake" in said.err
    assert CANARY not in said.out + said.err


def test_a_folder_that_may_not_be_written_is_told(batch):
    if os.geteuid() == 0:
        Path("out").write_bytes(b"a file")
    else:
        Path("out").mkdir(mode=0o500)

    assert batch().code == 3


def test_a_column_for_a_dose_that_a_card_says_otherwise_is_told(batch):
    Path("ours/cards").mkdir(parents=True)
    steps = "[Firm up., Reach long., Hold for 10 seconds., Rest.]"
    Path("ours/cards/bird-dog.yaml").write_text(f"extends: bird-dog\nsteps: {steps}\n", encoding="utf-8")
    Path("dosed.csv").write_text("Name,bird-dog.seconds\nAnn Lee,47\n", encoding="utf-8")

    said = batch("--library", "ours", "--check", file=str(Path("dosed.csv").resolve()))

    assert said.code == 0
    assert "its step 3 says another: “Hold for 10 seconds.”" in said.err
    assert "47" not in said.err


def test_nobody_types_a_password_for_a_list_that_cannot_be_read(surefoot, monkeypatch):
    asked = []
    monkeypatch.setattr("click.prompt", lambda question, **_: asked.append(question) or "secret")

    said = surefoot("batch", "--list", "nobody.csv", "--programme", "downhill-back-start", "--encrypt", "prompt")

    assert said.code == 2
    assert asked == []


def test_a_column_that_counts_what_is_timed_stops_the_list_before_anything_is_made(batch):
    Path("dosed.csv").write_text("Name,bird-dog.reps\nAnn Lee,6\n", encoding="utf-8")

    said = batch(file="dosed.csv")

    assert said.code == 1
    assert "the column `bird-dog.reps`: `bird-dog` is timed on its card, 4 to 6 sets of 10 seconds." in said.err
    assert not Path("out").exists()


def test_a_row_that_counts_what_is_timed_and_says_no_hold_is_told(batch):
    rows = "Ann,easy words,6,\nBob,,6,5 s\nCem,easy words,,\n"
    Path("dosed.csv").write_text(f"Name,Needs,bird-dog.reps,bird-dog.hold\n{rows}", encoding="utf-8")

    said = batch("--layout", "compact", file="dosed.csv")

    assert said.code == 1
    assert "other-kind-of-dose: reps without a hold, or a hold without reps" in said.err
    assert "warning: row 4: printed, but" in said.err
    assert files() == ["0003.pdf", "0004.pdf", "report.csv"]


def test_a_need_that_a_layout_does_not_give_is_told_by_row_and_code_and_the_row_is_printed(batch):
    Path("needs.csv").write_text("Name,Needs\nAnn,large print\nBob,\nCem,easy words\n", encoding="utf-8")

    said = batch("--layout", "compact", file="needs.csv")
    told = batch("--layout", "compact", "--check", file="needs.csv")
    data = json.loads(batch("--layout", "compact", "--json", "--out", "more", file="needs.csv").out)

    assert (said.code, told.code, files()) == (0, 0, ["0002.pdf", "0003.pdf", "0004.pdf", "report.csv"])
    assert "needs.csv: warning: rows 2 and 4: printed, but this layout does not give what is needed" in said.err
    assert told.out.splitlines()[0].startswith("row     2   0002.pdf   unmet-need   Needs: printed, but")
    assert told.out.splitlines()[1] == "row     3   0003.pdf"
    assert [row["row"] for row in data["without"]] == [2, 4]
    lines = Path("out/report.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [["2", "unmet-need", "Needs"], ["4", "unmet-need", "Needs"]]
    assert "easy" not in said.err + said.out + told.out + told.err


def test_a_row_whose_doses_do_not_agree_with_a_line_on_its_page_is_told_and_printed(batch):
    Path("mine.yaml").write_text(
        "id: mine\ntitle: Plank\npurpose: Strong belly.\n"
        "exercises: [{card: plank, dose: {sets: 3}, note: Do 3 sets.}]\n",
        encoding="utf-8",
    )
    Path("dosed.csv").write_text("Name,plank.sets\nAnn,5\nBob,\nCem,3\n", encoding="utf-8")

    said = batch("--programme", "mine.yaml", file="dosed.csv")
    told = batch("--programme", "mine.yaml", "--check", file="dosed.csv")

    assert (said.code, told.code, files()) == (0, 0, ["0002.pdf", "0003.pdf", "0004.pdf", "report.csv"])
    assert "dosed.csv: warning: row 2: printed, but its own doses do not agree" in said.err
    assert [line.split("   ")[-1].startswith("printed, but") for line in told.out.splitlines()[:3]][1:] == [
        False,
        False,
    ]
    assert "does-not-agree" in told.out.splitlines()[0]


def test_without_a_layout_each_row_has_the_one_it_needs_and_a_code_needs_a_link(batch):
    Path("needs.csv").write_text("Name,Needs\nAnn,large print\nBob,phone link\n", encoding="utf-8")

    said = batch("--check", file="needs.csv")

    assert "unmet-need" not in said.out
    assert "row     3   0003.pdf   no-phone-link   Needs: printed without codes" in said.out


def test_rows_that_were_mended_are_made_beside_the_others_and_the_report_tells_the_rest(batch):
    batch(rows=f"{GOOD}\nCem,1980-02-31,14,\nDee,,15,many")
    first = {name: Path("out", name).read_bytes() for name in files()}

    some = batch("--mended", rows=f"{GOOD}\nCem,1980-02-03,14,\nDee,,15,many")
    report = Path("out/report.csv").read_text("utf-8-sig")
    rest = batch("--mended", rows=f"{GOOD}\nCem,1980-02-03,14,\nDee,,15,3")

    assert (some.code, some.out, rest.code, rest.out) == (1, "out   1 file\n", 0, "out   1 file\n")
    assert [line.split(",")[:2] for line in report.splitlines()[1:]] == [["5", "not-a-dose"]]
    assert files() == ["0002.pdf", "0003.pdf", "0004.pdf", "0005.pdf", "report.csv"]
    assert {name: Path("out", name).read_bytes() for name in ("0002.pdf", "0003.pdf")} == {
        name: first[name] for name in ("0002.pdf", "0003.pdf")
    }
    assert len(Path("out/report.csv").read_text("utf-8-sig").splitlines()) == 1


def test_mended_rows_need_a_report_and_files_of_their_own(batch):
    batch()

    assert "no report.csv in this folder names rows that were not printed." in batch("--mended").err
    assert "one file for all is made anew" in batch("--mended", "--merge").err
    assert "add `--mended`" in batch().err


def test_what_a_layout_leaves_out_is_told_once_for_the_list(batch):
    said = batch("--check", "--layout", "poster", "--initials-line")

    assert said.code == 0
    assert said.err.count("for the lines of `--initials-line`") == 1


def test_who_asks_for_a_print_shop_is_told_where_that_is(batch):
    said = batch("--press")

    assert said.code == 2
    assert "surefoot handout PROGRAMME --press" in said.err
