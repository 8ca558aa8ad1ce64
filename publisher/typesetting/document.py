"""Pages and reading order: what the PDF room prints. Sheets come from here, not from a layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import Box, Size, Transform

if TYPE_CHECKING:
    from publisher.typesetting.face import Face


class Placed(NamedTuple):
    """A face on a page: moved by `transform` (millimetres to millimetres), seen only inside `clip`."""

    face: Face
    transform: Transform = Transform()
    clip: Box | None = None


class Page(NamedTuple):
    """One PDF page. `trim` and `bleed` are its page boxes, the whole page where None."""

    size: Size
    placed: tuple[Placed, ...]
    trim: Box | None = None
    bleed: Box | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """One placed face: page index and index on that page."""

    page: int
    index: int


class Section(NamedTuple):
    """Faces read one after another under one bookmark: a card's front, then its back, on whatever pages they lie.

    `group` puts the bookmark under a bookmark of that name.
    """

    title: str
    faces: tuple[Where, ...]
    group: str = ""


class Document(NamedTuple):
    """A whole file. What no section names (sheet margins, marks) is an artifact.

    `date` is written only when given (seconds since 1970, UTC). `duplex` is a hint to the printer.
    """

    title: str
    language: str
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    subject: str = ""
    date: int | None = None
    duplex: str = ""
