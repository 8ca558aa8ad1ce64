"""JSON Schema (draft 2020-12) and the tables of the authoring guide, both made from the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.card_shapes import BODIES, COMMON, CardShape
from publisher.library.clinic_shape import CLINIC
from publisher.library.contact_shapes import Contacts
from publisher.library.figure_shapes import FigureShape
from publisher.library.icon_shape import ICON
from publisher.library.people_shapes import PERSON, PersonShape
from publisher.library.plan_shapes import PLAN
from publisher.library.pose_shapes import Poses
from publisher.library.print_shapes import PAPER, PUBLICATION, SOURCES, STOCK, THEME
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.records import Record
from publisher.library.review_shapes import RESULTS
from publisher.library.several import Either, Instead, ListOf, TableOf
from publisher.library.shapes import ID, JSON, Schema
from publisher.library.spelling import listed
from publisher.library.wording_shapes import NEVER, PLAIN_WORDS
from publisher.model.anatomy import JOINTS, MUSCLES, PAIRED, PAIRED_LANDMARKS, PROP_KINDS, SINGLE_LANDMARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.library.records import Field
    from publisher.library.shapes import Shape
    from publisher.model.anatomy import Joint, PropKind

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_EXTENDS = "The id of another one, of which only the fields given here are changed; null takes a field away."

# What one library can change of another with `extends`: the name of its schema, how it is called, its shape.
_EXTENDABLE: tuple[tuple[str, str, Shape[object]], ...] = (
    ("card", "A card", CardShape()),
    ("publication", "A publication", PUBLICATION),
    ("plan", "A plan", PLAN),
    ("programme", "A programme", PROGRAMME),
    ("stock", "A card size or a precut sheet", STOCK),
    ("paper", "A paper", PAPER),
    ("theme", "A theme", THEME),
    ("clinic", "A clinic", CLINIC),
    ("icon", "An icon", ICON),
    ("figure", "A figure", FigureShape()),
    ("person", "A person", PersonShape()),
    ("plain-words", "Plain words", PLAIN_WORDS),
    ("never", "Advice that is never given", NEVER),
)


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by the name of its file in `assets/schema/`."""
    found = {name: _extendable(title, shape) for name, title, shape in _EXTENDABLE}
    found["sources"] = {"$schema": _DRAFT, "title": "Sources", **SOURCES.schema()}
    return {**found, "review": {"$schema": _DRAFT, "title": "The results of a review", **RESULTS.schema()}}


def _extendable(title: str, shape: Shape[object]) -> Schema:
    """All fields for a thing of its own, any of them for one that changes another."""
    change = shape.schema(whole=False)
    properties = change["properties"]
    extends: JSON = {**ID.schema(), "description": _EXTENDS}
    if isinstance(properties, dict):
        change["properties"] = {"extends": extends, **properties}
    return {
        "$schema": _DRAFT,
        "title": title,
        "if": {"required": ["extends"]},
        "then": {"$ref": "#/$defs/change"},
        "else": {"$ref": "#/$defs/whole"},
        "$defs": {"whole": shape.schema(), "change": change},
    }


def field_guide() -> str:
    """Every field of every kind of file as Markdown tables."""
    parts = [_table("Every card", COMMON)]
    parts += [_table(_kinds(fields), fields) for fields in dict.fromkeys(fields for _, fields in BODIES.values())]
    bodies = [field for _, fields in BODIES.values() for field in fields]
    parts += _inner([*COMMON, *bodies])
    printed = (PUBLICATION, PLAN, PROGRAMME, CLINIC, SOURCES, STOCK, PAPER, THEME, ICON)
    for record in (*printed, FigureShape().record, PERSON, PLAIN_WORDS, NEVER, RESULTS):
        parts.append(_table(_capital(record.called), record.fields))
        parts += _inner(record.fields)
    return "\n".join(dict.fromkeys([*parts, *_anatomy()]))


def _anatomy() -> Iterator[str]:
    """What a figure can be told of: joints, landmarks, props, muscles."""
    joints = [[f"`{name}`{_twice(name in PAIRED)}", *_ways(joint)] for name, joint in JOINTS.items()]
    yield _rows("Joints", ("Joint", "Ways it goes", "Limits", "Most adults"), joints)
    marks = [[f"`{name}`{_twice(True)}", what] for name, what in PAIRED_LANDMARKS.items()]
    marks += [[f"`{name}`", what] for name, what in SINGLE_LANDMARKS.items()]
    yield _rows("Landmarks", ("Landmark", "Where it is"), marks)
    props = [
        [f"`{name}`", kind.what, _sizes(kind), _holds(kind), kind.touch.value] for name, kind in PROP_KINDS.items()
    ]
    yield _rows("Kinds of props", ("Kind", "What it is", "Sizes, usual in H", "Held by", "Can be touched"), props)
    yield _rows("Muscles", ("Muscle", "Where it is"), [[f"`{name}`", what] for name, what in MUSCLES.items()])


def _twice(paired: bool) -> str:  # noqa: FBT001  (only asked above)
    return ", `_r` or `_l` for one side" if paired else ""


def _ways(joint: Joint) -> tuple[str, str, str]:
    return (
        ", ".join(axis.name for axis in joint.axes),
        ", ".join(f"{low:g} to {high:g}" for low, high in joint.limits),
        ", ".join(f"{low:g} to {high:g}" for low, high in joint.norms),
    )


def _sizes(kind: PropKind) -> str:
    return ", ".join(f"{size.name} {size.usual:g}" for size in kind.sizes)


def _holds(kind: PropKind) -> str:
    least, most = kind.held
    usual = f", usually {listed(kind.usual_held, 'and')}" if kind.usual_held else ""
    return "" if not most else f"{least} to {most} landmarks{usual}" if least != most else f"{most} landmarks{usual}"


def _kinds(fields: Sequence[Field]) -> str:
    kinds = [kind.value for kind, (_, own) in BODIES.items() if own == fields]
    return f"`kind:` {listed(kinds)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(title: str, fields: Sequence[Field]) -> str:
    rows = [[f"`{field.name}`", "yes" if field.needed else "", field.shape.describe(), field.doc] for field in fields]
    return _rows(title, ("Field", "Needed", "Holds", "What it is for"), rows)


def _rows(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (f"| {' | '.join(row)} |" for row in (heads, *rows))
    first, *rest = lines
    return "\n".join([f"### {title}", "", first, f"|{'---|' * len(heads)}", *rest, ""])


def _inner(fields: Sequence[Field]) -> list[str]:
    """The tables of the groups of fields inside these fields."""
    records = dict.fromkeys(record for field in fields for record in _records(field.shape))
    return [_table(_capital(record.called), record.fields) for record in records]


def _records(shape: Shape[object]) -> Iterator[Record[object]]:
    if isinstance(shape, Record):
        yield shape
        for field in shape.fields:
            yield from _records(field.shape)
    elif isinstance(shape, ListOf | TableOf | Poses | Contacts):
        yield from _records(shape.item)
    elif isinstance(shape, Either):
        yield from _records(shape.long)
    elif isinstance(shape, Instead):
        yield from (*_records(shape.usual), *_records(shape.other))
