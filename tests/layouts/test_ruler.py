"""The pain ruler."""

from __future__ import annotations

from dataclasses import replace

from layouts.ruler import ruler
from publisher.colour import BLACK, WHITE
from publisher.geometry import Box, Size
from publisher.inks import inked
from publisher.model.printing import Ink as Saved
from publisher.typesetting.face import Ink
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, said

SETTING = a_setting()


def drawn() -> Surface:
    surface = Surface(Size(110, 30), SETTING.typeface, 10)
    assert ruler(surface, SETTING, Style(10, 12, SETTING.theme.ink), Box(5, 5, 99, 0)) < 25
    return surface


def test_it_counts_from_0_to_10_and_says_what_each_part_means() -> None:
    face = drawn().face()

    assert [line.text for line in face.lines if line.text.isdigit()] == [str(number) for number in range(11)]
    assert said(face) == ["Carry on", "Ease off", "Stop"]


def test_it_gets_darker_where_it_hurts_more() -> None:
    fills = [part.mark.fill for part in drawn().face().parts if isinstance(part, Ink) and part.mark.fill]

    assert len(fills) == 11
    assert set(fills[:4]) == {SETTING.theme.paper}
    assert set(fills[6:]) == {SETTING.theme.ink}
    assert len(set(fills)) == 3


def test_numerals_can_be_read_on_every_cell() -> None:
    numerals = [line.runs[0].colour for line in drawn().face().lines if line.text.isdigit()]

    assert numerals[:6] == [SETTING.theme.ink] * 6
    assert numerals[6:] == [WHITE] * 5


def test_where_ink_is_saved_it_is_hatched_and_numerals_stand_on_white() -> None:
    saver = replace(SETTING, theme=inked(SETTING.theme, Saved.SAVER))
    surface = Surface(Size(110, 30), SETTING.typeface, 10)
    ruler(surface, saver, Style(10, 12, saver.theme.ink), Box(5, 5, 99, 0))
    face = surface.face()
    marks = [part.mark for part in face.parts if isinstance(part, Ink)]
    hatched = [mark.clip.bounds.x for mark in marks if mark.clip]

    assert [line.runs[0].colour for line in face.lines if line.text.isdigit()] == [BLACK] * 11
    assert {mark.fill for mark in marks if mark.fill} == {WHITE}
    # Once where to ease off, both ways where to stop.
    assert [hatched.count(5 + 9 * number) for number in range(11)] == [0] * 4 + [1] * 2 + [2] * 5
