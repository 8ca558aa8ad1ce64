"""What a publication needs beyond its cards is asked for, with its place, before anything is laid out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher.build import Choices, fit_everything, layout_names, publish
from publisher.model.printing import PrintSettings
from publisher.problems import InputError, Phrase, Place, UsageError
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.model.library import Library
    from publisher.problems import Problem

AS_USUAL = Choices(None, None, None, PrintSettings())
STRANGE = Phrase("⅔ of it", Place("library/file.yaml", 7, 9))


def refused(library: Library, *ids: str, choices: Choices = AS_USUAL) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        publish(library, ids, choices, {}, None)
    return list(caught.value.problems)


def test_the_layouts_are_the_files_that_make_something() -> None:
    assert {"cheat-sheet", "pocket", "warning-card"} <= set(layout_names())
    assert not {"blocks", "margin", "product", "tiers"} & set(layout_names())


@pytest.mark.parametrize("what", ["words", "a source", "a stock", "a paper"])
def test_a_letter_that_the_font_lacks_is_told_wherever_it_was_written(what: str) -> None:
    library = the_library()
    source, stock, paper = library.sources["cai-2017"], library.stocks["poker"], library.papers["a4"]
    changed = {
        "words": {"words": {**library.words, "comma": STRANGE}},
        "a source": {"sources": {**library.sources, "cai-2017": replace(source, short=STRANGE)}},
        "a stock": {"stocks": {**library.stocks, "poker": replace(stock, name=STRANGE)}},
        "a paper": {"papers": {**library.papers, "a4": replace(paper, name=STRANGE)}},
    }

    (problem,) = refused(replace(library, **changed[what]))  # type: ignore[arg-type]

    assert (problem.name, problem.place) == ("missing-glyph", Place("library/file.yaml", 7, 9))


def test_cards_need_a_size() -> None:
    library = the_library()
    deck = replace(library.publications["pocket-cards"], size=None)
    without = replace(library, publications={"pocket-cards": deck})

    (problem,) = refused(without)

    assert (problem.name, problem.place) == ("no-size", deck.id.place)
    assert fit_everything(without, AS_USUAL) == (problem,)


def test_a_part_of_a_layout_is_no_layout() -> None:
    library = the_library()
    deck = replace(library.publications["pocket-cards"], layout=Phrase("blocks", Place("deck.yaml", 3, 9)))

    (problem,) = refused(replace(library, publications={"pocket-cards": deck}))

    assert (problem.name, problem.place) == ("unknown-layout", Place("deck.yaml", 3, 9))


def test_a_near_miss_is_named_whatever_its_letters() -> None:
    (problem,) = refused(the_library(), choices=replace(AS_USUAL, country="gb"))

    assert problem.hint.startswith("Did you mean `GB`?")
    with pytest.raises(UsageError):
        publish(the_library(), ["Pocket-card"], AS_USUAL, {}, None)
