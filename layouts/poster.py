"""Posters: an exercise each, and when to get help, for a wall. They bear no name of a patient.

A page of large print is printed larger: on A3 or tabloid, or over two sheets of a smaller paper that are glued. Nothing
that is read stands where the two meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.large_print_handout import too_high
from layouts.large_print_handout.wall import hung
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Size
from publisher.press.tiling import poster_size, seam
from publisher.problems import Phrase

if TYPE_CHECKING:
    from layouts.product import Job
    from publisher.programmes import Handout

# How wide a page is laid out, millimetres: that of A4, so that its 18 points come out as 23 or more.
WIDE = 210.0
# Over and under the seam, millimetres.
AROUND = 1.5


def make(job: Job) -> Made:
    """A poster for each exercise, then the signs."""
    if job.handout is None:
        return Made(problems=no_handout(job, "poster"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    told = told_on_a_wall(job.handout)
    made = hung(job._replace(paper=poster_page(job.paper), handout=told), told, seam_of(job.paper))
    return Made(problems=too_high(job)) if made is None else Made(posters=made)


def told_on_a_wall(handout: Handout) -> Handout:
    """What a handout tells without whose it is; at the foot stand the clinic and its number."""
    clinic = handout.clinic
    if clinic is not None:
        clinic = clinic._replace(
            running_name=False, footer=Phrase(", ".join(filter(None, (clinic.name, clinic.phone))))
        )
    return handout._replace(patient=None, by="", clinic=clinic)


def poster_page(paper: Size) -> Size:
    """The page that is laid out for a poster on a paper, millimetres."""
    size = poster_size(paper)
    return Size(WIDE, size.height * WIDE / size.width)


def seam_of(paper: Size) -> tuple[float, float] | None:
    """From where to where on that page two sheets meet, with a little air, millimetres."""
    met, share = seam(paper), WIDE / poster_size(paper).width
    return None if met is None else (met[0] * share - AROUND, met[1] * share + AROUND)
