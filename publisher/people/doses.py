"""A cell of a column such as `plank.sets`: one part of one person's dose, read as it is on a card."""

from __future__ import annotations

import datetime as dt
import re

from publisher.library.amounts import RangeOf, Time
from publisher.library.dose_shape import DOSE
from publisher.library.nodes import Scalar
from publisher.library.shapes import Refused
from publisher.people.faults import Code
from publisher.problems import Phrase

_SHAPES = {field.name: field.shape for field in DOSE.fields}
# In a list people write 8-12 where a card has "8 to 12"; a tempo may stand as in a programme, with its parts named.
_DASHED = re.compile(r"([0-9][0-9.]*)\s*[-\u2013\u2014]\s*([0-9].*)")
_NAMED = re.compile(
    r"\{?\s*down:?\s*([0-9]{1,3}),?\s*pause:?\s*([0-9]{1,3}),?\s*up:?\s*([0-9]{1,3})\s*\}?", re.IGNORECASE
)


def dose_part(field: str, cell: str | dt.date) -> object | Code:
    """The value of a field of a dose, or what is wrong with it. No text in it knows where it stood."""
    if isinstance(cell, dt.date):
        return Code.DATE_IN_DOSE
    try:
        return _plain(field, _NAMED.sub(r"\1-\2-\3", cell) if field == "tempo" else cell)
    except Refused as refused:
        names = {problem.name for problem in refused.problems}
        return Code.DOSE_OUT_OF_RANGE if "out-of-range" in names else Code.NOT_A_DOSE


def _plain(field: str, cell: str) -> object:
    shape = _SHAPES[field]
    if isinstance(shape, RangeOf | Time):
        cell = _DASHED.sub(r"\1 to \2", cell)
    read = shape.read(_node(cell))
    return Phrase(str(read)) if isinstance(read, str) else read


def _node(text: str) -> Scalar:
    """As if it stood in a card; without a place, so that no message can show its line."""
    return Scalar(text, plain=False, file="", line=0, column=0)
