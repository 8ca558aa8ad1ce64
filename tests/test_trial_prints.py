from __future__ import annotations

import pytest

from publisher.model.printing import PrintSettings
from publisher.problems import UsageError
from publisher.trial_prints import calibration_sheet, stock_sheet
from publisher.workshop import Choices
from tests.factories import the_library
from tests.pdf.checking import assert_conforming

CHOICES = Choices(None, None, None, PrintSettings())


def test_the_calibration_sheet_is_one_sheet_of_two_pages() -> None:
    product = calibration_sheet(the_library(), CHOICES)

    assert (product.name, product.pages, product.sheets) == ("calibration-sheet.pdf", 2, 1)
    assert_conforming(product.content)


def test_the_outlines_of_a_stock_are_one_page() -> None:
    product = stock_sheet(the_library(), "avery-5371", CHOICES)

    assert (product.name, product.pages) == ("avery-5371-outlines.pdf", 1)
    assert_conforming(product.content)


def test_a_stock_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="there is no size `avery-9999`"):
        stock_sheet(the_library(), "avery-9999", CHOICES)
