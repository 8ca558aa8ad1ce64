"""An exercise of one's own with photographs, from its folder to paper, phone and page."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from layouts.product import Job
from publisher.build import publish
from publisher.figures.photographs import Photographed
from publisher.library.overlays import read_library
from publisher.model.printing import PrintSettings
from publisher.phone.card_picture import card_picture
from publisher.phone.kit import Kit
from publisher.pictures import illustrations, looks
from publisher.problems import InputError
from publisher.reviews import seal
from publisher.typesetting.face import Plate, Role
from publisher.workshop import Choices, Workshop
from tests.pdf.checking import assert_conforming, tag_tree
from tests.photographed import PICTURE, a_library
from tests.pixels import a_photograph, pixels_of, plain, written

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.model.library import Library
    from publisher.problems import Problem

CHOICES = Choices(None, None, None, PrintSettings())
ONE = "picture:\n  photos:\n    - {file: pictures/up.jpg, alt: A man stands.%s}\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return read_library([a_library(tmp_path)])


def refused(folder: Path, picture: str = PICTURE) -> list[Problem]:
    """All that is wrong with a library when it is read and its pictures are made."""
    with pytest.raises(InputError) as caught:
        shown(read_library([a_library(folder, picture)]))
    return list(caught.value.problems)


def shown(library: Library) -> list[Photographed]:
    card = library.cards["chair-squat"]
    frames = illustrations(library, [card], library.themes["surefoot"])["chair-squat"].frames
    assert all(isinstance(frame, Photographed) for frame in frames)
    return list(frames)


def front_of(library: Library, layout: str = "pocket") -> tuple:
    """The parts and elements of the face that shows the card."""
    shop = Workshop.open(library, CHOICES)
    publication = library.publications["mine"]
    card, stock = library.cards["chair-squat"], shop.stock(publication) if layout == "pocket" else None
    job = Job("Mine", "", (card,), shop.setting(publication, stock, [card]), shop.paper(publication).size, stock, ())
    made = import_module(f"layouts.{layout}").make(job)
    assert not made.problems
    return made.cards[0].front if layout == "pocket" else made.screens[0].face


def test_its_alternative_is_what_all_photographs_show(library: Library) -> None:
    picture = library.cards["chair-squat"].picture

    assert picture is not None
    assert picture.figure is None
    assert picture.alt == "A man stands upright. He sits back, his knees bent."


@pytest.mark.parametrize("layout", ["pocket", "phone"])
def test_photographs_are_one_figure_with_numbers_and_words_below(library: Library, layout: str) -> None:
    face = front_of(library, layout)

    [figure] = [element for element in face.elements if element.role is Role.FIGURE]
    plates = [part for part in face.parts if isinstance(part, Plate) and part.drawing.images]
    captions = [each for each in face.spoken().splitlines() if each in {"Start", "1", "Sit back"}]
    assert figure.alt == "A man stands upright. He sits back, his knees bent."
    assert len(plates) == 2
    assert captions[:3] == ["Start", "1", "Sit back"]
    [one, other] = plates
    assert one.box._replace(x=0) == pytest.approx(other.box._replace(x=0))
    assert one.box.height > 12
    assert one.box.right < other.box.x


def test_printed_in_a_deck_with_drawn_cards_it_conforms_and_is_the_same_each_time(library: Library) -> None:
    [product] = publish(library, ["mine"], CHOICES, {}, None)
    [again] = publish(library, ["mine"], CHOICES, {}, None)

    assert product.content == again.content
    assert_conforming(product.content)
    assert "A man stands upright." in tag_tree(product.content)
    with pikepdf.open(BytesIO(product.content)) as opened:
        images = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        # The cover shows one of them, larger.
        assert len(images) == 3
        assert sorted(max(int(image.Width), int(image.Height)) for image in images)[:2] == [360, 360]
    assert len(product.content) < 150_000


def test_the_offline_page_takes_photographs_along_and_does_not_move_them(library: Library) -> None:
    card = library.cards["chair-squat"]

    shown_ = card_picture(card, Kit.of(Workshop.open(library, CHOICES)))

    assert shown_ is not None
    assert shown_.count('<img src="data:image/jpeg;base64,') == 2
    assert "A man stands upright. He sits back, his knees bent." in shown_
    assert ">Start<" in shown_
    assert "Sit back" in shown_
    assert "data-play" not in shown_


def test_what_a_camera_noted_is_not_printed(tmp_path: Path) -> None:
    folder = a_library(tmp_path)
    notes = Image.Exif()
    notes[0x010F], notes[0x013B] = "CANARY maker", "CANARY artist"
    picture = Image.open(BytesIO(a_photograph()))
    (folder / "pictures/up.jpg").write_bytes(written(picture, "JPEG", exif=notes, comment=b"CANARY"))

    [product] = publish(read_library([folder]), ["mine"], CHOICES, {}, None)

    with pikepdf.open(BytesIO(product.content)) as opened:
        every = [each.read_raw_bytes() for each in opened.objects if isinstance(each, pikepdf.Stream)]
    assert b"CANARY" not in product.content
    assert not any(b"CANARY" in data for data in every)


def test_the_focus_decides_what_shows(tmp_path: Path) -> None:
    striped = plain((1600, 400), (240, 240, 240))
    striped.paste((10, 10, 10), (0, 0, 300, 400))
    for name, focus in (("left", "[0, 0.5]"), ("right", "[1, 0.5]")):
        folder = a_library(tmp_path / name, ONE % f", focus: {focus}")
        (folder / "pictures/up.jpg").write_bytes(written(striped, "JPEG"))

        [frame] = shown(read_library([folder]))

        dark = pixels_of(frame.raster).convert("L").getpixel((20, 200)) < 100
        assert dark is (name == "left")


@pytest.mark.parametrize(("frame", "aspect"), [("upright", 3 / 4), ("square", 1), ("lying", 4 / 3), (None, 4 / 3)])
def test_the_frame_can_be_chosen(tmp_path: Path, frame: str | None, aspect: float) -> None:
    picture = PICTURE + (f"  frame: {frame}\n" if frame else "")

    frames = shown(read_library([a_library(tmp_path, picture)]))

    assert all(each.raster.width / each.raster.height == pytest.approx(aspect, abs=0.01) for each in frames)


def test_another_photograph_under_its_name_is_another_look_and_breaks_a_seal(tmp_path: Path, library: Library) -> None:
    card = library.cards["chair-squat"]
    look, sealed_ = looks(library, [card]), seal(card, library)
    assert seal(card, library) == sealed_

    (tmp_path / "pictures/down.jpg").write_bytes(a_photograph(bend=0.5))

    assert looks(library, [card]) != look
    assert seal(card, library) != sealed_


def test_the_very_same_frames_are_shown_as_long_as_the_files_say_the_same(tmp_path: Path, library: Library) -> None:
    first = shown(library)

    assert all(one is other for one, other in zip(first, shown(library), strict=True))
    (tmp_path / "pictures/down.jpg").write_bytes(a_photograph(bend=0.5))
    assert shown(library)[1] is not first[1]


def test_everything_that_is_wrong_with_photographs_is_told_at_once(tmp_path: Path) -> None:
    folder = a_library(tmp_path)
    (folder / "pictures/up.jpg").write_bytes(b"GIF89a")
    (folder / "pictures/down.jpg").write_bytes(a_photograph()[:4000])

    with pytest.raises(InputError) as caught:
        shown(read_library([folder]))

    assert [(each.name, each.place.line) for each in caught.value.problems if each.place] == [
        ("not-a-picture", 21),
        ("damaged-picture", 23),
    ]


@pytest.mark.parametrize(
    ("picture", "names"),
    [
        (ONE % ", step: 4", ["no-such-step"]),
        (ONE % ", focus: [0.5]", ["too-few"]),
        (ONE % ", focus: [0.5, 1.5]", ["out-of-range"]),
        (ONE.replace("up.jpg", "gone.jpg") % "", ["no-such-picture"]),
        (ONE.replace("pictures/up.jpg", "/etc/a.jpg") % "", ["not-a-picture-path"]),
        (ONE.replace("up.jpg", "up.svg") % "", ["not-a-picture-path"]),
        (ONE.replace(", alt: A man stands.", "") % "", ["missing-field"]),
        ("picture: {photos: []}\n", ["too-few"]),
        (PICTURE + "  figure: plank\n", ["unknown-field"]),
        ("picture: {figure: plank}\n", ["missing-field"]),
    ],
)
def test_what_photographs_do_not_take_is_told(tmp_path: Path, picture: str, names: list[str]) -> None:
    assert [problem.name for problem in refused(tmp_path, picture)] == names
