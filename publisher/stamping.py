"""A word across each page, such as COPY, under all that is read.

Panels of colour would hide it. They are printed before it, and on each of them the word is shown anew in a shade of the
panel: a page needs no transparency for it, which nothing here writes. Pages of a booklet and cards, of which several
lie on a sheet, have a word each, turned as they are: none runs across a fold or a cut.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from layouts.stamps import TONE, panels, shade, watermark
from publisher.geometry import Box, Transform
from publisher.typesetting.document import Placed, Where
from publisher.typesetting.face import Face, Ink

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.binding import Bound
    from publisher.colour import Colour
    from publisher.geometry import Size
    from publisher.typesetting.document import Page


# A face that takes less of its page is one of several on it.
PART = 0.75


class _Ground(NamedTuple):
    """What a word lies across: something so large, millimetres, and where that is on its page."""

    size: Size
    transform: Transform


def stamped(bound: Bound, text: str, setting: Setting) -> Bound:
    """The pages with a word across each, under all that is read and no part of it."""
    stamp = _Stamp(text, setting)
    pages, moved = [], {}
    for at, page in enumerate(bound.pages):
        placed, places = stamp.under(page)
        pages.append(page._replace(placed=placed))
        moved.update({Where(at, before): Where(at, after) for before, after in enumerate(places)})
    sections = (section._replace(faces=tuple(moved[where] for where in section.faces)) for section in bound.sections)
    return bound._replace(pages=tuple(pages), sections=tuple(sections))


class _Stamp:
    """One word in all its shades and sizes, and the faces that have been parted from their panels."""

    def __init__(self, text: str, setting: Setting) -> None:
        """Nothing is drawn yet."""
        self._text, self._setting = text, setting
        self._words: dict[tuple[Size, Colour], Face] = {}
        # By identity, each held here so that no other face can take its identity.
        self._parted: dict[int, tuple[Face, Face, tuple[Ink, ...]]] = {}

    def under(self, page: Page) -> tuple[tuple[Placed, ...], list[int]]:
        """What lies on a page with the words under it, and where each face of before is among that."""
        apart = any(_is_part(placed, page.size) for placed in page.placed)
        grounds = [_ground(placed, page.size, apart=apart) for placed in page.placed]
        out, places = [self._word(ground, TONE) for ground in dict.fromkeys(filter(None, grounds))], []
        for placed, ground in zip(page.placed, grounds, strict=True):
            face = placed.face
            if ground is not None:
                face, inks = self._of(face)
                for ink in inks:
                    out.append(placed._replace(face=Face(face.trim, face.body, self._text, (ink,), ())))
                    out.append(self._on(ink, placed, ground))
            places.append(len(out))
            out.append(placed._replace(face=face))
        return tuple(out), places

    def _of(self, face: Face) -> tuple[Face, tuple[Ink, ...]]:
        known = self._parted.get(id(face))
        if known is None:
            inks = panels(face)
            rest = tuple(part for part in face.parts if not any(part is ink for ink in inks))
            known = self._parted[id(face)] = face, face._replace(parts=rest) if inks else face, inks
        return known[1:]

    def _on(self, ink: Ink, placed: Placed, ground: _Ground) -> Placed:
        """The word in a shade of a panel, seen on it alone."""
        fill, where = ink.mark.fill, placed.transform.of_box(ink.mark.path.bounds)
        seen = where if placed.clip is None else _both(where, placed.clip)
        return self._word(ground, TONE if fill is None else shade(fill))._replace(clip=seen)

    def _word(self, ground: _Ground, tone: Colour) -> Placed:
        if (ground.size, tone) not in self._words:
            self._words[ground.size, tone] = watermark(self._text, ground.size, self._setting, tone)
        return Placed(self._words[ground.size, tone], _across(ground.size).then(ground.transform))


def _is_part(placed: Placed, page: Size) -> bool:
    """Whether a face is one of several on its page: a page of a booklet, or a card."""
    box = placed.transform.of_box(Box(0.0, 0.0, placed.face.trim.width, placed.face.trim.height))
    return box.width * box.height < PART * page.width * page.height


def _ground(placed: Placed, page: Size, *, apart: bool) -> _Ground | None:
    """What the word under a face lies across: the page or, where faces stand `apart`, that face; None in a margin."""
    if not apart:
        return _Ground(page, Transform())
    return _Ground(placed.face.trim, placed.transform) if _is_part(placed, page) else None


def _across(page: Size) -> Transform:
    """Turned about the middle of the page, to read upwards along its diagonal."""
    degrees = -math.degrees(math.atan2(page.height, page.width))
    x, y = page.width / 2, page.height / 2
    return Transform.move(-x, -y).then(Transform.turn(degrees)).then(Transform.move(x, y))


def _both(one: Box, other: Box) -> Box:
    """Where two boxes overlap; nothing wide or high where they do not."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    width, height = min(one.right, other.right) - left, min(one.bottom, other.bottom) - top
    return Box(left, top, max(0.0, width), max(0.0, height))
