from __future__ import annotations

import pytest

from publisher.batch.journal import JOURNAL, journal_of
from publisher.files import write_whole
from publisher.problems import UsageError


def begun(folder, *rows, run=b"a run"):
    with journal_of(folder, run) as journal:
        for row in rows:
            write_whole(folder / f"{row:04d}.pdf", b"file %d" % row)
            journal.note(row, b"file %d" % row)


def done(folder, *rows, run=b"a run"):
    with journal_of(folder, run) as journal:
        return [row for row in rows if journal.is_done(row, f"{row:04d}.pdf")]


def test_what_was_noted_is_done(tmp_path):
    begun(tmp_path, 2, 3)

    assert done(tmp_path, 2, 3, 4) == [2, 3]


def test_a_file_that_is_gone_or_changed_is_made_again(tmp_path):
    begun(tmp_path, 2, 3, 4)
    (tmp_path / "0002.pdf").unlink()
    (tmp_path / "0003.pdf").write_bytes(b"edited")

    assert done(tmp_path, 2, 3, 4) == [4]


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_last_line_that_was_cut_short_is_left_out_and_the_next_is_whole(tmp_path, cut):
    begun(tmp_path, 2, 3)
    whole = (tmp_path / JOURNAL).read_bytes()
    (tmp_path / JOURNAL).write_bytes(whole[:-cut])

    begun(tmp_path, 4)

    assert done(tmp_path, 2, 3, 4) == [2, 4]


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[" * 9_999, b"\xff\xfe\n", b'{"row": 2, "mark": "x"}\n'])
def test_a_damaged_journal_beside_files_is_another_run(tmp_path, content):
    begun(tmp_path, 2)
    (tmp_path / JOURNAL).write_bytes(content)

    with pytest.raises(UsageError):
        journal_of(tmp_path, b"a run")


def test_another_list_is_another_run(tmp_path):
    begun(tmp_path, 2)

    with pytest.raises(UsageError) as told:
        journal_of(tmp_path, b"another run")

    assert told.value.problems[0].name == "other-handouts"


def test_other_files_in_the_folder_are_nobodys_business(tmp_path):
    (tmp_path / "pocket-cards.pdf").write_bytes(b"cards")
    begun(tmp_path, 2)

    assert done(tmp_path, 2) == [2]


def test_a_journal_is_made_with_a_key_of_its_own_and_leaves_with_it(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        begun(tmp_path / name, 2)

    assert (tmp_path / "one" / JOURNAL).read_bytes() != (tmp_path / "other" / JOURNAL).read_bytes()
    with journal_of(tmp_path / "one", b"a run") as journal:
        journal.end()
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["0002.pdf"]
