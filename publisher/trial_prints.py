"""Sheets that are printed to look at the printer, the stock or the figures: calibration, outlines, proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts import calibration, pose_sheet, stock_test
from layouts.product import Made
from publisher.binding import Press, bind, document, two_sided
from publisher.figures.illustration import Framed
from publisher.figures.palette import GROUND, palette
from publisher.figures.svg import svg
from publisher.model.card import Group
from publisher.model.figure import Shows
from publisher.model.printing import Marks, PrintSettings, Sides
from publisher.model.stock import Paper
from publisher.pdf.writer import render
from publisher.press.imposition import impose
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.binding import Bound
    from publisher.figures.proofs import Proof
    from publisher.model.figure import Figure, Person
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


class Posed(NamedTuple):
    """A figure, who shows it, its proofs, and how to show them: a stature in millimetres, and whether with marks."""

    figure: Figure
    person: Person
    proofs: Sequence[Proof]
    height: float
    marks: bool


def pose_page(library: Library, choices: Choices, posed: Posed) -> bytes:
    """The proofs of a figure as a PDF of one page."""
    shop = Workshop.open(library, choices)
    setting, title = shop.plain_setting(), str(posed.figure.name)
    face = pose_sheet.draw(title, _seen(posed, shop), _frames(posed, shop), setting)
    paper = Paper(Phrase("proof"), Phrase("proof"), face.trim.width, face.trim.height)
    bound = bind(Made(pages=(face,)), None, Press(paper, choices.printing, setting, title))
    return _product("pose.pdf", bound, title, shop).content


def pose_svg(library: Library, choices: Choices, posed: Posed) -> str:
    """The proofs of a figure as SVG."""
    shop = Workshop.open(library, choices)
    drawing, labels = pose_sheet.compose(_frames(posed, shop), shop.plain_setting())
    return svg(drawing, str(posed.figure.name), _seen(posed, shop), labels, air=pose_sheet.AIR)


def _frames(posed: Posed, shop: Workshop) -> list[pose_sheet.Shown]:
    """Each proof in the colours of strength, mats and shadows too."""
    theme, figure = shop.plain_setting().theme, posed.figure
    wrong = figure.shows is Shows.WRONG
    colours = palette(posed.person, theme.groups[Group.STRENGTH], theme, wrong=wrong, muscles=True, ground=GROUND)
    return [
        pose_sheet.Shown(
            Framed(proof.pose, proof.sketch, colours, wrong, figure.slope), proof, posed.height, posed.marks
        )
        for proof in posed.proofs
    ]


def _seen(posed: Posed, shop: Workshop) -> str:
    """What a screen reader says of it."""
    poses = ", ".join(proof.pose for proof in posed.proofs)
    return shop.words.say("proof.alt", name=posed.figure.name, person=posed.person.describes, poses=poses)


def _product(name: str, bound: Bound, title: str, shop: Workshop) -> Product:
    content = render(document(bound, title, "", shop.words.language, shop.choices.date))
    return Product(name, content, len(bound.pages), bound.sheets, bound.warnings, {})
