"""Parts of the pages for the person at the printer."""

from __future__ import annotations

import pytest

from layouts.instructions import bars, steps, typed
from publisher.geometry import Box, Size
from publisher.typesetting.face import Ink, Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_setting


def test_what_is_to_be_typed_is_bold_and_the_rest_is_not() -> None:
    spans = typed("Type surefoot check now.", "surefoot check")

    assert [(span.text, span.weight) for span in spans] == [
        ("Type ", Weight.REGULAR),
        ("surefoot check", Weight.BOLD),
        (" now.", Weight.REGULAR),
    ]


def test_steps_are_a_numbered_list_and_their_height_is_told() -> None:
    setting = a_setting()
    surface = Surface(Size(210, 297), setting.typeface, 12)
    style = Style(12, 15, setting.theme.ink)
    bottom = steps(surface, setting, ["Print.", "Cut."], style, Box(10, 10, 100, 0), 4.0)
    face = surface.face()

    assert [line.text for line in face.lines] == ["1", "Print.", "2", "Cut."]
    assert [e.numbered for e in face.elements if e.role is Role.LIST] == [True]
    assert bottom == pytest.approx(10 + 2 * 15 * 25.4 / 72 + 4.0)


def test_both_bars_are_100_mm_long() -> None:
    setting = a_setting()
    surface = Surface(Size(210, 297), setting.typeface, 12)
    bars(surface, setting, Size(210, 297), 50)
    bounds = [part.mark.path.bounds for part in surface.face().parts if isinstance(part, Ink)]

    assert [box.width for box in bounds if box.height < 5] == pytest.approx([100])
    assert [box.height for box in bounds if box.width < 5] == pytest.approx([100])
