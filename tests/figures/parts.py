"""Parts of a person on their own, and ways to look at them: from a side, and how far away a spot is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import scene
from publisher.figures.skeleton import Frame, about, skeleton, state_of
from publisher.figures.tracing import Camera, distance, trace
from publisher.model.figure import Build, Hair, Pelvis, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.field import Scene
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Raster

AHEAD = Frame(np.eye(3), np.zeros(3))
DOWN = np.array((0.0, -1.0, 0.0))
# The person faces +x: rows are right, up and towards the viewer.
FROM = {
    "right": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "left": ((-1, 0, 0), (0, 1, 0), (0, 0, -1)),
    "front": ((0, 0, -1), (0, 1, 0), (1, 0, 0)),
    "back": ((0, 0, 1), (0, 1, 0), (-1, 0, 0)),
    "below": ((1, 0, 0), (0, 0, 1), (0, -1, 0)),
}


def someone(hair=Hair.SHORT, **more) -> Person:
    more.setdefault("build", Build())
    return Person(
        "x", "x", hair=hair, hair_colour="#222222", skin="#F8DFCF", skin_shade="#E9C3AC", skin_far="#D9BBA8", **more
    )


def alone(groups) -> Scene:
    return scene([group._replace(joins="") for group in groups], (), np.zeros((0, 10)))


def eye(side: str) -> Camera:
    return Camera(np.array(FROM[side], dtype=float))


def look(groups, side: str, pixels: float = 500) -> Raster:
    return trace(alone(groups), eye(side), pixels)


def far(groups, *points: Array) -> list[float]:
    """How far each point is from the surface; negative inside."""
    arrays = alone(groups)[1:]
    return [float(distance(arrays, *(float(v) for v in point))[0]) for point in points]


def seen_at(raster: Raster, camera: Camera, point) -> str:
    """The material that is seen where a world point lies; "" for nothing."""
    right, up, _ = camera.seen(np.asarray(point, dtype=float))
    row, column = round((raster.top - up) * raster.pixels), round((right - raster.left) * raster.pixels)
    number = raster.part[row, column]
    return raster.parts[number].material if number >= 0 else ""


def lowest(groups, pixels: float = 400) -> float:
    """The height of the lowest spot of the surface, H."""
    return -float(look(groups, "below", pixels).depth.max())


def lying(up, front, at=(0.0, 0.0, 0.0)) -> Frame:
    up, front = np.array(up, dtype=float), np.array(front, dtype=float)
    return Frame(np.column_stack((front, up, np.cross(front, up))), np.array(at, dtype=float))


def standing() -> Mapping[str, Frame]:
    return skeleton(state_of(Pelvis(), {})).bones


def on_bent_toes(bend: float) -> tuple[Frame, Frame]:
    """Foot and toes with the toes flat on the floor at y = 0 and the heel lifted by a bend in degrees."""
    toes = Frame(np.eye(3), np.array((0.0, 0.012, 0.0)))
    turn = about((0, 0, 1), -bend)
    return Frame(turn, toes.at - turn @ np.array((0.072, -0.027, 0.0))), toes
