"""The test sheet for a printer: every scale has its letter, every word its place, every word of it is true."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from layouts import calibration
from layouts.calibration import HOLE, MEETS, READS
from publisher.cli.calibrate import readings
from publisher.colour import BLACK
from publisher.model.printing import Flip, PrinterProfile, PrintSettings
from publisher.press.calibration import MAIN, VERNIER, stations
from publisher.press.correction import calibrate
from publisher.trial_prints import calibration_sheet
from publisher.typesetting.face import Face, Ink, Role
from publisher.workshop import Choices
from tests.factories import a_setting, the_library
from tests.layouts.looking import collisions, outside
from tests.pdf.checking import assert_conforming

PAPERS = ("a4", "letter", "a3")


def sides(paper: str = "a4", flip: Flip = Flip.LONG, printer: str = "") -> tuple[Face, Face]:
    return calibration.draw(a_setting(None), the_library().papers[paper], flip, printer)


@pytest.mark.parametrize("flip", list(Flip))
@pytest.mark.parametrize("paper", PAPERS)
def test_both_sides_fit_their_paper(paper, flip) -> None:
    for face in sides(paper, flip, "a-printer-with-a-rather-long-name-to-read"):
        assert face.fits
        assert outside(face, 8) == []
        assert collisions(face) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_reading_has_its_letter_and_a_box_to_write_it_in(paper) -> None:
    front, back = sides(paper)
    letters = [station.label for station in stations(the_library().papers[paper].size)]
    printed = [line.text for face in (front, back) for line in face.lines]

    assert {letter: printed.count(letter) for letter in letters} == dict.fromkeys(letters, 2)


def test_all_scales_are_thin_and_pure_black_and_all_numbers_are_large_enough() -> None:
    for face in sides():
        strokes = [part.mark.stroke for part in face.parts if isinstance(part, Ink) and part.mark.stroke]

        assert {stroke.colour for stroke in strokes if stroke.colour != (255, 255, 255)} == {BLACK}
        assert max(stroke.width for stroke in strokes) <= 0.4
        assert min(line.size for line in face.lines) >= 7


def test_the_worked_example_is_right() -> None:
    front, back = sides()

    meets = READS + MEETS * VERNIER
    assert meets / MAIN == pytest.approx(round(meets))
    assert f"G = {READS}" in front.spoken().replace("\u00a0", " ")
    assert f"L1 = {HOLE.x:g}, L2 = {HOLE.y:g}" in back.spoken().replace("\u00a0", " ")


@pytest.mark.parametrize("paper", PAPERS)
def test_what_the_sheet_says_to_type_can_be_typed(paper) -> None:
    said = sides(paper, Flip.SHORT)[1].spoken().replace("\n", " ").replace("\u00a0", " ")
    first, second = (readings(re.search(rf'--{which} "(.*?)"', said)[1]) for which in ("first", "second"))

    assert f"--flip short --paper {paper}" in re.sub(r" +", " ", said)
    assert calibrate("home-laser", [first, second], the_library().papers[paper].size, Flip.SHORT).steady


@pytest.mark.parametrize("flip", list(Flip))
def test_the_front_says_on_which_edge_to_turn(flip) -> None:
    said = re.sub(r"\s+", " ", sides(flip=flip)[0].spoken())

    assert f"turned on the {flip.value} edge" in said


def test_scales_are_figures_in_words_and_headings_are_in_order() -> None:
    front, back = sides()
    heads = [element.role for face in (front, back) for element in face.elements if element.role.value[0] == "H"]

    assert heads[0] is Role.H1
    assert set(heads[1:]) == {Role.H2}
    assert all(e.alt and e.box for face in (front, back) for e in face.elements if e.role is Role.FIGURE)


@pytest.mark.parametrize("profile", [None, PrinterProfile("home-laser", 0.4, -0.3, 0.1, -1.2, 0.8, -0.2, 0.999, 1.001)])
def test_the_file_is_one_sheet_conforming_and_turned_as_asked(profile) -> None:
    settings = PrintSettings(flip=Flip.SHORT)
    product = calibration_sheet(the_library(), Choices("a4", None, None, settings, profile=profile))

    assert (product.name, product.pages, product.sheets) == ("calibration-sheet.pdf", 2, 1)
    with pikepdf.open(BytesIO(product.content)) as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    assert_conforming(product.content)
