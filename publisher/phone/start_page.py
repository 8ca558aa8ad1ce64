"""The first page: where to begin, sessions to do, plans to follow, and all else one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.phone.card_picture import thumbnail
from publisher.phone.deck_page import facts
from publisher.phone.frame import CHEAT, FIND, INDEX, LOG, STEPS, Page
from publisher.phone.links import file_of_deck, file_of_plan
from publisher.phone.markup import Markup, joined, tag, unbroken
from publisher.phone.today import PLAN_SCRIPTS, known, plan_data, today_on_the_first_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.publication import Publication
    from publisher.phone.kit import Kit

# The session for somebody who is new; in a library without it, the first one.
FIRST = "starter"


def start_page(kit: Kit) -> Page:
    """The page that opens."""
    decks = kit.decks()
    sessions = sorted((deck for deck in decks if deck.session), key=lambda deck: deck.id != FIRST)
    others = [deck for deck in decks if not deck.session]
    plans = [
        _tile(file_of_plan(plan), str(plan.title), str(plan.subtitle or kit.say("phone.plan_says")))
        for plan in kit.library.plans.values()
    ]
    body = [
        tag("h1", kit.say("phone.tagline")),
        tag("p", kit.say("review.awaited"), class_="facts") if _unreviewed(kit) else None,
        _jumps(kit, "#in-new" if sessions else None, "#in-plans" if plans else None),
        today_on_the_first_page(kit) if plans else None,
        _section(kit, "new", [_session(deck, kit) for deck in sessions[:1]]),
        _section(kit, "sessions", [_session(deck, kit) for deck in sessions[1:]]),
        _section(kit, "plans", plans),
        _section(kit, "tools", _tools(kit)),
        _more(others, kit),
        plan_data([known(plan, kit) for plan in kit.library.plans.values()], kit) if plans else None,
    ]
    return Page(INDEX, kit.say("phone.name"), joined(body), PLAN_SCRIPTS if plans else ())


def _unreviewed(kit: Kit) -> bool:
    return not all(card.review.holds for card in kit.library.cards.values())


def _section(kit: Kit, name: str, tiles: Sequence[Markup]) -> Markup | None:
    if not tiles:
        return None
    heading = tag("h2", kit.say(f"phone.sections.{name}"), id=f"in-{name}")
    listed = tag("ul", tiles, class_="tiles")
    return tag("section", heading, listed, aria_labelledby=f"in-{name}", class_=f"in-{name}")


def _jumps(kit: Kit, do: str | None, plan: str | None) -> Markup:
    """The four things that people come for."""
    ways = [("do", do), ("find", FIND), ("plan", plan), ("log", LOG)]
    links = [tag("li", tag("a", kit.say(f"phone.ways.{name}"), href=href)) for name, href in ways if href]
    return tag("nav", tag("ul", links, class_="jumps"), aria_label=kit.say("phone.jumps"))


def _session(deck: Publication, kit: Kit) -> Markup:
    """A session with the picture of its first card that has one."""
    cards = cards_of(deck, kit.library.cards)
    shown = next(filter(None, (thumbnail(card, kit) for card in cards)), None)
    said = facts(cards, kit)
    return tag(
        "li",
        tag(
            "a",
            shown,
            tag("span", tag("b", unbroken(deck.title)), " ", tag("span", said), class_="what"),
            href=file_of_deck(deck),
        ),
    )


def _tile(file: str, title: str, said: str) -> Markup:
    return tag("li", tag("a", tag("b", unbroken(title)), " ", tag("span", said), href=file))


def _tools(kit: Kit) -> list[Markup]:
    return [
        _tile(CHEAT, kit.say("phone.cheat"), kit.say("phone.cheat_says")),
        _tile(FIND, kit.say("phone.sections.find"), kit.say("phone.find_says")),
        _tile(STEPS, kit.say("phone.steps"), kit.say("phone.steps_says")),
        _tile(LOG, kit.say("phone.log"), kit.say("phone.log_says")),
        *_booklet(kit),
    ]


def _booklet(kit: Kit) -> list[Markup]:
    one = kit.saves.booklet
    if one is None:
        return []
    return [_tile(one.file, kit.say("phone.save.booklet"), kit.say("phone.save.pdf", n=f"{one.size / 1_000_000:.1f}"))]


def _more(decks: Sequence[Publication], kit: Kit) -> Markup | None:
    """Decks that are not done in one go: there for those who look, folded for all others."""
    if not decks:
        return None
    tiles = [
        _tile(file_of_deck(deck), short_title(deck, decks), facts(cards_of(deck, kit.library.cards), kit))
        for deck in decks
    ]
    return tag(
        "details",
        tag("summary", tag("h2", kit.say("phone.sections.decks"))),
        tag("ul", tiles, class_="tiles"),
        class_="more",
    )


def short_title(deck: Publication, decks: Sequence[Publication]) -> str:
    """The title without what several titles begin with: `Pocket cards: gear` among its like is `Gear`."""
    head, _, rest = str(deck.title).partition(": ")
    alike = [one for one in decks if str(one.title).startswith(f"{head}: ")]
    return rest[:1].upper() + rest[1:] if rest and len(alike) > 1 else str(deck.title)
