"""A plan as a calendar (RFC 5545): an event for each day on which there is something to do, with a reminder.

Nothing in it is about a person, and what a locked screen may show says nothing of health. Times are floating: 7:30 is
7:30 wherever the phone is. The same plan from the same day gives the same bytes; a later start moves the same events.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icalendar import Alarm, Calendar, Event

    from publisher.model.publication import Publication
    from publisher.plans import Daily, Item, Schedule, Week
    from publisher.words import Words

# Before a session that has a time; and on a day that has none, after midnight.
AHEAD, MORNING = dt.timedelta(minutes=-10), dt.timedelta(hours=8)


def calendar_of(
    plan: Schedule, decks: Mapping[str, Publication], words: Words, start: dt.date, at: dt.time | None = None
) -> bytes:
    """The calendar of a plan that begins on a day: the plan's Monday falls on `start`, whichever day that is."""
    from icalendar import Calendar  # noqa: PLC0415  # an extra; few people want it

    found = Calendar()
    found.add("prodid", "-//Surefoot//Surefoot//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    for event in _events(plan, decks, words, start, at):
        found.add_component(event)
    return _bytes(found)


def _bytes(found: Calendar) -> bytes:
    content: bytes = found.to_ical(sorted=False)
    return content


def _events(
    plan: Schedule, decks: Mapping[str, Publication], words: Words, start: dt.date, at: dt.time | None
) -> Iterator[Event]:
    for week in plan.weeks:
        for place, day in enumerate(week.days):
            if day.items:
                on = start + dt.timedelta(days=7 * (week.number - 1) + place)
                said = "\n".join(_said(item, decks, words) for item in day.items)
                yield _event(_uid(plan, week, day), _title(week, day, words), said, _when(on, day, at), words, start)


def _uid(plan: Schedule, week: Week, day: Daily) -> str:
    """The same for the same day of the same plan, whenever it begins."""
    return f"{plan.plan.id}-week-{week.number}-{day.day.value}@surefoot"


def _title(week: Week, day: Daily, words: Words) -> str:
    return words.say("calendar.event", week=week.number, minutes=words.say("plan.minutes", n=day.minutes))


def _said(item: Item, decks: Mapping[str, Publication], words: Words) -> str:
    """A session with its minutes and its deck."""
    minutes = words.say("plan.minutes", n=item.minutes)
    if item.downhill:
        minutes = words.say("calendar.downhill", minutes=minutes, n=item.downhill)
    said = words.say("plan.in_order", name=item.session.name, numbers=minutes)
    deck = item.session.deck
    if deck is None or deck not in decks:
        return said
    return f"{said}\n{words.say('calendar.deck', title=decks[deck].title)}"


def _when(on: dt.date, day: Daily, at: dt.time | None) -> tuple[dt.date, dt.date]:
    """Begin and end: the whole day, or its minutes from a time of day on."""
    if at is None:
        return on, on + dt.timedelta(days=1)
    begin = dt.datetime.combine(on, at)
    return begin, begin + dt.timedelta(minutes=day.minutes)


def _event(uid: str, title: str, said: str, when: tuple[dt.date, dt.date], words: Words, start: dt.date) -> Event:
    from icalendar import Event  # noqa: PLC0415

    begin, end = when
    event = Event()
    event.add("uid", uid)
    # The day the plan begins, so that the same plan gives the same bytes, and a later start counts as newer.
    event.add("dtstamp", dt.datetime.combine(start, dt.time(), dt.UTC))
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("summary", title)
    event.add("description", said)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if isinstance(begin, dt.datetime) else "TRANSPARENT")
    event.add_component(_alarm(words, AHEAD if isinstance(begin, dt.datetime) else MORNING))
    return event


def _alarm(words: Words, trigger: dt.timedelta) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger)
    alarm.add("description", words.say("calendar.alarm"))
    return alarm
