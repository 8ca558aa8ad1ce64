"""What must never be printed, and what must always be."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.model.card import Kind, Movement, Tier, WarningSign
from publisher.problems import Level
from publisher.rules.rule import Finding, Rule
from publisher.rules.texts import said, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.wording import Never
    from publisher.rules.rule import Worded

# A card of this tag is printed for those who ask for it, and nobody else.
BY_REQUEST = "not-a-default"
# The longest that a warm-up holds still, seconds (Konrad 2021: a warm-up moves).
LONGEST_STILL = 5
_BEFORE_RUNNING = re.compile(r"\bbefore\b.*\b(run|running|hill)\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[,;:]")
_TIERS = tuple(Tier)


def never_said(card: Worded, library: Library) -> Iterator[Finding]:
    """Advice that a warning sign or our own rules forbid (`assets/never/`)."""
    rules = tuple(library.never.values())
    for one in said(card):
        for each in _given(str(one.text), rules):
            yield Finding(f"this line {each.what}.", one.text, f"{each.because}\n{each.instead}")


# While files are watched, most texts are what they were.
@lru_cache(maxsize=8192)
def _given(text: str, rules: tuple[Never, ...]) -> tuple[Never, ...]:
    """What a text says though it is never said."""
    told = sentences(text)
    return tuple(each for each in rules if any(_gives(sentence, each) for sentence in told))


def _gives(sentence: str, never: Never) -> bool:
    """Whether a sentence holds a word of each group, and none right before the first that turns it round."""
    found = [_begun(group).search(sentence) for group in never.words]
    if not all(found) or found[0] is None:
        return False
    # "Stay in bed, do not move" turns nothing round, nor does "rub it, not too hard".
    before = _CLAUSE_ENDS.split(sentence[: found[0].start()])[-1]
    return not (never.unless and _whole(never.unless).search(before))


@cache
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words that begin with any of these; a number may stand before them without a space."""
    return re.compile(rf"(?<![a-z])({'|'.join(map(re.escape, words))})", re.IGNORECASE)


@cache
def _whole(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def still_before_running(card: Card, _: Library) -> Iterator[Finding]:
    """A still hold or stretch before a run."""
    if not isinstance(card.body, Movement):
        return
    dose = card.body.dose
    before = card.kind is Kind.WARM_UP or _BEFORE_RUNNING.search(dose.when or "")
    still = card.kind is Kind.STRETCH or (dose.hold is not None and dose.hold.high > LONGEST_STILL)
    if before and still:
        yield Finding("this is held still before a run.", dose.when or card.id)


def tiers_out_of_order(card: Card, library: Library) -> Iterator[Finding]:
    """A less urgent sign before a more urgent one."""
    if not isinstance(card.body, WarningSign):
        return
    own = _TIERS.index(card.body.tier)
    for other in library.cards.values():
        if isinstance(other.body, WarningSign) and other.number < card.number and _TIERS.index(other.body.tier) > own:
            yield Finding(f"`{other.id}` is less urgent and has a lower number than this sign.", card.id)
            return


def pushed_on_people(card: Card, library: Library) -> Iterator[Finding]:
    """A card with the tag `not-a-default` in something that `surefoot build` makes by itself."""
    if BY_REQUEST not in card.tags:
        return
    for one in library.publications.values():
        if one.default and any(each.id == card.id for each in cards_of(one, library.cards)):
            # Where its author can mend it: in the list that names it, else at the tag, for the list may be ours.
            named = [name for name in one.cards if name == card.id]
            at = next(iter(named), next(tag for tag in card.tags if tag == BY_REQUEST))
            hint = "" if named else f"Name it under `leave_out:` of `{one.id}`, in a file that `extends` it if need be."
            yield Finding(f"`{one.id}` is built by default, and `{card.id}` is printed on request alone.", at, hint)


NEVER_SAID = Rule("never-said", Level.ERROR, "assets/never/", "Take it away.", never_said)
RULES = (
    NEVER_SAID,
    Rule("still-before-run", Level.ERROR, "Konrad 2021", "Let warm-ups move.", still_before_running),
    Rule("tier-order", Level.ERROR, "NHS care cards", "Number signs from the most urgent.", tiers_out_of_order),
    Rule(
        "not-by-default",
        Level.ERROR,
        "docs/evidence.md",
        "Take it out, or name it under `leave_out:`.",
        pushed_on_people,
    ),
)
