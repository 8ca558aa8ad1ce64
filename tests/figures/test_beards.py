"""A beard covers jaw and chin in one piece and joins the moustache."""

from __future__ import annotations

import numpy as np

from publisher.figures.beards import beard
from publisher.figures.heads import head
from publisher.model.figure import Build, Face, Hair
from tests.figures.parts import AHEAD, eye, look, seen_at, someone

PEOPLE = [
    someone(Hair.NONE, beard=True),
    someone(Hair.NONE, beard=True, build=Build(jaw=1.12), face=Face(age=70)),
    someone(Hair.NONE, beard=True, build=Build(jaw=0.9)),
]


def test_chin_and_jaw_are_covered_whoever_wears_it() -> None:
    for person in PEOPLE:
        groups = [*head(AHEAD, person), beard(AHEAD, person)]
        front, side = look(groups, "front"), look(groups, "right")
        assert seen_at(front, eye("front"), (0.06, 0.003, 0.0)) == "hair"
        assert seen_at(front, eye("front"), (0.06, 0.011, 0.006)) == "hair"
        for spot in ((0.030, 0.006, 0.0), (0.015, 0.014, 0.0), (0.050, 0.000, 0.0)):
            assert seen_at(side, eye("right"), spot) == "hair"


def test_the_mouth_stays_free_and_is_framed() -> None:
    for person in PEOPLE:
        raster = look([*head(AHEAD, person), beard(AHEAD, person)], "front")
        camera = eye("front")
        assert seen_at(raster, camera, (0.06, 0.021, 0.0)) == "skin"
        assert seen_at(raster, camera, (0.06, 0.030, 0.004)) == "hair"
        hair = np.array([part.material == "hair" for part in raster.parts])[raster.part] & (raster.part >= 0)
        assert hair.sum() / raster.pixels**2 > 0.0012


def test_it_is_as_wide_as_the_jaw() -> None:
    narrow, wide = (look([beard(AHEAD, PEOPLE[i])], "front", 1500) for i in (2, 1))
    row = [raster.part[round((raster.top - 0.012) * raster.pixels)] >= 0 for raster in (narrow, wide)]
    assert row[1].sum() > 1.1 * row[0].sum()
