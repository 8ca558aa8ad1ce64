"""Files spoilt at random: whatever stands in them, an author gets pages, or problems with their places.

The same seeds give the same files, so a failure names the seed that repeats it. A long run is the same with
more of them: `SEEDS = range(20_000)`.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from publisher.build import publish
from publisher.library import overlays
from publisher.library.reading import read_tree
from publisher.library.shelves import FOLDERS, SOURCES, Shelf, read_shelf
from publisher.model.printing import PrintSettings, Sides
from publisher.problems import InputError, Phrase, UsageError
from publisher.workshop import Choices
from tests.library.writing import OURS

SEEDS = range(200)
BATCHES = 10

# What an author may slip in: markup, braces, backslashes, signs of YAML, numbers that are none, hidden signs.
SLIPS = (
    *("<b>", "&", "(", ")", "\\", "%s", "{", "}", "{0}", "{level}", "x" * 79, "W" * 81, "e\u0301", "\u202e", "\u200b"),
    *(
        "\u05e9\u05dc\u05d5\u05dd",
        "\U0001f600",
        "\u2154",
        "\u00a0",
        "\x00",
        "\t",
        "\ue000",
        "null",
        "~",
        "",
        "no",
        "1:30",
    ),
    *("08", "1e309", "nan", "-1", "0", "1", "9999999", "8 to 12", "12 to 8", "0 min", "2026-02-30", "#FFFFFF", "0/0"),
    *(
        "plank",
        "poker",
        "a6",
        "pocket",
        "warning-card",
        "__init__",
        "../x",
        "[]",
        "{a: b}",
        "&a x",
        "*a",
        "!!int 3",
        "<<",
    ),
    *("---", "|", ">", "[a", '"a', "@x", "M 0 0", "Word. " * 300, ".", "A"),
)
# What any text may hold; what is read well goes on to the layouts and into the file.
MILD = ("<b>", "&", "&amp;", "(", ")", "\\", "\\)", "%s", "%", "{", "}", "{0}", "é", "½", "8", "\u00a0", "-", "'", '"')
FIELD = re.compile(r"^(\s*(?:- )?)([\w\"-]+):(?: (.*))?$")


@dataclass(frozen=True)
class Spoilt:
    """One of our files after a few slips, as it would lie in an author's library."""

    path: str
    data: bytes

    @property
    def folder(self) -> str:
        if self.path == SOURCES:
            return SOURCES
        return next(name for name in FOLDERS if self.path.startswith(f"{name}/"))


@cache
def texts() -> dict[str, str]:
    files = [*(OURS / "cards").rglob("*.yaml"), *(OURS / "assets").rglob("*.yaml")]
    names = sorted(str(path.relative_to(OURS)) for path in files if "examples" not in path.parts)
    return {name: (OURS / name).read_text(encoding="utf-8") for name in names}


def spoilt(seed: int) -> Spoilt:
    dice = random.Random(seed)  # slips of a finger, not secrets
    folder = dice.choice(["cards/"] * 3 + ["assets/themes", "assets/stocks", "assets/words", "assets/", "cards/pub"])
    path = dice.choice([name for name in texts() if name.startswith(folder)])
    lines = texts()[path].split("\n")
    for _ in range(dice.choice([1, 1, 1, 2])):
        dice.choice([a_mild_word] * 6 + [another_value, another_value, a_slip, a_line_less, a_line_twice])(lines, dice)
    data = bytearray("\n".join(lines).encode())
    if dice.random() < 0.05 and data:
        data[dice.randrange(len(data))] = dice.randrange(256)
    return Spoilt(path, bytes(data))


def a_mild_word(lines: list[str], dice: random.Random) -> None:
    """Something odd in the middle of a text."""
    spots = [(at, spot) for at, line in enumerate(lines) for spot in range(len(line)) if line[spot - 1 : spot] == " "]
    prose = [(at, spot) for at, spot in spots if ": " in lines[at][:spot] and lines[at][spot - 2].isalpha()]
    if prose:
        at, spot = dice.choice(prose)
        lines[at] = f"{lines[at][:spot]}{dice.choice(MILD)} {lines[at][spot:]}"


