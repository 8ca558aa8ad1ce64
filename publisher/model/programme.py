"""A programme: which cards somebody is asked to do, how much of each, and when. It knows nobody by name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from publisher.model.dose import Range, Tempo
    from publisher.model.plan import Day
    from publisher.problems import Phrase

# More exercises than this are no programme: 2 were done better than 8 (Henry 1999, Physical Therapy 79:270).
# And so many lines to remember and keys of sources there may be.
MOST_EXERCISES, MOST_LINES, MOST_SOURCES = 20, 3, 8


class Side(Enum):
    """The one side that an exercise is done on."""

    LEFT = "left"
    RIGHT = "right"


class DosePart(NamedTuple):
    """What somebody sets of a dose; None stays as it is on the card. Times are seconds.

    `reps` put an end to `seconds`, and the other way round: an exercise is counted or timed. A hold and a tempo
    exclude each other as well.
    """

    sets: Range | None = None
    reps: Range | None = None
    seconds: Range | None = None
    hold: Range | None = None
    tempo: Tempo | None = None
    load: Phrase | None = None
    effort: Phrase | None = None
    rest: Range | None = None
    per_day: Range | None = None
    days_a_week: Range | None = None
    weeks: Range | None = None
    when: Phrase | None = None


class Prescribed(NamedTuple):
    """One exercise of a programme. `note` is printed as written; `start` and `stop` are its first and last day.

    Without `days` the dose tells how many days a week. `steps` take the place of those of the card, one for one.
    """

    card: Phrase
    dose: DosePart = DosePart()
    side: Side | None = None
    note: Phrase | None = None
    start: dt.date | None = None
    stop: dt.date | None = None
    days: tuple[Day, ...] = ()
    steps: tuple[Phrase, ...] = ()
    # What a reader has to know of its picture, where that shows another side; only a page knows its pictures.
    picture: str | None = None


class Programme(NamedTuple):
    """What one person does for some weeks, or a template for many.

    `remember` are the two or three things that matter most; `move_on` says when to go further and how, `because` why
    there may be more than 5 exercises; `sources` are keys of the works behind what these say. `version` counts from 1,
    `next_review` is the day on which clinic and patient look again.
    `reviewed_by` is who has checked it with its cards, `reviewed` on which day; that holds until `next_review`.
    """

    id: Phrase
    title: Phrase
    purpose: Phrase
    exercises: tuple[Prescribed, ...]
    remember: tuple[Phrase, ...] = ()
    move_on: Phrase | None = None
    because: Phrase | None = None
    version: int = 1
    next_review: dt.date | None = None
    clinic: Phrase | None = None
    sources: tuple[Phrase, ...] = ()
    reviewed_by: Phrase | None = None
    reviewed: dt.date | None = None
