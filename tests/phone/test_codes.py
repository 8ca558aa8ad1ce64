"""Codes as drawings, read back from pictures of printed pages as a phone would read them."""

from __future__ import annotations

import re
from functools import cache

import pypdfium2
import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from publisher.build import publish
from publisher.model.printing import Marks, PrintSettings
from publisher.model.publication import Publication, Selection
from publisher.phone.codes import HIGHEST_VERSION, LONGEST, QUIET, codes_of, drawn, for_terminal, modules, outline
from publisher.phone.links import address_of
from publisher.problems import InputError, Phrase, Place
from publisher.workshop import Choices
from tests.factories import the_cards, the_library

LINK = "https://example.org/back"
DOTS_PER_INCH = 300
# One of each kind of place: beside a cue, beside lines, on the back of a reason and of a sign; and in a corner beside
# shorter lines, of a cue, a mistake, an emergency and advice.
CARDS = (
    *("plank", "hip-bridge", "foam-rolling", "sit-and-stand-well", "braking-muscles", "worse-at-night"),
    *("land-under-you", "lean-from-your-ankles", "sitting-back", "both-legs", "food-timing"),
)
Way = pytest.param


def a_deck(size: str = "poker", cards: tuple[str, ...] = CARDS, link: str = LINK) -> Publication:
    return Publication(
        Phrase("deck"),
        Phrase("A deck"),
        Phrase("pocket"),
        cards=tuple(map(Phrase, cards)),
        size=Phrase(size),
        cover=False,
        link=Phrase(link, Place("cards/publications/deck.yaml", 5, 7)),
    )


@cache
def pages(size: str = "poker", theme: str = "surefoot") -> tuple[Image.Image, ...]:
    """The pages of a deck with codes as pictures of 300 dots an inch."""
    library = the_library()
    library = library._replace(publications={"deck": a_deck(size, CARDS)})
    [product] = publish(library, ["deck"], Choices(None, None, theme, PrintSettings(marks=Marks.TICKS)), {}, None)
    document = pypdfium2.PdfDocument(product.content)
    return tuple(page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB") for page in document)


def read(picture: Image.Image) -> set[str]:
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return {each.text for each in found if each.valid}


def wanted() -> set[str]:
    return {address_of(LINK, name) for name in CARDS}


WAYS = {
    "as it is": lambda page: page,
    "turned by 3 degrees": lambda page: page.rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor="white"),
    "upside down": lambda page: page.rotate(180),
    "slightly blurred": lambda page: page.filter(ImageFilter.GaussianBlur(1.5)),
    "in grey": lambda page: page.convert("L"),
    "small, as from afar": lambda page: page.resize((page.width // 2, page.height // 2), Image.Resampling.BOX),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_code_of_a_page_leads_to_its_card(way: str) -> None:
    found = set().union(*(read(WAYS[way](page)) for page in pages()))

    assert len(wanted()) == len(CARDS)
    assert found == wanted()


def test_codes_are_read_in_one_ink() -> None:
    found = set().union(*(read(page) for page in pages(theme="one-ink"))) if "one-ink" in the_library().themes else None

    assert found in (None, wanted())


@pytest.mark.parametrize("length", [20, 42, 43, LONGEST])
def test_a_code_is_fine_enough_for_no_phone_and_survives_a_scratch(length: int) -> None:
    address = "https://example.org/".ljust(length, "x")
    made = segno.make_qr(address, error="m", mode="byte", encoding="ascii")

    assert int(made.version) <= HIGHEST_VERSION
    assert made.error in "MQH"
    assert len(modules(address)) == 17 + 4 * int(made.version)


@pytest.mark.parametrize("address", [f"{LINK}/{card.id}.html" for card in the_cards("pocket-cards")[::9]])
def test_the_outline_paints_what_is_dark_and_nothing_else(address: str) -> None:
    rows = modules(address)
    side, scale = len(rows) + 2 * QUIET, 4
    picture = Image.new("1", (side * scale, side * scale), 0)
    segments = outline(rows).segments
    start = 0
    for place, (verb, _) in enumerate(segments):
        if verb == "Z":
            shape = Image.new("1", picture.size, 0)
            corners = [(x * scale, y * scale) for _, (x, y) in segments[start:place]]
            ImageDraw.Draw(shape).polygon(corners, fill=1)
            picture = Image.frombytes(
                "1", picture.size, bytes(a ^ b for a, b in zip(picture.tobytes(), shape.tobytes(), strict=True))
            )
            start = place + 1

    middle = [
        [bool(picture.getpixel((int((x + 0.5) * scale), int((y + 0.5) * scale)))) for x in range(side)]
        for y in range(side)
    ]
    light = [False] * side
    assert middle[:QUIET] == [light] * QUIET == middle[-QUIET:]
    assert [row[QUIET:-QUIET] for row in middle[QUIET:-QUIET]] == [list(row) for row in rows]


def test_a_drawing_has_its_quiet_zone_within() -> None:
    drawing = drawn(f"{LINK}/plank.html")
    ink = drawing.marks[0].path.bounds

    assert drawing.box.width == drawing.box.height
    assert (ink.x, ink.y) == (QUIET, QUIET)
    assert (drawing.box.right - ink.right, drawing.box.bottom - ink.bottom) == (QUIET, QUIET)


def test_a_terminal_shows_a_code_that_can_be_scanned() -> None:
    address = "http://192.168.1.7:8765/40n74hL6K13Um9om-AsQfw/"
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in for_terminal(address).splitlines()]
    halves = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
    picture = Image.new("L", (len(lines[0]), 2 * len(lines)), 255)
    for y, line in enumerate(lines):
        for x, sign in enumerate(line):
            for row in (0, 1):
                picture.putpixel((x, 2 * y + row), halves[sign][row])

    assert read(picture.resize((8 * picture.width, 8 * picture.height), Image.Resampling.NEAREST)) == {address}


def test_without_a_link_there_are_no_codes() -> None:
    assert codes_of(a_deck()._replace(link=None), the_cards("starter")) == {}


def test_the_longest_name_decides_whether_a_base_is_too_long() -> None:
    cards = the_cards("starter")
    longest = max(len(card.id) for card in cards)
    most = LONGEST - len("/.html") - longest
    link = "https://example.org/".ljust(most, "x")

    assert len(codes_of(a_deck(link=link), cards)) == len(cards)
    with pytest.raises(InputError) as caught:
        codes_of(a_deck(link=f"{link}x"), cards)
    [problem] = caught.value.problems
    assert problem.name == "link-too-long"
    assert problem.place == Place("cards/publications/deck.yaml", 5, 7)
    assert "1 shorter" in problem.hint


def test_selected_cards_have_codes_too() -> None:
    deck = a_deck()._replace(cards=(), select=Selection())

    assert set(codes_of(deck, the_cards("pocket-cards"))) == {card.id for card in the_cards("pocket-cards")}
