from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.card import Group, Kind, Tier
from publisher.model.dose import Range
from publisher.problems import Phrase
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
    "staying-in-bed": ("Stay in bed for 2 days.", "Do not stay in bed."),
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
