"""Draws the film of every built-in card that moves, where it is missing or was made of something else: `make films`."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from publisher import films
from publisher.figures.shots import shots
from publisher.library import read_library
from publisher.model.card import Movement
from publisher.pictures import casting

if TYPE_CHECKING:
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.pictures import Shown

FOLDER = Path(__file__).parents[2] / films.FILMS


def wanted(library: Library) -> dict[str, tuple[Shown, Dose]]:
    """Whoever moves on a card, with the dose of the card, by the name of the file."""
    found: dict[str, tuple[Shown, Dose]] = {}
    for name, (one, *_) in casting(library, list(library.cards.values())):
        body = library.cards[name].body
        if one.figure.people and isinstance(body, Movement) and shots(one.figure, body.dose):
            found[one.file] = one, body.dose
    return found


def stale(library: Library) -> dict[str, tuple[Shown, Dose]]:
    """What is missing or was made of something else."""
    return {name: each for name, each in wanted(library).items() if films.film(*each, draws=False) is None}


def _drawn(each: tuple[Shown, Dose]) -> str:
    return films.drawn(*each)


def main() -> None:
    """Draw what is stale, and take away what no card shows."""
    library, began = read_library(), time.monotonic()
    due = stale(library)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor() as pool:
        for number, (name, text) in enumerate(zip(due, pool.map(_drawn, due.values()), strict=True), 1):
            (FOLDER / name).write_text(text, encoding="ascii")
            sys.stdout.write(f"{number:4} of {len(due)}  {name}  {len(text) / 1000:.0f} kB\n")
            sys.stdout.flush()
    for path in FOLDER.glob("*.json"):
        if path.name not in wanted(library):
            path.unlink()
    sys.stdout.write(f"{len(due)} films on {os.cpu_count()} cores in {time.monotonic() - began:.0f} s\n")


if __name__ == "__main__":
    main()
