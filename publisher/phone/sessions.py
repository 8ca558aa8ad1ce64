"""A session to follow along, worked out: blocks of seconds, one after another, from the doses of its cards.

What a dose counts (`Dose.total_seconds`) is exactly what is led through here, once with its lowest numbers and once
with its highest. On top comes what no dose counts: time to read a card, and to turn to the other side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement, Position
from publisher.model.dose import SETTLE_SECONDS, Sides
from publisher.phone.block_words import begun, short, words_of
from publisher.phone.kit import look_of
from publisher.phone.stops import sort_of
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

# Seconds to read a card and get ready for it, and to turn to the other side: on the feet, and down on the floor.
READY_SECONDS, CHANGE_SECONDS, FLOOR_CHANGE_SECONDS = 15, 5, 8
_ON_THE_FEET = frozenset({Position.STANDING, Position.RUNNING, Position.SITTING})
# What a page reads of every block; the rest is left out where it is nothing.
_ALWAYS = frozenset({"k", "c", "s", "word", "say", "what"})
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


def blocks_of(
    dose: Dose, figure: Figure | None, card: int = 0, *, high: bool = False, change: float = CHANGE_SECONDS
) -> tuple[Block, ...]:
    """One card from its first second to its last, with the lowest numbers of its dose, or the highest.

    Sides take turns with each set, as cards say; every turn has its own `change` seconds.
    """
    return tuple(_blocks(dose, figure, card, change, high=high))


def change_seconds(card: Card) -> float:
    """How long it takes to turn to the other side."""
    return CHANGE_SECONDS if card.position in _ON_THE_FEET else FLOOR_CHANGE_SECONDS


def _blocks(dose: Dose, figure: Figure | None, card: int, change: float, *, high: bool) -> Iterator[Block]:
    def end(span: Range | None, usual: float) -> float:
        if span is None:
            return usual
        return span.high if high else span.low

    sets = int(end(dose.sets, 1))
    yield Block("ready", card, READY_SECONDS)
    for number in range(1, sets + 1):
        for side in (0,) if dose.sides is Sides.NONE else (1, 2):
            if side == 2 or (side == 1 and number > 1):
                yield Block("change", card, change, number, sets, side)
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
    texts = _Texts()
    low, high = ([_said(block, moving, kit, texts) for block in _all(moving, kit, high=end)] for end in ENDS)
    return {
        "id": name,
        "title": title,
        "need": _need(moving, kit),
        "cards": [_card(card, kit) for card in moving],
        "texts": list(texts.found),
        "low": low,
        **({"high": high} if high != low else {}),
    }


class _Texts:
    """Texts that blocks say again and again: each is written once, and told by its place."""

    def __init__(self) -> None:
        self.found: dict[str, int] = {}

    def place(self, text: str) -> int:
        return self.found.setdefault(text, len(self.found))


def counted_seconds(blocks: Sequence[Block]) -> float:
    """The seconds that doses count."""
    return sum(block.seconds for block in blocks if block.counts)


def _all(cards: Sequence[Card], kit: Kit, *, high: bool) -> Iterator[Block]:
    for place, card in enumerate(cards):
        if isinstance(card.body, Movement):
            change = change_seconds(card)
            yield from blocks_of(card.body.dose, figure_of(card, kit), place, high=high, change=change)


def _need(cards: Sequence[Card], kit: Kit) -> str:
    """What to fetch before the first card."""
    things = list(dict.fromkeys(str(thing) for card in cards for thing in card.equipment))
    if not things:
        return kit.say("phone.follow.need_nothing")
    return kit.say("phone.follow.need", things=kit.words.listed(things))


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
        "stop": [[begun(str(reason)), sort_of(str(reason), kit.words).value] for reason in body.stop_if],
        "coach": _advice(body, kit),
        "easier": f"{kit.say('card.easier')}: {body.easier.text}" if body.easier else "",
    }
    reel = kit.reels.get(str(card.id))
    if reel is not None and figure is not None:
        found["film"] = _ends(*(film_of(body.dose, figure, reel, high=high) for high in ENDS))
        found["into"] = _track(film_into(reel) if body.dose.seconds is not None else ())
    return found


def _advice(body: Movement, kit: Kit) -> list[str]:
    """What to think of while working, the most important first."""
    found = [str(body.cue)]
    if body.breathing:
        found.append(kit.say("phone.follow.breathe", how=str(body.breathing)))
    if body.not_feel:
        found.append(kit.say("phone.follow.not_feel", where=str(body.not_feel)))
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


def _said(block: Block, cards: Sequence[Card], kit: Kit, texts: _Texts) -> Data:
    """A block with its words: the large word, the small ones, what is spoken as it begins and on the way."""
    card = cards[block.card]
    words = words_of(block, card, kit, stays=_stays(card, kit))
    found: dict[str, Data] = {
        "k": block.kind,
        "c": block.card,
        "s": short(block.seconds),
        "set": block.set_number,
        "side": block.side,
        "n": block.reps,
        "word": texts.place(words.word),
        "small": [texts.place(text) for text in words.small],
        "say": texts.place(words.say),
        "what": texts.place(words.what),
        "tips": [[at, texts.place(text)] for at, text in words.tips],
        "beats": [
            [texts.place(kit.say(f"phone.follow.beats.{beat.name}")), short(beat.seconds), beat.name]
            for beat in block.beats
        ],
    }
    return {name: value for name, value in found.items() if value not in (0, []) or name in _ALWAYS}


def _stays(card: Card, kit: Kit) -> bool:
    """Whether the figure of a card is held, and does not move."""
    figure = figure_of(card, kit)
    if figure is None or not isinstance(card.body, Movement):
        return False
    return len({shot.frame for shot in track_of(card.body.dose, figure)}) < 2
