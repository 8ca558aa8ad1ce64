"""Kept drawings: small, the same text twice, read back as they were, and told apart when a pose or a body changes."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

import pytest

from publisher.drawing import Path
from publisher.figures import kept
from publisher.figures.sketch import Line, Sketch
from publisher.geometry import Box, Point
from publisher.model.figure import Build, Contact, Figure, Hair, Pelvis, Pose, View
from publisher.problems import Phrase, Place
from tests.figures.stick_people import ALL_FOURS, BIRD_DOG, a_person, a_sketch


def a_pose(**more: object) -> Pose:
    fields = {"name": Phrase("start"), "pelvis": Pelvis(lean=85), "joints": {"hip_r": (90.0, 0.0, 0.0)}}
    return Pose(**{**fields, **more})


def a_figure(**more: object) -> Figure:
    fields = {
        "id": Phrase("bird-dog"),
        "name": Phrase("Bird-dog"),
        "poses": {"start": a_pose()},
        "frames": (Phrase("start"),),
    }
    return Figure(**{**fields, **more})


def some_kept() -> kept.Kept:
    sketches = {"start": a_sketch(ALL_FOURS), "reach": a_sketch(BIRD_DOG, spots=(("low_back", Point(3, -31)),))}
    return kept.Kept("bird-dog", "sam", "0123abcd", sketches)


def test_what_was_written_is_read_back_to_a_hundredth_of_the_unit() -> None:
    before, after = some_kept(), kept.read(kept.written(some_kept()))

    assert after[:3] == before[:3]
    for name, sketch in before.sketches.items():
        again = after.sketches[name]
        assert [role for role, _ in again.fills] == [role for role, _ in sketch.fills]
        assert [(line.role, line.widths) for line in again.lines] == [(line.role, line.widths) for line in sketch.lines]
        assert again.spots == sketch.spots
        assert _numbers(again) == pytest.approx(_numbers(sketch), abs=0.0051)


def _numbers(sketch: Sketch) -> list[float]:
    paths = [*(path for _, path in sketch.fills), *(line.path for line in sketch.lines)]
    drawn = [number for path in paths for _, numbers in path.segments for number in numbers]
    return [*sketch.box, *sketch.ground, *drawn]


def test_reading_and_writing_again_changes_nothing() -> None:
    text = kept.written(some_kept())

    assert kept.written(kept.read(text)) == text
    assert text.isascii()


def test_a_line_may_change_its_width_from_point_to_point() -> None:
    line = Line(Path((("M", (0, 0)), ("L", (5, 0)), ("C", (6, 0, 7, 1, 7, 2)))), (0.0, 1.12, 0.5), "ghost-line")
    sketch = Sketch((), (line,), Box(0, 0, 7, 2), Point(0, 0))

    again = kept.read(kept.written(kept.Kept("a", "b", "c", {"start": sketch}))).sketches["start"]

    assert again.lines == (line,)


def test_a_frame_packs_to_a_few_kilobytes() -> None:
    text = kept.written(some_kept()._replace(sketches={"start": a_sketch()}))

    assert len(zlib.compress(text.encode())) < 3000
    assert json.loads(text)["figure"] == "bird-dog"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"sketches": {"a": 3}}', "[" * 5000, '{"sketches": {"a": {"box": []}}}']
)
def test_anything_else_is_no_kept_drawing(text: str) -> None:
    with pytest.raises(kept.Unreadable):
        kept.read(text)


def test_a_spoilt_path_is_no_kept_drawing() -> None:
    text = kept.written(some_kept()).replace("c", "c1 2", 1)

    with pytest.raises(kept.Unreadable):
        kept.read(text.replace('"m', '"m1c2 ', 1))


SEEN = [
    a_figure(poses={"start": a_pose(joints={"hip_r": (91.0, 0.0, 0.0)})}),
    a_figure(poses={"start": a_pose(contacts=(Contact(Phrase("palm_r"), Phrase("floor")),))}),
    a_figure(view=View(turn=20)),
    a_figure(slope=12),
    a_figure(muscles=(Phrase("glutes"),)),
]


@pytest.mark.parametrize("figure", SEEN, ids=range(len(SEEN)))
def test_what_shows_changes_the_hash(figure: Figure) -> None:
    assert kept.made_of(figure, a_person()) != kept.made_of(a_figure(), a_person())


@pytest.mark.parametrize(
    "more", [{"build": Build(belly=0.03)}, {"hair": Hair.BUN}, {"glasses": True}, {"blade": "left"}]
)
def test_another_body_changes_the_hash(more: dict) -> None:
    assert kept.made_of(a_figure(), a_person(**more)) != kept.made_of(a_figure(), a_person())


def test_where_a_pose_is_written_what_it_is_called_and_colours_do_not() -> None:
    moved = a_figure(poses={"start": a_pose(place=Place("assets/figures/other.yaml", 30, 1))}, name=Phrase("Pointer"))
    tanned = a_person(skin="#8D5B3C", hair_colour="#000000", describes=Phrase("Somebody"))

    assert kept.made_of(replace(moved, place=Place("x", 1)), tanned) == kept.made_of(a_figure(), a_person())
