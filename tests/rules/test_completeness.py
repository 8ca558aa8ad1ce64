from __future__ import annotations

import pytest

from publisher.model.card import Evidence, EvidenceLevel, Kind, Picture, Step, Variant
from publisher.model.dose import Range, Sides
from publisher.problems import Phrase
from publisher.rules.completeness import PARTS
from tests.factories import a_card, a_dose, a_phrase, phrases, the_library
from tests.rules.breaking import breaks

FIGURE = next(figure for figure in the_library().figures.values() if len(figure.frames) == 2)


def a_pictured_card(*steps: Step, alt: str = "A person presses one heel into the floor.") -> object:
    picture = Picture(Phrase(FIGURE.id), a_phrase(alt, 50))
    return a_card(body=a_card().body._replace(steps=steps), picture=picture)


@pytest.mark.parametrize("part", PARTS)
def test_an_exercise_says_everything(part: str) -> None:
    assert breaks(a_card(), "missing-part") == []
    (problem,) = breaks(a_card(**{part: () if part == "faults" else None}), "missing-part")
    assert problem.sentence == f"this exercise has no `{part}`."


def test_a_warm_up_may_leave_parts_out() -> None:
    assert breaks(a_card(kind=Kind.WARM_UP, move_on=None), "missing-part") == []


@pytest.mark.parametrize(("count", "told"), [(2, 1), (3, 0), (5, 0), (6, 1)])
def test_three_to_five_steps_are_followed(count: int, told: int) -> None:
    assert len(breaks(a_card(steps=["Press."] * count), "step-count")) == told


def test_a_frame_that_no_step_shows_is_told() -> None:
    loose, tied = Step(a_phrase("Press.")), Step(a_phrase("Press."), a_phrase("Press"), Phrase(FIGURE.frames[1]))

    assert breaks(a_pictured_card(tied, loose), "loose-frame") == []
    (problem,) = breaks(a_pictured_card(loose, loose), "loose-frame")
    assert f"`{FIGURE.frames[1]}`" in problem.sentence


def test_a_movement_without_a_picture_is_told() -> None:
    assert len(breaks(a_card(), "no-picture")) == 1
    assert breaks(a_pictured_card(Step(a_phrase("Press."))), "no-picture") == []


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (a_dose(rest=Range(60, 60)), 0),
        (a_dose(rest=None), 1),
        (a_dose(sets=Range(1, 1)), 0),
        (a_dose(rest=Range(60, 60), days_a_week=None), 1),
        (a_dose(rest=Range(60, 60), days_a_week=None, when=a_phrase("before a run")), 0),
    ],
)
def test_a_dose_says_how_often_and_how_long_to_rest(dose: object, told: int) -> None:
    assert len(breaks(a_card(dose=dose), "half-a-dose")) == told


@pytest.mark.parametrize(
    ("step", "sides", "told"),
    [
        ("Then change sides.", Sides.SIDE, 0),
        ("Then change sides.", Sides.NONE, 1),
        ("Change legs each time.", Sides.NONE, 0),
        ("Lift one leg.", Sides.NONE, 0),
    ],
)
def test_who_changes_sides_finds_the_side_in_the_dose(step: str, sides: Sides, told: int) -> None:
    assert len(breaks(a_card(steps=[step], dose=a_dose(sides=sides)), "lost-side")) == told


def with_evidence(level: EvidenceLevel, *sources: str, note: str | None = None) -> object:
    return a_card(evidence=Evidence(level, phrases(sources, 60), None if note is None else a_phrase(note)))


def test_a_source_can_be_found() -> None:
    library = the_library()
    known = next(key for key, source in library.sources.items() if source.doi)
    lost = library._replace(sources={"lost": library.sources[known]._replace(doi=None, url=None)})

    assert breaks(with_evidence(EvidenceLevel.TRIALS, known), "lost-source") == []
    assert len(breaks(with_evidence(EvidenceLevel.TRIALS, "lost"), "lost-source", lost)) == 1


def test_thin_proof_is_said_to_be_thin() -> None:
    thin = EvidenceLevel.COMMON_PRACTICE

    assert len(breaks(with_evidence(thin, "cai-2017"), "thin-proof")) == 1
    assert len(breaks(with_evidence(EvidenceLevel.TRIALS, "cai-2017", "not-yet-sourced"), "thin-proof")) == 1
    assert breaks(with_evidence(thin, "cai-2017", note="No trial was read."), "thin-proof") == []
    assert breaks(with_evidence(EvidenceLevel.TRIALS, "cai-2017"), "thin-proof") == []


def test_what_nobody_traced_is_common_practice() -> None:
    assert len(breaks(with_evidence(EvidenceLevel.LABORATORY, "not-yet-sourced"), "proud-level")) == 1
    assert breaks(with_evidence(EvidenceLevel.COMMON_PRACTICE, "not-yet-sourced"), "proud-level") == []


def test_a_card_that_nobody_prints_is_noted() -> None:
    assert len(breaks(a_card(), "unpublished", the_library()._replace(publications={}))) == 1
    assert breaks(the_library().cards["plank"], "unpublished") == []


@pytest.mark.parametrize(
    ("alt", "told"), [("A person presses one heel into the floor.", 0), ("Heel press.", 1), ("A person presses.", 1)]
)
def test_a_picture_says_what_it_shows(alt: str, told: int) -> None:
    assert len(breaks(a_pictured_card(Step(a_phrase("Press.")), alt=alt), "empty-alternative")) == told


def test_easier_forms_lead_to_an_end() -> None:
    first = a_card(easier=Variant(a_phrase("Press less."), Phrase("second")))
    second = a_card(id=Phrase("second"), easier=Variant(a_phrase("Press less."), Phrase("heel-press")))
    end = a_card(id=Phrase("second"), easier=Variant(a_phrase("Press less.")))
    library = the_library()

    (problem,) = breaks(first, "circle", library._replace(cards={"second": second}))
    assert problem.sentence == "the easier forms go round in a circle: `heel-press` to `second` to `heel-press`."
    assert breaks(first, "circle", library._replace(cards={"second": end})) == []
