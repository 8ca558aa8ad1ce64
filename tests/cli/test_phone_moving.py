"""`surefoot phone moving`: what it writes, what it says, and what it says to things that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from publisher.cli import extras

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = ("--phone-size", "320x640")


def written() -> set[str]:
    return {path.name for path in Path("out/phone/moving").iterdir() if not path.name.startswith(".")}


def test_each_card_that_moves_becomes_a_file_in_each_format(surefoot: Callable[..., object]) -> None:
    told = surefoot("phone", "moving", "tempo-squat", "sphinx", "--format", "webp,apng", *SMALL)

    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("out/phone/moving   1 card, 2 files, ")
    assert written() == {"tempo-squat.webp", "tempo-squat.apng"}
    for path in map(Path, ("out/phone/moving/tempo-squat.webp", "out/phone/moving/tempo-squat.apng")):
        with Image.open(path) as film:
            assert film.size == (320, 640)
            assert film.n_frames > 10


def test_a_deck_stands_for_its_cards(surefoot: Callable[..., object]) -> None:
    told = surefoot("phone", "moving", "pre-run-warm-up", "--format", "gif", *SMALL)

    assert told.code == 0
    assert written() == {"leg-swings.gif", "standing-back-extension.gif", "walking-lunge.gif"}


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["plnk"], 2, "Did you mean `plank`?"),
        (["sphinx"], 2, "nothing moves on this card"),
        (["plank", "--format", "mp4"], 2, "`mp4` is none of webp, gif, apng"),
        (["plank", "--phone-size", "0x0"], 2, "out of reach"),
        (["plank", "--phone-size", "40000x40000"], 2, "out of reach"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., object], words: list[str], code: int, says: str
) -> None:
    told = surefoot("phone", "moving", *words)

    assert told.code == code
    assert says in told.err
    assert not Path("out").exists()


def test_what_to_install_is_told(surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)

    told = surefoot("phone", "moving", "plank")
    assert told.code == 2
    assert "surefoot[pictures]" in told.err
