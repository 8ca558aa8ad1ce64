"""A letter that would print as an empty box is found in the author's words, with its place."""

from __future__ import annotations

from publisher.problems import Phrase, Place
from publisher.typesetting.glyphs import missing_letters
from tests.factories import a_card, a_phrase, the_library, the_typeface


def found(*things: object) -> list[tuple[str, Place | None]]:
    return [(problem.name, problem.place) for problem in missing_letters(the_typeface(), things)]


def test_the_place_is_the_letter_itself() -> None:
    card = a_card(cue=Phrase("Heel ⤵ down", Place("cards/heel-press.yaml", 7, 6)))

    assert found(card) == [("missing-glyph", Place("cards/heel-press.yaml", 7, 11))]


def test_the_sentence_shows_the_letter_its_number_and_its_name() -> None:
    (problem,) = missing_letters(the_typeface(), [a_card(feel=a_phrase("thigh ☃"))])

    assert "“☃” (U+2603) (snowman)" in problem.sentence


def test_every_phrase_with_such_a_letter_is_told_wherever_it_is_kept() -> None:
    card = a_card(title="Heel ☃", steps=["Lie down.", "Press ⤵ down."], stop_if=(a_phrase("it hurts ☂", 50),))

    lines = [place.line for _, place in found(card) if place]

    assert sorted(lines) == [2, 21, 50]


def test_a_text_of_several_lines_is_told_by_its_beginning() -> None:
    card = a_card(feel=Phrase("thigh\nand ☃", Place("cards/heel-press.yaml", 9, 7)))

    assert found(card) == [("missing-glyph", Place("cards/heel-press.yaml", 9, 7))]


def test_words_of_a_language_are_looked_through_too() -> None:
    words = {"card": {"start": Phrase("Старт", Place("assets/words/ru.yaml", 9, 10))}}

    assert found(words) == [("missing-glyph", Place("assets/words/ru.yaml", 9, 10))]


def test_every_built_in_card_can_be_printed() -> None:
    library = the_library()

    assert found(*library.cards.values(), *library.publications.values(), *library.sources.values()) == []
