"""Days of birth in the order that the person said: 03/04/1980 is two days, and is never guessed."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum

from publisher.model.patient import EARLIEST_BIRTH
from publisher.people.faults import Code

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_LOCAL = re.compile(r"([0-9]{1,2})\s*[./ -]\s*([0-9]{1,2})\s*[./ -]\s*([0-9]{4})\.?")


class Order(Enum):
    """How days are written. One as 1980-04-03 is read in any case; nothing else is in `ISO`."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    ISO = "iso"


class OrderNotSaid(Exception):
    """A day is written in an order that has to be said first."""


def born(cell: str | dt.date, order: Order | None, today: dt.date) -> dt.date | Code:
    """The day, or what is wrong with it. Raises when nobody said in which order it is written."""
    if isinstance(cell, dt.date):
        return _in_reach(cell, today)
    iso, local = _ISO.fullmatch(cell), _LOCAL.fullmatch(cell)
    if iso is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), today)
    if local is None or order is Order.ISO:
        return Code.NOT_A_DATE
    if order is None:
        # A day that there is in neither order needs no order to be wrong.
        either = (_day(int(local[3]), int(local[at]), int(local[3 - at]), today) for at in (1, 2))
        if all(found is Code.NO_SUCH_DAY for found in either):
            return Code.NO_SUCH_DAY
        raise OrderNotSaid
    day, month = (local[1], local[2]) if order is Order.DAY_FIRST else (local[2], local[1])
    return _day(int(local[3]), int(month), int(day), today)


def _day(year: int, month: int, day: int, today: dt.date) -> dt.date | Code:
    try:
        return _in_reach(dt.date(year, month, day), today)
    except ValueError:
        return Code.NO_SUCH_DAY


def _in_reach(day: dt.date, today: dt.date) -> dt.date | Code:
    return day if EARLIEST_BIRTH <= day <= today else Code.DAY_OUT_OF_REACH
