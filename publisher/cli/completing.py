"""Names for the shell to complete. A library that cannot be read completes nothing and says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli import printers
from publisher.cli.options import gather
from publisher.library.overlays import read_library
from publisher.model.publication import PHONE
from publisher.problems import InputError
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from publisher.model.library import Library


def complete_publications(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Publications that start so."""
    library = _library(context)
    return _starting(library.publications if library else (), begun)


def complete_built(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """What can be built: publications that start so, and the offline page."""
    return sorted([*complete_publications(context, parameter, begun), *_starting([PHONE], begun)])


def complete_plans(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Plans that start so."""
    library = _library(context)
    return _starting(library.plans if library else (), begun)


def complete_several(known: Iterable[str], begun: str) -> list[str]:
    """A list with commas, its last name completed with those of the known that are not in it."""
    *before, last = begun.split(",")
    return [",".join([*before, name]) for name in _starting(known, last) if name not in before]


def complete_cards(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Cards that start so."""
    library = _library(context)
    return _starting(library.cards if library else (), begun)


def complete_drawn(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Cards and publications that start so."""
    library = _library(context)
    return _starting({*library.cards, *library.publications} if library else (), begun)


def complete_programmes(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Programmes that start so, and files of fields in this folder."""
    library = _library(context)
    files = (path.name for path in Path().glob("*.yaml"))
    return _starting([*(library.programmes if library else ()), *files], begun)


def complete_shown(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Cards, publications, plans and stocks that start so."""
    library = _library(context)
    known = (*library.cards, *library.publications, *library.plans, *library.stocks) if library else ()
    return _starting(known, begun)


def complete_setting(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """What a setting that is a name can be: sizes, papers, themes and people of the library, countries, printers."""
    name = parameter.name
    if name == "printer":
        return _starting(printers.names(), begun)
    library = _library(context)
    return _starting(_choices(name, library) if library else (), begun)


def _choices(name: str | None, library: Library) -> Iterable[str]:
    match name:
        case "size":
            return library.stocks
        case "paper":
            return library.papers
        case "theme":
            return library.themes
        case "person":
            return library.people
        case "country":
            return Words(library.words).countries()
        case _:
            return ()


def _library(context: click.Context) -> Library | None:
    try:
        chosen, _ = gather({"library": context.params.get("library")})
        return read_library(chosen.folders())
    except InputError:
        return None


def _starting(names: Iterable[str], begun: str) -> list[str]:
    return sorted(str(name) for name in names if name.startswith(begun))
