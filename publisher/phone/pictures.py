"""The picture of a card as inline SVG: its frames side by side, ready to be shown one after another."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.illustration import Framed
from publisher.figures.photographs import Photographed
from publisher.figures.svg import path_data
from publisher.geometry import around
from publisher.phone.markup import Markup, as_attribute, tag
from publisher.phone.paths import FINE, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.drawing import Mark
    from publisher.figures.illustration import Frame, Illustration
    from publisher.geometry import Box
    from publisher.model.icon import Icon, IconMark
    from publisher.phone.tracks import Track

# The weight of a body line, points, when a stature is 45 mm.
WEIGHT, STATURE = 1.0, 45.0
# Millimetres of air round a picture, and how far below the ground line the box reaches.
AIR, BELOW = 3.0, 2.5
# From here on frames stand below one another on a narrow screen: width to height.
WIDE = 1.15


class Caption(NamedTuple):
    """What stands under a frame: the number of its step or nothing, and words."""

    number: str
    words: str
    kind: str = ""


class Moving(NamedTuple):
    """How frames follow one another, and the words of the button that moves them and stops them.

    `film` names the card whose film shows it better, and `room` is the box of that film.
    """

    track: Track
    play: str
    still: str
    film: str | None = None
    room: Box | None = None


def picture(
    shown: Illustration, alt: str, captions: Sequence[Caption], moving: Moving | None = None, *, ground: bool = True
) -> Markup:
    """All frames of a card, each with its caption, and a button where they can move."""
    box = box_of([frame for frame in shown.frames if isinstance(frame, Framed)] or shown.frames)
    frames = [
        tag(
            "li",
            _photograph(frame) if isinstance(frame, Photographed) else _frame(frame, box, ground=ground),
            _caption(caption),
            class_="frame",
        )
        for frame, caption in zip(shown.frames, captions, strict=True)
    ]
    look = "picture" + (" wide" if box.width > WIDE * box.height else "") + (f" n{len(frames)}")
    told = tag("p", alt, class_="unseen")
    known = as_attribute([list(shot) for shot in moving.track]) if moving else None
    return tag(
        "figure",
        told,
        tag("ul", frames, class_="frames"),
        _play(moving),
        class_=look,
        data_track=known,
        data_film=moving.film if moving else None,
        data_room=_units(moving.room) if moving and moving.room else None,
        data_bare=not ground,
    )


# The longer side of a photograph on a screen that shows three points for each, whole and as a small picture.
_SCREEN, _SMALL = 720, 240


def _photograph(frame: Photographed, side: int = _SCREEN) -> Markup:
    """A photograph that travels in the page itself; what it shows is told beside it."""
    shown = frame.sized(side)
    source = f"data:image/jpeg;base64,{b64encode(shown.data).decode()}"
    return tag("img", src=source, alt="", width=shown.width, height=shown.height, class_="photo")


def empty_picture(film: str, room: Box, *, ground: bool) -> Markup:
    """A picture that a film fills: without scripts there is nothing to see."""
    frames = tag("ul", class_="frames")
    return tag("figure", frames, class_="picture", data_film=film, data_room=_units(room), data_bare=not ground)


def small_picture(frame: Framed | Photographed, *, ground: bool, look: str) -> Markup:
    """One frame as a sign beside words that say the same."""
    if isinstance(frame, Photographed):
        return tag("span", _photograph(frame, _SMALL), class_=f"thumb {look}")
    return tag("span", _frame(frame, box_of([frame]), ground=ground), class_=f"thumb {look}")


def _play(moving: Moving | None) -> Markup | None:
    if moving is None:
        return None
    return tag(
        "button",
        moving.play,
        type="button",
        class_="quiet",
        data_play=moving.play,
        data_still=moving.still,
        hidden=True,
    )


def icon(one: Icon) -> Markup:
    """A sign in the colour of the words beside it, and silent."""
    marks = [_icon_mark(mark) for mark in one.marks]
    return tag("svg", marks, class_="icon", viewBox="0 0 24 24", aria_hidden="true")


def _icon_mark(mark: IconMark) -> Markup:
    return tag(
        "path",
        d=path_data(mark.path),
        class_="back" if mark.reversed else None,
        fill="currentColor" if mark.fill else "none",
        stroke="currentColor" if mark.stroke else None,
        stroke_width=mark.stroke,
    )


def _units(box: Box) -> str:
    """A box in the units of the paths."""
    return " ".join(str(round(value * FINE)) for value in box)


def box_of(frames: Sequence[Frame]) -> Box:
    """One box for all frames, so that they stand at one scale on one ground."""
    boxes = [frame.box._replace(x=frame.box.x - frame.ground.x, y=frame.box.y - frame.ground.y) for frame in frames]
    box = around(boxes).inset(-AIR)
    return box._replace(height=max(box.height, BELOW - box.y))


# A card stands on its own page and in sessions.
@lru_cache(maxsize=512)
def _frame(frame: Framed, box: Box, *, ground: bool) -> Markup:
    marks = [_mark(mark, frame) for mark in frame.at(STATURE, WEIGHT).marks]
    soil = _soil(frame.slope, box) if ground else None
    return tag("svg", soil, marks, viewBox=_units(box), aria_hidden="true")


def _soil(slope: float, box: Box) -> Markup:
    """The line that it stands on, in the colour of the group."""
    left, right = (round(value * FINE) for value in (box.x, box.right))
    turned = f"rotate({slope:g})" if slope else None
    far = round(2 * box.width * FINE) if slope else 0
    return tag("path", d=f"M{left - far} 0H{right + far}", transform=turned, class_="soil")


def _mark(mark: Mark, frame: Framed) -> Markup:
    left, top = frame.ground
    stroke = mark.stroke
    return tag(
        "path",
        d=steps(mark.path, left, top),
        fill=mark.fill.hex if mark.fill else None,
        fill_rule="evenodd" if mark.even_odd else None,
        stroke=stroke.colour.hex if stroke else None,
        stroke_width=round(stroke.width * FINE, 1) if stroke else None,
        stroke_dasharray=" ".join(f"{round(dash * FINE)}" for dash in stroke.dash) or None if stroke else None,
    )


def _caption(caption: Caption) -> Markup:
    number = tag("span", caption.number, class_="disc") if caption.number else None
    return tag("p", number, caption.words, class_=f"caption {caption.kind}".strip())
