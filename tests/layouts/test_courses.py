"""The sessions of a plan: their signs, and their numbers as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.courses import Numbers, in_short, sign_of
from publisher.geometry import Box, Size
from publisher.model.card import Group
from publisher.model.plan import Minutes, Step
from publisher.typesetting.face import Face, Role
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, said
from tests.layouts.looking import collisions, outside
from tests.plans_at_hand import a_plan, a_run, a_session, the_plan, worked_out

if TYPE_CHECKING:
    from publisher.plans import Course

SETTING = a_setting(None)
STYLE = Style(10, 12, SETTING.theme.ink)


def table(course: Course, width: float = 120, *, short: bool = False) -> Face:
    surface = Surface(Size(width + 20, 120), SETTING.typeface, 10)
    Numbers(surface, SETTING, course, STYLE, Box(10, 10, width, 0), short=short).fitted().draw()
    return surface.face()


def in_line(course: Course) -> list[str]:
    surface = Surface(Size(120, 40), SETTING.typeface, 10)
    in_short(surface, SETTING, course, STYLE, Box(10, 10, 100, 0))
    return said(surface.face())


def test_a_run_on_the_flat_shows_no_slope() -> None:
    assert sign_of(a_run()) == "flat"
    assert sign_of(a_run(downhill=5)) == "form"
    assert sign_of(a_session()) == "strength"


def test_a_gentle_day_is_told_from_a_rest_day() -> None:
    assert sign_of(a_session(group=Group.RECOVERY)) != "recovery"


def test_a_session_in_a_line() -> None:
    course = the_plan().courses[0]
    assert in_line(course) == [f"Strength A, {course.minutes[0]} to {course.minutes[-1]} min"]
    assert in_line(the_plan("downhill-build-up").courses[5]) == ["Run down, 30 min, 5 to 15 of them downhill"]


def test_every_exercise_stands_beside_its_numbers_week_by_week() -> None:
    course = the_plan().courses[0]
    words = said(table(course))

    first, then, last = course.minutes
    heads = [f"Weeks 1 to 3 {first} min", f"Weeks 4 to 6 {then} min", f"Weeks 7 to 8 {last} min"]
    assert words[:4] == ["Strength A", *heads]
    at = words.index("S11 Dead bug")
    assert words[at + 1 : at + 4] == ["3 sets of 8", "3 sets of 10", "3 sets of 12"]


def test_a_short_table_says_what_changes() -> None:
    words = said(table(the_plan().courses[0], 79, short=True))

    assert words[:4] == ["Strength A", "Weeks 1 to 3", "4 to 6", "7 to 8"]
    at = words.index("Tempo squat")
    assert words[at + 1 : at + 4] == ["3 sets of 8", "same", "same"]


def test_a_run_has_a_row_for_its_minutes_and_one_for_those_downhill() -> None:
    course = worked_out(a_plan(a_run("Hill", 30, Minutes(5, Step(5), 2, None, 10)))).courses[0]

    assert said(table(course)) == [
        *("Hill", "Weeks 1 to 2", "Weeks 3 to 4"),
        *("In all", "30 min", "30 min"),
        *("Downhill", "5 min", "10 min"),
    ]


def test_a_long_title_makes_its_row_higher_and_runs_into_nothing() -> None:
    face = table(the_plan().courses[0], 100)

    assert face.fits
    assert not any(line.text.endswith("Romanian deadlift") for line in face.lines)
    assert "deadlift" in [line.text for line in face.lines]
    assert collisions(face) == []
    assert outside(face, 9.9) == []


def test_a_table_without_room_for_its_titles_does_not_fit() -> None:
    assert not table(the_plan().courses[0], 80).fits


def test_the_table_has_heads_for_its_rows_and_columns() -> None:
    scopes = [element.scope for element in table(the_plan().courses[0]).elements if element.role is Role.HEADER]

    assert scopes == ["Column"] * 4 + ["Row"] * 5
