"""Cards on a phone as faces: large type, nothing over an edge, and never without dose, steps and when to stop."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from layouts import phone
from layouts.blocks import tab
from layouts.phone import lock_screen
from layouts.phone.measures import GOOD, LARGEST, LAST, LEFT_OUT, NEVER, SCREEN, SMALLEST, on_phone
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, Review, WarningSign
from publisher.model.printing import PrintSettings
from publisher.typesetting.face import Ink, Plate, Role
from publisher.typesetting.surface import Surface
from publisher.workshop import Choices, Workshop
from tests.factories import (
    a_card,
    a_job,
    a_movement,
    a_phrase,
    a_setting,
    inked,
    overlap,
    phrases,
    read,
    said,
    the_cards,
    the_library,
    the_words,
)
from tests.layouts.looking import collisions, on_pattern, on_signs, outside, roles

CARDS = the_cards("phone-cards")
MOST = {kind: len(parts) for kind, parts in LEFT_OUT.items()}
IDS = [str(card.id) for card in CARDS]


@cache
def a_shop() -> Workshop:
    return Workshop.open(the_library(), Choices(None, None, None, PrintSettings()))


@cache
def drawings() -> dict:
    setting = a_shop().setting(the_library().publications["phone-cards"], None, CARDS)
    return dict(setting.drawings)


@cache
def deck(theme: str = "surefoot") -> dict:
    made = phone.make(a_job(CARDS, None, theme=theme, drawings=drawings()))
    assert made.problems == ()
    return dict(zip(IDS, made.screens, strict=True))


def face_of(name: object) -> object:
    return deck()[str(name)].face


def one(card: object, **more: object) -> object:
    (screen,) = phone.make(a_job([card], None, **more)).screens
    return screen.face


def cards_of(*kinds: type) -> list:
    return [card for card in CARDS if isinstance(card.body, kinds)]


def found(tell: object) -> list:
    """What a test finds on any face, with the name of the card."""
    return [(name, told) for name, screen in deck().items() if (told := tell(screen.face))]


def test_there_is_a_page_for_every_card_that_fits_in_its_order_and_group() -> None:
    assert len(CARDS) == 85
    assert all(screen.face.fits and screen.face.trim == SCREEN for screen in deck().values())
    assert [screen.title for screen in deck().values()] == [str(card.title) for card in CARDS]
    assert [screen.group for screen in deck().values()] == [the_words().group(card.group) for card in CARDS]


def test_the_body_is_14_points_or_more_and_nothing_else_that_is_needed_is_smaller() -> None:
    assert all(SMALLEST <= screen.face.body <= LARGEST for screen in deck().values())
    assert SMALLEST >= 14
    for name, screen in deck().items():
        face = screen.face
        small = [line for line in face.lines if line.element is not None and line.size < 14]
        # Numerals on discs, words under frames, "to" between large figures, and the foot.
        allowed = {Role.LABEL, Role.CAPTION}
        rest = [one for one in small if face.elements[one.element].role not in allowed and one.text.strip() != "to"]
        assert "".join(one.text for one in rest).count("physiotherapist") == 1, name
        assert len(rest) <= 2, (name, [one.text for one in rest])


def test_every_line_lies_inside_the_margin_clear_of_all_others() -> None:
    assert found(lambda face: outside(face, 3.0)) == []
    assert found(collisions) == []
    # The numerals of discs stand on it.
    assert found(lambda face: [text for text in on_pattern(face) if not text.isdigit()]) == []
    assert found(on_signs) == []


def test_no_ground_begins_beside_the_tab() -> None:
    """But for a hill, which rises at the left."""
    for card in (card for card in CARDS if isinstance(card.body, Movement | WarningSign | Advice)):
        setting = on_phone(a_setting(None), card, 14.0, 0)
        place = tab(Surface(SCREEN, setting.typeface, 14), setting, card)
        strips = [part.mark.path.bounds for part in face_of(card.id).parts if isinstance(part, Ink) and part.mark.fill]
        wide = [box for box in strips if box.width > SCREEN.width - 1]
        assert min(box.y for box in wide) > place.bottom, card.id


def test_no_text_runs_into_the_tab() -> None:
    for card in CARDS:
        setting = on_phone(a_setting(None), card, 14.0, 0)
        place = tab(Surface(SCREEN, setting.typeface, 14), setting, card)
        over = [line.text for line in face_of(card.id).lines if overlap(inked(line), place)]
        assert over == [the_words().number_of(card)], card.id


@pytest.mark.parametrize("card", cards_of(Movement), ids=lambda card: str(card.id))
def test_a_movement_says_how_much_every_step_what_to_heed_and_when_to_stop(card: object) -> None:
    text = read(face_of(card.id))

    for figure in the_words().dose_strip(card.body.dose)[:2]:
        assert figure.low in text
        assert figure.unit in text
    assert all(str(step.text) in text for step in card.body.steps)
    assert all(str(each).rstrip(".") in text for each in card.body.precautions)
    assert f"Stop if {the_words().stop_if(card.body.stop_if)}" in text


@pytest.mark.parametrize("card", [card for card in CARDS if getattr(card.body, "stop_if", ())], ids=lambda c: str(c.id))
def test_whatever_has_reasons_to_stop_ends_with_them(card: object) -> None:
    texts = [text for _, text in roles(face_of(card.id))]

    assert texts[-2].startswith(f"Stop if {the_words().stop_if(card.body.stop_if)}".replace("\u00a0", " "))
    assert "Not yet reviewed by a physiotherapist" in texts[-1]


@pytest.mark.parametrize("card", cards_of(FormCue, FormFault), ids=lambda card: str(card.id))
def test_right_and_wrong_are_said_and_shown(card: object) -> None:
    face, body = face_of(card.id), card.body
    right = body.right if isinstance(body, FormCue) else body.instead

    assert {str(right), str(body.wrong), *(str(step.text) for step in body.steps)} <= set(said(face))
    assert sum(isinstance(part, Plate) for part in face.parts) == 2


@pytest.mark.parametrize("card", cards_of(WarningSign), ids=lambda card: str(card.id))
def test_a_sign_says_what_to_do_before_what_is_felt_in_full(card: object) -> None:
    text, words = read(face_of(card.id)), the_words()
    action = words.tier(card.body.tier, "action")

    assert text.index(action) < text.index(str(card.body.signs[0]))
    assert all(str(sign) in text for sign in card.body.signs)
    assert words.tier(card.body.tier, "follow").split(".")[0] in text


@pytest.mark.parametrize("card", cards_of(Advice), ids=lambda card: str(card.id))
def test_advice_says_all_that_is_to_be_done_and_not_done(card: object) -> None:
    text = read(face_of(card.id))

    assert all(str(each) in text for each in (*card.body.do, *card.body.do_not))


@pytest.mark.parametrize("card", cards_of(Explanation), ids=lambda card: str(card.id))
def test_an_explanation_says_its_lines_and_so_what(card: object) -> None:
    text = read(face_of(card.id))

    assert all(str(line) in text for line in card.body.lines)
    assert str(card.body.so) in text


def test_the_order_of_reading_is_title_picture_dose_steps_and_stop() -> None:
    texts = [text for _, text in roles(face_of("hip-bridge"))]
    kinds = [element.role for element in face_of("hip-bridge").elements]

    order = [
        next(i for i, text in enumerate(texts) if text.startswith(start))
        for start in ("Hip bridge", "Start", "3 sets", "Tuck", "Stop if", "S4 Not yet")
    ]
    assert order == sorted(order)
    assert kinds[0] is Role.H1
    assert kinds.index(Role.FIGURE) < kinds.index(Role.LIST)


def test_every_picture_has_its_words() -> None:
    for card in CARDS:
        alts = [element.alt for element in face_of(card.id).elements if element.role is Role.FIGURE]
        assert alts in ([], [str(card.picture.alt)] if card.picture else [])
    assert sum(any(isinstance(part, Plate) for part in screen.face.parts) for screen in deck().values()) >= 58


# What goes first


def test_what_may_never_go_is_in_no_list() -> None:
    may_go = {*NEVER, *(part for parts in (*LEFT_OUT.values(), *LAST.values()) for part in parts)}

    assert may_go.isdisjoint({"stop_if", "dose", "steps", "do", "do_not", "right", "wrong", "action", "precautions"})


def test_words_go_before_type_becomes_small() -> None:
    """Only where all that may go has gone is a card set in less than good type."""
    for card in CARDS:
        face = face_of(card.id)
        if face.body < GOOD:
            one_larger = phone.draw(card, a_setting(None, drawings=drawings()), face.body + 0.25, MOST[type(card.body)])
            assert not one_larger.fits, card.id


def test_a_short_card_keeps_its_words_and_is_large_and_a_long_one_says_what_it_left_out() -> None:
    short = one(a_card(steps=["Push.", "Let go."]), drawings={})
    long = one(a_card(steps=["Push one heel down as hard as you can."] * 5), drawings={})

    assert short.body > 15
    assert "purpose" not in short.left_out
    assert short.body >= long.body
    assert {"purpose", "feel"} <= set(long.left_out)
    assert "Start Lie on your back" in read(long), "no picture shows it"
    assert "Keeps the back of the thigh strong" in read(short)
    assert "Keeps the back of the thigh strong" not in read(long)


def test_what_fits_in_no_size_is_told_with_its_place() -> None:
    card = a_card(steps=["Push one heel down as hard as you can, and do not let go of it for a while."] * 8)
    made = phone.make(a_job([card], None, drawings={}))

    (problem, *_) = made.problems
    assert problem.name == "does-not-fit"
    assert "even at 14 pt" in problem.sentence
    assert problem.place is not None


def test_a_movement_without_a_picture_shows_its_cue_in_large_letters() -> None:
    face = one(a_card(), drawings={})

    (cue,) = [line for line in face.lines if line.text == "Heel heavy"]
    assert cue.size > face.body


def test_a_signature_costs_no_type_and_no_words() -> None:
    card = the_library().cards["hip-bridge"]
    review = Review(a_phrase("Dr Alexandra Montgomery-Fitzgerald"), a_phrase("physiotherapist"), a_phrase("2026-11-02"))
    signed = one(replace(card, review=review), drawings=drawings())

    assert signed.fits
    assert signed.body == face_of("hip-bridge").body
    assert "Montgomery-Fitzgerald" in read(signed)


def test_it_fits_in_one_ink_with_the_same_words() -> None:
    assert [read(screen.face) for screen in deck("one-ink").values()] == [read(s.face) for s in deck().values()]


def test_a_card_with_two_reasons_to_stop_says_both() -> None:
    movement = a_movement(stop_if=phrases(["your calf cramps", "you feel dizzy"]))

    assert "Stop if your calf cramps, or you feel dizzy." in read(one(a_card(body=movement), drawings={}))


# The lock screen


def a_routine(deck: str, **more: object) -> lock_screen.Routine:
    return lock_screen.Routine("Today", the_cards(deck), **{"above": 1 / 3, "below": 0.15, **more})


@pytest.mark.parametrize("deck", ["starter", "evening-stretch", "strength-for-downhill-a", "day-after-downhill"])
def test_a_routine_names_all_of_its_cards_between_the_clock_and_the_buttons(deck: str) -> None:
    face = lock_screen.draw(a_routine(deck), a_setting(None), 195.0)

    text = read(face)
    assert all(str(card.title) in text and the_words().number_of(card) in text for card in the_cards(deck))
    assert face.fits
    assert all(inked(line).y > 65.0 and inked(line).bottom < 0.85 * 195 for line in face.lines)
    assert collisions(face) == []
    assert outside(face, 5.0) == []


def test_a_long_deck_says_how_many_more_there_are() -> None:
    face = lock_screen.draw(a_routine("pocket-cards"), a_setting(None), 195.0)

    shown = sum(element.role is Role.ITEM for element in face.elements)
    assert face.fits
    assert 5 <= shown < 20
    assert f"and {85 - shown} more" in read(face)


def test_how_much_stands_under_a_movement() -> None:
    assert "3 sets of 8 to 12" in read(lock_screen.draw(a_routine("starter"), a_setting(None), 195.0))


def test_while_files_are_watched_a_card_that_is_the_same_is_not_laid_out_again() -> None:
    cards = the_cards("starter")
    job = a_job(cards, None, drawn={})
    first, again = phone.make(job).screens, phone.make(job).screens
    other = phone.make(job._replace(cards=(replace(cards[0]), *cards[1:]))).screens

    assert all(one.face is two.face for one, two in zip(first, again, strict=True))
    assert [one.face is two.face for one, two in zip(first, other, strict=True)] == [False, True, True, True]


def test_whatever_loads_the_body_says_when_to_get_help_at_once() -> None:
    """There is no cover beside a picture on a phone, so this line is on each of them."""
    at_work = [name for name, card in the_library().cards.items() if card.is_at_work and name in deck()]
    said = {name: read(face_of(name)).replace("\u00a0", " ") for name in at_work}

    assert len(said) > 40
    assert [name for name, text in said.items() if "Weak leg" not in text or "Get help now." not in text] == []
