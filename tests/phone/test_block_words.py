"""What a session says: the cue once a set, half of a hold, the side that comes, and what comes next."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.phone.block_words import BEFORE_END, LONG_REST, LONG_WORK, begun, short, words_of
from publisher.phone.kit import Kit
from publisher.phone.sessions import Block, blocks_of, figure_of, session_data
from tests.factories import the_library


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop)


def said(name: str, kit: Kit, *, stays: bool = False) -> list[tuple[Block, object]]:
    card = kit.library.cards[name]
    return [
        (block, words_of(block, card, kit, stays=stays)) for block in blocks_of(card.body.dose, figure_of(card, kit))
    ]


def test_a_side_is_told_on_the_screen_and_spoken_as_it_changes(kit) -> None:
    for block, words in said("kneeling-hip-stretch", kit):
        if block.kind == "change":
            assert words.small[-1].lower() in words.say.lower()
        assert bool(block.side) == any("side" in text.lower() for text in words.small), block


def test_what_is_held_is_held_and_what_moves_is_work(kit) -> None:
    for stays, word in ((True, "Hold"), (False, "Keep going")):
        [first, *_] = [words for block, words in said("side-plank", kit, stays=stays) if block.kind == "time"]
        assert first.word == word


def test_tips_come_while_their_block_goes_on(kit) -> None:
    found = 0
    for name, card in the_library().cards.items():
        for block, words in said(name, kit) if isinstance(card.body, Movement) else []:
            found += len(words.tips)
            assert all(0 < at < block.seconds for at, _ in words.tips), (name, block)
            assert bool(words.tips) == (
                (block.kind == "rest" and block.seconds >= LONG_REST)
                or (block.kind == "time" and block.seconds >= LONG_WORK)
            )
    assert found > 50


def test_before_the_end_of_a_rest_the_next_set_is_told(kit) -> None:
    [block, words] = next((block, words) for block, words in said("hip-bridge", kit) if block.kind == "rest")

    [(at, text)] = words.tips
    assert at == block.seconds - BEFORE_END
    assert text.startswith(f"{words.small[0]}. ")
    assert words.small == ["Next: set 2 of 3"]


def test_the_cue_is_spoken_once_a_set(kit) -> None:
    card = kit.library.cards["hip-bridge"]
    told = session_data([card], "x", "x", kit)
    text = told["texts"].__getitem__

    spoken = [text(block["say"]) for block in told["low"]]
    spoken += [text(place) for block in told["low"] for _, place in block.get("tips", [])]
    assert sum(str(card.body.cue) in said for said in spoken) == card.body.dose.sets.low


def test_seconds_are_as_short_as_they_can_be() -> None:
    assert [str(short(value)) for value in (30.0, 1.5, 2 / 3)] == ["30", "1.5", "0.667"]
    assert (begun("first side"), begun("")) == ("First side", "")
