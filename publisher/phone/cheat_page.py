"""The cheat sheet on a phone: the cues one below the other, why it hurts, the day of the hill, when to get help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Advice, Explanation, FormCue
from publisher.phone.card_page import file_of
from publisher.phone.card_picture import card_picture
from publisher.phone.frame import CHEAT, HELP, STEPS, Page
from publisher.phone.kit import look_of
from publisher.phone.markup import Markup, joined, tag

if TYPE_CHECKING:
    from publisher.model.card import Card
    from publisher.phone.kit import Kit


def cheat_page(kit: Kit) -> Page:
    """What the sheet of the library says, else all cues."""
    sheet = next((one for one in kit.library.publications.values() if one.layout == "cheat-sheet"), None)
    cards = cards_of(sheet, kit.library.cards) if sheet else tuple(kit.library.cards.values())
    title = str(sheet.title) if sheet else kit.say("phone.cheat")
    body = [
        tag("h1", title),
        tag("p", sheet.subtitle, class_="purpose") if sheet and sheet.subtitle else None,
        tag("ol", [_cue(card, card.body, kit) for card in cards if isinstance(card.body, FormCue)], class_="cues"),
        _why(cards, kit),
        _day(cards, kit),
        tag("p", tag("a", kit.say("phone.steps"), href=STEPS, class_="go"), class_="row"),
        tag("p", tag("a", kit.say("phone.help"), href=HELP, class_="halt"), class_="row"),
    ]
    return Page(CHEAT, kit.say("phone.cheat"), joined(body), (), look_of(next(iter(cards)).group) if cards else "")


def _cue(card: Card, cue: FormCue, kit: Kit) -> Markup:
    return tag(
        "li",
        tag("h2", tag("a", cue.cue, href=file_of(card))),
        card_picture(card, kit),
        tag("p", kit.icon("tick"), tag("b", cue.right), class_="note"),
        tag("p", kit.icon("cross"), cue.wrong, class_="note"),
        class_=look_of(card.group),
    )


def _why(cards: tuple[Card, ...], kit: Kit) -> Markup | None:
    whys = [(card, card.body) for card in cards if isinstance(card.body, Explanation)]
    if not whys:
        return None
    listed = [tag("li", " ".join(body.lines), " ", tag("a", card.title, href=file_of(card))) for card, body in whys]
    return tag("section", tag("h2", kit.words.say("cheat_sheet.why")), tag("ul", listed), class_="plain")


def _day(cards: tuple[Card, ...], kit: Kit) -> Markup | None:
    """Before, during and after: the lines of the advice of the day."""
    day = next((card.body for card in cards if isinstance(card.body, Advice)), None)
    if day is None:
        return None
    heads = [kit.words.say(f"cheat_sheet.{name}") for name in ("before", "during", "after")]
    lines = [
        tag("p", tag("b", head), " ", line.removeprefix(head).strip())
        for head, line in zip(heads, day.lines, strict=False)
    ]
    return tag("section", lines, class_="plain")
