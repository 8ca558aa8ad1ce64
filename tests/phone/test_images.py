"""Pictures of pages: exactly so large, small files, the same bytes, and their words inside."""

from __future__ import annotations

import random
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PIL import Image, ImageChops

from publisher.build import publish
from publisher.colour import Colour
from publisher.decks import phone_deck
from publisher.model.printing import PrintSettings
from publisher.phone.alternatives import Alternative, alternative
from publisher.phone.images import COLOURS, LARGEST, Named, as_png, as_webp, encoded, pages_of, zip_of
from publisher.phone.sizes import CARD, Pixels
from publisher.workshop import Choices
from tests.factories import the_library, the_words

# One of each kind, and those with the most ink.
NAMES = ("hip-bridge", "look-ahead", "sitting-back", "braking-muscles", "trouble-peeing", "leg-swings", "insoles")
SAID = Alternative("S4 <Hip> & bridge", "Lift. “Slowly” – 3 × 8.\nStop if it hurts.", "en-GB")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    library = the_library()
    deck = phone_deck([library.cards[name] for name in NAMES], "A few")
    choices = Choices(None, None, None, PrintSettings())
    [product] = publish(library._replace(publications={deck.id: deck}), [deck.id], choices, {}, None)
    return product.content


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[Image.Image]:
    return list(pages_of(pdf, CARD))


def test_a_page_is_exactly_as_large_as_asked_for(pages: list) -> None:
    assert [page.size for page in pages] == [(1080, 1920)] * len(NAMES)


def test_files_are_small_and_the_same_each_time(pages: list) -> None:
    for name, page in zip(NAMES, pages, strict=True):
        said = alternative(the_library().cards[name], the_words())
        for kind in ("png", "webp"):
            one = encoded(page, kind, said)
            assert len(one) < LARGEST == 200_000, (name, kind)
            with Image.open(BytesIO(one)) as picture:
                assert (picture.format.lower(), picture.size) == (kind, (1080, 1920))
    assert as_png(pages[0], SAID) == as_png(pages[0].copy(), SAID)
    assert as_webp(pages[0], SAID) == as_webp(pages[0].copy(), SAID)


def test_a_second_rendering_gives_the_same_pixels(pdf: bytes, pages: list) -> None:
    assert [page.tobytes() for page in pages_of(pdf, CARD)] == [page.tobytes() for page in pages]


def test_flat_colours_stay_what_they_are(pages: list) -> None:
    ground = the_library().themes["surefoot"].stop_ground
    with Image.open(BytesIO(as_png(pages[0], SAID))) as few:
        colours = {colour for _, colour in sorted(few.convert("RGB").getcolors(1 << 24), reverse=True)[:4]}

    assert {(255, 255, 255), (ground.red, ground.green, ground.blue)} <= colours


def test_both_files_carry_title_and_text() -> None:
    page = Image.new("RGB", (320, 640), "white")
    with Image.open(BytesIO(as_png(page, SAID))) as png:
        assert png.text["Title"] == SAID.title
        assert png.text["Description"] == SAID.text
        assert png.mode == "P"
        told = png.text["XML:com.adobe.xmp"]
    with Image.open(BytesIO(as_webp(page, SAID))) as webp:
        found = webp.info["xmp"].decode()

    assert found == told
    assert "S4 &lt;Hip&gt; &amp; bridge" in found
    assert 'AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Lift. “Slowly” – 3 × 8.' in found
    assert 'xml:lang="en-GB"' in found


def test_a_picture_of_many_colours_is_made_smaller_until_it_is_small() -> None:
    noise = Image.frombytes("RGB", (600, 600), random.Random(1).randbytes(3 * 600 * 600))

    with Image.open(BytesIO(as_png(noise, SAID))) as png:
        assert len(png.getcolors()) < COLOURS[0]
    assert len(as_webp(noise, SAID)) < LARGEST


