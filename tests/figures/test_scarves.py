"""A headscarf hides hair, ears and neck, shows the face, and lies on the shoulders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.body import profiles, trunk
from publisher.figures.field import scene, spine_line
from publisher.figures.hair import hair
from publisher.figures.heads import head
from publisher.figures.skeleton import skeleton, state_of
from publisher.figures.tracing import trace
from publisher.model.figure import Hair, Pelvis
from tests.figures.parts import DOWN, eye, someone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.skeleton import Frame
    from publisher.figures.tracing import Raster


def seen(neck: float, side: str) -> tuple[Mapping[str, Frame], Raster]:
    person = someone(Hair.SCARF)
    bones = skeleton(state_of(Pelvis(), {"neck": (neck, 0, 0)}))
    spine = spine_line(bones.spine, bones.spine_turn, bones.spine_arc)
    groups = list(trunk(bones, spine, person, {"r": 0.0, "l": 0.0}))
    groups += [*head(bones.bones["head"], person), *hair(bones.bones["head"], person, DOWN, bones.bones["thorax"])]
    groups = [group for group in groups if group.name != "pelvis"]
    return bones.bones, trace(scene(groups, profiles(person.build), spine), eye(side), 400)


@pytest.mark.parametrize("neck", [-25, 0, 35])
@pytest.mark.parametrize("side", ["right", "left", "back", "front"])
def test_neck_and_ears_are_covered_however_the_head_is_held(neck, side) -> None:
    _, raster = seen(neck, side)
    bare = [i for i, part in enumerate(raster.parts) if part.piece in ("neck", "ear")]
    assert np.isin(raster.part, bare).sum() / raster.pixels**2 < 0.0002


def test_it_lies_on_the_shoulders() -> None:
    bones, raster = seen(0, "front")
    scarf = raster.part == [part.material for part in raster.parts].index("scarf")
    heights = raster.top - np.nonzero(scarf)[0] / raster.pixels
    assert heights.min() < bones["thorax"].at[1] - 0.02
    across = np.nonzero(scarf.any(axis=0))[0]
    assert np.ptp(across) / raster.pixels > 0.12
