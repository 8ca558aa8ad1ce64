"""The code on a card: large enough, clear of everything, told to whoever hears the page; or left out and said so."""

from __future__ import annotations

from functools import cache

import pytest

from layouts import pocket
from layouts.code import GIVES_WAY, LEAST, MOST, QUIET, is_coded
from publisher.binding import Press, bind, document
from publisher.model.card import WarningSign
from publisher.model.printing import PrintSettings
from publisher.pdf.writer import render
from publisher.phone.codes import codes_of
from publisher.typesetting.face import Face, Ink, Link, Plate, Role
from tests.factories import a_job, box_of, overlap, the_cards, the_library, the_stock
from tests.layouts.looking import collisions
from tests.pdf.checking import assert_conforming
from tests.phone.test_codes import a_deck

CARDS = the_cards("pocket-cards")
SIZES = ("poker", "tarot", "a6")
# No code is finer than a phone at arm's length reads.
FINEST = 0.4


@cache
def deck(size: str) -> tuple:
    job = a_job(CARDS, size, codes=codes_of(a_deck(), CARDS))
    return pocket.make(job).cards


@cache
def plain(size: str) -> tuple:
    return pocket.make(a_job(CARDS, size)).cards


def coded(size: str) -> list[tuple]:
    """Each card that has a code, and the face that it is on."""
    both = [(card, face) for card, pair in zip(CARDS, deck(size), strict=True) for face in (pair.front, pair.back)]
    return [(card, face) for card, face in both if is_coded(face)]


def the_link(face: Face) -> Link:
    [link] = [part for part in face.parts if isinstance(part, Link)]
    return link


@pytest.mark.parametrize("size", SIZES)
def test_every_card_has_one_code_or_says_that_it_has_none(size: str) -> None:
    for card, pair in zip(CARDS, deck(size), strict=True):
        count = sum(map(is_coded, (pair.front, pair.back)))
        assert count == (0 if "code" in pair.back.left_out else 1), card.id
        assert "code" not in pair.front.left_out


@pytest.mark.parametrize("size", SIZES)
def test_every_card_of_the_library_has_room(size: str) -> None:
    assert len(coded(size)) == len(CARDS)


@pytest.mark.parametrize("size", SIZES)
def test_a_code_is_large_enough_and_inside_the_card(size: str) -> None:
    for card, face in coded(size):
        link = the_link(face)
        modules = codes_of(a_deck(), [card])[card.id].drawing.box.width
        assert LEAST - 1e-9 <= link.box.width <= MOST + 1e-9
        assert link.box.width / modules >= FINEST
        inside = link.box.inset(QUIET * link.box.width / modules)
        assert face.trim.width - inside.right >= 3 - 1e-6
        assert link.box.right < face.trim.width
        assert link.box.bottom < face.trim.height


@pytest.mark.parametrize("size", SIZES)
def test_nothing_stands_in_the_quiet_zone(size: str) -> None:
    for card, face in coded(size):
        box = the_link(face).box
        assert not [line.text for line in face.lines if overlap(box, box_of(line))], card.id
        pictures = [part for part in face.parts if isinstance(part, Plate)]
        assert sum(overlap(box, part.box) for part in pictures) == 1, card.id
        rules = [part.mark.path.bounds for part in face.parts if isinstance(part, Ink)]
        thin = [rule for rule in rules if rule.height < 0.3 and rule.width < face.trim.width]
        assert not [rule for rule in thin if overlap(box, rule)], card.id
        assert not collisions(face)


@pytest.mark.parametrize("size", SIZES)
def test_a_code_changes_no_size_and_makes_nothing_too_long(size: str) -> None:
    for with_code, without in zip(deck(size), plain(size), strict=True):
        assert with_code.front.fits == without.front.fits
        assert with_code.back.fits == without.back.fits
        assert with_code.front.body == without.front.body


@pytest.mark.parametrize("size", SIZES)
def test_a_card_says_the_same_words_with_a_code_but_for_those_that_give_way(size: str) -> None:
    for card, with_code, without in zip(CARDS, deck(size), plain(size), strict=True):
        gone = [part for part in with_code.back.left_out if part not in without.back.left_out]
        for one, other in ((with_code.front, without.front), (with_code.back, without.back)):
            said, before = one.spoken().split(), other.spoken().split()
            assert said == before or (gone and other is without.back)
        # They go in the stated order, the least needed first.
        own = [part for part in GIVES_WAY[type(card.body)] if part not in without.back.left_out]
        assert gone == [part for part in own if part in gone]
        assert not gone or gone[0] == own[0] or not getattr(card.body, own[0], None)


def test_on_the_usual_card_nearly_nothing_gives_way_and_no_sign_loses_a_word() -> None:
    gone = {
        card.id: [part for part in one.back.left_out if part not in other.back.left_out]
        for card, one, other in zip(CARDS, deck("poker"), plain("poker"), strict=True)
    }

    assert sum(map(bool, gone.values())) <= 3
    assert not any(gone[card.id] for card in CARDS if isinstance(card.body, WarningSign))


@pytest.mark.parametrize("size", SIZES)
def test_steps_and_reasons_to_stop_give_way_to_no_code(size: str) -> None:
    for card, pair in zip(CARDS, deck(size), strict=True):
        assert not {"steps", "signs", "stop_if", "do", "do_not", "dose"} & {*pair.back.left_out}, card.id


def test_a_code_is_a_figure_in_a_link_and_says_where_it_leads() -> None:
    for card, face in coded("poker"):
        link = the_link(face)
        said = f"Code that opens this card on a phone: https://example.org/back/{card.id}.html"
        element = face.elements[link.element]
        assert element.role is Role.LINK
        assert face.elements[element.parent].role is Role.PARAGRAPH
        figures = [other for other in face.elements if other.parent == link.element]
        assert [(figure.role, figure.alt) for figure in figures] == [(Role.FIGURE, said)]
        assert (link.address, link.label) == (f"https://example.org/back/{card.id}.html", said)


def test_a_deck_without_a_link_says_nothing_of_codes() -> None:
    for pair in plain("poker"):
        assert not is_coded(pair.front)
        assert "code" not in pair.back.left_out


def test_a_printed_code_passes_the_checkers() -> None:
    cards = [card for card in CARDS if card.id in ("plank", "worse-at-night")]
    job = a_job(cards, "poker", codes=codes_of(a_deck(), cards))
    press = Press(the_library().papers["a4"], PrintSettings(), job.setting, "Codes")
    bound = bind(pocket.make(job), the_stock("poker"), press)

    assert_conforming(render(document(bound, "Codes", "", "en-GB", None)))
