"""A plan: its rules, its weeks day by day, and how its doses grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Movement
from publisher.phone.frame import Page
from publisher.phone.kit import look_of
from publisher.phone.links import page_name
from publisher.phone.markup import Markup, joined, tag
from publisher.phone.session_page import grown_sessions, session_page
from publisher.plan_words import dose_said, weeks_said
from publisher.plans import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.model.plan import Plan
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Child
    from publisher.phone.session_page import Grown
    from publisher.plans import Course, Daily, Item, Schedule, Week


def file_of_plan(plan: Plan) -> str:
    """The name of its page."""
    return f"plan.{plan.id}.html"


def plan_pages(plan: Plan, kit: Kit) -> Iterator[Page]:
    """The page of one plan, and those of its sessions as they grow."""
    worked = schedule(plan, kit.library.publications, kit.library.cards)
    sessions = [*grown_sessions(worked)]
    yield _plan_page(worked, sessions, kit)
    yield from (session_page(grown, kit) for grown in sessions)


def _plan_page(worked: Schedule, sessions: Sequence[Grown], kit: Kit) -> Page:
    plan, say = worked.plan, kit.words.say
    files = {
        (str(grown.course.session.name), week): grown.file
        for grown in sessions
        for week in range(grown.stage.weeks.first, grown.stage.weeks.last + 1)
    }
    pain = [("plan.carry_on", plan.pain.carry_on), ("plan.ease_off", plan.pain.ease_off), ("plan.stop", plan.pain.stop)]
    body = [
        tag("h1", plan.title),
        tag("p", plan.subtitle, class_="purpose") if plan.subtitle else None,
        tag("h2", kit.say("phone.plan.how")),
        tag("ul", [tag("li", rule) for rule in plan.how]),
        [_week(week, files, kit) for week in worked.weeks],
        _growing(worked.courses, kit),
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
    ]
    return Page(file_of_plan(plan), str(plan.title), joined(body), (), look_of(plan.group))


def _shorts(plan: Plan, kit: Kit) -> list[str]:
    return [str(kit.library.sources[key].short) for key in plan.evidence.sources]


def _week(week: Week, files: Mapping[tuple[str, int], str], kit: Kit) -> Markup:
    """Open in the first week: the others are a tap away, and are there without scripts."""
    own = {name: file for (name, number), file in files.items() if number == week.number}
    days = [
        tag("div", tag("dt", kit.words.say(f"plan.days.{day.day.value}")), tag("dd", _day(day, own, kit)))
        for day in week.days
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
    )


def _day(day: Daily, files: Mapping[str, str], kit: Kit) -> Child:
    if not day.items:
        return kit.say("phone.plan.rest" if day.rest else "phone.plan.free")
    return tag("ul", [tag("li", _item(item, files, kit)) for item in day.items])


def _item(item: Item, files: Mapping[str, str], kit: Kit) -> Child:
    """A session of a day; one that has cards leads to them, with the doses of this week."""
    name = item.session.name
    downhill = [", ", kit.say("phone.plan.downhill", n=item.downhill)] if item.downhill else None
    return [
        tag("a", name, href=files[name]) if name in files else tag("b", name),
        " ",
        tag("span", kit.say("phone.minutes", n=item.minutes), downhill),
    ]


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
