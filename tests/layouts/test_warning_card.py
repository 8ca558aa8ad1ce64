"""The warning card as faces: nothing missing, most urgent first, told apart without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import tiers, warning_card
from publisher.colour import INK, WHITE
from publisher.figures.illustration import Framed, Illustration
from publisher.geometry import Box
from publisher.model.card import Group, Picture, Review, Tier, WarningSign
from publisher.problems import Phrase
from publisher.typesetting.face import Plate, Role
from tests.factories import (
    a_job,
    a_phrase,
    a_setting,
    box_of,
    changed,
    inked,
    overlap,
    read,
    said,
    the_cards,
    the_library,
    the_words,
)
from tests.figures.stick_people import STANDING, a_palette, a_sketch
from tests.layouts.looking import collisions, on_pattern, on_signs, outside, roles

SIGNS = the_cards("warning-card")
THEMES = ("surefoot", "one-ink")


def made(cards: object = SIGNS, stock: str = "a6", **more: object) -> object:
    return warning_card.make(a_job(cards, stock, title="Back pain warning card", **more))


def of(tier: Tier) -> list[str]:
    return [card.body.short for card in SIGNS if isinstance(card.body, WarningSign) and card.body.tier is tier]


def versions() -> list[tuple[str, list]]:
    """The card, front and then back, and the fold."""
    whole = made()
    return [("a6", [whole.cards[0].front, whole.cards[0].back]), ("fold", [whole.strips[0].face])]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("country", ["", *the_words().countries()])
def test_all_fits_in_every_country(theme: str, country: str) -> None:
    whole = made(theme=theme, country=country)

    assert whole.problems == ()
    for face in whole.faces:
        assert face.fits
        assert outside(face, 2.0) == []
        assert collisions(face) == []
        assert on_pattern(face) == []
        assert on_signs(face) == []


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_all_fits_in_every_variety_of_english(language: str) -> None:
    whole = made(the_cards("warning-card", language), language=language)

    assert whole.problems == ()
    assert [collisions(face) for face in whole.faces] == [[], [], []]


def test_a6_is_set_in_12_points_and_the_fold_in_8_or_more() -> None:
    whole = made()

    assert whole.cards[0].front.body == whole.cards[0].back.body >= 12
    assert whole.strips[0].face.body >= 8


@pytest.mark.parametrize(("name", "faces"), versions(), ids=["a6", "fold"])
def test_the_tiers_follow_one_another_most_urgent_first(name: str, faces: list) -> None:
    headings = [text for face in faces for role, text in roles(face) if role == "H2"]
    tiers = [headings.index(the_words().tier(tier, "list")) for tier in Tier]

    assert name
    assert tiers == sorted(tiers)


@pytest.mark.parametrize("faces", [faces for _, faces in versions()], ids=["a6", "fold"])
def test_every_sign_is_there_under_its_tier(faces: list) -> None:
    texts = [text for face in faces for text in said(face)]
    starts = [texts.index(the_words().tier(tier, "list")) for tier in Tier]
    ends = [*starts[1:], len(texts)]

    assert len(of(Tier.EMERGENCY)) >= 8
    assert sum(len(of(tier)) for tier in Tier) == len(SIGNS)
    for tier, start, end in zip(Tier, starts, ends, strict=True):
        assert [short for short in of(tier) if short not in texts[start:end]] == []


def test_what_cannot_wait_is_on_the_front() -> None:
    front = read(made().cards[0].front)

    assert [short for short in (*of(Tier.EMERGENCY), *of(Tier.URGENT)) if short not in front] == []


@pytest.mark.parametrize("country", the_words().countries())
def test_the_number_to_call_is_that_of_the_country(country: str) -> None:
    words = the_words("en", country)
    whole = made(country=country)

    for faces in ([whole.cards[0].front, whole.cards[0].back], [whole.strips[0].face]):
        text = " ".join(map(read, faces))
        assert words.tier(Tier.EMERGENCY, "list") in text
        assert words.emergency_note() in text


@pytest.mark.parametrize("faces", [faces for _, faces in versions()], ids=["a6", "fold"])
def test_the_words_to_say_the_pain_ruler_and_the_review_are_there_with_the_foot_read_last(faces: list) -> None:
    texts = [text for face in faces for text in said(face)]
    joined = " ".join(texts)

    assert the_words().say("warning_card.say") in joined
    assert {"Carry on", "Ease off", "Stop"} <= set(texts)
    assert texts[-1] == "Not yet reviewed by a physiotherapist"
    assert [line.text for face in faces for line in face.lines if line.text in map(str, range(11))] == [
        str(n) for n in range(11)
    ]


def test_a_review_of_every_sign_clears_the_line_that_says_there_is_none() -> None:
    reviewed = Review(a_phrase("A. Roe"), a_phrase("physiotherapist"), a_phrase("2026-03-05"))

    some, every = [*SIGNS[1:], replace(SIGNS[0], review=reviewed)], [replace(card, review=reviewed) for card in SIGNS]

    assert "Not yet reviewed" in read(made(some).cards[0].back)
    assert "Not yet reviewed" not in " ".join(map(read, made(every).faces))
    assert "Reviewed by A. Roe" in read(made(every).cards[0].back)
    assert "Reviewed by A. Roe" in read(made(every).strips[0].face)


def test_the_fold_has_four_panels_of_a_bank_card() -> None:
    (strip,) = made().strips
    card = the_library().stocks["id-1"]

    assert (strip.face.trim.width, strip.face.trim.height) == pytest.approx((card.height, 4 * card.width))
    assert strip.folds == pytest.approx([card.width * i for i in (1, 2, 3)])


@pytest.mark.parametrize("country", ["", "GB", "DE"])
def test_no_line_crosses_a_fold(country: str) -> None:
    (strip,) = made(country=country).strips

    for fold in strip.folds:
        near = [line.text for line in strip.face.lines if inked(line).y - 1 < fold < inked(line).bottom + 1]
        assert near == []
    panels = {int(box_of(line).y // (strip.face.trim.height / 4)) for line in strip.face.lines}
    assert panels == {0, 1, 2, 3}


def test_each_version_has_one_title() -> None:
    for _, faces in versions():
        assert [role for face in faces for role, _ in roles(face)].count("H1") == 1


def test_the_tiers_differ_by_icon_and_ink_and_not_by_colour_alone() -> None:
    theme = the_library().themes["one-ink"]
    colours = {theme.tiers[tier] for tier in (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)}
    assert len(set(tiers.ICONS.values())) == len(Tier)
    bars = [tiers.bar(tier, Box(0, 0, 4, 40), INK) for tier in (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)]
    assert len({repr(bar) for bar in bars}) == 3
    assert colours


def test_a_card_fills_the_sheet_it_is_printed_on() -> None:
    assert made().fill


def test_too_many_signs_are_an_error_for_both_versions() -> None:
    long = [
        changed(
            card,
            short=Phrase(
                "new pain, and it is like no pain that you ever had before, day and night", card.body.short.place
            ),
        )
        for card in SIGNS
    ]

    sentences = [problem.sentence for problem in made(long).problems]

    assert any("for A6, even at 12 pt" in sentence for sentence in sentences)
    assert any("4 panels of 85.6 × 53.98 mm" in sentence for sentence in sentences)
    assert {problem.name for problem in made(long).problems} == {"does-not-fit"}


# A map of the body


def mapped(sign: str) -> object:
    """The card with a picture on one sign."""
    shown = Picture(Phrase("body-map"), Phrase("Where it is felt."))
    cards = [replace(card, picture=shown) if card.id == sign else card for card in the_cards("warning-card")]
    # As `pictures` gives it: white, so that it stands out from the solid ground of an emergency too.
    drawings = {sign: Illustration((Framed("map", a_sketch(STANDING), a_palette(Group.WARNING, wrong=True)),))}
    made = warning_card.make(a_job(cards, "a6", title="Back pain warning card", drawings=drawings))
    assert made.problems == ()
    return made


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("pain-down-one-leg", (False, True, True)), ("numb-between-your-legs", (False, False, True)), ("x", (False,) * 3)],
)
def test_a_map_of_the_body_stands_beside_its_tier_where_there_is_room(sign: str, shown: tuple) -> None:
    made = mapped(sign)
    faces = [made.cards[0].front, made.cards[0].back, made.strips[0].face]

    for face, wanted in zip(faces, shown, strict=True):
        figures = [element for element in face.elements if element.role is Role.FIGURE]
        assert [figure.alt for figure in figures] == ["Where it is felt."] * wanted
        for figure in figures:
            assert figure.box.height > 18
            assert figure.box.right < face.trim.width - 3
            assert [line.text for line in face.lines if overlap(box_of(line), figure.box)] == []


def test_a_map_that_finds_no_room_is_noted() -> None:
    assert "picture" in mapped("numb-between-your-legs").cards[0].front.left_out


def test_on_the_solid_ground_of_an_emergency_a_map_is_white() -> None:
    strip = mapped("numb-between-your-legs").strips[0].face
    [plate] = [part for part in strip.parts if isinstance(part, Plate)]

    mid = a_setting("a6").theme.groups[Group.WARNING].mid
    assert mid not in {mark.fill for mark in plate.drawing.marks}
    assert WHITE in {mark.fill for mark in plate.drawing.marks}
