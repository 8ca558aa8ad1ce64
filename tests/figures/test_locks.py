"""Locks: they bend down step by step, keep their length, lie on what is in their way and stay above the floor."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.locks import Ball, Fall, fall, falling, sheet
from tests.figures.parts import AHEAD, DOWN

RADII = (0.01, 0.01, 0.01, 0.01, 0.01)
FREE = Fall(DOWN, -9.0, ())


def test_a_lock_that_starts_sideways_ends_downwards() -> None:
    points = falling(np.zeros(3), np.array((-1.0, 0, 0)), 0.12, RADII, 0.6, FREE)
    steps = np.diff(points, axis=0)
    drops = steps @ DOWN / np.linalg.norm(steps, axis=1)
    assert (np.diff(drops) > 0).all()
    assert drops[-1] > 0.9


def test_it_keeps_its_length() -> None:
    points = falling(np.zeros(3), np.array((-1.0, 0, 0)), 0.12, RADII, 0.6, FREE)
    assert np.linalg.norm(np.diff(points, axis=0), axis=1).sum() == pytest.approx(0.12, abs=1e-9)


def test_it_stays_above_the_floor_by_its_thickness() -> None:
    points = falling(np.array((0, 0.03, 0.0)), np.array((-1.0, 0, 0)), 0.12, RADII, 0.9, Fall(DOWN, 0.008, ()))
    assert min(point[1] for point in points[1:]) >= 0.018 - 1e-9


def test_it_lies_on_what_is_in_its_way() -> None:
    bar = Ball(np.array((-0.06, -0.06, -0.1)), np.array((-0.06, -0.06, 0.1)), 0.04)
    points = falling(np.zeros(3), np.array((-1.0, 0, 0)), 0.15, RADII, 0.6, Fall(DOWN, -9.0, (bar,)))
    away = [np.hypot(*(point - bar.a)[:2]) for point in points[1:]]
    assert min(away) > 0.038


def test_a_sheet_is_spread_and_hangs_together() -> None:
    middle = falling(AHEAD.point(-0.05, 0.05), np.array((0, -1.0, 0)), 0.12, RADII, 0.6, FREE)
    rows = np.array(sheet(middle, AHEAD, (-0.02, 0.0, 0.02), RADII, FREE))
    assert np.allclose(rows[1], middle)
    assert np.abs(np.diff(rows[:, :, 2], axis=0) - 0.02).max() < 0.003
    assert np.allclose(rows[0] * (1, 1, -1), rows[2])


def test_the_back_is_in_the_way_only_when_it_is_known() -> None:
    assert len(fall(AHEAD, DOWN, None, 0).balls) < len(fall(AHEAD, DOWN, AHEAD, 0).balls)
