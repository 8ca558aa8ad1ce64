"""Two programmes as one: what goes together, what does not, and that nothing is dropped without a word."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.library.programme_shapes import PROGRAMME
from publisher.library.programme_writing import written
from publisher.library.reading import read_tree
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.model.programme import MOST_EXERCISES, DosePart, Programme, Side
from publisher.problems import InputError, Phrase
from publisher.programme_joining import Joined, Prefer, counted_otherwise, joined, overlaid
from publisher.programme_words import usual_lines
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import ON, a_programme, an_exercise

MORE = DosePart(sets=Range(5, 5), reps=Range(8, 8))
NOTE = {"note": Phrase("Slowly.")}


def join(first: Programme, second: Programme, prefer: Prefer | None = None) -> Joined:
    first, second = first._replace(id=Phrase("one")), second._replace(id=Phrase("two"))
    return joined(the_words(), first, second, the_library().cards, prefer)


def with_lines(*lines: str, cards: tuple[str, ...] = ("plank",), **more: object) -> Programme:
    return a_programme(*map(an_exercise, cards), remember=tuple(map(a_phrase, lines)), **more)


def told(both: Joined) -> list[str]:
    return [f"{note.sentence} {note.hint}" for note in both.notes]


# --- Exercises ---


def test_the_exercises_of_the_second_come_after_those_of_the_first_each_once() -> None:
    both = join(
        a_programme(*map(an_exercise, ("plank", "dead-bug"))),
        a_programme(an_exercise("dead-bug"), an_exercise("step-up")),
    )

    assert [str(each.card) for each in both.programme.exercises] == ["plank", "dead-bug", "step-up"]
    assert both.notes == ()


@pytest.mark.parametrize(
    "given",
    [
        {"dose": MORE},
        {"dose": DosePart(load=Phrase("2 kg"))},
        {"side": Side.LEFT},
        {"days": (Day.MONDAY,)},
        {"start": ON},
        {"stop": ON},
    ],
)
def test_an_exercise_that_is_not_done_alike_is_told_with_both_and_stops_it(given: dict[str, object]) -> None:
    plain, other = an_exercise("step-down"), an_exercise("step-down", **given)

    for pair in ((plain, other), (other, plain)):
        with pytest.raises(InputError) as caught:
            join(*map(a_programme, pair))
        (problem,) = caught.value.problems
        assert problem.name == "not-alike"
        assert "`one` says" in problem.sentence
        assert "`two` says" in problem.sentence
        assert "--prefer first" in problem.hint


@pytest.mark.parametrize("prefer", Prefer)
def test_of_two_that_differ_the_preferred_counts_whole_and_the_other_is_told(prefer: Prefer) -> None:
    left = an_exercise("step-down", side=Side.LEFT, **NOTE)
    right = an_exercise("step-down", side=Side.RIGHT, dose=DosePart(load=Phrase("2 kg")))

    both = join(a_programme(left), a_programme(right), prefer)

    assert both.programme.exercises == ((left,) if prefer is Prefer.FIRST else (right,))
    assert [note.name for note in both.notes] == ["not-alike"]
    assert "Left side only" in both.notes[0].sentence
    assert "2 kg" in both.notes[0].sentence


def test_left_in_one_and_right_in_the_other_may_be_meant_for_both_sides() -> None:
    with pytest.raises(InputError) as caught:
        join(*(a_programme(an_exercise("step-down", side=side)) for side in Side))

    assert "For both sides, take `side` out of both files." in caught.value.problems[0].hint


def test_a_note_that_only_one_has_goes_with_both_and_two_notes_do_not() -> None:
    plain, noted = an_exercise("plank"), an_exercise("plank", **NOTE)

    assert join(a_programme(plain), a_programme(noted)).programme.exercises == (noted,)
    with pytest.raises(InputError):
        join(a_programme(noted), a_programme(an_exercise("plank", note=Phrase("Fast."))))


def test_the_same_dose_written_another_way_is_alike() -> None:
    sets = the_library().cards["plank"].body.dose.sets

    both = join(a_programme(an_exercise("plank")), a_programme(an_exercise("plank", dose=DosePart(sets=sets))))

    assert both.notes == ()


def test_more_exercises_than_there_may_be_are_refused() -> None:
    names = [name for name, card in the_library().cards.items() if isinstance(card.body, Movement)][
        : MOST_EXERCISES + 1
    ]
    half = len(names) // 2

    with pytest.raises(InputError) as caught:
        join(*(a_programme(*map(an_exercise, part)) for part in (names[:half], names[half:])))

    assert [problem.name for problem in caught.value.problems] == ["too-many"]


def test_more_than_people_keep_up_is_told() -> None:
    names = ("plank", "dead-bug", "bird-dog", "step-down", "side-plank", "step-up")

    both = join(*(a_programme(*map(an_exercise, part)) for part in (names[:3], names[3:])))

    assert [note.name for note in both.notes] == ["long-programme"]


# --- Words ---


def test_lines_to_remember_stand_there_once_and_as_many_as_there_may_be() -> None:
    both = join(with_lines("Rest.", "Breathe."), with_lines("Breathe.", "Smile.", "Sleep."))

    assert both.programme.remember == ("Rest.", "Breathe.", "Smile.")
    assert told(both) == ["a line to remember of `two` is left out. There may be 3."]
    assert [note.place for note in both.notes] == [a_phrase("Sleep.").place]


def test_of_two_lines_that_differ_in_their_numbers_alone_one_counts() -> None:
    one, two = with_lines("Pain over 3? Stop."), with_lines("Pain over 5? Stop.")

    assert join(one, two).programme.remember == ("Pain over 3? Stop.",)
    assert join(one, two, Prefer.SECOND).programme.remember == ("Pain over 5? Stop.",)
    assert "It says other numbers than: Pain over 3? Stop." in told(join(one, two))[0]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Do all 2 slowly.", False),
        ("Do all four on one day.", False),
        ("Do the 4 exercises slowly.", False),
        ("Do all 3 slowly.", True),
        ("Do all three slowly.", True),
        ("Do the 3 exercises slowly.", True),
        ("Keep it up for all 4 weeks.", True),
        ("Rest all day.", True),
    ],
)
def test_a_line_that_counts_other_exercises_is_left_out_and_told(line: str, *, stays: bool) -> None:
    both = join(with_lines(line, "Rest.", cards=("plank", "dead-bug")), with_lines("Rest.", cards=("bird-dog",)))

    assert (line in both.programme.remember) is stays
    assert [note.name for note in both.notes] == [] if stays else ["left-behind"]


def test_what_is_only_read_may_be_counted_or_not() -> None:
    for line in ("Do all 2.", "Do all 3."):
        both = join(with_lines(line, cards=("plank", "quick-short-steps")), with_lines("Rest.", cards=("dead-bug",)))
        assert line in both.programme.remember


def test_a_programme_without_lines_brings_the_usual_ones_as_far_as_there_is_room() -> None:
    both = join(with_lines("Breathe.", "Rest."), a_programme(an_exercise("dead-bug")))

    assert both.programme.remember == ("Breathe.", "Rest.", usual_lines(the_words())[0])
    neither = join(a_programme(an_exercise("plank")), a_programme(an_exercise("dead-bug")))
    assert neither.programme.remember == ()


def test_what_can_be_said_once_is_the_firsts_and_what_is_left_out_is_told() -> None:
    day = dt.timedelta(days=7)
    one = a_programme(an_exercise("plank"), title=a_phrase("One"), purpose=a_phrase("Legs."), move_on=a_phrase("Call."))
    two = a_programme(
        an_exercise("dead-bug"),
        title=a_phrase("Two"),
        purpose=a_phrase("Back."),
        move_on=a_phrase("Wait."),
        next_review=ON,
    )

    both = join(one._replace(next_review=ON + day), two)

    whole = both.programme
    assert (whole.title, whole.purpose, whole.move_on, whole.next_review) == ("One", "Legs.", "Call.", ON + day)
    said = " ".join(told(both))
    assert all(f"`{name}` of `two` is left out" in said for name in ("title", "purpose", "move_on", "next_review"))
    assert join(one, two, Prefer.SECOND).programme.title == "Two"


def test_what_only_one_says_is_kept() -> None:
    two = a_programme(an_exercise("dead-bug"), move_on=a_phrase("Wait."), because=a_phrase("A race."), next_review=ON)

    both = join(a_programme(an_exercise("plank")), two)

    assert (both.programme.move_on, both.programme.because, both.programme.next_review) == ("Wait.", "A race.", ON)
    assert both.notes == ()


def test_when_to_do_more_that_counts_other_exercises_is_left_out() -> None:
    one = a_programme(an_exercise("plank"), move_on=a_phrase("All 4 light? Add a set."))

    both = join(one, a_programme(an_exercise("dead-bug"), move_on=a_phrase("Wait.")))

    assert both.programme.move_on == "Wait."
    assert "`move_on` of `one` is left out" in told(both)[0]


def test_sources_are_those_of_the_lines_that_are_told() -> None:
    one = with_lines("Rest.", sources=(Phrase("acsm-2009"),))
    two = with_lines("Breathe.", sources=(Phrase("big-3-page"), Phrase("acsm-2009")))
    lost = with_lines("Do all 9.", sources=(Phrase("calatayud-2019"),))

    assert join(one, two).programme.sources == ("acsm-2009", "big-3-page")
    assert join(one, lost).programme.sources == ("acsm-2009",)


def test_what_comes_of_it_has_been_checked_by_nobody_and_can_be_read_again() -> None:
    checked = {"reviewed_by": a_phrase("Jo Lee"), "reviewed": ON}

    whole = join(a_programme(**checked), a_programme(an_exercise("dead-bug"), **checked)).programme

    assert (whole.reviewed_by, whole.reviewed) == (None, None)
    assert PROGRAMME.read(read_tree(written(whole).encode(), "both.yaml")) == whole


# --- What was said, over a copy ---


def test_what_was_said_of_an_exercise_lies_over_what_the_programme_says() -> None:
    base = an_exercise("step-down", dose=DosePart(load=Phrase("2 kg")), side=Side.LEFT, days=(Day.MONDAY,), **NOTE)
    said = a_programme(an_exercise("step-down", dose=DosePart(sets=Range(2, 2))), an_exercise("plank"))

    (step, plank) = overlaid(a_programme(base), said).exercises

    assert step == base._replace(dose=DosePart(sets=Range(2, 2), load=Phrase("2 kg")))
    assert plank == an_exercise("plank")


def test_days_that_are_named_take_the_place_of_days_that_are_counted_and_back() -> None:
    named = an_exercise("plank", days=(Day.MONDAY,))
    counted = an_exercise("plank", dose=DosePart(days_a_week=Range(3, 3)))

    assert overlaid(a_programme(counted), a_programme(named)).exercises == (named,)
    assert overlaid(a_programme(named), a_programme(counted)).exercises == (counted,)


def test_a_purpose_that_counts_other_exercises_is_told() -> None:
    programme = a_programme(an_exercise("plank"), purpose=a_phrase("These 4 exercises spare your back."))

    assert [each.name for each in counted_otherwise(programme, the_library().cards)] == ["other-count"]
