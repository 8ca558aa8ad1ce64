"""Guides: a body line through its landmarks, a plumb line, a gaze, a jolt that fades, a squeeze."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.guides import BEYOND, Guides, guides
from publisher.figures.landmarks import position, touching
from publisher.figures.staging import Staged, seen, stage
from publisher.library import read_library
from publisher.model.figure import Build, Guide, GuideLine, Hair, Person, Shows
from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.drawing import Path
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Raster

PLAIN = Person(Phrase("plain"), Phrase("plain"), Build(), Hair.SHORT, "#000000", "#EEEEEE", "#DDDDDD", "#CCCCCC")


@cache
def runner() -> Staged:
    return stage(read_library().figures["run-lean"], PLAIN)["land"]


@cache
def looked_at() -> Raster:
    return seen(runner(), 150)


def drawn(kind: Guide, *along: str, to: tuple[float, float, float] | None = None, shows: Shows = Shows.RIGHT) -> Guides:
    guide = GuideLine(kind, tuple(map(Phrase, along)), Phrase("land"), to)
    one = runner()
    figure = replace(one.figure, guides=(guide,), shows=shows)
    return guides(one._replace(figure=figure), "land", looked_at())


def on_the_page(landmark: str, *, foot: bool = False) -> Array:
    spot = (touching if foot else position)(runner().skeleton, landmark)
    return runner().camera.seen(spot[None, :])[0, :2]


def points(path: Path) -> Array:
    return np.array([values[-2:] for _, values in path.segments if values]) / (100, -100)


def parts_near(spot: Array, within: float) -> set[int]:
    """What is seen within so far of a spot of the page, H; -1 where nothing is."""
    raster = looked_at()
    row, column = (int(v) for v in np.rint(((raster.top - spot[1]) * 150, (spot[0] - raster.left) * 150)))
    reach = round(within * 150)
    return set(raster.part[row - reach : row + reach + 1, column - reach : column + reach + 1].ravel())


def in_role(found: Guides, role: str) -> list[Array]:
    return [points(line.path) for line in found.lines if line.role == role]


def test_a_right_axis_is_one_line_that_goes_a_little_beyond_its_landmarks() -> None:
    (line,) = in_role(drawn(Guide.AXIS, "ankle_r", "crown"), "axis")

    ankle, crown = on_the_page("ankle_r"), on_the_page("crown")
    assert line[0] == pytest.approx(ankle + (ankle - crown) * BEYOND, abs=2e-4)
    assert line[-1] == pytest.approx(crown + (crown - ankle) * BEYOND, abs=2e-4)


def test_a_wrong_axis_is_dashed_in_red_on_the_same_line() -> None:
    found = drawn(Guide.AXIS, "ankle_r", "crown", shows=Shows.WRONG)

    dashes = np.array(in_role(found, "ring"))
    ankle, crown = on_the_page("ankle_r"), on_the_page("crown")
    way = (crown - ankle) / np.linalg.norm(crown - ankle)
    assert len(dashes) > 8
    assert np.abs((dashes - ankle) @ (-way[1], way[0])).max() < 3e-4
    assert in_role(found, "axis") == []


def test_an_axis_bends_at_a_landmark_between() -> None:
    (line,) = in_role(drawn(Guide.AXIS, "ankle_r", "hip_r", "crown"), "axis")

    assert line[1] == pytest.approx(on_the_page("hip_r"), abs=2e-4)


def test_a_plumb_line_is_upright_on_the_page() -> None:
    (line,) = in_role(drawn(Guide.PLUMB, "hip_r", "heel_r"), "axis")

    assert line[0] == pytest.approx(on_the_page("hip_r"), abs=2e-4)
    assert line[1] == pytest.approx((on_the_page("hip_r")[0], on_the_page("heel_r", foot=True)[1]), abs=2e-4)


def test_a_gaze_goes_from_the_face_to_where_the_eyes_look() -> None:
    target = (0.8, 0.0, 0.0)
    found = drawn(Guide.GAZE, "nose", to=target)

    ((role, dot),) = found.fills
    end = runner().camera.seen(np.array([target]))[0, :2]
    assert role == "axis"
    assert points(dot).mean(axis=0) == pytest.approx(end, abs=0.01)
    first = in_role(found, "axis")[0][0]
    assert 0.01 < np.linalg.norm(first - on_the_page("nose")) < 0.06


def test_a_gaze_that_goes_on_ends_in_a_point() -> None:
    target = (0.6, 0.5, 0.0)
    ((_, point),) = drawn(Guide.GAZE, "nose", to=target).fills

    end = runner().camera.seen(np.array([target]))[0, :2]
    eyes = on_the_page("nose")
    farthest = max(points(point), key=lambda spot: float(np.linalg.norm(spot - eyes)))
    assert farthest == pytest.approx(end, abs=2e-4)


def test_a_jolt_climbs_from_the_first_landmark_to_the_last_and_fades() -> None:
    chevrons = in_role(drawn(Guide.JOLT, "heel_r", "knee_r", "hip_r", "low_back"), "ring")

    tips = [float(chevron[1][1]) for chevron in chevrons]
    wide = [float(np.linalg.norm(chevron[2] - chevron[0])) for chevron in chevrons]
    assert len(chevrons) > 4
    assert all(lower < higher for lower, higher in pairwise(tips))
    assert all(before > after for before, after in pairwise(wide))


def test_a_squeeze_presses_from_above_and_below() -> None:
    upper, lower = (points(path) for role, path in drawn(Guide.SQUEEZE, "low_back").fills if role == "wrong")

    spot = on_the_page("low_back")
    assert upper[:, 1].mean() > spot[1] > lower[:, 1].mean()
    assert max(upper[:, 0].max(), lower[:, 0].max()) < spot[0] + 0.01, "behind the back"
    tips = [
        min(arrow, key=lambda at: abs(at[1] - (upper[:, 1].mean() + lower[:, 1].mean()) / 2))
        for arrow in (upper, lower)
    ]
    for tip in tips:
        assert parts_near(tip, 0.004) == {-1}, "on the back"
        assert parts_near(tip, 0.08) != {-1}, "in the air"


@pytest.mark.parametrize("kind", list(Guide))
def test_every_line_has_a_white_edge_below_it(kind: Guide) -> None:
    found = drawn(kind, "heel_r", "crown", to=(0.8, 0, 0))

    for line in found.lines:
        if line.role != "white":
            edge = next(other for other in found.lines if other.path == line.path)
            assert edge.role == "white"
            assert min(edge.widths) > max(line.widths)


def test_a_guide_is_drawn_in_its_frame_only() -> None:
    assert guides(runner(), "another pose", looked_at()) == Guides()
