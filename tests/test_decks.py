"""Which cards a publication takes, and in what order."""

from __future__ import annotations

from publisher.decks import cards_of, matches, phone_deck
from publisher.model.card import Group, Kind, Position, Region
from publisher.model.publication import Order, Publication, Selection
from publisher.problems import Phrase
from tests.factories import a_card, the_cards, the_library


def named(name: str, **more: object) -> object:
    return a_card(id=Phrase(name), title=name.replace("-", " ").capitalize(), **more)


CARDS = {
    card.id: card
    for card in (
        named("heel-press", number=2, tags=(Phrase("legs"),), position=Position.LYING_BACK),
        named("slow-walk", group=Group.RECOVERY, kind=Kind.RECOVERY, number=1, level=2, position=Position.STANDING),
        named(
            "calf-raise",
            number=1,
            tags=(Phrase("legs"), Phrase("hill")),
            region=Region.LOWER_LEGS,
            position=Position.STANDING,
        ),
        named("breathe-low", group=Group.MIND, number=1, position=None),
    )
}


def ids(**more: object) -> list[str]:
    publication = Publication(Phrase("own"), Phrase("Our own"), Phrase("pocket"), **more)
    return [str(card.id) for card in cards_of(publication, CARDS)]


def test_a_publication_takes_the_cards_it_lists_in_that_order() -> None:
    assert ids(cards=("slow-walk", "calf-raise")) == ["slow-walk", "calf-raise"]


def test_an_empty_selection_takes_everything() -> None:
    assert sorted(ids(select=Selection())) == sorted(CARDS)


def test_listed_cards_come_first_and_none_comes_twice() -> None:
    assert ids(cards=("slow-walk",), select=Selection()) == ["slow-walk", "heel-press", "calf-raise", "breathe-low"]


def test_group_order_is_group_then_number() -> None:
    assert ids(select=Selection(), order=Order.GROUP) == ["calf-raise", "heel-press", "slow-walk", "breathe-low"]


def test_position_order_goes_from_the_floor_upwards_and_ends_with_cards_of_no_position() -> None:
    assert ids(select=Selection(), order=Order.POSITION) == ["heel-press", "calf-raise", "slow-walk", "breathe-low"]


def test_title_order_is_that_of_the_alphabet() -> None:
    assert ids(select=Selection(), order=Order.TITLE) == ["breathe-low", "calf-raise", "heel-press", "slow-walk"]


def test_every_field_that_is_given_must_match() -> None:
    assert ids(select=Selection(groups=(Group.STRENGTH,), tags=(Phrase("hill"),))) == ["calf-raise"]
    assert ids(select=Selection(levels=(2,))) == ["slow-walk"]
    assert ids(select=Selection(kinds=(Kind.RECOVERY,), levels=(1,))) == []
    assert ids(select=Selection(regions=(Region.LOWER_LEGS,))) == ["calf-raise"]


def test_one_tag_of_several_is_enough() -> None:
    assert ids(select=Selection(tags=(Phrase("hill"), Phrase("legs")))) == ["heel-press", "calf-raise"]


def test_a_card_that_is_left_out_stays_out() -> None:
    assert not matches(CARDS["heel-press"], Selection(leave_out=(Phrase("heel-press"),)))
    assert "heel-press" not in ids(select=Selection(leave_out=(Phrase("heel-press"),)))


def test_the_built_in_deck_holds_every_card_once_but_what_is_printed_by_request() -> None:
    deck = [card.id for card in the_cards("pocket-cards")]
    cards = the_library().cards.values()

    assert sorted(deck) == sorted(card.id for card in cards if "not-a-default" not in card.tags)


def test_a_deck_for_a_phone_holds_its_cards_in_their_order() -> None:
    cards = [CARDS["slow-walk"], CARDS["calf-raise"]]
    deck = phone_deck(cards, "Two")

    assert (deck.layout, deck.size, deck.title) == ("phone", None, "Two")
    assert list(cards_of(deck, CARDS)) == cards
