"""The parts that layouts share."""

from __future__ import annotations

import pytest

from layouts.setting import GROUP_ICONS, scaled
from publisher.geometry import Size
from publisher.model.card import Group
from publisher.model.theme import TypeSize
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, the_library, the_typeface

POKER = Size(63.5, 88.9)


def a_surface(body: float = 9) -> Surface:
    return Surface(POKER, the_typeface(), body)


def test_every_group_has_an_icon_that_is_there() -> None:
    assert set(GROUP_ICONS) == set(Group)
    assert set(GROUP_ICONS.values()) <= set(the_library().icons)


def test_sizes_go_down_with_the_body_but_never_under_four_fifths() -> None:
    setting, size = a_setting("poker"), TypeSize(20, 22)
    largest = setting.stock.body_max

    assert scaled(a_surface(largest), setting, size) == size
    assert scaled(a_surface(largest * 0.9), setting, size).size == pytest.approx(18)
    assert scaled(a_surface(largest * 0.5), setting, size).size == pytest.approx(16)
