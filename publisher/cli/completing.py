"""Names for the shell to complete. A library that cannot be read completes nothing and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.options import gather
from publisher.library.overlays import read_library
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from publisher.model.library import Library


def complete_publications(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Publications that start so."""
    library = _library(context)
    return _starting(library.publications if library else (), begun)


def complete_shown(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Cards and stocks that start so."""
    library = _library(context)
    return _starting((*library.cards, *library.stocks) if library else (), begun)


def _library(context: click.Context) -> Library | None:
    try:
        chosen, _ = gather({"library": context.params.get("library")})
        return read_library(chosen.folders())
    except InputError:
        return None


def _starting(names: Iterable[str], begun: str) -> list[str]:
    return sorted(str(name) for name in names if name.startswith(begun))
