"""`surefoot phone site` and `surefoot build phone`: what they write, and what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

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
