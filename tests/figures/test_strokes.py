from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.chains import Chain, chains
from publisher.figures.edges import cracks, owners
from publisher.figures.field import Part
from publisher.figures.strokes import Mark, lines_of, marks_of, place_of
from tests.figures.rasters import SHIRT, SKIN, ball, board, nothing
from tests.figures.shapes import extent_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.figures.sketch import Line
    from publisher.figures.tracing import Raster


FAR_ARM = Part("skin", "arm_l", "forearm")


def lines(raster: Raster, far: frozenset[str] = frozenset()) -> list[Line]:
    return lines_of(chains(cracks(raster, raster.part), owners(raster)), raster, far)


def a_chain(nodes: Sequence[tuple[int, int]], weight: float = 0.8, free: tuple[bool, bool] = (True, True)) -> Chain:
    nodes = np.array(nodes)
    count = len(nodes) - 1
    return Chain(nodes, np.full(count, weight), np.zeros(count, dtype=np.int64), free)


def a_row(long: int, row: int = 100, start: int = 20) -> list[tuple[int, int]]:
    return [(row, start + i) for i in range(long + 1)]


def ends(line: Line) -> tuple[tuple[float, ...], tuple[float, ...]]:
    first, last = line.path.segments[0][1], line.path.segments[-1][1]
    return first, last[-2:]


def test_a_ball_gets_one_closed_line_of_one_weight_where_it_is() -> None:
    (line,) = lines(ball(nothing(), SHIRT, (0.05, 0.02, 0), 0.2))

    assert line.closed
    assert set(line.widths) == {1.12}
    assert len(line.widths) == sum(verb != "Z" for verb, _ in line.path.segments)
    # In hundredths of H, y down.
    assert extent_of(line.path) == pytest.approx((-15, -22, 25, 18), abs=0.3)


def test_a_line_with_free_ends_runs_out_at_both_and_is_full_between() -> None:
    raster = board(nothing(), SHIRT, (-0.3, -0.3, 0.3, 0.3))
    (line,) = lines_of([a_chain(a_row(60))], raster, frozenset())

    assert line.widths[0] == line.widths[-1] == 0
    assert max(line.widths) == pytest.approx(0.8, abs=0.02)
    # The knots follow the course of the width, which is no wedge.
    assert len(line.widths) >= 5


def test_short_faint_and_lonely_lines_are_dropped() -> None:
    raster = board(nothing(), SHIRT, (-0.3, -0.3, 0.3, 0.3))
    dropped = [a_chain(a_row(3)), a_chain(a_row(60), weight=0.2), a_chain(a_row(8), weight=0.5)]

    assert lines_of(dropped, raster, frozenset()) == []


def test_a_short_piece_of_outline_between_two_lines_is_kept() -> None:
    raster = board(nothing(), SHIRT, (-0.3, -0.3, 0.3, 0.3))

    assert len(lines_of([a_chain(a_row(3), weight=1.1, free=(False, False))], raster, frozenset())) == 1


def test_lines_of_far_limbs_are_thinner() -> None:
    raster = ball(nothing(), FAR_ARM, (0, 0, 0), 0.2)
    (near,), (far,) = lines(raster), lines(raster, frozenset({"arm_l"}))

    assert far.widths[0] == pytest.approx(0.82 * near.widths[0], abs=0.01)


def test_a_line_that_runs_into_another_ends_on_it_and_no_wider() -> None:
    raster = board(nothing(), SHIRT, (-0.3, -0.3, 0.3, 0.3))
    thin = a_chain([(60 + i, 80) for i in range(80)], weight=0.4, free=(False, False))
    heavy = a_chain([(102, 30 + i) for i in range(49)], weight=1.1, free=(False, False))
    first, second = lines_of([thin, heavy], raster, frozenset())
    place = place_of(raster)

    assert ends(second)[1][0] == pytest.approx(place.left + (80 - 0.5) * place.step, abs=0.02)
    assert second.widths[-1] == pytest.approx(first.widths[0], abs=0.03)
    assert max(second.widths) == pytest.approx(1.1, abs=0.02)


def test_of_two_lines_side_by_side_the_heavier_stays() -> None:
    raster = board(nothing(), SHIRT, (-0.3, -0.3, 0.3, 0.3))
    two = [a_chain(a_row(60, row=100), weight=0.5), a_chain(a_row(70, row=101), weight=1.0)]
    apart = [two[0], a_chain(a_row(70, row=112), weight=1.0)]

    assert [max(line.widths) for line in lines_of(two, raster, frozenset())] == [1.0]
    assert len(lines_of(apart, raster, frozenset())) == 2


def test_an_arm_across_a_chest_is_one_line_from_the_air_over_the_chest() -> None:
    chest = board(nothing(), SHIRT, (-0.1, -0.25, 0.1, 0.25))
    raster = board(chest, SKIN, (-0.25, -0.03, 0.25, 0.03), 0.05)
    outlines = [line for line in lines(raster) if line.path.bounds.width > 45]

    assert len(outlines) == 1
    assert outlines[0].closed


def test_a_mark_is_drawn_where_the_surface_is_seen_and_faces_the_viewer() -> None:
    raster = ball(nothing(), SKIN, (0, 0, 0), 0.2)
    turn = np.linspace(0, np.pi, 90)
    over = np.column_stack((0.2 * np.cos(turn), np.zeros(90), 0.2 * np.sin(turn)))
    behind = over * (1, 1, -1)
    _, (seen,) = marks_of([Mark(over, [0.5] * 90, facing=0.5)], raster)
    _, hidden = marks_of([Mark(behind, [0.5] * 90)], raster)

    assert hidden == []
    assert seen.path.bounds.width == pytest.approx(2 * 20 * np.cos(np.radians(30)), abs=1)
    assert set(seen.widths) == {0.5}


def test_a_filled_mark_is_an_area_or_nothing() -> None:
    raster = ball(nothing(), SKIN, (0, 0, 0), 0.2)
    turn = np.linspace(0, 2 * np.pi, 30, endpoint=False)
    flat = np.column_stack((0.01 * np.cos(turn), 0.01 * np.sin(turn), np.full(30, 0.2)))
    fills, lines_ = marks_of(
        [Mark(flat, [1] * 30, "eye", filled=True), Mark(flat - (0, 0, 0.5), [1] * 30, filled=True)], raster
    )

    assert lines_ == []
    assert [role for role, _ in fills] == ["eye"]
    assert fills[0][1].bounds.width == pytest.approx(2, abs=0.1)
