"""Drawings stored once in a file, however often its pages show them: form XObjects (ISO 32000-1, 8.10)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import around
from publisher.pdf.objects import number

if TYPE_CHECKING:
    from publisher.drawing import Image, Path, Picture, Raster

# A drawing is stored in hundredths of a millimetre, whatever the size at which it is shown: figures are kept so.
FINE = 100.0


class Form(NamedTuple):
    """A drawing that is stored once and called by name: its box and operators, both in hundredths of a millimetre.

    `images` are the names of what it shows that is made of pixels.
    """

    name: str
    corners: tuple[int, int, int, int]
    operators: str
    images: tuple[str, ...] = ()


def form_name(name: str) -> str:
    """What ReportLab calls a stored drawing, in the content of a page and in its resources."""
    return f"FormXob.{name}"


def image_name(raster: Raster) -> str:
    """The name under which pixels are stored. It follows from them alone, so a drawing is written alike anywhere."""
    return f"I{raster.name[:24]}"


def placing(image: Image) -> str:
    """The matrix that lays the unit square of an image where its pixels go, in hundredths (ISO 32000-1, 8.9.5)."""
    by, width, height = image.by, image.raster.width, image.raster.height
    right, down = (by.a * width, by.b * width), (by.c * height, by.d * height)
    corner = by.e + down[0], by.f + down[1]
    square = (right[0], -right[1], -down[0], down[1], corner[0], -corner[1])
    return " ".join(number(value * FINE, 2) for value in square)


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
    shown = (*(mark.clip or mark.path for mark in drawing.marks),)
    images = (image.box for image in drawing.images)
    box = around([drawing.box, *(path.bounds for path in shown), *images]).inset(-reach)
    left, bottom = math.floor(box.x * FINE), math.floor(-box.bottom * FINE)
    return left, bottom, math.ceil(box.right * FINE), math.ceil(-box.y * FINE)
