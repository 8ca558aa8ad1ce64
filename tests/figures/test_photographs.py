"""Photographs stand where drawn people stand, in one frame, as large in pixels as print shows."""

from __future__ import annotations

import pytest

from publisher.drawing import Raster
from publisher.figures.photographs import RADIUS, STATURE, Photographed, aspect_of
from publisher.geometry import Box, Point, Transform, mm

LYING, UPRIGHT = (1600, 1200), (1200, 1600)


def a_raster(width: int = 900, height: int = 1200) -> Raster:
    return Raster(width, height, "rgb", "jpeg", "0" * 64, b"")


def a_photograph(asked: list[int] | None = None, **more: object) -> Photographed:
    def sized(longer: int) -> Raster:
        if asked is not None:
            asked.append(longer)
        return a_raster(round(longer * 0.75), longer)

    return Photographed(a_raster(), sized, **more)


@pytest.mark.parametrize(
    ("sizes", "aspect"),
    [
        ([UPRIGHT], 3 / 4),
        ([LYING], 4 / 3),
        ([LYING, UPRIGHT], 3 / 4),
        ([LYING, LYING, UPRIGHT], 1.0),
        ([LYING] * 4, 1.0),
        ([UPRIGHT] * 4, 3 / 4),
        ([(500, 500)], 3 / 4),
    ],
)
def test_all_photographs_of_a_card_are_cut_alike_as_most_of_them_are(
    sizes: list[tuple[int, int]], aspect: float
) -> None:
    assert aspect_of(sizes) == aspect


def test_a_photograph_is_as_high_as_a_person_and_stands_on_the_middle_of_its_edge() -> None:
    photo = a_photograph()

    assert photo.box == Box(0, 0, 75, STATURE)
    assert photo.ground == Point(37.5, STATURE)
    assert set(photo.edges.values()) == {(-37.5, 37.5)}
    assert min(photo.edges) == -34
    assert photo.outline == tuple(sorted(photo.outline, key=lambda point: point[1]))


def test_as_many_pixels_are_taken_as_print_shows_and_only_when_it_is_painted() -> None:
    asked: list[int] = []
    framing = a_photograph(asked).at(25.4, 0.5)
    assert asked == []

    [image] = framing.images

    assert asked == [300]
    assert image.raster.height == 300
    assert image.by.of_box(image.raster.box) == framing.box
    assert a_photograph(asked).at(26, 0.5).images[0].raster.height == 360


def test_line_and_corners_have_one_size_on_the_page_whatever_the_picture_has() -> None:
    for height in (12.0, 60.0):
        framing = a_photograph().at(height, 0.5)
        [mark] = framing.marks
        assert mark.stroke is not None
        assert mark.stroke.width * height / STATURE == pytest.approx(mm(0.5), abs=0.001)
        corner = mark.path.segments[0][1][0]
        assert corner * height / STATURE == pytest.approx(RADIUS, abs=0.01)


def test_the_line_lies_inside_the_box_and_cuts_the_photograph() -> None:
    framing = a_photograph().at(30, 1.0)
    [mark], [image] = framing.marks, framing.images

    assert framing.box.contains(mark.path.bounds.inset(-framing.wide / 2), 0.01)
    assert image.clip == mark.path


def test_the_same_size_is_the_same_drawing() -> None:
    photo = a_photograph()

    assert photo.at(30, 0.5) is photo.at(30, 0.5)
    assert photo.at(30, 0.5) is not photo.at(30, 0.6)


def test_moved_it_takes_everything_along() -> None:
    moved = a_photograph().at(50, 0.5).moved(Transform.scale(0.5), 0.5)

    assert moved.box == Box(0, 0, 37.5, 50)
    assert moved.images[0].box.width < 37.5
