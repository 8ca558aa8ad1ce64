"""Every side a page of its own, with its bleed, as a print shop wants it: the shop lays them onto sheets of its own.

Nothing that helps at a printer at home is on it: no marks, no margins, no correction. Links are gone, since PDF/X lets
none lie on what is printed (ISO 15930-7); their words stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.binding import Bound
from publisher.colour import WHITE
from publisher.geometry import Box, Size, Transform
from publisher.press import bleeding
from publisher.press.tiling import poster_size
from publisher.problems import InputError, Level, Problem
from publisher.typesetting.document import Page, Placed, Section, Where
from publisher.typesetting.face import Ink, Line, Link, Role, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.product import Made
    from publisher.binding import Press
    from publisher.model.stock import Stock
    from publisher.typesetting.face import Element, Face, Part

# What print shops ask for at the least, millimetres.
LEAST_BLEED = 3.0
# White letters smaller than this, in points, may fill with ink where plates do not meet. A judgement of ours.
THIN_REGULAR, THIN_BOLD = 8.0, 6.5


class _Job(NamedTuple):
    """Sides that are read under one bookmark."""

    title: str
    faces: tuple[Face, ...]
    group: str = ""
    size: float = 1.0


def bind_for_shop(made: Made, stock: Stock | None, press: Press) -> Bound:
    """Everything that a layout made, a side a page, in reading order. Raises what is made for a screen alone."""
    bleed = press.settings.bleed
    if bleed < LEAST_BLEED:
        raise InputError([_too_little(bleed)])
    jobs = list(_jobs(made, press))
    if not jobs:
        raise InputError([made_for_screens(press.deck)])
    pages: list[Page] = []
    sections: list[Section] = []
    for job in jobs:
        first = len(pages)
        pages += [_page(face, job.size, bleed) for face in job.faces]
        sections.append(Section(job.title, tuple(Where(at, 0) for at in range(first, len(pages))), job.group))
    duplex = "long" if made.cards and stock is not None else ""
    return Bound(tuple(pages), tuple(sections), 0, duplex, tuple(_thin(jobs, press.deck)))


def _jobs(made: Made, press: Press) -> Iterator[_Job]:
    for page in made.pages:
        yield _Job(page.title, (page,))
    for page in made.booklet:
        # Half of the paper, which is as high as the paper is wide.
        yield _Job(page.title, (page,), size=min(press.paper.size) / page.trim.height)
    for poster in made.posters:
        yield _Job(poster.title, (poster,), size=poster_size(press.paper.size).height / poster.trim.height)
    for pair in made.cards:
        yield _Job(pair.title, (pair.front, pair.back), pair.group)
    for strip in made.strips:
        yield _Job(strip.title, strip.faces)


def _page(face: Face, size: float, bleed: float) -> Page:
    """A side with its bleed round it; the page ends with the bleed."""
    width, height = face.trim.width * size, face.trim.height * size
    whole = Box(0, 0, width + 2 * bleed, height + 2 * bleed)
    moved = Transform.scale(size).then(Transform.move(bleed, bleed))
    placed = Placed(unlinked(bled(face, bleed / size)), moved, whole)
    return Page(Size(whole.width, whole.height), (placed,), Box(bleed, bleed, width, height), whole)


def unlinked(face: Face) -> Face:
    """The side without what can be clicked; the words of links are plain words."""
    elements = tuple(map(_plain, face.elements))
    return face._replace(parts=tuple(part for part in face.parts if not isinstance(part, Link)), elements=elements)


def _plain(element: Element) -> Element:
    return element._replace(role=Role.SPAN) if element.role is Role.LINK else element


# Bleed


def bled(face: Face, bleed: float) -> Face:
    """The side with everything that ends at the trim drawn on beyond it, by so many of its millimetres."""
    return face._replace(parts=tuple(_part(part, face.trim, bleed) for part in face.parts))


def _part(part: Part, trim: Size, bleed: float) -> Part:
    return part._replace(mark=bleeding.bled(part.mark, trim, bleed)) if isinstance(part, Ink) else part


# What is told


def _thin(jobs: Sequence[_Job], deck: str) -> Iterator[Problem]:
    """White letters that may fill with ink, counted."""
    sizes = [size for job in jobs for face in job.faces for size in _thin_letters(face, job.size)]
    if sizes:
        lines = "line has" if len(sizes) == 1 else "lines have"
        sentence = (
            f"`{deck}`: {len(sizes)} {lines} small white letters on colour, the smallest of {min(sizes):.3g} pt; "
            "in print they may fill with ink."
        )
        hint = "Ask for a proof, or print a larger size. `--ink saver` has nothing white on colour."
        yield Problem("thin-white-text", sentence, hint, level=Level.NOTE)


def _thin_letters(face: Face, size: float) -> Iterator[float]:
    for part in face.parts:
        if isinstance(part, Line):
            for run in part.runs:
                least = THIN_BOLD if run.weight is Weight.BOLD else THIN_REGULAR
                if run.colour == WHITE and part.size * size < least and run.text.strip():
                    yield part.size * size
                    break


def _too_little(bleed: float) -> Problem:
    sentence = f"a bleed of {bleed:g} mm is too little for a print shop: a cut that is off by a hair would show white."
    return Problem("little-bleed", sentence, f"Use `--bleed {LEAST_BLEED:g}` or more, as the shop says.")


def made_for_screens(deck: str) -> Problem:
    """That no page of a publication is for paper."""
    sentence = f"`{deck}` is made for screens; there is no page of it for a print shop."
    return Problem("made-for-screens", sentence, "Name another publication: surefoot list publications")
