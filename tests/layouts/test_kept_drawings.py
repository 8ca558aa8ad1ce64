"""The drawings that travel with the package, on the cards that show them: as heavy, as near, as numbered as meant."""

from __future__ import annotations

from functools import cache

import pytest

from layouts import pocket
from layouts.pictures import line_weight
from publisher import pictures
from publisher.geometry import mm
from publisher.model.card import Movement
from publisher.pdf.writer import render
from publisher.typesetting.face import Plate, Role
from publisher.typesetting.surface import Surface
from tests.factories import the_cards, the_library, the_stock, the_typeface
from tests.layouts.test_pocket import a_job
from tests.pdf.checking import assert_conforming, tag_tree
from tests.pdf.factories import a_document
from tests.pdf.test_forms import forms_of

STOCKS = ["poker", "a6", "id-1", "bridge", "a7"]
# The outline of a body swells in its middle to a width between these, in body lines.
FULL, FULLEST = 0.98, 1.14
# So near may a picture come to the cut, millimetres.
CLEAR = 2.0


@cache
def drawings():
    """The pictures of the deck from what is kept, whether it is fresh or about to be drawn again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "_fits", lambda folder, one: (folder / one.file).is_file())
        library = the_library()
        return pictures.illustrations(library, the_cards("pocket-cards"), library.themes["surefoot"])


@cache
def fronts(stock):
    """Each card of the deck that has a picture, with its front."""
    cards = [card for card in the_cards("pocket-cards") if card.id in drawings()]
    made = pocket.make(a_job(cards, stock, drawings=drawings()))
    assert made.problems == ()
    return [(card, pair.front) for card, pair in zip(cards, made.cards, strict=True)]


def plates(front):
    return [part for part in front.parts if isinstance(part, Plate)]


def test_most_of_the_deck_shows_a_picture():
    assert len(fronts("poker")) >= 24


@pytest.mark.parametrize("stock", STOCKS)
def test_silhouettes_are_equally_heavy_on_all_cards(stock):
    ink = the_library().themes["surefoot"].ink
    meant = mm(line_weight(Surface(the_stock(stock).size, the_typeface(), 8)))

    for card, front in fronts(stock):
        frames = drawings()[card.id].frames
        for frame, plate in zip(frames, plates(front), strict=True):
            fullest = max(width for line in frame.sketch.lines if line.role == "ink" for width in line.widths)
            if the_library().figures[card.picture.figure].people:
                assert FULL <= fullest <= FULLEST, card.id
            inked = [mark.stroke.width for mark in plate.drawing.marks if mark.stroke and mark.stroke.colour == ink]
            assert plate.drawing.wide * plate.by.a == pytest.approx(meant, rel=0.01), card.id
            assert max(inked, default=0) * plate.by.a < FULLEST * meant, card.id


@pytest.mark.parametrize("stock", STOCKS)
def test_every_figure_is_clear_of_the_cut_and_of_the_title(stock):
    trim = the_stock(stock).size
    for card, front in fronts(stock):
        top = max(line.at.y for line in front.lines if _role(front, line) is Role.H1)
        for plate in plates(front):
            assert CLEAR <= plate.box.x < plate.box.right <= trim.width - CLEAR, card.id
            assert top < plate.box.y < plate.box.bottom < trim.height, card.id


@pytest.mark.parametrize("stock", ["poker", "a6"])
def test_the_disc_under_a_frame_has_the_number_of_the_step_that_looks_like_it(stock):
    for card, front in fronts(stock):
        if not isinstance(card.body, Movement):
            continue
        steps = {step.pose: str(number) for number, step in reversed([*enumerate(card.body.steps, 1)]) if step.pose}
        discs = [line for line in front.lines if line.text.isdigit() and _role(front, line) is Role.CAPTION]
        numbers = [steps[frame.pose] for frame in drawings()[card.id].frames if frame.pose in steps]
        assert sorted(line.text for line in discs) == sorted(numbers), card.id
        for frame, plate in zip(drawings()[card.id].frames, plates(front), strict=True):
            if frame.pose in steps:
                (disc,) = [line for line in discs if line.text == steps[frame.pose]]
                assert plate.box.x - 3 <= disc.at.x <= plate.box.right + 3, card.id
                assert disc.at.y > plate.by.of(plate.drawing.ground).y, card.id


def _role(front, line):
    return front.elements[line.element].role if line.element is not None else None


def test_what_a_picture_shows_is_said_once_and_each_drawing_is_stored_once():
    shown = fronts("poker")
    faces = [front for _, front in shown]

    pdf = render(a_document(*faces, *faces))

    assert_conforming(pdf)
    tree = tag_tree(pdf)
    for card, _ in shown:
        assert tree.count(str(card.picture.alt)) == 2, card.id
    drawn = {plate.drawing for face in faces for plate in plates(face)}
    assert len(forms_of(pdf)) <= len(drawn)
