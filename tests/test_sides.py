"""Pictures of a handout are on the side that somebody does: turned round, or, of a photograph, told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.figures.illustration import Illustration
from publisher.handouts import LAYOUTS, Occasion, bound_handout
from publisher.library.overlays import read_library
from publisher.model.card import Movement
from publisher.model.patient import Need
from publisher.model.printing import PrintSettings
from publisher.model.programme import Side
from publisher.programmes import exercises_of
from publisher.sides import on_its_side
from publisher.typesetting.face import Plate, Role
from publisher.workshop import Choices, Workshop
from tests.factories import the_library
from tests.photographed import CARD, PICTURE, a_library
from tests.programmes_at_hand import ON, a_clinic, a_patient, a_programme, a_shop, an_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.binding import Bound
    from publisher.typesetting.face import Face

SIDED = [
    name
    for name, card in the_library().cards.items()
    if isinstance(card.body, Movement) and card.body.dose.sides.count == 2
]
# What of a figure touches what in which pose, and whether it is the side that the card calls `{side}`, or the other.
PROOFS = {
    "bird-dog": ("reach", "palm_l", "floor", "other"),
    "bird-dog-squares": ("low-in", "palm_r", "floor", "other"),
    "bulgarian-split-squat": ("start", "heel_r", "floor", "side"),
    "figure-four-stretch": ("cross", "ankle_r", "thigh_front_l", "side"),
    "foam-rolling": ("thigh", "thigh_front_r", "thigh-roller", "side"),
    "hamstring-floss": ("start", "heel_l", "floor", "other"),
    "hip-90-90": ("switch", "knee_side_l", "floor", "side"),
    "kneeling-hip-stretch": ("start", "knee_r", "cushion", "side"),
    "leg-swings": ("to-and-fro", "heel_l", "floor", "other"),
    "lying-twist": ("side", "knee_side_r", "floor", "side"),
    "negative-lunge": ("start", "heel_r", "floor", "side"),
    "open-book": ("start", "hip_side_r", "floor", "side"),
    "side-plank": ("hold", "elbow_l", "floor", "side"),
    "side-plank-knees": ("start", "elbow_l", "floor", "side"),
    "side-plank-leg-lift": ("start", "elbow_l", "floor", "side"),
    "single-leg-bridge": ("start", "heel_l", "floor", "side"),
    "step-down": ("start", "heel_r", "step", "side"),
    "step-up": ("start", "heel_l", "box", "side"),
    "walking-lunge": ("low", "heel_r", "floor", "side"),
}
PICTURED = [layout for name, layout in LAYOUTS.items() if name not in ("log", "visit-summary")]


def bound(layout: str, side: Side | None, card: str = "bird-dog", **more: object) -> Bound:
    shop, programme = more.pop("shop", a_shop()), a_programme(an_exercise(card, side=side))
    return bound_handout(shop, programme, a_clinic(), more.get("patient"), Occasion(ON), layout)


def faces_of(made: Bound) -> list[Face]:
    return [placed.face for page in made.pages for placed in page.placed]


def figures_of(made: Bound) -> list[tuple[str, list[Plate]]]:
    """What is told of each picture of an exercise, and its plates in their order."""
    found = []
    for face in faces_of(made):
        for number, element in enumerate(face.elements):
            plates = [part for part in face.parts if isinstance(part, Plate) and part.element == number]
            if element.role is Role.FIGURE and plates:
                found.append((element.alt, plates))
    return found


def marks_of(plate: Plate, sign: int = 1) -> list[float]:
    """The left, right, upper and lower end of each mark from the middle and the top of its plate, millimetres.

    With the sign -1 they are mirrored.
    """
    middle, found = plate.box.x + plate.box.width / 2, []
    for mark in plate.drawing.moved(plate.by).marks:
        box = mark.path.bounds
        across = sorted(sign * (x - middle) for x in (box.x, box.right))
        found += [*across, box.y - plate.box.y, box.bottom - plate.box.y]
    return found


def text_of(made: Bound) -> str:
    return " ".join(line.text for face in faces_of(made) for line in face.lines)


@pytest.mark.parametrize("layout", PICTURED)
def test_left_is_the_mirror_image_of_right_in_every_layout_with_pictures(layout: str) -> None:
    right, left = (figures_of(bound(layout, side)) for side in (Side.RIGHT, Side.LEFT))

    assert len(right) == len(left) >= 1
    for (_, one), (_, other) in zip(right, left, strict=True):
        for before, after in zip(one, other, strict=True):
            assert marks_of(after) == pytest.approx(marks_of(before, -1), abs=0.05)
            assert marks_of(after) != pytest.approx(marks_of(before), abs=1)


def test_who_hears_the_page_is_told_the_same_side() -> None:
    heard = {side: figures_of(bound("full-handout", side))[0][0] for side in (Side.LEFT, Side.RIGHT, None)}

    assert "the left arm reaches forward and the right leg" in heard[Side.LEFT]
    assert heard[Side.RIGHT] == heard[None]
    assert "the right arm reaches forward and the left leg" in heard[None]


def test_where_no_people_are_wanted_nothing_is_said_of_pictures() -> None:
    made = bound("full-handout", Side.LEFT, patient=a_patient(needs=(Need.NO_PEOPLE,)))

    assert figures_of(made) == []
    assert "picture shows" not in text_of(made)


def test_a_step_in_which_the_other_side_takes_over_is_not_shown_where_one_is_done() -> None:
    counts = {side: len(figures_of(bound("full-handout", side, "walking-lunge"))[0][1]) for side in (Side.LEFT, None)}

    assert counts == {Side.LEFT: 2, None: 3}


# --- Which side is drawn ---


def test_every_card_that_is_done_on_sides_has_a_figure_that_says_which_it_shows() -> None:
    library = the_library()

    assert SIDED
    assert [name for name in SIDED if library.figures[library.cards[name].picture.figure].side is None] == []


@pytest.mark.parametrize("name", PROOFS)
def test_a_figure_says_the_side_that_its_pose_touches_with(name: str) -> None:
    pose, part, on, meant = PROOFS[name]
    figure = the_library().figures[name]

    assert (part, on) in {(contact.part, contact.on) for contact in figure.poses[pose].contacts}
    touching = Side.RIGHT if part.endswith("_r") else Side.LEFT
    assert (figure.side is touching) == (meant == "side")


# --- Photographs, and figures of which nobody has said it ---


def one_sided(folder: Path, side: Side | None, picture: str) -> Bound:
    a_library(folder, picture)
    (folder / "cards/chair-squat.yaml").write_text(
        CARD.replace("dose: {", "dose: {sides: leg, ") + picture, encoding="utf-8"
    )
    choices = Choices(None, None, None, PrintSettings(), country="GB", date=0)
    return bound("full-handout", side, "chair-squat", shop=Workshop.open(read_library([folder]), choices))


@pytest.mark.parametrize(
    ("shows", "said"),
    [
        ("  side: right\n", "The picture shows the other side."),
        ("  side: left\n", ""),
        ("", "The picture may show the other side."),
    ],
)
def test_a_photograph_is_not_turned_and_the_page_says_so(tmp_path: Path, shows: str, said: str) -> None:
    made = one_sided(tmp_path, Side.LEFT, PICTURE + shows)
    ((alt, plates),) = figures_of(made)

    assert all(image.by.then(plate.by).a > 0 for plate in plates for image in plate.drawing.images)
    assert alt == f"A man stands upright. He sits back, his knees bent. {said}".strip()
    assert ("The picture" in text_of(made)) == bool(said)
    assert f"Side: left only{said and '. '}{said}" in text_of(made)


def test_a_figure_that_says_no_side_is_shown_as_it_is_with_a_word_of_doubt(tmp_path: Path) -> None:
    picture = "picture: {figure: plank, alt: A person holds the body off the floor on both forearms.}\n"
    ((alt, _),) = figures_of(one_sided(tmp_path, Side.LEFT, picture))

    assert alt.endswith("The picture may show the other side.")


def test_on_the_side_that_is_drawn_the_picture_is_the_very_same() -> None:
    shop, programme = a_shop(), a_programme(an_exercise("step-down", side=Side.RIGHT))
    drawn = Illustration(())

    told, shown = on_its_side(
        shop.library, shop.words, exercises_of(programme, shop.library.cards), {"step-down": drawn}
    )

    assert shown["step-down"] is drawn
    assert told[0].prescribed.picture is None


def test_what_is_done_on_both_sides_is_the_very_same() -> None:
    shop, programme = a_shop(), a_programme()
    exercises = exercises_of(programme, shop.library.cards)

    told, shown = on_its_side(shop.library, shop.words, exercises, {"side-plank": "as drawn"})

    assert all(one is other for one, other in zip(told, exercises, strict=True))
    assert shown == {"side-plank": "as drawn"}
