"""What is for today: the part of a page that shows a plan that was begun, and what the script must know of plans.

The weeks of a plan count from the day on which somebody began, whichever it is: each holds seven days, and each day
keeps the sessions of its weekday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.phone.links import file_of_plan
from publisher.phone.markup import Markup, data, tag
from publisher.phone.session_page import grown_sessions, session_title
from publisher.plans import schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.plan import Plan
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Child, Data
    from publisher.plans import Item, Schedule

# In this order: the second uses the first.
PLAN_SCRIPTS = ("store.js", "plan.js")
_WORDS = ("where", "over", "done", "did", "noted", "not_kept", "rest", "free")


class Known(NamedTuple):
    """A plan as its days are shown: every different thing to do, and by week and day the numbers of those."""

    worked: Schedule
    items: tuple[tuple[str, str, str, str], ...]
    weeks: tuple[tuple[tuple[int, ...], ...], ...]


def known(plan: Plan, kit: Kit) -> Known:
    """Work a plan out. An item is its name, the title by which the log knows it, its page or nothing, and how long."""
    worked = schedule(plan, kit.library.publications, kit.library.cards)
    grown = {
        (str(one.course.session.name), week): one
        for one in grown_sessions(worked)
        for week in range(one.stage.weeks.first, one.stage.weeks.last + 1)
    }
    items: dict[tuple[str, str, str, str], int] = {}
    weeks = []
    for week in worked.weeks:
        days = []
        for day in week.days:
            numbers = []
            for item in day.items:
                name = str(item.session.name)
                led = grown.get((name, week.number))
                title = session_title(led, kit) if led else name
                numbers.append(items.setdefault((name, title, led.file if led else "", said_of(item, kit)), len(items)))
            days.append(tuple(numbers))
        weeks.append(tuple(days))
    return Known(worked, tuple(items), tuple(weeks))


def said_of(item: Item, kit: Kit) -> str:
    """How long it takes, and how much of it leads downhill."""
    parts = [kit.say("phone.minutes", n=item.minutes)]
    if item.downhill:
        parts.append(kit.say("phone.plan.downhill", n=item.downhill))
    return kit.words.say("comma").join(parts)


def plan_data(plans: Sequence[Known], kit: Kit) -> Markup:
    """Plans as the script reads them."""
    words = {name: kit.words.say(f"phone.plan.{name}") for name in _WORDS}
    return data("plans", {"words": words, "plans": [_plan(one) for one in plans]})


def _plan(one: Known) -> dict[str, Data]:
    plan, names = one.worked.plan, ("name", "title", "file", "said")
    return {
        "id": str(plan.id),
        "title": str(plan.title),
        "file": file_of_plan(plan),
        "rest": [place for place, day in enumerate(one.worked.weeks[0].days) if day.rest],
        "items": [dict(zip(names, item, strict=True)) for item in one.items],
        "weeks": one.weeks,
    }


def today_on_the_first_page(kit: Kit) -> Markup:
    """Shown once a plan was begun."""
    way = tag("p", tag("a", data_way=True, href="#in-plans"), class_="see")
    return _today(kit, "", None, way)


def today_on_its_plan(plan: Plan, kit: Kit) -> Markup:
    """Offers to begin, and says where somebody is who did."""
    say = kit.say
    offer = tag(
        "div",
        tag("p", say("phone.plan.offer")),
        tag("p", say("phone.plan.other"), data_other=True, hidden=True),
        tag("button", say("phone.plan.start"), type="button", class_="go", data_start=True),
        data_offer=True,
    )
    end = tag(
        "details",
        tag("summary", say("phone.plan.stop")),
        tag("p", say("phone.plan.stop_says")),
        tag("button", say("phone.plan.stop_yes"), type="button", class_="quiet", data_stop=True),
        data_quit=True,
        hidden=True,
    )
    return _today(kit, str(plan.id), offer, end)


def _today(kit: Kit, plan: str, before: Child, after: Child) -> Markup:
    return tag(
        "section",
        tag("h2", kit.say("phone.plan.today"), id="in-today", tabindex="-1", data_head=True),
        before,
        tag(
            "div",
            tag("p", data_where=True, class_="hint"),
            tag("p", data_none=True, class_="lead", hidden=True),
            tag("ul", data_today=True, class_="tiles"),
            data_run=True,
            hidden=True,
        ),
        tag("p", role="status", data_said=True, class_="told"),
        after,
        data_plan=plan,
        aria_labelledby="in-today",
        class_="today",
        hidden=True,
    )
