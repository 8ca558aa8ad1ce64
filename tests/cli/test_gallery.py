"""`surefoot gallery`: what it asks for, and what it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli import extras, gallery
from publisher.workshop import Product

if TYPE_CHECKING:
    from collections.abc import Callable

MADE = Product("made.pdf", b"%PDF", 3, 3, (), {})


def test_the_gallery_of_figures_is_written_into_the_folder(surefoot: Callable[..., object], monkeypatch) -> None:
    monkeypatch.setattr(gallery, "figure_gallery_of", lambda _library, _choices: MADE)

    assert surefoot("gallery", "figures", "--out", "here").out == "here/made.pdf   3 pages, 3 sheets, 1 kB\n"


def test_a_movement_has_twelve_frames_unless_told_otherwise(surefoot: Callable[..., object], monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(
        gallery,
        "flick_book_of",
        lambda _library, card, frames, choices: asked.append((card, frames, choices.people)) or MADE,
    )

    surefoot("gallery", "motion", "hip-bridge")
    surefoot("gallery", "motion", "hip-bridge", "--frames", "16", "--person", "kofi")

    assert asked == [("hip-bridge", 12, ()), ("hip-bridge", 16, ("kofi",))]


@pytest.mark.parametrize("number", ["3", "49", "many"])
def test_frames_are_counted_in_reason(surefoot: Callable[..., object], number: str) -> None:
    answer = surefoot("gallery", "motion", "hip-bridge", "--frames", number)

    assert answer.code == 2
    assert "`--frames`" in answer.err


HOSTILE = "<i>'../x'</i>"
LIBRARY = {
    "cards/bad.yaml": f"extends: plank\nid: bad\nnumber: 60\ntitle: {HOSTILE}\npurpose: '\"><img src=x>'\n",
    "cards/publications/bad.yaml": f"id: bad\nlayout: pocket\nsize: poker\ncards: [bad]\ntitle: {HOSTILE}\n",
}


def test_pages_become_pictures_and_hostile_titles_stay_text(surefoot: Callable[..., object]) -> None:
    for name, text in LIBRARY.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    said = surefoot("gallery", "pages", "bad", "--library", ".")

    made = {path.name for path in Path("out/gallery").iterdir() if not path.name.startswith(".")}
    page = Path("out/gallery/index.html").read_text(encoding="utf-8")
    assert (said.code, said.err) == (0, "")
    assert said.out == "out/gallery/index.html   1 card, 1 publication\n"
    assert made == {"index.html", "contact-sheet.png", "card-bad.png", "publication-bad.png"}
    assert "<i>" not in page
    assert "<img src=x" not in page
    assert "&lt;i&gt;&#x27;../x&#x27;&lt;/i&gt;" in page


def test_the_gallery_is_the_same_every_time(surefoot: Callable[..., object]) -> None:
    surefoot("gallery", "pages", "starter", "--out", "one")
    surefoot("gallery", "pages", "starter", "--out", "other")

    one, other = (
        {path.name: path.read_bytes() for path in Path(name, "gallery").iterdir()} for name in ("one", "other")
    )
    assert one == other


def test_a_publication_that_is_not_there_is_told(surefoot: Callable[..., object]) -> None:
    said = surefoot("gallery", "pages", "startre")

    assert said.code == 2
    assert "`startre` is not a card or a publication.\n   Did you mean `starter`?" in said.err
    assert not Path("out").exists()


def pictures() -> set[str]:
    return {path.name for path in Path("out/gallery").glob("*.png")}


def test_a_card_alone_can_be_drawn_and_what_was_drawn_before_goes(surefoot: Callable[..., object]) -> None:
    surefoot("gallery", "pages", "plank", "hip-bridge")
    Path("out/gallery/card-mine.png").write_bytes(b"mine")
    before = pictures()

    said = surefoot("gallery", "pages", "plank")

    assert before == {"contact-sheet.png", "card-plank.png", "card-hip-bridge.png", "card-mine.png"}
    assert (said.code, said.out) == (0, "out/gallery/index.html   1 card, 0 publications\n")
    assert pictures() == before - {"card-hip-bridge.png"}


def test_without_the_package_that_draws_it_says_what_to_type(surefoot: Callable[..., object], monkeypatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)

    said = surefoot("gallery", "pages")

    assert said.code == 2
    assert "pip install 'surefoot[pictures]'" in said.err
