"""What a patient is told has changed: every field that is read, as it was and as it is."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.model.dose import Range, Tempo
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Programme, Side
from publisher.problems import Phrase
from publisher.programme_changes import changes_said, dropped_said
from publisher.programmes import Changes, Version, exercises_of
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import a_programme, an_exercise, handed

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 3, 30)
BASE = DosePart(sets=Range(2, 2), reps=Range(8, 8), rest=Range(30, 30), days_a_week=Range(3, 3))
STEPS = tuple(map(Phrase, ("Up.", "Tuck.", "Hold still.", "Down.")))


def told(before: Programme, after: Programme) -> list[str]:
    versions = (Version(each, exercises_of(each, the_library().cards)) for each in (before, after))
    return changes_said(the_words(), Changes(*versions))


def of_exercise(before: dict[str, object], after: dict[str, object], card: str = "step-down") -> list[str]:
    """What is told of one exercise, without its title."""
    said = told(*(a_programme(an_exercise(card, **{"dose": BASE, **given})) for given in (before, after)))
    title = str(the_library().cards[card].title)
    return [line.removeprefix(f"{title}. ") for line in said]


def test_new_ones_and_those_that_are_done_with_are_one_line_each() -> None:
    before = a_programme(*map(an_exercise, ("plank", "superman", "bird-dog")))
    after = a_programme(*map(an_exercise, ("plank", "step-up", "dead-bug")))

    assert told(before, after) == ["New: Step-up with knee lift and Dead bug.", "No more: Bird-dog and Superman."]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"sets": Range(4, 4)}, "It was 2 sets. Now: 4 sets."),
        ({"sets": Range(1, 1)}, "It was 2 sets of 8. Now: 8 times."),
        ({"reps": Range(8, 10)}, "It was 2 sets of 8. Now: 2 sets of 8 to 10."),
        ({"reps": None, "seconds": Range(30, 30)}, "It was 2 sets of 8. Now: 2 sets of 30 s."),
        ({"load": Phrase("2 kg")}, "Load: it was none. Now: 2 kg."),
        ({"hold": Range(5, 5)}, "Hold: it was none. Now: 5 seconds."),
        ({"tempo": Tempo(4, 1, 2)}, "Speed: it was 3 seconds down, 1 up. Now: 4 seconds down, 1 hold, 2 up."),
        ({"rest": Range(60, 60)}, "Rest: it was 30 seconds. Now: 1 minute."),
        ({"effort": Phrase("easy")}, "How hard: it was not set. Now: easy."),
        ({"per_day": Range(2, 2)}, "Times a day: it was 1. Now: 2."),
        ({"days_a_week": Range(5, 5)}, "Days: it was 3 days a week. Now: 5 days a week."),
        ({"weeks": Range(6, 6)}, "For how long: it was not set. Now: 6 weeks."),
        ({"when": Phrase("after a run")}, "When: it was not set. Now: after a run."),
    ],
)
def test_each_part_of_a_dose_is_told_as_it_was_and_as_it_is(part: dict[str, object], said: str) -> None:
    (line,) = of_exercise({}, {"dose": BASE._replace(**part)})

    assert said in line


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {"side": Side.LEFT}, "It was both legs. Now: the left side only."),
        ({"side": Side.LEFT}, {"side": Side.RIGHT}, "It was the left side only. Now: the right side only."),
        ({"side": Side.LEFT}, {}, "It was the left side only. Now: both legs."),
        ({}, {"days": (Day.MONDAY, Day.FRIDAY)}, "Days: it was 3 days a week. Now: Monday and Friday."),
        ({}, {"start": FIRST}, "First day: it was not set. Now: 2 March 2026."),
        ({"stop": FIRST}, {"stop": LAST}, "Last day: it was 2 March 2026. Now: 30 March 2026."),
        ({}, {"note": Phrase("Use a rail")}, "New note: Use a rail."),
        ({"note": Phrase("Use a rail.")}, {}, "The note of last time is gone. Not sure? Ask us."),
        ({"note": Phrase("Slow.")}, {"note": Phrase("Fast.")}, "New note: Fast."),
        ({"dose": BASE._replace(load=Phrase("2 kg"))}, {}, "Load: it was 2 kg. Now: none."),
    ],
)
def test_what_is_one_person_s_alone_is_told(before: dict[str, object], after: dict[str, object], said: str) -> None:
    given = {"dose": BASE._replace(days_a_week=None)} if "days" in after else {}

    assert of_exercise(before, {**given, **after}) == [said]


def test_a_side_and_days_are_told_beside_another_dose() -> None:
    after = {"dose": DosePart(sets=Range(3, 3), reps=Range(8, 8), rest=Range(30, 30)), "side": Side.LEFT}

    (line,) = of_exercise({}, {**after, "days": (Day.MONDAY,), "note": Phrase("Slow.")})

    assert line.startswith(
        "It was 2 sets. Now: 3 sets. It was both legs. Now: the left side only. "
        "Days: it was 3 days a week. Now: Monday."
    )
    assert line.endswith("New note: Slow.")


def test_steps_in_other_words_are_told_by_their_numbers() -> None:
    one, two = (an_exercise("plank", steps=steps) for steps in (STEPS, (*STEPS[:2], *map(Phrase, ("Rest.", "Up.")))))

    assert told(a_programme(one), a_programme(two)) == ["Plank. Steps 3 and 4 are new. Read them again."]
    assert told(a_programme(one), a_programme(an_exercise("plank", steps=(Phrase("On."), *STEPS[1:])))) == [
        "Plank. Step 1 is new. Read it again."
    ]


def test_the_same_dose_written_another_way_is_no_change() -> None:
    sets = the_library().cards["plank"].body.dose.sets
    written = an_exercise("plank", dose=DosePart(sets=sets, per_day=Range(1, 1)))

    assert told(a_programme(an_exercise("plank")), a_programme(written)) == []


def test_another_order_on_the_page_is_told_and_one_in_the_file_is_not() -> None:
    lying = a_programme(*map(an_exercise, ("dead-bug", "single-leg-bridge", "step-down")))
    turned = a_programme(*map(an_exercise, ("single-leg-bridge", "step-down", "dead-bug")))
    same = a_programme(*map(an_exercise, ("step-down", "dead-bug", "single-leg-bridge")))

    assert told(lying, turned) == ["New order: Step-down, Single-leg bridge and Dead bug."]
    assert told(lying, same) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            {"remember": tuple(map(a_phrase, ("Rest.", "Pain over 5? Stop.")))},
            {"remember": tuple(map(a_phrase, ("Rest.", "Pain over 3? Stop.")))},
            ["Remember now: Pain over 3? Stop."],
        ),
        (
            {"move_on": a_phrase("Light? Add 1 set")},
            {"move_on": a_phrase("Light? Call us.")},
            ["When to do more, now: Light? Call us."],
        ),
        (
            {"purpose": a_phrase("Strong legs.")},
            {"purpose": a_phrase("A calm back.")},
            ["What it is for, now: A calm back."],
        ),
        (
            {"remember": tuple(map(a_phrase, ("Rest.", "Hold the rail.")))},
            {"remember": (a_phrase("Rest."),)},
            ["There is less to remember. Read it again."],
        ),
        ({}, {"next_review": LAST}, ["Next review: it was not set. Now: 30 March 2026."]),
        ({"title": a_phrase("One")}, {"title": a_phrase("Two"), "sources": (Phrase("acsm-2009"),), "version": 2}, []),
    ],
)
def test_words_beside_the_exercises_are_told(
    before: dict[str, object], after: dict[str, object], said: list[str]
) -> None:
    assert told(a_programme(**before), a_programme(**after)) == said


def test_what_is_gone_is_told_to_who_hands_it_out_and_never_unsaid_on_the_page() -> None:
    then = a_programme(
        an_exercise("plank", note=Phrase("Hold the rail.")),
        remember=(a_phrase("Numb? Stop."),),
        move_on=a_phrase("Ask"),
    )
    now = a_programme(an_exercise("plank", note=Phrase("Slow.")), remember=(a_phrase("Rest."),))
    cards = the_library().cards
    versions = [Version(each, exercises_of(each, cards)) for each in (then, now)]

    gone = ["Hold the rail.", "Numb? Stop.", "Ask."]
    assert dropped_said(the_words(), Changes(*versions)) == [f"No longer there: {text}" for text in gone]
    assert not any(text.rstrip(".") in " ".join(told(then, now)) for text in gone)


def test_what_the_page_says_by_itself_is_told_by_what_is_new() -> None:
    said = told(a_programme(), a_programme(remember=(a_phrase("Rest."),)))

    assert said == ["Remember now: Rest."]


def test_a_tip_has_no_dose_and_may_have_a_note() -> None:
    one, two = (a_programme(an_exercise("quick-short-steps", **note)) for note in ({}, {"note": Phrase("Count.")}))

    assert told(one, two) == ["Quick, short steps. New note: Count."]


def test_a_handout_tells_what_went_before_and_nothing_where_nothing_did() -> None:
    now = a_programme(an_exercise("plank", note=Phrase("Slow.")))

    assert handed(now).handout.changes is None
    changes = handed(now, before=a_programme(an_exercise("plank"))).handout.changes
    assert changes_said(the_words(), changes) == ["Plank. New note: Slow."]
