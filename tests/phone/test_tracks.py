"""Frames follow one another at the tempo of the card."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.model.dose import Range, Sides, Tempo
from publisher.phone.tracks import Shot, beats, free_track, rep_track, shown_track
from tests.factories import a_dose, the_library

MOVING = [card for card in the_library().cards.values() if isinstance(card.body, Movement) and card.picture is not None]


def test_a_frame_is_shown_half_of_the_way_to_it_and_half_of_the_way_from_it() -> None:
    dose = a_dose(tempo=Tempo(3, 2, 1), sides=Sides.NONE)

    assert rep_track(dose, the_library().figures["hip-bridge"]) == (Shot(0, 0.5), Shot(1, 4.0), Shot(0, 1.5))


@pytest.mark.parametrize("card", MOVING, ids=lambda card: str(card.id))
def test_a_rep_lasts_as_long_as_its_beats_and_shows_frames_there_are(card) -> None:
    dose, figure = card.body.dose, the_library().figures[card.picture.figure]

    for track in (rep_track(dose, figure), free_track(dose, figure), shown_track(dose, figure)):
        assert {shot.frame for shot in track} <= set(range(len(figure.frames)))
    if dose.seconds is None:
        lasts = sum(shot.seconds for shot in rep_track(dose, figure))
        assert lasts == pytest.approx(sum(beat.seconds for beat in beats(dose, figure)), abs=0.01)


def test_a_hold_stays_and_a_movement_goes_on() -> None:
    figures = the_library().figures

    timed = a_dose(reps=None, seconds=Range(30, 30))
    assert {shot.frame for shot in free_track(timed, figures["kneeling-hip-stretch"])} == {1}
    assert {shot.frame for shot in free_track(timed, figures["cat-cow"])} == {0, 1}


def test_a_hold_in_each_rep_has_its_whole_time() -> None:
    dose = a_dose(hold=Range(10, 10))

    assert [beat.seconds for beat in beats(dose, None)] == [1, 10, 1]
    assert max(shot.seconds for shot in rep_track(dose, the_library().figures["superman"])) > 10
