"""What the person chose, and where each choice came from.

A flag counts more than `surefoot.toml` in the current folder, that more than the user's own file, that more
than what is known of the printer, and that more than the default. Nothing is kept between two calls.
"""

from __future__ import annotations

import contextlib
import difflib
import re
import stat
import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.printing import Flip, Ink, Marks, PrintSettings, SheetOrder, Sides
from publisher.problems import InputError, Phrase, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Value = str | float | bool | tuple[str, ...] | None

FILE = "surefoot.toml"
# Longer than any sheet of paper is wide; a length beyond it is a slip of the finger.
LONGEST_MM = 200.0
_MOST_BYTES = 100_000


class Kind(Enum):
    """What may be written for a setting, as the end of "… is ___"."""

    TEXT = 'a text in quotes, such as "a4"'
    CHOICE = "one of a few words in quotes"
    LENGTH = "a number of millimetres, such as 4 or 8.5"
    YES_NO = "true or false"
    FOLDER = 'the name of a folder in quotes, such as "out"'
    FOLDERS = 'a list of folders, such as ["my-library"]'
    NAMES = 'a list of names in quotes, such as ["mei", "kofi"]'


class Setting(NamedTuple):
    """One thing that can be chosen; its name is the same in the file and behind `--`."""

    name: str
    kind: Kind
    default: Value
    meaning: str
    choices: tuple[str, ...] = ()


def _choice(name: str, default: Enum, meaning: str) -> Setting:
    choices = tuple(str(member.value) for member in type(default))
    return Setting(name, Kind.CHOICE, str(default.value), meaning, choices)


_PLAIN = PrintSettings()

