"""Whether what a plan names exists and takes time, and which cards a publication of a plan has."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from publisher.library.spelling import did_you_mean, listed
from publisher.model.card import Movement
from publisher.plans import GROWING, can_grow, schedule
from publisher.problems import InputError, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from publisher.model.library import Library
    from publisher.model.plan import Plan, Session
    from publisher.model.publication import Publication
    from publisher.plans import Course, Schedule


def of_plans(
    plans: Iterable[Plan], decks: Collection[str], cards: Collection[str], sources: Collection[str] | None
) -> Iterator[Problem]:
    """Decks, cards and sources that a plan names and nobody has written; None for sources that could not be read."""
    for plan in plans:
        for key in plan.evidence.sources:
            if sources is not None and key not in sources:
                hint = f"{did_you_mean(key, sources)}`surefoot list sources` shows what there is."
                yield Problem("unknown-source", f"no source has the key `{key}`.", hint, place_of(key), len(key))
        for session in plan.sessions:
            yield from _of_session(session, decks, cards)


def _of_session(session: Session, decks: Collection[str], cards: Collection[str]) -> Iterator[Problem]:
    deck = session.deck
    if deck is not None and deck not in decks:
        hint = f"{did_you_mean(deck, decks)}`surefoot list publications` shows what there is."
        sentence = f"there is no publication called `{deck}` to take as the deck of this session."
        yield Problem("unknown-deck", sentence, hint, deck.place, len(deck))
    for name in session.cards:
        if name not in cards:
            hint = f"{did_you_mean(name, cards)}`surefoot list cards` shows what there is."
            yield Problem("unknown-card", f"there is no card called `{name}`.", hint, name.place, len(name))


def of_publications(publications: Iterable[Publication], plans: Collection[str]) -> Iterator[Problem]:
    """Plans that a publication names and nobody has written."""
    for publication in publications:
        name = publication.plan
        if name is not None and name not in plans:
            hint = f"{did_you_mean(name, plans)}`surefoot list plans` shows what there is."
            yield Problem("unknown-plan", f"there is no plan called `{name}`.", hint, name.place, len(name))


def worked_out(library: Library) -> Library:
    """The library with the cards of its plans in the publications that print them.

    Raises every session that takes no time, every growth without room, and every run that leads down for longer than it
    lasts.
    """
    found = {name: schedule(plan, library.publications, library.cards) for name, plan in library.plans.items()}
    problems = [*chain.from_iterable(map(_of_schedule, found.values())), *_circles(library)]
    if problems:
        raise InputError(problems)
    publications = {name: _with_cards(one, found) for name, one in library.publications.items()}
    return library._replace(publications=publications)


def _with_cards(publication: Publication, plans: dict[str, Schedule]) -> Publication:
    if publication.plan is None:
        return publication
    own = [card.id for card in plans[publication.plan].cards]
    return publication._replace(cards=(*own, *(name for name in publication.cards if name not in own)))


def _circles(library: Library) -> Iterator[Problem]:
    """A deck that takes its cards from a plan cannot be a session of one."""
    for plan in library.plans.values():
        for session in plan.sessions:
            deck = session.deck
            if deck is not None and library.publications[deck].plan is not None:
                sentence = f"`{deck}` takes its cards from a plan itself, so it cannot be a session of one."
                hint = "Name a deck that lists or selects its cards."
                yield Problem("unknown-deck", sentence, hint, deck.place, len(deck))


def _of_schedule(plan: Schedule) -> Iterator[Problem]:
    for course in plan.courses:
        yield from _without_minutes(course, plan)
        yield from _without_room(course)
        yield from _more_down_than_there_is(course, plan)


def _without_minutes(course: Course, plan: Schedule) -> Iterator[Problem]:
    name = course.session.name
    if course.session.deck is not None and not course.cards:
        return  # said as a circle, or where the deck is made
    days = [day for week in plan.weeks for day in week.days]
    if any(item.session is course.session and not item.minutes for day in days for item in day.items):
        sentence, hint = (
            f"`{name}` takes 0 minutes: none of its cards has a dose.",
            "Take cards that are done, not read.",
        )
        if course.session.run is not None:
            sentence, hint = f"`{name}` takes 0 minutes.", "Write how long it lasts, such as `minutes: 30`."
        yield Problem("session-without-minutes", sentence, hint, name.place, len(name))


def _without_room(course: Course) -> Iterator[Problem]:
    grows, name = course.session.grows, course.session.name
    doses = [card.body.dose for card in course.cards if isinstance(card.body, Movement)]
    for part in GROWING if grows is not None else ():
        step = getattr(grows, part)
        if step is not None and not any(can_grow(dose, part, step) for dose in doses):
            sentence = f"`{name}` grows in {part}, and none of its cards gives {part} as a range to grow in."
            ranged = [other for other in GROWING if any(_has_range(dose, other) for dose in doses)]
            hint = f"These have ranges: {listed(ranged, 'and')}." if ranged else "Take `grows` out of this session."
            yield Problem("growth-without-room", sentence, hint, name.place, len(name))


def _has_range(dose: object, part: str) -> bool:
    span = getattr(dose, part)
    return span is not None and not span.is_single


def _more_down_than_there_is(course: Course, plan: Schedule) -> Iterator[Problem]:
    name = course.session.name
    for week in plan.weeks:
        items = [item for day in week.days for item in day.items if item.session is course.session]
        if items and items[0].downhill > items[0].minutes > 0:
            sentence = (
                f"in week {week.number}, `{name}` leads down for {items[0].downhill} minutes "
                f"and lasts {items[0].minutes} in all."
            )
            yield Problem(
                "more-down-than-run",
                sentence,
                "Make `minutes` longer, or give `downhill` a lower `most`.",
                name.place,
                len(name),
            )
            return
