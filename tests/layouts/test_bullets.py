"""Lists with squares."""

from __future__ import annotations

from layouts.bullets import listed
from publisher.geometry import Box, Size
from publisher.typesetting.face import Role
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, said

SETTING = a_setting()
FIVE = ["one", "two", "three", "four", "five"]


def drawn(columns: int) -> Surface:
    surface = Surface(Size(120, 60), SETTING.typeface, 10)
    listed(surface, FIVE, Style(10, 12, SETTING.theme.ink), Box(5, 5, 110, 0), columns)
    return surface


def test_columns_are_filled_downwards_and_read_so() -> None:
    face = drawn(2).face()

    assert said(face) == FIVE
    left = {line.text for line in face.lines if line.at.x < 50}
    assert left == {"one", "two", "three"}


def test_it_is_one_list_however_many_columns() -> None:
    roles = [element.role for element in drawn(2).face().elements]

    assert (roles.count(Role.LIST), roles.count(Role.ITEM)) == (1, 5)
