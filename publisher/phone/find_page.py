"""All cards in one list, to be searched by name, group, things, position and minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Group, Position
from publisher.phone.deck_page import card_link
from publisher.phone.frame import FIND, Page
from publisher.phone.markup import Markup, data, joined, tag
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.card import Card
    from publisher.phone.kit import Kit

# Minutes that a card may take, to choose from.
UP_TO = (2, 5, 10)
# What hurts is looked up on the page of the warning signs; who browses here looks for something to do.
_GROUPS = sorted(Group, key=lambda group: group is Group.WARNING)


def find_page(kit: Kit) -> Page:
    """The page that lists all cards and searches them."""
    body = [
        tag("h1", kit.say("phone.sections.find")),
        _finder(kit),
    ]
    return Page(FIND, kit.say("phone.sections.find"), joined(body), ("find.js",))


def _finder(kit: Kit) -> Markup:
    cards = list(kit.library.cards.values())
    words = {name: kit.words.say(f"phone.find.{name}") for name in ("found", "found_one", "found_none")}
    groups = [_group(group, [card for card in cards if card.group is group], kit) for group in _GROUPS]
    return tag(
        "div",
        tag("noscript", tag("p", kit.say("phone.no_script"))),
        _form(cards, kit),
        tag("div", groups, data_groups=True),
        data("find-words", words),
    )


def _group(group: Group, cards: Sequence[Card], kit: Kit) -> Markup | None:
    if not cards:
        return None
    listed = tag("ul", [_card(card, kit) for card in cards], class_="cards")
    return tag("section", tag("h2", kit.words.group(group)), listed, data_group_of=group.value)


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
        tag("p", role="status", data_found=True, class_="found"),
        tag("details", tag("summary", say("phone.find.filters")), tag("div", choices, class_="choices")),
        tag("button", say("phone.find.clear"), type="reset", class_="quiet", hidden=True),
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
