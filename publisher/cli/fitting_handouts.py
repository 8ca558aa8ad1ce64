"""Programmes of the libraries, fitted as they will be printed: in every layout, with each letterhead.

They are fitted in colour and in the saver, which draws pictures anew; grey changes colours alone, so what fits in
colour fits in grey.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from publisher.cli.handing import in_its_country
from publisher.handouts import LAYOUTS, Occasion, bound_handout
from publisher.model.printing import Ink
from publisher.problems import InputError, Level
from publisher.workshop import Workshop

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.programme import Programme
    from publisher.problems import Problem
    from publisher.workshop import Choices


INKS = (Ink.COLOUR, Ink.SAVER)


def fit_handouts(library: Library, choices: Choices, on: dt.date, only: Collection[str] = ()) -> tuple[Problem, ...]:
    """What does not fit or cannot be printed of any handout; with ids in `only`, of those that hold these cards."""
    found: dict[Problem, None] = {}
    for programme in library.programmes.values():
        if only and not {str(each.card) for each in programme.exercises} & {*only}:
            continue
        for clinic in _clinics_of(programme, library):
            local = in_its_country(choices, clinic)
            for ink, layout in product(INKS, LAYOUTS.values()):
                shop = Workshop.open(library, replace(local, ink=ink))
                found |= dict.fromkeys(_problems(shop, programme, clinic, layout, on))
    return tuple(found)


def _clinics_of(programme: Programme, library: Library) -> tuple[Clinic | None, ...]:
    """The clinic that a programme names, or all that there are, or none."""
    if programme.clinic is not None:
        return (library.clinics.get(programme.clinic),)
    return tuple(library.clinics.values()) or (None,)


def _problems(
    shop: Workshop, programme: Programme, clinic: Clinic | None, layout: str, on: dt.date
) -> Iterator[Problem]:
    try:
        bound = bound_handout(shop, programme, clinic, None, Occasion(on), layout)
    except InputError as error:
        yield from error.problems
    else:
        yield from (problem for problem in bound.warnings if problem.level is not Level.NOTE)
