"""Strands lie on the hair in its own shade, and there are none where there is no hair."""

from __future__ import annotations

import pytest

from publisher.figures.hair import hair
from publisher.figures.heads import head
from publisher.figures.strands import hair_marks
from publisher.model.figure import Hair
from tests.figures.parts import AHEAD, DOWN, eye, look, seen_at, someone


@pytest.mark.parametrize("style", [style for style in Hair if style is not Hair.NONE])
def test_strands_are_seen_on_the_hair_from_both_sides(style) -> None:
    person = someone(style)
    groups = [*head(AHEAD, person), *hair(AHEAD, person, DOWN)]
    for side in ("right", "left"):
        raster, camera = look(groups, side), eye(side)
        marks = hair_marks(AHEAD, person, raster, camera)
        assert marks
        assert {mark.role for mark in marks} == {"hair-shade"}
        middles = [mark.points[len(mark.points) // 2] @ camera.axes for mark in marks]
        assert {seen_at(raster, camera, middle) for middle in middles} <= {"hair", "scarf"}


def test_a_bare_head_has_no_strands() -> None:
    person = someone(Hair.NONE)
    assert hair_marks(AHEAD, person, look(head(AHEAD, person), "right"), eye("right")) == []
