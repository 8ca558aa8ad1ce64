"""How a shape of an SVG is painted: attributes and declarations, by a list, and what they pass on to those inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from publisher.colour import BLACK, WHITE, Colour, parse
from publisher.vectors import numbers
from publisher.vectors.complaints import NotTakenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Word = TypeVar("Word")
# The sixteen names of CSS 1; others a program for drawing does not write.
NAMED = {
    "black": BLACK,
    "silver": Colour(192, 192, 192),
    "gray": Colour(128, 128, 128),
    "grey": Colour(128, 128, 128),
    "white": WHITE,
    "maroon": Colour(128, 0, 0),
    "red": Colour(255, 0, 0),
    "purple": Colour(128, 0, 128),
    "fuchsia": Colour(255, 0, 255),
    "green": Colour(0, 128, 0),
    "lime": Colour(0, 255, 0),
    "olive": Colour(128, 128, 0),
    "yellow": Colour(255, 255, 0),
    "navy": Colour(0, 0, 128),
    "blue": Colour(0, 0, 255),
    "teal": Colour(0, 128, 128),
    "aqua": Colour(0, 255, 255),
}
_SHORT_HEX = re.compile(r"#[0-9A-Fa-f]{3}", re.ASCII)
_RGB = re.compile(r"rgb\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*\)", re.ASCII)
# Said of letters, of editors or of screens; nothing that is painted hangs on it.
_SILENT = re.compile(
    r"-inkscape-[a-z-]+|font(-[a-z-]+)?|text-[a-z-]+|line-height|letter-spacing|word-spacing|writing-mode|direction|"
    r"color|color-rendering|shape-rendering|image-rendering|enable-background|solid-[a-z]+|stop-[a-z]+|flood-[a-z]+|"
    r"lighting-color|baseline-shift|white-space|shape-[a-z]+|inline-size|isolation|clip-rule|stroke-miterlimit|"
    r"overflow|color-interpolation(-filters)?|dominant-baseline|pointer-events|cursor",
    re.ASCII,
)
# What changes how things look, and the only value that does not.
_ONLY = {
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill", "markers fill stroke", "fill markers stroke"),
    "vector-effect": ("none",),
    "clip": ("auto",),
    "stroke-dashoffset": ("0", "0px"),
}


class Looks(NamedTuple):
    """What is in force. Lengths in units of the file."""

    fill: Colour | None = BLACK
    stroke: Colour | None = None
    width: float = 1.0
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    shown: bool = True

    def under(self, attributes: Mapping[str, str]) -> Looks:
        """What is in force inside an element with these attributes; its `style` counts for more than the rest."""
        looks = self
        for name, value in (*_presentation(attributes), *_declared(attributes.get("style", ""))):
            looks = looks._with(name, value)
        return looks

    def _with(self, name: str, value: str) -> Looks:
        if value == "inherit" or _SILENT.fullmatch(name):
            return self
        if name in _READ:
            return _READ[name](self, value)
        if name in _UNSEEN:
            return self._opaque(name, value)
        if name in {"display", "visibility"}:
            return self._replace(shown=self.shown and value not in {"none", "hidden", "collapse"})
        # What is allowed only where it changes nothing.
        if value in _ONLY.get(name, ()):
            return self
        named = f"`{name[:30]}`" if name.isascii() else "one property"
        raise NotTakenError(f"{named} of a shape is not taken from an SVG.")

    def _opaque(self, name: str, value: str) -> Looks:
        share = numbers.length(value)
        if share >= 1:
            return self
        if share <= 0:
            return _UNSEEN[name](self)
        sentence = f"`{name}` lets a shape shine through; a page for print does without that."
        raise NotTakenError(sentence, "Give the shape the lighter colour itself, or give the logo as PNG.")


def is_silent(name: str) -> bool:
    """Whether nothing that is painted hangs on the property."""
    return _SILENT.fullmatch(name) is not None


def _presentation(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if name in PRESENTATION:
            yield name, value.strip()


def _declared(style: str) -> Iterator[tuple[str, str]]:
    """The declarations of a `style` attribute. One with brackets, signs or escapes of a sheet fails as a value."""
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()
        elif declaration.strip():
            raise NotTakenError("a `style` is not made of `name: value;`.")


def _paint(value: str) -> Colour | None:
    """A plain colour, or none."""
    low = value.lower()
    if low in {"none", "transparent"}:
        return None
    if _SHORT_HEX.fullmatch(low):
        low = "#" + "".join(2 * digit for digit in low[1:])
    rgb = _RGB.fullmatch(low)
    # What takes the colour of the text round it takes that of print.
    found = BLACK if low == "currentcolor" else parse(low) or NAMED.get(low)
    if rgb:
        found = Colour(*(min(255, int(part)) for part in rgb.groups()))
    if found is None:
        what = "a gradient or a pattern" if low.startswith("url") else "a colour that is not #RRGGBB"
        raise NotTakenError(f"a shape is painted with {what}.", "Use plain colours, or give the logo as PNG.")
    return found


def _word(words: Mapping[str, Word], value: str) -> Word:
    if value not in words:
        raise NotTakenError(f"a line is told by something else than {' or '.join(words)}.")
    return words[value]


def _dashes(value: str) -> tuple[float, ...]:
    if value == "none":
        return ()
    found = numbers.all_of(value)
    if any(dash < 0 for dash in found) or len(found) > 16:
        raise NotTakenError("a dashed line is not told by a few lengths.")
    # An odd list is said twice (SVG 1.1, 11.4).
    found = found * 2 if len(found) % 2 else found
    return tuple(found) if sum(found) > 0 else ()


_CAPS: dict[str, Literal["butt", "round", "square"]] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: dict[str, Literal["miter", "round", "bevel"]] = {"miter": "miter", "round": "round", "bevel": "bevel"}
_RULES = {"nonzero": False, "evenodd": True}
# Each property that is read, and each that takes something away when it is nought.
_READ: dict[str, Callable[[Looks, str], Looks]] = {
    "fill": lambda looks, value: looks._replace(fill=_paint(value)),
    "stroke": lambda looks, value: looks._replace(stroke=_paint(value)),
    "stroke-width": lambda looks, value: looks._replace(width=abs(numbers.length(value))),
    "stroke-linecap": lambda looks, value: looks._replace(cap=_word(_CAPS, value)),
    "stroke-linejoin": lambda looks, value: looks._replace(join=_word(_JOINS, value)),
    "stroke-dasharray": lambda looks, value: looks._replace(dash=_dashes(value)),
    "fill-rule": lambda looks, value: looks._replace(even_odd=_word(_RULES, value)),
}
_UNSEEN: dict[str, Callable[[Looks], Looks]] = {
    "opacity": lambda looks: looks._replace(shown=False),
    "fill-opacity": lambda looks: looks._replace(fill=None),
    "stroke-opacity": lambda looks: looks._replace(stroke=None),
}
PRESENTATION = frozenset({*_READ, *_ONLY, *_UNSEEN, "display", "visibility"})
