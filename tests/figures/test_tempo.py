"""What a pose is in its rep: breath and hold."""

from __future__ import annotations

import pytest

from publisher.figures.tempo import Beat, beat, kept, legs
from publisher.model.dose import Dose, Range, Tempo
from publisher.model.figure import Figure, Pelvis, Phase, Pose
from publisher.problems import Phrase


def a_figure(*motion: Phase) -> Figure:
    poses = {name: Pose(Phrase(name), Pelvis(), {}) for name in ("start", "end")}
    return Figure(Phrase("x"), Phrase("x"), poses, tuple(map(Phrase, poses)), motion=motion)


RAISE = a_figure(Phase(Phrase("end"), "up", "out"), Phase(Phrase("end"), "pause"), Phase(Phrase("start"), "down", "in"))


def test_a_pose_tells_the_breath_on_the_way_into_it_and_what_is_kept_there() -> None:
    assert beat(RAISE, "end") == Beat("out", "pause")
    assert beat(RAISE, "start") == Beat("in", "")


def test_the_last_frame_of_a_stretch_that_says_nothing_of_time_is_held() -> None:
    assert (beat(a_figure(), "start"), beat(a_figure(), "end")) == (Beat(), Beat("", "hold"))


@pytest.mark.parametrize(
    ("stays", "dose", "seconds"),
    [
        ("hold", Dose(Range(1, 1), seconds=Range(30, 60)), Range(30, 60)),
        ("hold", Dose(Range(1, 1), reps=Range(5, 5), hold=Range(10, 10)), Range(10, 10)),
        ("pause", Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(3, 2, 1)), Range(2, 2)),
        ("pause", Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(3, 0, 1)), None),
        ("pause", Dose(Range(1, 1), seconds=Range(30, 30)), None),
        ("", Dose(Range(1, 1), seconds=Range(30, 30)), None),
    ],
)
def test_how_long_it_is_kept_is_what_the_dose_says(stays: str, dose: Dose, seconds: Range | None) -> None:
    assert kept(stays, dose) == seconds


def test_a_part_with_seconds_of_its_own_takes_them_whatever_the_dose() -> None:
    breath = a_figure(Phase(Phrase("end"), "up", "in", 4), Phase(Phrase("start"), "down", "out", 6))

    assert [leg.seconds for leg in legs(breath, Dose(Range(1, 1), seconds=Range(300, 300)))] == [4, 6]
