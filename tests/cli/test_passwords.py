from __future__ import annotations

import os

import pytest
from click.testing import CliRunner

from publisher.cli import passwords
from publisher.cli.passwords import asked_password
from publisher.problems import InputError


def name_of_problem(asked):
    with pytest.raises(InputError) as told:
        asked_password(asked)
    return told.value.problems[0].name


@pytest.mark.parametrize("content", ["correct horse\n", "correct horse\r\nsecond line\n", "\ufeffcorrect horse"])
def test_the_first_line_of_a_file_is_the_password(tmp_path, content):
    path = tmp_path / "password.txt"
    path.write_bytes(content.encode())

    assert asked_password(str(path)) == "correct horse"


@pytest.mark.parametrize("content", ["", "\n", "x" * 128, "ä" * 64])
def test_one_that_does_not_lock_is_told_and_not_quoted(tmp_path, content):
    path = tmp_path / "password.txt"
    path.write_bytes(content.encode())

    with pytest.raises(InputError) as told:
        asked_password(str(path))

    (problem,) = told.value.problems
    assert problem.name == "password-length"
    assert not content.strip() or content not in problem.sentence + problem.hint


def test_what_is_no_file_of_text_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfd")

    for name in ("", "none", "pipe", "bytes"):
        assert name_of_problem(str(tmp_path / name)) == "password-not-read"


def test_each_row_has_its_own_where_that_is_wanted():
    assert asked_password("column") == ""


@pytest.mark.parametrize(("typed", "password"), [("horse\nhorse\n", "horse"), ("horse\nhouse\nhen\nhen\n", "hen")])
def test_a_password_is_typed_twice_and_not_shown(typed, password):
    runner = CliRunner()

    with runner.isolation(input=typed) as (_, shown, *_more):
        assert asked_password("prompt") == password
        assert b"horse" not in shown.getvalue()


def test_an_empty_one_that_was_typed_is_told():
    with CliRunner().isolation(input="\n\n"):
        assert name_of_problem("prompt") == "password-length"


def test_locked_and_reproducible_exclude_each_other(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert name_of_problem("column") == "locked-or-reproducible"


def test_a_missing_package_is_told(monkeypatch):
    monkeypatch.setattr(passwords, "find_spec", lambda _name: None)

    assert name_of_problem("column") == "cannot-lock"


def test_the_note_says_what_a_lock_does_not_do():
    note = passwords.note_of_locks()

    assert "Who has the password can copy" in note.hint
    assert "File names and sizes stay open" in note.hint
