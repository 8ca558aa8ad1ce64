"""One person to one file: what is made where does not matter to it, this process, another, or a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.people.faults import Code
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from publisher.people.persons import Person

# What makes the file of one person. It can be sent to another process, and raises what cannot be printed.
Make: TypeAlias = "Callable[[Person], bytes]"


class Done(NamedTuple):
    """The file of one row; or no content, and why, as codes."""

    row: int
    content: bytes
    codes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The row alone."""
        return f"Done(row {self.row})"


def done(make: Make, person: Person) -> Done:
    """The file of one person. Whatever goes wrong is wrong with this row, and stops no other."""
    try:
        return Done(person.row, make(person))
    except InputError as error:
        return Done(person.row, b"", tuple(sorted({problem.name for problem in error.problems})))
    except Exception:  # noqa: BLE001  # its words may hold a patient's; the row and a code are enough to find it
        return Done(person.row, b"", (Code.OUR_MISTAKE.value,))


def one_by_one(make: Make, persons: Iterable[Person]) -> Iterator[Done]:
    """All of them, in this process."""
    return (done(make, person) for person in persons)
