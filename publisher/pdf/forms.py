"""Drawings stored once in a file, however often its pages show them: form XObjects (ISO 32000-1, 8.10)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import around

if TYPE_CHECKING:
    from publisher.drawing import Path, Picture

# A drawing is stored in hundredths of a millimetre, whatever the size at which it is shown: figures are kept so.
FINE = 100.0


class Form(NamedTuple):
    """A drawing that is stored once and called by name: its box and operators, both in hundredths of a millimetre."""

    name: str
    corners: tuple[int, int, int, int]
    operators: str


def form_name(name: str) -> str:
    """What ReportLab calls a stored drawing, in the content of a page and in its resources."""
    return f"FormXob.{name}"


def in_whole(path: Path) -> str:
    """A path in whole hundredths of a millimetre: what is measured finely is written shortest without points."""
    out: list[str] = []
    for verb, given in path.segments:
        if verb == "C":
            x1, y1, x2, y2, x, y = given
            out.append(
                f"{round(x1 * FINE)} {round(-y1 * FINE)} {round(x2 * FINE)} {round(-y2 * FINE)} "
                f"{round(x * FINE)} {round(-y * FINE)} c\n"
            )
        elif verb == "Z":
            out.append("h\n")
        else:
            out.append(f"{round(given[0] * FINE)} {round(-given[1] * FINE)} {verb.lower()}\n")
    return "".join(out)


def corners(drawing: Picture) -> tuple[int, int, int, int]:
    """What a drawing covers with its strokes, in hundredths of a millimetre: nothing outside is shown."""
    reach = max((mark.stroke.width for mark in drawing.marks if mark.stroke), default=0.0)
    box = around([drawing.box, *(mark.path.bounds for mark in drawing.marks)]).inset(-reach)
    left, bottom = math.floor(box.x * FINE), math.floor(-box.bottom * FINE)
    return left, bottom, math.ceil(box.right * FINE), math.ceil(-box.y * FINE)
