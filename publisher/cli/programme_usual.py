"""Doses that `surefoot programme keep` has made the usual ones, and what they do to programmes from before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.telling import shown_path
from publisher.library.overlays import read_library
from publisher.library.programme_writing import dose_in_a_line
from publisher.model.card import Movement
from publisher.plan_words import dose_said
from publisher.problems import Level, Problem
from publisher.programmes import exercises_of
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.model.programme import Prescribed, Programme
    from publisher.programmes import Exercise

# Where a dose that is kept goes, in a library of one's own.
FOLDER = "cards/doses"


def kept_since(before: Programme, library: Library, folders: Sequence[Path]) -> list[Problem]:
    """A warning for each exercise of a programme from before with the dose of its card, where another is kept by now.

    What it was on the day it was handed out cannot be known: what has changed is told from the dose that is kept.
    """
    files = {str(each.card): file for each in before.exercises for file in _files(str(each.card), folders)}
    if not files:
        return []
    first = min(folders.index(file.parents[2]) for file in files.values())
    below = read_library(folders[:first], language=library.language).cards
    cards = {**library.cards, **{name: below[name] for name in files if name in below}}
    then, now = ({str(one.card.id): one for one in exercises_of(before, each)} for each in (cards, library.cards))
    words = Words(library.words)
    return [*_told(words, {name: (then[name], now[name], files[name]) for name in files})]


def _files(name: str, folders: Sequence[Path]) -> Iterator[Path]:
    return (file for folder in folders if (file := folder / FOLDER / f"{name}.yaml").is_file())


def _told(words: Words, found: dict[str, tuple[Exercise, Exercise, Path]]) -> Iterator[Problem]:
    for then, now, file in found.values():
        old, new = _dose(then), _dose(now)
        if old is not None and new is not None and old != new:
            yield _other(words, now.prescribed, old, new, shown_path(str(file)))


def _other(words: Words, given: Prescribed, old: Dose, new: Dose, file: str) -> Problem:
    sentence = f"the dose of `{given.card}` is that of its card, and `{file}` keeps another one by now."
    hint = (
        f"What has changed is told from that: {dose_said(words, new)}. Was this handed out before you kept it?\n"
        f"Then write here what it was: {{card: {given.card}, dose: {dose_in_a_line(given.dose, old, new)}}}"
    )
    return Problem("kept-since", sentence, hint, given.card.place, len(given.card), Level.WARNING)


def _dose(exercise: Exercise) -> Dose | None:
    return exercise.card.body.dose if isinstance(exercise.card.body, Movement) else None
