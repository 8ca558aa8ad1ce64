"""What every layout of handouts promises, whatever it looks like."""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from publisher.handouts import Occasion, handout
from publisher.model.card import Tier, WarningSign
from tests.factories import a_job, read, the_cards, the_library, the_words
from tests.layouts.looking import collisions, on_signs, outside
from tests.pdf.checking import assert_conforming
from tests.programmes_at_hand import (
    CANARY,
    ON,
    a_clinic,
    a_patient,
    a_programme,
    a_shop,
    an_exercise,
    handed,
    with_everything,
)

if TYPE_CHECKING:
    from layouts.product import Made

# Each layout of handouts with the least size of its words, points: full size for words, and for what may be smaller.
LAYOUTS = {
    "large-print-handout": (18.0, 18.0),
    "compact-handout": (12.0, 10.0),
    "exercise-log": (12.0, 10.0),
    "visit-summary": (12.0, 10.0),
}
# Those that tell how each exercise is done.
WHOLE = ("large-print-handout", "compact-handout")
PROGRAMMES = {
    "one": a_programme(an_exercise("plank")),
    "four": a_programme(),
    "everything": with_everything(),
    "ten": a_programme(*(an_exercise(name) for name in [*the_library().cards][40:50])),
}


def layout_named(layout: str) -> object:
    return importlib.import_module(f"layouts.{layout.replace('-', '_')}")


@cache
def made(layout: str, name: str = "four", paper: str = "a4", country: str = "GB") -> Made:
    return layout_named(layout).make(handed(PROGRAMMES[name], paper, country))


def text_of(layout: str, name: str = "four", **more: str) -> str:
    return " ".join(read(face) for face in made(layout, name, **more).faces).replace("\u00a0", " ")


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_runs_into_anything_or_comes_near_the_edge_of_an_office_page(
    layout: str, paper: str, name: str
) -> None:
    done = made(layout, name, paper)

    assert done.problems == ()
    for face in done.faces:
        assert outside(face, 8.0) == []
        assert collisions(face) == []
        assert on_signs(face) == []
        assert face.fits


