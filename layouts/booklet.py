"""A booklet: the pages of large print at two thirds, so that nothing is under 12 points, two on a side to be folded.

A half sheet holds what a whole one holds in large print. Pages for how the weeks went fill it up to a multiple of four;
they stand before the warning signs, so that these lie on the last pages and are found from behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import large_print_handout
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Size

if TYPE_CHECKING:
    from layouts.product import Job

# How much smaller a page is printed than it is laid out; how many pages a sheet has.
SHARE, PAGES = 2 / 3, 4


def make(job: Job) -> Made:
    """The pages in the order in which they are read; how they lie on sheets is for the press."""
    if job.handout is None:
        return Made(problems=no_handout(job, "booklet"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    half = Size(max(job.paper) / 2 / SHARE, min(job.paper) / SHARE)
    made = large_print_handout.laid(job._replace(paper=half), job.handout, PAGES)
    return made._replace(pages=(), booklet=made.pages)
