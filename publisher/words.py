"""What a reader sees that no card carries: labels, plurals, numbers, and a dose as words, here only.

The words themselves live in `assets/words/`, one file a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from publisher.model.dose import Range, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.card import Card, EvidenceLevel, Group, Review, Tier
    from publisher.model.dose import Dose

Table = Mapping[str, "str | Table"]
DAYS = 7
# The country of nobody in particular: its number is that of the EU.
EUROPE = "112"


class Figure(NamedTuple):
    """One column of a dose strip: a number or a range, and what it counts. `high` is empty for a single number.

    `sides` tells whether it is done on both.
    """

    low: str
    high: str
    unit: str
    sides: bool = False


class Words(NamedTuple):
    """The words of one language, for one country. `say("card.start")` gives a text by its path."""

    table: Table
    country: str = ""

    def say(self, path: str, **filled: str | int) -> str:
        """The text at a dotted path, with its `{…}` filled in."""
        found = self._find(path)
        return found.format(**filled) if filled else found

    def has(self, path: str) -> bool:
        """Whether there is a text at the path."""
        node: str | Table = self.table
        for key in path.split("."):
            if isinstance(node, str) or key not in node:
                return False
            node = node[key]
        return isinstance(node, str)

    @property
    def language(self) -> str:
        """BCP 47 tag, such as en-GB."""
        return self.say("language")

    def under(self, path: str) -> tuple[str, ...]:
        """The names of what stands under a dotted path, each with the path before it."""
        node: str | Table = self.table
        for key in path.split("."):
            node = "" if isinstance(node, str) else node[key]
        return tuple(f"{path}.{key}" for key in node) if not isinstance(node, str) else ()

    def _find(self, path: str) -> str:
        node: str | Table = self.table
        for key in path.split("."):
            if isinstance(node, str):
                raise KeyError(path)
            node = node[key]
        if not isinstance(node, str):
            raise KeyError(path)
        # A plain text: the words file is not where an author looks when a card is too long.
        return str(node)

    # Places

    def countries(self) -> tuple[str, ...]:
        """The country codes that have an emergency number here."""
        node = self.table["countries"]
        return () if isinstance(node, str) else tuple(node)

    def country_names(self) -> dict[str, str]:
        """The names of those countries by their codes: "GB" is "the United Kingdom"."""
        return {code: self.say(f"countries.{code}.name") for code in self.countries()}

    @property
    def has_no_country(self) -> bool:
        """Whether neither anybody nor the words file has said where this is: the number is 112 then."""
        return not self.country and self.say("country") == EUROPE

    def _local(self) -> dict[str, str]:
        code = self.country or self.say("country")
        node = self.table["countries"]
        entry = {} if isinstance(node, str) else node[code]
        return {} if isinstance(entry, str) else {key: value for key, value in entry.items() if isinstance(value, str)}

    def tier(self, tier: Tier, part: str) -> str:
        """A text of a warning tier, with the local number and places in it."""
        return self.say(f"tiers.{tier.value}.{part}").format(**self._local())

    def emergency_number(self) -> str:
        """The number to call in an emergency."""
        return self._local()["emergency"]

    def emergency_note(self) -> str:
        """One line on where the printed emergency number works."""
        code = self.country or self.say("country")
        path = f"emergency_note.{code}"
        if self.has(path):
            return self.say(path)
        local = self._local()
        return self.say("emergency_note.other", emergency=local["emergency"], country=local["name"])

    # Numbers

    def number(self, value: float) -> str:
        """A number with no needless zeros."""
        return f"{value:g}".replace(".", self.say("numbers.decimal"))

    def span(self, span: Range) -> str:
        """A number, or "8 to 12"."""
        if span.is_single:
            return self.number(span.low)
        return self.say("numbers.range", low=self.number(span.low), high=self.number(span.high))

    def unit(self, name: str, span: Range) -> str:
        """The plural form that a count takes."""
        form = "one" if span.is_single and span.low == 1 else "other"
        return self.say(f"counts.{name}.{form}")

    def counted(self, span: Range, name: str) -> str:
        """A number with its unit: "8 to 12 times"."""
        return f"{self.span(span)} {self.unit(name, span)}"

    def time(self, seconds: Range) -> str:
        """A time in words: "30 seconds", "1 minute", "1 to 2 minutes"."""
        whole_minutes = all(end >= 60 and end % 60 == 0 for end in (seconds.low, seconds.high))
        if whole_minutes:
            return self.counted(Range(seconds.low / 60, seconds.high / 60), "minutes")
        return self.counted(seconds, "seconds")

    def short_time(self, seconds: Range) -> str:
        """A time for one-line doses: "30 s", "1 min"."""
        if all(end >= 60 and end % 60 == 0 for end in (seconds.low, seconds.high)):
            return self.say("dose.minutes", n=self.span(Range(seconds.low / 60, seconds.high / 60)))
        return self.say("dose.seconds", n=self.span(seconds))

    # Doses

    def dose_line(self, dose: Dose) -> str:
        """The dose in one line: "3 × 8 to 10 each side, 3 s down, 1 s up"."""
        work = self.short_time(dose.seconds) if dose.seconds else self.span(dose.reps or Range(1, 1))
        parts = [
            self.say("dose.sets_of", sets=self.span(dose.sets), work=work) + self.say(f"dose.each.{dose.sides.value}"),
        ]
        if dose.hold:
            parts.append(self.say("dose.hold", time=self.short_time(dose.hold)))
        if dose.tempo:
            parts.append(self._tempo(dose, "dose.tempo"))
        if dose.rest:
            parts.append(self.say("dose.rest", time=self.short_time(dose.rest)))
        if _is_many(dose.per_day):
            parts.append(self.counted(dose.per_day, "times_a_day"))
        if dose.days_a_week:
            parts.append(self.counted(dose.days_a_week, "days_a_week"))
        return self.say("comma").join(parts)

    def dose_strip(self, dose: Dose) -> tuple[Figure, ...]:
        """The two or three large figures of a card. Where the hold is the work, its seconds lead."""
        if dose.seconds is not None:
            sets = dose.sets
            work = [self._timed(dose.seconds, dose.sides)]
            columns = [*([] if _is_one(sets) else [self._figure(sets, "sets")]), *work]
        elif dose.hold is not None and _is_one(dose.sets):
            columns = [self._timed(dose.hold, Sides.NONE), self._figure(dose.reps or Range(1, 1), "times", dose.sides)]
        else:
            reps = self._figure(dose.reps or Range(1, 1), "times", dose.sides)
            columns = [*([] if _is_one(dose.sets) else [self._figure(dose.sets, "sets")]), reps]
        if _is_many(dose.per_day):
            columns.append(self._figure(dose.per_day, "times_a_day"))
        elif dose.days_a_week is not None:
            columns.append(self._figure(dose.days_a_week, "days_a_week"))
        return tuple(columns)

    def days_are_a_figure(self, dose: Dose) -> bool:
        """Whether the last large figure counts days; how often a day takes their place."""
        return dose.days_a_week is not None and not _is_many(dose.per_day)

    def dose_notes(self, dose: Dose, *, days: bool = False) -> str:
        """What the figures leave unsaid: when, hold, tempo, load, rest, weeks; and days that found no room there."""
        said: list[str] = []
        if dose.days_a_week and (days or _is_many(dose.per_day)):
            said.append(_sentence(self.counted(dose.days_a_week, "days_a_week")))
        if dose.when:
            said.append(_sentence(dose.when))
        if dose.hold and not _is_one(dose.sets):
            said.append(self.say("dose.hold_sentence", time=self.time(dose.hold)))
        if dose.tempo:
            said.append(self._tempo(dose, "dose.tempo_sentence"))
        said.extend(_sentence(text) for text in (dose.load, dose.effort) if text)
        if dose.rest:
            said.append(self.say("dose.rest_sentence", time=self.time(dose.rest)))
        if dose.weeks:
            said.append(self.say("dose.weeks_sentence", time=self.counted(dose.weeks, "weeks")))
        return " ".join(said)

    def minutes(self, dose: Dose) -> str:
        """The minutes of the whole dose, in a sentence."""
        minutes = dose.minutes()
        return self.say("dose.minutes_sentence", time=self.counted(Range(minutes, minutes), "minutes"))

    def _tempo(self, dose: Dose, path: str) -> str:
        tempo = dose.tempo
        if tempo is None:
            return ""
        down, pause, up = (self.number(value) for value in (tempo.down, tempo.pause, tempo.up))
        first = self.counted(Range(tempo.down, tempo.down), "seconds")
        if tempo.pause:
            return self.say(path, first=first, down=down, pause=pause, up=up)
        return self.say(f"{path}_no_pause", first=first, down=down, up=up)

    def _timed(self, seconds: Range, sides: Sides) -> Figure:
        if seconds.is_single and seconds.low >= 60 and seconds.low % 60 == 0:
            return self._figure(Range(seconds.low / 60, seconds.low / 60), "minutes", sides)
        return self._figure(seconds, "seconds", sides)

    def _figure(self, span: Range, unit: str, sides: Sides = Sides.NONE) -> Figure:
        high = "" if span.is_single else self.number(span.high)
        counted = self.say(f"sides.{sides.value}", unit=self.unit(unit, span))
        return Figure(self.number(span.low), high, counted, sides is not Sides.NONE)

    # Cards

    def number_of(self, card: Card) -> str:
        """Letter and number: "S4"."""
        return f"{self.say(f'groups.{card.group.value}.letter')}{card.number}"

    def group(self, group: Group) -> str:
        """The name of a group."""
        return self.say(f"groups.{group.value}.name")

    def full_number(self, card: Card) -> str:
        """The group's name and the number: "Strength S4"."""
        letter = self.say(f"groups.{card.group.value}.letter")
        return self.say("card.number", group=self.group(card.group), letter=letter, number=card.number)

    def evidence(self, level: EvidenceLevel, sources: Sequence[str]) -> str:
        """The level in words with its sources: "Small studies: Cai 2017"."""
        said = self.say(f"evidence.{level.value}")
        if not sources:
            return said
        return self.say("evidence.cited", level=said, sources=self.say("comma").join(sources))

    def evidence_in_all(self, levels: Iterable[EvidenceLevel]) -> str:
        """The levels of several cards, strongest first, each said once: "Guidance and common practice"."""
        ordered = sorted(set(levels), key=lambda level: (-level.stones, level.value))
        said = self.listed([self.evidence(level, ()).lower() for level in ordered])
        return said[:1].upper() + said[1:]

    def review_in_all(self, reviews: Sequence[Review]) -> str:
        """What several cards may say together: one that nobody has reviewed speaks for all.

        Else who reviewed them, each with the day that lies furthest back, and the day that comes first.
        """
        if not all(review.holds for review in reviews):
            return self.say("review.awaited")
        days: dict[str, list[str]] = {}
        for review in reviews:
            days.setdefault(self._reviewer(review), []).append(review.date or "")
        said = [self.say("review.signed", name=name, date=self.date(min(dates))) for name, dates in days.items()]
        done = self.say("review.done", who=self.listed(said))
        following = [review.next for review in reviews if review.next]
        return self.say("review.due", done=done, month=self._month(min(following))) if following else done

    def review(self, review: Review) -> str:
        """Who reviewed, and when the next review is due; or that nobody has reviewed what is said here."""
        return self.review_in_all([review])

    def _month(self, text: str) -> str:
        """The month of a date: the day on which a review is due again is for whoever keeps the cards."""
        year, month, _ = text.split("-")
        return self.say("review.month", month=self.say(f"months.{month}"), year=year)

    def _reviewer(self, review: Review) -> str:
        name = review.reviewed_by or ""
        return self.say("comma").join([name, review.role]) if review.role else name

    def date(self, text: str) -> str:
        """A date in words from YYYY-MM-DD."""
        parts = text.split("-")
        if len(parts) != 3:
            return text
        year, month, day = parts
        return self.say("review.date", day=int(day), month=self.say(f"months.{month}"), year=year)

    def stop_if(self, reasons: Sequence[str]) -> str:
        """All reasons to stop as the rest of one sentence."""
        return self.say("card.stop_or").join(reasons) + "."

    def needs(self, card: Card) -> str:
        """How the person is placed and what is needed, for a card without a picture."""
        if card.position is None:
            return ""
        position = self.say(f"positions.{card.position.value}")
        if not card.equipment:
            return self.say("needs_nothing", position=position)
        return self.say("needs", position=position, things=self.listed(card.equipment))

    def listed(self, things: Sequence[str]) -> str:
        """Things in a row: "a, b and c"."""
        if len(things) < 2:
            return "".join(things)
        first = self.say("comma").join(things[:-1])
        return self.say("and", first=first, last=things[-1])


def _is_one(span: Range | None) -> bool:
    return span is not None and span.is_single and span.low == 1


def _is_many(span: Range | None) -> TypeGuard[Range]:
    return span is not None and not _is_one(span)


def _sentence(text: str) -> str:
    said = text[:1].upper() + text[1:]
    return said if said.endswith((".", "!", "?")) else said + "."
