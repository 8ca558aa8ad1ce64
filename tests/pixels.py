"""Pictures of pixels to try things with, drawn here: the bytes of PNG and JPEG files of many kinds."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from publisher.drawing import Raster

TEAL, SKIN, SHIRT, SHORTS = (11, 95, 92), (198, 140, 104), (58, 110, 165), (40, 44, 52)


def written(picture: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    with BytesIO() as file:
        picture.save(file, kind, **how)
        return file.getvalue()


def plain(size: tuple[int, int] = (400, 300), colour: object = TEAL, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, size, colour)


def pixels_of(raster: Raster) -> Image.Image:
    """What a raster shows."""
    if raster.coding == "jpeg":
        return Image.open(BytesIO(raster.data))
    mode = "L" if raster.colours == "grey" else "RGB"
    return Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.data))


def a_logo(size: tuple[int, int] = (800, 240)) -> bytes:
    """A hill with a sun, on a clear ground."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    width, height = size
    draw.polygon([(0, height), (width * 0.3, height * 0.2), (width, height)], fill=(*TEAL, 255))
    draw.ellipse([width * 0.6, 0, width * 0.6 + height * 0.5, height * 0.5], fill=(210, 120, 30, 255))
    return written(picture)


def a_photograph(size: tuple[int, int] = (1600, 1200), bend: float = 0.0, kind: str = "JPEG") -> bytes:
    """Somebody who stands in a room, with light from a window; `bend` lowers the hips."""
    width, height = size
    unit = height / 12
    picture = Image.linear_gradient("L").resize(size).point(lambda level: 205 - level // 5).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, height * 0.82, width, height], fill=(150, 118, 88))
    draw.rectangle([width * 0.05, height * 0.1, width * 0.25, height * 0.5], fill=(228, 236, 244))
    x, floor = width * 0.5, height * 0.93
    hip = (x - 1.2 * unit * bend, floor - (4.6 - 1.6 * bend) * unit)
    neck = (hip[0] + 0.8 * unit * bend, hip[1] - 3.1 * unit)
    for side, shade in ((-0.35, 0.85), (0.35, 1.0)):
        knee = (x + (0.9 * bend + side) * unit, floor - (2.4 - 0.2 * bend) * unit)
        foot = (x + side * unit, floor)
        skin = tuple(int(part * shade) for part in SKIN)
        _limb(draw, [hip, knee, foot], skin, 0.62 * unit)
        _limb(draw, [hip, ((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2)], SHORTS, 0.8 * unit)
        _limb(draw, [foot, (foot[0] + 0.7 * unit, foot[1])], (230, 90, 40), 0.4 * unit)
    _limb(draw, [hip, neck], SHIRT, 1.5 * unit)
    hand = (neck[0] + (0.5 + 2.0 * bend) * unit, neck[1] + (2.9 - 2.2 * bend) * unit)
    _limb(draw, [(neck[0], neck[1] + 0.3 * unit), hand], SKIN, 0.45 * unit)
    head = (neck[0] + 0.1 * unit, neck[1] - 1.0 * unit)
    draw.ellipse(
        [head[0] - 0.62 * unit, head[1] - 0.75 * unit, head[0] + 0.62 * unit, head[1] + 0.75 * unit], fill=SKIN
    )
    draw.pieslice(
        [head[0] - 0.68 * unit, head[1] - 0.85 * unit, head[0] + 0.62 * unit, head[1] + 0.6 * unit],
        150,
        330,
        fill=SHORTS,
    )
    return written(picture, kind)


def _limb(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], fill: tuple[int, ...], width: float) -> None:
    draw.line(points, fill=fill, width=round(width), joint="curve")
    for x, y in points:
        draw.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=fill)
