"""The shapes of an SVG as paths (SVG 1.1, 9), and the moves that are put on them (7.6)."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from publisher.drawing import Path, ellipse, polyline
from publisher.geometry import Point, Transform
from publisher.vectors import numbers, path_data
from publisher.vectors.complaints import NotTakenError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOVE = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)", re.ASCII)
_MOST_MOVES = 40


def _rect(given: Mapping[str, str]) -> Path:
    x, y, width, height = (_length(given, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return Path()
    rx, ry = _radii(given)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return polyline([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], closed=True)
    right, bottom = x + width, y + height
    arc = f"A {rx} {ry} 0 0 1"
    return path_data.parse(
        f"M {x + rx} {y} H {right - rx} {arc} {right} {y + ry} V {bottom - ry} {arc} {right - rx} {bottom} "
        f"H {x + rx} {arc} {x} {bottom - ry} V {y + ry} {arc} {x + rx} {y} Z"
    )


def _radii(given: Mapping[str, str]) -> tuple[float, float]:
    """Of the corners; one that is not said is as the other."""
    said = [numbers.length(given[name]) if name in given and given[name] != "auto" else None for name in ("rx", "ry")]
    both = [each if each is not None else said[1 - place] or 0.0 for place, each in enumerate(said)]
    return both[0], both[1]


def _circle(given: Mapping[str, str]) -> Path:
    radius = _length(given, "r")
    return ellipse(Point(_length(given, "cx"), _length(given, "cy")), radius) if radius > 0 else Path()


def _ellipse(given: Mapping[str, str]) -> Path:
    rx, ry = _radii(given)
    return ellipse(Point(_length(given, "cx"), _length(given, "cy")), rx, ry) if rx > 0 and ry > 0 else Path()


def _line(given: Mapping[str, str]) -> Path:
    ends = [(_length(given, f"x{end}"), _length(given, f"y{end}")) for end in (1, 2)]
    return polyline(ends)


def _points(given: Mapping[str, str], *, closed: bool) -> Path:
    found = numbers.all_of(given.get("points", ""))
    if len(found) % 2:
        raise NotTakenError("the points of a line are not told in pairs.")
    points = list(zip(found[::2], found[1::2], strict=True))
    return polyline(points, closed=closed) if len(points) > 1 else Path()


def _path(given: Mapping[str, str]) -> Path:
    text = given.get("d", "").strip()
    return Path() if text in {"", "none"} else path_data.parse(text)


def _length(given: Mapping[str, str], name: str) -> float:
    return numbers.length(given[name]) if name in given else 0.0


# Each element that is drawn: its path, and the attributes that tell it.
SHAPES: dict[str, tuple[Callable[[Mapping[str, str]], Path], frozenset[str]]] = {
    "rect": (_rect, frozenset({"x", "y", "width", "height", "rx", "ry"})),
    "circle": (_circle, frozenset({"cx", "cy", "r"})),
    "ellipse": (_ellipse, frozenset({"cx", "cy", "rx", "ry"})),
    "line": (_line, frozenset({"x1", "y1", "x2", "y2"})),
    "polyline": (lambda given: _points(given, closed=False), frozenset({"points"})),
    "polygon": (lambda given: _points(given, closed=True), frozenset({"points"})),
    "path": (_path, frozenset({"d", "pathLength"})),
}


def moved(text: str) -> Transform:
    """A list of moves as one, the last of them done first."""
    found, at, count = Transform(), 0, 0
    for form in _MOVE.finditer(text):
        if text[at : form.start()].strip(" \t\r\n,"):
            break
        at, count = form.end(), count + 1
        found = _one(form[1], numbers.all_of(form[2])).then(found)
    if text[at:].strip(" \t\r\n,") or count > _MOST_MOVES:
        raise NotTakenError("a `transform` is not a list of moves.")
    for value in found:
        numbers.bounded(value)
    return found


def _one(name: str, given: list[float]) -> Transform:
    counts, move = _MOVES.get(name, ((), Transform))
    if len(given) not in counts:
        raise NotTakenError("a `transform` is not a list of moves.")
    return move(*given)


def _turn(degrees: float, x: float = 0.0, y: float = 0.0) -> Transform:
    return Transform.move(-x, -y).then(Transform.turn(degrees)).then(Transform.move(x, y))


def _slant(degrees: float) -> float:
    turned = Transform.turn(degrees)
    if abs(turned.a) < 1e-3:
        raise NotTakenError("a shape is slanted until nothing is left.")
    return turned.b / turned.a


# How many numbers each move takes, and what it does.
_MOVES: dict[str, tuple[tuple[int, ...], Callable[..., Transform]]] = {  # type: ignore[explicit-any]
    "translate": ((1, 2), lambda x, y=0.0: Transform.move(x, y)),
    "scale": ((1, 2), Transform.scale),
    "rotate": ((1, 3), _turn),
    "skewX": ((1,), lambda degrees: Transform(c=_slant(degrees))),
    "skewY": ((1,), lambda degrees: Transform(b=_slant(degrees))),
    "matrix": ((6,), Transform),
}


def evenly(by: Transform) -> float | None:
    """How much a move makes lines wider; None where it would make them wider one way than another."""
    along, across = math.hypot(by.a, by.b), math.hypot(by.c, by.d)
    slant = by.a * by.c + by.b * by.d
    size = max(along, across)
    if size == 0 or abs(along - across) > 0.02 * size or abs(slant) > 0.02 * size**2:
        return None
    return math.sqrt(abs(by.a * by.d - by.b * by.c))
