"""A session of a plan as it is in some weeks: its cards in their order, each with the dose that it has grown to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.phone.deck_page import in_order, start_bar
from publisher.phone.dose_strip import dose_strip
from publisher.phone.frame import Page
from publisher.phone.kit import look_of
from publisher.phone.markup import data, joined, tag, unbroken
from publisher.phone.player import PLAYER_SCRIPTS
from publisher.phone.sessions import session_data
from publisher.plan_words import weeks_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.card import Card
    from publisher.model.plan import Plan
    from publisher.phone.kit import Kit
    from publisher.plans import Course, Schedule, Stage


class Grown(NamedTuple):
    """A session in weeks in which it stays the same: its cards have the doses of these weeks."""

    plan: Plan
    course: Course
    stage: Stage
    file: str
    cards: tuple[Card, ...]


def grown_sessions(worked: Schedule) -> Iterator[Grown]:
    """The sessions of a plan that have cards, stage by stage; runs have none."""
    for number, course in enumerate(worked.courses, 1):
        for stage in course.stages if course.cards else ():
            file = f"session.{worked.plan.id}-{number}-{stage.weeks.first}.html"
            yield Grown(worked.plan, course, stage, file, _cards(course, stage))


def _cards(course: Course, stage: Stage) -> tuple[Card, ...]:
    """The cards with the doses of the weeks. On which days, and for how long, the plan says."""
    doses = (dose._replace(per_day=None, days_a_week=None, weeks=None, when=None) for dose in stage.doses)
    return tuple(
        replace(card, body=card.body._replace(dose=next(doses))) if isinstance(card.body, Movement) else card
        for card in course.cards
    )


def session_title(grown: Grown, kit: Kit) -> str:
    """What the log calls it."""
    return kit.say(
        "phone.plan.session", name=str(grown.course.session.name), weeks=weeks_said(kit.words, grown.stage.weeks)
    )


def session_page(grown: Grown, kit: Kit) -> Page:
    """The page of one session; it is led through with the doses that stand on it."""
    name, weeks = str(grown.course.session.name), weeks_said(kit.words, grown.stage.weeks)
    moves = any(isinstance(card.body, Movement) for card in grown.cards)
    doses = [dose_strip(card.body.dose, kit) if isinstance(card.body, Movement) else None for card in grown.cards]
    body = [
        tag(
            "div",
            tag("h1", unbroken(name)),
            tag("p", kit.say("phone.plan.of", weeks=weeks, plan=str(grown.plan.title)), class_="purpose"),
            tag("p", _facts(grown, kit), class_="facts"),
            class_="deck-head",
        ),
        tag("h2", kit.say("phone.deck.in_order")),
        in_order(grown.cards, doses, kit),
    ]
    if moves:
        body.append(start_bar(kit, name))
        body.append(data("session", session_data(grown.cards, session_title(grown, kit), grown.file, kit)))
    scripts = PLAYER_SCRIPTS if moves else ()
    return Page(grown.file, name, joined(body), scripts, look_of(grown.course.session.group))


def _facts(grown: Grown, kit: Kit) -> str:
    counted = kit.words.counted(Range(len(grown.cards), len(grown.cards)), "cards")
    return kit.say("phone.deck_facts", cards=counted, minutes=kit.say("phone.minutes", n=grown.stage.minutes))
