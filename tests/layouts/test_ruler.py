"""The pain ruler."""

from __future__ import annotations

from layouts.ruler import ruler
from publisher.colour import WHITE
from publisher.geometry import Box, Size
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
