"""Words wider than their column go on in the next line, where whoever copies them sees that they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.colour import WHITE
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Span, Style, set_block
from publisher.workshop import the_typeface

FACE = the_typeface()


def lines(text: str, width: float, *, breaking: bool = True) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in block(text, width, breaking=breaking).lines]


def block(text: str, width: float, *, breaking: bool = True) -> object:
    style = Style(12, 14, WHITE)
    return set_block(FACE, (Span(text, Weight.REGULAR),), style, width, breaking=breaking)


@pytest.mark.parametrize(
    ("text", "width", "said"),
    [
        ("desk@hillside.example", 30.0, ["desk@hillside", ".example"]),
        ("desk@hillside.example", 24.0, ["desk@", "hillside", ".example"]),
        ("https://hill.example/a/b", 30.0, ["https://hill", ".example/a/b"]),
        ("Smith-Featherstonehaugh", 40.0, ["Smith-", "Featherstonehaugh"]),
        ("Call desk@hill.example now", 26.0, ["Call desk@hill", ".example now"]),
        ("short words stay whole", 100.0, ["short words stay whole"]),
    ],
)
def test_an_address_breaks_after_its_signs_and_before_a_dot(text: str, width: float, said: list[str]) -> None:
    assert lines(text, width) == said


def test_a_word_without_signs_breaks_where_the_line_is_full() -> None:
    found = lines("Wolfeschlegelsteinhausenbergerdorff", 30.0)

    assert "".join(found) == "Wolfeschlegelsteinhausenbergerdorff"
    assert 1 < len(found) < 5


def test_nothing_breaks_where_it_was_not_asked_for() -> None:
    whole = block("desk@hillside.example", 24.0, breaking=False)

    assert whole.overwide
    assert len(whole.lines) == 1


def test_no_space_is_read_into_a_word_that_goes_on() -> None:
    first, second, last = block("my desk@hillside.example", 30.0).lines

    assert [first.goes_on, second.goes_on, last.goes_on] == [False, True, False]


@given(st.text("abcdefmilW0159@./-_ \u00a0", max_size=80), st.floats(4.0, 80.0))
def test_every_letter_is_kept_and_no_line_is_too_wide(text: str, width: float) -> None:
    broken = block(text, width)

    assert not broken.overwide
    assert all(line.width <= width + 0.02 for line in broken.lines)
    kept = "".join(run.text for line in broken.lines for run in line.runs)
    assert kept.replace(" ", "").replace("\u00a0", "") == text.replace(" ", "").replace("\u00a0", "")
