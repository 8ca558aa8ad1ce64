from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.writing import CALF_RAISE, SMALL, a_library, problems_of, read

DECK = "id: deck\ntitle: Deck\nlayout: pocket\n"
POSED = CALF_RAISE.replace("caption: Rise", "caption: Rise\n    pose: high")
PICTURED = POSED + "picture: {figure: rise, alt: A person on their toes., person: ana}\n"
DRAWN = {
    "assets/figures/rise.yaml": "id: rise\nname: Rise\nposes: {low: {}, high: {joints: {ankle: -40}}}\n",
    "assets/people/ana.yaml": 'id: ana\ndescribes: A woman.\nhair: bun\nskin: "#D9A67E"\n',
}
SECOND = CALF_RAISE.replace("id: calf-raise", "id: heel-drop")


@pytest.mark.parametrize(
    ("files", "name", "word"),
    [
        ({"cards/calf-raise.yaml": CALF_RAISE.replace("smith-2020", "smith-2021")}, "unknown-source", "smith-2020"),
        (
            {"cards/calf-raise.yaml": CALF_RAISE + "easier: {text: Sit., card: calf-rais}\n"},
            "unknown-card",
            "calf-raise",
        ),
        ({"cards/publications/deck.yaml": DECK + "cards: [calf-rise]\n"}, "unknown-card", "calf-raise"),
        ({"cards/publications/deck.yaml": DECK + "select: {leave_out: [calf-rise]}\n"}, "unknown-card", "calf-raise"),
        ({"cards/publications/deck.yaml": DECK + "size: poker\n"}, "unknown-stock", "list stocks"),
        ({"cards/publications/deck.yaml": DECK + "paper: a4\n"}, "unknown-paper", "list papers"),
        ({"cards/publications/deck.yaml": DECK + "theme: plain\n"}, "unknown-theme", "list themes"),
        ({"cards/heel-drop.yaml": SECOND}, "same-number-twice", "such as 91"),
        ({"cards/calf-raise.yaml": PICTURED.replace("figure: rise", "figure: rse")}, "unknown-figure", "`rise`"),
        ({"cards/calf-raise.yaml": PICTURED.replace("person: ana", "person: anna")}, "unknown-person", "list people"),
        ({"cards/calf-raise.yaml": PICTURED.replace("pose: high", "pose: hihg")}, "unknown-pose", "`high`"),
        ({"cards/calf-raise.yaml": POSED}, "pose-without-picture", "Add `picture:"),
    ],
)
def test_what_is_named_must_exist(tmp_path: Path, files: dict[str, str], name: str, word: str) -> None:
    a_library(tmp_path, {**SMALL, **DRAWN, **files})

    (problem,) = problems_of(tmp_path)

    assert problem.name == name
    assert word in problem.hint
    assert problem.place is not None


def test_a_card_with_its_picture_is_whole(tmp_path: Path) -> None:
    a_library(tmp_path, {**SMALL, **DRAWN, "cards/calf-raise.yaml": PICTURED})

    library = read(tmp_path)

    assert library.cards["calf-raise"].picture.person == "ana"  # type: ignore[union-attr]
    assert library.figures["rise"].poses["high"].joints["ankle_r"] == (-40, 0, 0)


def test_the_poses_of_a_figure_that_cannot_be_read_are_not_missed(tmp_path: Path) -> None:
    wrong = {"assets/figures/rise.yaml": DRAWN["assets/figures/rise.yaml"].replace("name: Rise", "nam: Rise")}
    a_library(tmp_path, {**SMALL, **DRAWN, **wrong, "cards/calf-raise.yaml": PICTURED})

    assert {problem.name for problem in problems_of(tmp_path)} == {"unknown-field", "missing-field"}


def test_of_two_cards_with_one_number_the_authors_own_is_told(tmp_path: Path) -> None:
    """Whatever their ids: the one below cannot be changed."""
    below = a_library(tmp_path / "below", {**SMALL, "cards/calf-raise.yaml": SECOND})
    above = a_library(tmp_path / "above", {"cards/calf-raise.yaml": CALF_RAISE})
    again = a_library(tmp_path / "again", {"cards/stretch.yaml": CALF_RAISE.replace("id: calf-raise", "id: stretch")})

    for libraries in ((below, above), (below, again)):
        (problem,) = problems_of(*libraries)
        assert problem.place is not None
        assert Path(problem.place.file).is_relative_to(libraries[-1])


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    """A card that cannot be read still exists, and so does a source."""
    a_library(tmp_path, {
        **SMALL,
        "cards/calf-raise.yaml": CALF_RAISE.replace("level: common-practice", "level: strong"),
        "cards/publications/deck.yaml": DECK + "cards: [calf-raise]\n",
    })  # fmt: skip

    assert [problem.name for problem in problems_of(tmp_path)] == ["unknown-choice"]


def test_sources_that_cannot_be_read_are_not_missed_one_by_one(tmp_path: Path) -> None:
    a_library(tmp_path, {**SMALL, "cards/sources.yaml": "- x\n"})

    assert [problem.name for problem in problems_of(tmp_path)] == ["not-fields"]
