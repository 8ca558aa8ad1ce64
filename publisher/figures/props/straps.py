"""What is put round a body or held taut: elastic bands, towels, a support belt, a watch, a pack's straps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.landmarks import landmark, position
from publisher.figures.props.wrapping import LIFT, THICK, Flat, around, dense, hull, outline, ribbon, tight
from publisher.figures.skeleton import FOREARM, SHANK, SIGN, THIGH, UPPER_ARM, Frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.field import Part, Solid
    from publisher.figures.props.place import Place
    from publisher.figures.props.wrapping import Body
    from publisher.figures.skeleton import Array
    from publisher.model.figure import Prop, Triple

HANDS = ("grip", "palm", "palm_heel", "fingers", "fingertips", "knuckles", "hand_back", "wrist")
TAIL = 0.052  # what hangs out of the fist, H
LEVELS = (-0.5, -0.25, 0.0, 0.25, 0.5)  # of its width, where the body under a strap is measured
WRAP = 0.029  # half the width of what a band is tied round, H
HANGS = 0.25  # a band that only one hand holds, H
DOWN = np.array((0.0, -1.0, 0.0))


class Seat(NamedTuple):
    """Where a strap lies on a limb: a bone, a point in it, and the direction of the limb there."""

    bone: str
    at: Triple
    limb: str
    pieces: tuple[str, ...]
    front: bool = False


FOOT, TRUNK = ("sole", "shoe"), ("pelvis", "torso")

# Just above the knee cap, above the ankle bones, at the arch: where straps stay of themselves.
SEATS: Mapping[str, Seat] = {
    "knee": Seat("thigh", (0, -0.80 * THIGH, 0), "leg", ("thigh",)),
    "thigh": Seat("thigh", (0, -0.55 * THIGH, 0), "leg", ("thigh",)),
    "calf": Seat("shank", (-0.006, -0.40 * SHANK, 0), "leg", ("shank",)),
    "shin": Seat("shank", (-0.006, -0.40 * SHANK, 0), "leg", ("shank",)),
    "ankle": Seat("shank", (0, -0.86 * SHANK, 0), "leg", ("shank",)),
    "arch": Seat("foot", (0.026, -0.022, 0), "leg", FOOT, front=True),
    "instep": Seat("foot", (0.026, -0.022, 0), "leg", FOOT, front=True),
    "ball": Seat("foot", (0.056, -0.028, 0), "leg", FOOT, front=True),
    "heel": Seat("foot", (-0.006, -0.024, 0), "leg", FOOT, front=True),
    "elbow": Seat("upper_arm", (0, -0.82 * UPPER_ARM, 0), "arm", ("upper_arm",)),
    "forearm": Seat("forearm", (0, -0.40 * FOREARM, 0), "arm", ("forearm",)),
    "wrist": Seat("forearm", (0, -0.93 * FOREARM, 0), "arm", ("forearm",)),
    "low_back": Seat("loin", (0, -0.066, 0), "trunk", TRUNK),
    "waist": Seat("loin", (0, -0.060, 0), "trunk", TRUNK),
    "sacrum": Seat("pelvis", (0, 0.045, 0), "trunk", TRUNK),
    "upper_back": Seat("thorax", (0, -0.090, 0), "trunk", TRUNK),
}


def seat_of(name: str) -> tuple[Seat, str]:
    """Where a strap that is told a landmark lies, and the side ("" on the trunk)."""
    base, side = (name[:-2], name[-1]) if name.endswith(("_r", "_l")) else (name, "")
    start = next((known for known in sorted(SEATS, key=len, reverse=True) if base.startswith(known)), "sacrum")
    seat = SEATS[start]
    return seat, "" if seat.limb == "trunk" else side


def held_by_hand(name: str) -> bool:
    """Whether a landmark holds rather than wears."""
    return name[:-2] in HANDS


def seat_frame(body: Body, seat: Seat, side: str) -> Frame:
    """The frame of the limb where a strap lies."""
    bone = body.bones.bones[f"{seat.bone}_{side}" if side else seat.bone]
    at = np.array(seat.at) * (1, 1, SIGN[side] if side else 1)
    return Frame(bone.turn, bone.point(*at))


def _unit(vector: Array) -> Array:
    return np.array(vector / max(float(np.linalg.norm(vector)), 1e-9))


def _ring(body: Body, name: str, flat: Flat) -> Array:
    """The outline of what a landmark lies on, where a plane cuts it."""
    seat, side = seat_of(name)
    middle = seat_frame(body, seat, side).at
    own = flat._replace(at=middle - flat.normal * float((middle - flat.at) @ flat.normal))
    return flat.seen(own.world(outline(body, f"{seat.limb}_{side}" if side else seat.limb, seat.pieces, own)))


# --- Closed ------------------------------------------------------------------------------------------------------


def loop(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A short closed band round what it is told, tight round both limbs."""
    return tuple(_closed(place.part("elastic"), prop.held, size["width"], body))


