"""What is in a publication, as lines."""

from __future__ import annotations

from publisher.cli.reading_publication import contents
from tests.factories import the_library, the_words


def told(name: str) -> object:
    library = the_library()
    return contents(library.publications[name], library, the_words())


def test_a_session_is_told_card_by_card_and_its_minutes_add_up() -> None:
    session = told("strength-for-downhill-a")
    minutes = [int(row[2].removesuffix(" min")) for row in session.rows]

    assert session.rows[0][:2] == ("S5", "Tempo squat")
    assert session.total == f"About {sum(minutes)} minutes in all."


def test_a_card_without_a_dose_has_no_minutes() -> None:
    assert told("day-after-downhill").rows[0] == ("H9", "Dark pee or swollen legs", "")


def test_what_is_no_session_counts_its_cards() -> None:
    deck = told("pocket-gear")

    assert deck.total == "3 cards"
    assert {row[2] for row in deck.rows} == {""}
    assert deck.made == "pocket, poker, a4, surefoot, when named"
