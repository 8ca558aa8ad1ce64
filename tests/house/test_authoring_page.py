"""docs/authoring.md is followed word by word, from an empty folder to a card that can be printed."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from publisher.library.overlays import read_library
from publisher.pdf.png import pages_as_png
from tests.house.walking import Step, Walker, steps

PAGE = Path(__file__).parents[2] / "docs/authoring.md"
WALK = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where somebody arrives who has followed the page: every block was typed, written, or seen to be printed."""
    folder = tmp_path_factory.mktemp("desk")
    own = {name: str(folder / f".{name}") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    walker = Walker(folder, {**os.environ, **own, "NO_COLOR": "1", "COLUMNS": "80"})
    for step in steps(WALK):
        walker.take(step)
    return walker.folder


def test_the_walk_is_on_the_page_in_full() -> None:
    found = list(steps(WALK))

    assert WALK.startswith("From nothing to a printed card\n")
    assert [step.path for step in found if step.path] == [
        "assets/figures/wall-sit.yaml",
        "cards/wall-sit.yaml",
        "cards/publications/my-cards.yaml",
    ]
    assert sum(step.typed.count("surefoot ") for step in found) == 5
    assert sum(bool(step.said) for step in found) == WALK.count("```text") == 5


def test_the_exercise_of_the_page_is_not_in_the_library() -> None:
    assert "wall-sit" not in read_library().cards
    assert "wall-sit" not in read_library().figures


def test_whoever_follows_the_page_holds_a_card_that_can_be_printed(there: Path) -> None:
    library = read_library([there])

    card = library.cards["wall-sit"]
    assert library.publications["my-cards"].cards[0] == card.id
    assert len(pages_as_png((there / "out/my-cards.pdf").read_bytes(), 20)) == 2
    assert (there / "wall-sit.png").is_file()


def test_what_is_printed_is_held_against_the_page(tmp_path: Path) -> None:
    walker = Walker(tmp_path, dict(os.environ))
    walker.take(Step(typed="    surefoot --version\n"))

    walker.take(Step(said="surefoot …\n"))
    with pytest.raises(AssertionError, match="the page says"):
        walker.take(Step(said="surehand …\n"))
