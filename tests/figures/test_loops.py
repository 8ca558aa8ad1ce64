from __future__ import annotations

import numpy as np
import pytest

from publisher.figures import loops
from publisher.figures.curves import resampled


def test_what_is_filled_takes_what_is_next_to_it_ring_by_ring() -> None:
    specks = np.zeros((7, 7), dtype=bool)
    specks[2:5, 2:5] = True
    part, paint, faces = (np.where(specks, 9, value) for value in (3, 4, 0))
    depth = np.where(specks, -np.inf, 0.25)
    loops.fill(specks, part, paint, faces, depth)

    assert set(part.ravel()) == {3}
    assert set(paint.ravel()) == {4}
    assert set(faces.ravel()) == {0}
    assert set(depth.ravel()) == {0.25}
    assert not specks.any()


def test_an_island_without_neighbours_is_left_alone() -> None:
    specks = np.ones((3, 3), dtype=bool)
    part = np.zeros((3, 3), dtype=np.int64)
    loops.fill(specks, part, part.copy(), part.copy(), np.zeros((3, 3)))

    assert specks.all()


def test_a_cubic_finds_the_handles_of_a_cubic() -> None:
    t = np.linspace(0, 1, 60)[:, None]
    net = np.array(((0.0, 0.0), (20.0, 30.0), (70.0, 30.0), (90.0, -10.0)))
    points = (1 - t) ** 3 * net[0] + 3 * (1 - t) ** 2 * t * net[1] + 3 * (1 - t) * t**2 * net[2] + t**3 * net[3]
    points = resampled(points, 1.0, closed=False)
    first, final = net[1] - net[0], net[2] - net[3]
    handles, worst, _ = loops.cubic(points, first / np.hypot(*first), final / np.hypot(*final))

    assert worst < 0.5
    assert handles == pytest.approx(net[1:3], abs=6)


def test_a_cubic_says_where_it_misses_most() -> None:
    corner = np.concatenate(
        (np.column_stack((np.arange(30.0), np.zeros(30))), np.column_stack((np.full(30, 30.0), np.arange(30.0))))
    )
    _, worst, where = loops.cubic(corner, np.array((1.0, 0.0)), np.array((0.0, -1.0)))

    assert worst > 1
    assert 10 < where < 50


def test_the_rim_of_a_piece_counts_sides_to_what_is_no_area() -> None:
    number = np.full((5, 5), -1)
    number[2, 1:3] = 0
    area = np.zeros((5, 5), dtype=bool)
    area[2, 1:4] = True
    edge, outside = loops.rims(number, area, 1)

    assert edge.tolist() == [6]
    assert outside.tolist() == [5]


def test_a_blur_of_width_zero_weights_leaves_the_picture() -> None:
    picture = np.arange(12.0).reshape(3, 4)

    assert (loops.blur(picture, np.array((1.0, 0.0)), np.array((1.0, 0.0))) == picture).all()
