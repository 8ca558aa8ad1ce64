"""What is never split, and how such pieces stand on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from layouts.handouts.measures import MARGIN
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from layouts.handouts.desk import Desk
    from publisher.typesetting.surface import Surface


class Piece(Protocol):
    """What is never split."""

    def height(self) -> float:
        """How high it is, millimetres."""

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""


@runtime_checkable
class Growing(Piece, Protocol):
    """What is of more use where a page has room: its picture becomes larger."""

    def grown(self, extra: float) -> Piece:
        """The same, at the most so many millimetres higher than it is."""


class Drawn(NamedTuple):
    """A piece that one function draws, wherever it stands."""

    desk: Desk
    drawn: Callable[[Desk, Surface, float], float]

    def height(self) -> float:
        """How high it is, millimetres."""
        return self.drawn(self.desk, self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        return self.drawn(self.desk, surface, top)


class Told(NamedTuple):
    """A heading and what it says, from margin to margin."""

    desk: Desk
    heading: str
    text: str

    def height(self) -> float:
        """How high it is, millimetres."""
        return self.draw(self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        desk = self.desk
        return told(desk, surface, self.heading, self.text, (MARGIN, top, desk.width))


def told(desk: Desk, surface: Surface, heading: str, text: str, where: tuple[float, float, float]) -> float:
    """A heading and a paragraph, at a left, a top and as wide as given, millimetres; gives the height below them."""
    x, top, width = where
    with surface.element(Role.H2):
        y = surface.write(surface.set(heading, desk.heading, width), x, top) + 0.6
    with surface.element(Role.PARAGRAPH):
        return surface.write(surface.set(desk.bound(text), desk.plain, width), x, y, field="told")
