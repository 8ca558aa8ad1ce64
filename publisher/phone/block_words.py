"""The words of a session: what stands on the screen in each of its blocks, and what is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement
from publisher.model.dose import Sides

if TYPE_CHECKING:
    from publisher.model.card import Card
    from publisher.phone.kit import Kit
    from publisher.phone.sessions import Block

# Seconds: timed work from which its middle is told and advice is given on the way; when in it; a rest that has time
# to say what comes, and how long before its end.
LONG_WORK, ADVICE_AT, LONG_REST, BEFORE_END = 20, 5, 15, 8


class BlockWords(NamedTuple):
    """The large word, the small ones, what is spoken first, what it is called as the next thing, and tips.

    A tip is spoken so many seconds after the block began.
    """

    word: str
    small: list[str]
    say: str
    what: str
    tips: list[tuple[float, str]]


def words_of(block: Block, card: Card, kit: Kit, *, stays: bool) -> BlockWords:
    """All words of a block; `stays` where the card is held and does not move."""
    sides = card.body.dose.sides if isinstance(card.body, Movement) else Sides.NONE
    side = ""
    if block.side:
        side = kit.say(f"phone.follow.sides.{sides.value}.{'first' if block.side == 1 else 'other'}")
    numbered = kit.say("phone.follow.set", n=block.set_number, of=block.sets) if block.sets > 1 else ""
    return BlockWords(
        _word(block, kit, stays=stays),
        _small(block, numbered, side, kit),
        _spoken(block, card, numbered, side, kit),
        _what(block, card, kit, stays=stays),
        _tips(block, card, kit),
    )


def begun(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def short(value: float) -> float:
    """Seconds as they are said and sent: whole where they are, else to the thousandth."""
    return int(value) if value == int(value) else round(value, 3)


def _small(block: Block, numbered: str, side: str, kit: Kit) -> list[str]:
    """Set and side; of a rest, the set that comes."""
    if block.kind == "ready":
        return []
    if block.kind == "rest":
        return [kit.say("phone.follow.next_set", n=block.set_number + 1, of=block.sets)]
    return [text for text in (numbered, side if numbered else begun(side)) if text]


def _what(block: Block, card: Card, kit: Kit, *, stays: bool) -> str:
    """What a block is, for the line that tells what comes next."""
    seconds = kit.words.number(short(block.seconds))
    match block.kind:
        case "ready":
            return str(card.title)
        case "reps":
            return kit.say("phone.follow.what_reps", n=block.reps, seconds=seconds)
        case "time":
            return kit.say("phone.follow.what_hold" if stays else "phone.follow.what_work", seconds=seconds)
        case "rest":
            return kit.say("phone.follow.what_rest", seconds=seconds)
        case _:
            return kit.say("phone.follow.what_change")


def _tips(block: Block, card: Card, kit: Kit) -> list[tuple[float, str]]:
    """What is spoken on the way, and how many seconds after a block began: the cue once a set, and half of a hold."""
    cue = str(card.body.cue) if isinstance(card.body, Movement) else ""
    if block.kind == "rest" and block.seconds >= LONG_REST:
        coming = kit.say("phone.follow.next_set", n=block.set_number + 1, of=block.sets)
        return [(short(block.seconds - BEFORE_END), f"{coming}. {cue}")]
    if block.kind == "time" and block.seconds >= LONG_WORK:
        return [(ADVICE_AT, cue), (short(block.seconds / 2), kit.say("phone.follow.halfway"))]
    return []


def _word(block: Block, kit: Kit, *, stays: bool) -> str:
    if block.kind == "time":
        return kit.say("phone.follow.hold" if stays else "phone.follow.work")
    return kit.say(f"phone.follow.{'work' if block.kind == 'reps' else block.kind}")


def _spoken(block: Block, card: Card, numbered: str, side: str, kit: Kit) -> str:
    seconds = kit.words.number(block.seconds)
    first = [text for text in (f"{numbered}." if numbered else "", f"{begun(side)}." if side else "") if text]
    match block.kind:
        case "ready":
            start = card.body.start if isinstance(card.body, Movement) else ""
            cue = card.body.cue if isinstance(card.body, Movement) else ""
            return kit.say("phone.follow.say_card", title=str(card.title), start=str(start), cue=str(cue))
        case "reps":
            return " ".join([*first, kit.say("phone.follow.say_times", n=block.reps)])
        case "settle":
            return " ".join([*first, kit.say("phone.follow.settle")])
        case "time":
            return kit.say("phone.follow.say_go", n=seconds)
        case "rest":
            return kit.say("phone.follow.say_rest", n=seconds)
        case _:
            return f"{kit.say('phone.follow.change')}. {begun(side)}."
