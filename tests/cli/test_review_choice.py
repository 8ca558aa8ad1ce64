"""Which cards are meant: by id, by group, by publication, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.cli.options import gather
from publisher.cli.review_choice import choose
from publisher.problems import UsageError
from tests.factories import the_cards, the_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def chosen(cards=(), groups=(), publications=(), today="2026-01-01"):
    which = {"cards": cards, "groups": groups, "publications": publications, "today": today}
    return choose(gather({})[0], which)


def ids(found) -> list[str]:
    return [str(card.id) for card in found.cards]


def test_all_cards_are_meant_where_none_is_named() -> None:
    assert ids(chosen()) == list(the_library().cards)


def test_what_is_named_adds_up_in_the_order_of_the_library() -> None:
    starter = {str(card.id) for card in the_cards("starter")}
    gear = {str(card.id) for card in the_library().cards.values() if card.group.value == "gear"}

    found = ids(chosen(("food-timing",), ("gear",), ("starter",)))
    assert found == [name for name in the_library().cards if name in starter | gear | {"food-timing"}]


def test_names_that_nothing_has_are_told_together() -> None:
    with pytest.raises(UsageError) as caught:
        chosen(("plnak", "shet"), (), ("startr",))

    hints = [problem.hint for problem in caught.value.problems]
    assert [problem.name for problem in caught.value.problems] == ["unknown-card"] * 2 + ["unknown-publication"]
    assert "`plank`" in hints[0]
    assert "`sheet`" in hints[1]
