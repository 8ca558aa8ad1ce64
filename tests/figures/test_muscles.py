from dataclasses import replace

import numpy as np
import pytest

from publisher.figures.muscles import worked
from publisher.figures.staging import seen, stage
from publisher.library import read_library
from publisher.model.anatomy import MUSCLES
from publisher.model.figure import View
from publisher.problems import Phrase

LIBRARY = read_library()
PERSON = LIBRARY.people["kofi"]


def tinted(muscle, turn):
    figure = replace(LIBRARY.figures["standing"], muscles=(Phrase(muscle),), view=View(turn, 4))
    staged = stage(figure, PERSON)["stand"]
    raster = seen(staged, 200)
    return worked(staged, raster), raster


@pytest.mark.parametrize("muscle", list(MUSCLES))
def test_every_muscle_is_seen_from_some_side(muscle) -> None:
    assert any(tinted(muscle, turn)[0].sum() > 40 for turn in (0, 90, -90, 140)) or muscle == "feet"


@pytest.mark.parametrize(("muscle", "turn"), [("thighs", -90), ("belly", -90), ("glutes", 90), ("low_back", 90)])
def test_a_muscle_is_not_seen_from_the_other_side(muscle, turn) -> None:
    assert tinted(muscle, turn)[0].sum() < 30


@pytest.mark.parametrize("muscle", ["thighs", "hamstrings", "upper_back", "belly"])
def test_a_tint_stays_inside_the_outline_of_the_body(muscle) -> None:
    for turn in (-90, 0, 90):
        mask, raster = tinted(muscle, turn)
        assert not (mask & (raster.part < 0)).any()


def test_the_tint_of_the_thighs_lies_on_the_thighs() -> None:
    mask, raster = tinted("thighs", 90)

    limbs = np.array([part.limb for part in raster.parts])

    assert set(limbs[raster.part[mask]]) <= {"leg_r", "leg_l"}
