"""Whom a handout is for. Kept apart from programmes, and told by nothing but the handout itself."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import NamedTuple

# Nobody alive was born before.
EARLIEST_BIRTH = dt.date(1900, 1, 1)


class Need(Enum):
    """What a person needs of a page to be able to use it (NHS Accessible Information Standard, DAPB1605)."""

    LARGE_PRINT = "large-print"
    EASY_WORDS = "easy-words"
    NO_PEOPLE = "no-people"
    PHONE_LINK = "phone-link"


class Patient(NamedTuple):
    """One person. `reference` is what the clinic files them under; `language` as in "en".

    Its repr tells nothing, so that no log, traceback or message of a test can tell either.
    """

    name: str
    born: dt.date | None = None
    reference: str | None = None
    needs: tuple[Need, ...] = ()
    language: str | None = None

    def __repr__(self) -> str:
        """Nothing of the person."""
        return "Patient(…)"
