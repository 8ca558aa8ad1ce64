"""Cards to tear off: both sides of a page with what a visit came to, then an exercise a card, on perforated stock.

The cards are pocket cards with the dose of one person; their cover has all warning signs. What was said to this person
(side, days, dates, note) stands with the dose; what cards have no room for stands on the page alone. No card bears a
name: it may be lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts import pocket, visit_summary
from layouts.product import Cover, Made, no_handout, without_emergency
from publisher.model.card import Movement, WarningSign
from publisher.problems import Phrase
from publisher.programme_words import times_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.product import Job
    from publisher.model.card import Card
    from publisher.programmes import Exercise
    from publisher.words import Words

# Any card size will do.
ANY_SIZE = True
# How many levels of what is said there are, from all of it to the side alone.
LEVELS = 3


def make(job: Job) -> Made:
    """The page and its back, then the cards with their cover."""
    if job.handout is None:
        return Made(problems=no_handout(job, "tear-off"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    page = visit_summary.make_both(job, job.handout)
    tried = (_cards(job, [_less(exercise, level) for exercise in job.handout.exercises]) for level in range(LEVELS))
    made = next((one for one in tried if not one.problems), None) or _cards(job, job.handout.exercises)
    return made._replace(pages=page.pages, problems=(*page.problems, *made.problems))


def _cards(job: Job, exercises: Sequence[Exercise]) -> Made:
    cards = tuple(_for_one(job.setting.words, exercise) for exercise in exercises)
    cover = Cover(cards, tuple(card for card in job.cards if isinstance(card.body, WarningSign)), session=True)
    return pocket.make(job._replace(cards=cards, cover=cover, handout=None))


def _less(exercise: Exercise, level: int) -> Exercise:
    """Level by level without note and dates, then without the days by name; never without the side."""
    given = exercise.prescribed
    if level:
        given = given._replace(note=None, start=None, stop=None)
    if level > 1:
        given = given._replace(days=())
    return exercise._replace(prescribed=given)


def _for_one(words: Words, exercise: Exercise) -> Card:
    """The card with what was said to this person before what it says of its time."""
    card, own = exercise.card, times_said(words, exercise.prescribed)
    if not own or not isinstance(card.body, Movement):
        return card
    dose = card.body.dose
    when = Phrase(" ".join(filter(None, (own, dose.when))), dose.when.place if dose.when else None)
    days = None if exercise.prescribed.days else dose.days_a_week
    return replace(card, body=card.body._replace(dose=dose._replace(when=when, days_a_week=days)))
