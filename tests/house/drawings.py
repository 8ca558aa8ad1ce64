"""Draws every picture of the built-in library anew on all cores, and tells what is hidden in it: `make figures`.

What it made them with is noted beside them, so that a test can tell when the rooms that draw have changed since.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.figures import kept
from publisher.library import read_library
from publisher.pictures import DRAWINGS, NOBODY, Shown, casting, drawn
from publisher.problems import InputError, Phrase, Problem

if TYPE_CHECKING:
    from publisher.model.figure import Person
    from publisher.model.library import Library

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / DRAWINGS
NOTE = FOLDER / "made-with.txt"
# Rooms of figures that do not draw: they read what is kept, colour it and place it.
_BESIDES = {
    *(
        "__init__.py",
        "illustration.py",
        "inking.py",
        "kept.py",
        "mirrored.py",
        "palette.py",
        "photographs.py",
        "svg.py",
    ),
    *("film.py", "proofs.py", "reels.py", "shots.py", "sight.py", "tempo.py", "troubles.py"),
}


def wanted(library: Library) -> list[Shown]:
    """All that the built-in publications show, and every other figure once, with people in turn.

    Whoever has shown a figure goes on showing it, so that a new card changes no other picture.
    """
    found: dict[str, Shown] = {}
    cards = {card.id: card for one in library.publications.values() for card in cards_of(one, library.cards)}
    turns: Counter[str] = Counter()
    for name, each in casting(library, [*cards.values()], afresh=True):
        picture = cards[Phrase(name)].picture
        shown = each if picture is not None and picture.person else _as_before(each, library, turns)
        turns.update(str(one.person.id) for one in shown)
        found |= {one.file: one for one in shown}
    there = {one.figure.id for one in found.values()}
    people = list(library.people.values())
    rest = [figure for figure in library.figures.values() if figure.id not in there]
    for figure in rest:
        # By the letters of its name, so that a new figure does not give another person to every one behind it.
        turn = sum(map(ord, figure.id))
        one = Shown(figure, people[turn % len(people)] if figure.people else NOBODY)
        found[one.file] = one
    return list(found.values())


def _as_before(shown: tuple[Shown, ...], library: Library, turns: Counter[str]) -> tuple[Shown, ...]:
    """The figures of one card with somebody who has shown all of them, and of these with who has had fewest turns."""
    others = [_shown_by(person, shown) for person in library.people.values()]
    before = [again for again in others if all((FOLDER / one.file).exists() for one in again)]
    return min(before, key=lambda again: turns[str(again[0].person.id)], default=shown)


def _shown_by(person: Person, shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return tuple(one._replace(person=person if one.figure.people else NOBODY) for one in shown)


def made_with() -> str:
    """A hash of the rooms that draw."""
    rooms = sorted((ROOT / "publisher/figures").rglob("*.py"))
    read = (path.read_bytes() for path in rooms if path.name not in _BESIDES)
    return hashlib.sha256(b"\0".join(read)).hexdigest()


def stale(library: Library) -> list[Shown]:
    """What is missing or was made of something else."""
    return [one for one in wanted(library) if not _fresh(one)]


def _fresh(one: Shown) -> bool:
    try:
        there = kept.read((FOLDER / one.file).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return there.made_of == kept.made_of(one.figure, one.person)


def doubts(shown: list[Shown]) -> list[Problem]:
    """Limbs that are hidden though they move, and arrows along no way."""
    with ProcessPoolExecutor() as pool:
        return [problem for problems in pool.map(_doubts, shown) for problem in problems]


def _doubts(one: Shown) -> list[Problem]:
    # Only here: what draws takes a second to import.
    proofs, staging = (import_module(f"publisher.figures.{room}") for room in ("proofs", "staging"))
    return [*proofs.troubles(staging.stage(one.figure, one.person))]


def main() -> None:
    """Draw all of them when the rooms have changed, else what is stale; take away what nobody shows."""
    library = read_library()
    every, began = wanted(library), time.monotonic()
    changed = not NOTE.exists() or NOTE.read_text().strip() != made_with() or "--all" in sys.argv
    due = every if changed else stale(library)
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        for number, (one, text) in enumerate(drawn(due), 1):
            (FOLDER / one.file).write_text(text, encoding="ascii")
            print(f"{number:4} of {len(due)}  {one.file}  {len(text) / 1000:.0f} kB", flush=True)  # noqa: T201
    except InputError as error:
        sys.exit("\n".join(f"{problem.place}: {problem.sentence}" for problem in error.problems))
    for path in FOLDER.glob("*.json"):
        if path.name not in {one.file for one in every}:
            path.unlink()
    NOTE.write_text(f"{made_with()}\n")
    for problem in doubts(due):
        print(f"{problem.place}: {problem.sentence} {problem.hint}")  # noqa: T201
    print(f"{len(due)} drawings on {os.cpu_count()} cores in {time.monotonic() - began:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
