"""`surefoot phone site` and `surefoot build phone`: what they write, and what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.library import built_in

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = {
    "cards/publications/few.yaml": "id: few\ntitle: Few\nlayout: pocket\nsize: poker\ncards: [plank]\n",
}


def library() -> None:
    for name, text in SMALL.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def files(folder: str) -> set[str]:
    return {path.name for path in Path(folder).iterdir() if not path.name.startswith(".")}


def test_the_site_goes_where_it_is_told_and_build_makes_the_same(surefoot: Callable[..., object]) -> None:
    said = surefoot("phone", "site", "--out", "here")
    built = surefoot("build", "phone")

    assert (said.code, built.code) == (0, 0)
    assert re.fullmatch(r"here/index\.html   86 cards, \d+ files, \d\.\d MB\n", said.out)
    assert built.out == said.out.replace("here/", "out/phone/")
    assert files("here") == files("out/phone")
    assert all(Path("here", name).read_bytes() == Path("out/phone", name).read_bytes() for name in files("here"))


def test_a_deck_becomes_one_file(surefoot: Callable[..., object]) -> None:
    library()
    said = surefoot("phone", "site", "--single-file", "few", "--library", ".")

    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"out/phone/few\.html   1 file, \d+ kB\n", said.out)
    assert files("out/phone") == {"few.html"}


def test_the_site_is_built_beside_what_is_printed(surefoot: Callable[..., object]) -> None:
    library()
    said = surefoot("build", "phone", "few", "--library", ".")

    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == ["out/phone/index.html", "out/few.pdf"]


def test_what_was_written_is_told_to_programs(surefoot: Callable[..., object]) -> None:
    said = surefoot("build", "phone", "--json")

    told = json.loads(said.out)
    assert {"name", "path", "bytes"} == set(told["files"][0])
    assert {entry["name"] for entry in told["files"]} == files("out/phone")


def test_the_country_sets_the_number(surefoot: Callable[..., object]) -> None:
    surefoot("phone", "site", "--single-file", "starter", "--country", "GB")

    assert 'href="tel:999"' in Path("out/phone/starter.html").read_text(encoding="utf-8")


def with_card(name: str, number: int) -> None:
    """A card of one's own in the folder `mine`, like the plank."""
    text = next(built_in().joinpath("cards").rglob("plank.yaml")).read_text(encoding="utf-8")
    path = Path("mine/cards/strength", f"{name}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    text = text.replace("id: plank\n", f"id: {name}\n").replace("number: 1\n", f"number: {number}\n")
    path.write_text(text, encoding="utf-8")


def test_the_page_of_a_card_that_is_gone_goes_too(surefoot: Callable[..., object]) -> None:
    with_card("my-plank", 91)
    with_card("my-other", 92)
    surefoot("build", "phone", "--library", "mine")
    surefoot("phone", "site", "--single-file", "starter")
    Path("out/phone/notes.html").write_text("mine", encoding="utf-8")
    Path("out/phone/my-other.html").write_text("changed by hand", encoding="utf-8")
    assert Path("out/phone/film.my-plank.js").exists()

    said = surefoot("build", "phone")

    gone = "film.my-other.js, film.my-plank.js, my-plank.html"
    assert f"Taken away, since no card or deck needs it now: {gone}\n" in said.out
    assert "No longer needed, but changed by hand, so it stays: my-other.html\n" in said.out
    assert {"notes.html", "starter.html", "my-other.html", "plank.html"} <= files("out/phone")
    assert "my-plank.html" not in files("out/phone")
    again = surefoot("build", "phone", "--json")
    assert json.loads(again.out)["taken_away"] == json.loads(again.out)["left"] == []
