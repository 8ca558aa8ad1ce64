"""The outlines of a stock: life size, numbered, measured, and honest about not having been tried."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from layouts import stock_test
from publisher.model.printing import PrintSettings, Sides
from publisher.press.slots import grid
from publisher.trial_prints import stock_sheet
from publisher.typesetting.face import Face, Ink
from publisher.workshop import Choices
from tests.factories import a_setting, the_library
from tests.layouts.looking import collisions, outside
from tests.pdf.checking import assert_conforming

if TYPE_CHECKING:
    from publisher.model.stock import Stock

STOCKS = sorted(the_library().stocks)


def page(name: str, **changed) -> tuple[Stock, Face]:
    library = the_library()
    stock = library.stocks[name]._replace(**changed)
    paper = library.papers[stock.sheet.paper if stock.sheet else "a4"]
    return stock, stock_test.draw(a_setting(None), stock, paper, grid(paper, stock, PrintSettings(sides=Sides.FRONT)))


@pytest.mark.parametrize("name", STOCKS)
def test_every_stock_has_a_page_whose_words_have_room(name) -> None:
    _, face = page(name)

    assert face.fits
    assert outside(face, 1.0) == []
    assert collisions(face) == []


@pytest.mark.parametrize("name", STOCKS)
def test_outlines_are_life_size_and_where_the_sheet_is_cut(name) -> None:
    stock, face = page(name)
    boxes = [part.mark.path.bounds for part in face.parts if isinstance(part, Ink) and part.mark.fill is None]
    outlines = [box for box in boxes if box.width > 30 and box.height > 30]
    first = outlines[0]

    if stock.sheet is None:
        assert sorted((first.width, first.height)) == pytest.approx(sorted((stock.width, stock.height)))
    else:
        assert (first.x, first.y) == pytest.approx((stock.sheet.left, stock.sheet.top))
        assert (first.width, first.height) == pytest.approx((stock.sheet.slot_width, stock.sheet.slot_height))


@pytest.mark.parametrize("name", STOCKS)
def test_two_bars_of_100_mm_are_on_every_page(name) -> None:
    _, face = page(name)
    bounds = [part.mark.path.bounds for part in face.parts if isinstance(part, Ink)]

    assert [box for box in bounds if box.width == pytest.approx(100) and box.height < 5]
    assert [box for box in bounds if box.height == pytest.approx(100) and box.width < 5]


def test_a_page_says_whether_its_stock_was_verified_by_print() -> None:
    untried, tried = (page("poker", verified_by_print=known)[1].spoken() for known in (False, True))

    assert "Not verified by print" in untried
    assert "Verified by print" in tried
    assert "Not verified" not in tried


def test_a_page_says_where_its_measures_come_from() -> None:
    stock, face = page("avery-5392")
    said = re.sub(r"\s+", " ", face.spoken())

    assert re.sub(r"\s+", " ", str(stock.source)) in said


@pytest.mark.parametrize(("name", "paper"), [("poker", "letter"), ("avery-5371", None), ("mini", None)])
def test_the_file_is_one_conforming_page(name, paper) -> None:
    product = stock_sheet(the_library(), name, Choices(paper, None, None, PrintSettings()))

    assert (product.name, product.pages, product.sheets) == (f"{name}-outlines.pdf", 1, 1)
    assert_conforming(product.content)
