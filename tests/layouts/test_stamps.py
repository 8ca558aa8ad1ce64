from __future__ import annotations

import pytest

from layouts import stamps
from publisher.colour import contrast
from publisher.geometry import POINTS_PER_MM, Size
from tests.factories import a_setting

A4 = Size(210, 297)


@pytest.mark.parametrize("page", [A4, Size(297, 210), Size(63.5, 88.9)])
@pytest.mark.parametrize("text", ["COPY", "x", "Not for use before your visit"])
def test_a_word_stays_within_the_diagonal_and_is_not_blown_up(page, text):
    face = stamps.watermark(text, page, a_setting())

    (line,) = face.lines
    assert line.text == text
    assert line.width <= 0.71 * (page.width**2 + page.height**2) ** 0.5
    assert line.size * stamps.CAP_HEIGHT / POINTS_PER_MM <= 0.2 * min(page.width, page.height)


def test_it_stands_in_the_middle_and_nobody_reads_it():
    (line,) = stamps.watermark("COPY", A4, a_setting()).lines

    assert line.at.x + line.width / 2 == pytest.approx(105)
    assert line.element is None


def test_ink_can_be_read_on_it():
    assert contrast(a_setting().theme.ink, stamps.TONE) > 12
