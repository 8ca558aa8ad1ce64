"""A back seen from behind has a spine and two shoulder blades; from the front and the side it has none."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.backs import back_marks
from publisher.figures.skeleton import skeleton, state_of
from publisher.figures.staging import seen, stage
from publisher.figures.tracing import camera
from publisher.model.figure import Figure, Pelvis, Pose, View
from tests.figures.parts import someone


@pytest.mark.parametrize(("turn", "drawn"), [(-90, 3), (90, 0), (0, 0)])
def test_spine_and_shoulder_blades_are_seen_from_behind(turn, drawn) -> None:
    pose = Pose("stand", Pelvis(), {})
    figure = Figure("stand", "Stand", {"stand": pose}, ("stand",), View(turn, 5))
    staged = stage(figure, someone())["stand"]
    marks = back_marks(staged.skeleton, seen(staged, 250), staged.camera)
    assert len(marks) == drawn
    assert {mark.role for mark in marks} <= {"shirt-shade"}


def test_a_limb_before_the_back_takes_its_lines_away() -> None:
    bones = skeleton(state_of(Pelvis(), {}))
    figure = Figure("stand", "Stand", {"stand": Pose("stand", Pelvis(), {})}, ("stand",), View(-90, 5))
    raster = seen(stage(figure, someone())["stand"], 250)
    arms = [i for i, part in enumerate(raster.parts) if part.limb.startswith("arm")]
    hidden = raster._replace(part=np.where(raster.part >= 0, arms[0], -1))
    assert back_marks(bones, hidden, camera(figure.view, 0)) == []
