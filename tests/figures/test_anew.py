from functools import cache

import numpy as np
import pytest

from publisher.figures import anew, kept
from publisher.figures.marks import arrows, plain_parts
from publisher.figures.palette import GROUND
from publisher.figures.sight import alone
from publisher.figures.staging import behind, seen, stage
from publisher.library import read_library
from publisher.model.figure import Faces
from tests.figures.shapes import extent_of

# Enough to tell limbs apart, and quick.
COARSE = 150
# Pixels of a limb below which nobody would find it.
FOUND = 10
LIMBS = ("arm_r", "arm_l", "leg_r", "leg_l")
# Where a limb is meant to be hidden, and why.
HIDDEN = {
    ("childs-pose-side-bend", "leg_l"): "the far leg lies under the trunk",
    ("childs-pose-side-bend", "leg_r"): "the near leg is folded under the trunk",
    # A hand on the far hip shows a few fingers before the belly, which nobody can read: it rests behind.
    **{
        (figure, "arm_l"): "the far hand is on the hip, behind the trunk"
        for figure in (
            *("bulgarian-split-squat", "kneeling-hip-stretch", "negative-lunge", "step-down", "walking-lunge"),
        )
    },
    ("hip-bridge", "arm_l"): "the far arm lies beside the trunk",
    ("hip-bridge-band", "arm_l"): "the far arm lies beside the trunk",
    ("knees-to-chest", "arm_l"): "the far arm does as the near one, behind the legs",
}
# A card of several movements has frames that look elsewhere than its first.
# Several movements in one figure: a frame of another kind looks elsewhere.
LOOKS = {
    ("foam-rolling", "thigh"): Faces.DOWN,
    ("mobility-flow", "rock"): Faces.UP,
    ("open-book", "open"): Faces.UP,
}


@cache
def the_library():
    return read_library()


@cache
def staged(figure, person="hana"):
    library = the_library()
    return stage(library.figures[figure], library.people[person])


@cache
def looked_at(figure, pose):
    return seen(staged(figure)[pose], COARSE)


def frames():
    return [
        pytest.param(str(figure.id), str(pose), id=f"{figure.id}-{pose}")
        for figure in the_library().figures.values()
        if figure.people
        for pose in figure.frames
    ]


def pixels_of(raster, limb):
    owners = np.array([*(part.limb for part in raster.parts), ""])
    return owners[raster.part] == limb


@pytest.mark.parametrize(("figure", "pose"), frames())
def test_head_and_all_four_limbs_are_seen(figure, pose) -> None:
    raster = looked_at(figure, pose)

    for limb in (*LIMBS, "head"):
        if (figure, limb) not in HIDDEN:
            assert pixels_of(raster, limb).sum() >= FOUND, limb


@pytest.mark.parametrize(("figure", "pose"), frames())
def test_most_of_each_near_limb_that_moves_is_seen(figure, pose) -> None:
    one, raster = staged(figure)[pose], looked_at(figure, pose)
    far = behind(one)

    for limb in LIMBS:
        if limb in one.figure.moves and limb not in far and (figure, limb) not in HIDDEN:
            whole = (alone(one, limb, COARSE).part >= 0).sum()
            assert pixels_of(raster, limb).sum() >= 0.6 * whole, limb


@pytest.mark.parametrize(("figure", "pose"), frames())
def test_the_face_looks_where_the_file_says(figure, pose) -> None:
    one = staged(figure)[pose]

    right, up, towards = one.camera.axes @ one.skeleton.bones["head"].turn[:, 0]

    looks = {
        Faces.RIGHT: right > 0.3,
        Faces.LEFT: right < -0.3,
        Faces.VIEWER: towards > 0.4,
        Faces.AWAY: towards < -0.3,
        Faces.UP: up > 0.4,
        Faces.DOWN: up < -0.25,
    }
    assert looks[LOOKS.get((figure, pose), one.figure.faces)]


@pytest.mark.parametrize(("figure", "pose"), frames())
def test_arrows_touch_neither_figure_nor_thing(figure, pose) -> None:
    one, raster = staged(figure)[pose], looked_at(figure, pose)
    things = (raster.part >= 0) & ~np.isin(raster.part, plain_parts(raster))

    for shape in arrows(staged(figure), pose, raster):
        numbers = [values[-2:] for _, values in shape.path.segments if values]
        columns = np.array([(x / 100 - raster.left) * raster.pixels for x, _ in numbers]).round().astype(int)
        rows = np.array([(raster.top + y / 100) * raster.pixels for _, y in numbers]).round().astype(int)
        inside = (columns >= 0) & (rows >= 0) & (columns < things.shape[1]) & (rows < things.shape[0])
        assert not things[rows[inside], columns[inside]].any(), one.figure.id


def test_nothing_is_drawn_outside_the_box_of_a_sketch() -> None:
    library = the_library()
    sketches = anew.sketches(library.figures["bird-dog"], library.people["hana"], pixels=COARSE)

    for sketch in sketches.values():
        # Pages leave out shadow and mat; the corners of a mat are sharper than its pixels.
        painted = [path for role, path in sketch.fills if role not in GROUND]
        for path in [*painted, *(line.path for line in sketch.lines if line.role not in GROUND)]:
            left, top, right, bottom = extent_of(path)
            assert left >= sketch.box.x - 0.8
            assert right <= sketch.box.right + 0.8
            assert top >= sketch.box.y - 0.8
            assert bottom <= sketch.box.bottom + 0.8


def test_the_same_figure_is_drawn_with_the_same_bytes() -> None:
    library = the_library()
    figure, person = library.figures["plank"], library.people["samuel"]

    def text():
        sketches = anew.sketches(figure, person, pixels=COARSE)
        return kept.written(kept.Kept("plank", "samuel", kept.made_of(figure, person), sketches))

    assert text() == text()


def test_people_differ_in_what_is_drawn() -> None:
    library = the_library()
    figure = library.figures["plank"]

    outlines = {anew.sketches(figure, person, pixels=COARSE)["hold"].fills for person in library.people.values()}

    assert len(outlines) == len(library.people)


def test_spots_lie_on_the_body_in_the_order_of_their_numbers():
    library = the_library()
    figure = library.figures["why-landing"]

    (sketch,) = anew.sketches(figure, library.people["hana"], pixels=COARSE).values()

    names, points = zip(*sketch.spots, strict=True)
    assert names == ("heel_r", "knee_r", "low_back")
    assert points[0].y > points[1].y > points[2].y
    assert all(sketch.box.x < x < sketch.box.right and sketch.box.y < y < sketch.box.bottom for x, y in points)
