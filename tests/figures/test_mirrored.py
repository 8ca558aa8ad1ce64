"""The other way round: every point of a drawing, the fall of its ground, and nothing of a photograph."""

from __future__ import annotations

import pytest

from publisher.drawing import Raster
from publisher.figures.illustration import Framed, Illustration
from publisher.figures.mirrored import mirrored, without
from publisher.figures.photographs import Photographed
from tests.figures.stick_people import BIRD_DOG, LYING, STANDING, frames, right_and_wrong

RASTER = Raster(3, 4, "rgb", "jpeg", "one", b"")
PHOTO = Photographed(RASTER, lambda _: RASTER)


def boxes(frame: Framed, sign: int) -> list[float]:
    """The left, right, upper and lower ends of each mark, from the ground point; mirrored where the sign is -1."""
    found = []
    for mark in frame.at(27, 0.5).marks:
        box = mark.path.bounds
        across = sorted(sign * (x - frame.ground.x) for x in (box.x, box.right))
        found += [*across, box.y, box.bottom]
    return found


def test_everything_drawn_lies_as_far_to_the_other_side_of_its_ground_point() -> None:
    picture = frames(("start", BIRD_DOG), ("end", LYING))

    for before, after in zip(picture.frames, mirrored(picture).frames, strict=True):
        far = {(round(x - before.ground.x, 6), round(y, 6)) for x, y in before.outline}
        assert {(round(after.ground.x - x, 6), round(y, 6)) for x, y in after.outline} == far
        assert after.pose == before.pose
        assert after.box.right - after.ground.x == pytest.approx(before.ground.x - before.box.x)
        assert [(mark.fill, mark.stroke) for mark in after.at(27, 0.5).marks] == [
            (mark.fill, mark.stroke) for mark in before.at(27, 0.5).marks
        ]


def test_each_mark_lies_where_it_lay_on_the_other_side() -> None:
    picture = frames(("start", BIRD_DOG))
    (before,), (after,) = picture.frames, mirrored(picture).frames

    assert boxes(after, 1) == pytest.approx(boxes(before, -1), abs=0.01)
    assert boxes(after, 1) != pytest.approx(boxes(before, 1), abs=5)


def test_a_hill_falls_the_other_way() -> None:
    assert [frame.slope for frame in mirrored(right_and_wrong()).frames] == [-12, -12]


def test_twice_it_is_as_it_was_and_the_same_picture_gives_the_same_frames() -> None:
    picture = frames(("start", STANDING))

    assert mirrored(mirrored(picture)).frames[0].outline == picture.frames[0].outline
    assert mirrored(picture).frames[0] is mirrored(Illustration(picture.frames)).frames[0]


def test_a_photograph_stays_as_it_was_taken() -> None:
    assert mirrored(Illustration((PHOTO,))).frames == (PHOTO,)


def test_frames_of_the_other_side_go_unless_nothing_would_be_left() -> None:
    picture = frames(("start", STANDING), ("next", STANDING))

    assert [frame.pose for frame in without(picture, {"next"}).frames] == ["start"]
    assert without(picture, {"start", "next"}) is picture
    assert without(picture, ()) == picture
