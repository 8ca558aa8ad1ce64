from __future__ import annotations

from publisher.rules.pemat import sheet
from tests.factories import a_card, a_phrase, the_library


def items(*cards: object) -> dict[int, object]:
    return {one.item.number: one for one in sheet(the_library(), cards).items}


def test_all_24_items_of_the_print_tool_are_there() -> None:
    assert [*items(a_card())] == [*range(1, 13), *range(15, 27)]


def test_an_item_is_agreed_with_when_every_card_agrees() -> None:
    good, bad = a_card(), a_card(id="other", start=a_phrase("Engage your abdominals, 20 % more."))
    found = items(good, bad)

    assert (found[3].agrees, found[3].disagree, found[3].asked) == (False, ("other",), 2)
    assert not found[7].agrees
    assert items(good)[3].agrees


def test_what_a_program_cannot_judge_is_left_to_a_person_and_not_counted() -> None:
    judged = sheet(the_library(), [a_card()])

    left = [one.item.number for one in judged.items if one.item.why_not]
    assert left == [2, 11, 12, 18, 19, 23, 24, 25]
    assert len(judged.judged) == 24 - len(left)


def test_the_score_is_the_share_of_items_agreed_with() -> None:
    whole = sheet(the_library(), the_library().cards.values())

    agreed = sum(one.agrees for one in whole.judged)
    assert whole.score == round(100 * agreed / len(whole.judged)) >= 90


def test_the_built_in_library_reads_at_grade_5_or_easier() -> None:
    """The goal of the library: on average 5 at most, and no card over 6."""
    cards = the_library().cards.values()

    assert sheet(the_library(), cards).grade <= 5
    assert max(sheet(the_library(), [card]).grade for card in cards) <= 6
