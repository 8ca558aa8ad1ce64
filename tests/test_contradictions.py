"""A page never says two things of one dose: in our own cards by what they take from it, in others by a warning."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from publisher.contradictions import contradictions, of_columns
from publisher.handouts import LAYOUTS, Occasion, handout, told_of
from publisher.model.card import Movement, Step, Variant
from publisher.model.dose import Range, Tempo
from publisher.model.fillable import Fillable
from publisher.model.programme import DosePart, Side
from publisher.problems import Level, Phrase, place_of
from publisher.programmes import exercises_of
from publisher.visit_notes import visit_note
from tests.factories import a_phrase, the_library
from tests.programmes_at_hand import ON, a_clinic, a_programme, a_shop, an_exercise

CARDS = the_library().cards
MOVING = {name: card for name, card in CARDS.items() if isinstance(card.body, Movement)}
SIDED = [name for name, card in MOVING.items() if card.body.dose.sides.count > 1]
# Amounts that stand on no card.
PARTS = {
    "sets": DosePart(sets=Range(17, 17)),
    "reps": DosePart(reps=Range(97, 97)),
    "seconds": DosePart(seconds=Range(95, 95)),
    "hold": DosePart(hold=Range(95, 95)),
    "tempo": DosePart(tempo=Tempo(7, 8, 9)),
}
# Sentences of steps in which a number of the dose stands and means another thing: which of the sets it is.
MEANT = {
    ("leg-swings", "Set 2."),
    ("foam-rolling", "Set 3."),
    ("light-mobility-flow", "Set 4."),
}


def part_for(name: str, part: str) -> DosePart:
    """Another amount for a card: of what is timed, reps are held."""
    if MOVING[name].body.dose.seconds and part in {"reps", "hold", "tempo"}:
        beside = "hold" if part == "reps" else part
        return PARTS["reps"]._replace(**{beside: getattr(PARTS[beside], beside)})
    return PARTS[part]


def texts_of(body: Movement) -> list[str]:
    """All that a movement says."""
    forms = [form.text for form in (body.easier, body.harder) if form]
    steps = [text for step in body.steps for text in (step.text, step.caption) if text]
    return [
        body.cue,
        body.start,
        *steps,
        body.feel,
        *filter(None, [body.not_feel, body.breathing, body.move_on]),
        *forms,
    ]


def numbers_of(dose: object) -> set[float]:
    """All numbers of the work of a dose."""
    spans = (dose.sets, dose.reps, dose.seconds, dose.hold)
    return {end for span in spans if span for end in span} | {part for part in dose.tempo or () if part}


def test_a_number_of_the_dose_is_taken_from_the_dose() -> None:
    found = set()
    for name, card in MOVING.items():
        for step in card.body.steps:
            form = step.text.form if isinstance(step.text, Fillable) else step.text
            for sentence in re.split(r"(?<=[.!?])\s+", form):
                if {float(number) for number in re.findall(r"\d+", sentence)} & numbers_of(card.body.dose):
                    found.add((name, sentence))

    assert found == MEANT


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", MOVING)
def test_no_text_of_a_card_holds_an_amount_that_was_replaced(name: str, part: str) -> None:
    (exercise,) = exercises_of(a_programme(an_exercise(name, dose=part_for(name, part))), CARDS)
    before, after = MOVING[name].body.dose, exercise.card.body.dose
    gone = numbers_of(before) - numbers_of(after)
    units = {"sets": r"sets?", "reps": r"times|reps"}.get(part, r"seconds?|minutes?")
    said = " | ".join(texts_of(exercise.card.body))
    told = {float(end) for ends in re.findall(rf"(\d+)(?: to (\d+))? (?:{units})\b", said) for end in ends if end}

    assert not told & gone, said
    assert not re.search(r"\{[a-z_]+\}", said)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("name", SIDED)
def test_every_card_with_sides_says_what_one_side_does(name: str, side: Side) -> None:
    programme = a_programme(an_exercise(name, side=side))
    (exercise,) = exercises_of(programme, CARDS)
    said = " | ".join(texts_of(exercise.card.body)).lower()

    assert contradictions(programme, CARDS) == ()
    assert side.value in said
    assert not re.search(r"\b(change|swap|switch) (legs|sides|arms)\b|turn round", said)


def test_our_own_cards_warn_of_nothing_but_sets_that_are_told_one_by_one() -> None:
    fewer = DosePart(sets=Range(1, 1))
    told = {
        name: contradictions(a_programme(an_exercise(name, dose=dose)), CARDS)
        for name in MOVING
        for dose in (fewer, *(part_for(name, part) for part in PARTS))
    }

    assert {name for name, found in told.items() if {each.name for each in found} - {"timed-not-counted"}} <= {
        "leg-swings",
        "foam-rolling",
        "light-mobility-flow",
    }


def a_clinic_s_own(**more: object) -> dict[str, object]:
    """The plank as a clinic wrote it, with numbers of its own."""
    card = CARDS["plank"]
    steps = tuple(
        Step(Phrase(text, place_of(card.title))) for text in ("Lift.", "Hold for 10 seconds.", "Change sides.")
    )
    body = card.body._replace(**{"steps": steps, "harder": None, "move_on": None, **more})
    sides = CARDS["side-plank"].body.dose.sides
    return {**CARDS, "plank": replace(card, body=body._replace(dose=body.dose._replace(sides=sides)))}


def test_a_card_that_says_another_dose_is_named_with_its_step() -> None:
    programme = a_programme(an_exercise("plank", dose=DosePart(seconds=Range(20, 20))))

    (problem,) = contradictions(programme, a_clinic_s_own())

    assert (problem.name, problem.level) == ("another-dose-told", Level.WARNING)
    assert "its step 2" in problem.sentence
    assert "Hold for 10 seconds." in problem.sentence
    assert "20" not in problem.sentence
    assert problem.place == programme.exercises[0].card.place


def test_a_card_that_tells_to_change_sides_is_named_where_one_side_is_set() -> None:
    (problem,) = contradictions(a_programme(an_exercise("plank", side=Side.LEFT)), a_clinic_s_own())

    assert problem.name == "another-side-told"
    assert "its step 3" in problem.sentence


def test_a_picture_that_is_heard_on_the_other_side_is_named_unless_it_has_words_for_one() -> None:
    cards = dict(the_library().cards)
    picture, programme = cards["bird-dog"].picture, a_programme(an_exercise("bird-dog", side=Side.LEFT))
    assert contradictions(programme, cards) == ()

    cards["bird-dog"] = replace(
        cards["bird-dog"], picture=picture._replace(alt=Phrase("The right arm reaches forward."))
    )
    (problem,) = contradictions(programme, cards)

    assert problem.name == "another-side-told"
    assert "the `alt` of its picture" in problem.sentence


def test_steps_of_one_s_own_mend_it() -> None:
    steps = tuple(map(a_phrase, ("Lift.", "Hold for 20 seconds.", "Stay on the left.")))
    own = an_exercise("plank", dose=DosePart(seconds=Range(20, 20)), side=Side.LEFT, steps=steps)

    assert contradictions(a_programme(own), a_clinic_s_own()) == ()


def test_a_card_that_keeps_a_position_for_another_time_than_its_own_dose_is_told() -> None:
    steps = (Step(Phrase("Lift.")), Step(Phrase("Hold for 30 seconds.")), Step(Phrase("Rest.")))

    (problem,) = contradictions(a_programme(an_exercise("plank")), a_clinic_s_own(steps=steps))

    assert problem.sentence == "the card `plank` has a dose, and its step 2 says another: “Hold for 30 seconds.”."


@pytest.mark.parametrize(
    ("card", "load", "told"),
    [
        ("step-down", "2 kg in each hand", ["hands-not-free"]),
        ("walking-lunge", "a bottle in each hand", ["hands-not-free"]),
        ("step-down", "4 kg in a backpack", []),
        ("tempo-squat", "4 kg in both hands", []),
    ],
)
def test_a_weight_in_hands_that_hold_on_is_told(card: str, load: str, told: list[str]) -> None:
    found = contradictions(a_programme(an_exercise(card, dose=DosePart(load=Phrase(load)))), CARDS)

    assert [problem.name for problem in found] == told


def test_what_nobody_sets_is_as_the_card_says() -> None:
    assert contradictions(a_programme(), a_clinic_s_own()) == ()


def test_a_column_of_a_list_is_told_before_any_row() -> None:
    programme = a_programme(an_exercise("plank"))

    (problem,) = of_columns(programme, a_clinic_s_own(), [("plank", "seconds"), ("plank", "load")])

    assert problem.name == "another-dose-told"
    assert of_columns(programme, CARDS, [("plank", "seconds")]) == ()


def test_a_form_that_is_another_dose_goes_and_others_stay() -> None:
    cards = a_clinic_s_own(harder=Variant(a_phrase("Do 3 sets of 30 seconds."), of_dose=True))
    twenty = DosePart(seconds=Range(20, 20))

    (as_it_is,) = exercises_of(a_programme(an_exercise("plank")), cards)
    (other,) = exercises_of(a_programme(an_exercise("plank", dose=twenty)), cards)

    assert as_it_is.card.body.harder is not None
    assert (other.card.body.harder, other.card.body.easier) == (None, CARDS["plank"].body.easier)


def test_when_to_move_on_is_the_card_s_own_and_goes_with_its_dose() -> None:
    (rested,) = exercises_of(a_programme(an_exercise("plank", dose=DosePart(rest=Range(30, 30)))), CARDS)
    (longer,) = exercises_of(a_programme(an_exercise("plank", dose=DosePart(seconds=Range(20, 20)))), CARDS)

    assert rested.card.body.move_on == "when 6 sets feel light for a week"
    assert longer.card.body.move_on is None


# --- On paper ---

# Another number than on the cards for each time, so that one which stands on a page is told by its number.
SET = a_programme(
    an_exercise("side-plank", dose=DosePart(seconds=Range(21, 21), rest=Range(33, 33)), side=Side.LEFT),
    an_exercise("step-down", dose=DosePart(tempo=Tempo(4, 0, 6), rest=Range(33, 33)), side=Side.RIGHT),
    an_exercise("bird-dog", dose=DosePart(seconds=Range(21, 21), rest=Range(33, 33)), side=Side.LEFT),
    an_exercise("pallof-press", dose=DosePart(hold=Range(21, 21), rest=Range(33, 33)), side=Side.LEFT),
)
SECONDS = re.compile(r"(\d+)(?: to (\d+))? (?:seconds?\b|s\b)")
CHANGES = re.compile(r"change (?:legs|sides)|turn round|(?:sets? a|each) (?:side|leg)", re.IGNORECASE)


def page_text(layout: str, programme: object) -> str:
    """All that stands on the pages of a handout, with single spaces."""
    product = handout(a_shop(), programme, a_clinic(), None, Occasion(ON), LAYOUTS[layout])
    pdf = pypdfium2.PdfDocument(product.content)
    text = " ".join(pdf[at].get_textpage().get_text_range() for at in range(len(pdf)))
    return " ".join(text.replace("\u00a0", " ").split())


def times_in(text: str) -> set[str]:
    """Every number of seconds."""
    return {end for ends in SECONDS.findall(text) for end in ends if end}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_other_time_and_no_change_of_sides_stands_on_any_page(layout: str) -> None:
    text = page_text(layout, SET)

    assert times_in(text) <= {"21", "33", "4", "6"}
    assert not CHANGES.search(text)
    assert re.search("left (side )?only", text, re.IGNORECASE)
    assert re.search("right (side )?only", text, re.IGNORECASE)


@pytest.mark.parametrize("layout", ["full", "large-print", "booklet", "tear-off", "poster"])
def test_the_steps_on_a_page_name_the_leg_and_the_time_that_were_set(layout: str) -> None:
    text = page_text(layout, SET)

    assert "Stand on a box on your right leg, other foot in front." in text
    assert "Sink for 4 seconds." in text
    assert "Reach left arm forward, right leg back." in text
    assert "Hold for 21 seconds." in text


def test_the_plain_text_for_records_says_the_same() -> None:
    shop = a_shop()
    text = visit_note(shop.words, told_of(shop, SET, a_clinic(), None, Occasion(ON)))

    assert times_in(text) <= {"21", "33", "4", "6"}
    assert not CHANGES.search(text)


def test_a_handout_of_a_card_that_says_another_dose_says_so() -> None:
    shop = a_shop()._replace(library=the_library()._replace(cards=a_clinic_s_own()))
    programme = a_programme(an_exercise("plank", dose=DosePart(seconds=Range(20, 20))))

    product = handout(shop, programme, a_clinic(), None, Occasion(ON), "full-handout")

    assert "another-dose-told" in [note.name for note in product.notes]
