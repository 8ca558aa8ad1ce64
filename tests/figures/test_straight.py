from __future__ import annotations

import itertools

import contourpy
import numpy as np

from publisher.figures.curves import resampled
from publisher.figures.straight import straightened


def outline_of(mask: np.ndarray) -> np.ndarray:
    """The border of a mask of pixels, with its staircase."""
    (line,) = contourpy.contour_generator(z=np.pad(mask.astype(float), 2)).lines(0.5)
    return resampled(np.asarray(line)[:-1] - 2, 1.0, closed=True)


def a_turned_box(wide: float, tall: float, degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """A mask of a box about the middle of 200 by 200 pixels, and its true corners (column, row)."""
    turn = np.radians(degrees)
    way, across = np.array((np.cos(turn), np.sin(turn))), np.array((-np.sin(turn), np.cos(turn)))
    row, column = np.indices((200, 200))
    away = np.dstack((column - 100, row - 100))
    inside = (np.abs(away @ way) < wide / 2) & (np.abs(away @ across) < tall / 2)
    signs = ((1, 1), (1, -1), (-1, -1), (-1, 1))
    return inside, np.array([(100, 100) + a * way * wide / 2 + b * across * tall / 2 for a, b in signs])


def test_a_box_gets_straight_edges_and_sharp_corners_where_its_edges_meet() -> None:
    for degrees in (0, 7, 23, 41):
        mask, true = a_turned_box(130, 70, degrees)
        curve, cuts = straightened(outline_of(mask), closed=True)
        away = np.sqrt(((curve[cuts][:, None] - true[None]) ** 2).sum(axis=2))

        assert len(cuts) == 4
        assert away.min(axis=0).max() < 0.8


def test_between_its_corners_an_edge_does_not_leave_its_line() -> None:
    mask, _ = a_turned_box(130, 70, 17)
    curve, cuts = straightened(outline_of(mask), closed=True)
    run = np.concatenate((curve[cuts[0] :], curve[: cuts[0] + 1]))
    places = [c - cuts[0] for c in cuts] + [len(curve)]
    for a, b in itertools.pairwise(places):
        chord = run[b] - run[a]
        off = (run[a:b] - run[a]) @ np.array((-chord[1], chord[0])) / np.hypot(*chord)
        assert np.abs(off).max() < 0.05


def test_a_round_thing_gets_no_facets() -> None:
    row, column = np.indices((200, 200))
    for wide, tall in ((30, 30), (80, 80), (90, 40)):
        mask = ((column - 100) / wide) ** 2 + ((row - 100) / tall) ** 2 < 1
        curve, cuts = straightened(outline_of(mask), closed=True)

        assert cuts == []
        assert np.abs(np.hypot((curve[:, 0] - 100) / wide, (curve[:, 1] - 100) / tall) - 1).max() * tall < 0.9


def test_a_cylinder_keeps_its_straight_sides_and_its_round_end() -> None:
    row, column = np.indices((220, 200))
    body = (np.abs(column - 100) < 40) & (row > 60) & (row < 180)
    end = ((column - 100) / 40.0) ** 2 + ((row - 60) / 30.0) ** 2 < 1
    curve, cuts = straightened(outline_of(body | end), closed=True)
    sides = curve[(curve[:, 1] > 70) & (curve[:, 1] < 170)]
    top = curve[curve[:, 1] < 55]

    assert cuts
    assert np.abs(np.abs(sides[:, 0] - 100) - 39.5).max() < 0.3
    assert np.abs(np.hypot((top[:, 0] - 100) / 40, (top[:, 1] - 60) / 30) - 1).max() < 0.05


def test_an_open_line_along_pixels_becomes_one_straight_line() -> None:
    x = np.arange(120.0)
    curve, cuts = straightened(np.column_stack((x, np.floor(0.3 * x))), closed=False)

    assert cuts == [0, len(curve) - 1]
    assert np.abs(np.diff(curve, axis=0, n=2)).max() < 0.02
