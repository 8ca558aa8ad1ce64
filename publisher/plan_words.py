"""A plan in words: its weeks, its minutes, and its doses as they grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.dose import Range

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.plan import Weeks
    from publisher.words import Words


def weeks_said(words: Words, weeks: Weeks) -> str:
    """A week or weeks: "Week 3", "Weeks 1 to 2"."""
    if weeks.first == weeks.last:
        return words.say("plan.week", n=weeks.first)
    return words.say("plan.weeks", first=weeks.first, last=weeks.last)


def only_in(words: Words, weeks: Weeks, last: int) -> str:
    """Which weeks of a plan a session is for, in short: "to week 2", "from week 3", "weeks 3 to 5"."""
    if weeks.first == weeks.last:
        return words.say("plan.only", n=weeks.first)
    if weeks.first == 1:
        return words.say("plan.until", n=weeks.last)
    if weeks.last == last:
        return words.say("plan.since", n=weeks.first)
    return words.say("plan.only_weeks", first=weeks.first, last=weeks.last)


def dose_said(words: Words, dose: Dose) -> str:
    """A dose in short: "3 sets of 8", "4 sets of 10 s", "8 to 10 times"."""
    if dose.seconds is not None:
        work = alone = words.short_time(dose.seconds)
    else:
        reps = dose.reps or Range(1, 1)
        work, alone = words.span(reps), words.counted(reps, "times")
    if dose.sets == Range(1, 1):
        return alone
    return words.say("plan.sets_of", sets=words.counted(dose.sets, "sets"), work=work)


def minutes_said(words: Words, minutes: Collection[int]) -> str:
    """How long something takes: "4 min", or "14 to 17 min" where it grows."""
    return words.say("plan.minutes", n=words.span(Range(min(minutes), max(minutes))))


def downhill_said(words: Words, minutes: Collection[int], downhill: Collection[int]) -> str:
    """How much of a run leads downhill: "5 to 15 of 30 min downhill"."""
    down, of = (Range(min(span), max(span)) for span in (downhill, minutes))
    return words.say("plan.down_of", n=words.span(down), of=words.span(of))


def grown_said(words: Words, weeks: Sequence[int], minutes: Sequence[int]) -> str:
    """Minutes, and from which week on there are more: "20 min, 25 from week 3, 30 from week 6"."""
    first, *more = zip(weeks, minutes, strict=True)
    later, last = [], first[1]
    for week, value in more:
        if value != last:
            later.append(words.say("plan.since_then", dose=value, n=week))
        last = value
    return words.say("comma").join([words.say("plan.minutes", n=first[1]), *later])


def kit_said(words: Words, cards: Iterable[Card]) -> str:
    """All that these cards are done with, each thing once and without its measures; nothing for nothing."""
    things = dict.fromkeys(thing.split(",")[0] for card in cards for thing in card.equipment)
    return words.say("plan.kit", things=words.listed([*things])) if things else ""


def length_said(words: Words, weeks: Collection[int]) -> str:
    """How long a plan is, from the minutes of each of its weeks: "8 weeks, 120 to 147 minutes a week"."""
    minutes = words.span(Range(min(weeks), max(weeks)))
    return words.say("plan.length", weeks=words.counted(Range(len(weeks), len(weeks)), "weeks"), minutes=minutes)


def change_said(words: Words, before: Dose, dose: Dose) -> str:
    """What has changed in a dose, in short: "5 sets", "of 10", "same"; all of it where more than one thing has."""
    if dose == before:
        return words.say("plan.same")
    if dose._replace(sets=before.sets) == before:
        return words.counted(dose.sets, "sets")
    if dose.sets == before.sets != Range(1, 1) and dose.seconds == before.seconds:
        return words.say("plan.of", work=words.span(dose.reps or Range(1, 1)))
    return dose_said(words, dose)
