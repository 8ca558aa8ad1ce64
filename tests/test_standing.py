"""What stands from one build to the next is what would be made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import pocket
from publisher.build import fit_everything, publish
from publisher.model.printing import PrintSettings
from publisher.problems import InputError, Phrase, Place
from publisher.standing import Pressed, Standing
from publisher.workshop import Choices
from tests.factories import the_library

CHOICES = Choices(None, None, None, PrintSettings())
DECK = ("starter",)


def with_cue(text: str, line: int = 20):
    """The library with another cue on the bird-dog."""
    library = the_library()
    card = library.cards["bird-dog"]
    changed = replace(card, body=card.body._replace(cue=Phrase(text, Place("bird-dog.yaml", line, 6))))
    return library._replace(cards={**library.cards, "bird-dog": changed})


def built(library, standing: Standing | None = None, choices: Choices = CHOICES):
    return publish(library, DECK, choices, {}, None, standing)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cards that were drawn."""
    names: list[str] = []
    draw = pocket.draw

    def counted(card, *rest):
        names.append(str(card.id))
        return draw(card, *rest)

    monkeypatch.setattr(pocket, "draw", counted)
    return names


def test_nothing_is_made_again_when_nothing_has_changed(drawn: list[str]) -> None:
    standing = Standing()
    [first] = built(the_library(), standing)
    drawn.clear()

    [second] = built(the_library(), standing)
    assert second is first
    assert drawn == []


def test_only_the_card_that_changed_is_drawn_and_the_file_is_the_same_as_one_made_anew(drawn: list[str]) -> None:
    standing = Standing()
    built(the_library(), standing)
    drawn.clear()

    library = with_cue("Reach far.")
    [kept] = built(library, standing)
    assert set(drawn) == {"bird-dog"}
    assert kept.content == built(library)[0].content
    assert built(the_library(), standing)[0].content == built(the_library())[0].content


def test_a_card_of_two_decks_is_drawn_once_for_both(drawn: list[str]) -> None:
    library = the_library()
    deck = library.publications[DECK[0]]
    twice = deck._replace(id=Phrase("again", deck.id.place))
    one, two = ({each.id: each for each in decks} for decks in ([deck], [deck, twice]))

    assert fit_everything(library._replace(publications=one), CHOICES) == ()
    first = list(drawn)
    drawn.clear()
    assert fit_everything(library._replace(publications=two), CHOICES) == ()
    assert first == drawn


def test_what_was_pressed_is_kept_for_one_printing_and_comes_out_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed, done = Pressed(), []
    monkeypatch.setattr("zlib.compress", lambda data: done.append(data) or b"small " + data)
    for wanted, new in ((b"ab", b"ab"), (b"bc", b"c"), (b"a", b"a")):
        pressed.begin()
        done.clear()
        for one in wanted:
            assert pressed.press(bytes([one])) == b"small " + bytes([one])
        assert b"".join(done) == new


def test_other_words_a_source_or_a_figure_are_seen_on_every_card_that_shows_them() -> None:
    library = the_library()
    card = library.cards["bird-dog"]
    key, figure = card.evidence.sources[0], card.picture.figure
    words = {**library.words, "card": {**library.words["card"], "stop_if": Phrase("Halt if")}}
    cited = {**library.sources, key: library.sources[key]._replace(short=Phrase("Roe 1999"))}
    shown = {**library.figures, figure: library.figures["plank"]}

    for other in (library._replace(words=words), library._replace(sources=cited)):
        standing = Standing()
        [before], [after] = built(library, standing), built(other, standing)
        assert before.content != after.content == built(other)[0].content
    standing = Standing()
    assert built(library, standing)[0].content != built(library._replace(figures=shown), standing)[0].content


def test_what_does_not_fit_is_told_each_time_at_its_place_of_now() -> None:
    standing = Standing()
    for line in (20, 20, 33):
        with pytest.raises(InputError) as caught:
            built(with_cue("Reach as far as you can and then a little further. " * 3, line), standing)
        assert caught.value.problems[0].place.line == line
    assert built(with_cue("Reach far."), standing)[0].content == built(with_cue("Reach far."))[0].content


def test_a_deck_is_not_taken_for_that_of_another_paper() -> None:
    standing = Standing()
    built(the_library(), standing)
    letter = replace(CHOICES, paper="letter")

    assert built(the_library(), standing, letter)[0].content == built(the_library(), None, letter)[0].content
