"""A drawing as SVG: for the web, for an editor of pictures, and for looking at. Words stay words.

SVG 1.1 holds all that a drawing has. One unit is one millimetre; title and description come first, where screen
readers look for them (SVG Accessibility API Mappings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from publisher.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.colour import Colour
    from publisher.drawing import Drawing, Mark, Path

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" role="img" aria-labelledby="title description"'
    ' width="{width}mm" height="{height}mm" viewBox="{x} {y} {width} {height}">'
)
_FONT = "Atkinson Hyperlegible, Helvetica, Arial, sans-serif"


class Label(NamedTuple):
    """Words in a drawing: where their baseline starts, how high the letters are cast (millimetres), and in what."""

    text: str
    at: Point
    size: float
    colour: Colour
    bold: bool = False


def svg(drawing: Drawing, title: str, description: str, labels: Sequence[Label] = (), air: float = 0.0) -> str:
    """The text of an SVG file, `air` millimetres of white round the box of the drawing."""
    box = drawing.box.inset(-air)
    clips = {mark.clip: f"clip{number}" for number, mark in enumerate(drawing.marks) if mark.clip is not None}
    lines = [
        _HEAD.format(**{name: _number(value) for name, value in zip(Box._fields, box, strict=True)}),
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        *(f'<clipPath id="{name}"><path d="{path_data(path)}"/></clipPath>' for path, name in clips.items()),
        *(_mark(mark, clips) for mark in drawing.marks),
        *(_label(label) for label in labels),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def path_data(path: Path) -> str:
    """The `d` of a path, to a hundredth of a millimetre."""
    return "".join(verb + " ".join(map(_number, numbers)) for verb, numbers in path.segments)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(value) < 0.005 else "-0")


def _mark(mark: Mark, clips: dict[Path, str]) -> str:
    return f'<path d="{path_data(mark.path)}" {" ".join(_looks(mark, clips))}/>'


def _looks(mark: Mark, clips: dict[Path, str]) -> Iterator[str]:
    yield f'fill="{mark.fill.hex if mark.fill is not None else "none"}"'
    if mark.even_odd:
        yield 'fill-rule="evenodd"'
    if mark.stroke is not None:
        stroke = mark.stroke
        yield f'stroke="{stroke.colour.hex}" stroke-width="{_number(stroke.width)}"'
        yield f'stroke-linecap="{stroke.cap}" stroke-linejoin="round"'
        if stroke.dash:
            yield f'stroke-dasharray="{" ".join(map(_number, stroke.dash))}"'
    if mark.clip is not None:
        yield f'clip-path="url(#{clips[mark.clip]})"'


def _label(label: Label) -> str:
    weight = ' font-weight="bold"' if label.bold else ""
    place = f'x="{_number(label.at.x)}" y="{_number(label.at.y)}" font-size="{_number(label.size)}"'
    words = escape(label.text)
    return f'<text {place} font-family={quoteattr(_FONT)}{weight} fill="{label.colour.hex}">{words}</text>'
