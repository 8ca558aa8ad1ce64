"""The parts of a rep, how long each takes, and what a frame says of them: breath and hold. Needs no numbers library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.dose import Range
from publisher.model.figure import Phase

if TYPE_CHECKING:
    from publisher.model.dose import Dose
    from publisher.model.figure import Figure

# Seconds where a card says nothing: into a position, out of it, and to stay (see `PLAIN_REP_SECONDS` of a dose).
USUAL = {"down": 1.5, "up": 1.5, "pause": 0.5, "hold": 2.0}
# The longest hold that is shown as it is, seconds; nobody waits half a minute for a picture to go on.
LONGEST_HOLD = 6.0
STAYS = ("hold", "pause")


class Leg(NamedTuple):
    """One part of a movement: from pose to pose in so many seconds; a hold goes from a pose to itself."""

    start: str
    end: str
    seconds: float
    takes: str
    breath: str = ""


class Beat(NamedTuple):
    """What a pose is in its rep: how to breathe on the way into it ("in", "out"), and what is kept there.

    `stays` is "hold", "pause" or nothing.
    """

    breath: str = ""
    stays: str = ""


def phases(figure: Figure) -> tuple[Phase, ...]:
    """The parts of a rep: as written, else through the frames, held at the last, and back; one pose alone is held."""
    if figure.motion:
        return figure.motion
    names = [*figure.frames]
    there = [Phase(name, "down") for name in names[1:]]
    back = [Phase(name, "up") for name in reversed(names[:-1])]
    return (*there, Phase(names[-1], "hold"), *back)


def beat(figure: Figure, pose: str) -> Beat:
    """What one pose is in the rep of its figure."""
    own = [phase for phase in phases(figure) if phase.to == pose]
    breath = next((phase.breath for phase in own if phase.breath), "")
    return Beat(breath, next((phase.takes for phase in own if phase.takes in STAYS), ""))


def kept(stays: str, dose: Dose) -> Range | None:
    """How long a card says that a position is kept, seconds: its hold, or the pause of its tempo."""
    if stays == "hold":
        return dose.hold if dose.hold is not None else dose.seconds
    if stays == "pause" and dose.tempo is not None and dose.tempo.pause:
        return Range(dose.tempo.pause, dose.tempo.pause)
    return None


def legs(figure: Figure, dose: Dose | None = None) -> tuple[Leg, ...]:
    """The parts of one rep with their seconds: the tempo of the card exactly, where it has one."""
    parts = phases(figure)
    share: dict[str, int] = {}
    for part in parts:
        share[part.takes] = share.get(part.takes, 0) + 1
    before = parts[-1].to
    found: list[Leg] = []
    for part in parts:
        found.append(
            Leg(
                str(before),
                str(part.to),
                part.seconds or _seconds(part.takes, dose) / share[part.takes],
                part.takes,
                part.breath,
            )
        )
        before = part.to
    return tuple(leg for leg in found if leg.seconds > 0)


def _seconds(takes: str, dose: Dose | None) -> float:
    """What the card says a part takes, else the usual."""
    if dose is not None and dose.tempo is not None:
        told = {"down": dose.tempo.down, "pause": dose.tempo.pause, "up": dose.tempo.up}
        if takes in told:
            return told[takes]
    held = None if dose is None else kept(takes, dose)
    return USUAL[takes] if held is None else min(held.low, LONGEST_HOLD)
