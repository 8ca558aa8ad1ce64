"""The small language of icons: `M 2 9 L 22 19`, `circle 12 12 8.4`, on a grid of 24, y down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.drawing import Path, arc, ellipse
from publisher.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.drawing import Segment, Verb

_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,4})?")
_VERBS: dict[str, tuple[Verb, int]] = {"M": ("M", 2), "L": ("L", 2), "C": ("C", 6), "Z": ("Z", 0)}
_SHAPES: dict[str, tuple[int, Callable[[tuple[float, ...]], Path]]] = {
    "circle": (3, lambda n: ellipse(Point(n[0], n[1]), n[2])),
    "ellipse": (4, lambda n: ellipse(Point(n[0], n[1]), n[2], n[3])),
    "arc": (5, lambda n: arc(Point(n[0], n[1]), n[2], n[3], n[4])),
}
GRAMMAR = "M x y, L x y, C x1 y1 x2 y2 x y, Z, circle cx cy r, ellipse cx cy rx ry, arc cx cy r from to"


class BadPathError(ValueError):
    """A path that is not in our language; the text says where it goes wrong."""


def parse(text: str) -> Path:
    """The path, or `BadPathError`."""
    segments: list[Segment] = []
    words = text.split()
    while words:
        name = words.pop(0)
        if name in _VERBS:
            verb, count = _VERBS[name]
            if not segments and verb != "M":
                raise BadPathError(f"`{name}` needs an `M` before it")
            segments.append((verb, _numbers(name, count, words)))
        elif name in _SHAPES:
            count, shape = _SHAPES[name]
            segments += shape(_numbers(name, count, words)).segments
        else:
            raise BadPathError(f"`{name}` is not a part of a path")
    if not segments:
        raise BadPathError("the path is empty")
    return Path(tuple(segments))


def _numbers(name: str, count: int, words: list[str]) -> tuple[float, ...]:
    taken = words[:count]
    del words[:count]
    if len(taken) < count or not all(_NUMBER.fullmatch(word) for word in taken):
        raise BadPathError(f"`{name}` needs {count} numbers")
    return tuple(float(word) for word in taken)
