"""The pale other pose behind a figure."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from publisher.figures.anew import drawn
from publisher.figures.ghosts import ghosts
from publisher.figures.staging import seen, stage
from publisher.library import read_library
from publisher.model.figure import Ghost
from publisher.problems import Phrase

COARSE = 150
ROLES = ["ghost-line", "ghost"]


@cache
def staged(figure: str = "squat-front", of: str = "start", shown: str = "low") -> dict:
    library = read_library()
    ghost = (Ghost(Phrase(of), Phrase(shown)),)
    return stage(replace(library.figures[figure], ghosts=ghost), library.people["hana"])


def test_the_ghost_stands_behind_the_figure_and_where_its_own_pose_stands() -> None:
    sketch, start = drawn(staged(), "low", COARSE), drawn(staged(), "start", COARSE)
    roles = [role for role, _ in sketch.fills]
    shape = dict(sketch.fills)["ghost"].bounds

    assert [role for role in roles if role in ROLES] == ROLES
    assert roles.index("ghost") < min(roles.index(role) for role in ("skin", "shirt", "shorts"))
    assert abs(shape.y - start.box.y) < 2
    assert sketch.box.contains(shape, slack=0.01)


def test_other_frames_have_no_ghost() -> None:
    assert [*ghosts(staged(), "start", seen(staged()["start"], COARSE))] == []


def test_a_ghost_stands_behind_things() -> None:
    """The chair of somebody who sits is in front of the one who stood there."""
    sat = staged("squat-to-chair", "start", "sit")
    raster = seen(sat["sit"], COARSE)
    things = np.array(
        [*(part.limb not in ("trunk", "head", "arm_r", "arm_l", "leg_r", "leg_l") for part in raster.parts), False]
    )
    found = dict(ghosts(sat, "sit", raster))["ghost"]
    points = np.array([numbers[-2:] for _, numbers in found.segments if numbers]) / (100, -100)
    columns = np.rint((points[:, 0] - raster.left) * COARSE).astype(int)
    rows = np.rint((raster.top - points[:, 1]) * COARSE).astype(int)
    inside = (rows > 1) & (rows < raster.part.shape[0] - 2) & (columns > 1) & (columns < raster.part.shape[1] - 2)
    deep = [
        things[raster.part[y - 2 : y + 3, x - 2 : x + 3]].all()
        for x, y in zip(columns[inside], rows[inside], strict=True)
    ]

    assert inside.any()
    assert not any(deep)
