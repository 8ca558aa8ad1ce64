"""Things as they are drawn: few closed lines, and what makes each of them known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures import staging
from publisher.figures.contours import Wishes, sketch
from publisher.figures.props.shoe import LUGS
from publisher.figures.shading import labelled
from publisher.model.figure import Build, Figure, Hair, Pelvis, Person, Pose, Prop, View
from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.figures.sketch import Line, Sketch
    from publisher.figures.tracing import Raster

NOBODY = Person(Phrase("one"), Phrase("one"), Build(), Hair.SHORT, "#222222", "#F8DFCF", "#E9C3AC", "#D9BBA8")
PIXELS = 400


def a_thing(kind: str, *size: float, turn: float = 0.0) -> Prop:
    return Prop(Phrase(kind), Phrase(kind), size=size, turn=turn)


def staged(thing: Prop, view: View) -> staging.Staged:
    still = Phrase("still")
    poses = {"still": Pose(still, Pelvis(), {})}
    figure = Figure(Phrase("a"), Phrase("A"), poses, (still,), props=(thing,), people=False, view=view)
    return staging.stage(figure, NOBODY)["still"]


def looked_at(thing: Prop, view: View) -> Raster:
    return staging.seen(staged(thing, view), PIXELS)


def drawn(thing: Prop, view: View) -> Sketch:
    """A thing alone as areas and lines."""
    return sketch(looked_at(thing, view), staged(thing, view).camera, Wishes(shadow=False))


def pieces(thing: Prop, view: View, piece: str) -> list[int]:
    """The sizes of the pieces in which a part of a thing is seen, in pixels."""
    raster = looked_at(thing, view)
    wanted = [i for i, part in enumerate(raster.parts) if part.piece == piece]
    number, count = labelled(np.where(np.isin(raster.part, wanted), 0, -1))
    sizes = np.bincount(number[number >= 0], minlength=count)
    return sorted(sizes[sizes > 9].tolist())  # smaller ones are specks, which are not drawn


def test_lugs_seen_from_below_are_plain_closed_shapes_with_one_line_each() -> None:
    sole = a_thing("shoe-sole", 0.95)

    lines = drawn(sole, View(turn=0, height=10)).lines

    assert len(lines) == 1 + 2 * len(LUGS)
    assert all(line.path.segments[-1][0] == "Z" for line in lines)


def test_a_trail_shoe_stands_on_teeth() -> None:
    shoe = a_thing("shoe", 0.95)
    there = looked_at(shoe, View(turn=0, height=0)).part >= 0

    # How far each column of pixels ends above the ground.
    high = np.argmax(there[::-1, there.any(axis=0)], axis=0)
    gaps = np.flatnonzero(np.diff((high > high.min() + 0.02 * PIXELS).astype(int)) == 1)

    assert len(gaps) >= 7


def test_heel_cup_and_arch_of_an_insole_are_whole() -> None:
    insole, view = a_thing("insole", 0.95, 0.32), View(turn=12, height=48)

    assert len(pieces(insole, view, "cup")) == 1
    assert len(pieces(insole, view, "pad")) == 1
    assert len(drawn(insole, view).lines) <= 8


def test_a_running_pack_by_itself_shows_two_straps_with_a_flask_each() -> None:
    pack, view = a_thing("pack", 0.32, 0.50, 0.64, turn=-90), View(turn=22, height=8)

    straps, flasks = (pieces(pack, view, piece) for piece in ("strap", "flask"))

    assert len(straps) == len(flasks) == 2
    assert straps[0] > 4 * flasks[1]


def test_all_pretzels_show_their_loops() -> None:
    bowl = a_thing("bowl", 0.28, 0.20)

    # Three loops of the one in front, two or more of each other one.
    assert len(pieces(bowl, View(turn=8, height=16), "loops")) >= 3 + 2 * 4


def test_each_nut_in_a_bowl_has_its_own_outline() -> None:
    raster = looked_at(a_thing("nuts", 0.22, 0.15), View(turn=6, height=18))

    number, count = np.unique(raster.part[raster.part >= 0], return_counts=True)
    seen = [n for i, n in zip(number, count, strict=True) if raster.parts[i].piece.startswith("almond")]
    assert len(seen) >= 13
    # One nut is not half as wide as the bowl.
    assert max(seen) < (0.22 * PIXELS) ** 2 / 4


def test_the_hands_of_a_clock_are_told_apart() -> None:
    radius = 0.4
    raster = looked_at(a_thing("clock", radius, 2.0), View(turn=0, height=20))

    rows, columns = np.nonzero(np.isin(raster.part, [i for i, p in enumerate(raster.parts) if p.piece == "hand"]))
    # At two o'clock the long hand stands upright, and nothing is left of it.
    upright = columns < columns.min() + 0.06 * radius * PIXELS

    assert np.ptp(rows[upright]) > 1.15 * np.ptp(columns[~upright])


def test_leaves_of_a_bunch_keep_their_whole_outlines() -> None:
    lines = drawn(a_thing("greens", 0.56), View(turn=6, height=18)).lines

    # Besides the ribs: the outline, the tie, four leaves that lie behind others, gaps between stalks.
    assert sum(line.path.segments[-1][0] == "Z" for line in lines) >= 5
    assert len(lines) <= 18


def test_a_watch_shows_two_footprints_and_the_steps_of_a_minute() -> None:
    watch, view = a_thing("watch", 0.36), View(turn=0, height=2)

    assert len(pieces(watch, view, "print")) == 2
    assert len(pieces(watch, view, "digit")) == 3
    assert len(pieces(watch, view, "hole")) == 5


def test_drops_of_a_shower_touch_neither_the_head_nor_one_another() -> None:
    shower = a_thing("shower", 1.0, 0.26)

    lines = drawn(shower, View(turn=24, height=8)).lines

    assert len(pieces(shower, View(turn=24, height=8), "drop")) == sum(_is_drop(line) for line in lines)


def _is_drop(line: Line) -> bool:
    """A closed line about as high as a drop; the ice crystals are wider than high or higher."""
    box = line.path.bounds
    return line.path.segments[-1][0] == "Z" and 8 < box.height < 12.5 and box.width < 4.5
