"""A movement as a figure of many poses, one a frame: so it is drawn, kept and placed like any other. Needs NumPy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.figures.motion import moments, moments_at
from publisher.figures.skeleton import DEGREES
from publisher.model.figure import Pelvis
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.motion import Moment
    from publisher.figures.skeleton import Array, State
    from publisher.model.dose import Dose
    from publisher.model.figure import Build, Figure, Pose, Prop, Triple


def film(figure: Figure, build: Build, count: int, dose: Dose | None = None) -> tuple[Figure, tuple[Moment, ...]]:
    """One rep in `count` frames on one body, and the moment of each; without marks, which would stand still."""
    return _filmed(figure, tuple(moments(figure, build, count, dose)))


def film_at(figure: Figure, build: Build, times: Sequence[float], dose: Dose | None = None) -> Figure:
    """One rep on one body at these times, seconds from its start; a frame each."""
    return _filmed(figure, tuple(moments_at(figure, build, times, dose)))[0]


def _filmed(figure: Figure, shown: tuple[Moment, ...]) -> tuple[Figure, tuple[Moment, ...]]:
    names = [f"frame-{number:02}" for number in range(1, len(shown) + 1)]
    poses = {name: _pose(name, moment) for name, moment in zip(names, shown, strict=True)}
    made = replace(
        figure,
        id=Phrase(f"{figure.id}-film-{len(shown)}"),
        poses=poses,
        frames=tuple(map(Phrase, names)),
        props=tuple(_there(prop, names, shown) for prop in figure.props),
        arrows=(),
        rings=(),
        ghosts=(),
        motion=(),
    )
    return made, shown


def _pose(name: str, moment: Moment) -> Pose:
    """The body of a moment as a pose: what was solved is written, and what was touched is touched."""
    it = moment.stance
    turn, at = it.state.turn, it.state.at
    pelvis = Pelvis(up=_triple(turn[:, 1]), front=_triple(turn[:, 0]), at=_triple(at))
    return it.pose._replace(name=Phrase(name), pelvis=pelvis, joints=_joints(it.state), place=None)


def _joints(state: State) -> Mapping[str, Triple]:
    numbers: dict[str, list[float]] = {}
    for degree, angle in zip(DEGREES, state.angles, strict=True):
        numbers.setdefault(degree.joint, [0.0, 0.0, 0.0])[degree.number] = float(angle)
    return {joint: _triple(values) for joint, values in numbers.items()}


def _triple(values: Sequence[float] | Array) -> Triple:
    x, y, z = (round(float(value), 4) for value in values)
    return x, y, z


def _there(prop: Prop, names: Sequence[str], shown: Sequence[Moment]) -> Prop:
    """A thing that is only there in some poses is there from them on."""
    if not prop.only:
        return prop
    return prop._replace(
        only=tuple(Phrase(name) for name, it in zip(names, shown, strict=True) if it.stance.pose.name in prop.only)
    )
