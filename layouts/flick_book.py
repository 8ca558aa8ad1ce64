"""A movement to flick through: one frame a card, all in one place, numbered; cut, stack, staple on the left, flick."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.product import Made, Pair
from publisher.drawing import Mark, ellipse
from publisher.figures.illustration import STATURE
from publisher.geometry import Box, Point, Transform, around, mm
from publisher.typesetting.face import Role
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.figures.illustration import Framed
    from publisher.model.stock import Stock
    from publisher.typesetting.face import Face

# What the staple takes of the left of each card, as a share of its width; and the air round the figure, millimetres.
SPINE, AIR = 0.2, 3.0
LINE = 0.55  # points
FOOT = 6.0  # what is under the ground: breath, and how far the rep has come


class Shot(NamedTuple):
    """A frame and how to breathe in it: a key of the words, or nothing."""

    frame: Framed
    breath: str = ""


def cards(title: str, shots: Sequence[Shot], setting: Setting, stock: Stock) -> Made:
    """A cover and a card for each frame; only fronts are printed."""
    faces = [_cover(title, setting, stock), *_frames(title, shots, setting, stock)]
    return Made(cards=tuple(Pair(face.title, title, face, face) for face in faces))


def _frames(title: str, shots: Sequence[Shot], setting: Setting, stock: Stock) -> list[Face]:
    room = Box(SPINE * stock.width, AIR, stock.width * (1 - SPINE) - AIR, stock.height - AIR - FOOT)
    height, move = _place([shot.frame for shot in shots], room)
    return [_frame(title, number, shots, height, move, setting, stock) for number in range(1, len(shots) + 1)]


def _place(frames: Sequence[Framed], room: Box) -> tuple[float, Transform]:
    """One scale and one place for all, so that only what moves is seen to move: millimetres a stature, and the way."""
    whole = around([frame.box for frame in frames])
    size = min(room.width / whole.width, room.height / whole.height)
    x = room.x + (room.width - whole.width * size) / 2
    return size * STATURE, Transform.scale(size).then(
        Transform.move(x - whole.x * size, room.bottom - whole.bottom * size)
    )


def _frame(
    title: str, number: int, shots: Sequence[Shot], height: float, move: Transform, setting: Setting, stock: Stock
) -> Face:
    shot, words = shots[number - 1], setting.words
    surface = Surface(stock.size, setting.typeface, 9, words.say("flick.frame", title=title, number=number))
    alt = words.say("flick.alt", title=title, number=number, count=len(shots))
    surface.picture(alt, (shot.frame.at(height, LINE), move))
    style = setting.style(setting.scale.caption)
    with surface.element(Role.PARAGRAPH):
        surface.label(str(number), style.bold(), Point(AIR, AIR + mm(style.size)))
    if shot.breath:
        with surface.element(Role.PARAGRAPH):
            at = Point(SPINE * stock.width, stock.height - AIR)
            surface.label(words.say(f"flick.{shot.breath}"), style, at)
    with surface.artifact():
        surface.paint(*_dots(number, len(shots), setting, stock))
    return surface.face()


def _dots(number: int, count: int, setting: Setting, stock: Stock) -> list[Mark]:
    """How far the rep has come, at the lower right."""
    ink, step, y = setting.theme.ink, 2.2, stock.height - AIR - 0.7
    first = stock.width - AIR - step * (count - 1)
    return [Mark(ellipse(Point(first + step * i, y), 0.75 if i == number - 1 else 0.3), fill=ink) for i in range(count)]


def _cover(title: str, setting: Setting, stock: Stock) -> Face:
    surface = Surface(stock.size, setting.typeface, 9, title)
    left, width = SPINE * stock.width, stock.width * (1 - SPINE) - AIR
    heading = setting.style(setting.scale.title, bold=True)
    y = 0.28 * stock.height
    with surface.element(Role.H1):
        y = surface.write(surface.set(title, heading, width), left, y) + 2.0
    with surface.element(Role.PARAGRAPH):
        surface.write(surface.set(setting.words.say("flick.how"), setting.style(setting.scale.caption), width), left, y)
    return surface.face()
