"""Hands: four fingers and a thumb in every shape, flat where they lie, closed round what they hold."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.hands import GRIP_ALONG, GRIP_PALM, hand, hand_marks
from publisher.model.figure import Hand
from tests.figures.parts import AHEAD, eye, far, look

# The palm of a right hand at rest faces the body: towards -z.
PALM, BACK = "left", "right"
HANDLE = 0.0095


def pieces(shape, side, view) -> set[str]:
    raster = look([hand(AHEAD, side, shape)], view, 900)
    return {raster.parts[i].piece for i in np.unique(raster.part) if i >= 0 and (raster.part == i).sum() > 12}


@pytest.mark.parametrize("shape", list(Hand))
def test_four_fingers_and_a_thumb_are_seen_from_the_palm(shape) -> None:
    assert {"finger0", "finger1", "finger2", "finger3", "thumb"} <= pieces(shape, "r", PALM)


@pytest.mark.parametrize("shape", list(Hand))
def test_the_left_hand_mirrors_the_right(shape) -> None:
    spots = np.random.default_rng(2).uniform((-0.03, -0.10, -0.05), (0.04, 0.0, 0.02), (40, 3))
    right, left = (hand(AHEAD, side, shape) for side in "rl")
    assert far([right], *spots) == pytest.approx(far([left], *(spots * (1, 1, -1))), abs=1e-9)


def test_a_flat_palm_lies_flat() -> None:
    raster = look([hand(AHEAD, "r", Hand.FLAT)], PALM, 900)
    rows = [round((raster.top + along) * raster.pixels) for along in (0.012, 0.045, 0.078, 0.095)]
    heel, palm, fingers, tips = (float(raster.depth[row].max()) for row in rows)
    slant = np.polyfit((0.012, 0.045, 0.078, 0.095), (heel, palm, fingers, tips), 1)
    off = np.polyval(slant, (0.012, 0.045, 0.078, 0.095)) - (heel, palm, fingers, tips)
    assert np.abs(off).max() < 0.002


def test_fingers_of_a_flat_hand_part() -> None:
    raster = look([hand(AHEAD, "r", Hand.FLAT)], BACK, 900)
    row = raster.part[round((raster.top + 0.084) * raster.pixels)] >= 0
    assert (np.diff(row.astype(int)) == 1).sum() >= 4


@pytest.mark.parametrize("side", ["r", "l"])
def test_a_grip_closes_round_a_handle_where_the_landmark_says(side) -> None:
    sign = 1 if side == "r" else -1
    middle = np.array((0.0, -GRIP_ALONG, -sign * GRIP_PALM))
    group = hand(AHEAD, side, Hand.GRIP)
    around = [middle + 0.018 * np.array((0, -np.cos(a), -sign * np.sin(a))) for a in np.radians((-60, 0, 45, 90))]
    assert far([group], middle)[0] > HANDLE - 0.0035
    assert max(far([group], *around)) < 0.004


def test_a_fist_is_short_and_thick() -> None:
    fist, flat = (look([hand(AHEAD, "r", shape)], BACK, 600) for shape in (Hand.FIST, Hand.FLAT))
    long = [np.ptp(np.nonzero(r.part >= 0)[0]) for r in (fist, flat)]
    deep = [look([hand(AHEAD, "r", shape)], PALM, 600).depth.max() for shape in (Hand.FIST, Hand.FLAT)]
    assert long[0] < 0.75 * long[1]
    assert deep[0] > deep[1] + 0.015


def test_only_the_index_points() -> None:
    raster = look([hand(AHEAD, "r", Hand.POINTING)], PALM, 900)
    ends = {
        part.piece: np.nonzero(raster.part == i)[0].max() / raster.pixels
        for i, part in enumerate(raster.parts)
        if (raster.part == i).any()
    }
    others = max(end for piece, end in ends.items() if piece != "finger0")
    assert ends["finger0"] - others > 0.03


@pytest.mark.parametrize("shape", list(Hand))
def test_knuckles_of_a_closed_hand_part_on_its_back_only(shape) -> None:
    views = {"r": (BACK, PALM), "l": (PALM, BACK)}
    for side, (back, palm) in views.items():
        counts = [
            len(hand_marks(AHEAD, side, shape, look([hand(AHEAD, side, shape)], view, 600), eye(view)))
            for view in (back, palm)
        ]
        assert counts == [3 if shape in (Hand.FIST, Hand.GRIP) else 0, 0]


def test_the_thumb_of_a_hand_at_rest_stands_off_the_fingers() -> None:
    raster = look([hand(AHEAD, "r", Hand.RELAXED)], BACK, 900)
    row = raster.part[round((raster.top + 0.056) * raster.pixels)] >= 0
    assert (np.diff(row.astype(int)) == 1).sum() == 2
