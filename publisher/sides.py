"""Pictures of a handout on the side that somebody does: a drawing is turned round, of a photograph the reader is told.

A figure says which side it shows, and so do photographs of one's own. Where neither does, nobody can tell, and the page
says so rather than show the wrong leg without a word.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.figures.mirrored import mirrored, without
from publisher.model.card import Movement
from publisher.model.fillable import Fillable
from publisher.problems import Phrase, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publisher.figures.illustration import Illustration
    from publisher.model.card import Picture
    from publisher.model.library import Library
    from publisher.model.programme import Side
    from publisher.programmes import Exercise
    from publisher.words import Words


def on_its_side(
    library: Library, words: Words, exercises: Iterable[Exercise], drawings: Mapping[str, Illustration]
) -> tuple[tuple[Exercise, ...], dict[str, Illustration]]:
    """Exercises and pictures, by the ids of their cards, with each picture on the side that its exercise is done on.

    Where a picture cannot be turned, the exercise and the text for those who do not see it say so. What is done on both
    sides stays as it is.
    """
    shown, told = dict(drawings), []
    for exercise in exercises:
        card, side = exercise.card, exercise.prescribed.side
        if side is None or card.picture is None or card.id not in shown:
            told.append(exercise)
            continue
        figure = library.figures.get(card.picture.figure or "")
        own = card.picture.side if figure is None else figure.side
        if figure is not None and own is not None:
            alone = without(shown[card.id], frozenset(figure.in_turn))
            shown[card.id] = alone if own is side else mirrored(alone)
            told.append(_heard(exercise, card.picture, side, words))
        else:
            told.append(exercise if own is side else _remarked(exercise, card.picture, own, words))
    return tuple(told), shown


def _heard(exercise: Exercise, picture: Picture, side: Side, words: Words) -> Exercise:
    """The exercise whose picture is told for its side to those who do not see it."""
    body = exercise.card.body
    if not isinstance(picture.alt, Fillable) or not isinstance(body, Movement):
        return exercise
    return _with_alt(exercise, picture, picture.alt.told(body.dose, side, words))


def _remarked(exercise: Exercise, picture: Picture, shown: Side | None, words: Words) -> Exercise:
    """The exercise with the remark that its picture shows, or may show, the other side."""
    remark = words.say(f"handout.picture.{'unknown' if shown is None else 'other'}")
    given = exercise.prescribed._replace(picture=remark)
    alt = Phrase(f"{picture.alt} {remark}", place_of(picture.alt))
    return _with_alt(exercise, picture, alt)._replace(prescribed=given)


def _with_alt(exercise: Exercise, picture: Picture, alt: Phrase) -> Exercise:
    return exercise._replace(card=replace(exercise.card, picture=picture._replace(alt=alt)))
