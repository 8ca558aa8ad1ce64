"""Shoes: they stand exactly on the floor, flat or on bent toes, and the sole is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.shoes import shoe, shoe_marks
from publisher.figures.skeleton import ANKLE_HEIGHT, skeleton, state_of
from publisher.model.figure import Pelvis
from tests.figures.parts import eye, look, lowest, on_bent_toes, someone, standing

if TYPE_CHECKING:
    from publisher.figures.field import Group


def worn(side="r", person=None) -> tuple[Group, ...]:
    bones = standing()
    return shoe(bones[f"foot_{side}"], bones[f"toes_{side}"], side, person or someone())


@pytest.mark.parametrize("side", ["r", "l"])
def test_the_sole_stands_on_the_floor(side) -> None:
    ankle = standing()[f"foot_{side}"].at[1]
    assert lowest(worn(side)) == pytest.approx(ankle - ANKLE_HEIGHT, abs=0.0005)


def test_from_below_little_but_the_sole_is_seen() -> None:
    raster = look(worn(), "below")
    sole = raster.part == [part.material for part in raster.parts].index("sole")
    assert sole.sum() / (raster.part >= 0).sum() > 0.98


@pytest.mark.parametrize("bend", [10, 30, 50, 75])
def test_on_bent_toes_it_still_stands_on_the_floor(bend) -> None:
    foot, toes = on_bent_toes(bend)
    assert lowest(shoe(foot, toes, "r", someone())) == pytest.approx(0, abs=0.0015)


@pytest.mark.parametrize("bend", [0, 40, 70])
def test_bent_toes_do_not_push_through_the_sole(bend) -> None:
    raster = look(shoe(*on_bent_toes(bend), "r", someone()), "below")
    materials = [raster.parts[i].material for i in raster.part[raster.part >= 0]]
    rolled = np.array([material != "sole" for material in materials]).mean()
    # With a lifted heel the back of the shoe comes into view, nothing else.
    assert rolled < 0.01 + 0.4 * np.sin(np.radians(bend))


def test_sole_and_upper_are_both_seen_from_the_side_and_from_behind() -> None:
    for side in ("right", "left", "back", "front"):
        raster = look(worn(), side)
        share = (raster.part == [p.material for p in raster.parts].index("sole")).sum() / (raster.part >= 0).sum()
        assert 0.12 < share < 0.5


def test_a_shoe_is_as_long_as_a_foot_and_its_shoe() -> None:
    raster = look(worn(), "right")
    assert np.ptp(np.nonzero(raster.part >= 0)[1]) / raster.pixels == pytest.approx(0.161, abs=0.006)


def test_laces_are_seen_from_the_front_and_stripes_from_the_side() -> None:
    bones, person = standing(), someone()
    marks = {
        side: shoe_marks(bones["foot_r"], "r", person, look(worn(), side), eye(side)) for side in ("front", "right")
    }
    assert sum(np.ptp(mark.points[:, 0]) > 0.015 for mark in marks["front"]) == 3
    assert sum(mark.role == "sole" for mark in marks["right"]) == 2


def test_a_blade_wears_no_shoe_and_no_laces() -> None:
    person = someone(blade="r")
    bones = standing()
    assert worn("r", person) == ()
    assert shoe_marks(bones["foot_r"], "r", person, look(worn(), "right"), eye("right")) == []
    assert worn("l", person)


@pytest.mark.parametrize("bend", [-25, -10, 0])
def test_curled_toes_leave_no_notch_in_the_sole(bend) -> None:
    bones = skeleton(state_of(Pelvis(), {"toes_r": (bend, 0, 0)})).bones
    raster = look(shoe(bones["foot_r"], bones["toes_r"], "r", someone()), "right", 1000)
    low = [np.nonzero(column >= 0)[0].max() for column in raster.part.T if (column >= 0).any()]
    # Along the heel and the middle the underside is one straight line.
    heel = np.array(low[25:85])
    assert np.ptp(heel) <= 2
