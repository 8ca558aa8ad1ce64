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


def test_the_ghost_stands_where_its_own_pose_stands() -> None:
    sketch, start = drawn(staged(), "low", COARSE), drawn(staged(), "start", COARSE)
    roles = [role for role, _ in sketch.fills]
    shape = dict(sketch.fills)["ghost"].bounds

    assert [role for role in roles if role in ROLES] == ROLES
    assert abs(shape.y - start.box.y) < 2
    assert sketch.box.contains(shape, slack=0.01)


def test_other_frames_have_no_ghost() -> None:
    assert [*ghosts(staged(), "start", seen(staged()["start"], COARSE))] == []


def pixels(pose: dict, shown: str) -> tuple:
    """For each corner of a ghost well inside the picture: what is seen within two pixels of it."""
    raster = seen(pose[shown], COARSE)
    found = dict(ghosts(pose, shown, raster))["ghost"]
    points = np.array([numbers[-2:] for _, numbers in found.segments if numbers]) / (100, -100)
    columns = np.rint((points[:, 0] - raster.left) * COARSE).astype(int)
    rows = np.rint((raster.top - points[:, 1]) * COARSE).astype(int)
    inside = (rows > 1) & (rows < raster.part.shape[0] - 2) & (columns > 1) & (columns < raster.part.shape[1] - 2)
    corners = zip(columns[inside], rows[inside], strict=True)
    return raster, [raster.part[y - 2 : y + 3, x - 2 : x + 3] for x, y in corners]


def test_a_ghost_covers_neither_the_figure_nor_things() -> None:
    """The chair of somebody who sits is in front of the one who stood there."""
    raster, around = pixels(staged("squat-to-chair", "start", "sit"), "sit")
    taken = np.array([*(part.material != "mat" for part in raster.parts), False])

    assert around
    assert [taken[parts].all() for parts in around] == [False] * len(around)


def test_a_ghost_is_seen_before_a_wall() -> None:
    raster, around = pixels(staged("leg-swings", "back", "to-and-fro"), "to-and-fro")
    wall = np.array([*(part.piece == "wall" for part in raster.parts), False])

    assert sum(bool(wall[parts].any()) for parts in around) > len(around) / 2
