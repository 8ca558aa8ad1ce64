"""The first page: sessions to do, cards to find, and all else one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Group, Position
from publisher.phone.deck_page import card_link, facts, file_of_deck
from publisher.phone.frame import CHEAT, INDEX, LOG, STEPS, Page
from publisher.phone.markup import Markup, data, joined, tag
from publisher.phone.plan_page import file_of_plan
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.phone.kit import Kit

# Minutes that a card may take, to choose from.
UP_TO = (2, 5, 10)
SECTIONS = ("sessions", "tools", "decks", "find")


def find_page(kit: Kit) -> Page:
    """The page that opens."""
    decks = kit.decks()
    sessions = [deck for deck in decks if deck.session]
    others = [deck for deck in decks if not deck.session]
    body = [
        tag("h1", kit.say("phone.tagline")),
        _reviewed(kit),
        _jumps(kit),
        _section(kit, "sessions", tag("ul", [_deck(deck, kit, "timer") for deck in sessions], class_="tiles")),
        _section(kit, "tools", tag("ul", _tools(kit), class_="tiles")),
        _section(kit, "decks", tag("ul", [_deck(deck, kit) for deck in others], class_="tiles")),
        _section(kit, "find", _finder(kit)),
    ]
    return Page(INDEX, kit.say("phone.name"), joined(body), ("find.js",))


def _reviewed(kit: Kit) -> Markup | None:
    """That no clinician has signed these cards, where that is so of any."""
    signed = all(card.review.holds for card in kit.library.cards.values())
    return None if signed else tag("p", kit.say("review.awaited"), class_="facts")


def _section(kit: Kit, name: str, body: Markup) -> Markup:
    heading = tag("h2", kit.say(f"phone.sections.{name}"), id=f"in-{name}")
    return tag("section", heading, body, aria_labelledby=f"in-{name}", class_=f"in-{name}")


def _jumps(kit: Kit) -> Markup:
    """The parts of the page, for those who know what they want."""
    links = [tag("li", tag("a", kit.say(f"phone.sections.{name}"), href=f"#in-{name}")) for name in SECTIONS]
    return tag("nav", tag("ul", links, class_="jumps"), aria_label=kit.say("phone.jumps"))


def _deck(deck: Publication, kit: Kit, sign: str = "") -> Markup:
    said = facts(cards_of(deck, kit.library.cards), kit)
    return _tile(file_of_deck(deck), str(deck.title), said, kit.icon(sign) if sign else None)


def _tile(file: str, title: str, said: str, sign: Markup | None = None) -> Markup:
    return tag("li", tag("a", sign, tag("b", title), " ", tag("span", said), href=file))


def _tools(kit: Kit) -> list[Markup]:
    return [
        _tile(CHEAT, kit.say("phone.cheat"), kit.say("phone.cheat_says")),
        *(
            _tile(file_of_plan(plan), str(plan.title), kit.say("phone.plan_says"))
            for plan in kit.library.plans.values()
        ),
        _tile(STEPS, kit.say("phone.steps"), kit.say("phone.steps_says")),
        _tile(LOG, kit.say("phone.log"), kit.say("phone.log_says")),
        *_booklet(kit),
    ]


def _booklet(kit: Kit) -> list[Markup]:
    one = kit.saves.booklet
    if one is None:
        return []
    return [_tile(one.file, kit.say("phone.save.booklet"), kit.say("phone.save.pdf", n=f"{one.size / 1_000_000:.1f}"))]


def _finder(kit: Kit) -> Markup:
    cards = list(kit.library.cards.values())
    words = {name: kit.words.say(f"phone.find.{name}") for name in ("found", "found_one", "found_none")}
    groups = [_group(group, [card for card in cards if card.group is group], kit) for group in Group]
    return tag(
        "div",
        tag("noscript", tag("p", kit.say("phone.no_script"))),
        _form(cards, kit),
        tag("p", role="status", data_found=True, class_="found"),
        groups,
        data("find-words", words),
    )


def _group(group: Group, cards: Sequence[Card], kit: Kit) -> Markup | None:
    if not cards:
        return None
    listed = tag("ul", [_card(card, kit) for card in cards], class_="cards")
    return tag("section", tag("h3", kit.words.group(group)), listed, data_group_of=group.value)


def _card(card: Card, kit: Kit) -> Markup:
    """A link, and what it can be found by."""
    named = " ".join([card.title, *card.also_called, *card.tags, card.purpose, kit.words.number_of(card)])
    return tag(
        "li",
        card_link(card, kit),
        data_name=named.casefold(),
        data_group=card.group.value,
        data_position=card.position.value if card.position else "",
        data_things="|".join(_things(card)),
        data_minutes=minutes_of([card]),
        data_done=bool(minutes_of([card])),
    )


def _things(card: Card) -> list[str]:
    return [thing.partition(",")[0] for thing in card.equipment]


def _form(cards: Sequence[Card], kit: Kit) -> Markup:
    say = kit.say
    things = sorted({thing for card in cards for thing in _things(card)})
    used = [position for position in Position if any(card.position is position for card in cards)]
    choices = [
        _choice(kit, "group", ((group.value, kit.words.group(group)) for group in Group)),
        _choice(kit, "things", [("-", say("phone.find.nothing")), *((thing, thing) for thing in things)]),
        _choice(kit, "position", ((one.value, kit.words.say(f"positions.{one.value}")) for one in used)),
        _choice(kit, "minutes", ((str(n), say("phone.find.up_to", n=n)) for n in UP_TO)),
    ]
    return tag(
        "form",
        tag(
            "label",
            say("phone.find.name"),
            " ",
            tag("span", say("phone.find.name_hint"), class_="hint"),
            for_="find-name",
        ),
        tag("input", type="search", id="find-name", name="name", autocomplete="off", enterkeyhint="search"),
        tag("details", tag("summary", say("phone.find.filters")), tag("div", choices, class_="choices")),
        tag("button", say("phone.find.clear"), type="reset", class_="quiet"),
        role="search",
        class_="finder",
        hidden=True,
    )


def _choice(kit: Kit, name: str, options: Iterable[tuple[str, str]]) -> Markup:
    listed = [
        tag("option", kit.say("phone.find.any"), value=""),
        *(tag("option", text, value=key) for key, text in options),
    ]
    return tag(
        "p",
        tag("label", kit.say(f"phone.find.{name}"), for_=f"find-{name}"),
        tag("select", listed, id=f"find-{name}", name=name),
    )
