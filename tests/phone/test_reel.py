"""A film on a page keeps the tempo of its card, comes back whole, and holds nothing but data."""

from __future__ import annotations

import base64
import json
import re
import zlib

import pytest

from publisher.model.card import Movement
from publisher.phone.kit import Kit
from publisher.phone.reel import COARSE, FINE, inked, reel_data, reel_file
from tests.factories import the_library

# The letters of a path, and how many numbers each takes.
TAKES = {"m": 2, "l": 2, "q": 4, "c": 6, "z": 0}


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop)


def read(ink: str) -> list[list[tuple[int, str, list[int]]]]:
    """Pictures as a page unpacks them."""
    letters, _, numbers = zlib.decompress(base64.b64decode(ink)).partition(b"\0")
    left = iter(numbers)

    def number() -> int:
        coded = next(left)
        coded += (next(left) << 8) + next(left) if coded == 255 else 0
        return -(coded + 1) // 2 if coded % 2 else coded // 2

    def mark(text: str) -> tuple[int, str, list[int]]:
        return number(), text, [number() for letter in text for _ in range(TAKES[letter])]

    found = [[mark(text) for text in line.split(" ")] for line in letters.decode().split("\n")]
    assert next(left, None) is None
    return found


def test_what_was_packed_comes_back() -> None:
    pictures = [
        [(0, "mlz", [0, -1, 127, -128]), (300, "mq", [1, 2, 128, -32000, 3, 4])],
        [(2, "mc", [-127, 126, 1, 2, 3, 4, 5, 32000])],
    ]

    assert read(inked(pictures)) == pictures


def test_every_built_in_card_that_moves_has_its_film(kit) -> None:
    cards = [card for card in the_library().cards.values() if isinstance(card.body, Movement) and card.picture]
    moving = {str(card.id) for card in cards if len(kit.pictures[card.id].frames) > 1}

    assert moving <= set(kit.reels)


def test_a_film_lasts_as_its_shots_and_counts_long_holds(kit) -> None:
    data = reel_data(kit.reels["hip-bridge"], kit.words)

    assert sum(hundredths for _, hundredths, _ in data["shots"]) == 600
    assert data["parts"] == [["Up, breathe out", 0], ["Hold", 2], ["Down, breathe in", 0]]
    assert [part for _, _, part in data["shots"]] == sorted(part for _, _, part in data["shots"])
    assert data["times"] == FINE / COARSE
    # It ends on its way to where it begins, and the way back shows the pictures of the way there.
    order = [picture for picture, _, _ in data["shots"]]
    assert order[0] == 0
    assert order[-1] == 1


@pytest.mark.parametrize("name", ["hip-bridge", "walking-lunge", "plank"])
def test_each_picture_stands_in_a_film_once(kit, name: str) -> None:
    data = reel_data(kit.reels[name], kit.words)
    pictures = read(data["ink"])

    assert {picture for picture, _, _ in data["shots"]} == set(range(len(pictures)))
    assert len({str(picture) for picture in pictures}) == len(pictures)
    assert {look for picture in pictures for look, _, _ in picture} == set(range(len(data["looks"])))


def test_a_film_is_a_script_of_data_alone(kit) -> None:
    card = the_library().cards["hip-bridge"]
    made = reel_file(card, kit.reels["hip-bridge"], kit.words)
    found = re.fullmatch(
        r"window\.Surefoot=window\.Surefoot\|\|\{\};Surefoot\.films=Object\.assign\(Surefoot\.films\|\|\{\},(.*)\);\n",
        made.content.decode("ascii"),
    )

    assert made.name == "film.hip-bridge.js"
    assert set(json.loads(found[1])["hip-bridge"]) == {"times", "looks", "parts", "shots", "ink"}


def test_one_deck_asks_for_the_films_of_its_cards_alone(shop) -> None:
    card = the_library().cards["plank"]

    assert set(Kit.of(shop, [card]).reels) == {"plank"}
