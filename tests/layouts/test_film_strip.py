"""Film strips: whole, within the margins, one a card, with the words and the times of the card."""

from __future__ import annotations

from functools import cache

import pytest

from layouts import film_strip
from layouts.film_strip import MARGIN
from publisher.films import reels_of
from publisher.model.card import Movement
from publisher.pictures import illustrations
from publisher.typesetting.face import Plate, Role
from tests.factories import a_card, a_job, read, the_cards, the_library
from tests.layouts.looking import collisions, outside

CARDS = the_cards("film-strips")


@cache
def shown(paper: str = "a4", theme: str = "surefoot", only: str = ""):
    library, cards = the_library(), tuple(card for card in CARDS if not only or card.id == only)
    reels = reels_of(library, cards, library.themes[theme])
    drawings = illustrations(library, cards, library.themes[theme])
    return film_strip.make(a_job(cards, None, paper, theme=theme, reels=reels, drawings=drawings))


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_strip_is_whole_and_within_the_margins(paper: str, theme: str) -> None:
    made = shown(paper, theme)

    assert made.problems == ()
    for face in made.pages:
        assert face.fits
        assert face.trim == the_library().papers[paper].size
        assert outside(face, MARGIN) == []
        assert collisions(face) == []
        for part in face.parts:
            if isinstance(part, Plate):
                assert part.box.x >= MARGIN - 0.01
                assert part.box.right <= face.trim.width - MARGIN + 0.01


def test_there_is_a_strip_for_every_exercise_and_it_says_when_to_stop() -> None:
    said = " ".join(map(read, shown().pages))
    pictured = [card for card in CARDS if card.picture is not None]

    assert said.count("Stop if") == sum(bool(card.body.stop_if) for card in pictured)
    assert all(str(card.title) in said for card in pictured)
    assert sum(element.role is Role.H2 for face in shown().pages for element in face.elements) == len(pictured)


def test_the_hip_bridge_is_told_in_its_tempo_from_left_to_right() -> None:
    [face] = shown(only="hip-bridge").pages
    said = read(face)
    told = ["Start", "1 s up, breathe out", "Lift", "hold 2 s", "3 s down, breathe in", "Back to start"]

    places = [said.index(one) for one in told]
    assert places == sorted(places)


def test_a_long_hold_stands_under_its_frame() -> None:
    [face] = shown(only="open-book").pages

    assert "hold 30 s" in read(face)


def test_a_card_that_never_moves_shows_its_picture_and_its_hold() -> None:
    [face] = shown(only="sphinx").pages

    assert sum(isinstance(part, Plate) for part in face.parts) == 1
    assert "hold 30 s" in read(face)


def test_a_figure_says_in_words_what_it_shows() -> None:
    [face] = shown(only="hip-bridge").pages
    [alt] = [element.alt for element in face.elements if element.alt]

    assert alt.endswith("A film strip of 5 frames, from left to right.")


def test_a_card_that_is_no_exercise_is_told() -> None:
    signs = the_cards("warning-card")[:1]
    [problem] = film_strip.make(a_job(signs, None)).problems

    assert problem.name == "unfit-card"


def test_without_a_picture_there_is_no_strip() -> None:
    assert isinstance(a_card().body, Movement)
    [problem] = film_strip.make(a_job([a_card()], None)).problems

    assert problem.name == "no-film-strips"
