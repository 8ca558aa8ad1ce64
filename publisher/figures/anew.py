"""Draws figures anew: from a figure and a person to the sketches of its poses. Slow, and needs NumPy and Numba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.contours import Wishes, sketch
from publisher.figures.faces import face_marks
from publisher.figures.staging import behind, seen, stage
from publisher.figures.strokes import Mark
from publisher.figures.tracing import PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.figures.sketch import Sketch
    from publisher.figures.staging import Staged
    from publisher.model.figure import Figure, Person


def sketches(
    figure: Figure, person: Person, poses: Iterable[str] | None = None, pixels: float = PIXELS
) -> dict[str, Sketch]:
    """The sketches of the named poses, of all frames unless told otherwise."""
    staged = stage(figure, person)
    return {str(name): drawn(staged[name], pixels) for name in (figure.frames if poses is None else poses)}


def drawn(staged: Staged, pixels: float = PIXELS) -> Sketch:
    """One staged pose as a sketch."""
    raster = seen(staged, pixels)
    face = face_marks(staged.skeleton.bones["head"], staged.person, raster, staged.camera)
    # What of a face is seen has been asked there, of the whole head.
    marks = tuple(Mark(line.points, [float(w) for w in line.weights], facing=-1.0) for line in face)
    return sketch(raster, staged.camera, Wishes(behind(staged), marks))
