"""What every layout takes and gives: a job in, laid-out faces out. A layout is a file with a `make`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Tier, WarningSign
from publisher.problems import Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Card
    from publisher.model.stock import Stock
    from publisher.plans import Schedule
    from publisher.problems import Phrase
    from publisher.programmes import Handout
    from publisher.typesetting.face import Face


class Cover(NamedTuple):
    """What the cover of a deck tells: all of its cards in order, and all warning signs that there are.

    A `session` is done from its first card to its last, so its minutes are added up.
    """

    cards: tuple[Card, ...]
    signs: tuple[Card, ...]
    session: bool = False


class Job(NamedTuple):
    """What to lay out: the cards of a publication, and onto what. `stock` is None for whole pages.

    `larger` are the card sizes that could be used instead, the next larger one first. `cover` is what the cover
    tells, where one is to be printed. `plan` is the plan that a publication prints, worked out; `handout` is what
    is handed to one person.
    """

    title: Phrase
    subtitle: str
    cards: tuple[Card, ...]
    setting: Setting
    paper: Size
    stock: Stock | None
    larger: tuple[Stock, ...] = ()
    cover: Cover | None = None
    plan: Schedule | None = None
    handout: Handout | None = None


class Pair(NamedTuple):
    """Front and back of one card, its bookmark, and the group that the bookmark stands under."""

    title: str
    group: str
    front: Face
    back: Face


class Screen(NamedTuple):
    """A page to look at on a screen: its bookmark, and the group that the bookmark stands under."""

    title: str
    group: str
    face: Face


class Strip(NamedTuple):
    """A face to be cut out of a page and folded at these heights, millimetres from its top.

    With a `back`, the two are printed side by side and folded against each other first.
    """

    title: str
    face: Face
    folds: tuple[float, ...]
    back: Face | None = None

    @property
    def faces(self) -> tuple[Face, ...]:
        """What is printed, in reading order."""
        return (self.face,) if self.back is None else (self.face, self.back)


class Made(NamedTuple):
    """What a layout made. `fill` repeats the cards until a sheet is full; `problems` says what did not fit.

    A `booklet` is whole pages too, in the order in which they are read: each is printed onto half of a sheet. `posters`
    are printed as large as the paper, or two sheets of it, allow.
    """

    cards: tuple[Pair, ...] = ()
    pages: tuple[Face, ...] = ()
    strips: tuple[Strip, ...] = ()
    screens: tuple[Screen, ...] = ()
    booklet: tuple[Face, ...] = ()
    posters: tuple[Face, ...] = ()
    fill: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def faces(self) -> tuple[Face, ...]:
        """All of them, in reading order."""
        pairs = tuple(face for pair in self.cards for face in (pair.front, pair.back))
        strips = tuple(face for strip in self.strips for face in strip.faces)
        return (*pairs, *self.pages, *strips, *(screen.face for screen in self.screens), *self.booklet, *self.posters)


def signs_in_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The warning signs among some cards, by their numbers, wherever a plan uses them."""
    return tuple(sorted((c for c in cards if isinstance(c.body, WarningSign)), key=lambda card: card.number))


def without_emergency(job: Job, what: str) -> tuple[Problem, ...]:
    """A problem where the emergencies are left out: it would be read as if there were none."""
    if any(isinstance(card.body, WarningSign) and card.body.tier is Tier.EMERGENCY for card in job.cards):
        return ()
    sentence = f"{job.title}: {what} needs the signs of an emergency, and none is here."
    hint = "Take in all signs with `select: {kinds: [warning-sign]}`."
    return (Problem("no-emergency", sentence, hint, place_of(job.title)),)


def planless(job: Job, layout: str) -> tuple[Problem, ...]:
    """A problem for a layout of plans that was given none."""
    sentence = f"{job.title}: the layout `{layout}` prints a plan, and nothing says which."
    hint = "Add `plan:` with the id of a plan; `surefoot list plans` shows what there is."
    return (Problem("no-plan", sentence, hint, place_of(job.title)),)


def no_handout(job: Job, layout: str) -> tuple[Problem, ...]:
    """A problem for a layout of handouts that stands in a publication: what it prints is made for one person."""
    sentence = f"{job.title}: the layout `{layout}` prints what is handed to one person, from a programme."
    hint = "Run `surefoot handout` with a programme, or name another layout here."
    return (Problem("no-handout", sentence, hint, place_of(job.title)),)


def without_place(job: Job, *taken: type) -> tuple[Problem, ...]:
    """A problem for each card that is none of the kinds a layout takes: no card is dropped without a word."""
    hint = "Leave it out of `cards` and `select`, or print it with `layout: pocket`."
    return tuple(
        Problem(
            "unfit-card", f"{job.title}: this layout has no place for the card `{card.id}`.", hint, place_of(job.title)
        )
        for card in job.cards
        if not isinstance(card.body, taken)
    )
