"""The guide is one page, whatever is printed and on whatever, and the cards after it stay on sheets of their own."""

from __future__ import annotations

import pytest

from layouts.guide import draw
from publisher.build import publish
from publisher.model.printing import Flip, PrintSettings, SheetOrder, Sides
from publisher.typesetting.face import Role
from publisher.workshop import Choices
from tests.factories import a_setting, the_library
from tests.layouts.guide.plans import a_plan
from tests.layouts.looking import collisions, on_pattern, outside
from tests.pdf.checking import assert_conforming

WAYS = [
    {},
    {"flip": Flip.SHORT},
    {"order": SheetOrder.FRONTS_BACKS},
    {"order": SheetOrder.BACKS_REVERSED},
    {"sides": Sides.FOLD},
    {"sides": Sides.FRONT},
    {"sides": Sides.SINGLE},
    {"start_at": 3, "skip": (4,)},
]
STOCKS = [("poker", "a4"), ("poker", "letter"), ("a6", "a4"), ("mini", "letter"), ("4x6", "letter"), ("poker", "a3")]
PRECUT = [way for way in WAYS if way.get("sides") is not Sides.FOLD]


@pytest.mark.parametrize(("stock", "paper"), STOCKS)
@pytest.mark.parametrize("how", WAYS[:-1])
def test_the_guide_fits_its_page(how, stock, paper) -> None:
    assert_well_laid(draw(a_plan(20, stock, paper, **how), a_setting())[0])


@pytest.mark.parametrize("how", PRECUT)
def test_the_guide_to_a_precut_sheet_fits_its_page(how) -> None:
    assert_well_laid(draw(a_plan(20, "avery-5371", "letter", **how), a_setting())[0])


def assert_well_laid(page) -> None:
    assert page.fits
    assert outside(page, 3.9) == []
    assert collisions(page) == []
    assert on_pattern(page) == []


def test_a_guide_reads_from_its_title_over_the_steps_to_the_troubles() -> None:
    page = draw(a_plan(), a_setting())[0]
    said = " ".join(page.spoken().replace("\u00a0", " ").split())
    order = ["How to print this deck", "20 cards", "Sheet 1, front", "actual size", "If something is off", "calibrate"]

    assert [element.role for element in page.elements if element.role in (Role.H1, Role.H2)] == [Role.H1, Role.H2]
    assert sorted(order, key=said.index) == order


def test_the_two_branches_lead_to_a_correction_and_to_folding() -> None:
    said = draw(a_plan(), a_setting())[0].spoken().replace("\n", " ")

    assert "surefoot calibrate sheet" in said.replace("\u00a0", " ")
    assert "--sides fold" in said.replace("\u00a0", " ")


def test_precut_sheets_are_never_told_to_fold() -> None:
    said = draw(a_plan(stock="avery-5371", paper="letter"), a_setting())[0].spoken()

    assert "--sides fold" not in said.replace("\u00a0", " ")


@pytest.mark.parametrize(("order", "own"), [(SheetOrder.INTERLEAVED, 2), (SheetOrder.FRONTS_BACKS, 1)])
def test_a_deck_with_its_guide_is_one_sheet_longer_and_conforming(order, own) -> None:
    printed = {
        guide: publish(
            the_library(),
            ["warning-card"],
            Choices("a4", None, None, PrintSettings(order=order, guide=guide)),
            {},
            None,
        )[0]
        for guide in (False, True)
    }

    assert printed[True].sheets == printed[False].sheets + 1
    assert printed[True].pages == printed[False].pages + own
    assert_conforming(printed[True].content)
