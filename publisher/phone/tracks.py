"""One rep in time: which frame, or which picture of a film, is shown for how many seconds, at the tempo of the card."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.figures import shots
from publisher.figures.tempo import STAYS, legs
from publisher.model.dose import PLAIN_REP_SECONDS, SETTLE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.figures.tempo import Leg
    from publisher.model.dose import Dose, Range
    from publisher.model.figure import Figure
    from publisher.phone.reel import Reel


class Shot(NamedTuple):
    """A frame, counted from 0, and how long it is shown."""

    frame: int
    seconds: float


class Beat(NamedTuple):
    """A part of a rep: what it is called in `phone.follow.beats`, and its seconds."""

    name: str
    seconds: float


Track: TypeAlias = tuple[Shot, ...]


def beats(dose: Dose, figure: Figure | None, *, high: bool = False) -> tuple[Beat, ...]:
    """The parts of one rep in the order in which the figure does them; together they last as `Dose` says.

    A hold lasts as long as the low end of the dose says, or with `high` as the high end.
    """
    if dose.hold is not None:
        half = SETTLE_SECONDS / 2
        return Beat("in", half), Beat("hold", _hold(dose.hold, high=high)), Beat("out", half)
    if dose.tempo is None:
        there_and_back = figure is not None and sum(leg.takes not in STAYS for leg in legs(figure, dose)) == 2
        if there_and_back:
            return Beat("in", PLAIN_REP_SECONDS / 2), Beat("out", PLAIN_REP_SECONDS / 2)
        return (Beat("plain", PLAIN_REP_SECONDS),)
    told = {"down": dose.tempo.down, "pause": dose.tempo.pause, "up": dose.tempo.up}
    done = ["pause" if leg.takes in STAYS else leg.takes for leg in legs(figure, dose)] if figure else []
    order = dict.fromkeys([*done, *told])
    return tuple(Beat(name, told[name]) for name in order if told[name] > 0)


def rep_track(dose: Dose, figure: Figure, *, high: bool = False) -> Track:
    """The frames of one rep, which lasts as long as its beats."""
    parts = legs(figure, dose)
    lasts = sum(beat.seconds for beat in beats(dose, figure, high=high))
    if dose.hold is not None:
        parts = _held(parts, _hold(dose.hold, high=high))
    whole = sum(leg.seconds for leg in parts)
    return _shots(figure, parts, lasts / whole if whole else 1.0)


def free_track(dose: Dose, figure: Figure) -> Track:
    """The frames of work that is timed as a whole: a hold stays, a movement goes on at its own pace."""
    parts = legs(figure, dose)
    held = [leg for leg in parts if leg.takes == "hold"]
    return _shots(figure, held or parts, 1.0)


def shown_track(dose: Dose | None, figure: Figure) -> Track:
    """The frames of a movement that is only looked at."""
    return _shots(figure, legs(figure, dose), 1.0)


def film_rep(dose: Dose, figure: Figure, reel: Reel, *, high: bool = False) -> Track:
    """The pictures of one rep of a film, in step with its beats."""
    lasting = [shot.hundredths / shots.HUNDREDTHS for shot in reel.shots]
    stays = [shot.leg.takes in STAYS for shot in reel.shots]
    if dose.hold is not None:
        staying = sum(seconds for seconds, stay in zip(lasting, stays, strict=True) if stay)
        moving, hold = sum(lasting) - staying, _hold(dose.hold, high=high)
        lasting = [
            seconds * (hold / staying if stay else SETTLE_SECONDS / moving)
            for seconds, stay in zip(lasting, stays, strict=True)
        ]
    times = sum(beat.seconds for beat in beats(dose, figure, high=high)) / sum(lasting)
    return _one_after_another(reel.order, [seconds * times for seconds in lasting])


def film_free(reel: Reel) -> Track:
    """The pictures of work that is timed as a whole: a hold stays, a movement goes on at its own pace."""
    held = [place for place, shot in enumerate(reel.shots) if shot.leg.takes == "hold"]
    return _of_film(reel, held or range(len(reel.shots)), 1.0)


def film_into(reel: Reel) -> Track:
    """The pictures on the way into a hold, while somebody gets there; none for what is not held."""
    first = next((place for place, shot in enumerate(reel.shots) if shot.leg.takes == "hold"), 0)
    whole = sum(shot.hundredths for shot in reel.shots[:first]) / shots.HUNDREDTHS
    return _of_film(reel, range(first), SETTLE_SECONDS / whole) if whole else ()


def _of_film(reel: Reel, places: Iterable[int], times: float) -> Track:
    kept = [*places]
    lasting = [times * reel.shots[place].hundredths / shots.HUNDREDTHS for place in kept]
    return _one_after_another([reel.order[place] for place in kept], lasting)


def _one_after_another(pictures: Iterable[int], lasting: Iterable[float]) -> Track:
    """Pictures with their seconds; the same one twice in a row is one that lasts."""
    pairs = groupby(zip(pictures, lasting, strict=True), key=itemgetter(0))
    return tuple(Shot(picture, round(sum(seconds for _, seconds in same), 3)) for picture, same in pairs)


def _hold(hold: Range, *, high: bool) -> float:
    return hold.high if high else hold.low


def _held(parts: Sequence[Leg], hold: float) -> tuple[Leg, ...]:
    """A rep with its whole hold, and the seconds of a dose into it and out of it."""
    moving = sum(leg.seconds for leg in parts if leg.takes not in STAYS)
    staying = sum(leg.seconds for leg in parts if leg.takes in STAYS)
    return tuple(
        leg._replace(
            seconds=leg.seconds * hold / staying if leg.takes in STAYS else leg.seconds * SETTLE_SECONDS / moving
        )
        for leg in parts
    )


def _shots(figure: Figure, parts: Iterable[Leg], times: float) -> Track:
    """On the way from pose to pose the first is shown for one half and the second for the other.

    A pose between two frames shows the frame before it.
    """
    number = {str(pose): place for place, pose in enumerate(figure.frames)}
    found: list[Shot] = []
    last = 0
    for leg in parts:
        start = number.get(leg.start, last)
        last = number.get(leg.end, start)
        for frame in (start, last):
            seconds = leg.seconds * times / 2
            if found and found[-1].frame == frame:
                found[-1] = Shot(frame, round(found[-1].seconds + seconds, 3))
            else:
                found.append(Shot(frame, round(seconds, 3)))
    return tuple(found)
