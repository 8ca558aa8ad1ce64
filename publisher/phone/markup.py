"""HTML as values. Every text is escaped here and nowhere else: what is not `Markup` is text, whatever it looks like.

Addresses are those of our own files, places in a page, telephone numbers, and pictures that travel in the page;
anything else is a mistake of ours and raises. So are handlers and styles in attributes, which the pages' own rules for
content would refuse.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Elements that hold nothing.
VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})
_NAME = re.compile(r"[a-z][a-z0-9]*\Z|[a-z]+[A-Z][a-zA-Z]*\Z")
_ADDRESS = re.compile(
    r"(#[a-z0-9-]+|tel:[0-9]+|((pictures|moving)/)?[a-z0-9][a-z0-9.-]*\.[a-z]+(#[a-z0-9-]+)?"
    r"|data:image/jpeg;base64,[A-Za-z0-9+/]+=*)\Z"
)
_KEPT = re.compile(r"(?<=[0-9]) (?=(?:s|min|kg)\b)|(?<=\S) (?=\w\Z)")
_NEVER = re.compile(r"on|style\Z|srcdoc\Z", re.IGNORECASE)
_IN_SCRIPT = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child: TypeAlias = "str | Iterable[Child] | None"
Data: TypeAlias = "str | int | float | bool | Sequence[Data] | Mapping[str, Data] | None"
Attribute: TypeAlias = "str | int | float | bool | None"


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """One element. Underscores in names of attributes are dashes; None and False leave an attribute out."""
    if not _NAME.match(name):
        raise ValueError(f"no element is called {name!r}")
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opened if name in VOID else f"{opened}{joined(children)}</{name}>")


def joined(child: Child) -> Markup:
    """Markup as it is, text escaped, rows of them one after another, nothing for None."""
    if child is None:
        return Markup()
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return Markup(escape(child, quote=False))
    return Markup("".join(joined(one) for one in child))


def data(name: str, value: Data) -> Markup:
    """What a script reads: a block of JSON, which no browser runs and no text can end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = "".join(_IN_SCRIPT.get(character, character) for character in text)
    return Markup(f'<script type="application/json" id="{escape(name)}">{text}</script>')


def unbroken(text: str) -> str:
    """The text with spaces that no line ends at: between a number and its unit, and before a last letter alone."""
    return _KEPT.sub("\N{NO-BREAK SPACE}", text)


def as_attribute(value: Data) -> str:
    """JSON for an attribute, short."""
    return json.dumps(value, separators=(",", ":"))


def inline(name: str, text: str) -> Markup:
    """A style or script of our own, written into the page."""
    if name not in {"style", "script"} or f"</{name}" in text.lower() or "<!--" in text:
        raise ValueError(f"this cannot stand in <{name}>")
    return Markup(f"<{name}>{text}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if _NEVER.match(name):
        raise ValueError(f"no page of ours has an attribute {name!r}")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    text = str(value)
    if name in {"href", "src", "action"} and not _ADDRESS.match(text):
        raise ValueError(f"no page of ours leads to {text!r}")
    return f' {name}="{escape(text)}"'
