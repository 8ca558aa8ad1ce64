"""The grid to tick: it says how many ticks a week, and marks the days that were named."""

from __future__ import annotations

import datetime as dt

import pytest

from layouts import full_handout, large_print_handout
from layouts.handouts.desk import Desk
from publisher.model.plan import Day
from publisher.typesetting.face import Ink, Role
from tests.factories import a_phrase, read
from tests.programmes_at_hand import ON, a_programme, an_exercise, handed

NAMED = (Day.MONDAY, Day.FRIDAY)
LAYOUTS = pytest.mark.parametrize("layout", [full_handout, large_print_handout])


def text_of(layout: object, programme: object) -> str:
    return " ".join(read(face) for face in layout.make(handed(programme)).pages).replace("\u00a0", " ")


@LAYOUTS
def test_the_grid_says_how_many_ticks_a_week_as_the_doses_say(layout: object) -> None:
    text = text_of(layout, a_programme())

    assert "Tick each day you do the exercises. Aim for 2 to 3 ticks a week." in text
    assert "A dot means" not in text


@LAYOUTS
def test_days_that_are_named_are_told_and_the_others_are_dots(layout: object) -> None:
    text = text_of(layout, a_programme(an_exercise("plank", days=NAMED), an_exercise("bird-dog", days=NAMED)))

    assert "Tick each day you do the exercises. Your days: Monday and Friday. A dot means" in text


def squares(*exercises: object) -> int:
    """How many boxes to tick the grid of the first page has."""
    first = full_handout.make(handed(a_programme(*exercises))).pages[0]
    grid = next(at for at, each in enumerate(first.elements) if each.role is Role.FIGURE and "grid" in each.alt)
    return len([part for part in first.parts if isinstance(part, Ink) and part.element == grid and part.mark.stroke])


def test_a_grid_with_named_days_has_boxes_on_these_alone() -> None:
    assert squares(an_exercise("plank"), an_exercise("bird-dog")) == 4 * 7
    assert squares(an_exercise("plank", days=NAMED), an_exercise("bird-dog", days=NAMED)) == 4 * len(NAMED)


@pytest.mark.parametrize(("days", "weeks"), [(7, 1), (36, 6), (200, 6)])
def test_a_grid_has_as_many_weeks_as_are_asked_for_and_six_at_most(days: int, weeks: int) -> None:
    assert squares(an_exercise("plank", stop=ON + dt.timedelta(days=days - 1))) == weeks * 7


@LAYOUTS
def test_where_exercises_have_days_of_their_own_a_tick_is_for_all_that_was_due(layout: object) -> None:
    text = text_of(layout, a_programme(an_exercise("plank", days=NAMED), an_exercise("bird-dog")))

    assert "Tick each day you do any of them. Plank: Monday and Friday. The others: 2 to 3 days a week." in text
    assert "Aim for" not in text


def test_a_number_stays_with_the_word_that_it_belongs_to() -> None:
    face = full_handout.make(
        handed(a_programme(remember=(a_phrase("Pain of 4 or 5? Do less. Over 5, stop. " * 3),)))
    ).pages[0]
    lines = [line.text for line in face.lines if "Over" in line.text]

    assert len(lines) > 1
    assert not [line for line in lines if line.rstrip().endswith("Over")]
    assert Desk.bound("At 4 or 5, do less.").split(" ") == ["At\u00a04", "or\u00a05,", "do", "less."]
    assert Desk.bound("Wait 1 week.") == "Wait 1 week."


@LAYOUTS
def test_what_a_programme_says_is_sourced_on_the_page(layout: object) -> None:
    assert "Pogo Physio" in text_of(layout, a_programme())
