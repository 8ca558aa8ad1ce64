"""`surefoot new exercise`: the file reads, nothing is written over, and half a talk leaves nothing."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.library.overlays import read_library
from publisher.model.dose import Range

if TYPE_CHECKING:
    from collections.abc import Callable

WALL_SIT = (
    *("--title", "Wall sit", "--purpose", "Strong thighs.", "--cue", "Sit tall."),
    *("--start", "Stand with your back to a wall.", "--step", "Slide down.", "--step", "Stay there."),
    *("--feel", "in your thighs", "--seconds", "20 to 40 s"),
)
PROGRAM = "import sys; from publisher.cli import main; sys.exit(main())"


def test_flags_make_a_card_that_reads(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "exercise", *WALL_SIT)

    card = read_library([Path()]).cards["wall-sit"]
    assert (said.code, said.out.splitlines()[0]) == (0, "cards/wall-sit.yaml")
    assert (card.title, card.group.value, card.number) == ("Wall sit", "strength", 50)
    assert card.body.dose.seconds == Range(20, 40)
    assert card.body.dose.reps is None
    assert card.evidence.note is not None
    assert card.review.reviewed_by is None
    assert surefoot("check", "--library", ".").code == 0


def test_without_an_amount_or_a_source_it_takes_what_is_usual_and_says_that_nothing_was_traced(
    surefoot: Callable[..., object],
) -> None:
    surefoot("new", "exercise", *WALL_SIT[:-2])

    card = read_library([Path()]).cards["wall-sit"]
    assert (card.body.dose.sets, card.body.dose.reps) == (Range(2, 3), Range(8, 12))
    assert len(card.body.stop_if) == 3
    assert card.evidence.level.value == "common-practice"
    assert card.evidence.sources == ("not-yet-sourced",)


def test_another_kind_stands_in_its_own_group_and_takes_the_next_number(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", ".")

    surefoot("new", "exercise", *WALL_SIT)
    surefoot("new", "exercise", "calf-stretch", *WALL_SIT, "--kind", "stretch")

    cards = read_library([Path()]).cards
    assert cards["wall-sit"].number == cards["heel-raise"].number + 1
    assert (cards["calf-stretch"].group.value, cards["calf-stretch"].number) == ("stretches", 50)
    first = Path("cards/wall-sit.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("$schema=../schema/card.json")


@pytest.mark.parametrize("text", ["a: b # c", "--- a", "'a' \"b\"", "{a", "ä 膝", "\x00", "a\nb: c"])
def test_text_is_data(surefoot: Callable[..., object], text: str) -> None:
    said = surefoot("new", "exercise", *WALL_SIT, "--purpose", text, "--note", text)

    if said.code:
        assert "not printed" in said.err
        assert not Path("cards").exists()
    else:
        card = read_library([Path()]).cards["wall-sit"]
        assert card.purpose == card.evidence.note == " ".join(text.split())


def test_what_a_good_card_has_and_this_one_has_not_is_listed(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "exercise", *WALL_SIT, "--breathing", "slowly in and out")

    assert "cards/wall-sit.yaml:1:5: warning: this exercise has no `not_feel`." in said.err
    assert "no `breathing`" not in said.err
    assert said.err == surefoot("check", "wall-sit", "--library", ".").err


def test_what_does_not_fit_a_card_is_told_at_once(surefoot: Callable[..., object]) -> None:
    long = "Slide down the wall as slowly as you can, with both feet flat and both knees over your toes, and stay. " * 2
    steps = [word for _ in range(5) for word in ("--step", long.strip())]

    said = surefoot("new", "exercise", *WALL_SIT, *steps)

    assert said.code == 0
    assert "cards/wall-sit.yaml:" in said.err
    assert said.out.splitlines()[1:] == [
        "It reads well. The check still wants this:",
        "Change it, then type: surefoot check wall-sit --library .",
    ]


@pytest.mark.parametrize("name", ["plank", "cards/plank.yaml"])
def test_a_card_that_is_there_is_not_replaced(surefoot: Callable[..., object], name: str) -> None:
    said = surefoot("new", "exercise", name, *WALL_SIT)

    assert said.code == 2
    assert "there is a card `plank` already; nothing was written." in said.err
    assert not Path("cards").exists()


def test_a_size_that_nothing_has_is_told_before_anything_is_written(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "exercise", *WALL_SIT, "--size", "pocker")

    assert said.code == 2
    assert "there is no size `pocker`.\n   Did you mean `poker`?" in said.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("half", [("--figure", "heel-raise"), ("--alt", "A person sits.")])
def test_half_a_picture_is_told_by_its_flags(surefoot: Callable[..., object], half: tuple[str, str]) -> None:
    said = surefoot("new", "exercise", *WALL_SIT, *half)

    assert said.code == 2
    assert "a picture needs both `--figure` and `--alt`" in said.err
    assert ":`" not in said.err


@pytest.mark.parametrize("name", ["toe-lift.yaml", "../toe-lift.yaml", "cards/publications/toe-lift.yaml", "sources"])
def test_where_no_card_is_read_none_is_written(surefoot: Callable[..., object], name: str) -> None:
    said = surefoot("new", "exercise", name, *WALL_SIT)

    assert said.code == 2
    assert "a card would not be read here; nothing was written." in said.err
    assert list(Path().iterdir()) == []
    assert not Path("..", "toe-lift.yaml").exists()


def test_a_file_that_is_there_stays(surefoot: Callable[..., object]) -> None:
    surefoot("new", "exercise", *WALL_SIT)
    before = Path("cards/wall-sit.yaml").read_bytes()

    said = surefoot("new", "exercise", *WALL_SIT, "--cue", "Sit low.")

    assert said.code == 2
    assert Path("cards/wall-sit.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("--title", "膝"),
        ("--reps", "8"),
        ("--source", "acsm-2008"),
        ("--figure", "wall"),
        ("--figure", "plank"),
        ("--see", "Knees in?"),
        ("--sets", "many"),
        ("--level", "4"),
    ],
)
def test_what_cannot_be_read_is_not_written(surefoot: Callable[..., object], words: tuple[str, ...]) -> None:
    said = surefoot("new", "exercise", *WALL_SIT, *words)

    assert said.code in {1, 2}
    assert said.err
    assert not Path("cards").exists()


def typed(folder: Path, keys: bytes, last: int | None = None) -> tuple[int, str]:
    """The program at a terminal: it gets a line of `keys` each time it asks, and then the signal `last`."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-c", PROGRAM, "new", "exercise"]
    child = subprocess.Popen(words, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said, left = b"", keys.splitlines(keepends=True)
    while part := read(ours):
        said += part
        if said.endswith(b"> ") and left:
            os.write(ours, left.pop(0))
        elif said.endswith(b"> ") and last is not None:
            child.send_signal(last)
            os.write(ours, b"\n")  # a signal that comes before the program waits is noticed when something is typed
    os.close(ours)
    return child.wait(), said.decode()


def read(terminal: int) -> bytes:
    """What was printed; nothing once nobody holds the terminal."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_talk_at_a_terminal_makes_a_card(tmp_path: Path) -> None:
    keys = b"Wall sit\nStrong thighs.\nSit tall.\n\n\nStand.\nSlide down.\nStay.\n\nin your thighs\n" + 30 * b"\n"

    code, said = typed(tmp_path, keys)

    assert code == 0, said
    assert read_library([tmp_path]).cards["wall-sit"].title == "Wall sit"


@pytest.mark.parametrize("last", [signal.SIGINT, None], ids=["Ctrl-C", "Ctrl-D"])
def test_half_a_talk_leaves_nothing(tmp_path: Path, last: int | None) -> None:
    code, _ = typed(tmp_path, b"Wall sit\nStrong thighs.\n" + (b"" if last else b"\x04"), last)

    assert code in {130, -signal.SIGINT}
    assert list(tmp_path.iterdir()) == []
