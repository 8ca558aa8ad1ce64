"""A deck: what is in it, how long it takes, and its cards, each a tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.phone.card_page import file_of
from publisher.phone.card_picture import card_picture, film_stand_in, thumbnail
from publisher.phone.frame import Page
from publisher.phone.kit import look_of
from publisher.phone.links import file_of_deck
from publisher.phone.markup import Markup, data, joined, tag, unbroken
from publisher.phone.player import PLAYER_SCRIPTS, launcher
from publisher.phone.sessions import session_data
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.phone.kit import Kit


def deck_page(deck: Publication, kit: Kit) -> Page:
    """A session in its order, to be followed along; any other deck as a list that leads to its cards."""
    cards = cards_of(deck, kit.library.cards)
    head = deck_head(deck, cards, kit)
    title = str(deck.title)
    if not deck.session:
        body = joined([head, tag("h2", kit.say("phone.deck.cards")), card_list(cards, kit)])
        return Page(file_of_deck(deck), title, body)
    lines = [
        tag("p", unbroken(kit.words.dose_line(card.body.dose)), class_="how-much")
        if isinstance(card.body, Movement)
        else None
        for card in cards
    ]
    whole = [
        head,
        tag("h2", kit.say("phone.deck.in_order")),
        in_order(cards, lines, kit),
        start_bar(kit, title) if _moves(cards) else None,
        leading(deck, cards, kit),
    ]
    return Page(file_of_deck(deck), title, joined(whole), PLAYER_SCRIPTS)


def _moves(cards: Sequence[Card]) -> bool:
    return any(isinstance(card.body, Movement) for card in cards)


def in_order(cards: Sequence[Card], doses: Sequence[Markup | None], kit: Kit) -> Markup:
    """The cards of a session with small pictures, each with its dose here and a way to the whole card."""
    return tag("ol", [_row(card, dose, kit) for card, dose in zip(cards, doses, strict=True)], class_="cards dosed")


def _row(card: Card, dose: Markup | None, kit: Kit) -> Markup:
    """What a session shows of a card on its way through stands hidden: the card itself is a tap away."""
    shown = (film_stand_in(card, kit) or card_picture(card, kit)) if isinstance(card.body, Movement) else None
    return tag(
        "li",
        card_link(card, kit, thumbnail(card, kit)),
        dose,
        tag("div", shown, hidden=True) if shown else None,
        id=f"card-{card.id}",
        class_=look_of(card.group),
    )


def start_bar(kit: Kit, title: str) -> Markup:
    """The button that begins, in reach wherever a reader is in the list."""
    return tag("div", launcher(kit, title), class_="start-bar")


def leading(deck: Publication, cards: Sequence[Card], kit: Kit) -> Markup:
    """The session as the player reads it."""
    return data("session", session_data(cards, str(deck.title), f"deck-{deck.id}", kit))


def deck_head(deck: Publication, cards: Sequence[Card], kit: Kit) -> Markup:
    """Title and facts, and in a single file the button that begins: what follows it is long there."""
    return tag(
        "div",
        tag("h1", unbroken(deck.title)),
        tag("p", deck.subtitle, class_="purpose") if deck.subtitle else None,
        tag("p", facts(cards, kit), class_="facts"),
        launcher(kit, str(deck.title)) if kit.single and deck.session and _moves(cards) else None,
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


def card_link(card: Card, kit: Kit, sign: Markup | None = None) -> Markup:
    """The badge of a card or another sign, its title and its minutes."""
    minutes = minutes_of([card])
    time = tag("span", kit.say("phone.minutes", n=minutes), class_="time") if minutes else None
    return tag(
        "a",
        sign or kit.badge(card),
        tag("span", card.title, class_="name"),
        " ",
        time,
        href=file_of(card),
        class_=look_of(card.group),
    )
