"""A running blade stands where the ball of the foot would, whatever the ankle does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.blades import blade
from publisher.figures.skeleton import skeleton, state_of
from publisher.model.figure import Pelvis
from tests.figures.parts import look, lowest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.field import Group
    from publisher.figures.skeleton import Frame


def legs(**joints) -> Mapping[str, Frame]:
    return skeleton(state_of(Pelvis(), {name: (value, 0, 0) for name, value in joints.items()})).bones


def of(bones, side="r") -> list[Group]:
    # The socket needs the sections of a body; strip and tread stand for themselves.
    return [blade(bones[f"shank_{side}"], bones[f"foot_{side}"], bones[f"toes_{side}"], side)[1]]


@pytest.mark.parametrize("side", ["r", "l"])
def test_the_tread_stands_on_the_floor_under_the_ball_of_the_foot(side) -> None:
    bones = legs()
    ball = bones[f"toes_{side}"].at
    raster = look(of(bones, side), "below")
    row, column = np.unravel_index(raster.depth.argmax(), raster.depth.shape)
    touch = (raster.left + column / raster.pixels, raster.top - row / raster.pixels)
    assert lowest(of(bones, side)) == pytest.approx(ball[1] - 0.012, abs=0.0006)
    assert abs(touch[0] - ball[0]) < 0.03
    assert abs(touch[1] - ball[2]) < 0.02


@pytest.mark.parametrize("ankle", [-30, 0, 25])
def test_it_reaches_from_socket_to_tread_in_one_piece(ankle) -> None:
    raster = look(of(legs(ankle_r=ankle)), "right", 400)
    rows = np.nonzero((raster.part >= 0).any(axis=1))[0]
    assert len(rows) == np.ptp(rows) + 1


def test_socket_and_blade_move_with_the_leg() -> None:
    socket, strip = blade(*(legs()[f"{bone}_l"] for bone in ("shank", "foot", "toes")), "l")
    assert {solid.part.limb for group in (socket, strip) for solid in group.solids} == {"leg_l"}
