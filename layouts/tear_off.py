"""Cards to tear off: both sides of a page with what a visit came to, then an exercise a card, on perforated stock.

The cards are pocket cards with the dose of one person. Neither a cover nor the signs are among them: the page has both.
What was said to this person (side, days, dates, note) stands on the card too: it takes the place of the purpose, or of
what to think of, where the dose leaves it no room. The side is in bold if that costs no word. No card bears a name: it
may be lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts import pocket, visit_summary
from layouts.product import Made, no_handout, without_emergency
from publisher.model.card import Movement
from publisher.model.dose import Own
from publisher.model.programme import Prescribed
from publisher.problems import Phrase
from publisher.programme_words import note_said, times_said

if TYPE_CHECKING:
    from layouts.product import Job
    from publisher.model.card import Card
    from publisher.problems import Place
    from publisher.programmes import Exercise
    from publisher.words import Words

# Any card size will do.
ANY_SIZE = True


class Said(NamedTuple):
    """How what is said to this person stands on a card: under the title or beside the dose, and what gives way to it.

    Under the title stand the `note`, the `times` (side, days and dates), both or neither. `cue` is what to think of.
    What has no room for the note, or for the days, stands on the page all the same.
    """

    above: frozenset[str] = frozenset()
    cue: bool = True
    dates: bool = True
    note: bool = True
    days: bool = True


_BESIDE, _NOTE, _TIMES = frozenset[str](), frozenset({"note"}), frozenset({"times"})
# What is tried one after another. Nothing of a clinician's goes while what is on every such card has not.
SAID = (
    *(Said(above) for above in (_BESIDE, _NOTE, _NOTE | _TIMES)),
    *(Said(above, cue=False) for above in (_BESIDE, _NOTE, _TIMES)),
    *(Said(above, cue=False, dates=False) for above in (_BESIDE, _NOTE, _TIMES)),
    *(Said(above, cue=cue, note=False) for cue in (True, False) for above in (_BESIDE, _TIMES)),
    Said(note=False, dates=False),
    Said(note=False, dates=False, cue=False),
    Said(note=False, dates=False, days=False),
)


def make(job: Job) -> Made:
    """The page and its back, then the cards with their cover."""
    if job.handout is None:
        return Made(problems=no_handout(job, "tear-off"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    page = visit_summary.make_both(job, job.handout)
    cards = [_fitted(job, exercise) for exercise in job.handout.exercises]
    made = pocket.make(job._replace(cards=tuple(cards), cover=None, handout=None))
    return made._replace(pages=page.pages, problems=(*page.problems, *made.problems))


def _fitted(job: Job, exercise: Exercise) -> Card:
    """The card with as much of what was said to this person as it has room for."""
    words = job.setting.words
    tried = (_for_one(words, exercise, said, bold=bold) for said in SAID for bold in (True, False))
    return next((card for card in tried if _fits(job, card)), _for_one(job.setting.words, exercise, SAID[-1]))


def _fits(job: Job, card: Card) -> bool:
    return not pocket.make(job._replace(cards=(card,), cover=None, handout=None)).problems


def _for_one(words: Words, exercise: Exercise, said: Said, *, bold: bool = False) -> Card:
    """The card with what was said to this person where there is room for it, the side in bold."""
    # A card has no room to tell sets in full.
    card, given = exercise.short or exercise.card, _kept(exercise.prescribed, said)
    if not isinstance(card.body, Movement):
        kept = "" if "note" in said.above else str(card.purpose)
        return _purposeful(card, " ".join(filter(None, (kept, note_said(given)))))
    apart = {"times": given._replace(note=None), "note": Prescribed(given.card, note=given.note)}
    above = " ".join(filter(None, (times_said(words, apart[name]) for name in apart if name in said.above)))
    beside = " ".join(filter(None, (times_said(words, apart[name]) for name in apart if name not in said.above)))
    dose = card.body.dose
    if beside:
        text = " ".join(filter(None, (beside, dose.when)))
        sided = given.side is not None and bold and "times" not in said.above
        lead = times_said(words, Prescribed(given.card, side=given.side)) if sided else ""
        dose = dose._replace(when=Own.led(text, _place_of(dose.when), lead))
    if given.days:
        dose = dose._replace(days_a_week=None)
    body = card.body._replace(dose=dose) if said.cue else card.body._replace(dose=dose, cue=Phrase(""))
    return _purposeful(replace(card, body=body), above)


def _kept(given: Prescribed, said: Said) -> Prescribed:
    """What of it stands on the card: there may be no room for dates, a note, or the days by name."""
    if not said.dates:
        given = given._replace(start=None, stop=None)
    if not said.note:
        given = given._replace(note=None)
    return given if said.days else given._replace(days=())


def _purposeful(card: Card, purpose: str) -> Card:
    return replace(card, purpose=Own.led(purpose, card.purpose.place, "")) if purpose else card


def _place_of(text: Phrase | None) -> Place | None:
    return text.place if text is not None else None
