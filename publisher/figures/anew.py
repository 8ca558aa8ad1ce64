"""Draws figures anew: from a figure and a person to the sketches of its poses. Slow, and needs NumPy and Numba."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.contours import Wishes, outline, sketch
from publisher.figures.crumbs import pieces, without_crumbs
from publisher.figures.details import details
from publisher.figures.ghosts import ghosts
from publisher.figures.guides import guides
from publisher.figures.landmarks import position
from publisher.figures.marks import arrows, rings
from publisher.figures.muscles import worked
from publisher.figures.sketch import Line
from publisher.figures.staging import behind, hand_shapes, seen, stage
from publisher.figures.strokes import Mark, place_of
from publisher.figures.tracing import PIXELS
from publisher.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publisher.drawing import Path
    from publisher.figures.sketch import Sketch
    from publisher.figures.staging import Staged
    from publisher.model.figure import Figure, Person

MUSCLE_TOLERANCE = 0.8  # pixels
MUSCLE_RIM = 0.42  # of a body line
CRUMB = 2.5  # square hundredths of H: less of a muscle is a scrap that nobody can name
_MARKS = ("white", "arrow", "axis", "ring", "wrong", "ghost-line", "ghost")


def sketches(
    figure: Figure, person: Person, poses: Iterable[str] | None = None, pixels: float = PIXELS
) -> dict[str, Sketch]:
    """The sketches of the named poses, of all frames unless told otherwise."""
    staged = stage(figure, person)
    return {str(name): drawn(staged, str(name), pixels) for name in (figure.frames if poses is None else poses)}


def drawn(staged: Mapping[str, Staged], name: str, pixels: float = PIXELS) -> Sketch:
    """One staged pose as a sketch, with its marks."""
    one = staged[name]
    raster = seen(one, pixels)
    hands = hand_shapes(one.stance.pose)
    fine = details(one.skeleton, one.person, hands, raster, one.camera) if one.figure.people else ()
    # What of them is seen has been asked there, of the whole head and shoe.
    strokes = tuple(Mark(line.points, [float(w) for w in line.weights], line.role, facing=-1.0) for line in fine)
    plain = sketch(raster, one.camera, Wishes(behind(one), strokes))
    shapes, guided = arrows(staged, name, raster), guides(one, name, raster)
    tint = outline(worked(one, raster).astype(float), place_of(raster), MUSCLE_TOLERANCE)
    tint = without_crumbs(tint, CRUMB)
    tints = [("muscle", tint)] if tint.segments else []
    fills = [("white", shape.edge) for shape in shapes] + [("arrow", shape.path) for shape in shapes]
    marks = (*_rims(tint), *rings(one, name), *guided.lines)
    fills = [*plain.fills, *ghosts(staged, name, raster), *tints, *fills, *guided.fills]
    return grown(plain._replace(fills=tuple(fills), lines=(*plain.lines, *marks), spots=tuple(_spots(one, name))))


def _spots(one: Staged, name: str) -> Iterator[tuple[str, Point]]:
    """What a page may point at in this frame, in order; of a joint its middle, which lies on the limb from any side."""
    for spot in one.figure.spots:
        if spot.shown == name:
            x, y, _ = one.camera.seen(position(one.skeleton, spot.at, one.person.build)[None, :])[0]
            yield str(spot.at), Point(100 * float(x), -100 * float(y))


def _rims(path: Path) -> Iterator[Line]:
    """The rim of each muscle as a thin line."""
    for piece in pieces(path):
        drawn = sum(verb in ("M", "L", "C") for verb, _ in piece.segments)
        yield Line(piece, (MUSCLE_RIM,) * drawn, "muscle-line")


def grown(sketch: Sketch) -> Sketch:
    """The sketch with a box that holds its marks too."""
    boxes = [sketch.box, *(path.bounds for role, path in sketch.fills if role in _MARKS and path.segments)]
    boxes += [line.path.bounds for line in sketch.lines if line.role in _MARKS]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return sketch._replace(box=Box(left, top, right - left, bottom - top))
