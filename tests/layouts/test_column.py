"""The parts that layouts share."""

from __future__ import annotations

from layouts.column import Column
from publisher.geometry import Size
from publisher.typesetting.face import Ink, Role
from publisher.typesetting.surface import Surface
from tests.factories import a_card, a_setting, phrases, the_typeface

POKER = Size(63.5, 88.9)


def a_surface(body: float = 9) -> Surface:
    return Surface(POKER, the_typeface(), body)


def test_steps_have_numbers_and_bullets_have_none() -> None:
    surface = a_surface()
    rows = Column(surface, a_setting(), 10, 80, 10)
    rows.bullets("signs", phrases(["one", "two"]))
    rows.steps(a_card().body.steps)
    roles = [element.role for element in surface.face().elements]

    assert roles.count(Role.LABEL) == 3
    assert roles.count(Role.ITEM) == 5


def test_spare_height_goes_into_the_gaps_up_to_a_limit() -> None:
    def height(limit: float) -> float:
        tried = Column(a_surface(), a_setting(), 10, limit, 10)
        tried.steps(a_card().body.steps)
        tried.line()
        tried.note("feel", "feel", "Feel it", "here.")
        airy = Column(a_surface(), a_setting(), 10, limit, 10, air=tried.spread())
        airy.steps(a_card().body.steps)
        airy.line()
        airy.note("feel", "feel", "Feel it", "here.")
        return airy.y

    assert height(26) < height(31) < height(200) < 60


def test_a_rule_is_only_drawn_between_rows() -> None:
    def painted(*, more: bool) -> int:
        surface = a_surface()
        rows = Column(surface, a_setting(), 10, 80, 10)
        rows.note("start", "start", "Start", "Stand.")
        rows.line()
        if more:
            rows.bullets("signs", phrases(["one"]))
        return sum(isinstance(part, Ink) for part in surface.face().parts)

    # The rule, and the square of the bullet.
    assert painted(more=True) == painted(more=False) + 2


def test_what_stands_below_the_limit_is_reported_with_its_longest_part() -> None:
    surface = a_surface()
    rows = Column(surface, a_setting(), 10, 12, 10)
    rows.note("start", "start", "Start", "Stand.")
    rows.note("feel", "feel", "Feel it", "along the whole of the back of your thighs, and nowhere else.")
    rows.end()

    assert [excess.field for excess in surface.face().excess] == ["feel"]
