"""Products for a print shop: a side a page, each with its bleed, ready for the press, whatever the layout."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from layouts.product import Made
from publisher.binding import Press
from publisher.build import publish
from publisher.colour import Colour
from publisher.geometry import Box
from publisher.handouts import LAYOUTS, Occasion, handout
from publisher.model.printing import Ink, PrintSettings, Sides
from publisher.problems import InputError, Level
from publisher.shop_pages import bind_for_shop, bled, unlinked
from publisher.typesetting.face import Link, Role, Weight
from publisher.workshop import Choices, Product
from tests.factories import the_library
from tests.pdf.factories import a_face, a_line, a_panel, everything
from tests.pdf.press_checking import MM, assert_press_ready, inks_of, inks_of_letters
from tests.profiles_at_hand import the_separation
from tests.programmes_at_hand import ON, a_clinic, a_patient, a_programme, a_shop

DAY = 1_700_000_000


def chosen(**more: object) -> Choices:
    own = {name: more.pop(name) for name in tuple(more) if name in Choices.__dataclass_fields__}
    fields = {"paper": None, "size": None, "theme": None, "date": DAY, "separation": the_separation(), **own}
    return Choices(printing=PrintSettings(**more), **fields)


@cache
def printed(name: str, **more: object) -> Product:
    (product,) = publish(the_library(), [name], chosen(**more), {}, None)
    return product


@cache
def handed(layout: str, **more: object) -> Product:
    shop = a_shop(more.pop("paper", "a4"))
    shop = shop._replace(choices=replace(shop.choices, date=DAY, separation=the_separation(), **more))
    return handout(shop, a_programme(), a_clinic(), a_patient(), Occasion(ON), LAYOUTS[layout])


def trims(pdf: bytes) -> set[tuple[float, float]]:
    """The sizes after the cut, millimetres."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        boxes = [[float(value) / MM for value in leaf.TrimBox] for leaf in opened.pages]
    return {(round(right - left, 1), round(top - bottom, 1)) for left, bottom, right, top in boxes}


def whites_in_the_bleed(pdf: bytes) -> list[int]:
    """For each page, at how many places the bleed is white and the page just inside the trim is not."""
    document, out = pypdfium2.PdfDocument(pdf), []
    for number in range(len(document)):
        picture = document[number].render(scale=2).to_pil().convert("L")
        width, height = picture.size
        inside = round(3.6 * MM * 2)
        across, down = ((1, inside), (width - 2, width - inside)), ((1, inside), (height - 2, height - inside))
        pairs = [((edge, y), (near, y)) for y in range(0, height, 3) for edge, near in across]
        pairs += [((x, edge), (x, near)) for x in range(0, width, 3) for edge, near in down]
        out.append(sum(picture.getpixel(edge) == 255 != picture.getpixel(near) for edge, near in pairs))
    document.close()
    return out


@pytest.mark.parametrize("name", ["cheat-sheet", "warning-card", "pocket-warning", "eight-weeks-pocket"])
def test_a_product_is_ready_for_the_press(name: str) -> None:
    assert_press_ready(printed(name).content)


@pytest.mark.parametrize("size", ["bridge", "a6", "avery-5371"])
def test_cards_of_every_size_are_ready_for_the_press(size: str) -> None:
    stock = the_library().stocks[size]
    content = printed("pocket-mind", size=size).content

    assert_press_ready(content)
    assert trims(content) == {(round(stock.width, 1), round(stock.height, 1))}


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_a_handout_is_ready_for_the_press(layout: str) -> None:
    assert_press_ready(handed(layout).content)


@pytest.mark.parametrize("name", ["cheat-sheet", "pocket-mind", "warning-card"])
def test_what_ends_at_the_trim_goes_on_into_the_bleed(name: str) -> None:
    # Stripes have white between them at any edge.
    assert max(whites_in_the_bleed(printed(name).content)) < 30


@pytest.mark.parametrize("layout", ["booklet", "poster", "large-print", "tear-off"])
def test_grounds_of_handouts_go_on_into_the_bleed_at_every_scale(layout: str) -> None:
    assert max(whites_in_the_bleed(handed(layout).content)) < 30