def test_on_a_tall_phone_the_page_goes_on_above_and_below(pdf: bytes, pages: list) -> None:
    size = Pixels(1080, 2340)
    [tall, *_] = pages_of(pdf, size)
    box = size.page(90, 160)

    same = tall.crop((0, round(box.y), 1080, round(box.bottom)))
    assert ImageChops.difference(same, pages[0]).getbbox() is None
    # The tab still hangs from the edge, and the pale ground still reaches the foot.
    assert tall.getpixel((930, 0)) == pages[0].getpixel((930, 0)) != (255, 255, 255)
    assert tall.getpixel((5, 2339)) == pages[0].getpixel((5, 1919))


@pytest.mark.parametrize("size", [Pixels(1600, 1200), Pixels(1536, 2048), Pixels(1080, 2000)])
def test_on_a_broader_screen_the_card_lies_on_its_ground(pdf: bytes, size: Pixels) -> None:
    grounds = [Colour(number, 90, 20) for number in range(len(NAMES))]
    box = size.page(90, 160)
    for number, picture in enumerate(pages_of(pdf, size, grounds)):
        colour = tuple(grounds[number])
        x, y = (round(box.x), round(box.x + box.width / 2)), (round(box.y), round(box.y + box.height / 2))
        # One colour, without a seam, on all four sides and in the corners.
        # Half a pixel is rounded either way.
        for side in ((0, 0, x[0] - 1, size.height), (round(box.right) + 1, 0, size.width, size.height)):
            assert picture.crop(side).getcolors() == [((side[2] - side[0]) * size.height, colour)]
        assert picture.crop((0, 0, size.width, y[0])).getcolors() == [(size.width * y[0], colour)]
        assert picture.getpixel((x[0] + 1, y[0])) == colour
        assert picture.getpixel((x[0] + 1, y[1])) != colour
        assert picture.getpixel((x[1], y[0])) != colour


def test_a_grey_picture_has_a_grey_ground(pdf: bytes) -> None:
    [page, *_] = pages_of(pdf, Pixels(1200, 1200), [Colour(200, 10, 90)] * len(NAMES), grey=True)

    assert page.getpixel((0, 0)) == tuple(Colour(200, 10, 90).grey)


def test_a_grey_picture_has_no_colour(pdf: bytes) -> None:
    [page, *_] = pages_of(pdf, Pixels(540, 960), grey=True)

    assert all(red == green == blue for _, (red, green, blue) in page.getcolors(1 << 24))


def test_the_words_of_a_picture_are_those_of_its_face(pdf: bytes) -> None:
    """They are one page description: what the file holds is what the face says, letter for letter."""
    from layouts import phone  # noqa: PLC0415
    from publisher.workshop import Workshop  # noqa: PLC0415

    library = the_library()
    cards = [library.cards[name] for name in NAMES]
    shop = Workshop.open(library, Choices(None, None, None, PrintSettings()))
    setting = shop.setting(phone_deck(cards, "A few"), None, cards)
    with pypdfium2.PdfDocument(pdf) as document:
        for card, page in zip(cards, document, strict=True):
            face = phone.laid(card, setting)
            printed = letters(page.get_textpage().get_text_range())
            assert sorted(printed) == sorted(letters("".join(line.text for line in face.lines))), card.id


def letters(text: str) -> str:
    return re.sub(r"\s", "", text.replace("\u00a0", " "))


def test_files_are_packed_in_order_and_the_same_each_time() -> None:
    files = [Named("plank.png", b"1"), Named("bird-dog.png", b"2")]
    packed = zip_of(files)

    assert packed == zip_of(files)
    with ZipFile(BytesIO(packed)) as opened:
        assert opened.testzip() is None
        assert {entry.filename: opened.read(entry) for entry in opened.infolist()} == {
            "01-plank.png": b"1",
            "02-bird-dog.png": b"2",
        }
        assert {entry.date_time[0] for entry in opened.infolist()} == {1980}
    with ZipFile(BytesIO(zip_of([Named("a.png", b"")] * 120))) as opened:
        assert opened.namelist()[0] == "001-a.png"


def test_no_name_leads_out_of_the_folder_that_it_is_unpacked_into() -> None:
    with ZipFile(BytesIO(zip_of([Named("hip-bridge.png", b"")]))) as opened:
        assert [Path(name).parts for name in opened.namelist()] == [("01-hip-bridge.png",)]