def _closed(part: Part, names: Sequence[str], width: float, body: Body) -> list[Solid]:
    rings = edges_of(body, names, common_plane(body, names), width)
    if not rings:
        return []
    return ribbon(part, (rings[0] + rings[1]) / 2, rings[1] - rings[0], width, closed=True)


def edges_of(body: Body, names: Sequence[str], flat: Flat, width: float, count: int = 40) -> tuple[Array, ...]:
    """The lower and the upper edge of a strap that lies tight round limbs, as points of the world.

    Nothing where there is nothing to lie on.
    """
    rings = []
    for share in LEVELS:
        level = flat.shifted(share * width)
        points = np.vstack([_ring(body, name, level) for name in names])
        if len(points) < 3:
            return ()
        rings.append(around(_grown(hull(points), THICK + LIFT), count))
    low, high = _over_all(np.array(rings))
    return flat.shifted(LEVELS[0] * width).world(low), flat.shifted(LEVELS[-1] * width).world(high)


def _over_all(rings: Array) -> tuple[Array, Array]:
    """The first and the last ring, moved out where the straight line between them would cut into one in the middle."""
    middle = (rings[0].max(axis=0) + rings[0].min(axis=0)) / 2
    shares = np.linspace(0, 1, len(rings))[:, None, None]
    straight = rings[0] * (1 - shares) + rings[-1] * shares
    short = np.linalg.norm(rings - middle, axis=2) - np.linalg.norm(straight - middle, axis=2)
    away = straight.mean(axis=0) - middle
    more = np.maximum(short.max(axis=0), 0)[:, None] * away / np.linalg.norm(away, axis=1, keepdims=True)
    return rings[0] + more, rings[-1] + more


def _grown(ring: Array, by: float) -> Array:
    """A convex ring moved outwards."""
    middle = ring.mean(axis=0)
    away = ring - middle
    return np.array(ring + by * away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9))


def common_plane(body: Body, names: Sequence[str]) -> Flat:
    """The plane in which a loop lies: across the limbs, through the middles of both."""
    frames = [seat_frame(body, *seat_of(name)) for name in names]
    seats = [seat_of(name)[0] for name in names]
    limbs = [frame.turn[:, 0 if seat.front else 1] for frame, seat in zip(frames, seats, strict=True)]
    along = _unit(np.sum(limbs, axis=0))
    middle = np.mean([frame.at for frame in frames], axis=0)
    across = frames[0].at - frames[-1].at if len(names) > 1 else frames[0].turn[:, 2]
    if len(names) == 1:
        across = across - along * (across @ along)
    across = _unit(across)
    normal = _unit(along - across * (along @ across))
    return Flat(middle, across, np.cross(normal, across))


# --- Taut --------------------------------------------------------------------------------------------------------


