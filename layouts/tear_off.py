"""Cards to tear off: both sides of a page with what a visit came to, then an exercise a card, on perforated stock.

The cards are pocket cards with the dose of one person. Neither a cover nor the signs are among them: the page has both.
What was said to this person (side, days, dates, note) stands on the card too, its note in the place of the purpose
where the dose leaves it no room; the side is in bold if that costs no word. No card bears a name: it may be lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
# How what is said to this person stands on a card: all with the dose; the note under the title; all of it there; then
# without dates, without the note, and last the side alone: the rest stands on the page all the same.
SAID = ("beside the dose", "note above", "all above", "no dates", "no note", "side alone")


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


def _for_one(words: Words, exercise: Exercise, said: str, *, bold: bool = False) -> Card:
    """The card with what was said to this person where there is room for it, the side in bold."""
    # A card has no room to tell sets in full.
    card, given = exercise.short or exercise.card, _kept(exercise.prescribed, said)
    if not isinstance(card.body, Movement):
        return _purposeful(card, " ".join(filter(None, (str(card.purpose), note_said(given)))))
    above, beside = "", given
    if said in ("note above", "no dates"):
        above, beside = note_said(given), given._replace(note=None)
    elif said == "all above":
        above, beside = times_said(words, given), Prescribed(given.card)
    dose = card.body.dose
    if own := times_said(words, beside):
        said = " ".join(filter(None, (own, dose.when)))
        lead = "" if beside.side is None or not bold else times_said(words, Prescribed(given.card, side=beside.side))
        dose = dose._replace(when=Own.led(said, _place_of(dose.when), lead))
    if given.days:
        dose = dose._replace(days_a_week=None)
    return _purposeful(replace(card, body=card.body._replace(dose=dose)), above)


def _kept(given: Prescribed, said: str) -> Prescribed:
    """What of it stands on the card: there may be no room for dates, a note, or the days by name."""
    if said in SAID[3:]:
        given = given._replace(start=None, stop=None)
    if said in SAID[4:]:
        given = given._replace(note=None)
    return given._replace(days=()) if said == SAID[-1] else given


def _purposeful(card: Card, purpose: str) -> Card:
    return replace(card, purpose=Phrase(purpose, card.purpose.place)) if purpose else card


def _place_of(text: Phrase | None) -> Place | None:
    return text.place if text is not None else None
