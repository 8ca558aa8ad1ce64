"""A plan for a terminal: its weeks as a table, and what it says as labelled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.reading_card import Line, Part
from publisher.model.plan import Day
from publisher.plan_words import dose_said, minutes_said, only_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.library import Library
    from publisher.plans import Course, Daily, Schedule
    from publisher.words import Words


def table(plan: Schedule, words: Words) -> list[str]:
    """Weeks by days in minutes, and those of the whole week."""
    rows = [["", *(words.say(f"plan.days.{day.value}") for day in Day), words.say("plan.all")]]
    for week in plan.weeks:
        name = words.say("plan.week", n=week.number)
        rows.append([name, *(_cell(day, words) for day in week.days), str(week.minutes)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows]


def _cell(day: Daily, words: Words) -> str:
    if not day.items:
        return words.say("plan.rest" if day.rest else "plan.free")
    return f"{day.minutes} ({day.downhill})" if day.downhill else str(day.minutes)


def parts(plan: Schedule, library: Library, words: Words) -> Iterator[Part]:
    """Sessions with their numbers, the rules, and who stands behind them."""
    own, say = plan.plan, words.say
    if any(day.downhill for week in plan.weeks for day in week.days):
        yield _part("", say("plan.in_brackets"))
    yield from (_session(course, own.weeks, words) for course in plan.courses)
    yield _part(say("plan.how"), *own.how)
    pain = (("carry_on", own.pain.carry_on), ("ease_off", own.pain.ease_off), ("stop", own.pain.stop))
    yield Part(say("plan.pain_short"), tuple(Line(text, say(f"plan.{name}")) for name, text in pain))
    yield _part(say("plan.missed"), own.missed_week)
    if own.after is not None:
        yield _part("", f"{say('plan.after', n=own.weeks)} {own.after}")
    shorts = [str(library.sources[key].short) for key in own.evidence.sources]
    proof = words.evidence(own.evidence.level, ())
    yield _part("", say("plan.sources", proof=proof, sources=say("comma").join(shorts)), words.review(own.review))


def _session(course: Course, last: int, words: Words) -> Part:
    session = course.session
    days = words.say("comma").join(words.say(f"plan.days.{day.value}") for day in session.days)
    when = days if session.weeks is None else f"{days}, {only_in(words, session.weeks, last)}"
    minutes = minutes_said(words, course.minutes)
    return _part(session.name, f"{when}: {minutes}", *_numbers(course, words))


def _numbers(course: Course, words: Words) -> Iterator[str]:
    """Each exercise with its doses; a dose that stays is said once."""
    for row, card in enumerate(course.exercises):
        said: dict[str, int] = {}
        for stage in course.stages:
            said.setdefault(dose_said(words, stage.doses[row]), stage.weeks.first)
        first, *more = said
        later = [words.say("plan.since_then", dose=dose, n=said[dose]) for dose in more]
        yield words.say("comma").join([f"{card.title}: {first}", *later]) + "."


def _part(label: str, *lines: str) -> Part:
    return Part(label, tuple(Line(text) for text in lines))
