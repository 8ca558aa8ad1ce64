from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.library.overlays import read_library

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_new_library_reads_well_and_changes_one_of_our_cards(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "library", "mine")

    ours, theirs = read_library(), read_library([Path("mine")])
    assert (said.code, said.err) == (0, "")
    assert set(theirs.cards) - set(ours.cards) == {"heel-raise"}
    assert set(theirs.publications) - set(ours.publications) == {"my-cards"}
    assert [name for name in ours.cards if theirs.cards[name] != ours.cards[name]] == ["plank"]


def test_a_new_library_builds_at_once(surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    surefoot("new", "library", "mine")
    monkeypatch.chdir("mine")

    said = surefoot("build", "my-cards")

    assert (said.code, said.err) == (0, "")
    assert Path("out/my-cards.pdf").read_bytes().startswith(b"%PDF-")


def test_the_check_wants_nothing_of_a_new_library(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", "mine")

    said = surefoot("check", "heel-raise", "plank", "--strict", "--library", "mine")

    assert (said.code, said.err) == (0, "")


def test_every_modeline_of_a_new_library_points_to_a_schema(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", "mine")

    for path in Path("mine/cards").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file(), path


def test_a_library_takes_no_folder_that_holds_something(surefoot: Callable[..., object]) -> None:
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("x", encoding="utf-8")

    said = surefoot("new", "library", "mine")

    assert said.code == 2
    assert said.err.startswith("mine: this is not an empty folder")
    assert [path.name for path in Path("mine").iterdir()] == ["letter.txt"]


def test_new_cards_read_well_and_take_nobodys_number(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", ".")

    said = [surefoot("new", "card", name) for name in ("calf-raise", "step-down")]

    cards = read_library([Path()]).cards
    assert [each.code for each in said] == [0, 0]
    assert [cards[name].number for name in ("heel-raise", "calf-raise", "step-down")] == [50, 51, 52]
    first = Path("cards/step-down.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("$schema=../schema/card.json")


def test_a_card_can_be_put_where_one_wants(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "card", "ours/cards/legs/step-down.yaml")

    assert said.out.endswith("surefoot check --library ours\n")
    assert "step-down" in read_library([Path("ours")]).cards
    assert "yaml-language-server" not in Path("ours/cards/legs/step-down.yaml").read_text(encoding="utf-8")


def test_a_new_file_goes_into_the_library_that_is_named(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", "mine")

    said = [surefoot("new", thing, "step-down", "--library", "mine") for thing in ("card", "publication")]

    library = read_library([Path("mine")])
    assert library.cards["step-down"].title == library.publications["step-down"].title == "Step down"
    assert [each.out.splitlines()[-1].partition("surefoot ")[2] for each in said] == [
        "check --library mine",
        "build step-down --library mine",
    ]


def test_nobody_is_told_to_type_what_the_settings_say(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", ".")

    assert surefoot("new", "card", "step-down").out.endswith("type: surefoot check\n")


def test_a_new_publication_reads_well(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "publication", "club-night")

    assert said.code == 0
    assert read_library([Path()]).publications["club-night"].cards == ("plank", "hip-bridge")


@pytest.mark.parametrize("name", ["Heel Raise", "../x", "a--b", "é", "-x.yaml", ""])
def test_an_id_is_small_letters_digits_and_hyphens(surefoot: Callable[..., object], name: str) -> None:
    said = surefoot("new", "card", "--", name)

    assert said.code == 2
    assert "cannot be an id" in said.err
    assert list(Path().iterdir()) == []


def test_what_is_there_stays(surefoot: Callable[..., object]) -> None:
    surefoot("new", "card", "step-down")
    Path("cards/step-down.yaml").write_text("mine", encoding="utf-8")

    said = surefoot("new", "card", "step-down")

    assert said.code == 2
    assert Path("cards/step-down.yaml").read_text(encoding="utf-8") == "mine"


def test_a_new_clinic_reads_well_and_stays_as_it_is(surefoot: Callable[..., object]) -> None:
    said = surefoot("new", "clinic", "north")

    assert (said.code, said.err) == (0, "")
    clinic = read_library([Path()]).clinics["north"]
    assert clinic.logo == "assets/clinics/north.svg"
    assert clinic.drawing is not None
    assert surefoot("list", "clinics", "--library", ".").out.startswith("north  Hillside Physiotherapy")
    assert surefoot("new", "clinic", "north").code == 2
    Path("assets/clinics/north.yaml").unlink()
    assert surefoot("new", "clinic", "north").code == 2
    assert surefoot("new", "clinic", "cards/north.yaml").code == 2
