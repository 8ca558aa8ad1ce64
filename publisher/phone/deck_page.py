"""A deck: what is in it, how long it takes, and its cards: whole where they are done one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.phone.card_page import article, file_of
from publisher.phone.frame import Page
from publisher.phone.kit import look_of
from publisher.phone.markup import Markup, data, joined, tag
from publisher.phone.player import PLAYER_SCRIPTS, launcher
from publisher.phone.sessions import session_data
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.phone.kit import Kit


def file_of_deck(deck: Publication) -> str:
    """The name of its page."""
    return f"deck.{deck.id}.html"


def deck_page(deck: Publication, kit: Kit) -> Page:
    """A session with its whole cards, to be followed along; any other deck as a list that leads to its cards."""
    cards = cards_of(deck, kit.library.cards)
    head = deck_head(deck, cards, kit)
    title = str(deck.title)
    if not deck.session:
        body = joined([head, tag("h2", kit.say("phone.deck.cards")), card_list(cards, kit)])
        return Page(file_of_deck(deck), title, body)
    whole = [
        head,
        tag("h2", kit.say("phone.deck.in_order")),
        [article(card, kit, 3) for card in cards],
        leading(deck, cards, kit),
    ]
    return Page(file_of_deck(deck), title, joined(whole), PLAYER_SCRIPTS)


def leading(deck: Publication, cards: Sequence[Card], kit: Kit) -> Markup:
    """The session as the player reads it."""
    return data("session", session_data(cards, str(deck.title), f"deck-{deck.id}", kit))


def deck_head(deck: Publication, cards: Sequence[Card], kit: Kit) -> Markup:
    """Title, facts, and the button that begins where there is something to follow."""
    moves = deck.session and any(isinstance(card.body, Movement) for card in cards)
    return tag(
        "div",
        tag("h1", deck.title),
        tag("p", deck.subtitle, class_="purpose") if deck.subtitle else None,
        tag("p", facts(cards, kit), class_="facts"),
        launcher(kit, str(deck.title)) if moves else None,
        class_="deck-head",
    )


def facts(cards: Sequence[Card], kit: Kit) -> str:
    """How many cards, and the minutes that they print."""
    counted = kit.words.counted(Range(len(cards), len(cards)), "cards")
    minutes = minutes_of(cards)
    return (
        kit.say("phone.deck_facts", cards=counted, minutes=kit.say("phone.minutes", n=minutes)) if minutes else counted
    )


def card_list(cards: Sequence[Card], kit: Kit) -> Markup:
    """Cards in a row, each a link of a finger's height."""
    return tag("ul", [tag("li", card_link(card, kit)) for card in cards], class_="cards")


def card_link(card: Card, kit: Kit) -> Markup:
    """The badge of a card, its title and its minutes."""
    minutes = minutes_of([card])
    time = tag("span", kit.say("phone.minutes", n=minutes), class_="time") if minutes else None
    return tag(
        "a",
        kit.badge(card),
        tag("span", card.title, class_="name"),
        " ",
        time,
        href=file_of(card),
        class_=look_of(card.group),
    )
