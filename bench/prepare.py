"""Makes the decks and what the peers read. Runs as a process of its own, so that the one that measures stays small."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.content import write_content
from bench.deck import write_deck
from publisher.model.printing import Sides


def main(work: Path, counts: list[int]) -> None:
    """A deck of each size; nine cards are one page of fronts."""
    for count in counts:
        deck = work / f"deck-{count}"
        shutil.rmtree(deck, ignore_errors=True)
        write_deck(deck, count)
        if count > 540:
            continue  # no peer prints this one
        sides = Sides.FRONT if count <= 9 else Sides.DUPLEX
        write_content(deck, sides, work / f"fields-{count}.json", work / f"lines-{count}.json")


main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]])
