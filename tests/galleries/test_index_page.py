"""The page for a browser: everything is text, everything can be reached, and nobody is asked for anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from publisher.galleries.index_page import Entry, Fact, Part, Shelf, page
from publisher.pdf.contact_sheet import Picture

PICTURE = Picture(b"", 320, 200)
HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "'quoted' & \"quoted\"",
    "../../etc/passwd",
    "javascript:alert(1)",
    "</style></title><b>",
    "<!-- -->",
]


class Read(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def a_page(text: str = "Plank") -> Read:
    entry = Entry("card-plank", text, "card-plank.png", PICTURE, text, text, (Fact(text, text, typed=True),))
    linked = entry._replace(id="publication-all", links=(("card-plank", text),), links_are=text)
    shelves = [Shelf("publications", text, (linked,), wide=True), Shelf("group-strength", text, (entry,))]
    return Read(page("en", Part(text, text, Entry("", "", "sheet.png", PICTURE, text)), shelves))


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_an_author_come_out_as_text(text: str) -> None:
    plain, hostile = a_page(), a_page(text)

    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]
    assert [image["alt"] for image in hostile.all("img")] == [text] * 3
    assert [attributes.get("href") for attributes in hostile.all("a")] == [a.get("href") for a in plain.all("a")]
    assert hostile.text.count(text) == plain.text.count("Plank")


def test_nothing_is_asked_for_but_the_pictures_beside_it() -> None:
    read = a_page()

    names = {tag for tag, _ in read.tags}
    assert names.isdisjoint({"script", "link", "iframe", "object", "form", "base"})
    assert not any(attribute.startswith("on") for _, attributes in read.tags for attribute in attributes)
    assert {image["src"] for image in read.all("img")} == {"sheet.png", "card-plank.png"}
    assert not re.search(r"url\(|@import|https?:", read.text)


def test_every_link_leads_somewhere() -> None:
    read = a_page()

    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    inside = [attributes["href"][1:] for attributes in read.all("a") if attributes["href"].startswith("#")]
    assert set(inside) <= set(ids)
    assert len(set(ids)) == len(ids)
    labelled = [attributes["aria-labelledby"] for attributes in read.all("section")]
    assert labelled == ["publications", "group-strength"]


def test_a_reader_who_does_not_see_it_finds_language_landmarks_headings_and_words_for_pictures() -> None:
    read = a_page()

    assert read.all("html")[0]["lang"] == "en"
    assert all(len(read.all(landmark)) == 1 for landmark in ("header", "nav", "main", "h1"))
    order = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(order))
    assert all(image["alt"] for image in read.all("img"))
    assert all(image["width"] == "320" and image["height"] == "200" for image in read.all("img"))


def test_it_turns_dark_prints_and_follows_the_type_size_of_its_reader() -> None:
    read = a_page()

    assert "@media (prefers-color-scheme: dark)" in read.text
    assert "@media print" in read.text
    assert "user-scalable" not in str(read.all("meta"))
