from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library import read_library
from publisher.library.overlays import built_in
from publisher.model.card import Group
from publisher.model.dose import Range
from tests.library.writing import CALF_RAISE, SMALL, SOURCES, a_library, problems_of, read

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_built_in_library_reads_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = read_library()

    assert (built_in() / "cards").is_dir()
    assert "plank" in library.cards
    assert "poker" in library.stocks
    assert "a4" in library.papers


def test_cards_stand_in_the_order_of_group_and_number() -> None:
    groups = list(Group)
    order = [(groups.index(card.group), card.number) for card in read_library().cards.values()]

    assert order == sorted(order)


def test_a_library_of_ones_own_lies_over_ours(tmp_path: Path) -> None:
    a_library(tmp_path, {
        "cards/calf-raise.yaml": CALF_RAISE,
        "cards/sources.yaml": SOURCES,
        "cards/plank.yaml": "extends: plank\ntitle: Board\ndose: {sets: 5}\n",
        "assets/stocks/big.yaml": "id: big\nextends: poker\nwidth: 70\n",
        "assets/words/en.yaml": "language: en-IE\n",
    })  # fmt: skip
    ours, library = read_library(), read_library([tmp_path])

    assert library.cards["plank"].title == "Board"
    assert library.cards["plank"].body.dose.sets == Range(5, 5)  # type: ignore[union-attr]
    assert library.cards["plank"].purpose == ours.cards["plank"].purpose
    assert "calf-raise" in library.cards
    assert library.sources.keys() > ours.sources.keys()
    assert (library.stocks["big"].width, library.stocks["big"].height) == (70, ours.stocks["poker"].height)
    assert library.words["language"] == "en-IE"
    assert library.words.keys() == ours.words.keys()


def test_figures_and_people_can_be_changed_by_a_library_of_ones_own(tmp_path: Path) -> None:
    a_library(tmp_path, {
        "assets/figures/squat.yaml": "extends: squat\nname: Squat, our way\nposes: {start: {joints: {neck: 9}}}\n",
        "assets/people/uma.yaml": "id: uma\nextends: mei\nglasses: yes\n",
    })  # fmt: skip
    ours, library = read_library(), read_library([tmp_path])

    assert library.figures["squat"].name == "Squat, our way"
    start = library.figures["squat"].poses["start"]
    assert start.joints == ours.figures["squat"].poses["start"].joints | {"neck": (9, 0, 0)}
    assert (library.people["uma"].glasses, library.people["uma"].skin) == (True, ours.people["mei"].skin)
    assert library.people.keys() == ours.people.keys() | {"uma"}


def test_doubts_do_not_stop_a_library_and_are_kept_for_checking(tmp_path: Path) -> None:
    far = "id: bow\nname: Bow\nposes: {low: {joints: {hip: 130}}}\n"
    a_library(tmp_path, {"assets/figures/bow.yaml": far})

    own = set(read_library([tmp_path]).warnings) - set(read_library().warnings)
    assert [problem.name for problem in own] == ["angle-beyond-norm"]


def test_our_own_figures_leave_no_doubt() -> None:
    assert [problem.sentence for problem in read_library().warnings] == []


def test_later_libraries_lie_over_earlier_ones(tmp_path: Path) -> None:
    base = a_library(tmp_path / "base", SMALL)
    one = a_library(tmp_path / "one", {"cards/a.yaml": "extends: calf-raise\ntitle: One\n"})
    two = a_library(tmp_path / "two", {"cards/b.yaml": "extends: calf-raise\ntitle: Two\n"})

    assert read(base, one, two).cards["calf-raise"].title == "Two"
    assert read(base, two, one).cards["calf-raise"].title == "One"


def test_problems_of_all_files_are_told_in_order_and_once(tmp_path: Path) -> None:
    base = a_library(tmp_path / "base", {**SMALL, "cards/calf-raise.yaml": CALF_RAISE.replace("8 to 12", "12 to 8")})
    over = a_library(tmp_path / "over", {
        "cards/a.yaml": "id: a\nextends: calf-raise\nnumber: 91\n",
        "cards/b.yaml": "- x\n",
    })  # fmt: skip

    assert [problem.name for problem in problems_of(base, over)] == ["backwards-range", "not-fields"]
