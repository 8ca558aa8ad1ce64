"""Numbers as SVG writes them, one after another, with commas, spaces or nothing between."""

from __future__ import annotations

import math
import re

from publisher.vectors.complaints import NotTakenError

# Far beyond any page; what is larger is a mistake or means harm.
FARTHEST = 1_000_000.0
# Of a whole file. A logo with a coat of arms has some ten thousand.
MOST_NUMBERS = 60_000
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,16}\.?[0-9]{0,16}|\.[0-9]{1,16})(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_GAP = re.compile(r"[ \t\r\n\f]*,?[ \t\r\n\f]*")
_LENGTH = re.compile(r"([+-]?[0-9]{0,16}\.?[0-9]{0,16}(?:[eE][+-]?[0-9]{1,3})?)(px|pt|pc|mm|cm|in|%)?", re.ASCII)
# In pixels, of which an inch has 96 (CSS Values and Units 4, 6.2).
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


class Scanner:
    """A text of numbers and letters, read from its start."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.skip()

    @property
    def is_at_end(self) -> bool:
        """Whether nothing follows."""
        return self._at >= len(self._text)

    @property
    def next(self) -> str:
        """The letter or sign that follows, or nothing."""
        return self._text[self._at : self._at + 1]

    def skip(self) -> None:
        """Go on over spaces, and one comma between them."""
        found = _GAP.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def letter(self) -> str:
        """The letter that follows."""
        found = self.next
        self._at += 1
        self.skip()
        return found

    def number(self) -> float:
        """The number that follows."""
        found = _NUMBER.match(self._text, self._at)
        if found is None:
            raise NotTakenError("a number is missing or written as no number is.")
        self._at = found.end()
        self.skip()
        return bounded(float(found[0]))

    def flag(self) -> bool:
        """A 0 or a 1, which may stand close to what follows."""
        if self.next not in {"0", "1"}:
            raise NotTakenError("the flag of an arc is neither 0 nor 1.")
        return self.letter() == "1"


def bounded(value: float) -> float:
    """The value, if a page could have it."""
    if not math.isfinite(value) or abs(value) > FARTHEST:
        raise NotTakenError("a number is larger than any page.")
    return value


def all_of(text: str) -> list[float]:
    """All numbers of a list."""
    scanner, found = Scanner(text), list[float]()
    while not scanner.is_at_end:
        found.append(scanner.number())
        if len(found) > MOST_NUMBERS:
            raise NotTakenError("it has too many numbers.")
    return found


def length(text: str) -> float:
    """A length in pixels; shares of something else are not taken."""
    form = _LENGTH.fullmatch(text.strip())
    if form is None or not any(sign.isdigit() for sign in form[1]) or form[2] == "%":
        raise NotTakenError("a length is not a number with px, pt, mm, cm or in.")
    return bounded(float(form[1]) * _UNITS[form[2] or ""])
