"""Proofs of a figure for its author: each pose drawn, what touches with what is left, and what should be told.

Slow, and needs NumPy and Numba, like all that draws anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.anew import drawn
from publisher.figures.landmarks import position, touching
from publisher.figures.marks import travelled
from publisher.figures.posing import MILLIMETRES
from publisher.figures.sight import LIMBS, better_view, seen
from publisher.figures.staging import stage
from publisher.figures.tracing import PIXELS
from publisher.figures.troubles import hardly_moves, hidden, not_met
from publisher.geometry import Point
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from publisher.figures.posing import Reach
    from publisher.figures.sketch import Sketch
    from publisher.figures.staging import Staged
    from publisher.model.figure import Contact, Figure, Person
    from publisher.problems import Problem

# An arrow along a shorter way on the page shows a movement that nobody sees, H.
LEAST_WAY = 0.02
_FOLLOWED = ("fingertips", "toe", "knee", "elbow", "heel", "hip_side")


class Touch(NamedTuple):
    """A contact on the page: the landmark, what it touches, where (in the sketch), and the millimetres left."""

    part: str
    on: str
    at: Point
    left: float


class Proof(NamedTuple):
    """One pose: its sketch, what touches, and the angles outside the norm."""

    pose: str
    sketch: Sketch
    touches: tuple[Touch, ...]
    unusual: tuple[Reach, ...]


def proofs(
    figure: Figure, person: Person, poses: Iterable[str] | None = None, pixels: float = PIXELS
) -> tuple[list[Proof], list[Problem]]:
    """The named poses, of all frames unless told otherwise, and what is wrong as this person shows the figure."""
    staged = stage(figure, person)
    names = [str(name) for name in (figure.frames if poses is None else poses)]
    found = [_proof(staged, name, pixels) for name in names]
    return found, [*troubles(staged)]


def troubles(staged: Mapping[str, Staged]) -> Iterator[Problem]:
    """What only shows when a figure is drawn: contacts not met, limbs hidden, arrows along no way."""
    figure = next(iter(staged.values())).figure
    for name, one in staged.items():
        yield from (not_met(name, contact, left) for contact, left in one.stance.missed)
    if figure.people:
        yield from _hidden([staged[name] for name in figure.frames])
    yield from _short(staged)


def _hidden(frames: Sequence[Staged]) -> Iterator[Problem]:
    """Each limb that moves and is hardly seen, told once, of the frame that shows least of it."""
    for limb in frames[0].figure.moves:
        if limb not in LIMBS:
            continue
        shares = [(each, one) for one in frames for each in seen(one, (limb,))]
        worst, where = min(shares, key=lambda pair: pair[0].share - pair[0].least)
        if worst.enough:
            continue
        found = better_view(frames, limb)
        view, then = found or (None, 0.0)
        yield hidden(limb, str(where.stance.pose.name), worst.share, view, then)


def _short(staged: Mapping[str, Staged]) -> Iterator[Problem]:
    for arrow in next(iter(staged.values())).figure.arrows:
        way = travelled(staged, arrow)
        if way >= LEAST_WAY:
            continue
        side = arrow.follows[-1] if arrow.follows.endswith(("_r", "_l")) else "r"
        followed = [Phrase(f"{base}_{side}") for base in _FOLLOWED]
        others = {name: travelled(staged, arrow._replace(follows=name)) for name in followed}
        best = max(others, key=others.__getitem__)
        yield hardly_moves(arrow, way * MILLIMETRES, best, others[best] * MILLIMETRES)


def _proof(staged: Mapping[str, Staged], name: str, pixels: float) -> Proof:
    one = staged[name]
    touches = tuple(_touch(one, contact, left) for contact, left in one.stance.residuals)
    return Proof(name, drawn(staged, name, pixels), touches, one.stance.unusual)


def _touch(one: Staged, contact: Contact, left: float) -> Touch:
    where = touching if contact.on == "floor" else position
    spot = where(one.skeleton, contact.part, one.person.build)
    right, up, _ = one.camera.seen(spot[None, :])[0]
    return Touch(str(contact.part), str(contact.on), Point(100 * float(right), -100 * float(up)), left)
