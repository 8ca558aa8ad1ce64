"""The steps name the pages, the turn and the stock of exactly this deck."""

from __future__ import annotations

import pytest

from layouts.guide.steps import told
from publisher.model.printing import Flip, Marks, SheetOrder, Sides
from tests.factories import a_setting
from tests.layouts.guide.plans import a_plan


def steps(cards: int = 20, **how) -> str:
    return "\n".join(told(a_plan(cards, **how), a_setting()))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({}, ["turned on the long edge", "Print pages 3 and 4:", "Print pages 3 to 8.", "Cut from mark to mark"]),
        ({"flip": Flip.SHORT}, ["turned on the short edge"]),
        (
            {"order": SheetOrder.FRONTS_BACKS},
            ["Print page 2. Put", "Print page 5.", "pages 2 to 4", "sheet 1 goes in first", "pages 5 to 7"],
        ),
        (
            {"order": SheetOrder.BACKS_REVERSED},
            ["Print page 2. Put", "Print page 7.", "last sheet goes in first", "pages 5 to 7"],
        ),
        ({"sides": Sides.FOLD}, ["Choose one side", "Print pages 2 to 6.", "fold on the dashed line"]),
        ({"sides": Sides.FRONT, "cards": 9}, ["Print page 2."]),
        ({"sides": Sides.SINGLE}, ["pages 2 to 41, without this page", "63.5 × 88.9 mm", "3 mm of bleed"]),
        ({"marks": Marks.NONE}, ["Cut along the edges"]),
        ({"start_at": 4}, ["Put the part-used sheet in first"]),
        (
            {"stock": "avery-5371", "paper": "letter"},
            ["US Letter", "Load sheets of Avery 5371", "Take the cards apart"],
        ),
    ],
)
def test_steps_fit_the_way_of_printing(how, said) -> None:
    found = steps(**how)

    assert [part for part in said if part not in found] == []


def test_a_whole_sheet_is_not_called_part_used() -> None:
    assert "part-used" not in steps()


def test_one_sheet_is_one_front_and_one_back() -> None:
    found = steps(9, order=SheetOrder.BACKS_REVERSED)

    assert "Print page 2. Put the sheet back as before. Print page 3." in found
    assert "backwards" not in found
