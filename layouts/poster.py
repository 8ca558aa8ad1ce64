"""Posters: an exercise each, and when to get help, for a wall. They bear no name of a patient.

A page of large print is printed larger: on A3 or tabloid, or over two sheets of a smaller paper that are glued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import large_print_handout
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Size
from publisher.press.tiling import poster_size

if TYPE_CHECKING:
    from layouts.product import Job

# How wide a page is laid out, millimetres: that of A4, so that its 18 points come out as 23 or more.
WIDE = 210.0


def make(job: Job) -> Made:
    """A poster for each exercise, then the signs."""
    if job.handout is None:
        return Made(problems=no_handout(job, "poster"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    size = poster_size(job.paper)
    page = Size(WIDE, size.height * WIDE / size.width)
    clinic = job.handout.clinic
    if clinic is not None:
        clinic = clinic._replace(running_name=False, footer=clinic.footer or clinic.name)
    told = job.handout._replace(patient=None, clinic=clinic)
    made = large_print_handout.hung(job._replace(paper=page, handout=told), told)
    return made._replace(pages=(), posters=made.pages)
