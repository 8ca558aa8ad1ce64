"""The lock screen as a file: one page in the proportions of the screen, free where the phone writes."""

from __future__ import annotations

import pypdfium2
import pytest

from publisher.model.printing import PrintSettings
from publisher.phone.images import pages_of
from publisher.phone.lock_screens import lock_screen_of
from publisher.phone.sizes import LOCK_SCREEN, Pixels
from publisher.workshop import Choices, Workshop
from tests.factories import the_cards, the_library
from tests.pdf.checking import assert_conforming


def made(size: Pixels, deck: str = "starter") -> bytes:
    shop = Workshop.open(the_library(), Choices(None, None, None, PrintSettings()))
    return lock_screen_of(shop, the_library().publications[deck], the_cards(deck), size)


def test_it_is_a_page_like_any_other_of_ours() -> None:
    pdf = made(LOCK_SCREEN)

    assert pdf == made(LOCK_SCREEN)
    assert_conforming(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
        assert len(document) == 1
    assert "Starter" in text
    assert "Hip bridge" in text


@pytest.mark.parametrize("size", [LOCK_SCREEN, Pixels(1080, 2340), Pixels(1080, 1920)])
def test_the_top_third_and_the_foot_are_one_colour_each(size: Pixels) -> None:
    [picture] = pages_of(made(size), size)

    assert picture.size == tuple(size)
    sky = picture.crop((0, 0, size.width, size.height // 3 - 1))
    foot = picture.crop((0, size.height - round(0.15 * size.height) + 2, size.width, size.height))
    assert len(sky.getcolors()) == len(foot.getcolors()) == 1
