"""PEMAT-P, the tool of the AHRQ for judging print for patients: item by item, as far as a program can.

A card is short material, so what the tool leaves out for short ones is left out here. What needs a person's eye is
named as such and never counted.
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement
from publisher.rules import RULES
from publisher.rules.reading_ease import grade, smog
from publisher.rules.sentences import reading_seconds
from publisher.rules.texts import running_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publisher.model.card import Card
    from publisher.model.library import Library

_RULES = {rule.name: rule for rule in RULES}


class Item(NamedTuple):
    """One item: its number, what it asks, and how it is judged.

    A card agrees when it breaks none of `rules` and `holds`. `why_not` says why a program cannot judge it, or why it
    does not apply; then there is neither.
    """

    number: int
    asks: str
    rules: tuple[str, ...] = ()
    holds: Callable[[Card], bool] | None = None
    why_not: str = ""


class Judged(NamedTuple):
    """How many of the cards asked agree with an item, and which do not. Nobody is asked what a program cannot judge."""

    item: Item
    asked: int
    disagree: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """An item is agreed with when every card agrees."""
        return self.asked > 0 and not self.disagree


class Sheet(NamedTuple):
    """All 24 items, and how hard the cards are to read on average: Flesch-Kincaid grade, SMOG grade, seconds."""

    items: tuple[Judged, ...]
    grade: float
    smog: float
    seconds: float

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Those that a program can judge."""
        return tuple(one for one in self.items if one.asked)

    @property
    def score(self) -> int:
        """Percent of the judged items that all cards agree with."""
        return round(100 * sum(one.agrees for one in self.judged) / len(self.judged)) if self.judged else 0


def _no_sums(card: Card) -> bool:
    """Nothing that the reader has to work out: no percentages of something else."""
    return not any("%" in text for text in running_text(card))


def _something_to_do(card: Card) -> bool:
    """Steps, things to do, signs to act on, or what follows from an explanation."""
    return any(getattr(card.body, name, ()) for name in ("steps", "do", "signs", "so"))


def _captioned(card: Card) -> bool:
    """Each step that a frame shows has a word to stand under it."""
    steps = card.body.steps if isinstance(card.body, Movement) else ()
    return all(step.caption for step in steps if step.pose)


def _speaks_to_you(card: Card) -> bool:
    """It says you or your, or tells somebody what to do."""
    return isinstance(card.body, Movement) or any(
        word in text.lower().split() for text in running_text(card) for word in ("you", "your", "do")
    )


_EYE = "for a person to look at"
_ITEMS = (
    Item(1, "The purpose is plain at once", holds=lambda card: bool(card.purpose)),
    Item(2, "Nothing leads away from the purpose", why_not="for a person to read"),
    Item(3, "Everyday words", ("hard-word", "long-words")),
    Item(4, "Medical words only where they are explained", ("hard-word",)),
    Item(5, "Active voice", ("passive",)),
    Item(6, "Numbers are clear", ("dashed-range", "number-in-words")),
    Item(7, "The reader need not work anything out", holds=_no_sums),
    Item(8, "Short pieces", ("long-list", "long-sentence", "long-step")),
    Item(9, "Headings that say what follows", ("heading-style",)),
    Item(10, "A logical order", ("tier-order", "loose-frame")),
    Item(11, "A summary", why_not="does not apply to so short a text"),
    Item(12, "Signs that lead the eye", why_not=_EYE),
    Item(15, "Pictures wherever they help", ("no-picture",)),
    Item(16, "Pictures say what the words say", ("loose-frame",)),
    Item(17, "Pictures have a caption", holds=_captioned),
    Item(18, "Pictures are clear and hold nothing else", why_not=_EYE),
    Item(19, "Tables are simple", why_not="does not apply: cards have none"),
    Item(20, "At least one thing to do", holds=_something_to_do),
    Item(21, "It speaks to the reader", holds=_speaks_to_you),
    Item(22, "What to do is cut into steps", ("step-count", "missing-part", "half-a-dose")),
    Item(23, "Something to hold that helps to do it", why_not="for a person: a log or a plan beside the cards"),
    Item(24, "Sums come with an example", why_not="does not apply: there are none"),
    Item(25, "Charts come with directions", why_not="does not apply: there are none"),
    Item(26, "Pictures wherever they help to act", ("no-picture", "loose-frame")),
)


def sheet(library: Library, cards: Iterable[Card]) -> Sheet:
    """Every item, judged on these cards. There is at least one."""
    taken = tuple(cards)
    texts = [running_text(card) for card in taken]
    return Sheet(
        tuple(_judged(item, taken, library) for item in _ITEMS),
        fmean(map(grade, texts)),
        fmean(map(smog, texts)),
        fmean(map(reading_seconds, taken)),
    )


def _judged(item: Item, cards: tuple[Card, ...], library: Library) -> Judged:
    if item.why_not:
        return Judged(item, 0, ())
    return Judged(item, len(cards), tuple(str(card.id) for card in cards if not _agrees(item, card, library)))


def _agrees(item: Item, card: Card, library: Library) -> bool:
    if item.holds is not None and not item.holds(card):
        return False
    rules = (_RULES[name] for name in item.rules)
    return not any(True for rule in rules for _ in rule.find(card, library))
