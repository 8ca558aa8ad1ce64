"""Bytes to a tree of texts, lists and fields, strictly.

libyaml serves as a source of events and nothing else, so that no value is ever guessed (`no` stays `no`)
and no document can make the program build something (aliases, tags and merge keys are refused). The tree is
built without recursion: 50,000 brackets are an ordinary problem with a place.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import yaml

from publisher.library import signs
from publisher.library.bare_colours import bare_colours
from publisher.library.nodes import Mapping, Node, Scalar, Sequence
from publisher.library.yaml_complaints import MOST_DEPTH, complaint, too_deep
from publisher.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Limits: far above any card, and far below what makes a machine slow.
MOST_BYTES = 1_000_000
MOST_CHARACTERS = 2_000
LONGEST_WORD = 80
MOST_VALUES = 10_000

# Where libyaml notices something left open only at its end, the author is shown where it opens.
_OPENED = ("scanning a quoted scalar", "scanning a simple key", "parsing a flow sequence", "parsing a flow mapping")

# An address cannot be shortened, and is not set as text.
_ADDRESS = ("http://", "https://")

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_tree(data: bytes, file: str, first: str = "id: plank") -> Mapping:
    """The fields of one file; `file` is the name told to the author. Raises all problems found.

    `first` is a field that such a file may begin with.
    """
    text = _decoded(data, file)
    _check_signs(text, file)
    colours = bare_colours(text, file)
    if colours:
        raise InputError(colours)
    tree = _Tree(file)
    try:
        root = tree.build(text)
    except yaml.YAMLError as error:
        raise InputError([*tree.problems, _said_by_yaml(error, text, file)]) from None
    except (_Stop, RecursionError):
        raise InputError(tree.problems) from None
    if isinstance(root, Mapping) and not tree.problems:
        return root
    raise InputError(tree.problems or [_wrong_top(root, file, first)])


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise InputError([_too_big(file)])
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _text(data[len(bom) :], encoding, file)
    text = _text(data, "utf-8", file)
    if "\0" in text[:4]:
        raise InputError([_unmarked(file)])
    return text


def _text(data: bytes, encoding: str, file: str) -> str:
    try:
        return signs.one_line_ending(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError([_not_unicode(data, error.start, encoding, file)]) from None


def _too_big(file: str) -> Problem:
    sentence = f"this file is larger than {MOST_BYTES:,} bytes, the most a definition may have."
    return Problem("file-too-big", sentence, "Keep one card, publication or theme in a file.", Place(file))


def _unmarked(file: str) -> Problem:
    sentence = "this file is not UTF-8 text; it looks like UTF-16 without its mark."
    return Problem("not-utf-8", sentence, "Save it again with the encoding UTF-8.", Place(file))


def _not_unicode(data: bytes, start: int, encoding: str, file: str) -> Problem:
    before = data[:start].decode(encoding, "replace")
    line, column = _position(before, len(before))
    byte = data[start : start + 1]
    sentence = f"this file is not UTF-8 text: the byte {byte.hex().upper()} here is not a sign."
    old = byte.decode("cp1252", "ignore")
    if old and encoding == "utf-8":
        sentence = f"this file is not UTF-8 text: this `{old}` is in the old Windows encoding."
    return Problem("not-utf-8", sentence, "Save it again with the encoding UTF-8.", Place(file, line, column))


def _position(text: str, index: int) -> tuple[int, int]:
    """Line and column of a character, from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _check_signs(text: str, file: str) -> None:
    index = signs.first_forbidden(text)
    if index is None:
        return
    place = Place(file, *_position(text, index))
    if text[index] == "\t":
        hint = "Replace each tab with two spaces (most editors have a command for it)."
        raise InputError([Problem("tab", "there is a tab here; YAML is laid out with spaces.", hint, place)])
    raise InputError([_hidden(text[index], place)])


def _hidden(sign: str, place: Place) -> Problem:
    sentence = f"this text holds a sign that is not printed: {signs.name_of(sign)}."
    return Problem("hidden-sign", sentence, "Delete the line and type it again by hand.", place)


def _said_by_yaml(error: yaml.YAMLError, text: str, file: str) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        said, context = error.problem or "", error.context or ""
        if error.context_mark and any(opens in context for opens in _OPENED):
            mark = error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        # YAML may point to the line after the last one.
        lines = text.split("\n")
        before = lines[mark.line][: mark.column] if mark and mark.line < len(lines) else ""
        return complaint(place, said, context, before)
    return complaint(Place(file), "a sign that YAML does not allow", "", "")


