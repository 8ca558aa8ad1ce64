"""Galleries: nothing is left out, and what they print conforms. Drawings are stand-ins: real ones take minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher import pictures
from publisher.figures.motion import Moment
from publisher.figures.tempo import Leg
from publisher.galleries.figures import figure_gallery_of, flick_book_of
from publisher.model.anatomy import PROP_KINDS
from publisher.model.printing import PrintSettings
from publisher.problems import UsageError
from publisher.workshop import Choices
from tests.factories import the_library
from tests.figures.stick_people import ALL_FOURS, LYING, STANDING, a_sketch
from tests.pdf.checking import assert_conforming

if TYPE_CHECKING:
    from collections.abc import Sequence

CHOICES = Choices(None, None, None, PrintSettings())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[pictures.Shown]:
    """What is to be drawn; it is not drawn."""
    wanted: list[pictures.Shown] = []

    def drawings(shown: Sequence[pictures.Shown]):
        wanted.extend(shown)
        return {one.file: {str(pose): a_sketch(STANDING) for pose in one.figure.poses} for one in shown}

    def film(one: pictures.Shown, count: int, _dose: object = None):
        wanted.append(one)
        leg = Leg("start", "low", 3.0, "down", "in")
        bodies = [(STANDING, ALL_FOURS)[i % 2] if one.figure.id != "plank" else LYING for i in range(count)]
        return [a_sketch(joints) for joints in bodies], tuple(Moment(i, leg, 0, None) for i in range(count))

    monkeypatch.setattr(pictures, "drawings", drawings)
    monkeypatch.setattr(pictures, "film", film)
    return wanted


def test_the_gallery_shows_every_figure_person_and_thing(asked: list[pictures.Shown]) -> None:
    product = figure_gallery_of(the_library(), CHOICES)
    shown = {str(one.figure.id) for one in asked}

    assert set(the_library().figures) <= shown
    assert {f"thing-{kind}" for kind in PROP_KINDS} <= shown
    for view in ("front", "side"):
        assert {one.person.id for one in asked if one.figure.id == f"standing-{view}"} == set(the_library().people)
    assert product.name == "figures.pdf"
    assert_conforming(product.content)


def test_no_two_drawings_have_one_name(asked: list[pictures.Shown]) -> None:
    figure_gallery_of(the_library(), CHOICES)

    assert len({one.file for one in asked}) == len(asked)


def test_chosen_people_show_all_figures(asked: list[pictures.Shown]) -> None:
    figure_gallery_of(the_library(), replace(CHOICES, people=("mei",)))

    people = {one.person.id for one in asked if one.figure.id in the_library().figures and one.figure.people}
    assert people == {"mei"}


def test_what_is_held_or_worn_is_shown_on_somebody(asked: list[pictures.Shown]) -> None:
    figure_gallery_of(the_library(), CHOICES)
    worn = {
        str(one.figure.id).removeprefix("thing-"): one.figure.people
        for one in asked
        if one.figure.id.startswith("thing-")
    }

    assert all(worn[kind] for kind in ("band", "belt", "pack", "watch", "loop"))
    assert not any(worn[kind] for kind in ("mat", "chair", "shoes", "roller"))


def test_a_flick_book_has_a_cover_and_all_frames(asked: list[pictures.Shown]) -> None:
    product = flick_book_of(the_library(), "tempo-squat", 12, CHOICES)

    assert product.name == "tempo-squat-flick-book.pdf"
    assert product.pages == 2  # 13 cards, ten on a sheet
    assert [str(one.figure.id) for one in asked] == [str(the_library().cards["tempo-squat"].picture.figure)]
    assert_conforming(product.content)


@pytest.mark.usefixtures("asked")
def test_another_size_can_be_chosen() -> None:
    assert flick_book_of(the_library(), "tempo-squat", 12, replace(CHOICES, size="a7")).pages > 1


def test_a_card_that_moves_nobody_has_nothing_to_flick_through() -> None:
    with pytest.raises(UsageError, match="shows no movement"):
        flick_book_of(the_library(), "shoes-for-downhill", 12, CHOICES)


def test_a_card_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="there is no card `tempo-squad`"):
        flick_book_of(the_library(), "tempo-squad", 12, CHOICES)
