"""What the script knows of a plan is what the plan comes to, day by day."""

from __future__ import annotations

import pytest

from publisher.phone.kit import Kit
from publisher.phone.plan_page import plan_pages
from publisher.phone.today import known, said_of
from tests.factories import the_library
from tests.phone.reading import Read


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop, [])


@pytest.mark.parametrize("name", ["eight-weeks", "downhill-build-up"])
def test_every_day_holds_what_the_plan_says_in_its_order(name: str, kit) -> None:
    one = known(the_library().plans[name], kit)

    for week, numbers in zip(one.worked.weeks, one.weeks, strict=True):
        for day, found in zip(week.days, numbers, strict=True):
            items = [one.items[number] for number in found]
            assert [(item[0], item[3]) for item in items] == [
                (str(item.session.name), said_of(item, kit)) for item in day.items
            ]


@pytest.mark.parametrize("name", ["eight-weeks", "downhill-build-up"])
def test_a_session_is_known_by_the_title_that_its_page_logs(name: str, kit) -> None:
    plan = the_library().plans[name]
    one = known(plan, kit)
    pages = {page.name: Read(page.body) for page in plan_pages(plan, kit)}

    led = [item for item in one.items if item[2]]
    assert led
    for _, title, file, _ in led:
        assert pages[file].data["session"]["title"] == title
    assert {item["title"] for item in pages[f"plan.{name}.html"].data["plans"]["plans"][0]["items"]} == {
        item[1] for item in one.items
    }
