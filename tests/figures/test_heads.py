"""Heads: a profile that says which way it looks, the same on both sides, and no two alike."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.heads import head
from publisher.model.figure import Build, Face
from tests.figures.parts import AHEAD, far, look, someone


def profile(person, pixels=2000) -> dict[float, float]:
    """How far forward the face reaches at each height."""
    raster = look(head(AHEAD, person)[:1], "right", pixels)
    rows, columns = np.nonzero(raster.part >= 0)
    return {
        round(raster.top - row / pixels, 3): raster.left + columns[rows == row].max() / pixels
        for row in np.unique(rows)
    }


def at(reach, height) -> float:
    return reach[min(reach, key=lambda up: abs(up - height))]


def test_the_nose_is_foremost_then_brow_and_chin() -> None:
    reach = profile(someone())
    nose, brow, hollow, chin = (at(reach, up) for up in (0.043, 0.073, 0.063, 0.004))
    assert nose == pytest.approx(max(reach.values()), abs=0.0015)
    assert nose - brow > 0.010
    assert hollow < brow
    assert chin > 0.055


def test_lips_stand_out_between_nose_and_chin() -> None:
    reach = profile(someone())
    assert at(reach, 0.025) > at(reach, 0.011) < at(reach, 0.003)


def test_a_head_is_as_high_as_an_eighth_of_a_person() -> None:
    reach = profile(someone())
    assert max(reach) - min(reach) == pytest.approx(0.135, abs=0.006)


def test_both_halves_are_alike() -> None:
    groups = head(AHEAD, someone())
    spots = np.random.default_rng(4).uniform((-0.06, -0.01, 0.005), (0.07, 0.13, 0.06), (60, 3))
    assert far(groups, *spots) == pytest.approx(far(groups, *(spots * (1, 1, -1))), abs=2e-4)


def test_ears_are_pieces_of_their_own_on_both_sides() -> None:
    for side in ("right", "left"):
        raster = look(head(AHEAD, someone()), side)
        ear = np.isin(raster.part, [i for i, part in enumerate(raster.parts) if part.piece == "ear"])
        assert 0.0006 < ear.sum() / raster.pixels**2 < 0.002


def test_a_wide_jaw_is_wide_at_its_corners_and_leaves_the_skull() -> None:
    corner, temple = (0.012, 0.018, 0.034), (0.0, 0.085, 0.046)
    narrow, wide = (far(head(AHEAD, someone(build=Build(jaw=jaw))), corner, temple) for jaw in (0.9, 1.12))
    assert narrow[0] - wide[0] > 0.003
    assert narrow[1] == pytest.approx(wide[1], abs=1e-4)


def test_a_long_nose_reaches_farther() -> None:
    short, long = (max(profile(someone(face=Face(nose=nose))).values()) for nose in (0.85, 1.15))
    assert long - short > 0.002


def test_years_show_in_the_profile() -> None:
    young, old = (profile(someone(face=Face(age=age))) for age in (25, 75))
    assert max(abs(at(old, up) - at(young, up)) for up in (0.003, 0.006, 0.020, 0.040)) > 0.0008


def test_the_head_grows_out_of_the_neck_but_the_chin_does_not() -> None:
    group = head(AHEAD, someone())[0]
    assert group.joins == "shirt"
    chin = np.linalg.norm(np.array(group.near) - (0.05, 0.0, 0.0))
    assert chin > group.within > 0.03
