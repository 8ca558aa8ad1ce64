"""Follow along takes as long as the card says, to the second."""

from __future__ import annotations

import math

import pytest

from publisher.decks import cards_of
from publisher.model.card import Movement
from publisher.model.dose import Range, Sides, Tempo
from publisher.phone.kit import Kit
from publisher.phone.sessions import blocks_of, change_seconds, counted_seconds, figure_of, session_data
from publisher.sessions import minutes_of
from tests.factories import a_dose, the_library

MOVING = [card for card in the_library().cards.values() if isinstance(card.body, Movement)]
SESSIONS = [one for one in the_library().publications.values() if one.session]


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop)


@pytest.mark.parametrize("card", MOVING, ids=lambda card: str(card.id))
def test_the_seconds_of_every_card_are_those_of_its_dose(card, kit) -> None:
    dose, figure = card.body.dose, figure_of(card, kit)
    low, high = (counted_seconds(blocks_of(dose, figure, high=end)) for end in (False, True))

    assert (low, high) == pytest.approx(tuple(dose.total_seconds()))
    assert max(1, math.floor((low + high) / 2 / 60 + 0.5)) == dose.minutes()


@pytest.mark.parametrize("card", MOVING, ids=lambda card: str(card.id))
def test_the_beats_of_a_rep_fill_its_block(card, kit) -> None:
    for block in blocks_of(card.body.dose, figure_of(card, kit)):
        assert block.seconds > 0
        if block.kind == "reps":
            assert block.reps * sum(beat.seconds for beat in block.beats) == pytest.approx(block.seconds)


def kinds(**dose: object) -> list[str]:
    return [block.kind for block in blocks_of(a_dose(**dose), None)]


def test_a_set_has_two_sides_and_rest_comes_between_sets() -> None:
    one_set = ["reps", "change", "reps"]

    assert kinds(sets=Range(2, 2), rest=Range(30, 30)) == ["ready", *one_set, "rest", "change", *one_set]
    assert kinds(sets=Range(2, 2), rest=None) == ["ready", *one_set, "change", *one_set]
    assert kinds(sets=Range(2, 2), sides=Sides.NONE) == ["ready", "reps", "reps"]


def test_a_hold_begins_with_getting_into_place() -> None:
    dose = {"sets": Range(1, 1), "reps": None, "sides": Sides.NONE}

    assert kinds(**dose, seconds=Range(30, 30)) == ["ready", "settle", "time"]


def test_the_tempo_goes_the_way_the_figure_goes() -> None:
    figure = the_library().figures["hip-bridge"]
    dose = a_dose(tempo=Tempo(3, 2, 1), sides=Sides.NONE)

    [block] = {block.beats for block in blocks_of(dose, figure) if block.kind == "reps"}

    assert [(beat.name, beat.seconds) for beat in block] == [("up", 1), ("pause", 2), ("down", 3)]


def test_more_means_more_of_everything() -> None:
    dose = a_dose(sets=Range(2, 3), reps=None, seconds=Range(20, 40), rest=Range(10, 30), sides=Sides.NONE)

    low, high = blocks_of(dose, None), blocks_of(dose, None, high=True)

    assert [block.seconds for block in low if block.kind == "time"] == [20, 20]
    assert [block.seconds for block in high if block.kind == "time"] == [40, 40, 40]
    assert [block.seconds for block in high if block.kind == "rest"] == [30, 30]


@pytest.mark.parametrize("deck", SESSIONS, ids=lambda deck: str(deck.id))
def test_a_session_takes_the_minutes_that_its_deck_prints(deck, kit) -> None:
    cards = cards_of(deck, kit.library.cards)
    told = session_data(cards, str(deck.title), "x", kit)

    counted = 0
    for place, card in enumerate(card for card in cards if isinstance(card.body, Movement)):
        ends = [
            sum(block["s"] for block in told[name] if block["c"] == place and block["k"] not in {"ready", "change"})
            for name in ("low", "high")
        ]
        assert ends == pytest.approx(list(card.body.dose.total_seconds()))
        counted += max(1, math.floor(sum(ends) / 2 / 60 + 0.5))
    assert counted == minutes_of(cards)


def test_every_block_says_what_to_do(kit) -> None:
    told = session_data(MOVING, "All", "x", kit)

    assert all(told["texts"][block[name]] for block in told["low"] for name in ("word", "say", "what"))
    assert "{" not in str(told["texts"])


def test_cards_say_of_sides_what_the_session_does() -> None:
    for card in MOVING:
        if card.body.dose.sides is not Sides.NONE:
            assert not any("all sets" in step.text.lower() for step in card.body.steps), card.id


def test_on_the_floor_it_takes_longer_to_turn() -> None:
    cards = the_library().cards

    assert change_seconds(cards["step-up"]) < change_seconds(cards["kneeling-hip-stretch"])
    assert change_seconds(cards["side-plank"]) == change_seconds(cards["kneeling-hip-stretch"])


def test_a_session_tells_what_to_fetch_once(kit) -> None:
    cards = kit.library.cards

    def need(*names: str) -> str:
        return session_data([cards[name] for name in names], "x", "x", kit)["need"]

    assert need("kneeling-hip-stretch", "plank") == "You need a mat and a cushion."
    assert need("tempo-squat") == "You need no equipment."
