"""Whether everything that is named exists: sources, cards, stocks, papers and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.picture_files import path_in
from publisher.library.pose_shapes import unknown_pose
from publisher.library.spelling import did_you_mean, listed
from publisher.model.card import FormFault, Movement
from publisher.model.publication import RESERVED
from publisher.problems import InputError, Problem, place_of
from publisher.programmes import misfits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from publisher.model.card import Card
    from publisher.model.figure import Figure
    from publisher.model.programme import Programme
    from publisher.model.publication import Publication
    from publisher.model.stock import Stock
    from publisher.model.theme import Theme
    from publisher.model.wording import Never
    from publisher.problems import Phrase


def of_cards(cards: Iterable[Card], known: Collection[str], sources: Collection[str] | None) -> Iterator[Problem]:
    """Sources and cards that a card names and nobody has written; None for sources that could not be read."""
    for card in cards:
        yield from _sources(card.evidence.sources, sources)
        for name in _cards_named(card):
            yield from _card(name, known)


def of_never(never: Iterable[Never], known: Collection[str], sources: Collection[str] | None) -> Iterator[Problem]:
    """Sources and warning signs that speak against advice and that nobody has written."""
    for each in never:
        yield from _sources(each.sources, sources)
        if each.sign is not None:
            yield from _card(each.sign, known)


def _sources(keys: Iterable[Phrase], sources: Collection[str] | None) -> Iterator[Problem]:
    for key in keys:
        if sources is not None and key not in sources:
            hint = f"{did_you_mean(key, sources)}`surefoot list sources` shows what there is."
            yield Problem("unknown-source", f"no source has the key `{key}`.", hint, place_of(key), len(key))


def of_pictures(
    cards: Iterable[Card], figures: Mapping[str, Figure], known: Collection[str], people: Collection[str]
) -> Iterator[Problem]:
    """Figures, people and poses that a card names and nobody has written; `known` are figures, those too that fail."""
    for card in cards:
        picture = card.picture
        if picture is not None:
            yield from _one("unknown-figure", picture.figure, "figure", known)
            yield from _one("unknown-figure", picture.beside, "figure", known)
            yield from _one("unknown-person", picture.person, "person", people)
        named = picture.figure if picture else None
        figure = figures.get(named) if named else None
        for step in getattr(card.body, "steps", ()):
            if step.pose is not None and (figure or named is None):
                yield from _pose(step.pose, figure)


def of_photographs(cards: Iterable[Card], roots: Mapping[str, Path]) -> Iterator[Problem]:
    """Photographs that are not there, that show a step that is not there, or that are no photographs of exercises."""
    for card in cards:
        for photo in card.picture.photos if card.picture else ():
            place = place_of(photo.file)
            if not isinstance(card.body, Movement):
                sentence = "photographs show what is done in steps; this card is of another kind."
                hint = "Name a figure instead, or take the picture out."
                yield Problem("photograph-out-of-place", sentence, hint, place, len(photo.file))
            elif photo.step is not None and photo.step > len(card.body.steps):
                sentence = f"this photograph shows step {photo.step}, but the card has {len(card.body.steps)}."
                hint = "Its `step:` counts from 1, in the order of the steps of the card."
                yield Problem("no-such-step", sentence, hint, place, len(photo.file))
            if place is not None:
                yield from _not_there(roots[place.file], photo.file)


def _not_there(root: Path, name: Phrase) -> Iterator[Problem]:
    try:
        path_in(root, name)
    except InputError as error:
        yield from error.problems


def _pose(name: Phrase, figure: Figure | None) -> Iterator[Problem]:
    if figure is None:
        sentence = f"this step looks like the pose `{name}`, but the card has no figure."
        hint = "Add `picture: {figure: ..., alt: ...}` to the card, or delete `pose`."
        yield Problem("pose-without-picture", sentence, hint, place_of(name), len(name))
    elif name not in figure.poses:
        yield unknown_pose(name, figure.poses, figure.id)


def _cards_named(card: Card) -> Iterator[Phrase]:
    body = card.body
    if isinstance(body, Movement):
        yield from (form.card for form in (body.easier, body.harder) if form and form.card)
    if isinstance(body, FormFault) and body.cue:
        yield body.cue


def same_numbers(cards: Sequence[Card]) -> Iterator[Problem]:
    """Two cards with one number in one group: both would be "S4"."""
    taken: dict[tuple[str, int], Card] = {}
    for card in cards:
        first = taken.setdefault((card.group.value, card.number), card)
        if first is not card:
            sentence = f"`{card.id}` and `{first.id}` are both number {card.number} of the group {card.group.value}."
            free = 1 + max(other.number for other in cards if other.group is card.group)
            hint = f"Give one of them another `number:`, such as {free}."
            yield Problem("same-number-twice", sentence, hint, place_of(card.id), len(card.id))


def of_clinics_named(programmes: Iterable[Programme], clinics: Collection[str]) -> Iterator[Problem]:
    """Clinics that a programme names and nobody has written."""
    for programme in programmes:
        yield from _one("unknown-clinic", programme.clinic, "clinic", clinics)


def of_publications(
    publications: Iterable[Publication],
    cards: Collection[str],
    stocks: Collection[str],
    papers: Collection[str],
    themes: Collection[str],
) -> Iterator[Problem]:
    """Cards, stocks, papers and themes that a publication names and nobody has written."""
    for publication in publications:
        yield from _reserved(publication.id)
        named = [*publication.cards, *(publication.select.leave_out if publication.select else ())]
        for card in named:
            yield from _card(card, cards)
        yield from _one("unknown-stock", publication.size, "stock", stocks)
        yield from _paper(publication.paper, papers)
        yield from _one("unknown-theme", publication.theme, "theme", themes)


def of_programmes(
    programmes: Iterable[Programme],
    cards: Mapping[str, Card],
    known: Collection[str],
    clinics: Collection[str],
    sources: Collection[str] | None,
) -> Iterator[Problem]:
    """Cards, clinics and sources that a programme names and nobody has written, and doses for cards that have none.

    `known` are the cards, those too that do not read well; None stands for sources that could not be read.
    """
    for programme in programmes:
        for each in programme.exercises:
            yield from _card(each.card, known)
        yield from _one("unknown-clinic", programme.clinic, "clinic", clinics)
        yield from _sources(programme.sources, sources)
        yield from misfits(programme, cards)


def _reserved(name: Phrase) -> Iterator[Problem]:
    """An id that a command takes for something else."""
    if name in RESERVED:
        sentence = f"no publication can be called `{name}`: `surefoot build {name}` makes the offline page."
        yield Problem(
            "reserved-id", sentence, f"Give it another id, such as `{name}-cards`.", place_of(name), len(name)
        )


def of_stocks(stocks: Iterable[Stock], papers: Collection[str]) -> Iterator[Problem]:
    """Papers that a precut sheet names and nobody has written."""
    for stock in stocks:
        if stock.sheet:
            yield from _paper(stock.sheet.paper, papers)


def of_themes(themes: Iterable[Theme], stocks: Collection[Stock]) -> Iterator[Problem]:
    """Type scales that a stock uses and a theme does not have."""
    for theme in themes:
        for stock in stocks:
            if stock.type not in theme.scales:
                sentence = f"the theme `{theme.id}` has no type scale `{stock.type}`, which `{stock.id}` uses."
                hint = f"{did_you_mean(stock.type, theme.scales)}The theme has {listed(theme.scales, 'and')}."
                yield Problem("unknown-scale", sentence, hint, place_of(stock.type), len(stock.type))


def _card(name: Phrase, known: Collection[str]) -> Iterator[Problem]:
    yield from _one("unknown-card", name, "card", known)


def _paper(name: Phrase | None, known: Collection[str]) -> Iterator[Problem]:
    yield from _one("unknown-paper", name, "paper", known)


def _one(problem: str, name: Phrase | None, thing: str, known: Collection[str]) -> Iterator[Problem]:
    if name is not None and name not in known:
        every = "people" if thing == "person" else f"{thing}s"
        hint = f"{did_you_mean(name, known)}`surefoot list {every}` shows what there is."
        yield Problem(problem, f"there is no {thing} called `{name}`.", hint, place_of(name), len(name))
