"""Reviews by a clinician: whether one still holds, and for which words. A signature never goes on to words nobody saw.

What was signed is told by a *seal*: eight letters made from all that the card says and shows. The library works it out
again each time it is read. A card that says something else has another seal, and counts as not reviewed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from publisher.model.card import Card, Review, WarningSign
from publisher.model.fillable import Fillable
from publisher.problems import Level, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publisher.model.library import Library
    from publisher.problems import Phrase

# Letters that are not mistaken for one another on paper, make no words, and are never read as a number.
LETTERS = "bcdfghjkmnpqrstvwxyz"
# What a card is filed under may change and says nothing to its reader; where it was written is no part of it.
_NOT_SAID = frozenset({"id", "number", "tags", "review", "excused", "place", "person"})
Plain: TypeAlias = "Mapping[str, Plain] | list[Plain] | str | float | bool | None"


class Standing(Enum):
    """Where a card stands with its review."""

    AWAITED = "awaited"
    CHANGED = "changed"
    OVERDUE = "overdue"
    HOLDS = "holds"


def standing(review: Review, today: str) -> Standing:
    """What a review is worth on a day, YYYY-MM-DD. On the day that it is due it still holds."""
    if review.reviewed_by is None:
        return Standing.AWAITED
    if review.changed:
        return Standing.CHANGED
    overdue = review.next is not None and review.next < today
    return Standing.OVERDUE if overdue else Standing.HOLDS


def sealed(library: Library) -> dict[str, Card]:
    """The cards of a library; one that no longer says what was signed has a review that is marked as changed."""
    return {
        name: replace(card, review=card.review._replace(changed=True)) if _is_broken(card, library) else card
        for name, card in library.cards.items()
    }


def _is_broken(card: Card, library: Library) -> bool:
    return card.review.reviewed_by is not None and card.review.seal != seal(card, library)


def seal(card: Card, library: Library) -> str:
    """Eight letters for all that a card says and shows: its texts, dose, sources, figures, and what its tier says.

    Only what was written counts. A field that the program learns later, and that nobody has filled in, breaks no seal.
    """
    picture = card.picture
    shown = [library.figures.get(name) for name in (picture.figure, picture.beside) if name] if picture else []
    said = [card, [library.sources.get(key) for key in card.evidence.sources], shown, _tier(card, library)]
    if picture and picture.photos:
        said.append([_pixels(photo.file, library) for photo in picture.photos])
    text = json.dumps(_plain(said), sort_keys=True, ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    letters = "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def _pixels(name: Phrase, library: Library) -> str:
    """A hash of what a photograph holds: another one under its name is not the one that was signed."""
    place = place_of(name)
    root = library.roots.get(place.file) if place else None
    with contextlib.suppress(OSError):
        if root is not None:
            return hashlib.sha256((root / name).read_bytes()).hexdigest()
    return ""


def _tier(card: Card, library: Library) -> object:
    """What is said on every sign of a warning sign's tier; nothing for other cards."""
    tiers = library.words.get("tiers")
    if not isinstance(card.body, WarningSign) or not isinstance(tiers, Mapping):
        return None
    return tiers.get(card.body.tier.value)


def _plain(value: object) -> Plain:
    """A value of the model as texts, numbers, lists and tables, without what was left at its default."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return _written(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    given = _given(value)
    if given is not None:
        return {name: _plain(inner) for name, inner in given.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else str(value)


def _written(text: str) -> Plain:
    """A text, and beside it what is said in its place for one side or another dose: that was signed as well."""
    if not isinstance(text, Fillable) or (text.one_side is None and text.without is None):
        return str(text)
    return [str(text), *(None if other is None else str(other) for other in (text.one_side, text.without))]


def _given(value: object) -> dict[str, object] | None:
    """The fields of a named tuple or a dataclass that say something; None for any other value."""
    if is_dataclass(value):
        every = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
    elif isinstance(value, tuple) and hasattr(value, "_field_defaults"):
        names: tuple[str, ...] = getattr(value, "_fields", ())
        every = {name: (getattr(value, name), value._field_defaults.get(name, ...)) for name in names}
    else:
        return None
    return {name: said for name, (said, usual) in every.items() if name not in _NOT_SAID and said != usual}


# --- What is told of them ---


def due(cards: Iterable[Card], today: str, level: Level) -> Iterator[Problem]:
    """Reviews that are overdue, or were signed for other words, each at its place in the card's file."""
    for card in cards:
        review = card.review
        match standing(review, today):
            case Standing.OVERDUE:
                sentence = f"the review of `{card.id}` by {review.reviewed_by} was due again on {review.next}."
                hint = f"Have it looked at again. To print a sheet: surefoot review sheet {card.id}"
                length = len(review.next or "")
                yield Problem("overdue-review", sentence, hint, place_of(review.next or ""), length, level)
            case Standing.CHANGED:
                yield _changed(card, level)


def _changed(card: Card, level: Level) -> Problem:
    by, on = card.review.reviewed_by or "", card.review.date
    sentence = f"`{card.id}` no longer says what {by} reviewed on {on}, and its page says that it awaits review."
    hint = f"Have it looked at again. To print a sheet: surefoot review sheet {card.id}"
    told = card.review.seal or by
    return Problem("changed-review", sentence, hint, place_of(told), len(told), level)


def unreviewed(cards: Iterable[Card]) -> Iterator[Problem]:
    """A note on how many cards nobody has reviewed, if there are any."""
    every = list(cards)
    number = sum(card.review.reviewed_by is None for card in every)
    if number:
        await_ = "awaits" if number == 1 else "await"
        some = f"{number} of {len(every)} cards" if len(every) > 1 else "this card"
        hint = "The pages say so. To see which: surefoot review"
        yield Problem("unreviewed", f"{some} {await_} a first review.", hint, level=Level.NOTE)
