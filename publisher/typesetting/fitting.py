"""The only loop in the house: the largest body size at which every face of a deck fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from publisher.typesetting.face import Excess, Face

Thing = TypeVar("Thing")

# Sizes are tried in quarter points: smaller steps cannot be told apart in print.
STEP = 0.25


def sizes(largest: float, smallest: float) -> tuple[float, ...]:
    """From the largest to the smallest body size, in quarter points; both ends included."""
    count = round((largest - smallest) / STEP)
    return (*(largest - i * STEP for i in range(count)), smallest)


def fit(
    draw: Callable[[Thing, float], Sequence[Face]], things: Sequence[Thing], tried: Sequence[float]
) -> list[list[Face]]:
    """Lay out every thing at one body size, the largest tried at which all fit.

    A size is left at the first face that overflows, and the next one begins with the thing that overflowed:
    it is the likeliest to do so again. When none fits, the faces of the smallest size are given, with their
    excess inside; `too_long` puts that into words.
    """
    order = list(range(len(things)))
    for size in tried[:-1]:
        done: dict[int, list[Face]] = {}
        for at in order:
            done[at] = list(draw(things[at], size))
            if not all(face.fits for face in done[at]):
                order.remove(at)
                order.insert(0, at)
                break
        else:
            return [done[at] for at in range(len(things))]
    return [list(draw(thing, tried[-1])) for thing in things]


def too_long(
    faces: Iterable[Face], subject: str, target: str, smallest: float, instead: Callable[[], str] = str
) -> list[Problem]:
    """What did not fit, one problem a part. `subject` names the card, `target` the size printed on.

    `instead` is asked only when something is too long; it names another size, or nothing.
    """
    found = [excess for face in faces for excess in face.excess]
    other = instead() if found else ""
    return [_problem(excess, subject, target, smallest, other) for excess in found]


def _problem(excess: Excess, subject: str, target: str, smallest: float, other: str) -> Problem:
    lines = "1 line" if excess.lines == 1 else f"{excess.lines} lines"
    return Problem(
        "does-not-fit",
        f"{subject}: `{excess.field}` is {lines} too long for {target}, "
        f"even at {smallest:g} pt, the smallest we print.",
        f"Cut about {max(5, excess.characters)} characters on that side, or print on {other or 'a larger size'}.",
        excess.place,
    )
