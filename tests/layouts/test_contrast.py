"""All text stands out from its ground, 4.5 to 1 (WCAG 2.2, 1.4.3), on every page and in both themes."""

from __future__ import annotations

import pytest

from layouts import cheat_sheet, warning_card
from publisher.colour import Colour, contrast
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Size
from publisher.typesetting.face import Role
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_job, the_cards, the_deck, the_library, the_typeface
from tests.layouts.looking import grounds

THEMES = tuple(the_library().themes)


def weak(faces: object, theme: str) -> list[tuple[str, str, str, float]]:
    """Lines with too little contrast: their words, both colours, the ratio."""
    paper = the_library().themes[theme].paper
    return [
        (line.text, run.colour.hex, ground.hex, round(contrast(run.colour, ground), 2))
        for face in faces
        for line in face.lines
        if line.text.strip()
        for ground in grounds(face, line, paper)
        for run in line.runs
        if contrast(run.colour, ground) < 4.5
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_pocket_cards(theme: str) -> None:
    assert weak(the_deck("poker", theme).faces, theme) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_cheat_sheet(theme: str, paper: str) -> None:
    assert weak(cheat_sheet.make(a_job(the_cards("cheat-sheet"), None, paper, theme=theme)).faces, theme) == []


@pytest.mark.parametrize("theme", THEMES)
def test_warning_card(theme: str) -> None:
    assert weak(warning_card.make(a_job(the_cards("warning-card"), "a6", theme=theme)).faces, theme) == []


def test_a_weak_line_is_found() -> None:
    surface = Surface(Size(60, 90), the_typeface(), 9)
    with surface.artifact():
        surface.paint(Mark(rectangle(Box(0, 20, 60, 20), 2), fill=Colour(200, 200, 200)))
    pale = Style(9, 11, Colour(120, 120, 120))
    with surface.element(Role.PARAGRAPH):
        surface.write(surface.set("Pale on grey", pale, 50), 5, 25)

    assert [text for text, *_ in weak([surface.face()], "surefoot")] == ["Pale on grey"]
