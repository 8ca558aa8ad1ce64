"""What keeps cards off a sheet is told with its figures, and what to do about it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.model.printing import PrintSettings, Sides
from publisher.press.imposition import impose
from publisher.problems import InputError, Level
from tests.press.sheets_to_try import A4, POKER, STOCKS, a_stock

if TYPE_CHECKING:
    from publisher.model.stock import Stock


@pytest.mark.parametrize(
    ("name", "stock", "settings", "words"),
    [
        ("card-larger-than-paper", a_stock(220, 300), PrintSettings(), "220 by 300 mm"),
        ("no-room", POKER, PrintSettings(margin=90), "leaves 30 by 117 mm"),
        ("narrow-gap", POKER, PrintSettings(gap=2), "a gap of 2 mm"),
        ("no-such-slot", POKER, PrintSettings(start_at=10), "no slot 10"),
        ("no-such-slot", POKER, PrintSettings(skip=(3, 12)), "no slot 12"),
        ("no-slot-left", POKER, PrintSettings(start_at=8, skip=(8, 9)), "holds 9"),
        ("wrong-paper", STOCKS["avery-5371"], PrintSettings(), "`letter` paper, not `a4`"),
        ("no-fold-on-precut", STOCKS["avery-l7414"], PrintSettings(sides=Sides.FOLD), "come cut into single cards"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_figures(
    name: str, stock: Stock, settings: PrintSettings, words: str
) -> None:
    with pytest.raises(InputError) as told:
        impose(9, A4, stock, settings)

    assert [problem.name for problem in told.value.problems] == [name]
    assert words in told.value.problems[0].sentence


def test_the_margin_that_a_problem_names_is_wide_enough() -> None:
    with pytest.raises(InputError) as told:
        impose(9, A4, POKER, PrintSettings(margin=90))

    assert told.value.problems[0].hint == "Use `--margin 73.2` or less."
    assert impose(9, A4, POKER, PrintSettings(margin=73.2)).grid.slots


def test_a_narrow_margin_is_only_warned_of() -> None:
    (warning,) = impose(9, A4, POKER, PrintSettings(margin=3)).warnings

    assert (warning.name, warning.level) == ("narrow-margin", Level.WARNING)
    assert impose(9, A4, POKER, PrintSettings(margin=5)).warnings == ()
