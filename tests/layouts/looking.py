"""How the tests look at a face: what stands inside what, what runs into what, what stands on which colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import Box
from publisher.typesetting.face import Face, Ink, Line
from tests.factories import box_of, inked, overlap

if TYPE_CHECKING:
    from publisher.colour import Colour


def outside(face: Face, margin: float) -> list[str]:
    """The lines of text that come nearer to the edge of the face than `margin` millimetres."""
    inside = Box(0, 0, face.trim.width, face.trim.height).inset(margin)
    return [line.text for line in face.lines if line.text.strip() and not inside.contains(box_of(line))]


def collisions(face: Face) -> list[tuple[str, str]]:
    """Lines whose letters touch those of another line. The lines of one paragraph keep a narrower distance."""
    lines = [line for line in face.lines if line.text.strip()]
    return [
        (one.text, other.text)
        for i, one in enumerate(lines)
        for other in lines[i + 1 :]
        if overlap(*_boxes(one, other))
    ]


def _boxes(one: Line, other: Line) -> tuple[Box, Box]:
    if one.element is not None and one.element == other.element:
        return box_of(one), box_of(other)
    return inked(one), inked(other)


def grounds(face: Face, line: Line, paper: Colour) -> set[Colour]:
    """Every colour that a line stands on: the topmost fill, painted before it, under points along the line."""
    box = box_of(line)
    before = face.parts[: next(i for i, part in enumerate(face.parts) if part is line)]
    fills = [part.mark for part in before if isinstance(part, Ink) and part.mark.fill is not None]
    points = [
        (box.x + across * box.width, box.y + down * box.height)
        for across in (0.02, 0.25, 0.5, 0.75, 0.98)
        for down in (0.1, 0.5, 0.9)
    ]
    return {next((mark.fill for mark in reversed(fills) if _holds(mark, x, y)), paper) for x, y in points}


def _holds(mark: object, x: float, y: float) -> bool:
    return within(mark.path, x, y) and (mark.clip is None or within(mark.clip, x, y))


def within(path: object, x: float, y: float) -> bool:
    """Whether a point lies inside a path (curves as straight pieces; non-zero winding)."""
    bounds = path.bounds
    if not (bounds.x <= x <= bounds.right and bounds.y <= y <= bounds.bottom):
        return False
    winding = 0
    for (x1, y1), (x2, y2) in _edges(path):
        if (y1 <= y) != (y2 <= y) and (x2 - x1) * (y - y1) / (y2 - y1) + x1 > x:
            winding += 1 if y2 > y1 else -1
    return winding != 0


def _edges(path: object) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    edges = []
    start = at = (0.0, 0.0)
    for verb, numbers in path.segments:
        if verb == "M":
            if at != start:
                edges.append((at, start))
            start = at = (numbers[0], numbers[1])
        elif verb == "L":
            edges.append((at, (numbers[0], numbers[1])))
            at = (numbers[0], numbers[1])
        elif verb == "C":
            points = [at, *zip(numbers[0::2], numbers[1::2], strict=True)]
            for step in range(1, 5):
                to = _bezier(points, step / 4)
                edges.append((at, to))
                at = to
        else:
            edges.append((at, start))
            at = start
    if at != start:
        edges.append((at, start))
    return edges


def _bezier(points: list[tuple[float, float]], t: float) -> tuple[float, float]:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
    return x, y


def on_pattern(face: Face) -> list[str]:
    """Lines of text that run over the pattern of a ground."""
    strips = [part.mark.clip for part in face.parts if isinstance(part, Ink) and part.mark.clip is not None]
    found = []
    for line in face.lines:
        box = box_of(line)
        points = [(box.x + across * box.width, y) for across in (0, 0.25, 0.5, 0.75, 1) for y in (box.y, box.bottom)]
        if line.text.strip() and any(within(strip, x, y) for strip in strips for x, y in points):
            found.append(line.text)
    return found


def on_signs(face: Face, largest: float = 14.0) -> list[str]:
    """Lines of text that run into an icon, a disc or a mark: small ink that does not lie under the whole line."""
    marks = [part.mark for part in face.parts if isinstance(part, Ink) and part.mark.clip is None]
    boxes = [mark.path.bounds for mark in marks]
    small = [box for box in boxes if box.width < largest and 0.4 < box.height < largest]
    return [
        line.text
        for line in face.lines
        if line.text.strip() and any(overlap(box_of(line), box) and not _holds_line(box, line) for box in small)
    ]


def _holds_line(box: Box, line: Line) -> bool:
    return box.contains(box_of(line), slack=0.4)


def filled_boxes(face: Face, colour: Colour) -> list[Box]:
    """The boxes of everything filled with one colour."""
    return [p.mark.path.bounds for p in face.parts if isinstance(p, Ink) and p.mark.fill == colour]


def roles(face: Face) -> list[tuple[str, str]]:
    """Role and words of each element of text, in reading order."""
    out: dict[int, list[str]] = {}
    for line in face.lines:
        if line.element is not None:
            out.setdefault(line.element, []).append(line.text.replace("\u00a0", " "))
    return [(face.elements[index].role.value, " ".join(texts)) for index, texts in out.items()]
