"""A film is a figure: frames that stand where the movement has them, with the things that are there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.film import film
from publisher.figures.landmarks import NAMES, position
from publisher.figures.posing import stances
from publisher.library import read_library
from publisher.model.dose import Dose, Range, Tempo
from publisher.model.figure import Build
from tests.figures.anatomy import MILLIMETRE

if TYPE_CHECKING:
    from publisher.model.library import Library

PLAIN = Build()


@cache
def the_library() -> Library:
    return read_library()


@pytest.mark.parametrize("name", ["squat", "bird-dog", "hip-thrust", "pallof-press"])
def test_a_frame_stands_as_its_moment_does(name: str) -> None:
    figure, moments = film(the_library().figures[name], PLAIN, 7)

    for stance, moment in zip(stances(figure, PLAIN).values(), moments, strict=True):
        apart = [position(stance.skeleton, part) - position(moment.stance.skeleton, part) for part in NAMES]
        assert np.linalg.norm(apart, axis=1).max() < 8 * MILLIMETRE
        assert stance.missed == ()


def test_frames_are_in_order_and_numbered() -> None:
    figure, moments = film(the_library().figures["squat"], PLAIN, 12)

    assert list(figure.poses) == [str(name) for name in figure.frames]
    assert list(figure.poses) == sorted(figure.poses)
    assert len(moments) == len(figure.frames) == 12


def test_marks_do_not_stand_still_in_what_moves() -> None:
    figure, _ = film(the_library().figures["squat"], PLAIN, 4)

    assert (figure.arrows, figure.rings, figure.motion) == ((), (), ())


def test_the_tempo_is_that_of_the_dose() -> None:
    slow = Dose(Range(1, 1), reps=Range(8, 8), tempo=Tempo(3, 0, 1))
    _, moments = film(the_library().figures["squat"], PLAIN, 8, slow)

    assert moments[1].at == pytest.approx(0.5)


def test_things_that_are_only_there_in_some_poses_are_there_from_them_on() -> None:
    rolling = the_library().figures["foam-rolling"]
    film_of, moments = film(rolling, PLAIN, 6)
    before, after = (next(prop for prop in figure.props if prop.only) for figure in (rolling, film_of))

    expected = [name for name, it in zip(film_of.poses, moments, strict=True) if it.stance.pose.name in before.only]
    assert [str(name) for name in after.only] == expected
