"""A plan as a calendar, read back as a phone would."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import icalendar
import pytest

from publisher.phone.calendar import calendar_of
from tests.factories import the_library, the_words
from tests.plans_at_hand import BUILT_IN, the_plan

START, AT = dt.date(2026, 12, 7), dt.time(7, 30)
# What a locked screen must not tell.
HEALTH = re.compile(r"back|pain|spine|stretch|strength|runner|physio|hurt|exercise", re.IGNORECASE)


@cache
def made(name: str = "eight-weeks", start: dt.date = START, at: dt.time | None = AT) -> bytes:
    return calendar_of(the_plan(name), the_library().publications, the_words(), start, at)


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_day_with_something_to_do_is_an_event_on_its_date(name: str) -> None:
    plan = the_plan(name)
    wanted = [
        (START + dt.timedelta(days=7 * (week.number - 1) + place), day.minutes)
        for week in plan.weeks
        for place, day in enumerate(week.days)
        if day.items
    ]
    found = [
        (event.decoded("dtstart").date(), round((event.decoded("dtend") - event.decoded("dtstart")).seconds / 60))
        for event in events(made(name))
    ]

    assert found == wanted


def test_times_are_those_of_wherever_the_phone_is() -> None:
    for event in events(made()):
        begin = event.decoded("dtstart")
        assert (begin.time(), begin.tzinfo) == (AT, None)
    assert b"TZID" not in made()


def test_without_a_time_an_event_is_a_whole_day_that_blocks_nothing() -> None:
    for event in events(made(at=None)):
        begin, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(begin) is dt.date
        assert end - begin == dt.timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"


@pytest.mark.parametrize("name", BUILT_IN)
def test_an_event_tells_its_sessions_minutes_and_decks(name: str) -> None:
    days = [day for week in the_plan(name).weeks for day in week.days if day.items]
    for event, day in zip(events(made(name)), days, strict=True):
        said = str(event["description"])
        for item in day.items:
            assert f"{item.session.name}: {item.minutes} min" in said
            if item.session.deck is not None:
                assert str(the_library().publications[item.session.deck].title) in said


@pytest.mark.parametrize("at", [AT, None])
def test_each_has_one_reminder_and_a_locked_screen_tells_nothing_of_health(at: dt.time | None) -> None:
    for event in events(made(at=at)):
        [alarm] = event.walk("VALARM")
        assert alarm["action"] == "DISPLAY"
        assert not HEALTH.search(str(alarm["description"]))
        assert not HEALTH.search(str(event["summary"]))


def test_names_of_events_are_unique_and_stay_when_the_plan_begins_later() -> None:
    now, later = (events(made(start=start)) for start in (START, dt.date(2027, 1, 4)))
    names = [str(event["uid"]) for event in now]

    assert len(set(names)) == len(names)
    assert names == [str(event["uid"]) for event in later]
    assert later[0].decoded("dtstamp") > now[0].decoded("dtstamp")


def test_the_same_plan_gives_the_same_bytes() -> None:
    again = calendar_of(the_plan("eight-weeks"), the_library().publications, the_words(), START, AT)

    assert again == made()


def test_it_says_nothing_of_a_person() -> None:
    assert not re.search(rb"ORGANIZER|ATTENDEE|CONTACT|LOCATION|GEO|URL", made())


def test_lines_are_as_long_as_the_format_allows() -> None:
    lines = made().split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert made().endswith(b"END:VCALENDAR\r\n")


def test_a_plan_may_begin_on_any_day() -> None:
    thursday = dt.date(2026, 12, 10)

    assert events(made(start=thursday))[0].decoded("dtstart").date() == thursday
