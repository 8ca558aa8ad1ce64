"""The picture of a card: line weights that are the same on the page, and boxes of what is painted."""

from __future__ import annotations

import pytest

from publisher.colour import WHITE
from publisher.figures.illustration import BAND, Framed
from publisher.geometry import mm
from tests.figures.stick_people import LYING, STANDING, frames, right_and_wrong


@pytest.mark.parametrize("height", [24.0, 44.0, 98.0])
def test_lines_weigh_the_same_on_the_page_however_large_the_figure(height: float) -> None:
    (frame,) = frames(("start", STANDING)).frames

    widths = {mark.stroke.width * height / 100 for mark in frame.at(height, 0.5).marks if mark.stroke}

    assert max(widths) == pytest.approx(mm(0.5), rel=0.01)


def test_the_same_drawing_is_made_once() -> None:
    (frame,) = frames(("start", STANDING)).frames

    assert frame.at(27, 0.5) is frame.at(27, 0.5)
    assert frame.at(27, 0.5) is not frame.at(27, 0.75)


def test_the_box_holds_the_person_and_not_the_mat_that_the_page_replaces() -> None:
    (frame,) = frames(("start", LYING)).frames

    assert 80 < frame.box.width < 95
    assert frame.box.bottom < 1.5
    assert frame.box.bottom == pytest.approx(frame.ground.y, abs=1.5)


def test_a_picture_slopes_when_its_figures_do() -> None:
    assert frames(("start", STANDING)).slope == 0
    assert right_and_wrong().slope == 12


def test_the_same_frame_in_other_colours_is_drawn_in_them() -> None:
    (frame,) = frames(("start", STANDING)).frames
    frame.at(27, 0.5)

    white = Framed(frame.pose, frame.sketch, {**frame.palette, "shirt": WHITE})

    assert frame.palette["shirt"] not in {mark.fill for mark in white.at(27, 0.5).marks}
    assert frame.palette["shirt"] in {mark.fill for mark in frame.at(27, 0.5).marks}


def test_edges_tell_how_far_a_figure_reaches_at_each_height() -> None:
    (frame,) = frames(("start", STANDING)).frames

    hip, sole = (frame.edges[round(y / BAND)] for y in (-51, -1.5))

    assert min(frame.edges) * BAND == pytest.approx(frame.box.y - frame.ground.y, abs=BAND)
    assert hip[0] < -7 < 7 < hip[1]
    assert -5 < sole[0] < sole[1] < 15
    assert all(left <= right for left, right in frame.edges.values())
