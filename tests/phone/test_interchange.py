"""Exercises out, in the terms of schema.org."""

from __future__ import annotations

import json

import jsonschema

from publisher.library import built_in
from publisher.phone.interchange import left_out, written
from tests.factories import the_cards, the_words
from tests.phone.test_taking import CARDS, one, out

SCHEMA = json.loads((built_in() / "assets/schema/interchange/exercise-plan.json").read_text(encoding="utf-8"))


def test_every_exercise_of_the_library_is_valid() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

    assert len(CARDS) > 20
    assert [error.message for error in validator.iter_errors(out())] == []


def test_the_schema_refuses_what_schema_org_does_not_have() -> None:
    wrong = one()
    wrong["@graph"][0]["reps"] = 3

    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(wrong))


def test_the_same_cards_give_the_same_bytes_and_others_are_left_out() -> None:
    deck = the_cards("pocket-cards")
    exercises = [card for card in deck if card in CARDS]

    assert written(exercises, the_words()) == written(deck, the_words())
    assert left_out(deck) == len(deck) - len(exercises)
