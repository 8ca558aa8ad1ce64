"""Problems and results as people read them. The only file that knows colour and width.

A problem says where, in a form an editor can click, then what, then shows the line with a caret under the
spot, and ends with something to type. Programs get the same as JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeAlias

import publisher
from publisher.problems import Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

JSON: TypeAlias = "Mapping[str, JSON] | Sequence[JSON] | str | int | float | bool | None"

# A longer source line is shown around the spot only.
WIDEST = 100
_MOST_BYTES = 2_000_000
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_WORST_FIRST = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


class Ink(NamedTuple):
    """Colour on a terminal that shows it, and nothing elsewhere."""

    on: bool

    def bold(self, text: str) -> str:
        """What to read first."""
        return self._in("1", text)

    def faint(self, text: str) -> str:
        """What can be passed over."""
        return self._in("2", text)

    def level(self, level: Level, text: str) -> str:
        """Red, yellow or blue-green; the words say it too."""
        return self._in(_COLOURS[level], text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def ink_for(stream: TextIO) -> Ink:
    """Colour only on a terminal, and only if the reader has not asked for none (no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Ink(wanted and stream.isatty())


def as_text(problems: Iterable[Problem], ink: Ink, closing: str = "") -> str:
    """All problems, worst first and then by file and line; `closing` follows their number."""
    ordered = sorted(set(problems), key=_rank)
    lines_of = cache(_lines)  # a file with a thousand mistakes is read once
    parts = [_one(problem, ink, lines_of) for problem in ordered]
    if len(ordered) > 1:
        parts.append(ink.bold(_count(ordered) + closing) + "\n")
    return "\n".join(parts)


def as_json(problems: Iterable[Problem]) -> list[JSON]:
    """The same for programs."""
    return [_entry(problem) for problem in sorted(set(problems), key=_rank)]


def shown_path(file: str) -> str:
    """A path as short as it can be and still be found: relative inside the current folder, ours as `built-in/…`."""
    path = Path(file)
    if not path.is_absolute():
        return safe(str(path))
    for root, name in ((Path.cwd(), ""), *((root, "built-in") for root in _built_in())):
        if path.is_relative_to(root):
            return safe(str(Path(name) / path.relative_to(root)))
    return safe(file)


def safe(text: str) -> str:
    """The text with every sign that is not seen, or that would steer the terminal, as a visible one."""
    return "".join(_visible(sign) for sign in text)


def _built_in() -> tuple[Path, Path]:
    package = Path(publisher.__file__).resolve().parent
    return package / "_shelf", package.parent


def _visible(sign: str) -> str:
    if sign == "\t":
        return "→"
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    return "�" if unicodedata.category(sign) in _UNSEEN else sign


def _rank(problem: Problem) -> tuple[int, bool, str, int, int, str]:
    place = problem.place or Place("")
    return (_WORST_FIRST[problem.level], not place.file, place.file, place.line, place.column, problem.sentence)


def _count(problems: Sequence[Problem]) -> str:
    parts = []
    for level, word in ((Level.ERROR, "problem"), (Level.WARNING, "warning"), (Level.NOTE, "note")):
        number = sum(problem.level is level for problem in problems)
        if number:
            parts.append(f"{number} {word}{'' if number == 1 else 's'}")
    return " and ".join(parts)


def _one(problem: Problem, ink: Ink, lines_of: Callable[[str], Sequence[str]]) -> str:
    word = "" if problem.level is Level.ERROR else f"{problem.level.value}: "
    where = _where(problem.place)
    lines = [ink.bold(where) + ink.level(problem.level, word) + safe(problem.sentence)]
    lines += _source(problem, ink, lines_of)
    lines += [f"   {safe(line)}" for line in problem.hint.splitlines()]
    return "\n".join(lines) + "\n"


def _where(place: Place | None) -> str:
    if place is None or not place.file:
        return "surefoot: "
    spot = f":{place.line}" if place.line else ""
    spot += f":{place.column}" if place.line and place.column else ""
    return f"{shown_path(place.file)}{spot}: "


def _source(problem: Problem, ink: Ink, lines_of: Callable[[str], Sequence[str]]) -> list[str]:
    """The line that the problem is about, and carets under the spot."""
    place = problem.place
    if place is None or not place.line:
        return []
    lines = lines_of(place.file)
    if len(lines) < place.line:
        return []
    line = lines[place.line - 1]
    start = max(0, place.column - 1)
    text, start = _around(line.rstrip(), start)
    shown = ink.faint(f"{place.line:>5} | ") + safe(text)
    if not place.column:
        return [shown]
    length = max(1, min(problem.length, len(text) - start))
    carets = " " * _cells(text[:start]) + ink.level(problem.level, "^" * max(1, _cells(text[start : start + length])))
    return [shown, ink.faint("      | ") + carets]


def _around(line: str, start: int) -> tuple[str, int]:
    """At most `WIDEST` characters with the spot among them, and where it now stands."""
    first = 0 if start < WIDEST - 20 else start - WIDEST // 2
    last = first + WIDEST
    left = "…" if first else ""
    right = "…" if last < len(line) else ""
    return left + line[first + len(left) : last - len(right)] + right, start - first


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode annex 11)."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) != 0 for sign in text)


def _lines(file: str) -> Sequence[str]:
    """The lines as they stand in the file, if it can still be read."""
    with contextlib.suppress(OSError, ValueError):
        path = Path(file)
        if path.is_file() and path.stat().st_size <= _MOST_BYTES:
            return _decoded(path.read_bytes()).split("\n")
    return ()


def _decoded(data: bytes) -> str:
    """The text of a file; bytes of the old Windows encoding come out as their author saw them."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            break
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _entry(problem: Problem) -> JSON:
    place = problem.place or Place("")
    return {
        "name": problem.name,
        "level": problem.level.value,
        "file": place.file or None,
        "line": place.line or None,
        "column": place.column or None,
        "sentence": problem.sentence,
        "hint": problem.hint,
    }


def json_text(value: JSON) -> str:
    """JSON as this program prints it."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
