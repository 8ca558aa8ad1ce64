"""Reasons to stop that stand together: what one of them says with more is not said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# What makes a reason narrower: it holds only then.
NARROWER = ("with", "when", "after", "as")


class _Reason(NamedTuple):
    """A reason taken apart: "a leg hurts, tingles or goes numb" is of "a leg", and any of three things."""

    of: str
    any_of: frozenset[str]


def merged(reasons: Iterable[str]) -> tuple[str, ...]:
    """The reasons in their order, each once, without those that another one covers."""
    each = tuple(dict.fromkeys(reasons))
    return tuple(one for one in each if not any(covers(other, one) for other in each if other != one))


def covers(wide: str, narrow: str) -> bool:
    """Whether somebody who stops for one reason has stopped for the other: it names the same and more, or less when."""
    if any(narrow.startswith(f"{wide} {word} ") for word in NARROWER):
        return True
    one, other = _apart(wide), _apart(narrow)
    return one.of == other.of and other.any_of < one.any_of


def _apart(reason: str) -> _Reason:
    first, *more = reason.replace(" or ", ", ").split(", ")
    of, _, what = first.rpartition(" ")
    return _Reason(of, frozenset((what, *more)))
