"""The key frames of a rep: few, in the order of the rep, with the times of the card and no others."""

from __future__ import annotations

import pytest

from publisher.figures.reels import FEWEST, MOST, Reel, is_closed, plan
from publisher.figures.shots import shots
from publisher.model.card import Movement
from publisher.model.dose import Dose, Range, Tempo
from tests.factories import the_library

FIGURES = the_library().figures
DOSE = Dose(Range(3, 3), reps=Range(8, 8))


def of(name: str, dose: Dose = DOSE):
    return plan(FIGURES[name], shots(FIGURES[name], dose), dose)


def movers():
    library = the_library()
    cards = [card for card in library.cards.values() if isinstance(card.body, Movement) and card.picture]
    pairs = [(library.figures[card.picture.figure], card.body.dose) for card in cards]
    return [pytest.param(*pair, id=str(pair[0].id)) for pair in pairs if shots(*pair)]


def test_a_rep_of_two_poses_also_shows_the_middle_of_each_way() -> None:
    found = of("hip-bridge")

    assert [key.pose for key in found.keys] == ["start", "", "lift", "", "start"]
    assert [(way.first, way.last) for way in found.ways if not way.stays] == [(0, 2), (2, 4)]


def test_times_are_those_of_the_card() -> None:
    found = of("hip-bridge", DOSE._replace(tempo=Tempo(3, 2, 1)))

    assert [(way.takes, way.lasts) for way in found.ways] == [
        ("up", Range(1, 1)),
        ("pause", Range(2, 2)),
        ("down", Range(3, 3)),
    ]


def test_a_card_that_says_no_time_gets_none() -> None:
    assert [way.lasts for way in of("squat").ways] == [None, None]


def test_a_long_hold_is_told_as_it_is() -> None:
    [held] = [way for way in of("plank", Dose(Range(4, 4), seconds=Range(30, 30))).ways if way.stays]

    assert (held.first, held.last, held.lasts) == (2, 2, Range(30, 30))


def test_the_way_back_shows_the_picture_of_the_same_moment() -> None:
    figure, dose = FIGURES["squat"], DOSE._replace(tempo=Tempo(3, 0, 1))
    shown = shots(figure, dose)
    _, there, low, back, _ = (shown[key.shot].at for key in plan(figure, shown, dose).keys)

    assert there == back < low


@pytest.mark.parametrize(("figure", "dose"), movers())
def test_every_strip_of_the_library_has_three_to_six_frames_in_the_order_of_the_rep(figure, dose) -> None:
    shown = shots(figure, dose)
    found = plan(figure, shown, dose)
    numbers = [key.shot for key in found.keys]

    assert FEWEST <= len(numbers) <= MOST
    # The last may be the first again.
    assert numbers[:-1] == sorted(numbers[:-1])
    assert all(0 <= number < len(shown) for number in numbers)
    assert all(0 <= way.first <= way.last <= len(numbers) for way in found.ways)
    assert any(not way.stays for way in found.ways)


def test_a_rep_with_many_poses_is_told_in_those_that_the_card_shows() -> None:
    found = of("hip-90-90")

    assert [key.pose for key in found.keys] == ["start", "middle", "switch", "middle"]
    assert found.ways[-1].last == len(found.keys)  # and on to the start
    assert not is_closed(Reel((), tuple(key.pose for key in found.keys), found.ways))


def test_what_stays_as_it_is_has_no_strip() -> None:
    with pytest.raises(ValueError, match="no film strip"):
        plan(FIGURES["sphinx"], shots(FIGURES["sphinx"], DOSE), DOSE)
