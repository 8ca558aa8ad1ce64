"""What a reader of any built-in card relies on: safe, plain, short enough to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from publisher.decks import cards_of
from publisher.library.overlays import read_library
from publisher.model.card import (
    Advice,
    Card,
    FormCue,
    FormFault,
    Group,
    Kind,
    Movement,
    Tier,
    WarningSign,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARY = read_library([])
CARDS = tuple(LIBRARY.cards.values())
SIGNS = tuple(card for card in CARDS if isinstance(card.body, WarningSign))

LONGEST_SENTENCE = 12  # words
# What is easy for one is not for another.
BELITTLING = re.compile(r"\b(easy|easily|simply|obviously)\b", re.IGNORECASE)


def named(card: Card) -> str:
    return card.id


def sign(card: Card) -> WarningSign:
    assert isinstance(card.body, WarningSign)
    return card.body


def words(value: object) -> Iterator[str]:
    """Every text inside a value, as the reader sees it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part)


def said(card: Card) -> tuple[str, ...]:
    return (card.title, card.purpose, *words(card.body))


@pytest.mark.parametrize("card", CARDS, ids=named)
def test_no_card_belittles_what_it_asks(card: Card) -> None:
    assert [text for text in said(card) if BELITTLING.search(text)] == []


@pytest.mark.parametrize("card", CARDS, ids=named)
def test_every_sentence_is_short(card: Card) -> None:
    sentences = [part for text in said(card) for part in re.split(r"(?<=[.?!])\s+", text)]

    assert [part for part in sentences if len(re.findall(r"[\w’]+", part)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("card", CARDS, ids=named)
def test_whatever_is_done_with_the_body_says_when_to_stop(card: Card) -> None:
    if isinstance(card.body, Movement | FormCue | FormFault):
        assert card.body.stop_if


@pytest.mark.parametrize("card", CARDS, ids=named)
def test_a_card_that_nobody_signed_is_not_said_to_be_reviewed(card: Card) -> None:
    assert (card.review.reviewed_by is None) == (card.review.date is None)


def test_every_source_is_cited_by_a_card() -> None:
    cited = {str(key) for card in CARDS for key in card.evidence.sources}

    assert set(LIBRARY.sources) - cited == set()


def test_what_is_printed_by_request_alone_stands_in_no_default_deck() -> None:
    """The superman loads the back a lot: only who asks for the strength deck gets it."""
    asked = {card.id for card in CARDS if "not-a-default" in card.tags}
    decks = {
        one.id for one in LIBRARY.publications.values() if asked & {card.id for card in cards_of(one, LIBRARY.cards)}
    }

    assert asked == {"superman"}
    assert decks == {"pocket-strength"}
    assert not any(LIBRARY.publications[name].default for name in decks)


def test_every_card_stands_in_a_publication() -> None:
    printed = {card.id for one in LIBRARY.publications.values() for card in cards_of(one, LIBRARY.cards)}

    assert {card.id for card in CARDS} - printed == set()


# Cards that are read before or after a session, and not done in it.
MOST_EXERCISES, MOST_MINUTES = 5, 20
SESSIONS = (
    *("starter", "pre-run-warm-up", "evening-stretch", "day-after-downhill", "desk-and-couch", "travel"),
    *("strength-for-downhill-a", "strength-for-downhill-b"),
)


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_is_short_enough_to_be_done(name: str) -> None:
    doses = [
        card.body.dose
        for card in cards_of(LIBRARY.publications[name], LIBRARY.cards)
        if isinstance(card.body, Movement)
    ]

    assert 1 <= len(doses) <= MOST_EXERCISES
    assert sum(dose.minutes() for dose in doses) <= MOST_MINUTES


@pytest.mark.parametrize("card", SIGNS, ids=named)
def test_a_sign_in_one_line_fits_the_warning_card(card: Card) -> None:
    assert len(sign(card).short) <= 46
    assert sign(card).short[0].islower()
    assert not sign(card).short.endswith(".")


@pytest.mark.parametrize("card", SIGNS, ids=named)
def test_an_emergency_gives_the_words_to_say(card: Card) -> None:
    assert (sign(card).say is not None) == (sign(card).tier is Tier.EMERGENCY)


def test_signs_are_numbered_from_the_most_urgent() -> None:
    tiers = [list(Tier).index(sign(card).tier) for card in sorted(SIGNS, key=lambda card: card.number)]

    assert tiers == sorted(tiers)


@pytest.mark.parametrize(
    "wanted",
    [
        "tingling between your legs", "genitals", "bottom", "wiping", "start to pee", "hold your pee",
        "feel pee passing", "leak pee", "bladder is full", "hold your poo", "poo leaks", "feel poo passing", "erection",
        "ejaculation", "numb during sex", "both legs", "gives way", "walking is suddenly worse",
    ],
)  # fmt: skip
def test_each_sign_of_squeezed_nerves_is_an_emergency(wanted: str) -> None:
    emergencies = [text for card in SIGNS if sign(card).tier is Tier.EMERGENCY for text in sign(card).signs]

    assert [text for text in emergencies if wanted in text]


def test_nothing_is_held_still_before_a_run() -> None:
    before = [card for card in CARDS if isinstance(card.body, Movement) and "before" in (card.body.dose.when or "")]

    assert before
    assert {card.kind for card in before} == {Kind.WARM_UP}
    assert [card.id for card in before if isinstance(card.body, Movement) and card.body.dose.hold] == []


def test_the_low_back_is_never_rolled() -> None:
    rolled = [text for card in CARDS for text in said(card) if "roll" in text.lower() and "low back" in text]

    assert rolled
    assert [text for text in rolled if not re.search(r"\b(never|not)\b", text, re.IGNORECASE)] == []


def test_the_cheat_sheet_has_eight_cues_of_at_most_six_words() -> None:
    cues = [card.body for card in CARDS if card.group is Group.FORM and isinstance(card.body, FormCue)]

    assert len(cues) == 8
    assert [cue.cue for cue in cues if len(cue.cue.split()) > 6 or len(cue.cue) > 26] == []


def test_what_not_to_do_says_so_in_full() -> None:
    sayings = [card.body.wrong for card in CARDS if isinstance(card.body, FormCue | FormFault)]
    sayings += [text for card in CARDS if isinstance(card.body, Advice) for text in card.body.do_not]

    assert [text for text in sayings if not text.startswith("Do not ")] == []
