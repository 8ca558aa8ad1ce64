"""A library as a small site: every card, deck and plan a page, all in one flat folder that opens without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.files import Output
from publisher.phone.card_page import card_page
from publisher.phone.cheat_page import cheat_page
from publisher.phone.deck_page import deck_page
from publisher.phone.find_page import find_page
from publisher.phone.frame import document
from publisher.phone.help_page import help_page, tiers
from publisher.phone.kit import Kit, Saves, decks_of
from publisher.phone.log_page import log_page
from publisher.phone.plan_page import plan_pages
from publisher.phone.reel import reel_file
from publisher.phone.single import single_file
from publisher.phone.start_page import start_page
from publisher.phone.static import static_files, worker
from publisher.phone.steps_page import steps_page
from publisher.problems import InputError, Problem, UsageError
from publisher.workshop import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.phone.frame import Page
    from publisher.workshop import Workshop


def site_of(shop: Workshop, saves: Saves | None = None) -> list[Output]:
    """All files of the site."""
    first = shop.library.cards.get("index")
    if first is not None:
        sentence = "no card can be called `index`: that is the first page of the offline page."
        raise InputError([Problem("reserved-id", sentence, "Give it another id.", first.id.place, len(first.id))])
    kit = Kit.of(shop)._replace(saves=saves or Saves())
    pages = [Output(page.name, document(page, kit).encode()) for page in _pages(kit)]
    films = [reel_file(shop.library.cards[name], reel, kit.words) for name, reel in kit.reels.items()]
    files = [*pages, *films, *static_files(kit)]
    return [*files, worker(files)]


def single_of(shop: Workshop, deck: str) -> Output:
    """One deck as one file."""
    decks = {str(one.id): one for one in decks_of(shop.library)}
    if deck not in decks:
        raise UsageError([_no_deck(shop, deck, list(decks))])
    return single_file(decks[deck], Kit.of(shop, cards_of(decks[deck], shop.library.cards)))


def _no_deck(shop: Workshop, name: str, decks: list[str]) -> Problem:
    if name not in shop.library.publications:
        return unknown("publication", name, decks)
    sentence = f"`{name}` is no deck of cards, and only a deck fits into one file."
    return Problem("no-deck", sentence, f"Choose one of {', '.join(decks)}.")


def _pages(kit: Kit) -> Iterator[Page]:
    yield start_page(kit)
    yield find_page(kit)
    yield help_page(kit)
    yield cheat_page(kit)
    yield steps_page(kit)
    yield log_page(kit, tiers(kit, 3))
    yield from (deck_page(deck, kit) for deck in kit.decks())
    for plan in kit.library.plans.values():
        yield from plan_pages(plan, kit)
    yield from (card_page(card, kit) for card in kit.library.cards.values())
