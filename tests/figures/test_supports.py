"""What a body can lie on, stand on or lean against."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.supports import FLOOR, Plane, support_of
from publisher.model.figure import Prop
from publisher.problems import Phrase


def a_prop(kind: str, **more: object) -> Prop:
    return Prop(Phrase(kind), Phrase(kind), **more)


def height(plane: Plane, x: float = 0.0, z: float = 0.0) -> float:
    return (plane.level - plane.normal[0] * x - plane.normal[2] * z) / plane.normal[1]


def top(kind: str, near: tuple[float, float, float] = (0, 0, 0), **more: object) -> float:
    return height(support_of(a_prop(kind, **more)).plane(near), near[0], near[2])


def test_the_floor_is_at_nought() -> None:
    assert height(FLOOR.plane((0, 0, 0))) == 0


@pytest.mark.parametrize(
    ("kind", "size", "high"),
    [
        ("box", (0.3, 0.3, 0.22), 0.22),
        ("bench", (), 0.24),
        ("chair", (), 0.255),
        ("roller", (0.3, 0.05), 0.10),
        ("ball", (0.15,), 0.30),
        ("towel", (0.02, 0.3), 0.04),
        ("mat", (), 0.0),
    ],
)
def test_a_prop_is_as_high_as_it_is_drawn(kind: str, size: tuple[float, ...], high: float) -> None:
    assert top(kind, size=size) == pytest.approx(high)
    assert top(kind, size=size, at=(0.2, 0.1, 0)) == pytest.approx(high + 0.1)


def test_a_roller_is_touched_along_its_top() -> None:
    assert support_of(a_prop("roller", at=(0.3, 0, 0.1))).middle == {0: 0.3}
    assert support_of(a_prop("roller", at=(0.3, 0, 0.1), turn=90)).middle == {2: 0.1}
    assert support_of(a_prop("box", at=(0.3, 0, 0))).middle == {}


@pytest.mark.parametrize(("x", "treads"), [(-0.1, 0), (0.05, 1), (0.15, 1), (0.2, 2), (5, 3)])
def test_on_stairs_it_is_the_tread_that_one_stands_on(x: float, treads: int) -> None:
    assert top("stairs", (x, 0, 0), size=(0.16, 0.5, 0.1, 3)) == pytest.approx(0.1 * treads)


def test_turned_stairs_rise_the_other_way() -> None:
    down = {"size": (0.16, 0.5, 0.1, 3), "turn": 180}

    assert top("stairs", (-0.2, 0, 0), **down) == pytest.approx(0.2)
    assert top("stairs", (0.2, 0, 0), **down) == pytest.approx(0)


def test_a_ramp_rises_along_its_length() -> None:
    size = (0.8, 0.4, 0.16)

    assert [top("slope", (x, 0, 0), size=size) for x in (-0.4, 0, 0.4)] == pytest.approx([0, 0.08, 0.16])
    assert top("slope", (0, 0, -0.4), size=size, turn=90) == pytest.approx(0.16)


@pytest.mark.parametrize(("turn", "looks", "across"), [(0, (-1, 0, 0), 0), (180, (1, 0, 0), 0), (90, (0, 0, 1), 2)])
def test_the_face_of_a_wall_looks_back_until_it_is_turned(turn, looks, across) -> None:
    plane = support_of(a_prop("wall", at=(0.4, 0, 0.2), turn=turn)).plane((0, 0, 0))

    assert plane.normal == pytest.approx(looks, abs=1e-12)
    assert plane.across == across
    assert np.dot(plane.normal, (0.4, 0.7, 0.2)) == pytest.approx(plane.level)


@pytest.mark.parametrize("kind", ["band", "dumbbell", "shower", "spaceship"])
def test_nobody_lies_on_what_is_held_or_looked_at(kind: str) -> None:
    assert support_of(a_prop(kind)) is None
