"""What can be saved from the offline page: it is there, the pages lead to it, and no phone fetches it by itself."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from publisher.cli.phone_site import write_site
from publisher.cli.voice import Voice
from publisher.library import read_library
from publisher.model.printing import PrintSettings
from publisher.problems import Phrase
from publisher.workshop import Choices

if TYPE_CHECKING:
    from pathlib import Path

CARDS = ("plank", "look-ahead", "insoles")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three cards with all that can be saved."""
    library = read_library([])
    deck = library.publications["phone-cards"]._replace(cards=tuple(map(Phrase, CARDS)), select=None)
    small = library._replace(
        cards={name: library.cards[name] for name in CARDS}, publications={"phone-cards": deck}, plans={}
    )
    there = tmp_path_factory.mktemp("phone")
    (there / "pictures").mkdir()
    (there / "pictures" / "holiday.jpg").write_bytes(b"mine")
    write_site(Voice(), small, Choices(None, None, None, PrintSettings()), there, pictures=True)
    return there


def saves(folder: Path, card: str) -> dict[str, str]:
    """Where the links of a card's page lead, with their words."""
    text = (folder / f"{card}.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<li><a href="([^"]+)" download="[^"]+">([^<]+)</a>', text))


def test_each_card_is_there_as_a_picture_and_moving_where_it_moves(folder: Path) -> None:
    assert {path.name for path in (folder / "pictures").iterdir() if path.suffix == ".png"} == {
        f"{name}.png" for name in CARDS
    }
    assert {path.name for path in (folder / "moving").iterdir() if path.suffix} - {".json"} >= {"plank.gif"}
    assert (folder / "phone-cards.pdf").read_bytes().startswith(b"%PDF-")
    with Image.open(BytesIO((folder / "pictures/plank.png").read_bytes())) as picture:
        assert picture.size == (1080, 1920)


def test_a_page_leads_to_its_files_and_says_what_they_weigh(folder: Path) -> None:
    for name in CARDS:
        for file, said in saves(folder, name).items():
            size = (folder / file).stat().st_size
            assert f"{round(size / 1000)} kB" in said
    assert set(saves(folder, "plank")) == {"pictures/plank.png", "moving/plank.gif"}
    assert set(saves(folder, "insoles")) == {"pictures/insoles.png"}
    assert 'href="phone-cards.pdf"' in (folder / "index.html").read_text(encoding="utf-8")


def test_no_phone_keeps_them_by_itself(folder: Path) -> None:
    kept = dict(json.loads(re.search(r"FILES = (\[.*\]);", (folder / "sw.js").read_text("utf-8"))[1]))

    assert "plank.html" in kept
    assert not any(name.startswith(("pictures/", "moving/")) or name.endswith(".pdf") for name in kept)


def test_what_somebody_else_keeps_there_stays(folder: Path) -> None:
    assert (folder / "pictures" / "holiday.jpg").read_bytes() == b"mine"
