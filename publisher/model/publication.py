"""A publication: which cards go through which layout, in what order, onto what."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publisher.model.card import Group, Kind, Region
    from publisher.problems import Phrase


# What `surefoot build` makes of its own accord, so that no publication can be called so.
PHONE = "phone"
RESERVED = frozenset({PHONE})


class Order(Enum):
    """How the cards of a publication follow one another."""

    LISTED = "listed"
    GROUP = "group"
    POSITION = "position"
    TITLE = "title"


class Selection(NamedTuple):
    """Cards chosen by what they are: every field that is given must match; an empty one matches all."""

    kinds: tuple[Kind, ...] = ()
    groups: tuple[Group, ...] = ()
    regions: tuple[Region, ...] = ()
    tags: tuple[Phrase, ...] = ()
    levels: tuple[int, ...] = ()
    leave_out: tuple[Phrase, ...] = ()


class Publication(NamedTuple):
    """One printed thing. It names its cards, or selects them; `default` puts it in the default set.

    A `session` is done from its first card to its last; `because` says why it may be longer than people keep up.
    One that prints a plan has the cards of the plan, in the order of their use, before those that it names itself.
    `link` is where the pages of its cards lie on the web, and each gets a code to its own.
    Only what the program makes up for itself, such as cards to be looked at in a browser, goes without a `cover`.
    """

    id: Phrase
    title: Phrase
    layout: Phrase
    subtitle: Phrase | None = None
    cards: tuple[Phrase, ...] = ()
    select: Selection | None = None
    order: Order = Order.LISTED
    size: Phrase | None = None
    paper: Phrase | None = None
    theme: Phrase | None = None
    default: bool = False
    session: bool = False
    because: Phrase | None = None
    plan: Phrase | None = None
    cover: bool = True
    link: Phrase | None = None