@pytest.mark.parametrize("name", ["four", "everything"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_and_no_numeral_is_smaller_than_the_layout_promises(layout: str, name: str) -> None:
    words, least = LAYOUTS[layout]
    lines = [line for face in made(layout, name).faces for line in face.lines]
    small = " ".join(line.text for line in lines if line.size < words - 0.01)

    assert min(line.size for line in lines) >= least - 0.01
    # What may be smaller are sources, and numerals in discs and badges.
    assert re.fullmatch(r"[\sA-Z]?\d*|.*Sources.*|.*reviewed.*", small.strip())


@pytest.mark.parametrize("country", ["", *the_words().countries()])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_country_has_its_own_number_and_every_sign_of_an_emergency(layout: str, country: str) -> None:
    text, words = text_of(layout, country=country), the_words(country=country)
    signs = [card.body for card in the_library().cards.values() if isinstance(card.body, WarningSign)]

    assert words.emergency_number() in text
    assert all(str(sign.short) in text for sign in signs if sign.tier is Tier.EMERGENCY)
    assert all(face.fits and outside(face, 8.0) == [] for face in made(layout, country=country).faces)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_tiers_come_in_order_with_the_clinic_s_own_number(layout: str) -> None:
    text = text_of(layout)
    urgent = [the_words(country="GB").tier(tier, "handed").split(",")[0].split(" now")[0] for tier in (*Tier,)[:2]]
    tiers = [text.index(action) for action in (*urgent, "Call us on 01234 567890, or a doctor, within 2 days if:")]

    assert tiers == sorted(tiers)
    assert "01234 567890" in text
    assert "When we are closed, call 111." in text


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize("layout", WHOLE)
def test_every_exercise_stands_whole_on_one_page(layout: str, name: str) -> None:
    pages = [read(face) for face in made(layout, name).faces]

    for exercise in handed(PROGRAMMES[name]).handout.exercises:
        body = exercise.card.body
        # A row of a table may have no room to tell sets in full.
        short = getattr(exercise.short.body, "steps", ())
        texts = [(text, text) for text in (exercise.card.title,)]
        texts += [
            (step.text.replace("\u00a0", " "), brief.text)
            for step, brief in zip(getattr(body, "steps", ()), short, strict=True)
        ]
        holding = [page for page in pages if all(any(str(one) in page for one in either) for either in texts)]
        assert len(holding) == 1, exercise.card.id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_exercises_come_in_the_order_of_position(layout: str) -> None:
    text = text_of(layout, "ten")
    titles = [str(exercise.card.title) for exercise in handed(PROGRAMMES["ten"]).handout.exercises]
    # The summary of a visit names the number of a card behind its title: "1. Plank (S1)".
    # Large print tells before all of them on which page each is.
    places = [re.search(rf"(?<=\d\. ){it} \(|(?<!: ){it}(?! \(|: page)", text).start() for it in map(re.escape, titles)]

    assert places == sorted(places)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_tells_for_whom_from_whom_when_what_for_and_how_long(layout: str) -> None:
    text, job = text_of(layout), handed(PROGRAMMES["four"])

    for told in (
        CANARY,
        "3 May 1980",
        "Q-7731",
        "Mia Novak, physiotherapist",
        "2 March 2026",
        "Hillside Physiotherapy",
        "4 Mill Lane, Ambleford AB1 2CD",
        "Legs for the way down",
        "Strong legs spare your back.",
        f"about {job.handout.day.minutes} minutes",
        # A summary has room for 2.
        f"{2 if layout == 'visit-summary' else 3} things to remember",
        "Does all of it feel light for 1 week",
        the_words().say("handout.teach_back_how"),
        "? Ask us.",
        "Mia Novak, physiotherapist, chose these exercises for you. Words and pictures come from Surefoot, an open",
    ):
        assert told in text, told


@pytest.mark.parametrize("layout", LAYOUTS)
def test_on_the_last_page_nothing_stands_to_be_filled_in_over_the_signs_of_an_emergency(layout: str) -> None:
    for name in PROGRAMMES:
        last = read(made(layout, name).pages[-1])
        before = last[: last.find("Call 999 or go")]
        assert "To ask or tell" not in before, name
        assert "When to do more" not in before, name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_source_is_named_by_who_wrote_it_and_when_and_the_program_once_at_the_very_end(layout: str) -> None:
    last = read(made(layout).pages[-1]).replace("\u00a0", " ")
    version = the_words().say("handout.made", version=a_job([]).setting.version)

    assert re.search(r"mountainpeakfitness\.com(: [^;]+ \(2026\)| 2026)", last)
    assert "Big 3 web page" not in last
    assert text_of(layout).count(version) == 1
    assert last.index(version) > last.index("is the number in")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_set_for_one_person_is_printed(layout: str) -> None:
    text = text_of(layout, "everything")

    for told in ("2 kg in each hand", "Use the bottom stair at home.", "Slow beats many."):
        assert told in text
    assert "left side only" in text.lower() or "Side: left only" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_has_changed_is_told(layout: str) -> None:
    before = a_programme(an_exercise("step-down"), an_exercise("superman"))
    job = handed(a_programme(an_exercise("step-down"), an_exercise("plank")), before=before)

    text = " ".join(read(face) for face in layout_named(layout).make(job).faces)

    assert "New: Plank." in text
    assert "No more: Superman." in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_formats_are_told_in_large_letters(layout: str) -> None:
    lines = [line for face in made(layout).faces for line in face.lines if line.text.startswith("Need ")]

    assert lines
    assert min(line.size for line in lines) >= 16


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_is_numbered_and_bears_a_name_only_where_the_clinic_wants_it(layout: str) -> None:
    make = layout_named(layout).make
    named = make(handed(PROGRAMMES["ten"], clinic=a_clinic(running_name=True))).pages
    plain = make(handed(PROGRAMMES["ten"], clinic=a_clinic())).pages

    assert all(f"Page {number} of {len(named)}" in read(face) for number, face in enumerate(named, 1))
    assert all(CANARY in read(face) for face in named)
    assert [CANARY in read(face) for face in plain] == [True, *([False] * (len(plain) - 1))]
    assert not [face.title for face in named if CANARY in face.title]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_somebody_who_wants_no_people_and_a_clinic_without_anything_get_a_page_too(layout: str) -> None:
    job = handed(PROGRAMMES["everything"], clinic=None, patient=None)
    bare = job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}}))

    done = layout_named(layout).make(bare)

    assert done.problems == ()
    assert all(collisions(face) == [] and outside(face, 8.0) == [] for face in done.faces)
    assert "For" in read(done.faces[0])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_neither_a_publication_nor_a_handout_without_emergencies_is_laid_out(layout: str) -> None:
    make, job = layout_named(layout).make, handed(PROGRAMMES["one"])

    assert [problem.name for problem in make(a_job(the_cards("warning-card"), None)).problems] == ["no-handout"]
    assert [problem.name for problem in make(job._replace(cards=job.cards[:1])).problems] == ["no-emergency"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_tagged_and_archivable(layout: str, paper: str) -> None:
    shop = a_shop(paper)

    product = handout(shop, PROGRAMMES["everything"], a_clinic(running_name=True), a_patient(), Occasion(ON), layout)

    assert_conforming(product.content)


@pytest.mark.parametrize("layout", ["full-handout", "compact-handout", "large-print-handout"])
def test_advice_has_a_caption_and_no_number_of_a_card_stands_on_a_page(layout: str) -> None:
    programme = a_programme(an_exercise("step-down"), an_exercise("the-day-of-the-hill"))
    text = " ".join(said.text for face in layout_named(layout).make(handed(programme)).pages for said in face.lines)

    assert "A person walks down a gentle hill." in " ".join(text.replace("\u00a0", " ").split())
    assert not re.search(r"\b[SF]\d+\b", text)


@pytest.mark.parametrize("layout", ["full-handout", "compact-handout", "large-print-handout"])
def test_sets_minutes_and_the_pain_scale_are_said_in_the_same_words_everywhere(layout: str) -> None:
    programme = the_library().programmes["downhill-back-start"]
    text = " ".join(
        " ".join(map(read, layout_named(layout).make(handed(programme)).pages)).replace("\u00a0", " ").split()
    )

    assert text.count("That is 1 set.") == 4
    assert "Do this 8 times, later 10. Change legs and do the same. That is 1 set. Do 3 sets." in text
    assert the_words().say("handout.remember.pain") in text
    assert "each time." in text
    assert "in all" not in text
    assert "pain grows" not in text
    assert "or a doctor, within 2 days if:" in text
