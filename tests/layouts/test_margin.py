"""What stands in the margin of a sheet: readable, inside the paper, and never read aloud."""

from __future__ import annotations

import pytest

from layouts import margin
from publisher.model.printing import Flip, Marks, PrintSettings, Sides
from publisher.press.furniture import furniture
from publisher.press.imposition import impose
from tests.factories import a_setting, the_library
from tests.layouts.looking import collisions, outside


def drawn(
    paper: str = "a4",
    stock: str = "poker",
    deck: str = "Surefoot pocket cards",
    line: str = " · sheet 1 of 2",
    **chosen: object,
) -> object:
    settings = PrintSettings(**chosen)
    library = the_library()
    imposed = impose(10, library.papers[paper], library.stocks[stock], settings)
    sheet = imposed.pages[0]
    size = library.papers[paper].size
    size = size if sheet.paper.box.width == size.width else size.turned()
    return margin.draw(furniture(imposed.grid, sheet, settings), deck, line, settings, a_setting(stock), size)


def texts(face: object) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in face.lines]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("stock", ["poker", "a7", "mini", "id-1"])
def test_it_lies_on_the_paper_and_nothing_overlaps(paper: str, stock: str) -> None:
    face = drawn(paper, stock)

    assert outside(face, 3.9) == []
    assert collisions(face) == []


def test_it_says_which_deck_and_sheet_and_shows_two_bars_to_measure() -> None:
    face = drawn()

    assert "Surefoot pocket cards · sheet 1 of 2" in texts(face)
    assert any(text.startswith("100 mm. Print at 100 %") for text in texts(face))
    assert any(line.turn for line in face.lines)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"sides": Sides.DUPLEX, "flip": Flip.LONG}, "Turn on the long edge. Cut on the marks."),
        ({"sides": Sides.DUPLEX, "flip": Flip.SHORT}, "Turn on the short edge. Cut on the marks."),
        ({"sides": Sides.FOLD}, "Cut out, then fold on the dashed line."),
        ({"sides": Sides.FRONT}, "Cut on the marks."),
    ],
)
def test_it_says_how_to_turn_and_cut(chosen: dict, said: str) -> None:
    assert said in texts(drawn(**chosen))


def test_a_long_name_gives_up_what_follows_it_and_not_its_size() -> None:
    face = drawn(
        deck="A name of a deck that goes on and on until it fills the margin " * 1,
        line=" · sheet 1 of 2 · front · version 0.1.0 and more of it here to be too long",
    )

    assert not any("sheet 1 of 2" in text for text in texts(face))
    assert {line.size for line in face.lines} == {margin.SIZE}


def test_nobody_hears_the_margin() -> None:
    face = drawn()

    assert face.elements == ()
    assert {part.element for part in face.parts} == {None}


@pytest.mark.parametrize(
    ("paper", "stock", "chosen"), [("letter", "avery-5371", {}), ("a4", "poker", {"marks": Marks.NONE})]
)
def test_a_sheet_without_marks_says_nothing_of_cutting(paper: str, stock: str, chosen: dict) -> None:
    texts = " ".join(line.text for line in drawn(paper, stock, **chosen).lines)

    assert "Turn on the long edge." in texts
    assert "Cut" not in texts
