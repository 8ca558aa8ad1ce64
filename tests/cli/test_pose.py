"""`surefoot pose`: what it writes, what it says, and that a broken file only makes it wait."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher import pictures
from publisher.cli import pose, watching
from publisher.figures.proofs import Proof, Touch
from publisher.geometry import Point
from tests.figures.stick_people import ALL_FOURS, a_sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FIGURE = "id: calf-raise\nname: Calf raise\nposes:\n  low:\n    contacts: [ball: floor]\n  high:\n    from: low\n"


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[pictures.Shown]:
    """What was to be drawn; a stand-in is shown."""
    asked: list[pictures.Shown] = []

    def proofs(one: pictures.Shown, poses: Sequence[str], _pixels: float):
        asked.append(one)
        touch = Touch("ball_r", "floor", Point(20, -2), 0.02)
        return [Proof(name, a_sketch(ALL_FOURS), (touch,), ()) for name in poses], []

    monkeypatch.setattr(pictures, "proofs", proofs)
    return asked


@pytest.fixture
def said(surefoot: Callable[..., object]) -> Callable[..., object]:
    """Type `surefoot pose calf-raise.yaml …` where the file lies."""
    Path("calf-raise.yaml").write_text(FIGURE, encoding="utf-8")
    return lambda *words: surefoot("pose", "calf-raise.yaml", *words)


def test_a_picture_lies_beside_its_file_and_a_line_says_so(said) -> None:
    answer = said()

    assert Path("calf-raise.png").read_bytes().startswith(b"\x89PNG")
    assert answer.out == "calf-raise.png: low, high; all 2 contacts within 0.1 mm.\n"
    assert (answer.code, answer.err) == (0, "")


def test_svg_is_written_where_it_is_asked_for(said) -> None:
    assert said("--out", "pictures/raise.svg", "--no-marks").code == 0

    text = Path("pictures/raise.svg").read_text(encoding="utf-8")
    assert "<title" in text
    assert "ball_r" not in text


def test_one_pose_and_one_person_can_be_chosen(said, drawn: list[pictures.Shown]) -> None:
    assert "calf-raise.png: high;" in said("--pose", "high", "--person", "mei").out
    assert drawn[-1].person.id == "mei"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--pose", "hihg"), "there is no pose `hihg`."),
        (("--person", "nobdy"), "there is no person `nobdy`."),
        (("--size", "5"), "5 is out of reach"),
        (("--out", "raise.gif"), "must end in .png or .svg"),
    ],
)
def test_what_cannot_be_is_told(said, words: tuple[str, ...], told: str) -> None:
    answer = said(*words)

    assert answer.code == 2
    assert told in answer.err


def test_a_broken_file_is_told_with_its_place(said) -> None:
    Path("calf-raise.yaml").write_text(FIGURE.replace("floor", "flor"), encoding="utf-8")
    answer = said()

    assert answer.code == 1
    assert answer.err.startswith("calf-raise.yaml:5:")
    assert not Path("calf-raise.png").exists()


def test_while_watching_it_draws_on_each_save_and_waits_after_a_mistake(said, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved three times: whole, broken, whole again; then somebody presses Ctrl-C."""

    def saves(_look):
        yield frozenset()
        for text in (FIGURE.replace("floor", "flor"), FIGURE + "slope: 10\n"):
            Path("calf-raise.yaml").write_text(text, encoding="utf-8")
            yield frozenset({"calf-raise.yaml"})

    monkeypatch.setattr(watching, "saves", saves)
    answer = said("--watch")

    assert answer.out.count("all 2 contacts") == 2
    assert answer.out.count("Waiting for calf-raise.yaml") == 3
    assert "calf-raise.yaml:5:" in answer.err
    assert "Traceback" not in answer.err
    assert answer.code == 130


def test_without_what_makes_png_svg_is_proposed(said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pose, "find_spec", lambda _name: None)
    answer = said()

    assert answer.code == 2
    assert "--out pose.svg" in answer.err
