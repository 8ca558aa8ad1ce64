"""A session to follow along, worked out: blocks of seconds, one after another, from the doses of its cards.

What a dose counts (`Dose.total_seconds`) is exactly what is led through here, once with its lowest numbers and once
with its highest. On top comes what no dose counts: time to read a card, and to turn to the other side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement
from publisher.model.dose import SETTLE_SECONDS, Sides
from publisher.phone.kit import look_of
from publisher.phone.tracks import beats, film_free, film_into, film_rep, free_track, rep_track

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Card
    from publisher.model.dose import Dose, Range
    from publisher.model.figure import Figure
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Data
    from publisher.phone.reel import Reel
    from publisher.phone.tracks import Beat, Track

# Seconds to read a card and get ready for it, and to turn to the other side.
READY_SECONDS, CHANGE_SECONDS = 15, 5
# Whether with the highest numbers of a dose; first with the lowest.
ENDS = (False, True)


class Block(NamedTuple):
    """Some seconds of one kind: ready, settle, reps, time, rest or change.

    `card` counts from 0; `set_number` from 1; `side` is 0 where there are none, else 1 or 2.
    """

    kind: str
    card: int
    seconds: float
    set_number: int = 0
    sets: int = 0
    side: int = 0
    reps: int = 0
    beats: tuple[Beat, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether a dose counts these seconds."""
        return self.kind not in {"ready", "change"}


def blocks_of(dose: Dose, figure: Figure | None, card: int = 0, *, high: bool = False) -> tuple[Block, ...]:
    """One card from its first second to its last, with the lowest numbers of its dose, or the highest."""
    return tuple(_blocks(dose, figure, card, high=high))


def _blocks(dose: Dose, figure: Figure | None, card: int, *, high: bool) -> Iterator[Block]:
    def end(span: Range | None, usual: float) -> float:
        if span is None:
            return usual
        return span.high if high else span.low

    sets = int(end(dose.sets, 1))
    yield Block("ready", card, READY_SECONDS)
    for number in range(1, sets + 1):
        for side in (0,) if dose.sides is Sides.NONE else (1, 2):
            if side == 2:
                yield Block("change", card, CHANGE_SECONDS, number, sets, side)
            if dose.seconds is not None:
                yield Block("settle", card, SETTLE_SECONDS, number, sets, side)
                yield Block("time", card, end(dose.seconds, 0), number, sets, side)
            else:
                parts = beats(dose, figure, high=high)
                reps = int(end(dose.reps, 1))
                lasts = reps * sum(beat.seconds for beat in parts)
                yield Block("reps", card, lasts, number, sets, side, reps, parts)
        if number < sets and dose.rest is not None:
            yield Block("rest", card, end(dose.rest, 0), number, sets)


def session_data(cards: Sequence[Card], title: str, name: str, kit: Kit) -> Data:
    """All that the page needs to lead through these cards, as JSON. `name` tells sessions apart on a device."""
    moving = [card for card in cards if isinstance(card.body, Movement)]
    low, high = ([_said(block, moving, kit) for block in _all(moving, kit, high=end)] for end in ENDS)
    return {
        "id": name,
        "title": title,
        "cards": [_card(card, kit) for card in moving],
        "low": low,
        **({"high": high} if high != low else {}),
    }


def counted_seconds(blocks: Sequence[Block]) -> float:
    """The seconds that doses count."""
    return sum(block.seconds for block in blocks if block.counts)


def _all(cards: Sequence[Card], kit: Kit, *, high: bool) -> Iterator[Block]:
    for place, card in enumerate(cards):
        if isinstance(card.body, Movement):
            yield from blocks_of(card.body.dose, figure_of(card, kit), place, high=high)


def figure_of(card: Card, kit: Kit) -> Figure | None:
    """The figure that shows a card; photographs are none, and do not move."""
    named = None if card.picture is None else card.picture.figure
    return None if named is None else kit.library.figures[named]


