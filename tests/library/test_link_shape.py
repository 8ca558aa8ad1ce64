"""The base of the addresses that codes lead to."""

from __future__ import annotations

import re

import pytest

from publisher.library.link_shape import LinkBase
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused

GOOD = (
    "https://example.org",
    "http://example.org/",
    "https://www.example.org/back/cards",
    "http://192.168.1.7:8000/k3y",
    "https://xn--rckentraining-dwb.example/~ana/cards_2.1",
)
BAD = {
    "ftp://example.org/back": "link-not-web",
    "javascript:alert(1)": "link-not-web",
    "example.org/back": "link-not-web",
    "HTTPS://example.org/back": "link-not-web",
    "https://": "link-not-web",
    "https:///back": "link-not-web",
    "https://?x": "link-not-web",
    "https://ana@example.org/back": "link-with-user",
    "https://ana:secret@example.org/back": "link-with-user",
    "https://example.org/back?card=": "link-with-query",
    "https://example.org/back#top": "link-with-query",
    "https://example.org/bäck": "link-not-plain",
    "https://example.org/my cards": "link-not-plain",
    "https://example.org/a/../b": "link-not-plain",
    "https://example.org/..": "link-not-plain",
    "https://example.org//b": "link-not-plain",
    "https://example.org:123456/b": "link-not-plain",
    "https://[::1]/b": "link-not-plain",
}


def tried(text: str):
    root = read_tree(f'link: "{text}"\n'.encode(), "deck.yaml")
    return LinkBase().read(root.fields["link"][1])


@pytest.mark.parametrize("text", GOOD)
def test_plain_addresses_are_taken_as_they_stand(text: str) -> None:
    assert tried(text) == text


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_lead_to_a_card_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        tried(text)

    assert caught.value.problems[0].name == BAD[text]


@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_the_schema_agrees_with_the_reader(text: str) -> None:
    assert bool(re.search(str(LinkBase().schema()["pattern"]), text)) == (text in GOOD)