def another_value(lines: list[str], dice: random.Random) -> None:
    fields = [at for at, line in enumerate(lines) if FIELD.match(line)]
    if fields:
        at = dice.choice(fields)
        indent, name, value = FIELD.match(lines[at]).groups("")  # type: ignore[union-attr]
        slip = dice.choice(SLIPS)
        more = json.dumps(f"{value.strip(chr(34))[:60]} {slip}", ensure_ascii=False)
        lines[at] = f"{indent}{name}: {dice.choice([slip, more, more, json.dumps(slip), f'[{slip}]'])}"


def a_slip(lines: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    spot = dice.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:spot] + dice.choice(SLIPS) + lines[at][spot + dice.randint(0, 3) :]


def a_line_less(lines: list[str], dice: random.Random) -> None:
    del lines[dice.randrange(len(lines))]
    lines.append("")


def a_line_twice(lines: list[str], dice: random.Random) -> None:
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))


@pytest.fixture(scope="module")
def ours() -> Shelf:
    return read_shelf(OURS)


def made_of(file: Spoilt, ours: Shelf) -> None:
    """Read our library with the file laid over it, and publish what the file is about."""
    over, name = Path("/over"), f"/over/{file.path}"
    shelf = Shelf(over)
    try:
        shelf.files[file.folder] = [read_tree(file.data, name)]
    except InputError as error:
        shelf.problems.extend(error.problems)
    language = Path(file.path).stem if file.folder == "assets/words" else "en"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlays, "read_shelf", {OURS: ours, over: shelf}.get)
        library = overlays.read_folders([OURS, over], language=language)
    if file.folder != "cards/publications":
        mine = [card.id for card in library.cards.values() if card.place and card.place.file == name]
        deck = library.publications["pocket-cards"]._replace(
            cards=(*mine, Phrase("plank"), Phrase("fever")), select=None
        )
        library = library._replace(publications={"pocket-cards": deck})
    stem = Path(file.path).stem
    size = stem if file.folder == "assets/stocks" and stem in library.stocks else None
    theme = stem if file.folder == "assets/themes" and stem in library.themes else None
    publish(library, [], Choices(None, size, theme, PrintSettings(sides=Sides.FRONT)), {}, None)


def told_badly(file: Spoilt, error: InputError) -> list[str]:
    """Problems without a spot. A file of nothing has none, nor has what the words of a language make too long."""
    if isinstance(error, UsageError) or file.folder == "assets/words":
        return []
    pathless = {"no-fold-on-precut", "wrong-paper", "card-larger-than-paper", "no-room"}
    lineless = {"empty-file", "file-too-big", *pathless}
    return [
        f"{problem.name}: {problem.sentence}"
        for problem in error.problems
        if problem.name not in pathless
        and not (problem.place and (problem.name in lineless or (problem.place.line and problem.place.column)))
    ]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_spoilt_file_gives_pages_or_problems_with_their_places(batch: int, ours: Shelf) -> None:
    wrong: list[str] = []
    for seed in SEEDS[batch::BATCHES]:
        file = spoilt(seed)
        try:
            made_of(file, ours)
        except InputError as error:
            wrong += [f"seed {seed}, {file.path}: {said}" for said in told_badly(file, error)]
        except Exception as error:  # noqa: BLE001  # that is what this looks for
            wrong.append(f"seed {seed}, {file.path}: {error!r}")

    assert not wrong, "\n".join(wrong)


def test_some_spoilt_files_print_and_some_do_not(ours: Shelf) -> None:
    printed = 0
    for seed in SEEDS[:40]:
        try:
            made_of(spoilt(seed), ours)
        except InputError:
            continue
        printed += 1

    assert 8 <= printed <= 32
