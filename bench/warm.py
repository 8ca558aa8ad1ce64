"""Milliseconds a card, warm: everything is imported and read, one small deck is printed, then this one is timed."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from publisher.build import publish
from publisher.library import read_library
from publisher.model.printing import PrintSettings
from publisher.workshop import Choices


def main(small: str, deck: str, count: int) -> None:
    """Print one figure."""
    gc.disable()  # as the command does
    first, library = read_library([Path(small)]), read_library([Path(deck)])
    choices = Choices(None, None, None, PrintSettings())
    publish(first, ["bench"], choices, {}, None)
    start = time.perf_counter()
    publish(library, ["bench"], choices, {}, None)
    print((time.perf_counter() - start) * 1000 / count)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
