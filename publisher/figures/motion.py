"""From key positions to movement: joints ease from one pose to the next, and what touches goes on touching.

Every moment is solved like a pose: contacts that both poses have are held where they are on the way, so no foot slides
and no hand leaves its handle. A hand or foot that is set down elsewhere is lifted on an arc. What touches in one of the
poses alone goes the way its joints take it; only where that way leads into the floor is it held on the floor.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.landmarks import NAMES, TRUNK, landmark, position
from publisher.figures.posing import MILLIMETRES, settle, stances, supports
from publisher.figures.skeleton import DEGREES, WHERE, State, about
from publisher.figures.tempo import legs
from publisher.model.anatomy import LANDMARKS, SIDES
from publisher.model.figure import Contact
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.figures.posing import Stance
    from publisher.figures.skeleton import Array
    from publisher.figures.supports import Support
    from publisher.figures.tempo import Leg
    from publisher.model.dose import Dose
    from publisher.model.figure import Build, Figure, Pose

# What comes to lie farther off than this has been lifted and set down, H; a shorter way is held on the floor.
LIFTED = 0.02
# What rolls or glides and is never lifted: the trunk with hips and thighs.
GLIDES = (*(bone for bone in TRUNK if bone != "head"), "thigh_r", "thigh_l")
# Deeper in the floor than this is in the floor, H; so often is it lifted out of it.
SUNK, LIFTS = 0.5 / MILLIMETRES, 4
# So far may a thigh be raised to draw its foot up over the floor, and so finely, degrees.
MOST_DRAWN_UP, FINE = 40.0, 0.5
# The axis of the world across a floor.
UPRIGHT = 1
# How high it goes, as a part of its way, and at most, H.
ARC, HIGHEST = 0.25, 0.10


class Moment(NamedTuple):
    """One frame: its time from the start in seconds, where it is between two poses (0 to 1), and the body."""

    at: float
    leg: Leg
    share: float
    stance: Stance


def moments(figure: Figure, build: Build, count: int, dose: Dose | None = None) -> Iterator[Moment]:
    """`count` frames spread evenly over one rep; the first is its start, and after the last it starts again."""
    whole = sum(leg.seconds for leg in legs(figure, dose))
    yield from moments_at(figure, build, [whole * i / count for i in range(count)], dose)


def moments_at(figure: Figure, build: Build, times: Sequence[float], dose: Dose | None = None) -> Iterator[Moment]:
    """The frames of one rep at these times, seconds from its start."""
    keys = stances(figure, build)
    parts = legs(figure, dose)
    for at in times:
        leg, share = _leg_at(parts, at)
        yield Moment(at, leg, share, between(figure, keys, leg.start, leg.end, share, build))


def _leg_at(parts: Sequence[Leg], at: float) -> tuple[Leg, float]:
    """Which part a moment falls into, and how far that has come (0 to 1).

    Parts that take the same time and follow one another are one movement: it rests at its ends, not on its way. One
    that is all of a rep, as a stride is, never rests.
    """
    movements = [tuple(movement) for _, movement in groupby(parts, lambda leg: leg.takes)]
    for movement in movements:
        seconds = sum(leg.seconds for leg in movement)
        if at < seconds:
            share = at / seconds if _runs_on(movements) else eased(at / seconds)
            return _within(movement, seconds * share)
        at -= seconds
    return parts[-1], 1.0


def _runs_on(movements: Sequence[Sequence[Leg]]) -> bool:
    """Whether a rep is one movement through several poses that ends where it began."""
    return len(movements) == 1 and len(movements[0]) > 1


def _within(movement: Sequence[Leg], at: float) -> tuple[Leg, float]:
    for leg in movement:
        if at < leg.seconds:
            return leg, at / leg.seconds
        at -= leg.seconds
    return movement[-1], 1.0


def eased(share: float) -> float:
    """The smoothest way from rest to rest: least jerk (Flash and Hogan 1985)."""
    return share**3 * (10 - 15 * share + 6 * share**2)


def between(figure: Figure, keys: Mapping[str, Stance], start: str, end: str, share: float, build: Build) -> Stance:
    """The body so far on its way from one pose to another."""
    if share <= 0 or start == end:
        return keys[start]
    if share >= 1:
        return keys[end]
    ends = keys[start], keys[end]
    things, written = supports(figure, ends[0].pose), _state_between(ends, share)
    contacts = tuple(_held(ends, share, build, things))
    way = _Way(ends, share, build, things, ends[0].pose._replace(contacts=contacts))
    body = way.settled(written)
    limbs = frozenset(way.sunk(body)) & way.free
    if limbs:
        written = way.drawn_up(written, limbs)
        body = way.settled(written)
    for _ in range(LIFTS):
        sunk = way.sunk(body)
        if not sunk:
            break
        contacts += tuple(Contact(Phrase(name), Phrase("floor"), (None, low, None)) for _, name, low in sunk.values())
        body = way._replace(pose=way.pose._replace(contacts=contacts)).settled(written)
    return body


class _Way(NamedTuple):
    """A moment between two poses: the poses, how far it has come, and what is held on the way."""

    ends: tuple[Stance, Stance]
    share: float
    build: Build
    things: Mapping[str, Support]
    pose: Pose

    def settled(self, written: State) -> Stance:
        """The body nearest to these numbers."""
        return settle(self.pose, self.things, self.build, written=written)

    @property
    def free(self) -> frozenset[str]:
        """The legs that touch nothing on the way."""
        held = {_limb(landmark(contact.part, self.build).bone) for contact in self.pose.contacts}
        return frozenset(_DRAWN_UP.keys() - held)

    def sunk(self, body: Stance) -> dict[str, tuple[float, str, float]]:
        """By limb what is in the floor: how deep its deepest landmark is, and how low that may be: as in the poses."""
        held = {contact.part for contact in body.pose.contacts}
        found: dict[str, tuple[float, str, float]] = {}
        for name in NAMES:
            first, last = (_height(end, name, self.build) for end in self.ends)
            low = min(0.0, first + self.share * (last - first))
            depth = low - _height(body, name, self.build)
            if depth > SUNK and name not in held:
                limb = _limb(landmark(name, self.build).bone)
                found[limb] = max(found.get(limb, (0.0, "", 0.0)), (depth, name, low))
        return found

    def drawn_up(self, written: State, limbs: frozenset[str]) -> State:
        """These numbers with legs bent by so little that they clear the floor; unchanged where that does not help."""

        def clear(degrees: float) -> bool:
            return not self.sunk(self.settled(_bent(written, limbs, degrees))).keys() & limbs

        low, high = 0.0, MOST_DRAWN_UP
        if not clear(high):
            return written
        while high - low > FINE:
            middle = (low + high) / 2
            low, high = (low, middle) if clear(middle) else (middle, high)
        return _bent(written, limbs, high)


def _limb(bone: str) -> str:
    return next((limb for limb, bones in _BONES.items() if bone in bones), "trunk")


def _bent(written: State, limbs: frozenset[str], degrees: float) -> State:
    """Legs with their feet drawn up under them."""
    angles = written.angles.copy()
    for limb in limbs:
        for joint, times in _DRAWN_UP[limb].items():
            number = WHERE[joint, 0]
            angles[number] = min(angles[number] + times * degrees, DEGREES[number].high)
    return written._replace(angles=angles)


# Which bones sink together; and how a leg is drawn up: the thigh rises and the knee bends twice as much.
_BONES = {
    f"{limb}_{side}": tuple(f"{bone}_{side}" for bone in bones)
    for limb, bones in (("leg", ("thigh", "shank", "foot", "toes")), ("arm", ("upper_arm", "forearm", "hand")))
    for side in SIDES
}
_DRAWN_UP: Mapping[str, Mapping[str, float]] = {
    f"leg_{side}": {f"hip_{side}": 1.0, f"knee_{side}": 2.0} for side in SIDES
}


def _state_between(ends: tuple[Stance, Stance], share: float) -> State:
    a, b = (stance.state for stance in ends)
    return State(
        _turn_between(a.turn, b.turn, share),
        a.at + share * (b.at - a.at),
        a.angles + share * (b.angles - a.angles),
        a.blades + share * (b.blades - a.blades),
    )


def _turn_between(a: Array, b: Array, share: float) -> Array:
    """The rotation a part of the way from one to the other, about their common axis."""
    step = a.T @ b
    angle = math.acos(max(-1.0, min(1.0, (np.trace(step) - 1) / 2)))
    if angle < 1e-6:
        return a
    axis = np.array((step[2, 1] - step[1, 2], step[0, 2] - step[2, 0], step[1, 0] - step[0, 1]))
    axis = axis / np.linalg.norm(axis)
    found: Array = a @ about(axis, math.degrees(angle * share))
    return found


# --- What touches on the way ------------------------------------------------------------------------------------


def _held(ends: tuple[Stance, Stance], share: float, build: Build, things: Mapping[str, Support]) -> Iterator[Contact]:
    """The contacts that both poses have, each on its way from its place in one to its place in the other."""
    later = {(contact.part, contact.on): contact for contact in ends[1].pose.contacts}
    for contact in ends[0].pose.contacts:
        other = later.get((contact.part, contact.on))
        if other is None:
            continue
        if contact.on in LANDMARKS:
            yield _beside(contact, other, share)
        elif contact.on in things:
            yield _on_the_way(contact, other, ends, share, build, things[contact.on])


def _beside(contact: Contact, other: Contact, share: float) -> Contact:
    """A hand on the belly rises with the breath: its offset goes from the one to the other."""
    x, y, z = (
        there if here is None or there is None else here + share * (there - here)
        for here, there in zip(contact.at, other.at, strict=True)
    )
    return contact._replace(at=(x, y, z))


def _on_the_way(
    contact: Contact, other: Contact, ends: tuple[Stance, Stance], share: float, build: Build, support: Support
) -> Contact:
    """Along the surface from the one place to the other; across it, as high above it as both ends say."""
    first, last = (position(stance.skeleton, contact.part, build) for stance in ends)
    place = [float(value) for value in first + share * (last - first)]
    across = support.plane(place).across
    off, then = contact.at[across] or 0.0, other.at[across] or 0.0
    place[across] = off + share * (then - off)
    if across == UPRIGHT and not (contact.slides or other.slides):
        way = float(np.hypot(last[0] - first[0], last[2] - first[2]))
        place[across] += _lifted(contact.part, way, share, build)
    x, y, z = place
    return contact._replace(at=(x, y, z))


def _lifted(part: str, way: float, share: float, build: Build) -> float:
    """How high a hand or foot is on its way to where it is set down, H."""
    if way <= LIFTED or landmark(part, build).bone in GLIDES:
        return 0.0
    return min(HIGHEST, ARC * way) * math.sin(math.pi * share)


def _height(stance: Stance, name: str, build: Build) -> float:
    """How high the underside of a landmark is above the floor, H."""
    return float(position(stance.skeleton, name, build)[UPRIGHT]) - landmark(name, build).radius
