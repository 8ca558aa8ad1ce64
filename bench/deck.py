"""A deck to measure with: the built-in movement cards again and again, numbered, with words of like width swapped.

Real cards make it realistic, swapped words make every card its own, and the seed makes it the same every time.
No swap is wider than the word it replaces, so what fits stays fitting.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import yaml

from publisher.library import built_in
from publisher.model.card import Group
from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import Typeface
from publisher.workshop import KERNING

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("warm-up", "strength", "stretches", "recovery")
SEED = 20
# Every group has its own pattern under the ground line; a deck holds them all.
GROUPS = tuple(group.value for group in Group)
# Small words carry the grammar; figures and words at the start of a sentence stay as well.
_WORD = re.compile(r"(?<![A-Za-z])[a-z]{4,}(?![A-Za-z])")
_SHARE = 0.7
_TEXTS = ("purpose", "cue", "start", "steps", "feel", "not_feel", "faults", "easier", "harder", "stop_if")
PUBLICATION = "bench"

Tree = str | int | bool | None | list["Tree"] | dict[str, "Tree"]

_PUBLICATION: dict[str, Tree] = {
    "id": PUBLICATION,
    "title": "Bench deck",
    "layout": "pocket",
    "order": "group",
    "select": {"tags": [PUBLICATION]},
    "size": "poker",
    "paper": "a4",
}


def write_deck(folder: Path, count: int) -> Path:
    """A library of `count` cards and the publication `bench` that prints them all; gives its folder."""
    originals = [yaml.safe_load(path.read_text("utf-8")) for path in _files()]
    swaps = _swaps(originals)
    chance = random.Random(SEED)  # noqa: S311  # not for secrets
    cards = folder / "cards"
    names = [f"bench-{number:04d}" for number in range(count)]
    _write(cards / "publications" / f"{PUBLICATION}.yaml", _PUBLICATION)
    for place, name in enumerate(names):
        card = originals[place % len(originals)]
        number, group = 100 + place // len(GROUPS), GROUPS[place % len(GROUPS)]
        # Titles differ by their number, so that nobody can set one once for all cards.
        own = {
            "id": name,
            "group": group,
            "number": number,
            "title": f"{card['title']} {number}",
            "tags": [PUBLICATION],
        }
        texts = {field: _varied(card[field], swaps, chance) for field in _TEXTS if field in card}
        _write(cards / group / f"{name}.yaml", {**card, **texts, **own})
    return folder


def _files() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (built_in() / "cards" / folder).glob("*.yaml"))


def _write(path: Path, tree: dict[str, Tree]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), "utf-8")


def _swaps(cards: list[dict[str, Tree]]) -> dict[str, list[str]]:
    """For each word those of as many letters that are no wider, and at most a tenth narrower."""
    typeface = Typeface.load(built_in() / KERNING)
    words = sorted({word for card in cards for field in _TEXTS for word in _WORD.findall(str(card.get(field, "")))})
    widths = {word: typeface.width(word, Weight.REGULAR) for word in words}
    return {
        word: [w for w in words if len(w) == len(word) and 0.9 * widths[word] <= widths[w] <= widths[word]]
        for word in words
    }


def _varied(thing: Tree, swaps: dict[str, list[str]], chance: random.Random) -> Tree:
    if isinstance(thing, list):
        return [_varied(inner, swaps, chance) for inner in thing]
    if isinstance(thing, dict):
        return {key: _varied(inner, swaps, chance) for key, inner in thing.items()}
    if not isinstance(thing, str):
        return thing

    def swapped(found: re.Match[str]) -> str:
        others = swaps.get(found[0])
        return chance.choice(others) if others and chance.random() < _SHARE else found[0]

    return _WORD.sub(swapped, thing)
