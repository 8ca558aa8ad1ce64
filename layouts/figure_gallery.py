"""All figures, people and things with their names, several a page, to look at them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.illustration import STATURE
from publisher.geometry import Box, Transform, mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.setting import Setting
    from publisher.figures.illustration import Framed, Inked
    from publisher.geometry import Size
    from publisher.typesetting.face import Face

MARGIN, GAP, HEAD, LINE = 14.0, 6.0, 14.0, 0.5
TITLE, NAME, SMALL = 16.0, 8.5, 7.5
# Under a picture: two lines for the name and two about it, points.
WORDS = 2 * 1.2 * (NAME + SMALL) + 2.0


class Entry(NamedTuple):
    """One thing to show: its name, a line about it, its frames, and words for those who do not see them."""

    name: str
    about: str
    frames: tuple[Framed, ...]
    alt: str


class Chapter(NamedTuple):
    """What stands under one heading, in columns and rows a page; nobody is larger than `largest` millimetres."""

    title: str
    entries: tuple[Entry, ...]
    columns: int
    rows: int
    largest: float = 46.0


def draw(chapters: Sequence[Chapter], setting: Setting, paper: Size) -> tuple[Face, ...]:
    """The pages."""
    return tuple(page for chapter in chapters for page in _pages(chapter, setting, paper))


def _pages(chapter: Chapter, setting: Setting, paper: Size) -> Iterator[Face]:
    each = chapter.columns * chapter.rows
    whole = Box(MARGIN, MARGIN, paper.width - 2 * MARGIN, paper.height - 2 * MARGIN)
    for first in range(0, len(chapter.entries), each):
        shown = chapter.entries[first : first + each]
        title = chapter.title if first == 0 else setting.words.say("gallery.more", title=chapter.title)
        surface = Surface(paper, setting.typeface, NAME, title)
        with surface.element(Role.H1):
            style = Style(TITLE, TITLE * 1.2, setting.theme.ink, Weight.BOLD)
            surface.write(surface.set(title, style, whole.width), whole.x, whole.y)
        for number, entry in enumerate(shown):
            _cell(surface, setting, entry, _room(whole, chapter, number), chapter.largest)
        yield surface.face()


def _room(whole: Box, chapter: Chapter, number: int) -> Box:
    """The cell of an entry, by rows."""
    row, column = divmod(number, chapter.columns)
    width = (whole.width - GAP * (chapter.columns - 1)) / chapter.columns
    height = (whole.height - HEAD - GAP * (chapter.rows - 1)) / chapter.rows
    return Box(whole.x + column * (width + GAP), whole.y + HEAD + row * (height + GAP), width, height)


def _cell(surface: Surface, setting: Setting, entry: Entry, room: Box, largest: float) -> None:
    """Frames on one ground at the bottom of the cell, the name and a line under them."""
    bold = Style(NAME, NAME * 1.2, setting.theme.ink, Weight.BOLD)
    small = Style(SMALL, SMALL * 1.2, setting.theme.ink)
    name = surface.set(entry.name, bold, room.width)
    about = surface.set(entry.about, small, room.width)
    top = room.bottom - mm(WORDS)
    surface.picture(entry.alt, *_stood(entry.frames, Box(room.x, room.y, room.width, top - 2.0 - room.y), largest))
    with surface.element(Role.PARAGRAPH):
        y = surface.write(name, room.x, top)
    with surface.element(Role.PARAGRAPH):
        surface.write(about, room.x, y)


def _stood(frames: Sequence[Framed], room: Box, largest: float) -> Iterator[tuple[Inked, Transform]]:
    """Side by side in the middle of the room, their grounds at one height."""
    gap = 3.0 if len(frames) > 1 else 0.0
    above = max(frame.ground.y - frame.box.y for frame in frames)
    below = max(frame.box.bottom - frame.ground.y for frame in frames)
    widths = sum(frame.box.width for frame in frames)
    spare = room.width - gap * (len(frames) - 1)
    size = min(largest / STATURE * _larger(above + below, widths), spare / widths, room.height / (above + below))
    x = room.x + (spare - widths * size) / 2
    foot = room.bottom - below * size
    for frame in frames:
        move = Transform.move(-frame.box.x, -frame.ground.y).then(Transform.scale(size)).then(Transform.move(x, foot))
        yield frame.at(size * STATURE, LINE), move
        x += frame.box.width * size + gap


def _larger(high: float, wide: float) -> float:
    """How much larger than a person small things are shown."""
    return min(6.0, max(1.0, 0.6 * STATURE / max(high, wide)))