def _wrong_top(root: Node | None, file: str, first: str) -> Problem:
    hint = f"Start with a field, such as `{first}`."
    if root is None or root.is_nothing:
        return Problem("empty-file", "this file says nothing.", hint, Place(file))
    what = "a list" if isinstance(root, Sequence) else "a single text"
    return Problem("not-fields", f"this file holds {what}; it should hold fields.", hint, root.place)


def _where(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


class _Stop(Exception):
    """The file is not read any further."""


class _Tree:
    """A tree in the making: the lists and mappings that are still open, and what was wrong so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None
        self._documents = 0
        self._values = 0

    def build(self, text: str) -> Node | None:
        """The top of the tree, or None when the file holds nothing."""
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._keys.pop()
            else:
                self._other(event)
        return self._root

    def _refuse(self, name: str, sentence: str, hint: str, event: yaml.Event, length: int = 1) -> None:
        place = Place(self.file, *_where(event))
        self.problems.append(Problem(name, sentence, hint, place, length))

    def _other(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            hint = "Write the value out again in full."
            self._refuse("alias", f"`*{event.anchor}` points to another place; that is not supported.", hint, event)
            self._add(Scalar("", True, self.file, *_where(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                hint = "Move what follows into a file of its own, and delete `---`."
                self._refuse("second-document", "a second document starts here; a file holds one.", hint, event, 3)
                raise _Stop

    def _marked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            sentence = f"`&{event.anchor}` names a value for use elsewhere; that is not supported."
            self._refuse("anchor", sentence, "Delete it, and write the value out where it is needed.", event)
        if event.tag is not None:
            hint = "Delete it; what a value means is decided by its field."
            self._refuse("tag", "a value cannot carry a tag (a word that starts with `!`).", hint, event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if not text.isascii():
            text = signs.composed(text)
        if len(text) > LONGEST_WORD:
            self._check_length(text, event)
        if event.style == '"':
            index = signs.first_forbidden(text)
            if index is not None:
                place = Place(self.file, *_where(event))
                self.problems.append(_hidden(text[index], place))
        return Scalar(text, not event.style, self.file, *_where(event))

    def _check_length(self, text: str, event: yaml.ScalarEvent) -> None:
        if len(text) > MOST_CHARACTERS:
            sentence = f"this text has {len(text):,} characters; the most is {MOST_CHARACTERS:,}."
            self._refuse("text-too-long", sentence, "Cut it, or make two cards of it.", event)
            return
        words = (word for word in text.split() if not word.startswith(_ADDRESS))
        longest = max(map(len, words), default=0)
        if longest > LONGEST_WORD:
            sentence = f"this text holds a word of {longest} characters; the most is {LONGEST_WORD}."
            self._refuse("word-too-long", sentence, "Put a space into it, or a shorter word in its place.", event)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(self._open) == MOST_DEPTH:
            place = Place(self.file, *_where(event))
            self.problems.append(too_deep(place))
            raise _Stop
        line, column = _where(event)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        opened = Sequence([], self.file, line, column) if is_list else Mapping({}, self.file, line, column)
        self._add(opened)
        self._open.append(opened)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            sentence = f"this file holds more than {MOST_VALUES:,} names and values, the most a definition may have."
            hint = "Keep one card, publication or theme in a file."
            self.problems.append(Problem("file-too-big", sentence, hint, node.place))
            raise _Stop
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(node)
        else:
            key, self._keys[-1] = self._keys[-1], None
            self._put(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            sentence, hint = "a list or a group of fields cannot be the name of a field.", "Write `name: value`."
            self.problems.append(Problem("not-a-name", sentence, hint, node.place))
            raise _Stop
        if node.plain and node.text == "<<":
            sentence = "`<<` copies fields from another place; that is not supported."
            hint = "Write the fields out, or use `extends:` with the id of another card."
            self.problems.append(Problem("merge-key", sentence, hint, node.place, 2))
        return node

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        before = parent.fields.get(key.text)
        if before is not None:
            sentence = f"`{key.text}` is given twice; the first is in line {before[0].line}."
            self.problems.append(
                Problem("duplicate-field", sentence, "Keep one of them and delete the other.", key.place, len(key.text))
            )
            return
        parent.fields[key.text] = (key, node)
