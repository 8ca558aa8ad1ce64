"""What a clinic relies on in each programme that comes with us: it fits, it is plain, and it never says two things."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher import rules
from publisher.handouts import LAYOUTS, Occasion, bound_handout
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.model.printing import Ink
from publisher.programme_words import days_a_week, other_days, remembered
from publisher.programmes import LONG, MANY, dosed, exercises_of
from publisher.rules.reading_ease import grade
from publisher.rules.texts import said
from publisher.sessions import minutes_of
from tests.factories import the_library, the_words
from tests.programmes_at_hand import ON, a_clinic, a_shop

if TYPE_CHECKING:
    from publisher.model.programme import Programme
    from publisher.programmes import Exercise

PROGRAMMES = tuple(the_library().programmes.values())
EACH = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.id)
# What general guidance gives beyond a card: times of a set (ACSM 2009) and days of stretching, 2 to 3 or more (Garber
# 2011). Both are sources of the cards.
GUIDANCE = {"reps": ("acsm-2009", Range(8, 12)), "days_a_week": ("garber-2011", Range(2, 7))}


def exercises(programme: Programme) -> tuple[Exercise, ...]:
    return exercises_of(programme, the_library().cards)


def test_there_is_a_shelf_to_copy_from() -> None:
    assert 6 <= len(PROGRAMMES) <= 9


@EACH
@pytest.mark.parametrize(("paper", "ink"), [("a4", Ink.COLOUR), ("letter", Ink.COLOUR), ("a4", Ink.SAVER)])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_fits_in_every_layout_without_a_warning(layout: str, paper: str, ink: Ink, programme: Programme) -> None:
    shop = a_shop(paper)
    inked = shop._replace(choices=replace(shop.choices, ink=ink))
    bound = bound_handout(inked, programme, a_clinic(), None, Occasion(ON), LAYOUTS[layout])

    # No poster has what a person is to remember: whoever prints one is told.
    on_a_wall = {"left-out"} if layout in ("poster", "wall-chart") else set()
    assert bound.pages
    assert {warning.name for warning in bound.warnings} == on_a_wall


@EACH
def test_it_is_no_more_than_people_keep_up(programme: Programme) -> None:
    cards = [each.card for each in exercises(programme)]

    assert 3 <= len(cards) <= 6
    assert sum(isinstance(card.body, Movement) for card in cards) <= MANY
    assert minutes_of(cards) <= LONG
    assert not any("not-a-default" in card.tags for card in cards)


@EACH
def test_it_says_3_things_to_do_when_to_do_more_and_where_that_comes_from(programme: Programme) -> None:
    assert len(remembered(the_words(), programme)[1]) == 3
    assert programme.move_on
    assert programme.sources
    assert "not-yet-sourced" not in programme.sources


@EACH
def test_it_reads_at_grade_6_line_by_line(programme: Programme) -> None:
    texts = [str(one.text) for one in said(programme)]

    assert {text: grade([text]) for text in texts if grade([text]) > 6} == {}
    assert [*rules.broken_in_words(programme, the_library())] == []


@EACH
def test_days_agree_on_all_of_the_page(programme: Programme) -> None:
    done = [each for each in exercises(programme) if isinstance(each.card.body, Movement)]
    days = {each.card.body.dose.days_a_week for each in done}

    assert len(days) == (1 if done else 0)
    assert [*other_days(the_words(), programme, done)] == []
    for told in re.findall(r"(\d) to (\d) days", " ".join(programme.remember)):
        assert days_a_week(done) == Range(*map(float, told))


@EACH
def test_doses_stay_within_the_card_or_the_guidance_that_the_card_cites(programme: Programme) -> None:
    for each in programme.exercises:
        card = the_library().cards[each.card]
        for name, value in each.dose._asdict().items():
            if isinstance(value, Range):
                source, guided = GUIDANCE[name]
                assert source in card.evidence.sources
                assert guided.low <= value.low <= value.high <= guided.high
        if isinstance(card.body, Movement):
            assert dosed(card.body.dose, each.dose).sets == card.body.dose.sets


@EACH
def test_nobody_is_told_that_a_physiotherapist_has_checked_it(programme: Programme) -> None:
    assert programme.next_review is None
    assert not re.search(r"physio|checked|reviewed", " ".join(str(one.text) for one in said(programme)), re.IGNORECASE)


@EACH
def test_counted_exercises_are_as_many_as_there_are(programme: Programme) -> None:
    done = sum(isinstance(each.card.body, Movement) for each in exercises(programme))
    told = re.findall(r"(?:all|the) (\d)\b", " ".join(programme.remember))

    assert [int(number) for number in told] in ([], [done])


def test_without_kit_means_without_kit() -> None:
    programme = the_library().programmes["strong-at-home"]

    assert {thing for each in exercises(programme) for thing in each.card.equipment} <= {"a mat"}


def test_a_beginner_gets_the_first_level_alone() -> None:
    assert {each.card.level for each in exercises(the_library().programmes["first-steps"])} == {1}


def test_nothing_is_held_still_before_a_run() -> None:
    programme = the_library().programmes["warm-up-for-a-hill"]

    assert all(each.card.kind.value in {"warm-up", "form-cue"} for each in exercises(programme))
