"""Movements as films: one rep of a card as one person shows it, in pictures that are drawn once and kept.

What a film was made of stands in its file, as with other drawings; so it is taken without the tools that draw.
"""

from __future__ import annotations

import contextlib
import hashlib
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures import kept, reels
from publisher.figures.shots import shots
from publisher.figures.tempo import phases
from publisher.library.overlays import built_in
from publisher.model.card import Movement
from publisher.pictures import Shown, cache, can_draw, casting, draw_frames, filmed, keep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publisher.figures.reels import Reel
    from publisher.figures.shots import Shot
    from publisher.figures.sketch import Sketch
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.model.theme import Theme

FILMS = "assets/films"


class Film(NamedTuple):
    """The shots of one rep, and the sketch of each, side by side; sketches are at 100 mm a stature."""

    shots: tuple[Shot, ...]
    sketches: tuple[Sketch, ...]


def film(one: Shown, dose: Dose | None = None, *, draws: bool = True) -> Film | None:
    """The film of a figure, as it is kept or else drawn, which takes some seconds; None for what never moves.

    Where nothing is kept and `draws` is false, None too. Raises `UsageError` where the tools that draw are missing.
    """
    shown = shots(one.figure, dose)
    if not shown or not one.figure.people:
        return None
    for folder in (built_in() / FILMS, cache() / "films"):
        frames = _kept(folder, one, shown)
        if frames is not None:
            return _of(shown, frames)
    if not draws:
        return None
    text = drawn(one, dose)
    keep(cache() / "films" / one.file, text)
    return _of(shown, tuple(kept.read(text).sketches.values()))


def drawn(one: Shown, dose: Dose | None = None) -> str:
    """The text of a film's file, drawn anew. Raises `UsageError` where the tools that draw are missing."""
    can_draw([one])
    shown = shots(one.figure, dose)
    room = import_module("publisher.figures.film")
    figure = room.film_at(one.figure, one.person.build, times(shown), dose)
    sketches = draw_frames(one._replace(figure=figure))
    return kept.written(kept.Kept(str(one.figure.id), str(one.person.id), made_of(one, shown), sketches))


def made_of(one: Shown, shown: Sequence[Shot]) -> str:
    """A hash of all that shows in a film: what shows in the figure, the way it moves, and the times of its pictures."""
    way = [tuple(map(str, phase)) for phase in phases(one.figure)]
    said = f"{kept.made_of(one.figure, one.person)} {way} {times(shown)}"
    return hashlib.sha256(said.encode()).hexdigest()[:20]


def times(shown: Sequence[Shot]) -> list[float]:
    """The moments that have to be drawn, each once."""
    return list(dict.fromkeys(round(shot.at, 4) for shot in shown))


def _of(shown: tuple[Shot, ...], frames: Sequence[Sketch]) -> Film:
    by_time = dict(zip(times(shown), frames, strict=True))
    return Film(shown, tuple(by_time[round(shot.at, 4)] for shot in shown))


def _kept(folder: Path, one: Shown, shown: Sequence[Shot]) -> tuple[Sketch, ...] | None:
    with contextlib.suppress(OSError, ValueError):
        found = _read(folder / one.file)
        if found.made_of == made_of(one, shown):
            return tuple(found.sketches.values())
    return None


# A film is asked for by its card and by each deck that shows it.
@lru_cache(maxsize=64)
def _read(path: Path) -> kept.Kept:
    return kept.read(path.read_text(encoding="ascii"))


def reels_of(library: Library, cards: Sequence[Card], theme: Theme, people: Sequence[str] = ()) -> dict[str, Reel]:
    """The film strip of each card that moves, by its id; none for a movement of which no film is kept."""
    found: dict[str, Reel] = {}
    cast = dict(casting(library, cards, people))
    for card in cards:
        if not isinstance(card.body, Movement) or card.id not in cast:
            continue
        one, dose = cast[card.id][0], card.body.dose
        made = film(one, dose, draws=False)
        if made is None:
            continue
        plan = reels.plan(one.figure, made.shots, dose)
        frames = filmed(card, one, [made.sketches[key.shot] for key in plan.keys], theme, 0.0)
        found[str(card.id)] = reels.Reel(frames, tuple(key.pose for key in plan.keys), plan.ways)
    return found
