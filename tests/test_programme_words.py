"""A programme in words."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Side
from publisher.problems import Phrase
from publisher.programme_words import (
    PAIN,
    USUAL,
    aim_of,
    as_pictured,
    checked_said,
    cited,
    days_a_week,
    days_asked,
    given_said,
    length_said,
    other_days,
    remembered,
    tick_said,
    time_said,
    times_said,
    usual_lines,
    usual_purpose,
    weeks_asked,
)
from publisher.programmes import Handout, exercises_of
from publisher.rules.reading_ease import grade
from publisher.rules.texts import sentences, words
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import ON, a_clinic, a_programme, an_exercise, handed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.model.programme import Prescribed
    from publisher.programmes import Exercise

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 3, 30)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ""),
        ({"side": Side.RIGHT}, "Right side only."),
        ({"days": (Day.MONDAY,)}, "On Monday."),
        ({"days": (Day.MONDAY, Day.THURSDAY, Day.SATURDAY)}, "On Monday, Thursday and Saturday."),
        ({"start": FIRST}, "From 2 March 2026."),
        ({"stop": LAST}, "Until 30 March 2026."),
        ({"start": FIRST, "stop": LAST}, "From 2 March 2026 to 30 March 2026."),
        ({"note": Phrase("Slowly.")}, "Slowly."),
        ({"note": Phrase("Slowly")}, "Slowly."),
        ({"note": Phrase("Ready? Then “go!”")}, "Ready? Then “go!”"),
        ({"side": Side.LEFT, "note": Phrase("Slowly.")}, "Left side only. Slowly."),
    ],
)
def test_side_days_dates_and_note_are_sentences(given: dict[str, object], said: str) -> None:
    assert times_said(the_words(), an_exercise("plank", **given)) == said


# --- Side, load, days and a note, each in its place ---


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ["When: 2 to 3 days a week"]),
        ({"days": (Day.MONDAY,)}, ["When: Monday"]),
        ({"start": FIRST}, ["When: 2 to 3 days a week", "Dates: from 2 March 2026"]),
        ({"stop": LAST}, ["When: 2 to 3 days a week", "Dates: until 30 March 2026"]),
        ({"start": FIRST, "stop": LAST}, ["When: 2 to 3 days a week", "Dates: 2 March 2026 to 30 March 2026"]),
        (
            {"side": Side.LEFT, "dose": DosePart(load=Phrase("2 kg"))},
            ["Side: left only", "Load: 2 kg", "When: 2 to 3 days a week"],
        ),
    ],
)
def test_side_load_days_and_dates_are_labelled_in_one_order(given: dict[str, object], said: list[str]) -> None:
    (exercise,) = exercises_of(a_programme(an_exercise("step-down", **given)), the_library().cards)

    assert [" ".join(each) for each in given_said(the_words(), exercise)] == said
    # Where the page says for all how often a week, days that were named are still told.
    without = [each for each in said if each != "When: 2 to 3 days a week"]
    assert [" ".join(each) for each in given_said(the_words(), exercise, days=False)] == without


# --- Days ---

NAMED = (Day.MONDAY, Day.FRIDAY)
TICK = "Tick each day you do the exercises."
DUE = "Tick each day you do any of them. Each exercise says how often."


def worked_out(*exercises: Prescribed) -> tuple[Exercise, ...]:
    return exercises_of(a_programme(*exercises), the_library().cards)


def on_days(card: str, low: int, high: int) -> Prescribed:
    return an_exercise(card, dose=DosePart(days_a_week=Range(low, high)))


@pytest.mark.parametrize(
    ("exercises", "weeks"),
    [
        ([an_exercise("plank")], None),
        ([an_exercise("plank", stop=ON + dt.timedelta(days=13))], 2),
        ([an_exercise("plank", stop=ON + dt.timedelta(days=14))], 3),
        ([an_exercise("plank", stop=ON - dt.timedelta(days=9))], 1),
        ([an_exercise("plank", stop=ON), an_exercise("bird-dog")], None),
        ([an_exercise("plank", dose=DosePart(weeks=Range(4, 6))), an_exercise("bird-dog", stop=ON)], 6),
        ([an_exercise("quick-short-steps")], None),
    ],
)
def test_weeks_end_with_the_last_exercise_that_has_an_end(exercises: list[Prescribed], weeks: int | None) -> None:
    handout = handed(a_programme()).handout._replace(exercises=worked_out(*exercises), on=ON)

    assert weeks_asked(handout) == weeks


@pytest.mark.parametrize(
    ("exercises", "said"),
    [
        ([an_exercise("plank"), an_exercise("bird-dog")], f"{TICK} Aim for 2 to 3 ticks a week."),
        ([on_days("plank", 1, 1)], f"{TICK} Aim for 1 tick a week."),
        ([an_exercise("slow-breathing")], f"{TICK} Aim for 7 ticks a week."),
        ([an_exercise("plank"), on_days("bird-dog", 3, 4)], DUE),
        ([an_exercise("plank"), an_exercise("leg-swings")], DUE),
        (
            [an_exercise("plank", days=NAMED), an_exercise("bird-dog", days=NAMED)],
            f"{TICK} Your days: Monday and Friday.",
        ),
        (
            [an_exercise("plank", days=NAMED), an_exercise("bird-dog")],
            "Tick each day you do any of them. Plank: Monday and Friday. The others: 2 to 3 days a week.",
        ),
        ([an_exercise("leg-swings")], TICK),
        (
            [an_exercise("plank"), an_exercise("quick-short-steps")],
            f"{TICK} Aim for 2 to 3 ticks a week.",
        ),
    ],
)
def test_how_many_ticks_a_week_is_said_as_the_doses_say(exercises: list[Prescribed], said: str) -> None:
    assert tick_said(the_words(), worked_out(*exercises)) == said


def test_an_exercise_with_a_row_of_its_own_says_its_own_ticks_unless_its_days_are_named() -> None:
    plank, bird, cue = (
        worked_out(one)[0]
        for one in (on_days("plank", 3, 3), an_exercise("bird-dog", days=NAMED), an_exercise("quick-short-steps"))
    )

    assert [aim_of(the_words(), one) for one in (plank, bird, cue)] == ["Aim for 3 ticks a week.", "", ""]


def test_days_are_marked_where_each_exercise_has_its_own() -> None:
    first, second = an_exercise("plank", days=NAMED), an_exercise("bird-dog", days=(Day.SUNDAY,))

    assert days_asked(worked_out(first, second, an_exercise("quick-short-steps"))) == (*NAMED, Day.SUNDAY)
    assert days_asked(worked_out(first, an_exercise("bird-dog"))) == tuple(Day)
    assert days_asked(worked_out(an_exercise("quick-short-steps"))) == tuple(Day)


def test_the_fewest_and_the_most_days_are_of_all_doses() -> None:
    assert days_a_week(worked_out(on_days("plank", 1, 2), on_days("bird-dog", 4, 5))) == Range(1, 5)
    assert days_a_week(worked_out(an_exercise("leg-swings"))) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Do all of it on 2 to 3 days a week.", 0),
        ("Do all of it on 5 days a week.", 1),
        ("Do all of it on 1 day a week.", 1),
        ("Do all of it on 1 to 4 days a week.", 0),
        ("Do it on 12 days a week.", 1),
        ("Rest for 2 days.", 0),
    ],
)
def test_a_line_that_tells_other_days_than_the_doses_is_found(line: str, told: int) -> None:
    programme = a_programme(an_exercise("plank"), remember=(a_phrase(line),))

    found = [*other_days(the_words(), programme, exercises_of(programme, the_library().cards))]

    assert [problem.name for problem in found] == ["other-days"] * told


def test_no_line_can_differ_from_doses_without_days() -> None:
    programme = a_programme(an_exercise("leg-swings"), move_on=a_phrase("Then on 5 days a week."))

    assert [*other_days(the_words(), programme, exercises_of(programme, the_library().cards))] == []


# --- What is told beside the exercises ---


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        (["plank"], "1 exercise, about 2 minutes each time."),
        (["plank", "bird-dog", "quick-short-steps"], "2 exercises and 1 tip, about 4 minutes each time."),
        (["quick-short-steps", "look-ahead"], "2 tips."),
    ],
)
def test_what_is_only_read_is_counted_as_a_tip(cards: list[str], said: str) -> None:
    programme = a_programme(*map(an_exercise, cards))
    handout = Handout(programme, exercises_of(programme, the_library().cards), (), ON)

    assert length_said(the_words(), handout) == said


def test_a_programme_that_says_nothing_gets_3_lines_with_their_sources() -> None:
    heading, texts = remembered(the_words(), a_programme())

    assert heading == "3 things to remember"
    assert texts == (*usual_lines(the_words()), the_words().say("handout.remember.pain"))
    assert cited(the_words(), a_programme()) == ("pain-rule-page",)
    assert {*PAIN, *(key for keys in USUAL.values() for key in keys)} <= {*the_library().sources}


def test_own_lines_bring_their_own_sources_and_no_others() -> None:
    own = {"remember": (a_phrase("Pain at 0 to 3? Go on."),), "move_on": a_phrase("Ask us.")}

    assert cited(the_words(), a_programme(**own)) == ()
    assert cited(the_words(), a_programme(**own, sources=(Phrase("acsm-2009"),))) == ("acsm-2009",)


def test_what_pain_is_fine_comes_last_unless_a_programme_has_words_of_its_own_for_it() -> None:
    words = the_words()
    plain, told = (a_programme(remember=(a_phrase(line),)) for line in ("Slowly.", "Pain at 0 to 3? Go on."))
    pain, short = (words.say(f"handout.remember.{name}") for name in ("pain", "pain_in_short"))

    assert remembered(words, plain) == ("2 things to remember", ("Slowly.", pain))
    assert remembered(words, plain, short=True)[1] == ("Slowly.", short)
    assert remembered(words, told)[1] == ("Pain at 0 to 3? Go on.",)
    assert cited(words, plain)[0] == "pain-rule-page"
    # Every band, what the ends of the scale are, and what it is to ease off.
    assert all(part in pain for part in ("0 = no pain", "10 = the worst pain", "0 to 3", "4 or 5", "fewer", "Over 5"))


def test_minutes_are_those_of_the_fullest_day_with_nothing_left_to_add_up() -> None:
    words, twice, monday = the_words(), DosePart(per_day=Range(2, 2)), (Day.MONDAY,)

    def said(*given: Prescribed) -> str:
        programme = a_programme(*given)
        return length_said(words, Handout(programme, exercises_of(programme, the_library().cards), (), ON))

    # 2 minutes each, once through.
    assert said(an_exercise("plank"), an_exercise("bird-dog")) == "2 exercises, about 4 minutes each time."
    both = [an_exercise(name, dose=twice) for name in ("plank", "bird-dog")]
    assert said(*both) == "2 exercises, 2 times a day, about 4 minutes each time."
    assert said(both[0], an_exercise("bird-dog")) == "2 exercises, about 6 minutes each time."
    apart = an_exercise("plank", days=monday), an_exercise("bird-dog", days=(Day.FRIDAY,), dose=twice)
    assert said(*apart) == "2 exercises, about 4 minutes on the day with most to do."
    assert time_said(words, the_library().cards["plank"].body.dose) == "About 2 minutes."
    assert time_said(words, the_library().cards["plank"].body.dose._replace(per_day=Range(2, 2))).endswith("each time.")


def said_in(table: Mapping[str, object] | str) -> Iterator[str]:
    if isinstance(table, str):
        yield re.sub(r"\{\w+\}", "3", table)
    else:
        for inner in table.values():
            yield from said_in(inner)


def test_all_that_a_handout_says_of_its_own_reads_at_grade_6() -> None:
    texts = [text for text in said_in(the_words().table["handout"]) if len(words(text)) > 4]

    assert {text: grade([text]) for text in texts if grade([text]) > 6} == {}
    assert [one for text in texts for one in sentences(text) if len(words(one)) > 15] == []


# --- What it is for ---


@pytest.mark.parametrize(
    ("cards", "purpose"),
    [
        (["plank", "step-down"], "Make your belly and thighs strong, for a back that hurts after running downhill."),
        (
            ["plank", "step-down", "childs-pose-side-bend"],
            "Move and train your belly, thighs and back, for a back that hurts",
        ),
        (["quick-short-steps"], "What to know and do about a back that hurts after running downhill."),
        (["plank", "quick-short-steps"], "Make your belly strong, for a back that hurts after running downhill."),
    ],
)
def test_what_it_is_for_comes_from_its_exercises_where_nobody_said_it(cards: list[str], purpose: str) -> None:
    assert usual_purpose(the_words(), [the_library().cards[card] for card in cards]).startswith(purpose)


# --- Who has checked it ---

BY = a_phrase("Jo Lee, physiotherapist")
YESTERDAY, NEXT = ON - dt.timedelta(days=1), dt.date(2027, 3, 2)
UNCHECKED = "Words and pictures come from Surefoot, an open library. No health professional has signed them yet."


def checked(programme: dict[str, object], clinic: dict[str, object], **more: object) -> str:
    job = handed(a_programme(**programme), clinic=a_clinic(**clinic))
    return checked_said(the_words(), job.handout._replace(**more))


def signed(**more: object) -> dict[str, object]:
    return {"reviewed_by": BY, "reviewed": YESTERDAY, **more}


@pytest.mark.parametrize("whose", [({}, signed(next_review=NEXT)), (signed(next_review=NEXT), {})])
def test_a_check_is_told_with_its_day_and_the_next(whose: tuple[dict[str, object], dict[str, object]]) -> None:
    assert checked(*whose) == "Checked by Jo Lee, physiotherapist, 1 March 2026. Next check: 2 March 2027."


def test_the_check_of_the_programme_goes_before_that_of_the_clinic() -> None:
    own = checked(signed(reviewed_by=a_phrase("Ada Ray")), signed())

    assert own == "Checked by Ada Ray, 1 March 2026."


@pytest.mark.parametrize("late", [{"next_review": YESTERDAY}, {"reviewed": NEXT}])
def test_a_check_that_does_not_hold_on_that_day_is_none(late: dict[str, object]) -> None:
    assert checked({}, signed(**late)) == f"Mia Novak, physiotherapist, chose these exercises for you. {UNCHECKED}"


def test_on_the_day_of_the_next_check_it_still_holds() -> None:
    assert "Next check: 2 March 2026." in checked({}, signed(next_review=ON))


def test_without_anybody_who_chose_them_it_says_only_that_nobody_has_reviewed_the_cards() -> None:
    assert checked({}, {}, by="") == UNCHECKED


@pytest.mark.parametrize(
    ("card", "load", "seen"),
    [
        ("step-up", "4 kg in a backpack", "4 kg in a backpack. The picture shows it without the weight."),
        ("deadlift", "6 kg in each hand", "6 kg in each hand"),
        ("pallof-press", "a red band", "a red band"),
    ],
)
def test_a_picture_without_the_weight_that_was_set_says_so(card: str, load: str, seen: str) -> None:
    programme = a_programme(an_exercise(card, dose=DosePart(load=Phrase(load))))
    (exercise,) = exercises_of(programme, the_library().cards)

    assert as_pictured(the_words(), exercise, exercise.card.body.dose).load == seen
