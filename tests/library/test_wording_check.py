from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.writing import OURS, a_library, problems_of, read

if TYPE_CHECKING:
    from pathlib import Path

OVERLAYS = {
    "a misspelt word": ("card: {strat: Begin}\n", ["unknown-word"], "Did you mean `start`?"),
    "a word outside its group": ("stop_if: Halt if\n", ["unknown-word"], "Write it below `card:`, indented."),
    "a word taken away": ("card: {stop_if: null}\n", ["missing-word"], "Add `stop_if:`"),
    "an empty word": ('card: {stop_if: ""}\n', ["no-value"], "`card.stop_if`"),
    "a text where a group stands": ("sides: none\n", ["wrong-type"], "`leg`"),
    "a group where a text stands": ("comma: {one: a}\n", ["wrong-type"], "`comma: words`"),
    "a list": ("comma: [a]\n", ["wrong-type"], "`comma: words`"),
    "a blank by number": ('dose: {rest: "{0}"}\n', ["unknown-blank"], "`{time}`"),
    "a blank that reaches inside": ('dose: {rest: "{time.__class__}"}\n', ["unknown-blank"], "`{time}`"),
    "a blank with a form": ('dose: {rest: "{time!r:>9}"}\n', ["unknown-blank"], "`{time}`"),
    "half a blank": ('dose: {rest: "{time"}\n', ["unknown-blank"], "`{time}`"),
    "a blank of another text": ('tiers: {urgent: {name: "{time}"}}\n', ["unknown-blank"], "`{doctor}`"),
    "a country without its number": ("countries: {NO: {name: Norway}}\n", ["missing-word"] * 3, "`hospital:`"),
    "a country that is not there": ("country: NO\n", ["unknown-country"], "add it under `countries`"),
    "a language that is none": ("language: English\n", ["not-a-language"], "`en-GB`"),
}


@pytest.mark.parametrize("case", OVERLAYS)
def test_a_change_of_words_is_held_against_the_built_in_ones(case: str, tmp_path: Path) -> None:
    text, expected, hint = OVERLAYS[case]
    problems = problems_of(OURS, a_library(tmp_path, {"cards/.keep": "", "assets/words/en.yaml": text}))

    assert [problem.name for problem in problems] == expected
    assert any(hint in problem.hint for problem in problems)
    assert all(problem.place and problem.place.line and problem.place.column for problem in problems)


def test_a_brace_is_a_brace_where_nothing_is_filled_in(tmp_path: Path) -> None:
    text = 'card: {start: "Start {now}"}\ndose: {rest: "{{rest}} {time}"}\n'
    words = read(OURS, a_library(tmp_path, {"cards/.keep": "", "assets/words/en.yaml": text})).words

    assert words["card"]["start"] == "Start {now}"  # type: ignore[index]


def test_a_language_has_every_word(tmp_path: Path) -> None:
    over = a_library(tmp_path, {"cards/.keep": "", "assets/words/fr.yaml": "language: fr\ncountry: FR\n"})

    problems = problems_of(OURS, over, language="fr")

    assert {problem.name for problem in problems} == {"missing-word"}
    assert "the words need `stock_test`, which is not here." in {problem.sentence for problem in problems}
