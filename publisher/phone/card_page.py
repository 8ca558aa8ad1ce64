"""One card: picture, dose, steps, stop-if; and whatever else the author says, in the order of need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.phone.card_picture import card_picture
from publisher.phone.dose_strip import dose_strip
from publisher.phone.frame import HELP, Page
from publisher.phone.help_page import call_button
from publisher.phone.kit import look_of
from publisher.phone.links import file_of_deck, page_name
from publisher.phone.markup import Markup, data, joined, tag, unbroken
from publisher.phone.player import PLAYER_SCRIPTS, launcher
from publisher.phone.sessions import session_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.card import Card, Step
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Child
    from publisher.problems import Phrase


def file_of(card: Card) -> str:
    """The name of its page: the one to which the code on the printed card leads."""
    return page_name(str(card.id))


def card_page(card: Card, kit: Kit) -> Page:
    """The page of one card; one that has a dose can be followed along."""
    body, scripts = [article(card, kit, 1, lead=True), onward(card, kit)], ["movement.js"]
    if isinstance(card.body, Movement):
        body += [data("session", session_data([card], str(card.title), f"card-{card.id}", kit))]
        scripts = [*PLAYER_SCRIPTS]
    return Page(file_of(card), str(card.title), joined(body), tuple(scripts), look_of(card.group), light=True)


def article(card: Card, kit: Kit, level: int, *, lead: bool = False) -> Markup:
    """All that a card says, under a heading of this level. `lead` lets it be followed along."""
    moves = isinstance(card.body, Movement)
    head = tag(
        "div",
        tag("div", tag(f"h{level}", card.title), tag("p", card.purpose, class_="purpose")),
        kit.badge(card),
        class_="head",
    )
    dose = dose_strip(card.body.dose, kit) if isinstance(card.body, Movement) else None
    start = launcher(kit, str(card.title)) if lead and moves else None
    ground = tag("div", card_picture(card, kit), dose, start, class_="ground")
    return tag(
        "article",
        head,
        ground,
        tag("div", _said(card, kit, f"h{level + 1}"), class_="says"),
        _stop(card, kit),
        _saves(card, kit),
        _proof(card, kit),
        id=f"card-{card.id}",
        class_=f"card {look_of(card.group)}",
    )


def onward(card: Card, kit: Kit) -> Markup:
    """Where a reader may go from a card: the cards beside it in its group, and the decks that hold it."""
    group = sorted((one for one in kit.library.cards.values() if one.group is card.group), key=lambda one: one.number)
    place = next(at for at, one in enumerate(group) if one.id == card.id)
    near = [("before", one) for one in group[max(place - 1, 0) : place]]
    near += [("after", one) for one in group[place + 1 : place + 2]]
    cards = [
        tag("a", tag("span", kit.say(f"phone.card.{way}")), " ", tag("b", one.title), href=file_of(one), class_=way)
        for way, one in near
    ]
    decks = [
        tag("li", tag("a", unbroken(deck.title), href=file_of_deck(deck)))
        for deck in kit.decks()
        if deck.session and any(one.id == card.id for one in cards_of(deck, kit.library.cards))
    ]
    return tag(
        "nav",
        [tag("h2", kit.say("phone.card.within")), tag("ul", decks)] if decks else None,
        tag("div", cards, class_="near") if cards else None,
        aria_label=kit.say("phone.card.onward"),
        class_=f"onward {look_of(card.group)}",
    )


def _said(card: Card, kit: Kit, heading: str) -> Child:
    """What a card says below its title and purpose, which a phone shows with it: so nothing is told twice."""
    match card.body:
        case Movement():
            return _movement(card.body, kit, heading)
        case FormCue():
            return _cue(card.body, str(card.title), kit, heading)
        case FormFault():
            return _fault(card.body, kit, heading)
        case Explanation():
            return _explanation(card.body, kit)
        case WarningSign():
            return _sign(card.body, str(card.purpose), kit, heading)
        case Advice():
            return _advice(card.body, kit, heading)


def _movement(body: Movement, kit: Kit, heading: str) -> Child:
    say = kit.words.say
    checks = [
        (say("card.feel"), body.feel, "feel"),
        (say("card.not_feel"), body.not_feel, "not"),
        (say("card.breathe"), body.breathing, "breath"),
        *((fault.see, fault.fix, "fix") for fault in body.faults),
        *((say("card.precaution"), text, "warn") for text in body.precautions),
    ]
    start = tag("p", kit.icon("start"), tag("b", say("card.start")), " ", body.start, class_="note")
    return [
        tag("p", body.cue, class_="cue"),
        tag(heading, kit.say("phone.card.steps")),
        start,
        _steps(body.steps),
        _part(kit, heading, "check", [_note(kit, label, text, sign) for label, text, sign in checks if text]),
        _part(kit, heading, "change", _changes(body, kit)),
    ]


def _part(kit: Kit, heading: str, name: str, notes: Sequence[Markup]) -> Child:
    return [tag(heading, kit.say(f"phone.card.{name}")), *notes] if notes else None


def _changes(body: Movement, kit: Kit) -> list[Markup]:
    """Forms that ask for less or more, each with a way to the card that shows it."""
    say = kit.words.say
    found = [
        _note(kit, say(f"card.{name}"), form.text, name, _to_card(form.card, kit))
        for name, form in (("easier", body.easier), ("harder", body.harder))
        if form
    ]
    return [*found, _note(kit, say("card.move_on"), body.move_on, "move-on")] if body.move_on else found


def _to_card(name: Phrase | None, kit: Kit) -> Child:
    """A way to another card, where it is there; in a single file it may not be."""
    if name is None or kit.single or name not in kit.library.cards:
        return None
    return [" ", tag("a", kit.library.cards[name].title, href=page_name(str(name)), class_="way")]


def _cue(body: FormCue, title: str, kit: Kit, heading: str) -> Child:
    say = kit.words.say
    return [
        tag("p", body.cue, class_="cue") if body.cue.casefold() != title.casefold() else None,
        _note(kit, kit.say("phone.card.yes"), body.right, "tick"),
        _note(kit, kit.say("phone.card.no"), body.wrong, "cross"),
        _note(kit, say("card.why"), body.why, "why"),
        tag(heading, kit.say("phone.card.steps")),
        _steps(body.steps),
        _note(kit, say("card.feel"), body.feel, "feel"),
        [_note(kit, fault.see, fault.fix, "fix") for fault in body.faults],
    ]


def _fault(body: FormFault, kit: Kit, heading: str) -> Child:
    say = kit.words.say
    return [
        _note(kit, kit.say("phone.card.no"), body.wrong, "cross"),
        _note(kit, say("card.instead"), body.instead, "tick"),
        tag(heading, say("card.looks_like")),
        _list(body.signs),
        _note(kit, say("card.why"), body.why, "why"),
        tag(heading, kit.say("phone.card.steps")),
        _steps(body.steps),
    ]


def _explanation(body: Explanation, kit: Kit) -> Child:
    return [
        tag("p", " ".join(body.lines), class_="cue"),
        [tag("p", tag("b", point.lead), " ", point.text) for point in body.points],
        tag("p", tag("b", kit.words.say("card.so")), " ", body.so, class_="so"),
    ]


def _sign(body: WarningSign, purpose: str, kit: Kit, heading: str) -> Child:
    tier, say = body.tier, kit.words.say
    why = body.why.removeprefix(purpose).strip() or body.why
    emergency = tier.value == "emergency"
    return [
        tag(
            "div",
            tag("p", kit.words.tier(tier, "action"), class_="act"),
            call_button(kit) if emergency else None,
            class_=f"tier t-{tier.value}",
        ),
        tag(heading, say("card.seen")),
        _list(body.signs),
        _note(kit, say("card.why"), why, "why"),
        _note(kit, say("card.say"), body.say, "phone") if body.say else None,
        tag("p", kit.words.tier(tier, "follow")),
        tag("p", tag("a", kit.say("phone.card.see_signs"), href=_help(kit)), class_="see"),
    ]


def _advice(body: Advice, kit: Kit, heading: str) -> Child:
    say = kit.words.say
    return [
        tag("p", " ".join(body.lines), class_="cue"),
        [tag(heading, say("card.do")), _list(body.do)] if body.do else None,
        [tag(heading, say("card.do_not")), _list(body.do_not)] if body.do_not else None,
        _note(kit, say("card.why"), body.why, "why"),
    ]


def _steps(steps: Sequence[Step]) -> Markup:
    return tag("ol", [tag("li", step.text) for step in steps], class_="steps")


def _list(items: Iterable[Phrase]) -> Markup:
    return tag("ul", [tag("li", item) for item in items])


def _note(kit: Kit, label: str, text: str, sign: str, way: Child = None) -> Markup:
    return tag("p", kit.icon(sign), tag("b", label), " ", text, way, class_="note")


def _stop(card: Card, kit: Kit) -> Markup | None:
    """When to stop, and that some signs cannot wait; cards of signs say it in full."""
    reasons = getattr(card.body, "stop_if", ())
    if not reasons:
        return None
    say = kit.words.say
    return tag(
        "section",
        tag("p", kit.icon("stop"), tag("b", say("card.stop_if")), " ", kit.words.stop_if(reasons), class_="note"),
        tag("p", tag("b", say("card.alarm"))),
        _to_help(kit),
        class_="stop",
    )


def _to_help(kit: Kit) -> Markup:
    return tag("a", kit.words.say("card.get_help"), href=_help(kit))


def _help(kit: Kit) -> str:
    return "#help" if kit.single else HELP


def _saves(card: Card, kit: Kit) -> Markup | None:
    """The card as files to keep or to send, each with its weight; a page keeps none of them by itself."""
    links = [
        tag(
            "li",
            tag(
                "a",
                kit.say(f"phone.save.{one.kind}", n=max(1, round(one.size / 1000))),
                href=one.file,
                download=one.file.rpartition("/")[2],
            ),
        )
        for one in kit.saves.cards.get(str(card.id), ())
    ]
    return tag("ul", links, class_="saves") if links else None


def _proof(card: Card, kit: Kit) -> Markup:
    """How sure we are, who signed it, and what else it is called."""
    sources = [kit.library.sources[key].short for key in card.evidence.sources]
    proof = kit.words.evidence(card.evidence.level, sources)
    called = kit.say("phone.card.also", names=kit.words.listed([str(name) for name in card.also_called]))
    return tag(
        "footer",
        tag("p", kit.words.needs(card)) if card.position else None,
        tag("p", called) if card.also_called else None,
        tag("p", kit.say("phone.card.proof", level=proof)),
        tag("p", kit.words.review(card.review)),
        class_="proof",
    )
