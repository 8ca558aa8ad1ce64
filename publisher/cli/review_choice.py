"""Which cards a review is about: named one by one, by group or by publication; and on which day it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.cli import days
from publisher.cli.completing import complete_cards, complete_publications
from publisher.decks import cards_of
from publisher.library.overlays import read_library
from publisher.model.card import Group
from publisher.problems import Problem, UsageError
from publisher.reviews import Standing, standing
from publisher.settings import closest
from publisher.workshop import all_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.settings import Settings


def which_cards() -> list[click.Parameter]:
    """What can be typed to choose cards; all of them where nothing is."""
    groups = click.Choice([group.value for group in Group])
    return [
        click.Argument(["cards"], nargs=-1, metavar="[CARD]...", shell_complete=complete_cards),
        click.Option(
            ["--group", "groups"], multiple=True, type=groups, help="The cards of this group; can be given again."
        ),
        click.Option(
            ["--publication", "publications"],
            multiple=True,
            metavar="NAME",
            shell_complete=complete_publications,
            help="The cards of this publication; can be given again.",
        ),
        days.today_option(),
    ]


class Chosen(NamedTuple):
    """The library, the cards that were asked for, whether any were named, and the day."""

    library: Library
    cards: tuple[Card, ...]
    named: bool
    today: str

    def needing(self) -> tuple[Card, ...]:
        """The cards that were named; without a name, those whose review does not hold."""
        holds = Standing.HOLDS
        return tuple(card for card in self.cards if self.named or standing(card.review, self.today) is not holds)


def choose(settings: Settings, which: Mapping[str, object]) -> Chosen:
    """The cards that were chosen on the command line; `which` holds its words. Raises names that nothing has."""
    library = read_library(settings.folders(), language=settings.text("language") or "en")
    cards, groups, publications = (_names(which[name]) for name in ("cards", "groups", "publications"))
    strangers = [_stranger(name, library.cards) for name in cards if name not in library.cards]
    unknown = [name for name in publications if name not in library.publications]
    strangers += all_unknown("publication", unknown, library.publications) if unknown else []
    if strangers:
        raise UsageError(strangers)
    taken = {
        *cards,
        *(card.id for name in publications for card in cards_of(library.publications[name], library.cards)),
    }
    every = library.cards.values()
    named = bool(cards or groups or publications)
    wanted = tuple(card for card in every if not named or card.id in taken or card.group.value in groups)
    said = which["today"]
    return Chosen(library, wanted, named, days.today(said if isinstance(said, str) else None))


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _stranger(name: str, known: Iterable[str]) -> Problem:
    near = closest(name, [*known, "sheet", "form", "take"])
    hint = f"Did you mean `{near}`? " if near else ""
    return Problem(
        "unknown-card", f"there is no card called `{name}`.", f"{hint}`surefoot list cards` shows what there is."
    )
