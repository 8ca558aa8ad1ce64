"""Files that a program writes are what it would write now."""

from __future__ import annotations

import json
from pathlib import Path

from publisher.library import read_library
from publisher.library.schema import schemas
from tests.house import drawings, films
from tests.typesetting import kerning_table

ROOT = Path(__file__).parents[2]


def test_the_kerning_table_is_what_the_font_says() -> None:
    fresh = kerning_table.text()

    assert kerning_table.OUT.read_text(encoding="utf-8") == fresh, "run: python tests/typesetting/kerning_table.py"


def test_the_schemas_are_what_the_reader_takes() -> None:
    files = (ROOT / "assets/schema").glob("*.json")
    written = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}

    assert written == schemas(), "run: surefoot schema --out assets/schema"


def test_every_drawing_is_kept_and_made_of_the_present_pose_and_person() -> None:
    missing = [one.file for one in drawings.stale(read_library())]

    assert missing == [], "run: make figures"


def test_the_drawings_were_made_with_the_present_program() -> None:
    noted = drawings.NOTE.read_text(encoding="ascii").strip() if drawings.NOTE.exists() else ""

    assert noted == drawings.made_with(), "run: make figures"


def test_the_films_are_those_of_the_cards() -> None:
    wanted = films.wanted(read_library())

    assert [*films.stale(read_library())] == [], "run: make films"
    assert {path.name for path in films.FOLDER.glob("*.json")} == {*wanted}
    assert len(wanted) > 30
