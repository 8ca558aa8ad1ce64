"""How hands hold things: where the thing lies, and which way it points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.landmarks import landmark, position
from publisher.figures.props.place import Place
from publisher.figures.skeleton import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.props.wrapping import Body
    from publisher.figures.skeleton import Array
    from publisher.model.figure import Prop

UPWARDS = np.array((0.0, 1.0, 0.0))


def frame_along(at: Array, along: Array, up: Array) -> Frame:
    """A frame whose front is `along` and whose up is as near to `up` as that lets it be."""
    front = along / np.linalg.norm(along)
    upright = up - front * (front @ up)
    if np.linalg.norm(upright) < 1e-3:
        upright = np.array((1.0, 0.0, 0.0)) - front * front[0]
    upright /= np.linalg.norm(upright)
    return Frame(np.column_stack((front, upright, np.cross(front, upright))), at)


def _hand(body: Body, name: str) -> Frame:
    return body.bones.bones[landmark(name, body.build).bone]


def in_fist(prop: Prop, body: Body) -> Place:
    """Across the palm of one hand; between two hands, from the one to the other."""
    spots = [position(body.bones, name, body.build) for name in prop.held]
    hand = _hand(body, prop.held[0])
    along = hand.turn[:, 0] if len(spots) == 1 else spots[1] - spots[0]
    return Place(prop.name, frame_along(np.mean(spots, axis=0), along, hand.turn[:, 1]))


def hanging(prop: Prop, body: Body, size: Mapping[str, float]) -> Place:
    """A dumbbell that stands upright between two hands, which carry its upper head from below."""
    if len(prop.held) == 1:
        return in_fist(prop, body)
    spots = [position(body.bones, name, body.build) for name in prop.held]
    up = body.bones.bones["thorax"].turn[:, 1]
    gap = spots[1] - spots[0]
    axis = up - gap * (up @ gap) / max(float(gap @ gap), 1e-9)
    middle = np.mean(spots, axis=0) - axis / np.linalg.norm(axis) * size["length"] * 0.22
    return Place(prop.name, frame_along(middle, axis, gap))


def facing(prop: Prop, body: Body) -> Place:
    """A disc held at its rim: it faces where the chest faces."""
    spots = [position(body.bones, name, body.build) for name in prop.held]
    front = body.bones.bones["thorax"].turn[:, 0]
    if len(spots) == 1:
        return Place(prop.name, frame_along(spots[0], front, UPWARDS))
    gap = spots[1] - spots[0]
    axis = front - gap * (front @ gap) / max(float(gap @ gap), 1e-9)
    return Place(prop.name, frame_along(np.mean(spots, axis=0), axis, UPWARDS))


def upright(prop: Prop, body: Body, height: float) -> Place:
    """A vessel that a hand holds at half its height and keeps level."""
    spots = [position(body.bones, name, body.build) for name in prop.held]
    middle = np.mean(spots, axis=0) - UPWARDS * height / 2
    return Place(prop.name, Frame(np.eye(3), middle))
