"""Sessions that people keep up: told with the figures, at the place, and only as loudly as they deserve."""

from __future__ import annotations

import pytest

from publisher.model.card import Position
from publisher.model.publication import Publication
from publisher.problems import Level, Phrase, Place
from publisher.rules.sessions import in_plans, in_publications
from tests.factories import a_card, a_dose, the_library

PLACE = Place("cards/publications/own.yaml", 1, 5)


def a_session(count: int = 3, positions: tuple[Position, ...] = (), **more: object) -> object:
    """A library with one publication of so many exercises, each of about 4 minutes unless a dose is named."""
    dose = more.pop("dose", a_dose())
    placed = positions or (Position.STANDING,) * count
    cards = [
        a_card(id=Phrase(f"card-{i}"), number=i, title=f"Card {i}", position=position, dose=dose)
        for i, position in enumerate(placed, 1)
    ]
    fields = {"session": True, **more}
    own = Publication(
        Phrase("own", PLACE), Phrase("Own"), Phrase("pocket"), cards=tuple(card.id for card in cards), **fields
    )
    return the_library()._replace(cards={card.id: card for card in cards}, publications={"own": own})


def found(library: object) -> list[tuple[str, Level]]:
    return [(problem.name, problem.level) for problem in in_publications(library)]


SHORT_DOSE = a_dose(sets=a_dose().sets._replace(low=1, high=1))


def test_the_built_in_sessions_are_well() -> None:
    assert found(the_library()) == []
    assert sum(publication.session for publication in the_library().publications.values()) == 8


@pytest.mark.parametrize(("count", "level"), [(5, None), (6, Level.WARNING), (8, Level.WARNING), (9, Level.ERROR)])
def test_many_exercises_are_warned_of_and_far_too_many_are_an_error(count: int, level: Level | None) -> None:
    problems = found(a_session(count, dose=SHORT_DOSE))

    assert problems == ([] if level is None else [("long-session", level)])


def test_few_exercises_that_take_long_are_warned_of_with_the_minutes() -> None:
    dose = a_dose(rest=a_dose().sets._replace(low=300, high=300))
    [problem] = in_publications(a_session(3, dose=dose))

    assert (problem.name, problem.level, problem.place) == ("long-session", Level.WARNING, PLACE)
    assert "3 exercises and " in problem.sentence
    assert " minutes" in problem.sentence


def test_a_reason_is_told_as_a_note_whatever_the_length() -> None:
    reason = Phrase("It is done as a group.", Place(PLACE.file, 8, 10))
    [problem] = in_publications(a_session(9, because=reason, dose=SHORT_DOSE))

    assert problem.level is Level.NOTE
    assert problem.place == reason.place
    assert reason in problem.sentence


def test_what_is_no_session_may_be_as_long_as_it_likes() -> None:
    assert found(a_session(20, session=False)) == []


def test_a_session_without_a_dose_is_an_error() -> None:
    library = the_library()
    cards = {"dark-pee": library.cards["dark-pee"]}
    own = Publication(Phrase("own"), Phrase("Own"), Phrase("pocket"), cards=(Phrase("dark-pee"),), session=True)

    assert found(library._replace(cards=cards, publications={"own": own})) == [("empty-session", Level.ERROR)]


@pytest.mark.parametrize(
    ("positions", "told"),
    [
        ((Position.STANDING, Position.STANDING, Position.LYING_BACK, Position.ALL_FOURS), False),
        ((Position.LYING_SIDE, Position.KNEELING, Position.STANDING), False),
        ((Position.STANDING, Position.LYING_BACK, Position.STANDING), True),
    ],
)
def test_nobody_gets_up_and_down_all_the_time(positions: tuple[Position, ...], told: bool) -> None:
    problems = found(a_session(positions=positions, dose=SHORT_DOSE))

    assert problems == ([("up-and-down", Level.WARNING)] if told else [])


@pytest.mark.parametrize(("count", "level"), [(3, None), (9, Level.ERROR)])
def test_the_sessions_of_a_plan_are_judged_unless_their_deck_is(count: int, level: Level | None) -> None:
    library = a_session(count, dose=SHORT_DOSE)
    plan = the_library().plans["eight-weeks"]
    loose = plan.sessions[0]._replace(deck=None, cards=tuple(library.cards), name=Phrase("Much", PLACE))
    of_deck = loose._replace(deck=Phrase("own"), cards=())
    told = [
        [(problem.name, problem.level) for problem in in_plans(library._replace(plans={"own": own}))]
        for own in (plan._replace(sessions=(loose,)), plan._replace(sessions=(of_deck,)))
    ]

    assert told == [[] if level is None else [("long-session", level)], []]
