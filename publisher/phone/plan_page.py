"""A plan: its rules, its weeks day by day, and how its doses grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Movement
from publisher.phone.frame import Page
from publisher.phone.kit import look_of
from publisher.phone.links import file_of_plan, page_name
from publisher.phone.markup import Markup, joined, tag
from publisher.phone.session_page import grown_sessions, session_page
from publisher.phone.today import PLAN_SCRIPTS, known, plan_data, today_on_its_plan
from publisher.plan_words import dose_said, weeks_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.plan import Plan
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Child
    from publisher.phone.today import Known
    from publisher.plans import Course, Daily, Week


def plan_pages(plan: Plan, kit: Kit) -> Iterator[Page]:
    """The page of one plan, and those of its sessions as they grow."""
    one = known(plan, kit)
    yield _plan_page(one, kit)
    yield from (session_page(grown, kit) for grown in grown_sessions(one.worked))


def _plan_page(one: Known, kit: Kit) -> Page:
    plan, say = one.worked.plan, kit.words.say
    pain = [("plan.carry_on", plan.pain.carry_on), ("plan.ease_off", plan.pain.ease_off), ("plan.stop", plan.pain.stop)]
    body = [
        tag("h1", plan.title),
        tag("p", plan.subtitle, class_="purpose") if plan.subtitle else None,
        today_on_its_plan(plan, kit),
        tag("h2", kit.say("phone.plan.how")),
        tag("ul", [tag("li", rule) for rule in plan.how]),
        tag("h2", kit.say("phone.plan.weeks")),
        [_week(week, one, kit) for week in one.worked.weeks],
        _growing(one.worked.courses, kit),
        tag(
            "section",
            tag("h2", say("plan.pain")),
            [tag("p", tag("b", say(path)), " ", text) for path, text in pain],
            class_="stop",
        ),
        tag("p", tag("b", say("plan.missed")), " ", plan.missed_week),
        tag("p", tag("b", say("plan.after", n=plan.weeks)), " ", plan.after) if plan.after else None,
        tag(
            "footer",
            tag("p", kit.words.evidence(plan.evidence.level, _shorts(plan, kit))),
            tag("p", kit.words.review(plan.review)),
            class_="proof",
        ),
        plan_data([one], kit),
    ]
    return Page(file_of_plan(plan), str(plan.title), joined(body), PLAN_SCRIPTS, look_of(plan.group))


def _shorts(plan: Plan, kit: Kit) -> list[str]:
    return [str(kit.library.sources[key].short) for key in plan.evidence.sources]


def _week(week: Week, one: Known, kit: Kit) -> Markup:
    """Open in the first week: the others are a tap away, and are there without scripts."""
    numbers = one.weeks[week.number - 1]
    days = [
        tag(
            "div",
            tag("dt", kit.words.say(f"plan.days.{day.day.value}")),
            tag("dd", _day(day, numbers[place], one, kit)),
            data_day=place,
        )
        for place, day in enumerate(week.days)
    ]
    return tag(
        "details",
        tag(
            "summary",
            tag("b", kit.say("phone.plan.week", n=week.number)),
            " ",
            tag("span", kit.say("phone.plan.minutes", n=week.minutes)),
        ),
        tag("dl", days, class_="days"),
        open=week.number == 1,
        class_="week",
        data_week=week.number - 1,
    )


def _day(day: Daily, numbers: Sequence[int], one: Known, kit: Kit) -> Child:
    """What falls on a day; a session that has cards leads to them, with the doses of this week."""
    if not numbers:
        return kit.say("phone.plan.rest" if day.rest else "phone.plan.free")
    found = [(number, one.items[number]) for number in numbers]
    return tag("ul", [tag("li", _item(item), data_item=number) for number, item in found])


def _item(item: tuple[str, str, str, str]) -> Child:
    name, _, file, said = item
    return [tag("a", name, href=file) if file else tag("b", name), " ", tag("span", said)]


def _growing(courses: tuple[Course, ...], kit: Kit) -> Markup | None:
    """The doses of each exercise, stage by stage."""
    parts = [_course(course, kit) for course in courses if course.exercises]
    if not parts:
        return None
    return tag("section", tag("h2", kit.say("phone.plan.grows")), parts)


def _course(course: Course, kit: Kit) -> Markup:
    moving = [card for card in course.cards if isinstance(card.body, Movement)]
    rows = []
    for place, card in enumerate(moving):
        stages = [
            tag(
                "li",
                kit.say(
                    "phone.plan.doses",
                    weeks=weeks_said(kit.words, stage.weeks),
                    dose=dose_said(kit.words, stage.doses[place]),
                ),
            )
            for stage in course.stages
        ]
        rows.append(tag("li", tag("a", card.title, href=page_name(str(card.id))), tag("ul", stages)))
    return tag("details", tag("summary", tag("b", course.session.name)), tag("ul", rows, class_="doses"), class_="week")
