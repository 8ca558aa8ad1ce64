"""Words into lines: nothing lost, nothing cut, nothing lonely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.colour import INK, WHITE
from publisher.geometry import mm
from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Block, Span, Style, set_block
from tests.factories import the_typeface

STYLE = Style(9, 11, INK)
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGÄéß.,;()–"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=30)
WIDTHS = st.floats(8, 90)
SENTENCES = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=16, max_size=30)


def lines(text: str, width: float, style: Style = STYLE, **more: object) -> Block:
    return set_block(the_typeface(), [Span(text, style.weight)], style, width, **more)


def texts(block: Block) -> list[str]:
    return ["".join(run.text for run in line.runs).replace("\u00a0", " ") for line in block.lines]


def width(text: str, style: Style = STYLE) -> float:
    return mm(style.size) * the_typeface().width(text, style.weight) / 1000


def ends_apart(block: Block, one: str, other: str) -> bool:
    return any(
        line.endswith(one) and after.startswith(other)
        for line, after in zip(texts(block), texts(block)[1:], strict=False)
    )


@given(WORDS, WIDTHS, st.booleans())
def test_no_word_is_lost_or_split_or_moved(words: list[str], room: float, balanced: bool) -> None:
    block = lines(" ".join(words), room, balanced=balanced)

    assert " ".join(texts(block)).split(" ") == words


@given(WORDS, WIDTHS, st.booleans())
def test_no_line_is_wider_than_the_column_unless_one_word_is(words: list[str], room: float, balanced: bool) -> None:
    block = lines(" ".join(words), room, balanced=balanced)

    for line, text in zip(block.lines, texts(block), strict=True):
        assert line.width <= room + 0.05 or len(text.split(" ")) == 1
    assert block.overwide == any(width(word) > room + 0.01 for word in words)


@given(WORDS, WIDTHS)
def test_balancing_needs_no_more_lines_and_is_never_wider(words: list[str], room: float) -> None:
    plain, balanced = lines(" ".join(words), room), lines(" ".join(words), room, balanced=True)

    assert len(balanced.lines) <= len(plain.lines)
    assert balanced.width <= max(room, plain.width) + 0.05


@given(SENTENCES, st.floats(18, 24))
def test_a_last_word_stands_alone_only_where_the_line_above_cannot_spare_one(words: list[str], room: float) -> None:
    block = lines(" ".join(words), room)
    rows = texts(block)
    above = rows[-2].split(" ")

    moved_would_fit = width(f"{above[-1]} {rows[-1]}") <= room
    lonely = " " not in rows[-1]
    assert not (lonely and moved_would_fit and len(above) >= 3)


@pytest.mark.parametrize("balanced", [False, True])
def test_a_sentence_does_not_end_on_one_word(balanced: bool) -> None:
    text = "Lift your hips until your body is straight from your ear to your ankle now"

    endings = [texts(lines(text, room, balanced=balanced))[-1] for room in range(30, 60)]

    assert len({ending for ending in endings if ending}) > 1
    assert all(" " in ending for ending in endings)


@pytest.mark.parametrize(
    ("one", "other"),
    [("30", "seconds"), ("8", "to"), ("to", "12"), ("12", "times"), ("112", "or"), ("½", "minute"), ("100", "%")],
)
def test_a_number_stays_with_what_it_counts(one: str, other: str) -> None:
    text = {
        "30": "Hold it there for 30 seconds and breathe slowly",
        "8": "Do it slowly 8 to 12 times on every side",
        "to": "Do it slowly 8 to 12 times on every side",
        "12": "Do it slowly 8 to 12 times on every side",
        "112": "Call for help on 112 or go there at once",
        "½": "Hold it there for ½ minute and breathe slowly",
        "100": "Print at a scale of 100 % and measure the bar",
    }[one]

    for room in range(20, 70):
        assert not ends_apart(lines(text, room), one, other)


def test_a_range_and_its_unit_are_one_word_for_breaking() -> None:
    narrow = lines("8 to 12 times a day", 14)

    assert texts(narrow)[0] == "8 to 12 times"
    assert narrow.overwide


def test_words_after_a_full_stop_do_not_stick_to_a_number() -> None:
    block = lines("Count slowly from 1 to 10. Breathe out all the while", width("Count slowly from 1 to 10.") + 0.1)

    assert ends_apart(block, "10.", "Breathe")


def test_a_title_is_balanced_over_its_lines() -> None:
    title = "Child’s pose with a bend to the side"
    style = Style(14, 16, INK, Weight.BOLD)

    plain, balanced = lines(title, 60, style), lines(title, 60, style, balanced=True)

    def raggedness(block: Block) -> float:
        return max(line.width for line in block.lines) - min(line.width for line in block.lines)

    assert len(balanced.lines) == len(plain.lines) == 2
    assert raggedness(balanced) < raggedness(plain) / 2


def test_kerning_counts_in_the_width() -> None:
    (line,) = lines("AVATAR", 90).lines

    loose = sum(the_typeface().width(letter, Weight.REGULAR) for letter in "AVATAR")
    assert line.width < mm(9) * loose / 1000 - 0.2
    assert line.width == pytest.approx(width("AVATAR"))


def test_tracking_counts_in_the_width() -> None:
    tracked = Style(10, 12, INK, tracking=0.5)

    (line,) = lines("Bridge", 90, tracked).lines

    assert line.width == pytest.approx(width("Bridge", tracked) + 6 * mm(0.5))


def test_the_first_lines_can_be_narrower_than_the_rest() -> None:
    text = "Lie on your back and bend your knees so that your feet stand flat"

    block = lines(text, 60, narrow=(1, 25))

    assert block.lines[0].width <= 25
    assert max(line.width for line in block.lines[1:]) > 25


def test_a_bold_label_and_its_sentence_share_a_line_and_keep_their_weights() -> None:
    spans = [Span("Start", Weight.BOLD), Span(" ", Weight.REGULAR), Span("Lie on your back.", Weight.REGULAR)]

    (line,) = set_block(the_typeface(), spans, STYLE, 90).lines

    assert [(run.text.strip(), run.weight) for run in line.runs] == [
        ("Start", Weight.BOLD),
        ("Lie on your back.", Weight.REGULAR),
    ]
    assert "".join(run.text for run in line.runs) == "Start Lie on your back."


def test_a_full_stop_after_a_bold_word_stays_with_it() -> None:
    spans = [Span("Emergency", Weight.BOLD), Span(".", Weight.REGULAR), Span(" Go now.", Weight.REGULAR)]

    assert " ".join(texts(set_block(the_typeface(), spans, STYLE, 17))) == "Emergency. Go now."
    assert texts(set_block(the_typeface(), spans, STYLE, 17))[0] == "Emergency."


def test_no_words_make_no_lines() -> None:
    assert lines("", 40).lines == ()
    assert lines("   ", 40).height == 0


def test_lines_stand_one_leading_apart_with_capitals_in_the_middle_of_their_slot() -> None:
    block = lines("Lie on your back with your knees bent", 20)

    assert block.height == pytest.approx(len(block.lines) * mm(11))
    above = block.first_baseline - mm(CAP_HEIGHT * 9)
    assert above == pytest.approx(block.leading - block.first_baseline)


def test_every_run_has_the_colour_of_the_style() -> None:
    block = lines("Lie on your back", 20, Style(9, 11, WHITE))

    assert {run.colour for line in block.lines for run in line.runs} == {WHITE}
