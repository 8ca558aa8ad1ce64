"""A review written into the file of a card: only where it stands, so that comments, order and quotes stay.

libyaml says where each value begins and ends; what lies between is left as the author wrote it.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import yaml

from publisher.library import signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# By name and in this order. None is written as null where it takes away what is said here or in a library below.
Written: TypeAlias = "Mapping[str, str | None]"

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIELD = "review"
# What YAML and every editor take for a text as it stands; all else is quoted.
_BARE = re.compile(r"[^\W\d_][\w.'()/-]*( [^\W\d_][\w.'()/-]*)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class _Value(NamedTuple):
    """Where a value stands in the text; a group of fields has its fields, by name."""

    start: int
    end: int
    fields: dict[str, _Value] | None = None
    flow: bool = False
    column: int = 0


def with_review(data: bytes, review: Written) -> bytes:
    """The bytes of a file that can be read, with this review in it. Encoding and ends of lines stay."""
    bom, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    text = data[len(bom) :].decode(encoding)
    ending = "\r\n" if "\r\n" in text else "\n"
    written = _written(signs.one_line_ending(text), review)
    return bom + written.replace("\n", ending).encode(encoding)


def new_change(card: str, review: Written) -> bytes:
    """A file that changes the review of a card of a library below, and nothing else."""
    return f"extends: {card}\n{_block(review, 0)}".encode()


def _written(text: str, review: Written) -> str:
    root = _root(text)
    found = (root.fields or {}).get(_FIELD)
    if "extends" not in (root.fields or {}):
        there = (found.fields or {}) if found else {}
        review = {name: value for name, value in review.items() if value is not None or name in there}
    if found is None:
        return _added(text, root, review)
    if found.fields and not found.flow:
        return _changed(text, found, review)
    if found.flow or root.flow:
        return text[: found.start] + _flow(review) + text[found.end :]
    # A single value such as null: its line keeps what follows, and the fields stand below it.
    rest, line = text[found.end :].partition("\n")[::2]
    fields = "".join(f"\n{' ' * root.column}  {name}: {_quoted(value)}" for name, value in review.items())
    return text[: found.start].rstrip(" ") + rest.rstrip("\r") + fields + "\n" + line


def _added(text: str, root: _Value, review: Written) -> str:
    """With the review after the last field."""
    before, after = text[: root.end], text[root.end :]
    if not root.flow:
        gap = "" if not before or before.endswith("\n") else "\n"
        return before + gap + _block(review, root.column) + after
    inside = before[:-1].rstrip()
    comma = "" if inside.endswith(("{", ",")) else ","
    return f"{inside}{comma} {_FIELD}: {_flow(review)}" + "}" + after


def _changed(text: str, found: _Value, review: Written) -> str:
    """Each field where it stands, and those that are new under the last one."""
    fields = found.fields or {}
    last = max(value.end for value in fields.values())
    # Behind the last value, and a comment behind it.
    end = text.find("\n", last) + 1 or len(text)
    new = "".join(
        f"{' ' * found.column}{name}: {_quoted(value)}\n" for name, value in review.items() if name not in fields
    )
    edits = [(fields[name], value) for name, value in review.items() if name in fields]
    if new:
        gap = "" if text[:end].endswith("\n") else "\n"
        text = text[:end] + gap + new + text[end:]
    for at, value in sorted(edits, key=lambda edit: -edit[0].start):
        space = " " if text[at.start - 1 : at.start] == ":" else ""
        text = text[: at.start] + space + _quoted(value) + text[at.end :]
    return text


def _block(review: Written, column: int) -> str:
    indent = " " * column
    return f"{indent}{_FIELD}:\n" + "".join(f"{indent}  {name}: {_quoted(value)}\n" for name, value in review.items())


def _flow(review: Written) -> str:
    return "{" + ", ".join(f"{name}: {_quoted(value)}" for name, value in review.items()) + "}"


def _quoted(value: str | None) -> str:
    """A text as YAML, in a row of fields too: commas and brackets never stand bare."""
    if value is None:
        return "null"
    bare = _BARE.fullmatch(value) and value.lower() not in _WORDS_OF_YAML
    return value if bare else json.dumps(value, ensure_ascii=False)


# --- Where the values stand ---


def _root(text: str) -> _Value:
    """The fields of the file, with the fields of each group in them."""
    events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
    first = next(at for at, event in enumerate(events) if isinstance(event, yaml.MappingStartEvent))
    return _mapping(events, first, text)[0]


def _mapping(events: Sequence[yaml.Event], at: int, text: str) -> tuple[_Value, int]:
    """The group of fields that begins at an event, and the event after it."""
    opened = events[at]
    fields: dict[str, _Value] = {}
    at += 1
    while not isinstance(events[at], yaml.MappingEndEvent):
        key = events[at]
        value, at = _value(events, at + 1, text)
        if isinstance(key, yaml.ScalarEvent):
            fields[key.value] = value
    flow = bool(getattr(opened, "flow_style", False))
    end = _end(events[at]) if flow else _start(events[at])[0]
    return _Value(_start(opened)[0], end, fields, flow, _start(opened)[1]), at + 1


def _value(events: Sequence[yaml.Event], at: int, text: str) -> tuple[_Value, int]:
    event = events[at]
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, at, text)
    depth, start = 0, _start(event)[0]
    while True:
        depth += isinstance(events[at], yaml.CollectionStartEvent) - isinstance(events[at], yaml.CollectionEndEvent)
        at += 1
        if depth == 0:
            # A text of several lines ends where the next line begins; its own last line is meant.
            said = text[start : _end(events[at - 1])].rstrip()
            return _Value(start, start + len(said)), at


def _start(event: yaml.Event) -> tuple[int, int]:
    """Where an event begins: its place in the text, and its column; both from 0."""
    mark = event.start_mark
    return (mark.index, mark.column) if mark else (0, 0)


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0