def test_without_a_bleed_of_its_own_a_ground_would_end_in_white() -> None:
    panel = a_panel(Box(0, 40, 63.5, 48.9))
    (part,) = bled(a_face((panel,), ()), 3).parts

    assert part.mark.path.bounds.x == panel.mark.path.bounds.x - 3


def test_cards_come_front_and_back_without_marks_or_words_of_a_margin() -> None:
    product = printed("pocket-mind")
    words = pypdfium2.PdfDocument(product.content)[0].get_textpage().get_text_range()

    (at_home,) = publish(the_library(), ["pocket-mind"], chosen(separation=None, sides=Sides.SINGLE), {}, None)
    assert (product.pages, product.sheets) == (at_home.pages, 0)
    assert "100 mm" not in words
    assert "Sheet" not in words


def test_how_a_printer_at_home_would_print_makes_no_difference() -> None:
    assert printed("pocket-mind", sides=Sides.FOLD, start_at=3, guide=True).content == printed("pocket-mind").content


def test_a_poster_comes_whole_and_a_booklet_page_by_page() -> None:
    assert trims(handed("poster").content) == {(297.0, 420.0)}
    assert trims(handed("booklet").content) == {(148.5, 210.0)}


def test_a_wider_bleed_is_given() -> None:
    assert_press_ready(printed("pocket-mind", bleed=5.0).content, 5.0)


def test_too_little_bleed_is_refused() -> None:
    with pytest.raises(InputError, match="a bleed of 2 mm is too little"):
        printed("pocket-mind", bleed=2.0)


def test_what_is_made_for_screens_is_refused() -> None:
    with pytest.raises(InputError, match="made for screens"):
        printed("phone-cards")


def test_words_are_black_alone_save_those_that_are_coloured_on_purpose() -> None:
    letters = inks_of_letters(printed("cheat-sheet").content)

    assert letters.count((0, 0, 0, 1)) > 0.7 * len(letters)
    assert (0, 0, 0, 0) in letters


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SAVER])
def test_in_grey_only_black_ink_is_used(ink: Ink) -> None:
    mixtures = inks_of(printed("pocket-mind", ink=ink).content)

    assert {mixture[:3] for mixture in mixtures} == {(0, 0, 0)}


def test_small_white_letters_are_told() -> None:
    white = Colour(255, 255, 255)
    words = [a_line("Thin", 4, 20, None, colour=white, size=size) for size in (7.9, 8.0, 6.4)]
    bold = [a_line("Bold", 4, 40, None, colour=white, size=size, weight=Weight.BOLD) for size in (6.4, 6.5)]
    page = a_face((*words, *bold, a_line("Black", 4, 60, None, size=5)), ())
    press = Press(the_library().papers["a4"], PrintSettings(), a_shop().plain_setting(), "My page")
    (note,) = bind_for_shop(Made(pages=(page,)), None, press).warnings

    assert (note.name, note.level) == ("thin-white-text", Level.NOTE)
    assert "3 lines have small white letters on colour, the smallest of 6.4 pt" in note.sentence


def test_a_poster_is_judged_as_large_as_it_is_printed() -> None:
    white = a_line("Thin", 4, 20, None, colour=Colour(255, 255, 255), size=7)
    press = Press(the_library().papers["a3"], PrintSettings(), a_shop().plain_setting(), "My page")

    assert not bind_for_shop(Made(posters=(a_face((white,), ()),)), None, press).warnings


def test_nothing_white_lies_on_colour_where_ink_is_saved() -> None:
    assert not [note for note in printed("pocket-warning", ink=Ink.SAVER).notes if note.name == "thin-white-text"]


def test_the_same_job_is_the_same_bytes() -> None:
    (again,) = publish(the_library(), ["warning-card"], chosen(), {}, None)

    assert again.content == printed("warning-card").content


def test_cards_for_another_press_count_as_changed() -> None:
    hashes = printed("pocket-mind").card_hashes
    (at_home,) = publish(the_library(), ["pocket-mind"], chosen(separation=None), {}, None)

    assert hashes.keys() == at_home.card_hashes.keys()
    assert not set(hashes.values()) & set(at_home.card_hashes.values())


def test_links_are_gone_and_their_words_stay() -> None:
    face = everything()
    plain = unlinked(face)

    assert any(isinstance(part, Link) for part in face.parts)
    assert len(plain.parts) == len(face.parts) - 1
    assert Role.LINK not in {element.role for element in plain.elements}
