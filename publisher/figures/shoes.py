"""A running shoe: upper, midsole and a toe part that bends at the ball of the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, box, cone, cylinder, sole
from publisher.figures.skeleton import ANKLE_HEIGHT, BALL_DOWN, Frame

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.model.figure import Person

GROUND = -ANKLE_HEIGHT
TOE_GROUND = GROUND + BALL_DOWN


def shoe(foot: Frame, toes: Frame, side: str, person: Person) -> tuple[Group, ...]:
    """The shoe of one side; none on the side of a blade."""
    if person.blade == side:
        return ()
    limb = f"leg_{side}"
    return Group(f"sole_{side}", _sole(foot, toes, limb)), Group(f"shoe_{side}", _upper(foot, toes, limb))


def _between(foot: Frame, toes: Frame) -> Frame:
    """The frame at the ball that halves the bend."""
    front = foot.turn[:, 0] + toes.turn[:, 0]
    up = foot.turn[:, 1] + toes.turn[:, 1]
    turn = foot.turn.copy()
    turn[:, 0], turn[:, 1] = front / (front @ front) ** 0.5, up / (up @ up) ** 0.5
    return Frame(turn, toes.at)


def _sole(foot: Frame, toes: Frame, limb: str) -> tuple[Solid, ...]:
    part = Part("sole", limb, "sole")
    middle = _between(foot, toes)
    return (
        # The roll that the bent shoe stands on, cut off above.
        cylinder(part, toes.point(0, 0, -0.0265), toes.point(0, 0, 0.0265), -TOE_GROUND, 0.002),
        box(part, middle, (0, 0.012, 0), (0.014, 0.012, 0.04))._replace(carves=True),
        sole(part, foot, (-0.013, 0.0215), (0.050, 0.0270), (GROUND, -0.0275), 0.003),
        sole(part, foot, (-0.0185, 0.0225), (0.010, 0.0225), (GROUND + 0.005, -0.0240), 0.003, 0.004),
        sole(part, toes, (0.016, 0.0270), (0.0245, 0.0235), (TOE_GROUND, -0.0005), 0.003, 0.004),
    )


def _upper(foot: Frame, toes: Frame, limb: str) -> tuple[Solid, ...]:
    part = Part("shoe", limb, "shoe")
    ankle, heel, instep = foot.point(-0.004, -0.004), foot.point(-0.018, -0.0155), foot.point(0.026, -0.012)
    ball, toe = toes.point(-0.002, 0.006), toes.point(0.030, 0.0025)
    solids = [
        cone(part, heel, ankle, (0.0195, 0.0215), 0.01),
        cone(part, ankle, instep, (0.0215, 0.0205), 0.01),
        cone(part, heel, foot.point(0.030, -0.0165), (0.0195, 0.0195), 0.01),
        cone(part, instep, ball, (0.0200, 0.0150), 0.012),
        cone(part, ball, toe, (0.0150, 0.0125), 0.010),
    ]
    for side in (1, -1):
        wide = toes.point(0, 0.0035, 0.011 * side)
        solids += [
            cone(part, foot.point(0.030, -0.0165), wide, (0.0190, 0.0130), 0.010),
            cone(part, wide, toes.point(0.028, 0.0015, 0.006 * side), (0.0130, 0.0118), 0.010),
        ]
    return tuple(solids)
