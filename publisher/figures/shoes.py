"""A running shoe: upper, midsole and a toe part that bends at the ball of the foot."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, box, cone, cylinder, ellipsoid, sole
from publisher.figures.laid import AHEAD, Flat, laid, shown
from publisher.figures.skeleton import ANKLE_HEIGHT, BALL_DOWN, BALL_FORWARD, Frame, about

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.laid import Laid, Seen
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Person

GROUND = -ANKLE_HEIGHT
TOE_GROUND = GROUND + BALL_DOWN
SPRING = 5.0  # degrees


def shoe(foot: Frame, toes: Frame, side: str, person: Person) -> tuple[Group, ...]:
    """The shoe of one side; none on the side of a blade."""
    if person.blade == side:
        return ()
    limb = f"leg_{side}"
    return Group(f"sole_{side}", _sole(foot, toes, limb)), Group(f"shoe_{side}", _upper(foot, toes, limb))


def shoe_marks(foot: Frame, side: str, person: Person, raster: Raster, camera: Camera) -> list[Seen]:
    """What of laces, stripes and heel counter is seen."""
    return [] if person.blade == side else shown(_on_the_shoe(), foot, raster, camera)


@lru_cache(maxsize=1)
def _on_the_shoe() -> tuple[Laid, ...]:
    toes = Frame(AHEAD.turn, AHEAD.point(BALL_FORWARD, -BALL_DOWN))
    return laid(_MARKS, (Group("shoe", _upper(AHEAD, toes, "leg_r")),))


_LACE = ((-0.003, -0.0100), (0.0, -0.0045), (0.0, 0.0045), (-0.003, 0.0100))
_MARKS = (
    *(
        Flat(tuple((at + x, z) for x, z in _LACE), (0.30, 0.42, 0.42, 0.30), 0.15, "top")
        for at in (0.030, 0.0405, 0.051)
    ),
    *(
        Flat(((x, -0.0020), (x + 0.0075, -0.0110), (x + 0.0125, -0.0215)), (0.9, 1.0, 0.9), 0.2, "side", "sole")
        for x in (0.014, 0.024)
    ),
    Flat(((-0.0150, 0.0060), (-0.0085, -0.0080), (-0.0090, -0.0215)), (0.25, 0.40, 0.30), 0.2, "side"),
)


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
    # The tip of the sole springs up a little, from where the ball ends.
    spring = Frame(toes.turn @ about((0, 0, 1), SPRING), toes.point(0.008, TOE_GROUND))
    return (
        # The roll that the bent shoe stands on, cut off above.
        cylinder(part, toes.point(0, 0, -0.0265), toes.point(0, 0, 0.0265), -TOE_GROUND, 0.002),
        box(part, middle, (0, 0.012, 0), (0.014, 0.012, 0.04))._replace(carves=True),
        sole(part, foot, (-0.0125, 0.0215), (0.050, 0.0270), (GROUND, -0.0270), 0.003),
        sole(part, foot, (-0.0185, 0.0235), (0.010, 0.0230), (GROUND + 0.0055, -0.0225), 0.004, 0.006),
        sole(part, spring, (0.008, 0.0270), (0.0185, 0.0225), (0.0, 0.0115), 0.003),
        # Nothing below what the toes stand on.
        box(part, toes, (0.014, TOE_GROUND - 0.010, 0), (0.026, 0.010, 0.04))._replace(carves=True),
    )


def _upper(foot: Frame, toes: Frame, limb: str) -> tuple[Solid, ...]:
    """Heel with its tab, collar, tongue, middle and toe box; cut off flat inside the sole."""
    part = Part("shoe", limb, "shoe")
    heel, waist = foot.point(-0.0180, -0.0150), foot.point(0.0280, -0.0165)
    ball, toe = toes.point(-0.002, 0.0080), toes.point(0.0300, 0.0015)
    solids = [
        cone(part, heel, foot.point(-0.0060, -0.0050), (0.0200, 0.0225), 0.010),
        cone(part, heel, waist, (0.0195, 0.0185), 0.010),
        cone(part, foot.point(-0.0060, -0.0050), foot.point(0.0240, -0.0110), (0.0225, 0.0205), 0.010),
        cone(part, foot.point(-0.0215, -0.0050), foot.point(-0.0175, 0.0060), (0.0150, 0.0110), 0.010),
        cone(part, foot.point(0.0240, -0.0110), ball, (0.0205, 0.0135), 0.012),
        cone(part, ball, toe, (0.0135, 0.0120), 0.010),
        cone(part, foot.point(0.0200, -0.0010), foot.point(0.0190, 0.0075), (0.0140, 0.0090), 0.010),
    ]
    for side in (1, -1):
        wide = toes.point(0, 0.0062, 0.0100 * side)
        solids += [
            ellipsoid(part, foot, (-0.002, -0.007, 0.0110 * side), (0.0170, 0.0145, 0.0125), 0.008),
            cone(part, waist, wide, (0.0185, 0.0125), 0.010),
            cone(part, wide, toes.point(0.0285, 0.0015, 0.0055 * side), (0.0125, 0.0120), 0.010),
        ]
    solids += [
        box(part, foot, (0.0160, -0.0540, 0), (0.0560, 0.0200, 0.06))._replace(carves=True),
        box(part, toes, (0.0320, -0.0280, 0), (0.0320, 0.0200, 0.06))._replace(carves=True),
    ]
    return tuple(solids)
