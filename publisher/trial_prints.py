"""Sheets that are printed to look at the printer or the stock: calibration and outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import calibration, stock_test
from layouts.product import Made
from publisher.binding import Press, bind, document, two_sided
from publisher.model.printing import Marks, PrintSettings, Sides
from publisher.pdf.writer import render
from publisher.press.imposition import impose

if TYPE_CHECKING:
    from publisher.binding import Bound
    from publisher.model.library import Library

from publisher.workshop import DEFAULT_PAPER, Choices, Product, Workshop, chosen_from


def calibration_sheet(library: Library, choices: Choices) -> Product:
    """The two-sided test sheet for a printer; with a printer's profile, the sheet that proves it."""
    shop = Workshop.open(library, choices)
    paper = chosen_from(library.papers, "paper", choices.paper, None, DEFAULT_PAPER)
    setting, title = shop.plain_setting(), shop.words.say("calibration.title")
    press = Press(paper, choices.printing, setting, title, choices.profile)
    named = choices.profile.name if choices.profile else ""
    front, back = calibration.draw(setting, paper, choices.printing.flip, named)
    bound = two_sided(front, back, choices.printing.flip, press)
    return _product("calibration-sheet.pdf", bound, title, shop)


def stock_sheet(library: Library, stock_id: str, choices: Choices) -> Product:
    """The outlines of a stock, to hold against the real one."""
    shop = Workshop.open(library, choices)
    stock = chosen_from(library.stocks, "size", stock_id, None, stock_id)
    own = None if stock.sheet is None else stock.sheet.paper
    paper = chosen_from(library.papers, "paper", choices.paper, own, DEFAULT_PAPER)
    setting = shop.plain_setting()
    printing = choices.printing
    settings = PrintSettings(sides=Sides.FRONT, marks=Marks.NONE, margin=printing.margin, gap=printing.gap)
    face = stock_test.draw(setting, stock, paper, impose(1, paper, stock, settings).grid)
    bound = bind(Made(pages=(face,)), None, Press(paper, settings, setting, face.title, choices.profile))
    return _product(f"{stock.id}-outlines.pdf", bound, face.title, shop)


def _product(name: str, bound: Bound, title: str, shop: Workshop) -> Product:
    content = render(document(bound, title, "", shop.words.language, shop.choices.date))
    return Product(name, content, len(bound.pages), bound.sheets, bound.warnings, {})
