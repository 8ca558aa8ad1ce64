"""Pieces that are never split, shared out over as few pages as they need, so that no page is left nearly empty."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Room(NamedTuple):
    """What a page has for its pieces, millimetres: less on the first, whose head is higher."""

    first: float
    later: float

    def of(self, page: int) -> float:
        """The room of a page, counted from 0."""
        return self.later if page else self.first


def shared_out(heights: Sequence[float], room: Room, gap: float, welcome: float = 0.0) -> list[range] | None:
    """Which pieces stand on which page, in their order, `gap` millimetres apart at the least.

    As few pages as can be, and on them what is left over as even as can be; so many millimetres are `welcome` on the
    last, which has a use for them, and half of what is left on the page before the last piece, where that stands alone.
    None where a piece is higher than a page.
    """

    def used(start: int, end: int) -> float:
        return sum(heights[start:end]) + gap * (end - start - 1)

    @cache
    def best(start: int, page: int) -> tuple[int, float, tuple[int, ...]] | None:
        """Pages still needed from a piece on, how uneven they are, and where each of them ends."""
        if start == len(heights):
            return 0, 0.0, ()
        found: list[tuple[int, float, tuple[int, ...]]] = []
        for end in range(start + 1, len(heights) + 1):
            spare = room.of(page) - used(start, end)
            if spare < -1e-6:
                break
            spare = max(0.0, spare - (welcome if end == len(heights) else 0.0))
            rest = best(end, page + 1)
            if rest is not None:
                pages, uneven, ends = rest
                share = (spare / room.of(page)) ** 2
                share *= 0.5 if welcome and end == len(heights) - 1 else 1.0
                found.append((pages + 1, uneven + share, (end, *ends)))
        return min(found, default=None)

    chosen = best(0, 0)
    if chosen is None:
        return None
    starts = (0, *chosen[2])
    return [range(start, end) for start, end in zip(starts, chosen[2], strict=False)]
