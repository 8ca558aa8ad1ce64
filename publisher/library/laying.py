"""One library laid over another: a thing with a new id is added, the same id replaces, `extends` changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publisher.library.nodes import Mapping, Node, Scalar
from publisher.library.spelling import did_you_mean
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Laid:
    """Things by id after all libraries have been laid over one another.

    `known` also has the ids of things that could not be made out, so that one mistake is told once.
    """

    things: dict[str, Mapping] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def lay(libraries: Iterable[Sequence[Mapping]], thing: str) -> Laid:
    """Lay the files of each library over those before it; `thing` is what messages call one ("card")."""
    laid = Laid()
    for nodes in libraries:
        own = _own(nodes, thing, laid)
        laid.known.update(own)
        made = {name: _made(name, own, thing, laid) for name in own}
        laid.things.update({name: node for name, node in made.items() if node is not None})
    return laid


def merged(below: Mapping, change: Mapping) -> Mapping:
    """`below` with the fields of `change`: groups field by field, lists as a whole, and null takes away."""
    fields = dict(below.fields)
    for name, (key, value) in change.fields.items():
        before: Node | None = fields[name][1] if name in fields else None
        if name == "extends":
            continue
        if value.is_nothing:
            fields.pop(name, None)
        elif isinstance(value, Mapping) and isinstance(before, Mapping):
            fields[name] = (key, merged(before, value))
        else:
            fields[name] = (key, value)
    return Mapping(fields, change.file, change.line, change.column)


def _name(node: Mapping) -> Scalar | None:
    return node.text("id") or node.text("extends")


def _own(nodes: Sequence[Mapping], thing: str, laid: Laid) -> dict[str, Mapping]:
    """The things of one library by id. A thing without an id goes by its file, so that its shape can complain."""
    own: dict[str, Mapping] = {}
    for node in nodes:
        name = _name(node)
        if name is not None and name.text in own:
            laid.problems.append(_twice(name, own[name.text], thing))
        else:
            own[name.text if name else f"/{node.file}"] = node
    return own


def _twice(name: Scalar, first: Mapping, thing: str) -> Problem:
    at = (_name(first) or first).place
    sentence = f"another {thing} of this library is called `{name.text}` too: {at.file}, line {at.line}."
    hint = f"Give one of them an id of its own, such as `{name.text}-2`, or delete one."
    return Problem("same-id-twice", sentence, hint, name.place, len(name.text))


def _made(name: str, own: dict[str, Mapping], thing: str, laid: Laid) -> Mapping | None:
    """The thing with everything that it extends under it, or None after a problem."""
    changes = [own[name]]
    seen = [name]
    while (target := changes[-1].text("extends")) is not None:
        if target.text in own and target.text not in seen:
            changes.append(own[target.text])
            seen.append(target.text)
            continue
        below = laid.things.get(target.text) if target.text not in own or target.text == seen[-1] else None
        if below is None:
            if target.text not in laid.known or target.text in own:
                # A change without an id of its own has the name of what it changes, and is no circle.
                circle = target.text in seen and changes[-1].text("id") is not None
                laid.problems.append(_nothing_below(target, seen, circle=circle, thing=thing, laid=laid))
            return None
        changes.append(below)
        break
    made = changes.pop()
    while changes:
        made = merged(made, changes.pop())
    return made


def _nothing_below(target: Scalar, seen: list[str], *, circle: bool, thing: str, laid: Laid) -> Problem:
    if circle:
        chain = " extends ".join(f"`{name}`" for name in [*seen[seen.index(target.text) :], target.text])
        sentence = f"this goes round in a circle: {chain}."
        hint = f"Let it extend another {thing}, or delete `extends` and write all fields."
        return Problem("extends-itself", sentence, hint, target.place, len(target.text))
    hint = f"{did_you_mean(target.text, laid.known - set(seen))}`surefoot list {thing}s` shows what there is."
    sentence = f"there is no {thing} called `{target.text}` to extend."
    return Problem("extends-nothing", sentence, hint, target.place, len(target.text))
