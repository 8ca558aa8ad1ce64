"""What a plan names, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.writing import CALF_RAISE, SMALL, a_library, names, problems_of, read

if TYPE_CHECKING:
    from pathlib import Path

DECK = "id: deck\ntitle: Deck\nlayout: pocket\ncards: [calf-raise]\n"
PLAN = """\
id: mine
title: My weeks
group: strength
weeks: 4
rest_days: [sunday]
how: [Go gently.]
pain: {carry_on: Go on., ease_off: Do less., stop: Stop.}
missed_week: Do it again.
evidence: {level: common-practice, sources: [smith-2020]}
sessions:
  - {name: Legs, group: strength, days: [monday], deck: deck}
"""
PAGE = "id: page\ntitle: Page\nlayout: plan-page\nplan: mine\n"
READING = (
    CALF_RAISE.split("cue:", 1)[0]
    .replace("exercise", "advice")
    .replace("id: calf-raise", "id: shoes")
    .replace("number: 90", "number: 91")
    + "lines: [Tie them.]\ndo: [Tie them.]\ndo_not: [Do not trip.]\nwhy: So.\n"
    + "evidence: {level: coaching, sources: [smith-2020]}\n"
)
WHOLE = {
    **SMALL,
    "cards/publications/deck.yaml": DECK,
    "cards/plans/mine.yaml": PLAN,
    "cards/publications/page.yaml": PAGE,
}


def test_a_publication_of_a_plan_has_the_cards_of_the_plan(tmp_path: Path) -> None:
    library = read(a_library(tmp_path, WHOLE))

    assert list(library.plans) == ["mine"]
    assert library.publications["page"].cards == ("calf-raise",)


def test_a_library_laid_over_changes_a_plan(tmp_path: Path) -> None:
    below = a_library(tmp_path / "below", WHOLE)
    above = a_library(tmp_path / "above", {"cards/plans/mine.yaml": "extends: mine\nweeks: 6\n"})

    assert read(below, above).plans["mine"].weeks == 6


@pytest.mark.parametrize(
    ("file", "old", "new", "name", "word"),
    [
        ("cards/plans/mine.yaml", "deck: deck", "deck: dekc", "unknown-deck", "`deck`"),
        ("cards/plans/mine.yaml", "deck: deck", "deck: page", "unknown-deck", "lists or selects"),
        ("cards/plans/mine.yaml", "deck: deck", "cards: [calf-rise]", "unknown-card", "`calf-raise`"),
        ("cards/plans/mine.yaml", "smith-2020", "smith-2021", "unknown-source", "`smith-2020`"),
        ("cards/plans/mine.yaml", "deck: deck", "cards: [shoes]", "session-without-minutes", "done, not read"),
        ("cards/plans/mine.yaml", "deck: deck", "run: {minutes: 0}", "session-without-minutes", "minutes: 30"),
        ("cards/plans/mine.yaml", "deck: deck", "deck: deck, grows: {sets: 1}", "growth-without-room", "`reps`"),
        ("cards/plans/mine.yaml", "deck: deck", "run: {minutes: 5, downhill: 9}", "more-down-than-run", "longer"),
        ("cards/publications/page.yaml", "plan: mine", "plan: mien", "unknown-plan", "`mine`"),
    ],
)
def test_what_a_plan_names_must_be_there_and_take_time(
    tmp_path: Path, file: str, old: str, new: str, name: str, word: str
) -> None:
    files = {**WHOLE, "cards/shoes.yaml": READING}

    (problem,) = problems_of(a_library(tmp_path, {**files, file: files[file].replace(old, new)}))

    assert problem.name == name
    assert problem.place is not None
    assert problem.place.file.endswith(file)
    assert word in problem.hint


def test_a_deck_that_cannot_be_read_is_not_missed_as_well(tmp_path: Path) -> None:
    broken = {**WHOLE, "cards/publications/deck.yaml": DECK + "colour: red\n"}

    assert names(problems_of(a_library(tmp_path, broken))) == ["unknown-field"]
