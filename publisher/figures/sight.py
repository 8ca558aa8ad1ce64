"""How much of each limb is seen, and from where more of it would be. Needs NumPy and Numba."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.staging import behind
from publisher.figures.tracing import camera, trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.figures.staging import Staged
    from publisher.figures.tracing import Raster
    from publisher.model.figure import View

# Enough to tell limbs apart, and quick: pixels for a stature.
COARSE = 120.0
LIMBS = ("arm_r", "arm_l", "leg_r", "leg_l")
# So much of a limb must be seen at least: of a near one, and of one behind its twin.
NEAR, FAR = 0.6, 0.2
# Turns of the view that are tried, nearest first, degrees.
TURNS = (10, -10, 20, -20, 30, -30, 45, -45, 60, -60)


class Seen(NamedTuple):
    """A limb in a pose: which part of it is seen, and how much should be."""

    limb: str
    share: float
    least: float

    @property
    def enough(self) -> bool:
        """Whether a reader finds it."""
        return self.share >= self.least


def seen(one: Staged, limbs: Iterable[str] = LIMBS) -> Iterator[Seen]:
    """How much of each limb is seen; what hides part of itself counts as seen where its outline is."""
    raster = trace(one.scene, one.camera, COARSE)
    owners = np.array([*(part.limb for part in raster.parts), ""])
    far = behind(one)
    for limb in limbs:
        there = int((owners[raster.part] == limb).sum())
        whole = int((alone(one, limb).part >= 0).sum())
        yield Seen(limb, there / max(whole, 1), FAR if limb in far else NEAR)


def alone(one: Staged, limb: str, pixels: float = COARSE) -> Raster:
    """The limb as it would be seen if nothing else were there."""
    scene = one.scene
    owners = np.array([scene.parts[scene.kinds[first, 1]].limb for first, _, _ in scene.groups])
    rows = np.flatnonzero(owners == limb)
    groups = scene.groups[rows].copy()
    groups[:, 2] = -1
    bounds, blends = scene.group_bounds[rows], scene.group_blends[rows]
    return trace(scene._replace(groups=groups, group_bounds=bounds, group_blends=blends), one.camera, pixels)


def better_view(poses: Sequence[Staged], limb: str) -> tuple[View, float] | None:
    """The nearest view from which enough of a limb is seen in all poses, else the best; nothing if none is better."""
    before = _worst(poses, limb)
    best: tuple[View, float] | None = None
    for turn in TURNS:
        view = poses[0].figure.view._replace(turn=_within(poses[0].figure.view.turn + turn))
        found = _worst([one._replace(camera=camera(view, one.figure.slope)) for one in poses], limb)
        if found.share > (best[1] if best else before.share) + 0.05:
            best = view, found.share
        if found.enough:
            return best
    return best


def _worst(poses: Sequence[Staged], limb: str) -> Seen:
    return min((each for one in poses for each in seen(one, (limb,))), key=lambda each: each.share - each.least)


def _within(turn: float) -> float:
    """The same turn between -180 and 180 degrees."""
    return (turn + 180) % 360 - 180
