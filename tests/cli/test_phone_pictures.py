"""`surefoot phone pictures`: what it writes, what it says, and what it says to things that cannot be."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PIL import Image

from publisher.cli import extras

if TYPE_CHECKING:
    from collections.abc import Callable

# Two cards, so that a test does not draw more than it needs.
LIBRARY = {
    "cards/publications/two.yaml": "id: two\ntitle: Two\nlayout: pocket\nsize: poker\ncards: [plank, bird-dog]\n"
}


@pytest.fixture
def two(surefoot: Callable[..., object]) -> Callable[..., object]:
    for name, text in LIBRARY.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return lambda *words: surefoot("phone", "pictures", *words, "--library", ".")


def written(folder: str = "out/phone/pictures") -> set[str]:
    return {path.name for path in Path(folder).iterdir() if not path.name.startswith(".")}


def test_each_card_becomes_two_pictures_named_after_it(two: Callable[..., object]) -> None:
    told = two("two", "--zip")

    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("out/phone/pictures   2 cards, 5 files, ")
    assert written() == {"plank.png", "plank.webp", "bird-dog.png", "bird-dog.webp", "two.zip"}
    with ZipFile("out/phone/pictures/two.zip") as packed:
        assert packed.namelist() == ["01-plank.png", "02-bird-dog.png"]
        assert packed.read("01-plank.png") == Path("out/phone/pictures/plank.png").read_bytes()
    with Image.open("out/phone/pictures/plank.png") as picture:
        assert picture.size == (1080, 1920)
        assert picture.text["Title"] == "S1 Plank"


def test_a_card_can_be_named_alone_or_beside_a_deck(two: Callable[..., object]) -> None:
    assert two("hip-bridge", "--format", "webp", "--out", "there").code == 0
    assert written("there/phone/pictures") == {"hip-bridge.webp"}

    two("plank", "two", "--format", "webp")
    assert written() == {"plank.webp", "bird-dog.webp"}


def test_one_format_and_another_size(two: Callable[..., object]) -> None:
    two("two", "--format", "webp", "--phone-size", "540x1170", "--zip", "--out", "there")

    there = "there/phone/pictures"
    assert written(there) == {"plank.webp", "bird-dog.webp", "two.zip"}
    with ZipFile(f"{there}/two.zip") as packed, Image.open(BytesIO(packed.read("01-plank.webp"))) as picture:
        assert picture.size == (540, 1170)


def test_a_lock_screen_alone_draws_no_card(two: Callable[..., object]) -> None:
    told = two("--lock-screen", "two", "--format", "png")

    assert told.out.startswith("out/phone/pictures   0 cards, 1 file, ")
    assert written() == {"two-lock-screen.png"}
    with Image.open("out/phone/pictures/two-lock-screen.png") as picture:
        assert picture.size == (1290, 2796)
        assert picture.text["Description"].splitlines()[0] == "Two."


def test_the_same_bytes_each_time(two: Callable[..., object]) -> None:
    for folder in ("one", "other"):
        two("two", "--zip", "--lock-screen", "two", "--phone-size", "360x780", "--out", folder)

    one, other = ({p.name: p.read_bytes() for p in Path(name, "phone/pictures").iterdir()} for name in ("one", "other"))
    assert one == other


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["startre"], "Did you mean `starter`?"),
        (["hip-bridg"], "Did you mean `hip-bridge`?"),
        (["--lock-screen", "startre"], "there is no publication `startre`"),
        (["starter", "--phone-size", "0x0"], "out of reach"),
        (["starter", "--phone-size", "40000x40000"], "out of reach"),
        (["starter", "--phone-size", "large"], "`large` is not the size of a picture"),
        (["--lock-screen", "starter", "--phone-size", "1000x1000"], "1.5 times as high as wide"),
        (["starter", "--format", "gif"], "`gif` is none of png, webp"),
        (["starter", "--format", ""], "is none of png, webp"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., object], words: list[str], says: str
) -> None:
    told = surefoot("phone", "pictures", *words)

    assert told.code == 2
    assert says in told.err
    assert not Path("out").exists()


def test_a_file_in_the_way_of_the_folder_is_told(two: Callable[..., object]) -> None:
    Path("out/phone").mkdir(parents=True)
    Path("out/phone/pictures").write_text("mine", encoding="utf-8")

    told = two("--lock-screen", "two")

    assert told.code == 3
    assert "files can only be written into a folder" in told.err
    assert Path("out/phone/pictures").read_text(encoding="utf-8") == "mine"


def test_a_deck_without_cards_is_told(surefoot: Callable[..., object]) -> None:
    path = Path("cards/publications/none.yaml")
    path.parent.mkdir(parents=True)
    path.write_text("id: none\ntitle: None\nlayout: pocket\nsize: poker\nselect: {tags: [nobody]}\n", encoding="utf-8")

    told = surefoot("phone", "pictures", "none", "--library", ".")

    assert told.code == 2
    assert "`none` takes no card of this library" in told.err


def test_without_the_package_that_draws_it_says_what_to_type(surefoot: Callable[..., object], monkeypatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)

    assert "pip install 'surefoot[pictures]'" in surefoot("phone", "pictures").err
