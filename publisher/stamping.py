"""A word across each page, such as COPY, under all that is read.

Panels of colour would hide it. They are printed before it, and on each of them the word is shown anew in a shade of the
panel: a page needs no transparency for it, which nothing here writes.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

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
        """What lies on a page with the word under it, and where each face of before is among that."""
        out, places = [self._word(page.size, TONE)], []
        for placed in page.placed:
            face, inks = self._of(placed.face)
            for ink in inks:
                out.append(placed._replace(face=Face(face.trim, face.body, self._text, (ink,), ())))
                out.append(self._on(ink, placed, page.size))
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

    def _on(self, ink: Ink, placed: Placed, page: Size) -> Placed:
        """The word in a shade of a panel, seen on it alone."""
        fill, where = ink.mark.fill, placed.transform.of_box(ink.mark.path.bounds)
        seen = where if placed.clip is None else _both(where, placed.clip)
        return self._word(page, TONE if fill is None else shade(fill))._replace(clip=seen)

    def _word(self, page: Size, tone: Colour) -> Placed:
        if (page, tone) not in self._words:
            self._words[page, tone] = watermark(self._text, page, self._setting, tone)
        return Placed(self._words[page, tone], _across(page))


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
