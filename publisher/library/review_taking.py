"""Results of a review, read and held against the library: which files change so that the cards carry them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.reading import read_tree
from publisher.library.review_shapes import RESULTS
from publisher.library.review_writing import new_change, with_review
from publisher.library.shapes import Refused
from publisher.library.shelves import bytes_given, bytes_of, shown
from publisher.library.spelling import did_you_mean
from publisher.model.review import Answer
from publisher.problems import InputError, Place, Problem, place_of
from publisher.reviews import seal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.library.review_writing import Written
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.review import Answered, Results
    from publisher.problems import Phrase

# Where a change to a card of a library below goes.
FOLDER = "cards/reviews"
_MAKE_ONE = "To write one for your answers: surefoot review form"


class Taken(NamedTuple):
    """What came of it: cards by answer, and the files to write, as paths in the library with what they are to hold."""

    signed: tuple[Card, ...]
    refused: tuple[tuple[Card, Answered], ...]
    waiting: tuple[Card, ...]
    files: dict[str, bytes]


def read_results(path: Path) -> Results:
    """What a results file says, or everything that is wrong with it."""
    try:
        return RESULTS.read(read_tree(bytes_given(path, _MAKE_ONE), shown(path), "reviewer: Ana Silva"))
    except Refused as refused:
        raise InputError(refused.problems) from None


def take(results: Results, library: Library, root: Path, today: str) -> Taken:
    """Results for the cards of a library, to be written into its folder `root`. Raises everything that is wrong.

    A yes signs a card, if the card still says what was looked at. A no or a change takes an earlier signature away.
    """
    problems = list(_wrong(results, library, today))
    if problems:
        raise InputError(problems)
    answers = [(library.cards[name], answered) for name, answered in results.cards.items()]
    signed = tuple(card for card, answered in answers if answered.answer is Answer.YES)
    refused = tuple((card, answered) for card, answered in answers if answered.answer in (Answer.NO, Answer.CHANGE))
    files = dict(_file(card, root, _signed(card, results, library)) for card in signed)
    files |= dict(_file(card, root, _UNSIGNED) for card, _ in refused if card.review.reviewed_by is not None)
    return Taken(signed, refused, tuple(card for card, answered in answers if answered.answer is None), files)


_UNSIGNED: Written = dict.fromkeys(("reviewed_by", "role", "registration", "date", "next", "seal"))


def _signed(card: Card, results: Results, library: Library) -> Written:
    return {
        "reviewed_by": results.reviewer,
        "role": results.role,
        "registration": results.registration,
        "date": results.date,
        "next": results.next,
        "seal": seal(card, library),
    }


def _file(card: Card, root: Path, review: Written) -> tuple[str, bytes]:
    """The file of a card if it lies in the library, else a new one that changes the card; as it shall be."""
    own = Path(card.place.file).resolve() if card.place else root
    if card.place and own.is_relative_to(root.resolve()):
        return own.relative_to(root.resolve()).as_posix(), with_review(bytes_of(own, card.place.file), review)
    path = f"{FOLDER}/{card.id}.yaml"
    if (root / path).exists():
        sentence = f"the review of `{card.id}` belongs here, and this file is about something else."
        hint = "Give the file another name, and run the same command again."
        raise InputError([Problem("already-there", sentence, hint, Place(shown(root / path)))])
    return path, new_change(card.id, review)


# --- What can be wrong ---


def _wrong(results: Results, library: Library, today: str) -> Iterator[Problem]:
    if results.date > today:
        sentence = f"this review was made on {results.date}, and today is {today}."
        hint = "Write the day on which the cards were looked at."
        yield Problem("review-to-come", sentence, hint, place_of(results.date), len(results.date))
    for name, answered in results.cards.items():
        if name not in library.cards:
            hint = f"{did_you_mean(name, library.cards)}`surefoot list cards` shows what there is."
            yield Problem("unknown-card", f"there is no card called `{name}`.", hint, place_of(name), len(name))
        elif answered.answer is Answer.YES:
            yield from _other_words(library.cards[name], answered.seal, library)
    if not any(answered.answer for answered in results.cards.values()):
        hint = "Write `answer: yes`, `change` or `no` below each card that was looked at."
        place = place_of(results.reviewer)
        yield Problem("no-answers", "there is no answer for any card here.", hint, Place(place.file if place else ""))


def _other_words(card: Card, looked_at: Phrase, library: Library) -> Iterator[Problem]:
    """A yes for words that the card no longer says."""
    now = seal(card, library)
    if looked_at != now:
        sentence = f"`{card.id}` no longer says what was looked at: its seal is `{now}` by now."
        hint = f"Have it looked at again. To print a sheet: surefoot review sheet {card.id}"
        yield Problem("changed-review", sentence, hint, place_of(looked_at), len(looked_at))
