"""From key positions to movement: joints ease from one pose to the next, and what touches goes on touching.

Every moment is solved like a pose: contacts that both poses have are held where they are on the way, so no foot slides
and no hand leaves its handle. A foot that is set down elsewhere is lifted on an arc.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.landmarks import landmark, position
from publisher.figures.posing import settle, stances, supports
from publisher.figures.skeleton import DEGREES
from publisher.model.anatomy import LANDMARKS
from publisher.model.figure import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.figures.posing import Stance
    from publisher.figures.skeleton import Array
    from publisher.figures.supports import Support
    from publisher.model.dose import Dose
    from publisher.model.figure import Build, Contact, Figure, Pose, Triple

# A landmark that comes to lie farther off than this has been lifted and set down, H; a shorter way is held on the floor.
LIFTED = 0.02
# The axis of the world across a floor.
UPRIGHT = 1
# How high it goes, as a part of its way, and at most, H.
ARC, HIGHEST = 0.25, 0.10
# Seconds where a card says nothing: into a position, out of it, and to stay (see `PLAIN_REP_SECONDS` of a dose).
USUAL = {"down": 1.5, "up": 1.5, "pause": 0.5, "hold": 2.0}
# The longest hold that is shown as it is, seconds; nobody waits half a minute for a picture to go on.
LONGEST_HOLD = 6.0


class Leg(NamedTuple):
    """One part of a movement: from pose to pose in so many seconds; a hold goes from a pose to itself."""

    start: str
    end: str
    seconds: float
    takes: str
    breath: str = ""


class Moment(NamedTuple):
    """One frame: its time from the start in seconds, where it is between two poses (0 to 1), and the body."""

    at: float
    leg: Leg
    share: float
    stance: Stance


def phases(figure: Figure) -> tuple[Phase, ...]:
    """The parts of a rep: as written, else through the frames and back again; one pose alone is held."""
    if figure.motion:
        return figure.motion
    names = [*figure.frames]
    if len(names) == 1:
        return (Phase(names[0], "hold"),)
    there = [Phase(name, "down") for name in names[1:]]
    back = [Phase(name, "up") for name in reversed(names[:-1])]
    return (*there, *back)


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
            Leg(str(before), str(part.to), _seconds(part.takes, dose) / share[part.takes], part.takes, part.breath)
        )
        before = part.to
    return tuple(leg for leg in found if leg.seconds > 0)


def _seconds(takes: str, dose: Dose | None) -> float:
    """What the card says a part takes, else the usual."""
    if dose is not None and dose.tempo is not None:
        told = {"down": dose.tempo.down, "pause": dose.tempo.pause, "up": dose.tempo.up}
        if takes in told:
            return told[takes]
    held = dose.hold if dose is not None and dose.hold is not None else dose.seconds if dose is not None else None
    if takes == "hold" and held is not None:
        return min(held.low, LONGEST_HOLD)
    return USUAL[takes]


def moments(figure: Figure, build: Build, count: int, dose: Dose | None = None) -> Iterator[Moment]:
    """`count` frames spread evenly over one rep; the first is its start, and the one after the last would be it again."""
    keys = stances(figure, build)
    parts = legs(figure, dose)
    whole = sum(leg.seconds for leg in parts)
    for i in range(count):
        at = whole * i / count
        leg, within = _leg_at(parts, at)
        share = eased(within / leg.seconds)
        yield Moment(at, leg, share, between(figure, keys, leg.start, leg.end, share, build))


def _leg_at(parts: Sequence[Leg], at: float) -> tuple[Leg, float]:
    for leg in parts:
        if at < leg.seconds:
            return leg, at
        at -= leg.seconds
    return parts[-1], parts[-1].seconds


def eased(share: float) -> float:
    """The smoothest way from rest to rest: least jerk (Flash and Hogan 1985)."""
    return share**3 * (10 - 15 * share + 6 * share**2)


def between(figure: Figure, keys: Mapping[str, Stance], start: str, end: str, share: float, build: Build) -> Stance:
    """The body so far on its way from one pose to another."""
    if share <= 0 or start == end:
        return keys[start]
    if share >= 1:
        return keys[end]
    a, b = keys[start], keys[end]
    things = supports(figure, a.pose)
    pose = _pose_between(a, b, share, build, things)
    return settle(pose, things, build)


def _pose_between(a: Stance, b: Stance, share: float, build: Build, things: Mapping[str, Support]) -> Pose:
    angles = a.state.angles + share * (b.state.angles - a.state.angles)
    joints: dict[str, list[float]] = {}
    for degree, angle in zip(DEGREES, angles, strict=True):
        joints.setdefault(degree.joint, [0.0, 0.0, 0.0])[degree.number] = float(angle)
    turn = _turn_between(a.state.turn, b.state.turn, share)
    at = a.state.at + share * (b.state.at - a.state.at)
    pelvis = a.pose.pelvis._replace(up=_triple(turn[:, 1]), front=_triple(turn[:, 0]), at=_triple(at))
    contacts = tuple(_contacts_between(a, b, share, build, things))
    numbers = {joint: _triple(values) for joint, values in joints.items()}
    return a.pose._replace(pelvis=pelvis, joints=numbers, contacts=contacts)


def _triple(values: Sequence[float] | Array) -> Triple:
    x, y, z = (float(value) for value in values)
    return x, y, z


def _turn_between(a: Array, b: Array, share: float) -> Array:
    """The rotation a part of the way from one to the other, about their common axis."""
    step = a.T @ b
    angle = math.acos(max(-1.0, min(1.0, (np.trace(step) - 1) / 2)))
    if angle < 1e-6:
        return a
    axis = np.array((step[2, 1] - step[1, 2], step[0, 2] - step[2, 0], step[1, 0] - step[0, 1]))
    axis = axis / np.linalg.norm(axis)
    cross = np.array(((0, -axis[2], axis[1]), (axis[2], 0, -axis[0]), (-axis[1], axis[0], 0)))
    so_far = angle * share
    found: Array = a @ (np.eye(3) + math.sin(so_far) * cross + (1 - math.cos(so_far)) * cross @ cross)
    return found


def _contacts_between(
    a: Stance, b: Stance, share: float, build: Build, things: Mapping[str, Support]
) -> Iterator[Contact]:
    """The contacts that both poses have, each on its way from its place in one to its place in the other."""
    later = {(contact.part, contact.on): contact for contact in b.pose.contacts}
    shared: set[str] = set()
    for contact in a.pose.contacts:
        other = later.get((contact.part, contact.on))
        if other is not None:
            shared.add(str(contact.part))
            on_body = contact.on in LANDMARKS
            if on_body:
                yield _beside(contact, other, share)
            else:
                yield _on_the_way(contact, other, (a, b), share, build, things[contact.on])
    for contact in (*a.pose.contacts, *b.pose.contacts):
        if contact.on == "floor" and contact.part not in shared:
            shared.add(str(contact.part))
            yield _above_the_floor(contact, (a, b), share, build)


def _beside(contact: Contact, other: Contact, share: float) -> Contact:
    """A hand on the belly rises with the breath: its offset goes from the one to the other."""
    x, y, z = (
        there if here is None or there is None else here + share * (there - here)
        for here, there in zip(contact.at, other.at, strict=True)
    )
    return contact._replace(at=(x, y, z))


def _above_the_floor(contact: Contact, ends: tuple[Stance, Stance], share: float, build: Build) -> Contact:
    """What leaves the floor, or comes down to it, goes straight and never through it."""
    radius = landmark(contact.part, build).radius
    heights = [float(position(stance.skeleton, contact.part, build)[1]) - radius for stance in ends]
    return contact._replace(at=(None, heights[0] + share * (heights[1] - heights[0]), None))


def _on_the_way(
    contact: Contact, other: Contact, ends: tuple[Stance, Stance], share: float, build: Build, support: Support
) -> Contact:
    """Along the surface from the one place to the other; across it, as high above it as both ends say."""
    first, last = (position(stance.skeleton, contact.part, build) for stance in ends)
    place = [float(value) for value in first + share * (last - first)]
    across = support.plane(place).across
    off, then = contact.at[across] or 0.0, other.at[across] or 0.0
    place[across] = off + share * (then - off)
    way = float(np.hypot(last[0] - first[0], last[2] - first[2]))
    if across == UPRIGHT and way > LIFTED and not contact.slides:
        place[across] += min(HIGHEST, ARC * way) * math.sin(math.pi * share)
    x, y, z = place
    return contact._replace(at=(x, y, z))
