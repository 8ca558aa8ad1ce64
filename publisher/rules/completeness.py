"""What a card must say to be of use: every part, a whole dose, steps tied to the picture, sources that can be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import EvidenceLevel, Kind, Movement, Variant
from publisher.model.dose import Sides
from publisher.problems import Level
from publisher.rules.rule import Finding, Rule
from publisher.rules.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.problems import Phrase

# What an exercise and a stretch must say besides what the reader asks of every movement.
PARTS = ("not_feel", "breathing", "faults", "easier", "harder", "move_on")
FEWEST_STEPS, MOST_STEPS, FEWEST_WORDS = 3, 5, 5
# The key of what nobody has traced yet; docs/evidence.md.
NOT_YET = "not-yet-sourced"
_DRILLED = (Kind.EXERCISE, Kind.STRETCH)
_OTHER_SIDE = re.compile(
    r"\b(change (sides|legs|arms)|(then )?(switch|swap) (sides|legs|arms)|the other (leg|arm|side))\b", re.IGNORECASE
)
# What a text may be begun with without saying more.
_EMPTY = {"a", "an", "the", "of", "picture", "image", "photo", "drawing", "figure", "showing", "shows"}
_IN_TURN = re.compile(r"\b(take turns|each time|in turn)\b", re.IGNORECASE)


def missing_parts(card: Card, _: Library) -> Iterator[Finding]:
    """Where not to feel it, breathing, the fault seen most, easier, harder, when to move on."""
    if isinstance(card.body, Movement) and card.kind in _DRILLED:
        for name in PARTS:
            if not getattr(card.body, name):
                yield Finding(f"this {card.kind.value} has no `{name}`.", card.id, f"Write `{name}:`.")


def step_counts(card: Card, _: Library) -> Iterator[Finding]:
    """Fewer than 3 steps, or more than 5."""
    if isinstance(card.body, Movement) and not FEWEST_STEPS <= len(card.body.steps) <= MOST_STEPS:
        steps = card.body.steps
        sentence = f"there are {len(steps)} steps; {FEWEST_STEPS} to {MOST_STEPS} are followed."
        yield Finding(sentence, steps[min(len(steps), MOST_STEPS + 1) - 1].text)


def loose_frames(card: Card, library: Library) -> Iterator[Finding]:
    """A frame of the picture that no step speaks of; the start is free."""
    if not isinstance(card.body, Movement) or card.picture is None:
        return
    for photo in card.picture.photos[1:] or card.picture.photos:
        if photo.step is None and photo.caption is None:
            yield Finding("nothing says what this photograph shows.", photo.file, "Write `step:` or `caption:` there.")
    if card.picture.figure is None or card.picture.figure not in library.figures:
        return
    frames = library.figures[card.picture.figure].frames
    shown = {step.pose for step in card.body.steps}
    for frame in frames[1:] or frames:
        if frame not in shown:
            hint = f"Write `pose: {frame}` in that step."
            yield Finding(f"no step says what the frame `{frame}` shows.", card.picture.figure, hint)


def circles(card: Card, library: Library) -> Iterator[Finding]:
    """Easier forms that lead back to the card itself, so that nobody ever gets to the easiest; harder ones too."""
    for way in ("easier", "harder"):
        passed, name = [str(card.id)], _next(card, way)
        while name in library.cards and name not in passed:
            passed.append(str(name))
            name = _next(library.cards[name], way)
        if name == card.id:
            chain = " to ".join(f"`{each}`" for each in [*passed, passed[0]])
            yield Finding(f"the {way} forms go round in a circle: {chain}.", _form(card, way) or card.id)


def _next(card: Card, way: str) -> str:
    return _form(card, way) or ""


def _form(card: Card, way: str) -> Phrase | None:
    """The id of the card that shows the easier or harder form of this one."""
    form = getattr(card.body, way, None)
    return form.card if isinstance(form, Variant) else None


def half_doses(card: Card, _: Library) -> Iterator[Finding]:
    """A dose that leaves open how often to do it, or how long to rest between sets."""
    if not isinstance(card.body, Movement):
        return
    dose = card.body.dose
    if dose.rest is None and dose.sets.high > 1 and card.kind is Kind.EXERCISE:
        yield Finding("the dose has sets and no `rest`.", card.id, "Write `rest:` in the dose, such as `rest: 60 s`.")
    if dose.days_a_week is None and dose.per_day is None and dose.when is None:
        yield Finding("the dose does not say how often.", card.id, "Write `days_a_week:` or `when:` in the dose.")


def lost_sides(card: Card, _: Library) -> Iterator[Finding]:
    """Steps that change sides, and a dose that names no side."""
    if not isinstance(card.body, Movement) or card.body.dose.sides is not Sides.NONE:
        return
    for step in card.body.steps:
        found = _OTHER_SIDE.search(step.text)
        if found and not _IN_TURN.search(step.text):
            yield Finding(f"this step says `{found.group(0)}`, and the dose names no side.", step.text)


def lost_sources(card: Card, library: Library) -> Iterator[Finding]:
    """A source that a reader cannot find."""
    for key in card.evidence.sources:
        source = library.sources.get(key)
        if source and key != NOT_YET and not (source.doi or source.url or source.where.startswith("docs/")):
            yield Finding(f"the source `{key}` has neither a DOI nor an address.", key)


def thin_proof(card: Card, _: Library) -> Iterator[Finding]:
    """Thin proof without a note that says so."""
    thin = card.evidence.level is EvidenceLevel.COMMON_PRACTICE or NOT_YET in card.evidence.sources
    if thin and card.evidence.note is None:
        yield Finding("the proof is thin, and no note says where.", card.evidence.sources[0])


def proud_levels(card: Card, _: Library) -> Iterator[Finding]:
    """A level above common practice for what nobody has traced."""
    first, level = card.evidence.sources[0], card.evidence.level
    if first == NOT_YET and level is not EvidenceLevel.COMMON_PRACTICE:
        yield Finding(f"nothing was traced, and the level is `{level.value}`.", first)


def unpublished(card: Card, library: Library) -> Iterator[Finding]:
    """A card that nobody prints."""
    if not any(card.id == each.id for one in library.publications.values() for each in cards_of(one, library.cards)):
        yield Finding("no publication holds this card.", card.id)


def empty_alternatives(card: Card, _: Library) -> Iterator[Finding]:
    """A picture that says nothing to those who do not see it."""
    if card.picture is None:
        return
    alt = card.picture.alt
    if _bare(alt) == _bare(card.title):
        yield Finding("the text for those who do not see the picture is the title again.", alt)
    elif len(alt.split()) < FEWEST_WORDS:
        yield Finding(f"{len(alt.split())} words do not say what the picture shows.", alt)


def _bare(text: str) -> list[str]:
    """The words that say something."""
    return [word for word in map(str.casefold, words(text)) if word not in _EMPTY]


def moving_without_picture(card: Card, _: Library) -> Iterator[Finding]:
    """A movement without a picture: people do what they see."""
    if card.picture is None and isinstance(card.body, Movement):
        yield Finding(f"this {card.kind.value} has no picture.", card.id)


_PEMAT = "AHRQ PEMAT"
RULES = (
    Rule("missing-part", Level.WARNING, f"{_PEMAT} item 22", "Write it.", missing_parts),
    Rule("step-count", Level.WARNING, f"{_PEMAT} items 8 and 22", "Join or cut steps.", step_counts),
    Rule("no-picture", Level.WARNING, f"{_PEMAT} item 15", "Add `picture:`.", moving_without_picture),
    Rule("loose-frame", Level.WARNING, f"{_PEMAT} items 16 and 17", "Tie each frame to a step.", loose_frames),
    Rule("circle", Level.ERROR, f"{_PEMAT} item 10", "Let the easiest form name no card.", circles),
    Rule("half-a-dose", Level.WARNING, "Garber 2011", "Say how often, and how long to rest.", half_doses),
    Rule("lost-side", Level.ERROR, "Garber 2011", "Write `sides:` in the dose.", lost_sides),
    Rule("lost-source", Level.ERROR, "docs/evidence.md", "Write its `doi:` or `url:` in the list.", lost_sources),
    Rule("thin-proof", Level.ERROR, "docs/evidence.md", "Write `note:` under `evidence:`.", thin_proof),
    Rule("proud-level", Level.ERROR, "docs/evidence.md", "Write `level: common-practice`.", proud_levels),
    Rule("unpublished", Level.NOTE, "docs/rules.md", "Name it in a publication.", unpublished),
    Rule("empty-alternative", Level.ERROR, "WCAG 2.2, 1.1.1", "Say what the picture shows.", empty_alternatives),
)
