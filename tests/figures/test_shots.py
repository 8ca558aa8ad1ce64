"""The shots of a moving card: their times add up to the rep, a hold is one picture, the way back is the way there."""

from __future__ import annotations

import pytest

from publisher.figures.shots import seconds, shots
from publisher.figures.tempo import kept, legs
from publisher.model.card import Card, Movement
from publisher.model.dose import Dose, Range, Tempo
from tests.factories import the_library

FIGURES = the_library().figures
MOVERS = [
    card
    for card in the_library().cards.values()
    if isinstance(card.body, Movement) and card.picture and shots(FIGURES[card.picture.figure], card.body.dose)
]


def of(name: str, dose: Dose | None = None):
    return shots(FIGURES[name], dose)


def dose_of(card: Card) -> Dose:
    return card.body.dose


@pytest.mark.parametrize("card", MOVERS, ids=lambda card: card.id)
def test_all_shots_take_as_long_as_the_rep_of_the_card(card: Card) -> None:
    figure, dose = FIGURES[card.picture.figure], dose_of(card)
    found = shots(figure, dose)
    own = [(leg, kept(leg.takes, dose)) for leg in legs(figure, dose)]
    lasts = sum(held.low if held and leg.start == leg.end else leg.seconds for leg, held in own)

    assert seconds(found) == pytest.approx(lasts, abs=0.005)
    assert all(shot.hundredths >= 5 for shot in found), "viewers show a shorter picture for a tenth of a second"
    assert found[0].at == 0


def test_a_long_hold_is_held_as_long_as_the_card_says() -> None:
    held = [shot for shot in of("plank", Dose(Range(1, 1), seconds=Range(30, 60))) if shot.leg.takes == "hold"]

    assert sum(shot.hundredths for shot in held) == 3000
    assert len(held) == 30
    assert {shot.seconds for shot in held} == {30}


def test_each_part_takes_the_tempo_of_the_card() -> None:
    found = of("squat", Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(3, 1, 2)))

    each = {name: sum(shot.hundredths for shot in found if shot.leg.takes == name) for name in ("down", "pause", "up")}
    assert each == {"down": 300, "pause": 100, "up": 200}


def test_a_hold_is_one_picture_whose_ring_fills() -> None:
    held = [shot for shot in of("plank", Dose(Range(1, 1), hold=Range(3, 3))) if shot.leg.takes == "hold"]

    assert len({shot.at for shot in held}) == 1
    assert [shot.share for shot in held] == sorted(shot.share for shot in held)
    assert held[-1].share == 1


def test_the_way_back_shows_the_pictures_of_the_way_there() -> None:
    found = of("squat", Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(2, 0, 2)))
    there = [shot.at for shot in found if shot.leg.takes == "down"]
    back = [shot.at for shot in found if shot.leg.takes == "up"]

    assert back[1:] == pytest.approx(there[:0:-1])
    assert back[0] == pytest.approx(2), "the turning point itself"
    assert len({shot.at for shot in found}) == len(there) + 1


def test_what_stays_in_one_pose_has_no_film() -> None:
    assert of("sphinx") == ()
