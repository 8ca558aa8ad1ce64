"""Pocket cards as faces: everything is there, inside, readable and in order, on every stock."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import pytest

from layouts import pocket
from layouts.blocks import ground_height, tab
from publisher.geometry import mm
from publisher.model.card import (
    Advice,
    Explanation,
    FormCue,
    FormFault,
    Group,
    Kind,
    Movement,
    Review,
    Tier,
    WarningSign,
)
from publisher.model.dose import Range, Sides
from publisher.typesetting.face import Face, Ink, Plate, Role
from publisher.typesetting.surface import Surface
from tests.factories import (
    a_card,
    a_dose,
    a_job,
    a_phrase,
    a_setting,
    box_of,
    inked,
    overlap,
    phrases,
    read,
    said,
    the_cards,
    the_deck,
    the_library,
    the_stock,
    the_typeface,
    the_words,
)
from tests.figures.stick_people import STANDING, frames
from tests.layouts.looking import collisions, filled_boxes, on_pattern, on_signs, outside, roles, within
from tests.layouts.pictured import with_pictures

STOCKS = tuple(the_library().stocks)
# Sizes for which the built-in cards say too much, and why that is right.
DO_NOT_FIT = {"mini": "44 mm leave 30 letters a line at 7 pt, our smallest; the built-in cards say more than that"}
FITTING = tuple(name for name in STOCKS if name not in DO_NOT_FIT)
CARDS = the_cards("pocket-cards")
MOVEMENTS = tuple(card for card in CARDS if isinstance(card.body, Movement))


def pairs(stock: str) -> list:
    return list(zip(CARDS, the_deck(stock).cards, strict=True))


def faces(stock: str) -> list:
    return [
        (card.id, side, face)
        for card, pair in pairs(stock)
        for side, face in (("front", pair.front), ("back", pair.back))
    ]


def one(card: object, stock: str = "poker", **more: object) -> object:
    (pair,) = pocket.make(a_job([card], stock, **more)).cards
    return pair


# On every stock


@pytest.mark.parametrize("stock", STOCKS)
def test_the_built_in_deck_fits_except_where_we_know_why(stock: str) -> None:
    made = the_deck(stock)

    assert bool(made.problems) == (stock in DO_NOT_FIT)
    assert all(face.fits for face in made.faces) == (stock not in DO_NOT_FIT)


@pytest.mark.parametrize("stock", FITTING)
def test_every_line_lies_two_millimetres_inside_the_cut(stock: str) -> None:
    assert [(card, side, lines) for card, side, face in faces(stock) if (lines := outside(face, 2.0))] == []


@pytest.mark.parametrize("stock", FITTING)
def test_no_line_touches_another(stock: str) -> None:
    assert [(card, side, lines) for card, side, face in faces(stock) if (lines := collisions(face))] == []


@pytest.mark.parametrize("stock", FITTING)
def test_no_line_runs_over_the_pattern_of_the_ground(stock: str) -> None:
    assert [(card, side, lines) for card, side, face in faces(stock) if (lines := on_pattern(face))] == []


@pytest.mark.parametrize("stock", FITTING)
def test_no_line_runs_into_a_sign(stock: str) -> None:
    assert [(card, side, lines) for card, side, face in faces(stock) if (lines := on_signs(face))] == []


@pytest.mark.parametrize("stock", [name for name in FITTING if "tab" not in the_stock(name).leaves_out])
def test_no_text_runs_into_the_tab(stock: str) -> None:
    setting = a_setting(stock)
    for card, pair in pairs(stock):
        place = tab(Surface(the_stock(stock).size, setting.typeface, 8), setting, card)
        number = setting.words.number_of(card)
        for face in (pair.front, pair.back):
            over = [line.text for line in face.lines if overlap(inked(line), place)]
            assert over == [number], card.id


@pytest.mark.parametrize("stock", STOCKS)
def test_one_body_size_for_the_whole_deck_between_the_limits_of_its_stock(stock: str) -> None:
    (body,) = {face.body for face in the_deck(stock).faces}
    size = the_stock(stock)

    assert size.body_min <= body <= size.body_max


@pytest.mark.parametrize("stock", STOCKS)
def test_a6_and_larger_is_set_in_12_points_or_more(stock: str) -> None:
    size = the_stock(stock)
    large = size.width * size.height >= 105 * 148 * 0.99

    assert not large or the_deck(stock).faces[0].body >= 12
    assert sum(the_stock(name).type == "card-large" for name in STOCKS) >= 3


@pytest.mark.parametrize("stock", STOCKS)
def test_the_reasons_to_stop_are_on_every_movement_whatever_the_size(stock: str) -> None:
    for card, pair in pairs(stock):
        if isinstance(card.body, Movement):
            assert f"Stop if {the_words().stop_if(card.body.stop_if)}" in read(pair.back)
            assert "stop_if" not in pair.back.left_out


@pytest.mark.parametrize("stock", FITTING)
def test_the_steps_and_notes_end_above_the_ground_of_the_stop_zone(stock: str) -> None:
    ground = a_setting(stock).theme.stop_ground
    for card, pair in pairs(stock):
        (zone, *_) = filled_boxes(pair.back, ground) or [None]
        if zone is None:
            assert not getattr(card.body, "stop_if", ())
            continue
        texts = said(pair.back)
        stop = next(i for i, text in enumerate(texts) if text.startswith("Stop if"))
        above = set(texts[:stop])
        lines = [
            line
            for line in pair.back.lines
            if line.element is not None and any(line.text.replace("\u00a0", " ") in text for text in above)
        ]
        first = next(
            line for line in pair.back.lines if line.text.startswith("Stop\u00a0if") or line.text.startswith("Stop if")
        )
        before = [line for line in lines if line.at.y < first.at.y]
        assert before
        assert all(inked(line).bottom <= zone.y + 0.01 for line in before), card.id
        assert all(
            inked(line).y >= zone.y for line in pair.back.lines if line.element is not None and line.at.y >= first.at.y
        )


@pytest.mark.parametrize("stock", STOCKS)
def test_how_we_know_is_on_every_back(stock: str) -> None:
    for card, pair in pairs(stock):
        proof = the_words().evidence(card.evidence.level, ())
        numbers = (the_words().full_number(card), the_words().number_of(card))
        if "evidence" in pair.back.left_out:
            assert the_words().number_of(card) in read(pair.back)
        else:
            assert proof in read(pair.back)
            assert any(number in read(pair.back) for number in numbers)
        assert "Not yet reviewed by a physiotherapist" in read(pair.back)


@pytest.mark.parametrize("stock", STOCKS)
def test_what_a_size_leaves_out_is_what_its_file_says(stock: str) -> None:
    allowed = set(the_stock(stock).leaves_out)

    for face in the_deck(stock).faces:
        assert set(face.left_out) <= allowed


@pytest.mark.parametrize("stock", ["poker", "a6"])
def test_the_strongest_source_is_named_on_every_back(stock: str) -> None:
    sources = the_library().sources
    for card, pair in pairs(stock):
        if card.evidence.sources and card.evidence.sources[0] != "not-yet-sourced":
            assert sources[card.evidence.sources[0]].short in read(pair.back), card.id


def test_nothing_that_a_card_says_is_lost_on_a6() -> None:
    for card, pair in pairs("a6"):
        text = f"{read(pair.front)} {read(pair.back)}"
        assert [phrase for phrase in _printed(card.body) if phrase not in text] == [], card.id


def _printed(body: object) -> list[str]:
    """What a card of each kind must say, whatever else it holds."""
    if isinstance(body, Movement):
        optional = [
            body.not_feel,
            body.breathing,
            body.easier and body.easier.text,
            body.harder and body.harder.text,
            body.move_on,
        ]
        return [
            body.cue,
            body.start,
            *(step.text for step in body.steps),
            body.feel,
            *body.stop_if,
            *(text for text in optional if text),
        ]
    if isinstance(body, FormCue):
        return [body.right, body.wrong, body.why, *(step.text for step in body.steps), body.feel, *body.stop_if]
    if isinstance(body, FormFault):
        return [body.wrong, body.instead, *body.signs, body.why, *(step.text for step in body.steps), *body.stop_if]
    if isinstance(body, Explanation):
        return [*body.lines, *(f"{point.lead} {point.text}" for point in body.points), body.so]
    if isinstance(body, WarningSign):
        return [*body.front, *body.signs, body.why, *([body.say] if body.say else [])]
    assert isinstance(body, Advice)
    return [*body.lines, *body.do, *body.do_not, body.why, *body.stop_if]


# Reading order


@pytest.mark.parametrize(("card", "pair"), pairs("poker"), ids=lambda value: getattr(value, "id", ""))
def test_the_title_is_read_first_and_once(card: object, pair: object) -> None:
    kind = f"{the_words().say('card.mistake')} " if isinstance(card.body, FormFault) else ""

    assert roles(pair.front)[0] == ("H1", f"{kind}{card.title}")
    assert [role for role, _ in [*roles(pair.front), *roles(pair.back)]].count("H1") == 1


@pytest.mark.parametrize("card", MOVEMENTS, ids=lambda card: card.id)
def test_a_movement_is_read_from_start_to_stop(card: object) -> None:
    texts = said(dict(pairs_by_id())[card.id].back)
    body = card.body

    start = next(i for i, text in enumerate(texts) if text == f"Start {body.start}")
    steps = [texts.index(step.text) for step in body.steps]
    feel = next(i for i, text in enumerate(texts) if text.startswith("Feel it "))
    stop = next(i for i, text in enumerate(texts) if text.startswith("Stop if "))
    order = [start, *steps, feel, stop]
    assert order == sorted(order)
    assert [texts[at - 1] for at in steps] == [str(number) for number in range(1, len(steps) + 1)]


def pairs_by_id() -> list:
    return [(card.id, pair) for card, pair in pairs("poker")]


@pytest.mark.parametrize("stock", STOCKS)
def test_every_item_has_its_label_before_its_body(stock: str) -> None:
    for face in the_deck(stock).faces:
        for index, element in enumerate(face.elements):
            if element.role is Role.LABEL:
                body = next(
                    i
                    for i, other in enumerate(face.elements)
                    if other.role is Role.ITEM_BODY and other.parent == element.parent
                )
                assert index < body


@pytest.mark.parametrize("stock", STOCKS)
def test_lists_hold_items_and_items_stand_in_lists(stock: str) -> None:
    for face in the_deck(stock).faces:
        for element in face.elements:
            parent = face.elements[element.parent].role if element.parent >= 0 else None
            if element.role is Role.ITEM:
                assert parent is Role.LIST
            if element.role in {Role.LABEL, Role.ITEM_BODY}:
                assert parent is Role.ITEM
            if parent is Role.LIST:
                assert element.role is Role.ITEM


def test_steps_are_a_numbered_list() -> None:
    back = one(a_card(steps=["Lie down.", "Press.", "Let go."])).back

    numbered = [element for element in back.elements if element.role is Role.LIST and element.numbered]
    assert len(numbered) == 1
    assert sum(element.role is Role.ITEM for element in back.elements) == 3


# The front


def test_the_large_figures_of_a_deck_stand_at_one_height() -> None:
    heights = {
        round(_figures(pair.front, card)[0].at.y, 3) for card, pair in pairs("poker") if isinstance(card.body, Movement)
    }

    assert len(MOVEMENTS) >= 8
    assert len(heights) == 1


def test_the_first_figure_stands_at_the_left_margin() -> None:
    lefts = {
        round(_figures(pair.front, card)[0].at.x, 3) for card, pair in pairs("poker") if isinstance(card.body, Movement)
    }

    assert lefts == {a_setting("poker").scale.margin}


def _figures(front: object, card: object) -> list:
    lows = [figure.low for figure in the_words().dose_strip(card.body.dose)]
    largest = max(line.size for line in front.lines if line.text in lows)
    return [line for line in front.lines if line.text in lows and line.size == largest]


@pytest.mark.parametrize("stock", FITTING)
def test_the_whole_dose_is_on_the_front_whatever_the_size(stock: str) -> None:
    for card, pair in pairs(stock):
        if isinstance(card.body, Movement):
            text, dose = read(pair.front), card.body.dose
            for span in (dose.sets, dose.reps, dose.days_a_week):
                if span is not None and (span.low, span.high) != (1, 1):
                    assert f"{span.low:g}" in text
                    assert f"{span.high:g}" in text


def test_how_often_a_day_is_never_lost() -> None:
    dose = a_dose(sets=Range(2, 3), reps=Range(10, 15), per_day=Range(2, 3), days_a_week=Range(5, 6), sides=Sides.SIDE)
    text = read(one(a_card(dose=dose), "id-1").front)

    for figure in ("2 to 3", "10 to 15", "5 to 6 days a week"):
        assert figure in text
    assert "times a day" in text


def test_right_stands_before_wrong_on_a_cue_and_wrong_before_right_on_a_fault() -> None:
    for card, pair in pairs("poker"):
        texts = said(pair.front)
        if isinstance(card.body, FormCue):
            assert texts.index(card.body.right) < texts.index(card.body.wrong)
        if isinstance(card.body, FormFault):
            assert texts.index(card.body.wrong) < texts.index(card.body.instead)


@pytest.mark.parametrize("tier", list(Tier))
def test_a_warning_says_what_to_do_in_front(tier: Tier) -> None:
    fronts = [
        read(pair.front)
        for card, pair in pairs("poker")
        if isinstance(card.body, WarningSign) and card.body.tier is tier
    ]

    assert fronts
    assert all(the_words().tier(tier, "action") in text for text in fronts)


def mapped(stock: str) -> Face:
    """The front of a warning sign that is shown on a body."""
    card = next(card for card in CARDS if card.id == "both-legs")
    drawings = {card.id: frames(("map", STANDING), group=Group.WARNING)}
    made = pocket.make(a_job([card], stock, drawings=drawings))
    return made.cards[0].front


@pytest.mark.parametrize("stock", ["poker", "tarot", "a7", "id-1"])
def test_a_warning_sign_is_shown_on_a_body_beside_its_words(stock: str) -> None:
    face, size = mapped(stock), the_stock(stock).size
    (figure,) = [element for element in face.elements if element.role is Role.FIGURE]
    surface = Surface(size, the_typeface(), 9)

    assert figure.alt.startswith("A person seen from behind.")
    assert figure.box.height > 0.25 * size.width
    assert figure.box.right <= size.width - 3
    assert [line.text for line in face.lines if overlap(box_of(line), figure.box)] == []
    assert abs(figure.box.bottom - ground_height(surface, a_setting(stock))) < 2


def test_each_kind_of_card_is_in_the_deck() -> None:
    assert {card.kind for card in CARDS} >= set(Kind) - {Kind.DRILL}


# Review


def test_a_review_clears_the_line_that_says_there_is_none() -> None:
    reviewed = Review(a_phrase("A. Roe"), a_phrase("physiotherapist"), a_phrase("2026-03-05"))

    text = read(one(a_card(review=reviewed)).back)

    assert "Reviewed by A. Roe, physiotherapist, 5 March 2026" in text
    assert "Not yet" not in text


# Pictures


@cache
def pictured(stock: str, theme: str = "surefoot") -> list:
    """The built-in deck with a stand-in on every card that may have a picture."""
    cards, drawings = with_pictures(CARDS, theme)
    made = pocket.make(a_job(cards, stock, theme=theme, drawings=drawings))
    assert made.problems == ()
    return [(card, pair.front) for card, pair in zip(cards, made.cards, strict=True) if card.picture]


def _first(kind: type) -> object:
    return next(card for card in CARDS if isinstance(card.body, kind))


def _figures_of(front: object) -> list:
    return [element for element in front.elements if element.role is Role.FIGURE]


def _plates(front: object) -> list:
    return [part for part in front.parts if isinstance(part, Plate)]


@pytest.mark.parametrize("stock", FITTING)
def test_a_deck_with_pictures_fits_wherever_it_fits_without(stock: str) -> None:
    fronts = pictured(stock)

    assert len(fronts) > 20
    for card, front in fronts:
        assert outside(front, 2.0) == [], card.id
        assert collisions(front) == [], card.id
        assert [text for text in on_pattern(front) if not text.isdigit()] == [], card.id


@pytest.mark.parametrize("stock", ["poker", "a6", "id-1", "badge"])
def test_a_picture_lies_inside_the_card_says_what_it_shows_and_leaves_words_alone(stock: str) -> None:
    trim = the_stock(stock).size
    for card, front in pictured(stock):
        (figure,) = _figures_of(front)
        assert figure.alt == card.picture.alt
        assert figure.box.x >= 2
        assert figure.box.right <= trim.width - 2
        assert figure.box.height > 0.12 * trim.height
        words = [line.text for line in front.lines if not line.text.isdigit() and line.text != "Start"]
        struck = [line.text for line in front.lines for plate in _plates(front) if overlap(inked(line), plate.box, 0.4)]
        assert not set(words) & set(struck), card.id


@pytest.mark.parametrize(("stock", "least"), [("poker", 24), ("a6", 40), ("id-1", 20)])
def test_figures_are_large(stock: str, least: float) -> None:
    for card, front in pictured(stock):
        sizes = {round(plate.by.a * 100, 3) for plate in _plates(front)}
        assert len(sizes) == 1, "all frames of a card have one scale"
        assert min(sizes) >= least * 0.8, card.id


def test_the_lines_of_all_figures_of_a_deck_weigh_the_same() -> None:
    heaviest = [
        max(mark.stroke.width for mark in plate.drawing.marks if mark.stroke) * plate.by.a
        for _, front in pictured("poker")
        for plate in _plates(front)
    ]

    assert max(heaviest) - min(heaviest) < 0.003
    assert heaviest[0] == pytest.approx(mm(0.5), rel=0.02)


@pytest.mark.parametrize("stock", ["poker", "a7", "a6", "badge"])
def test_movements_stand_on_the_ground_line(stock: str) -> None:
    setting = a_setting(stock)
    line = ground_height(Surface(the_stock(stock).size, setting.typeface, 8), setting)
    for card, front in pictured(stock):
        if isinstance(card.body, Movement):
            feet = [plate.by.of(plate.drawing.ground).y for plate in _plates(front)]
            assert max(feet) == pytest.approx(line, abs=0.6)


def test_each_frame_is_tied_to_its_step_by_number_or_is_the_start() -> None:
    for card, front in pictured("poker"):
        captions = [text for role, text in roles(front) if role == "Caption"]
        if isinstance(card.body, Movement):
            number = 1 if len(card.body.steps) == 1 else 2
            assert captions == [*_tied(card, number), "Start"] or captions == ["Start", *_tied(card, number)], card.id
        else:
            assert captions == []


def _tied(card: object, number: int) -> list[str]:
    return [f"{number} {card.body.steps[number - 1].caption}"]


def test_right_and_wrong_are_marked_by_shape_and_a_mistake_by_a_cross() -> None:
    ink, wrong = a_setting().theme.ink, a_setting().theme.wrong
    for card, front in pictured("poker"):
        (figure,) = _figures_of(front)
        near = [mark for mark in _marks(front) if overlap(mark.path.bounds, figure.box.inset(-6))]
        ticks = [mark for mark in near if mark.fill == ink and 3 < mark.path.bounds.width < 5]
        crosses = [
            mark for mark in near if mark.stroke and mark.stroke.colour == wrong and mark.path.bounds.width > 2.5
        ]
        if isinstance(card.body, FormCue):
            assert (len(ticks), len(crosses)) == (1, 1), card.id
        elif isinstance(card.body, FormFault):
            assert ticks == []
            assert crosses


def _marks(front: object) -> list:
    return [part.mark for part in front.parts if isinstance(part, Ink) and part.mark.clip is None]


def test_a_card_without_a_picture_holds_no_figure_and_no_gap_for_one() -> None:
    front = one(a_card()).front

    assert _figures_of(front) == []
    assert "Heel heavy" in read(front)


def test_a_runner_stands_on_the_slope() -> None:
    for card, front in pictured("poker"):
        if not isinstance(card.body, FormCue):
            continue
        clips = [part.mark.clip for part in front.parts if isinstance(part, Ink) and part.mark.clip is not None]
        for plate in _plates(front):
            foot = plate.by.of(plate.drawing.ground)
            assert not any(within(clip, foot.x, foot.y - 0.3) for clip in clips), card.id
            assert any(within(clip, foot.x, foot.y + 0.7) for clip in clips), card.id


@pytest.mark.parametrize("stock", ["poker", "a6", "id-1"])
@pytest.mark.parametrize("slope", [8.0, 13.0, 20.0])
def test_the_ground_is_as_steep_as_the_picture_and_leaves_the_words_alone(stock: str, slope: float) -> None:
    cards, drawings = with_pictures([card for card in CARDS if isinstance(card.body, FormCue | Explanation)])
    for picture in drawings.values():
        for frame in picture.frames:
            object.__setattr__(frame, "slope", slope)
    made = pocket.make(a_job(cards, stock, drawings=drawings))

    assert made.problems == ()
    for card, pair in zip(cards, made.cards, strict=True):
        assert [text for text in on_pattern(pair.front) if not text.isdigit()] == [], card.id
        clips = [part.mark.clip for part in pair.front.parts if isinstance(part, Ink) and part.mark.clip is not None]
        (x1, y1), (x2, y2) = (point[1] for point in clips[0].segments[:2])
        assert math.degrees(math.atan2(y2 - y1, x2 - x1)) == pytest.approx(slope)


def test_a_level_picture_makes_the_ground_of_a_cue_level() -> None:
    card, drawings = with_pictures([_first(FormCue)])
    drawings = {name: frames(("run", STANDING), ("stomp", STANDING), group=Group.FORM) for name in drawings}
    front = one(card[0], "poker", drawings=drawings).front

    bottoms = {round(plate.box.bottom, 3) for plate in _plates(front)}
    assert len(bottoms) == 1


def test_explanations_point_out_on_the_figure_what_their_lines_speak_of() -> None:
    for card, front in pictured("poker"):
        if isinstance(card.body, Explanation):
            (figure,) = _figures_of(front)
            numbers = [line for line in front.lines if line.text.isdigit() and line.at.y < figure.box.bottom + 2]
            assert sorted(line.text for line in numbers) == [str(i + 1) for i in range(len(card.body.lines))]
            assert all(line.element is None for line in numbers), "the lines below are read with their numbers"


def test_a_size_that_leaves_pictures_out_makes_a_card_that_is_complete_without() -> None:
    cards, drawings = with_pictures([next(iter(MOVEMENTS))])
    setting = a_setting("poker", drawings=drawings)
    setting = replace(setting, stock=setting.stock._replace(leaves_out=(*setting.stock.leaves_out, "picture")))
    front, _ = pocket.draw(cards[0], setting, setting.stock.size, 8)

    assert _figures_of(front) == []
    assert cards[0].body.cue in read(front)


# Too much


def test_a_job_without_a_card_size_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="card size"):
        pocket.make(a_job([a_card()], None))


@pytest.mark.parametrize(
    ("card", "field"),
    [
        (a_card(title="A heel press with a very long name that goes on and on for lines"), "title"),
        (
            a_card(stop_if=phrases(["your leg goes numb or weak or tingles all the way down to the foot"] * 5, 40)),
            "steps",
        ),
    ],
)
def test_what_does_not_fit_is_named(card: object, field: str) -> None:
    problems = pocket.make(a_job([card])).problems

    assert problems
    assert all(problem.name == "does-not-fit" and problem.place for problem in problems)
    assert field in " ".join(problem.sentence for problem in problems) or field == "steps"
