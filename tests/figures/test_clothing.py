from dataclasses import replace

import numpy as np
import pytest

from publisher.figures.body import HEM
from publisher.figures.staging import seen, stage
from publisher.library import read_library
from publisher.model.figure import View

LIBRARY = read_library()
PIXELS = 300


def raster_of(figure, pose, view=None):
    figure = LIBRARY.figures[figure]
    staged = stage(replace(figure, view=view or figure.view), LIBRARY.people["kofi"])[pose]
    return staged, seen(staged, PIXELS)


def painted(raster, material, *limbs):
    numbers = [i for i, p in enumerate(raster.parts) if p.material == material and p.limb in limbs]
    return np.isin(raster.part, numbers)


def test_the_hem_of_a_standing_person_is_level() -> None:
    staged, raster = raster_of("standing", "stand", View(90, 4))
    shirt = painted(raster, "shirt", "trunk")

    columns = np.flatnonzero(shirt.any(axis=0))
    middle = columns[len(columns) // 4 : -len(columns) // 4]
    lowest = np.array([np.flatnonzero(shirt[:, column]).max() for column in middle])
    heights = raster.top - lowest / raster.pixels

    assert np.ptp(heights) < 0.03
    assert heights.mean() == pytest.approx(staged.skeleton.bones["pelvis"].at[1] + HEM, abs=0.03)


def test_the_neck_shows_above_the_collar_and_nowhere_else() -> None:
    staged, raster = raster_of("standing", "stand")
    neck = [i for i, part in enumerate(raster.parts) if part.piece == "neck"]

    rows = np.nonzero(np.isin(raster.part, neck))[0]
    heights = raster.top - rows / raster.pixels

    assert heights.min() > staged.skeleton.bones["thorax"].at[1] - 0.07


def test_shirt_and_shorts_are_one_piece_each_on_a_deep_squat() -> None:
    _, raster = raster_of("squat", "low")
    shirt = painted(raster, "shirt", "trunk")

    # Walk over the shirt: all but specks of it hangs together.
    todo, reached = [tuple(np.argwhere(shirt)[shirt.sum() // 2])], np.zeros_like(shirt)
    while todo:
        row, column = todo.pop()
        if shirt[row, column] and not reached[row, column]:
            reached[row, column] = True
            todo += [(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)]

    assert reached.sum() > 0.8 * shirt.sum()