def band(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A band or towel from what holds it first to what holds it last, tight round what lies between."""
    part, width = place.part("elastic"), size["width"]
    solids: list[Solid] = []
    anchored = any(prop.at)
    stops = [_point(body, name) for name in prop.held]
    if anchored:
        stops = [np.array(prop.at, dtype=float), *stops]
        # It is tied round whatever stands there.
        solids += ribbon(part, _wrapped(place), -DOWN, 1.6 * width, closed=True)
    names = ["", *prop.held] if anchored else list(prop.held)
    if len(stops) == 1:
        # Nothing pulls at its other end: it hangs.
        names, stops = ["", *names], [stops[0] + DOWN * HANGS, *stops]
    pieces = _course(body, names, stops)
    for line, across in pieces:
        solids += ribbon(part, line, across, width)
    for name, other in _ends(names, pieces):
        solids += _tail(part, body, name, other, width)
    return tuple(solids)


def _wrapped(place: Place) -> Array:
    """A line round a post, square with round corners, about as wide as a door post."""
    turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    c, s = np.cos(turns), np.sin(turns)
    long = WRAP / (c**6 + s**6) ** (1 / 6)
    return np.array([place.frame.point(a, 0, b) for a, b in zip(long * c, long * s, strict=True)])


def _point(body: Body, name: str) -> Array:
    if held_by_hand(name):
        return position(body.bones, name, body.build)
    return seat_frame(body, *seat_of(name)).at


def _course(body: Body, names: Sequence[str], stops: Sequence[Array]) -> list[tuple[Array, Array]]:
    """The strap as lines with their width directions: straight between, round what is worn."""
    pieces: list[tuple[Array, Array]] = []
    here = stops[0]
    last = len(names) - 1
    for i, name in enumerate(names):
        if i == 0 and (name == "" or held_by_hand(name)):
            continue
        if held_by_hand(name):
            pieces.append(_strand(here, stops[i]))
            here = stops[i]
            continue
        start = stops[i + 1] if i == 0 else here
        end = stops[i + 1] if i < last else here
        line, normal = _round(body, name, start, end)
        if i == 0:
            line = line[1:]
        elif i < last:
            line = line[:-1]
        pieces.append((dense(line), normal))
        here = line[-1]
    return pieces


def _strand(a: Array, b: Array) -> tuple[Array, Array]:
    """A straight stretch: its breadth stands upright."""
    along = _unit(b - a)
    upright = -DOWN - along * (along @ -DOWN)
    if np.linalg.norm(upright) < 0.2:
        upright = np.array((1.0, 0.0, 0.0)) - along * along[0]
    return np.array((a, b)), _unit(upright)


def _round(body: Body, name: str, start: Array, end: Array) -> tuple[Array, Array]:
    """From `start` round the far side of a limb to `end`."""
    seat, side = seat_of(name)
    frame = seat_frame(body, seat, side)
    pull = _unit((start + end) / 2 - frame.at)
    across = frame.turn[:, 2] - pull * (pull @ frame.turn[:, 2])
    if np.linalg.norm(across) < 0.3:
        across = frame.turn[:, 0] - pull * (pull @ frame.turn[:, 0])
    flat = Flat(frame.at, _unit(across), pull)
    ring = _ring(body, name, flat)
    if len(ring) < 3:
        return np.array((start, frame.at, end)), flat.normal
    line = flat.world(tight(_grown(hull(ring), THICK + LIFT), flat.seen(start), flat.seen(end)))
    line[0], line[-1] = start, end
    return line, flat.normal


def _ends(names: Sequence[str], pieces: Sequence[tuple[Array, Array]]) -> list[tuple[str, Array]]:
    """Each hand at an end of the strap, and the direction in which the strap leaves it."""
    ends = []
    if pieces and names[0] and held_by_hand(names[0]):
        ends.append((names[0], pieces[0][0][1] - pieces[0][0][0]))
    if pieces and held_by_hand(names[-1]):
        ends.append((names[-1], pieces[-1][0][-2] - pieces[-1][0][-1]))
    return ends


def _tail(part: Part, body: Body, name: str, leaves: Array, width: float) -> list[Solid]:
    """What comes out of the other side of the fist and hangs down."""
    hand = body.bones.bones[landmark(name, body.build).bone]
    grip = position(body.bones, name, body.build)
    away = hand.turn[:, 0] * (-1.0 if leaves @ hand.turn[:, 0] > 0 else 1.0)
    line = [grip, grip + away * 0.024, grip + away * 0.036 + DOWN * 0.006]
    line += [grip + away * (0.040 - 0.004 * i) + DOWN * (0.006 + i * TAIL / 3) for i in (1, 2, 3)]
    return ribbon(part, np.array(line), _unit(np.cross(away, DOWN) + 0.3 * hand.turn[:, 1]), width)
