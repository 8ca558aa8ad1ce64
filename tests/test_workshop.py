from __future__ import annotations

import pytest

from publisher.model.printing import PrintSettings
from publisher.problems import UsageError
from publisher.workshop import Choices, Workshop, all_unknown, chosen_from, layout_names, unknown
from tests.factories import the_library


def choices(**chosen: str) -> Choices:
    named = {"paper": None, "size": None, "theme": None, **chosen}
    return Choices(**named, printing=PrintSettings())  # type: ignore[arg-type]


def test_what_the_person_chose_comes_before_what_the_publication_says() -> None:
    known = {"a4": 1, "letter": 2, "a3": 3}

    assert chosen_from(known, "paper", "letter", "a3", "a4") == 2
    assert chosen_from(known, "paper", None, "a3", "a4") == 3
    assert chosen_from(known, "paper", None, None, "a4") == 1


def test_a_name_that_is_not_there_is_told_with_the_nearest_one() -> None:
    with pytest.raises(UsageError) as raised:
        chosen_from({"poker": 1, "tarot": 2}, "size", "Pokr", None, "poker")

    [problem] = raised.value.problems
    assert problem.sentence == "there is no size `Pokr`."
    assert problem.hint == "Did you mean `poker`? There are poker, tarot."


def test_all_there_are_is_listed_once_for_several_names() -> None:
    first, last = all_unknown("size", ["tarto", "pokr", "pokr"], ["poker", "tarot"])

    assert (first.sentence, first.hint) == ("there is no size `pokr`.", "Did you mean `poker`?")
    assert (last.sentence, last.hint) == ("there is no size `tarto`.", "Did you mean `tarot`? There are poker, tarot.")


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert unknown("theme", "xyz", ["surefoot"]).hint == "There is surefoot."


def test_a_precut_sheet_brings_its_own_paper() -> None:
    library = the_library()
    shop = Workshop.open(library, choices(size="avery-5371"))

    assert shop.paper(library.publications["pocket-cards"]).id == "letter"


def test_a_chosen_size_is_for_decks_of_cards_alone() -> None:
    library = the_library()
    shop = Workshop.open(library, choices(size="a7"))
    sizes = {name: shop.stock(library.publications[name]) for name in ("pocket-cards", "warning-card", "cheat-sheet")}

    assert {name: stock and str(stock.id) for name, stock in sizes.items()} == {
        "pocket-cards": "a7",
        "warning-card": "a6",
        "cheat-sheet": None,
    }


def test_layouts_are_found_by_looking_in_their_folder() -> None:
    assert {"pocket", "cheat-sheet", "warning-card"} <= set(layout_names())
    assert not {"blocks", "guide", "parts", "margin"} & set(layout_names())


def test_a_country_without_a_number_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no country `XX`"):
        Workshop.open(the_library(), Choices(None, None, None, PrintSettings(), country="XX"))
