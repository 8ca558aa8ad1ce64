"""What is wrong with a figure and shows only when it is drawn, in the words of its author. Values in, problems out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.problems import Level, Problem, place_of

if TYPE_CHECKING:
    from publisher.model.figure import Arrow, Contact, View
    from publisher.problems import Phrase

_LIMBS = {"arm": "arm", "leg": "leg"}
FAR, ROUND = 100, 50
_SIDES = {"r": "right", "l": "left"}


def not_met(pose: str, contact: Contact, millimetres: float) -> Problem:
    """A landmark that does not reach what it is to touch."""
    sentence = (
        f"in the pose `{pose}`, `{contact.part}` does not reach `{contact.on}`: {_rough(millimetres)} mm are left."
    )
    hint = "Change the angles or what it touches; `surefoot pose` draws the file on each save."
    return Problem("contact-not-met", sentence, hint, contact.place, len(contact.part))


def _rough(millimetres: float) -> str:
    """How far it is; where it is far, in round figures, for there the last one differs from machine to machine."""
    return f"{millimetres:.0f}" if millimetres < FAR else f"about {round(millimetres / ROUND) * ROUND}"


def hidden(limb: Phrase, pose: str, seen: float, view: View | None, then: float) -> Problem:
    """A limb that moves and is hardly seen; `view` is one that shows more of it, `then` how much."""
    kind, _, side = limb.partition("_")
    sentence = f"in the pose `{pose}`, {seen:.0%} of the {_SIDES[side]} {_LIMBS[kind]} is seen, and it is said to move."
    hint = "Move what is in front of it, or let the other side move."
    if view is not None:
        hint = f"Look from elsewhere: `view: {{turn: {view.turn:g}, height: {view.height:g}}}` shows {then:.0%} of it."
    return Problem("pose-hides-moving-limb", sentence, hint, place_of(limb), len(limb), Level.WARNING)


def hardly_moves(arrow: Arrow, millimetres: float, better: str, then: float) -> Problem:
    """An arrow along a way too short to see; `better` is a landmark that goes farther, `then` how far (mm)."""
    sentence = (
        f"this arrow follows `{arrow.follows}`, which moves {millimetres:.0f} mm on the page from `{arrow.start}`"
        f" to `{arrow.end}`."
    )
    hint = f"Let it follow what is seen to move: `follows: {better}` goes {then:.0f} mm."
    return Problem("arrow-hardly-moves", sentence, hint, place_of(arrow.follows), len(arrow.follows), Level.WARNING)
