"""Frames follow one another at the tempo of the card."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.model.dose import SETTLE_SECONDS, Range, Sides, Tempo
from publisher.phone.kit import Kit
from publisher.phone.tracks import (
    Shot,
    beats,
    film_free,
    film_into,
    film_rep,
    free_track,
    rep_track,
    shown_track,
)
from tests.factories import a_dose, the_library

MOVING = [card for card in the_library().cards.values() if isinstance(card.body, Movement) and card.picture is not None]


@pytest.fixture(scope="module")
def reels(shop):
    return Kit.of(shop).reels


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


@pytest.mark.parametrize("card", MOVING, ids=lambda card: str(card.id))
def test_a_film_goes_in_step_with_the_beats_of_a_rep(card, reels) -> None:
    dose, figure, reel = card.body.dose, the_library().figures[card.picture.figure], reels.get(card.id)
    if reel is None or dose.seconds is not None:
        return
    for high in (False, True):
        track, parts = film_rep(dose, figure, reel, high=high), beats(dose, figure, high=high)
        assert sum(shot.seconds for shot in track) == pytest.approx(sum(beat.seconds for beat in parts), abs=0.02)
        assert {shot.frame for shot in track} == set(range(len(reel.pictures)))
        frames = rep_track(dose, figure, high=high)
        assert sum(shot.seconds for shot in frames) == pytest.approx(sum(shot.seconds for shot in track), abs=0.02)


def test_a_film_holds_as_long_as_either_end_of_the_dose(reels) -> None:
    figure, dose = the_library().figures["superman"], a_dose(hold=Range(4, 10))

    for high, hold in ((False, 4), (True, 10)):
        longest = max(film_rep(dose, figure, reels["superman"], high=high), key=lambda shot: shot.seconds)
        # The way back begins with the picture that was held.
        assert hold <= longest.seconds < hold + 0.2
        assert max(shot.seconds for shot in rep_track(dose, figure, high=high)) > hold


def test_a_film_goes_into_a_hold_and_stays_there(reels) -> None:
    stretch, flow = reels["kneeling-hip-stretch"], reels["cat-cow"]

    into = film_into(stretch)
    assert sum(shot.seconds for shot in into) == pytest.approx(SETTLE_SECONDS, abs=0.01)
    [held] = {shot.frame for shot in film_free(stretch)}
    assert held not in {shot.frame for shot in into}
    assert len({shot.frame for shot in film_free(flow)}) == len(flow.pictures)
    assert film_into(flow) == ()


def test_a_rep_without_a_tempo_goes_there_and_back_where_its_figure_does() -> None:
    figures = the_library().figures
    plain = a_dose(tempo=None, hold=None)

    assert [beat.name for beat in beats(plain, figures["dead-bug"])] == ["in", "out"]
    assert [beat.name for beat in beats(plain, figures["walking-lunge"])] == ["plain"]
