"""A session of a plan is led through with the doses of its weeks, and says them without scripts."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.phone.kit import Kit
from publisher.phone.session_page import grown_sessions, session_page
from publisher.plan_words import weeks_said
from publisher.plans import schedule
from tests.factories import the_library
from tests.phone.reading import Read


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop)


def sessions(plan: str):
    library = the_library()
    return [*grown_sessions(schedule(library.plans[plan], library.publications, library.cards))]


def test_every_session_with_cards_has_a_page_for_each_of_its_stages() -> None:
    library = the_library()
    worked = schedule(library.plans["eight-weeks"], library.publications, library.cards)
    found = sessions("eight-weeks")

    assert [(one.course, one.stage) for one in found] == [
        (course, stage) for course in worked.courses if course.cards for stage in course.stages
    ]
    assert len({one.file for one in found}) == len(found)
    assert "session.eight-weeks-1-4.html" in {one.file for one in found}


@pytest.mark.parametrize("grown", [*sessions("eight-weeks"), *sessions("downhill-build-up")], ids=lambda one: one.file)
def test_a_session_leads_through_the_doses_of_its_weeks(grown, kit) -> None:
    read = Read(session_page(grown, kit).body)
    session = read.data["session"]

    assert weeks_said(kit.words, grown.stage.weeks) in session["title"]
    for place, dose in enumerate(grown.stage.doses):
        own = [block for block in session["low"] if block["c"] == place]
        done = [block for block in own if block["k"] in {"reps", "time"}]
        assert len(done) == dose.sets.low * dose.sides.count
        if dose.reps is not None:
            assert {block["n"] for block in done} == {dose.reps.low}
        else:
            assert {block["s"] for block in done} == {dose.seconds.low}


def test_doses_grow_from_stage_to_stage(kit) -> None:
    first, second, *_ = (one for one in sessions("eight-weeks") if one.course.session.name == "Strength A")
    lasts = [
        sum(block["s"] for block in Read(session_page(one, kit).body).data["session"]["low"]) for one in (first, second)
    ]

    assert lasts[0] < lasts[1]
    assert first.stage.minutes < second.stage.minutes


def test_every_card_stands_there_with_its_dose_and_a_way_to_it(kit) -> None:
    for grown in sessions("eight-weeks"):
        read = Read(session_page(grown, kit).body)
        links = {one["href"] for one in read.all("a")}
        doses = [one for one in read.all("div") if one.get("class") == "dose"]
        assert {f"{card.id}.html" for card in grown.cards} <= links
        assert len(doses) == sum(isinstance(card.body, Movement) for card in grown.cards)
        assert "days a week" not in read.text  # the plan has its own
