"""What hangs: locks of hair as chains of rounded cones that fall, lie on the back and stay above the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Part, cone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Array, Frame
    from publisher.model.figure import Triple


class Ball(NamedTuple):
    """A body that a lock lies on: a rounded bar from `a` to `b`."""

    a: Array
    b: Array
    radius: float


class Fall(NamedTuple):
    """How things fall here: the direction, the height of the floor, and what lies in the way."""

    down: Array
    floor: float
    balls: tuple[Ball, ...]


def fall(head: Frame, down: Array, thorax: Frame | None, floor: float) -> Fall:
    """What a lock meets on its way: skull and neck, and the shoulders and back if they are known."""
    balls = [
        Ball(head.point(0.004, 0.080), head.point(-0.010, 0.072), 0.057),
        Ball(head.point(0.010, 0.040), head.point(-0.008, 0.000), 0.036),
    ]
    if thorax is not None:
        balls += [
            Ball(head.point(-0.004, 0.0), thorax.point(-0.010, -0.010), 0.037),
            Ball(thorax.point(-0.002, -0.045, -0.070), thorax.point(-0.002, -0.045, 0.070), 0.043),
            Ball(thorax.point(-0.016, -0.050, 0.0), thorax.point(-0.006, -0.180, 0.0), 0.062),
        ]
    return Fall(down, floor, tuple(balls))


def strand(frame: Frame, part: Part, spots: Sequence[Triple], radii: Sequence[float], blend: float) -> list[Solid]:
    """A lock through given spots of the head."""
    return chain(part, [frame.point(*spot) for spot in spots], radii, blend)


def chain(part: Part, points: Sequence[Array], radii: Sequence[float], blend: float) -> list[Solid]:
    """Cones from point to point."""
    return [cone(part, a, b, (r, s), blend) for a, b, r, s in zip(points, points[1:], radii, radii[1:], strict=False)]


def falling(start: Array, way: Array, length: float, radii: Sequence[float], pull: float, fall: Fall) -> list[Array]:
    """The points of a lock that starts on its way and bends down more with each step; one point for each radius."""
    points, step = [start], length / (len(radii) - 1)
    for radius in radii[1:]:
        way = _unit(way + pull * fall.down)
        point = _cleared(points[-1] + way * step, radius, fall)
        way = _unit(point - points[-1])
        points.append(points[-1] + way * step)
        points[-1] = lifted(points[-1], radius, fall)
    return points


def sheet(
    middle: Sequence[Array], head: Frame, outs: Sequence[float], radii: Sequence[float], fall: Fall
) -> list[list[Array]]:
    """Locks side by side that follow the middle one: how far out each starts, to the head's right.

    They curve forward round the head at the top, and hang a little lower than the middle one.
    """
    rows = []
    for out in outs:
        aside = head.turn @ np.array((14 * out * out, 0.0, out))
        sag = 6 * out * out * fall.down
        spread = np.linspace(1.0, 0.9, len(middle))
        points = [middle[0] + aside]
        for point, share, radius in zip(middle[1:], spread[1:], radii[1:], strict=True):
            points.append(_cleared(point + aside * share + sag, radius, fall))
        rows.append(points)
    return rows


def _cleared(point: Array, radius: float, fall: Fall) -> Array:
    """The point moved out of the body and up from the floor."""
    for ball in fall.balls:
        along = ball.b - ball.a
        share = np.clip((point - ball.a) @ along / (along @ along), 0, 1)
        away = point - ball.a - share * along
        far = float(np.linalg.norm(away))
        # Half of a lock may sink in: it lies flat.
        least = ball.radius + 0.5 * radius
        if far < least:
            point = point + away * (least - far) / max(far, 1e-6)
    return lifted(point, radius, fall)


def lifted(point: Array, radius: float, fall: Fall) -> Array:
    """The point, as high above the floor as what is round it is thick."""
    return np.array((point[0], max(point[1], fall.floor + radius), point[2]))


def _unit(way: Array) -> Array:
    return way / max(float(np.linalg.norm(way)), 1e-9)