SETTINGS = (
    Setting("library", Kind.FOLDERS, (), "A folder of your own cards, laid over ours; can be given again."),
    Setting("out", Kind.FOLDER, "out", "The folder to write into; made if need be."),
    Setting("paper", Kind.TEXT, None, "The paper in the printer, such as a4 or letter."),
    Setting("size", Kind.TEXT, None, "The size of the cards, or a precut sheet, such as poker or a7."),
    Setting("theme", Kind.TEXT, None, "The look: colours and type."),
    _choice("ink", Ink.COLOUR, "In colour, in grey for one black ink, or drawn anew with far less ink."),
    Setting("person", Kind.NAMES, (), "Who shows the movements; can be given again, and they take turns."),
    Setting("language", Kind.TEXT, "en", "The language of the page, such as en-GB."),
    Setting("country", Kind.TEXT, "", "The country of the emergency number, such as GB, US or CH."),
    _choice("sides", _PLAIN.sides, "Print on both sides, fold, fronts only, or one face a page for a print shop."),
    _choice("flip", _PLAIN.flip, "The edge over which the printer turns the paper."),
    _choice("order", _PLAIN.order, "The order in which fronts and backs leave the printer."),
    _choice("marks", _PLAIN.marks, "How cuts are shown."),
    Setting("margin", Kind.LENGTH, _PLAIN.margin, "Millimetres at the edge of the paper that stay empty."),
    Setting("gap", Kind.LENGTH, _PLAIN.gap, "Millimetres between cards: 0, or 4 and more."),
    Setting("bleed", Kind.LENGTH, _PLAIN.bleed, "Millimetres of colour beyond the cut."),
    Setting("guide", Kind.YES_NO, _PLAIN.guide, "Put a page in front that says how to print this deck."),
    Setting("printer", Kind.TEXT, None, "A printer you have calibrated; its shift is corrected."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Layer(NamedTuple):
    """What one source says. `source` is how a person would call it, such as "surefoot.toml"."""

    source: str
    values: Mapping[str, Value]
    lines: Mapping[str, int] = MappingProxyType({})

    def origin(self, name: str) -> str:
        """Where exactly a setting stands."""
        return f"{self.source}:{self.lines[name]}" if name in self.lines else self.source


class Settled(NamedTuple):
    """A value and where it came from."""

    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, settled."""

    entries: Mapping[str, Settled]

    def __getitem__(self, name: str) -> Value:
        return self.entries[name].value

    def text(self, name: str) -> str | None:
        """A text, or None when nobody chose one."""
        value = self[name]
        return value if isinstance(value, str) else None

    def names(self, name: str) -> tuple[str, ...]:
        """A list of names, empty when nobody chose any."""
        value = self[name]
        return value if isinstance(value, tuple) else ()

    def folders(self) -> tuple[Path, ...]:
        """The libraries to lay over ours, in order."""
        return tuple(Path(folder) for folder in self.names("library"))

    def printing(self, *, start_at: int = 1, skip: tuple[int, ...] = ()) -> PrintSettings:
        """How to print; which slots of the first sheet are free is not a setting, it changes with each sheet."""
        return PrintSettings(
            sides=Sides(self["sides"]),
            flip=Flip(self["flip"]),
            order=SheetOrder(self["order"]),
            marks=Marks(self["marks"]),
            margin=self._millimetres("margin"),
            gap=self._millimetres("gap"),
            bleed=self._millimetres("bleed"),
            start_at=start_at,
            skip=skip,
            guide=self["guide"] is True,
        )

    def _millimetres(self, name: str) -> float:
        value = self[name]
        return float(value) if isinstance(value, int | float) else 0.0


def settle(layers: Sequence[Layer]) -> Settings:
    """Every setting from the first layer that has it; defaults come last."""
    entries = {}
    for setting in SETTINGS:
        entries[setting.name] = Settled(setting.default, "default")
        for layer in layers:
            if layer.values.get(setting.name) is not None:
                entries[setting.name] = Settled(layer.values[setting.name], layer.origin(setting.name))
                break
    return Settings(entries)


# --- the file ---


def read_file(path: Path) -> Layer:
    """What a settings file says; nothing when there is none. Folders start where the file lies. Raises InputError."""
    data = _bytes_of(path)
    text = _decoded(data, path)
    problems: list[Problem] = []
    values, lines = {}, {}
    for name, written in _parsed(text, path).items():
        place = _place_of(name, text, path)
        setting = _BY_NAME.get(name)
        value = _value(setting, written, place) if setting else None
        if setting is None:
            problems.append(_unknown(name, place))
        elif value is None:
            problems.append(_unfit(setting, place, written))
        else:
            values[name], lines[name] = value, place.line
    if problems:
        raise InputError(problems)
    return Layer(path.name if path.parent == Path() else str(path), values, lines)


def _bytes_of(path: Path) -> bytes:
    try:
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as stream:
                return stream.read(_MOST_BYTES + 1)
        reason = "it is not an ordinary file"
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
    sentence, hint = f"these settings cannot be read: {reason}.", "Put a text file in its place, or move it away."
    raise InputError([Problem("unreadable-settings", sentence, hint, Place(str(path)))])


def _decoded(data: bytes, path: Path) -> str:
    if len(data) > _MOST_BYTES:
        sentence = f"this file is larger than {_MOST_BYTES:,} bytes, the most that settings may have."
        hint = "Keep only settings in it, one a line."
        raise InputError([Problem("settings-not-toml", sentence, hint, Place(str(path)))])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Place(str(path), line, error.start - data.rfind(b"\n", 0, error.start))
        hint = "Save it again with the encoding UTF-8."
        raise InputError([Problem("settings-not-toml", "this file is not UTF-8 text.", hint, place)]) from None


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is an error of its own
        found = re.search(r"line (\d+), column (\d+)", str(error))
        place = Place(str(path), int(found[1]), int(found[2])) if found else Place(str(path))
        sentence = "this line cannot be read as a setting." if found else "this file cannot be read as settings."
        hint = 'Write one setting a line: name = "text", name = 8.5, or name = true. Each name once.'
        raise InputError([Problem("settings-not-toml", sentence, hint, place)]) from None


def _place_of(name: str, text: str, path: Path) -> Place:
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?({re.escape(name)})\b", text, re.MULTILINE)
    if not found:
        return Place(str(path))
    start = found.start(1)
    return Place(str(path), text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _value(setting: Setting, written: object, place: Place) -> Value:
    """The value if it fits the setting, else None. Texts keep their place, and folders start at the file."""
    value: Value = None
    match setting.kind, written:
        case (Kind.YES_NO, bool()):
            value = written
        case (Kind.LENGTH, int() | float()) if not isinstance(written, bool) and 0 <= written <= LONGEST_MM:
            value = float(written)
        case (Kind.TEXT, str()):
            value = Phrase(written, place)
        case (Kind.CHOICE, str()) if written in setting.choices:
            value = written
        case (Kind.FOLDER, str()) if _is_name(written):
            value = _beside(written, place)
        case (Kind.FOLDERS, list()) if all(_is_name(folder) for folder in written):
            value = tuple(_beside(folder, place) for folder in written)
        case (Kind.NAMES, list()) if all(isinstance(name, str) for name in written):
            value = tuple(Phrase(name, place) for name in written)
        case _:
            pass
    return value


def _is_name(written: object) -> bool:
    """Whether a system could take it as the name of a folder."""
    return isinstance(written, str) and "\0" not in written


def _beside(folder: str, place: Place) -> Phrase:
    path = Path(folder)
    with contextlib.suppress(RuntimeError):  # nobody has that home; the folder will not be found, and that is told
        path = path.expanduser()
    return Phrase(str(Path(place.file).parent / path), place)


def _unknown(name: str, place: Place) -> Problem:
    near = closest(name, _BY_NAME)
    hint = f"Did you mean `{near}`? " if near else ""
    sentence = f"`{name}` is not a setting."
    return Problem("unknown-setting", sentence, f"{hint}Settings are {', '.join(_BY_NAME)}.", place, len(name))


def _unfit(setting: Setting, place: Place, written: object) -> Problem:
    if setting.kind is Kind.CHOICE:
        near = closest(str(written), setting.choices) or setting.choices[0]
        sentence = f"`{setting.name}` is one of {', '.join(setting.choices)}."
        return Problem("unfit-setting", sentence, f'Write {setting.name} = "{near}".', place, len(setting.name))
    most = f", from 0 to {LONGEST_MM:.0f}" if setting.kind is Kind.LENGTH else ""
    hint = f"Change it, or delete the line; then the default counts ({told(setting.default)})."
    sentence = f"`{setting.name}` is {setting.kind.value}{most}."
    return Problem("unfit-setting", sentence, hint, place, len(setting.name))


# --- words for the terminal ---


def closest(word: str, names: Iterable[str]) -> str | None:
    """The name that somebody who typed `word` most likely meant."""
    found = difflib.get_close_matches(word.lower(), list(names), n=1, cutoff=0.6)
    return found[0] if found else None


def told(value: Value) -> str:
    """A value as a person would say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return f"{value:g} mm"
    return (", ".join(value) if isinstance(value, tuple) else value) or "none"