def _card(card: Card, kit: Kit) -> Data:
    if not isinstance(card.body, Movement):
        return None
    body, figure = card.body, figure_of(card, kit)
    found: dict[str, Data] = {
        "id": str(card.id),
        "title": str(card.title),
        "start": str(body.start),
        "look": look_of(card.group),
        "frames": _ends(*(track_of(body.dose, figure, high=high) for high in ENDS)),
        "stop": [str(reason) for reason in body.stop_if],
    }
    reel = kit.reels.get(str(card.id))
    if reel is not None and figure is not None:
        found["film"] = _ends(*(film_of(body.dose, figure, reel, high=high) for high in ENDS))
        found["into"] = _track(film_into(reel) if body.dose.seconds is not None else ())
    return found


def track_of(dose: Dose, figure: Figure | None, *, high: bool = False) -> Track:
    """How the frames follow one another while the card is done."""
    if figure is None:
        return ()
    return free_track(dose, figure) if dose.seconds is not None else rep_track(dose, figure, high=high)


def film_of(dose: Dose, figure: Figure, reel: Reel, *, high: bool = False) -> Track:
    """How the pictures of its film follow one another while the card is done."""
    return film_free(reel) if dose.seconds is not None else film_rep(dose, figure, reel, high=high)


def _ends(low: Track, high: Track) -> Data:
    """The tracks of both ends of a dose; where they are one, one."""
    return {"low": _track(low)} | ({"high": _track(high)} if high != low else {})


def _track(track: Track) -> list[Data]:
    return [[shot.frame, shot.seconds] for shot in track]


def _said(block: Block, cards: Sequence[Card], kit: Kit) -> Data:
    """A block with its words: the large word, the small ones, and what is spoken when it begins."""
    card = cards[block.card]
    sides = card.body.dose.sides if isinstance(card.body, Movement) else Sides.NONE
    side = ""
    if block.side:
        side = kit.say(f"phone.follow.sides.{sides.value}.{'first' if block.side == 1 else 'other'}")
    numbered = kit.say("phone.follow.set", n=block.set_number, of=block.sets) if block.sets > 1 else ""
    found: dict[str, Data] = {
        "k": block.kind,
        "c": block.card,
        "s": _short(block.seconds),
        "word": _word(block, card, kit),
        "small": [text for text in (numbered, side) if text and block.kind not in {"ready", "rest"}],
        "say": _spoken(block, card, numbered, side, kit),
    }
    if block.reps:
        found["n"] = block.reps
        found["beats"] = [[kit.say(f"phone.follow.beats.{beat.name}"), _short(beat.seconds)] for beat in block.beats]
    return found


def _word(block: Block, card: Card, kit: Kit) -> str:
    if block.kind == "time":
        figure = figure_of(card, kit)
        stays = isinstance(card.body, Movement) and len({shot.frame for shot in track_of(card.body.dose, figure)}) < 2
        return kit.say("phone.follow.hold" if stays and figure else "phone.follow.work")
    return kit.say(f"phone.follow.{'work' if block.kind == 'reps' else block.kind}")


def _spoken(block: Block, card: Card, numbered: str, side: str, kit: Kit) -> str:
    seconds = kit.words.number(block.seconds)
    first = [text for text in (f"{numbered}." if numbered else "", f"{side}." if side else "") if text]
    match block.kind:
        case "ready":
            start = card.body.start if isinstance(card.body, Movement) else ""
            return kit.say("phone.follow.say_card", title=str(card.title), start=str(start))
        case "reps":
            return " ".join([*first, kit.say("phone.follow.say_times", n=block.reps)])
        case "settle":
            return " ".join([*first, kit.say("phone.follow.settle")])
        case "time":
            return kit.say("phone.follow.say_go", n=seconds)
        case "rest":
            return kit.say("phone.follow.say_rest", n=seconds)
        case _:
            return kit.say("phone.follow.change")


def _short(value: float) -> float:
    return int(value) if value == int(value) else round(value, 3)
