"""Drawings that are kept: one file holds all poses of a figure as one person shows them.

A file is short text, a line for each area and line, so that a change can be read in a diff. Coordinates are whole
hundredths of the sketch's unit, each counted from the point before it. What it was made of stands in it as a hash: when
pose, body or model change, the hash no longer fits and the figure is drawn anew.
"""

from __future__ import annotations

import hashlib
import json
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, cast

from publisher.drawing import Path
from publisher.figures.sketch import Line, Sketch
from publisher.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publisher.drawing import Segment
    from publisher.model.figure import Figure, Person

# Raised whenever the same pose and person give another drawing, so that what is kept is no longer taken.
MODEL = 1
# Coordinates and widths are kept as whole parts of this size.
_STEP = 100
# What of a figure or a person does not show in the drawing.
_UNSEEN = frozenset({"place", "name", "describes", "motion", "faces", "side", "in_turn"})
_COLOURS = frozenset({"skin", "skin_shade", "skin_far", "hair_colour"})


class Kept(NamedTuple):
    """The sketches of one figure by pose, who shows them, and the hash of what they were made of."""

    figure: str
    person: str
    made_of: str
    sketches: Mapping[str, Sketch]


class Unreadable(ValueError):
    """A file that does not hold a kept drawing."""


def file_name(figure: str, person: str) -> str:
    """What the file of a figure and a person is called."""
    return f"{figure}.{person}.json"


def made_of(figure: Figure, person: Person) -> str:
    """A hash of all that shows in the drawing: poses, view, props, marks, the body, and the model itself."""
    said = f"[{MODEL}, {_said(figure)}, {_said(person)}]"
    return hashlib.sha256(said.encode()).hexdigest()[:20]


# By identity, with what is kept so that no other can take its place: a build asks for each figure several times.
_known: dict[int, tuple[Figure | Person, str]] = {}


def _said(value: Figure | Person) -> str:
    found = _known.get(id(value))
    if found is None:
        found = _known[id(value)] = value, json.dumps(_plain(value), sort_keys=True, ensure_ascii=True)
    return found[1]


def _plain(value: object) -> object:
    """Figures and people as lists and texts; numbers to a thousandth of a degree or less."""
    fields = getattr(value, "_fields", None) or getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        said = {name: getattr(value, name) for name in fields if name not in _UNSEEN | _COLOURS}
        # What is empty is not said, so that a new kind of mark leaves the drawings alone that do not have it.
        return {name: _plain(inner) for name, inner in said.items() if inner not in ((), None, "")}
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "items"):
        return {str(key): _plain(inner) for key, inner in cast("Mapping[str, object]", value).items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return round(float(value), 5) if isinstance(value, int | float) else None if value is None else str(value)


# --- writing ---


def written(kept: Kept) -> str:
    """The text of a file."""
    head = "".join(f"{json.dumps(name)}: {json.dumps(getattr(kept, name))},\n" for name in Kept._fields[:3])
    sketches = ",\n".join(f"{json.dumps(pose)}: {_sketch(sketch)}" for pose, sketch in kept.sketches.items())
    return f'{{{head}"sketches": {{\n{sketches}}}}}\n'


def _sketch(sketch: Sketch) -> str:
    box, ground = [_whole(value) for value in sketch.box], [_whole(value) for value in sketch.ground]
    spots = {name: [_whole(value) for value in point] for name, point in sketch.spots}
    fills = _rows([role, _path(path)] for role, path in sketch.fills)
    lines = _rows([line.role, _path(line.path), _widths(line.widths)] for line in sketch.lines)
    head = f'"box": {box}, "ground": {ground}, "spots": {json.dumps(spots)}'
    return f'{{{head},\n"fills": [\n{fills}],\n"lines": [\n{lines}]}}'


def _rows(rows: Iterable[list[str]]) -> str:
    return ",\n".join(json.dumps(row) for row in rows)


def _whole(value: float) -> int:
    return round(value * _STEP)


def _path(path: Path) -> str:
    out: list[str] = []
    x = y = start_x = start_y = 0
    for verb, numbers in path.segments:
        whole = [_whole(value) for value in numbers]
        out.append(verb.lower() + _joined(value - (y if i % 2 else x) for i, value in enumerate(whole)))
        if verb == "Z":
            x, y = start_x, start_y
            continue
        x, y = whole[-2:]
        if verb == "M":
            start_x, start_y = x, y
    return "".join(out)


def _joined(numbers: Iterable[int]) -> str:
    """Whole numbers side by side; a minus sign needs no space before it."""
    return " ".join(str(number) for number in numbers).replace(" -", "-")


def _widths(widths: tuple[float, ...]) -> str:
    whole = [_whole(width) for width in widths]
    return str(whole[0]) if len(set(whole)) == 1 else _joined(whole)


# --- reading ---


def read(text: str) -> Kept:
    """What a file says. Raises Unreadable for anything that was not written here."""
    try:
        said = json.loads(text)
        sketches = {str(pose): _sketch_of(body) for pose, body in said["sketches"].items()}
        return Kept(str(said["figure"]), str(said["person"]), str(said["made_of"]), sketches)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _sketch_of(body: Mapping[str, list[list[str]]]) -> Sketch:
    box, ground, spots = cast("tuple[list[int], list[int], dict[str, list[int]]]", [body[n] for n in _MEASURES])
    fills = tuple((role, _path_of(path)) for role, path in body["fills"])
    lines = tuple(_line_of(role, path, widths) for role, path, widths in body["lines"])
    named = tuple((name, Point(x / _STEP, y / _STEP)) for name, (x, y) in spots.items())
    left, top, width, height = (value / _STEP for value in box)
    across, down = (value / _STEP for value in ground)
    return Sketch(fills, lines, Box(left, top, width, height), Point(across, down), named)


_MEASURES = ("box", "ground", "spots")


def _line_of(role: str, path: str, widths: str) -> Line:
    centre = _path_of(path)
    given = tuple([int(value) / _STEP for value in widths.replace("-", " -").split()])
    nodes = len(centre.segments) - path.count("z")
    return Line(centre, given * nodes if len(given) == 1 else given, role)


def _path_of(text: str) -> Path:
    # A deck reads some forty thousand segments: split as a whole, and no pattern tried on each.
    x = y = start_x = start_y = 0
    out: list[Segment] = []
    text = text.replace("-", " -")
    for verb in "mlcz":
        text = text.replace(verb, f"|{verb} ")
    for part in text.split("|")[1:]:
        verb, *given = part.split()
        if verb == "c":
            a, b, c, d, e, f = map(int, given)
            near_x, near_y, far_x, far_y = (x + a) / _STEP, (y + b) / _STEP, (x + c) / _STEP, (y + d) / _STEP
            x, y = x + e, y + f
            out.append(("C", (near_x, near_y, far_x, far_y, x / _STEP, y / _STEP)))
        elif verb == "z":
            x, y = start_x, start_y
            out.append(("Z", ()))
        else:
            x, y = x + int(given[0]), y + int(given[1])
            if verb == "m":
                start_x, start_y = x, y
            out.append(("M" if verb == "m" else "L", (x / _STEP, y / _STEP)))
    return Path(tuple(out))
