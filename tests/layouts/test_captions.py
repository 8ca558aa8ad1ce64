"""Captions below a ground: each sign beside its words, between the margins, clear of feet and of one another."""

from __future__ import annotations

import pytest

from layouts.captions import APART, caption_height, captions
from layouts.pictures import Tie
from layouts.standing import arranged
from publisher.geometry import Box, Size
from publisher.model.dose import Range
from publisher.typesetting.face import Face, Ink, Role
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, box_of, the_typeface
from tests.figures.stick_people import FLAT, FLAT_LIFTED, STANDING, frames
from tests.layouts.looking import collisions, roles

WIDE = Size(100.0, 80.0)
GROUND = 55.0
UPRIGHT = frames(("start", STANDING), ("end", STANDING))
LYING = frames(("start", FLAT), ("end", FLAT_LIFTED))
PAIR = (Tie("", "Start"), Tie("2", "Push up", "out", Range(10, 10)))


def captioned(tied: tuple[Tie | None, ...], picture: object = UPRIGHT, size: Size = WIDE) -> Face:
    surface, setting = Surface(size, the_typeface(), 12), a_setting()
    margin = setting.scale.margin
    room = Box(margin, 5, size.width - 2 * margin, GROUND - 5)
    captions(surface, setting, arranged(picture.frames, room, size.width, 2.0, 6.0), tied, GROUND + 2.0)
    return surface.face()


def test_every_sign_and_word_stands_below_the_ground() -> None:
    face = captioned(PAIR)
    painted = [part.mark.path.bounds for part in face.parts if isinstance(part, Ink)]

    assert min(box.y for box in painted) > GROUND
    assert min(box_of(line).y for line in face.lines) > GROUND
    assert max(box_of(line).bottom for line in face.lines) <= GROUND + 2.0 + caption_height(a_setting()) + 0.5


def test_each_caption_is_read_as_its_number_and_its_words() -> None:
    told = [words for role, words in roles(captioned(PAIR)) if role == Role.CAPTION.value]

    assert told == ["Start", "2 Push up out 10 s"]


def test_two_captions_are_further_apart_than_a_sign_is_from_its_words() -> None:
    face = captioned((Tie("1", "Walk both hands"), Tie("2", "Reach to a side")))
    one, two = ([line for line in face.lines if line.element == at] for at in sorted({x.element for x in face.lines}))

    assert min(box_of(line).x for line in two) - max(box_of(line).right for line in one) >= APART - 0.01
    assert collisions(face) == []


@pytest.mark.parametrize("width", [48.0, 36.0])
def test_where_room_is_short_signs_go_first_and_then_words_but_no_number(width: float) -> None:
    long = (Tie("1", "Walk both hands"), Tie("2", "Reach, then hold", "out", Range(10, 10)))
    face = captioned(long, size=Size(width, 80.0))
    lines = " ".join(line.text for line in face.lines).replace("\u00a0", " ")

    assert "10 s" not in lines
    assert {"1", "2"} <= set(lines.split())
    assert ("Walk" in lines) == ("caption" not in face.left_out)
    assert all(box_of(line).x > 0 and box_of(line).right < width for line in face.lines)


def test_a_frame_that_shows_no_step_has_no_caption() -> None:
    assert [words for _, words in roles(captioned((None, Tie("1", "Up"))))] == ["1 Up"]


def test_one_that_lies_above_has_its_words_at_its_own_ground() -> None:
    face = captioned((Tie("", "Start"), Tie("1", "Lift")), LYING)
    start, lift = (next(line for line in face.lines if line.text == word) for word in ("Start", "Lift"))

    assert start.at.y < GROUND < lift.at.y
