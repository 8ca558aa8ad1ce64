"""Paper, card sizes and precut sheets, as data. Lengths in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import Size

if TYPE_CHECKING:
    from publisher.problems import Phrase


class Paper(NamedTuple):
    """A sheet that a printer takes, standing up."""

    id: Phrase
    name: Phrase
    width: float
    height: float

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)


class Precut(NamedTuple):
    """Where the slots of a precut sheet lie: columns and rows, the first slot's corner, the pitch.

    `slot_width` and `slot_height` are as the sheet has them, which may be the card lying down.
    """

    paper: Phrase
    columns: int
    rows: int
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    slot_width: float
    slot_height: float


class Stock(NamedTuple):
    """A card size, and the precut sheet it comes on if it does.

    Cards are laid out standing up; `width` is the shorter side. `type` names the type scale of the
    theme; `body` is the largest and the smallest body size in points that this size may use.
    `leaves_out` names, least needed first, the parts that a card of this size does without.
    `clear_top` keeps the top edge free (a lanyard slot). `also` lists product numbers of the same cut.
    """

    id: Phrase
    name: Phrase
    width: float
    height: float
    type: Phrase
    body_max: float
    body_min: float
    source: Phrase
    verified_by_print: bool
    corner_radius: float = 0.0
    leaves_out: tuple[Phrase, ...] = ()
    clear_top: float = 0.0
    sheet: Precut | None = None
    also: tuple[Phrase, ...] = ()

    @property
    def size(self) -> Size:
        """The trim size, standing up."""
        return Size(self.width, self.height)
