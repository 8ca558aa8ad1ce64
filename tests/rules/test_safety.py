from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.card import Group, Kind, Tier
from publisher.model.dose import Range
from publisher.problems import Phrase
from publisher.rules import broken
from tests.factories import a_card, a_dose, a_phrase, changed, the_library
from tests.rules.breaking import breaks

# Each thing that is never said has a bad example, and a good one that comes close to it.
NEVER = {
    "brand": ("Buy Nike shoes.", "Buy shoes with grip."),
    "dose-of-a-supplement": ("Take 400mg of it.", "Ask a pharmacist first."),
    "driving-yourself": ("Drive yourself to hospital.", "Do not drive yourself."),
    "going-on-through-pain": ("Run through the pain.", "Do not run through pain."),
    "rolling-the-low-back": ("Roll up to your low back.", "Never roll your low back."),
    "rubbing-a-swollen-leg": ("Rub the sore calf.", "Do not rub or roll the calf."),
    "going-on-with-a-sign": ("Keep running even if your leg goes numb.", "Do not go on with a numb leg."),
    "medicine": ("Take 2 tablets before a run.", "Ask before you take a painkiller."),
    "staying-in-bed": ("Stay in bed for 2 days.", "Do not stay in bed."),
    "waiting-with-a-sign": ("Wait until morning before you call.", "Do not wait for morning."),
    "still-stretch-before-a-run": ("Hold a stretch before you run.", "Hold the stretch after you run."),
}


def test_everything_that_is_never_said_has_an_example() -> None:
    assert {*NEVER} == {*the_library().never}


@pytest.mark.parametrize("name", NEVER)
def test_what_is_never_said_is_found_and_its_opposite_passes(name: str) -> None:
    bad, good = NEVER[name]
    (problem,) = breaks(a_card(start=a_phrase(bad, 8)), "never-said")

    assert problem.sentence == f"this line {the_library().never[name].what}."
    assert problem.place is not None
    assert problem.place.line == 8
    assert breaks(a_card(start=a_phrase(good)), "never-said") == []


def test_two_sentences_are_judged_apart() -> None:
    """One that says `never` does not free its neighbour."""
    card = a_card(start=a_phrase("Never hurry. Roll your low back."))

    assert len(breaks(card, "never-said")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Now roll your low back on the roller.",
        "Roll your low back until it feels normal.",
        "Stay in bed, do not move.",
        "Rub your swollen calf, not too hard.",
        "Go on, not too fast, if your legs go numb.",
    ],
)
def test_a_word_turns_advice_round_only_whole_and_before_it(text: str) -> None:
    assert len(breaks(a_card(start=a_phrase(text)), "never-said")) == 1


def test_a_plan_and_a_publication_are_held_to_the_rules_about_words() -> None:
    library = the_library()
    plan = library.plans["eight-weeks"]
    plan = plan._replace(
        how=(a_phrase("Push through the pain.", 4),), pain=plan.pain._replace(stop=a_phrase("Stay in bed.", 9))
    )
    deck = library.publications["starter"]._replace(title=a_phrase("PUSH ON, don't stop", 2))
    own = library._replace(cards={}, plans={plan.id: plan}, publications={deck.id: deck})

    told = [(problem.name, problem.place and problem.place.line) for problem in broken(own)]
    assert told == [("short-form", 2), ("capitals", 2), ("never-said", 4), ("never-said", 9)]


@pytest.mark.parametrize("chosen_by_name", [True, False])
def test_what_is_printed_by_request_is_told_where_it_can_be_mended(chosen_by_name: bool) -> None:
    library = the_library()
    mine = a_card(id=a_phrase("mine", 1), tags=(a_phrase("not-a-default", 7),))
    deck = library.publications["pocket-cards"]
    deck = deck._replace(cards=(a_phrase("mine", 6),), select=None) if chosen_by_name else deck
    (problem,) = breaks(mine, "not-by-default", library._replace(publications={"all": deck}))

    assert problem.place is not None
    assert problem.place.line == (6 if chosen_by_name else 7)


@pytest.mark.parametrize(
    ("kind", "dose", "told"),
    [
        (Kind.WARM_UP, a_dose(), 0),
        (Kind.WARM_UP, a_dose(hold=Range(20, 30)), 1),
        (Kind.EXERCISE, a_dose(hold=Range(20, 30)), 0),
        (Kind.EXERCISE, a_dose(hold=Range(20, 30), when=a_phrase("before a long run")), 1),
        (Kind.STRETCH, a_dose(when=a_phrase("before you run")), 1),
        (Kind.STRETCH, a_dose(when=a_phrase("after a run")), 0),
    ],
)
def test_nothing_is_held_still_before_a_run(kind: Kind, dose: object, told: int) -> None:
    assert len(breaks(a_card(kind=kind, dose=dose), "still-before-run")) == told


def test_signs_stand_from_the_most_urgent() -> None:
    signs = [card for card in the_library().cards.values() if card.group is Group.WARNING]
    last = signs[-1]

    assert breaks(last, "tier-order") == []
    assert len(breaks(changed(last, tier=Tier.EMERGENCY), "tier-order")) == 1


def test_what_is_printed_by_request_stands_in_no_default_deck() -> None:
    library = the_library()
    superman = library.cards["superman"]
    deck = library.publications["starter"]._replace(cards=(a_phrase("superman", 6),), default=True)

    assert breaks(superman, "not-by-default") == []
    (problem,) = breaks(superman, "not-by-default", library._replace(publications={"mine": deck}))
    assert problem.place is not None
    assert problem.place.line == 6
    tame = replace(superman, tags=(Phrase("floor"),))
    assert breaks(tame, "not-by-default", library._replace(publications={"mine": deck})) == []
