from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.curves import blurred, corners, fitted, lengths, resampled, smoothed, softened, turning


def a_circle(radius: float, count: int = 400) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return radius * np.column_stack((np.cos(turn), np.sin(turn)))


def a_staircase(slope: float, long: int = 300) -> np.ndarray:
    """The corners of pixels along a line."""
    x = np.arange(long)
    y = np.floor(slope * x)
    return np.repeat(np.column_stack((x, y)), 2, axis=0)[1:] - np.array(((0.0, 0.0),))


def on_cubics(points: np.ndarray, fit) -> np.ndarray:
    """How far points on the cubics are from the curve."""
    t = np.linspace(0, 1, 12)[:, None]
    drawn = []
    for i, (b, c) in enumerate(fit.handles):
        a, d = fit.points[fit.knots[i]], fit.points[fit.knots[i + 1]]
        drawn.append((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d)
    every = np.concatenate(drawn)
    return np.sqrt(((every[:, None] - points[None]) ** 2).sum(axis=2)).min(axis=1)


def test_a_blur_keeps_the_sum_and_leaves_an_even_picture_even() -> None:
    spot = np.zeros((41, 61))
    spot[20, 30] = 1

    assert blurred(spot, 2.0, 5.0).sum() == pytest.approx(1, abs=0.02)
    assert np.allclose(blurred(np.full((9, 9), 0.7), 3.0), 0.7)


def test_a_blur_goes_as_far_as_told_down_and_along() -> None:
    spot = np.zeros((81, 81))
    spot[40, 40] = 1
    soft = blurred(spot, 3.0, 9.0)

    assert soft[43, 40] / soft[40, 40] == pytest.approx(np.exp(-0.5), rel=0.01)
    assert soft[40, 49] / soft[40, 40] == pytest.approx(np.exp(-0.5), rel=0.01)


def test_even_steps_keep_the_ends_of_an_open_curve() -> None:
    even = resampled(np.array(((0.0, 0.0), (7.0, 0.0), (7.0, 2.6))), 1.0, closed=False)

    assert even[0].tolist() == [0, 0]
    assert even[-1].tolist() == [7, 2.6]
    assert np.diff(lengths(even)).max() < 1.1


def test_smoothing_keeps_the_ends_of_an_open_curve() -> None:
    rough = np.random.default_rng(4).normal(size=(60, 2))

    assert np.allclose(softened(rough, 4.0, closed=False)[[0, -1]], rough[[0, -1]])


@pytest.mark.parametrize("slope", [0.05, 0.21, 0.5, 0.93])
def test_a_staircase_of_pixels_becomes_a_straight_line(slope) -> None:
    points = resampled(a_staircase(slope), 1.0, closed=False)
    smooth = smoothed(points, closed=False)[20:-20]
    off = smooth[:, 1] - np.polyval(np.polyfit(smooth[:, 0], smooth[:, 1], 1), smooth[:, 0])

    assert np.abs(off).max() < 0.3


def test_smoothing_does_not_shrink_a_small_round() -> None:
    small = smoothed(resampled(a_circle(9), 1.0, closed=True), closed=True)

    assert np.hypot(*small.T).min() > 8.7


def test_a_square_has_four_corners_and_a_circle_none() -> None:
    square = resampled(np.array(((0.0, 0.0), (40, 0), (40, 40), (0, 40))), 1.0, closed=True)

    assert corners(square, 52, closed=True) == [0, 40, 80, 120]
    assert corners(resampled(a_circle(20), 1.0, closed=True), 52, closed=True) == []


def test_cubics_stay_within_the_tolerance_of_a_circle_and_are_few() -> None:
    circle = resampled(a_circle(50), 1.0, closed=True)
    fit = fitted(circle, [], 0.3, closed=True)

    assert on_cubics(a_circle(50, 4000), fit).max() < 0.35
    assert len(fit.handles) <= 8


def test_cubics_meet_smoothly_where_there_is_no_corner() -> None:
    wave = np.column_stack((np.arange(200.0), 20 * np.sin(np.arange(200) / 15)))
    fit = fitted(wave, [], 0.3, closed=False, stops=[50, 120])

    assert {50, 120} <= set(fit.knots)
    for i, knot in enumerate(fit.knots[1:-1], start=1):
        before, after = fit.points[knot] - fit.handles[i - 1, 1], fit.handles[i, 0] - fit.points[knot]
        assert before @ after / np.hypot(*before) / np.hypot(*after) > 0.999


def test_a_closed_curve_with_a_corner_starts_there() -> None:
    drop = np.concatenate((a_circle(20, 130)[10:-10], ((60.0, 0.0),)))
    points = resampled(drop, 1.0, closed=True)
    (tip,) = corners(points, 60, closed=True)
    fit = fitted(points, [tip], 0.3, closed=True)

    assert fit.start == tip
    assert fit.points[0].tolist() == fit.points[-1].tolist() == points[tip].tolist()


def test_widths_are_asked_for_where_they_change() -> None:
    widths = np.concatenate((np.zeros(20), np.linspace(0, 1, 11), np.ones(30)))

    assert turning(widths, 0.01)[1:] == [19, 31] or set(turning(widths, 0.01)) >= {0, 20, 30}
