"""The `d` of a path in SVG 1.1 (8.3) as a path of ours: lines and cubics, all from the origin."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.drawing import Path
from publisher.geometry import Point, Transform
from publisher.vectors.complaints import NotTakenError
from publisher.vectors.numbers import MOST_NUMBERS, Scanner

if TYPE_CHECKING:
    from publisher.drawing import Segment

# A quarter of a circle is drawn well by one cubic.
_QUARTER = math.pi / 2


def parse(text: str) -> Path:
    """The path."""
    return _Reader(text).path()


class _Reader:
    """Where the pen is, where its line began, and the last control point, which some commands mirror."""

    def __init__(self, text: str) -> None:
        self._scanner = Scanner(text)
        self._out: list[Segment] = []
        self._pen = self._start = Point(0.0, 0.0)
        self._control: tuple[str, Point] | None = None

    def path(self) -> Path:
        command = ""
        while not self._scanner.is_at_end:
            if self._scanner.next.isalpha():
                command = self._scanner.letter()
            elif command in {"", "Z", "z"}:
                raise NotTakenError("a path has numbers where a command should stand.")
            if not self._out and command not in {"M", "m"}:
                raise NotTakenError("a path does not begin with `M`.")
            self._step(command)
            # What follows the pair of a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)
            if len(self._out) > MOST_NUMBERS:
                raise NotTakenError("a path has too many points.")
        return Path(tuple(self._out))

    def _step(self, command: str) -> None:  # a line a command
        from_pen = command.islower()
        control, self._control = self._control, None
        match command.upper():
            case "M":
                self._pen = self._start = self._point(from_pen)
                self._out.append(("M", self._pen))
            case "L":
                self._line(self._point(from_pen))
            case "H" | "V":
                self._along(command, self._scanner.number())
            case "C" | "S":
                first = self._point(from_pen) if command in "Cc" else self._mirrored("C", control)
                self._cubic(first, self._point(from_pen), self._point(from_pen))
            case "Q" | "T":
                middle = self._point(from_pen) if command in "Qq" else self._mirrored("Q", control)
                self._quadratic(middle, self._point(from_pen))
            case "A":
                self._arc(from_pen)
            case "Z":
                self._out.append(("Z", ()))
                self._pen = self._start
            case _:
                raise NotTakenError("a path has a command that there is not.")

    def _point(self, from_pen: bool) -> Point:  # noqa: FBT001  (asked here only)
        x, y = self._scanner.number(), self._scanner.number()
        return Point(x + self._pen.x, y + self._pen.y) if from_pen else Point(x, y)

    def _mirrored(self, kind: str, control: tuple[str, Point] | None) -> Point:
        if control is None or control[0] != kind:
            return self._pen
        return Point(2 * self._pen.x - control[1].x, 2 * self._pen.y - control[1].y)

    def _along(self, command: str, value: float) -> None:
        """A line along one of the axes."""
        pen = self._pen
        to = {"H": Point(value, pen.y), "V": Point(pen.x, value), "h": Point(pen.x + value, pen.y)}
        self._line(to.get(command, Point(pen.x, pen.y + value)))

    def _line(self, to: Point) -> None:
        self._out.append(("L", to))
        self._pen = to

    def _cubic(self, first: Point, second: Point, to: Point) -> None:
        self._out.append(("C", (*first, *second, *to)))
        self._pen, self._control = to, ("C", second)

    def _quadratic(self, middle: Point, to: Point) -> None:
        pen = self._pen
        first = Point(pen.x + (middle.x - pen.x) * 2 / 3, pen.y + (middle.y - pen.y) * 2 / 3)
        second = Point(to.x + (middle.x - to.x) * 2 / 3, to.y + (middle.y - to.y) * 2 / 3)
        self._out.append(("C", (*first, *second, *to)))
        self._pen, self._control = to, ("Q", middle)

    def _arc(self, from_pen: bool) -> None:  # noqa: FBT001  (asked here only)
        scan = self._scanner
        rx, ry, turn = abs(scan.number()), abs(scan.number()), scan.number()
        large, sweep = scan.flag(), scan.flag()
        to = self._point(from_pen)
        if rx < 1e-9 or ry < 1e-9:
            self._line(to)
        elif to != self._pen:
            self._out += _cubics(self._pen, to, (rx, ry, turn), large=large, sweep=sweep)
            self._pen = to


def _cubics(start: Point, end: Point, shape: tuple[float, float, float], *, large: bool, sweep: bool) -> list[Segment]:
    """An arc of an ellipse between two points (SVG 1.1, F.6.5), a cubic a quarter."""
    rx, ry, turn = shape
    # In the frame of the ellipse, half the way from end to start is (x, y).
    level = Transform.turn(-turn)
    x, y = level.of(Point((start.x - end.x) / 2, (start.y - end.y) / 2))
    grown = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    across = (rx * y) ** 2 + (ry * x) ** 2
    share = math.sqrt(max(0.0, (rx * ry) ** 2 / across - 1)) * (1 if large != sweep else -1)
    cx, cy = share * rx * y / ry, -share * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    sweep_angle = (last - first) % (2 * math.pi) - (0 if sweep else 2 * math.pi)
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    place = Transform(rx, 0, 0, ry, cx, cy).then(Transform.turn(turn)).then(Transform.move(middle.x, middle.y))
    pieces = max(1, math.ceil(abs(sweep_angle) / _QUARTER - 1e-9))
    step = sweep_angle / pieces
    handle = 4 / 3 * math.tan(step / 4)
    out: list[Segment] = []
    for number in range(pieces):
        a, b = first + number * step, first + (number + 1) * step
        one = place.of(Point(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a)))
        two = place.of(Point(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b)))
        to = end if number == pieces - 1 else place.of(Point(math.cos(b), math.sin(b)))
        out.append(("C", (*one, *two, *to)))
    return out
