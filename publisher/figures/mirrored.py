"""A picture the other way round: whoever shows a movement on the right shows it on the left.

What is drawn is mirrored before it is placed: people, things, arrows, and the fall of the ground. What a page writes
beside it (numbers, words, signs) is not, and frames stay in their order. A photograph is nobody's to turn.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.figures.illustration import Framed, Illustration
from publisher.figures.sketch import Sketch
from publisher.geometry import Point, Transform

if TYPE_CHECKING:
    from collections.abc import Collection

    from publisher.geometry import Box

_TURN = Transform.scale(-1, 1)


# By identity: of the same frames the same are made, so that a page holds their drawing once.
@lru_cache(maxsize=256)
def mirrored(picture: Illustration) -> Illustration:
    """All drawn frames the other way round; the very same ones for the same picture."""
    return Illustration(tuple(_frame(frame) if isinstance(frame, Framed) else frame for frame in picture.frames))


def without(picture: Illustration, poses: Collection[str]) -> Illustration:
    """The picture without the frames of some poses; all of it, where nothing else would be left."""
    frames = tuple(frame for frame in picture.frames if frame.pose not in poses)
    return Illustration(frames) if frames else picture


def _frame(frame: Framed) -> Framed:
    room = None if frame.room is None else _box(frame.room)
    return replace(frame, sketch=_sketch(frame.sketch), slope=-frame.slope, room=room, _made={})


def _sketch(sketch: Sketch) -> Sketch:
    return Sketch(
        tuple((role, path.moved(_TURN)) for role, path in sketch.fills),
        tuple(line._replace(path=line.path.moved(_TURN)) for line in sketch.lines),
        _box(sketch.box),
        _point(sketch.ground),
        tuple((name, _point(spot)) for name, spot in sketch.spots),
    )


def _point(point: Point) -> Point:
    return Point(-point.x, point.y)


def _box(box: Box) -> Box:
    return box._replace(x=-box.right)
