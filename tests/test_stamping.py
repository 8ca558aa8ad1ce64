"""A word across each page: under all that is read, and seen on panels of colour too."""

from __future__ import annotations

import math

import pytest

from layouts.product import Made
from layouts.stamps import TONE
from publisher.binding import Press, bind
from publisher.colour import WHITE, Colour, contrast
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, Size
from publisher.model.printing import PrintSettings, Sides
from publisher.stamping import stamped
from publisher.typesetting.face import Face, Ink, Line
from tests.factories import a_setting, the_library
from tests.test_binding import bound, deck, titles

A4, RED = Size(210, 297), Colour(163, 32, 28)
PANEL = Ink(Mark(rectangle(Box(0, 100, 210, 60)), fill=RED), None)
BAR = Ink(Mark(rectangle(Box(0, 100, 4, 60)), fill=RED), None)
WORDS = Line(Point(20, 120), (), 12.0, 0.0, None)


def a_page(*parts: object) -> object:
    press = Press(the_library().papers["a4"], PrintSettings(), a_setting(), "A deck")
    made = bind(Made(pages=(Face(A4, 12.0, "page", parts, ()),)), None, press)
    return stamped(made, "COPY", a_setting())


def test_what_is_read_is_the_same() -> None:
    before = bound(deck(10), sides=Sides.FOLD)

    after = stamped(before, "COPY", a_setting())

    for page, stamp in zip(before.pages, after.pages, strict=True):
        assert [placed for placed in stamp.placed if placed.face.title != "COPY"] == list(page.placed)
    assert [titles(after.pages, section.faces) for section in after.sections] == [
        titles(before.pages, section.faces) for section in before.sections
    ]


def test_it_is_turned_about_the_middle_of_its_page() -> None:
    page = a_page(WORDS).pages[0]

    moved = page.placed[0].transform.of(Point(105, 148.5))
    assert (moved.x, moved.y) == pytest.approx((105, 148.5))


def test_each_card_of_a_sheet_has_one_in_its_middle_turned_as_the_card_is() -> None:
    page = stamped(bound(deck(4)), "COPY", a_setting()).pages[0]
    words = [placed for placed in page.placed if placed.face.title == "COPY"]
    cards = [placed for placed in page.placed if placed.face.trim == words[0].face.trim and placed not in words]

    assert len(words) == len(cards) == 4
    assert page.placed[:4] == tuple(words)
    for word, card in zip(words, cards, strict=True):
        size = card.face.trim
        middle = Point(size.width / 2, size.height / 2)
        there, here = word.transform.of(middle), card.transform.of(middle)
        assert (there.x, there.y) == pytest.approx((here.x, here.y))
        # On a card the word reads upwards to the right, however the card lies.
        start, end = (word.transform.of(Point(x, size.height / 2)) for x in (0.0, size.width))
        low, high = (card.transform.of(Point(x, y)) for x, y in ((0.0, size.height), (size.width, 0.0)))
        along = (end.x - start.x) * (high.x - low.x) + (end.y - start.y) * (high.y - low.y)
        assert along > 0.9 * size.width * math.hypot(size.width, size.height)


def test_on_a_panel_it_is_seen_in_a_shade_of_it_under_the_words() -> None:
    after = a_page(BAR._replace(mark=Mark(rectangle(Box(0, 200, 4, 60)), fill=RED)), PANEL, WORDS)
    under, panel, over, page = after.pages[0].placed

    assert under.face.lines[0].runs[0].colour == TONE
    assert panel.face.parts == (PANEL,)
    assert over.clip == Box(0, 100, 210, 60)
    (shade,) = {run.colour for line in over.face.lines for run in line.runs}
    assert shade != RED
    assert contrast(WHITE, shade) >= 4.5
    assert PANEL not in page.face.parts
    assert WORDS in page.face.parts
    assert titles(after.pages, after.sections[0].faces) == ["page"]


def test_a_panel_with_something_below_it_stays_where_it_is() -> None:
    under, page = a_page(BAR, PANEL, WORDS).pages[0].placed

    assert under.face.title == "COPY"
    assert page.face.parts == (BAR, PANEL, WORDS)
