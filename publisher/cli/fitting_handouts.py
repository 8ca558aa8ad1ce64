"""Programmes of the libraries, fitted as they will be printed: in every layout, with each letterhead.

They are fitted in colour and in the saver, which draws pictures anew; grey changes colours alone, so what fits in
colour fits in grey.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from publisher.cli.handing import in_its_country
from publisher.handouts import CARD_SIZES, CARDS, LAYOUTS, Occasion, bound_handout
from publisher.model.card import WarningSign
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
# Of a library, what stands on no handout.
_OTHERS = ("publications", "plans", "programmes", "clinics", "roots", "plain_words", "never")
# Programmes that fitted, with all that their handouts hang on, by the ids of programme and clinic.
Fitted = dict[tuple[str, str], object]


def came_fitted(ours: Library) -> Fitted:
    """The programmes that come with Surefoot, on its own library: they were fitted before they came to anybody.

    Where cards, words or a letterhead of somebody else change one, it is fitted anew.
    """
    return {(str(each.id), ""): _basis(ours, each, None) for each in ours.programmes.values()}


def fit_handouts(
    library: Library, choices: Choices, on: dt.date, only: Collection[str] = (), fitted: Fitted | None = None
) -> tuple[Problem, ...]:
    """What does not fit or cannot be printed of any handout; with ids in `only`, of those that hold these cards.

    What is in `fitted` and is what it was is not laid out again: while files are watched, most are what they were.
    """
    found: dict[Problem, None] = {}
    fitted = {} if fitted is None else fitted
    for programme in library.programmes.values():
        if only and not {str(each.card) for each in programme.exercises} & {*only}:
            continue
        for clinic in _clinics_of(programme, library):
            key, basis = (str(programme.id), str(clinic.id) if clinic else ""), _basis(library, programme, clinic)
            if fitted.get(key) == basis:
                continue
            problems = [*_problems(library, choices, programme, clinic, on)]
            found |= dict.fromkeys(problems)
            # A problem is told with its line, which may be another one next time.
            if not problems:
                fitted[key] = basis
    return tuple(found)


def _basis(library: Library, programme: Programme, clinic: Clinic | None) -> object:
    """All that a handout hangs on: nothing of other cards, and of what only `surefoot check` or other pages use."""
    told = {str(each.card) for each in programme.exercises}
    cards = {key: card for key, card in library.cards.items() if key in told or isinstance(card.body, WarningSign)}
    pictures = [card.picture for card in cards.values() if card.picture is not None]
    shown = {name for picture in pictures for name in (picture.figure, picture.beside)}
    cited = {*programme.sources, *(key for card in cards.values() for key in card.evidence.sources)}
    used = library._replace(
        cards=cards,
        figures={key: figure for key, figure in library.figures.items() if key in shown},
        sources={key: source for key, source in library.sources.items() if key in cited},
        stocks={key: stock for key, stock in library.stocks.items() if key in (CARDS, *CARD_SIZES.values())},
    )
    nothing: dict[str, object] = dict.fromkeys(_OTHERS, MappingProxyType({}))
    return programme, clinic, used._replace(**nothing, warnings=())  # type: ignore[arg-type]  # all of them are mappings


def _clinics_of(programme: Programme, library: Library) -> tuple[Clinic | None, ...]:
    """The clinic that a programme names, or all that there are, or none."""
    if programme.clinic is not None:
        return (library.clinics.get(programme.clinic),)
    return tuple(library.clinics.values()) or (None,)


def _problems(
    library: Library, choices: Choices, programme: Programme, clinic: Clinic | None, on: dt.date
) -> Iterator[Problem]:
    local = in_its_country(choices, clinic)
    for ink in INKS:
        shop = Workshop.open(library, replace(local, ink=ink))
        for layout in LAYOUTS.values():
            try:
                bound = bound_handout(shop, programme, clinic, None, Occasion(on), layout)
            except InputError as error:
                yield from error.problems
            else:
                yield from (problem for problem in bound.warnings if problem.level is not Level.NOTE)
