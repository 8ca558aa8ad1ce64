"""A list before anybody knows what its columns mean: rows of cells, numbered as a spreadsheet numbers them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from publisher.people.faults import Code

# What stands in a cell: a text without space around it, a day where the file itself says that it is one, or what is
# wrong with it.
Cell = str | dt.date | Code


class GridRow(NamedTuple):
    """One row. The first row of a sheet is 1; a row that is told is found there in Excel.

    `trouble` is wrong with the row as a whole. Its repr tells nothing.
    """

    number: int
    cells: tuple[Cell, ...]
    trouble: Code | None = None

    def __repr__(self) -> str:
        """The number alone."""
        return f"GridRow({self.number})"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


def without_end(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells without the empty ones at the end."""
    length = len(cells)
    while length and cells[length - 1] == "":
        length -= 1
    return cells[:length]
