"""What can go wrong, as values: where, what, and what would be right.

A room collects `Problem`s and raises one `InputError`, so that a run tells all of them.
Nothing here knows about terminals or colour; `publisher.cli.telling` does.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(NamedTuple):
    """A spot in a file that a person wrote. Line and column count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0


class Phrase(str):
    """A text that knows where it was written. Equal to, and hashed as, the same plain text."""

    __slots__ = ("place",)
    place: Place | None

    def __new__(cls, text: str, place: Place | None = None) -> Self:
        """Keep `text` with the place it came from."""
        phrase = super().__new__(cls, text)
        phrase.place = place
        return phrase


def place_of(text: str) -> Place | None:
    """Where a text was written, if it remembers."""
    return text.place if isinstance(text, Phrase) else None


class Level(Enum):
    """How much a problem matters. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One thing that is wrong.

    `name` is short and stable (`unknown-field`) and has a folder in `tests/problems/`. `sentence`
    says what is wrong in the author's terms, `hint` what would be right, `length` how many
    characters from the place the caret line underlines.
    """

    name: str
    sentence: str
    hint: str = ""
    place: Place | None = None
    length: int = 1
    level: Level = Level.ERROR


class ExitCode(IntEnum):
    """What the process says to the shell."""

    DONE = 0
    INPUT = 1
    USAGE = 2
    MACHINE = 3
    INTERRUPTED = 130


class InputError(Exception):
    """What the author wrote cannot be published; every problem found is inside."""

    exit_code = ExitCode.INPUT

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order in which they were found."""
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.sentence for problem in self.problems))


class UsageError(InputError):
    """The command line names something that does not exist or does not go together."""

    exit_code = ExitCode.USAGE


class MachineError(InputError):
    """The machine could not do it: disk full, no permission, a file held open."""

    exit_code = ExitCode.MACHINE
