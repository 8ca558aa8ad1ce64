"""`surefoot handout` as a clinic types it; and the person whom it is for, who stands on the page and nowhere else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from publisher import files
from tests.programmes_at_hand import CANARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Said

MINE = """\
id: mine
title: Weeks 1 and 2
purpose: Strong legs for the way down.
exercises:
  - {card: step-down, dose: {sets: 2}, note: Use the bottom stair.}
  - plank
"""
PATIENT = f"name: {CANARY}\nborn: 1980-05-03\nreference: Q-7731\n"
SECRETS = ("Zora", "Quillfeather", "Q-7731", "1980", "3 May")
PDF = Path("out/downhill-back-start.pdf")


def text_of(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(pdf[at].get_textpage().get_text_range() for at in range(len(pdf)))


def everything_in(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for path in folder.rglob("*"):
            yield path, (path.read_bytes() if path.is_file() and not path.is_symlink() else b"")


def test_a_programme_is_printed_with_a_line_for_the_name(surefoot: Callable[..., Said]) -> None:
    said = surefoot("handout", "downhill-back-start")

    assert said.code == 0
    assert said.out.startswith("out/downhill-back-start.pdf")
    assert "Moves for downhill back pain" in text_of(PDF).replace("\r\n", " ")


def test_a_programme_may_lie_in_a_file_of_its_own(surefoot: Callable[..., Said]) -> None:
    Path("mine.yaml").write_text(MINE, encoding="utf-8")

    assert surefoot("handout", "mine.yaml").code == 0
    assert "Use the bottom stair." in text_of(Path("out/mine.pdf")).replace("\r\n", " ")


def test_the_only_clinic_of_a_library_gives_letterhead_and_country(surefoot: Callable[..., Said]) -> None:
    surefoot("new", "clinic", "hillside", "--library", ".")

    assert surefoot("handout", "downhill-back-start", "--library", ".").code == 0
    text = text_of(PDF)
    assert "Hillside Physiotherapy" in text
    assert "Call 999" in text


def test_who_hands_it_out_and_the_day_can_be_said(surefoot: Callable[..., Said]) -> None:
    surefoot("handout", "downhill-back-start", "--by", "Mia Novak", "--on", "2026-03-02")

    assert "From Mia Novak" in text_of(PDF)
    assert "2 March 2026" in text_of(PDF).replace("\xa0", " ")


def test_what_has_changed_since_another_programme_is_told(surefoot: Callable[..., Said]) -> None:
    Path("mine.yaml").write_text(MINE, encoding="utf-8")
    surefoot("handout", "mine.yaml", "--before", "downhill-back-start")

    assert "What has changed since last time" in text_of(Path("out/mine.pdf"))


def test_the_same_command_writes_the_same_bytes(surefoot: Callable[..., Said]) -> None:
    Path("patient.yaml").write_text(PATIENT, encoding="utf-8")
    for folder in ("one", "two"):
        surefoot("handout", "downhill-back-start", "--patient", "patient.yaml", "--on", "2026-03-02", "--out", folder)

    assert Path("one", PDF.name).read_bytes() == Path("two", PDF.name).read_bytes()


def test_somebody_can_be_asked_for(surefoot: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", CANARY, "tomorrow", "1980-05-03", "Q-7731", "bigger", "no-people"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    said = surefoot("handout", "downhill-back-start", "--ask")

    assert said.code == 0
    assert CANARY in text_of(PDF)
    assert not any(secret in said.out + said.err for secret in SECRETS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["downhill-back-stat"], "Did you mean `downhill-back-start`?"),
        (["downhill-back-start", "--clinic", "hill"], "there is no clinic `hill`"),
        (["nowhere.yaml"], "there is no such file"),
        (["downhill-back-start", "--layout", "ful"], "`--layout` is one of full"),
        (["downhill-back-start", "--patient", "zora.yaml"], "there is no such file for `--patient`"),
        (["downhill-back-start", "--patient", "x.yaml", "--ask"], "both say whom it is for"),
        (["downhill-back-start", "--on", "31.02.2026"], "is not a day"),
        (["downhill-back-start", "--country", "XX"], "there is no country `XX`"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., Said], words: list[str], told: str
) -> None:
    said = surefoot("handout", *words)

    assert said.code == 2
    assert told in " ".join(said.err.split())
    assert not Path("out").exists()


def test_a_long_programme_is_worth_a_word_and_a_very_long_one_a_reason(surefoot: Callable[..., Said]) -> None:
    cards = ["plank", "dead-bug", "bird-dog", "side-plank", "step-down", "step-up", "tempo-squat", "leg-swings"]
    listed = "".join(f"  - {card}\n" for card in cards[:6])
    Path("mine.yaml").write_text(MINE.split("  - {card", maxsplit=1)[0] + listed, encoding="utf-8")
    assert "few people keep that up" in " ".join(surefoot("handout", "mine.yaml").err.split())

    more = "".join(f"  - {card}\n" for card in [*cards, "superman"])
    Path("mine.yaml").write_text(MINE.split("  - {card", maxsplit=1)[0] + more, encoding="utf-8")
    assert surefoot("handout", "mine.yaml", "--out", "other").code == 1
    assert not Path("other").exists()

    Path("mine.yaml").write_text(
        MINE.split("exercises:", maxsplit=1)[0] + "because: A camp.\nexercises:\n" + more, encoding="utf-8"
    )
    assert surefoot("handout", "mine.yaml", "--out", "other").code == 0


def test_a_visit_can_be_said_as_text_and_nothing_is_written(surefoot: Callable[..., Said]) -> None:
    said = surefoot("handout", "downhill-back-start", "--on", "2026-03-02", "--text")

    assert said.code == 0
    assert "1. Step-down (S19): 3 sets of 8 to 10 each leg" in said.out
    lines = said.out.splitlines()
    emergency = next(at for at, line in enumerate(lines) if line.startswith("Call 112"))
    # Right behind the signs that cannot wait, and before the next tier.
    told = next(at for at, line in enumerate(lines) if line == "Do not wait for morning. Do not drive yourself.")
    assert emergency < told < next(at for at, line in enumerate(lines) if "today if" in line)
    assert not Path("out").exists()


def test_a_word_lies_under_each_page_and_both_can_sign(surefoot: Callable[..., Said]) -> None:
    surefoot("handout", "downhill-back-start", "--watermark", "COPY", "--initials-line")

    assert "I was shown all of it" in text_of(PDF)
    assert surefoot("handout", "downhill-back-start", "--watermark", "診").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["nowhere.yaml"],
        ["downhill-back-stat"],
        ["downhill-back-start", "--clinic", "hill"],
        ["downhill-back-start", "--before", "nowhere.yaml"],
        ["downhill-back-start", "--country", "XX"],
        ["nine.yaml"],
    ],
)
def test_nobody_is_asked_for_what_cannot_be_printed(
    surefoot: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    cards = "plank, dead-bug, bird-dog, side-plank, step-down, step-up, tempo-squat, leg-swings, superman"
    Path("nine.yaml").write_text(f"id: nine\ntitle: Nine\npurpose: Legs.\nexercises: [{cards}]\n", encoding="utf-8")
    asked: list[str] = []
    monkeypatch.setattr("click.prompt", lambda question, **_: asked.append(question) or CANARY)

    assert surefoot("handout", *words, "--ask").code in {1, 2}
    assert asked == []


# --- the person ---


def test_after_success_the_person_stands_on_the_page_alone(surefoot: Callable[..., Said], tmp_path: Path) -> None:
    Path("patient.yaml").write_text(PATIENT, encoding="utf-8")
    said = surefoot("handout", "downhill-back-start", "--patient", "patient.yaml", "--json")
    Path("patient.yaml").unlink()

    assert CANARY in text_of(PDF)
    assert not any(secret in said.out + said.err for secret in SECRETS)
    for path, content in everything_in(tmp_path):
        assert not any(secret in str(path) for secret in SECRETS)
        assert not any(secret.encode() in content for secret in SECRETS), path


def test_after_an_error_the_person_stands_nowhere(surefoot: Callable[..., Said], tmp_path: Path) -> None:
    Path("patient.yaml").write_text(PATIENT.replace("1980-05-03", "1980-02-31"), encoding="utf-8")
    said = surefoot("handout", "downhill-back-start", "--patient", "patient.yaml")
    Path("patient.yaml").unlink()

    assert said.code == 1
    assert not any(secret in said.out + said.err for secret in SECRETS)
    assert not any(secret.encode() in content for _, content in everything_in(tmp_path) for secret in SECRETS)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_after_a_full_disk_the_person_stands_nowhere(
    surefoot: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    Path("patient.yaml").write_text(PATIENT, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(files.os, call, full)
        said = surefoot("handout", "downhill-back-start", "--patient", "patient.yaml")
    Path("patient.yaml").unlink()

    assert said.code == 3
    assert not any(secret in said.out + said.err for secret in SECRETS)
    for path, content in everything_in(tmp_path):
        assert not path.name.endswith(".pdf")
        assert not any(secret.encode() in content for secret in SECRETS), path


KILLED = """\
import os, signal, sys
from publisher import files
from publisher.cli import main
real = os.{call}
def killed(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)
files.os.{call} = killed
main(["handout", "downhill-back-start", "--patient", "patient.yaml"])
"""


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_after_a_kill_the_person_is_in_no_name_and_the_next_run_leaves_nothing_behind(
    surefoot: Callable[..., Said], call: str
) -> None:
    Path("patient.yaml").write_text(PATIENT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(call=call)], capture_output=True, check=False, env=environment
    )

    assert killed.returncode == -signal.SIGKILL
    assert not any(secret.encode() in killed.stdout + killed.stderr for secret in SECRETS)
    left = [path.name for path in Path("out").iterdir()]
    assert not any(secret in name for name in left for secret in SECRETS)
    assert PDF.name not in left

    assert surefoot("handout", "downhill-back-start", "--patient", "patient.yaml").code == 0
    assert sorted(path.name for path in Path("out").iterdir() if not path.name.startswith(".")) == [PDF.name]
    assert not [path for path in Path("out").iterdir() if path.name.endswith(".tmp")]
