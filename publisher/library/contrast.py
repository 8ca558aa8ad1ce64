"""Whether the colours of a theme can be told apart: WCAG 2.2, 1.4.3 (text) and 1.4.11 (graphics)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.colour import WHITE, Colour, contrast, nearest_passing
from publisher.library.nodes import Mapping, Node, width
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.theme import Theme

TEXT = 4.5
GRAPHICS = 3.0


class _Pair(NamedTuple):
    """A colour on a ground; `path` leads to the colour that would be changed."""

    path: tuple[str, ...]
    colour: Colour
    name: str
    ground: Colour
    ground_name: str
    least: float = TEXT


def contrast_problems(theme: Theme, node: Mapping) -> Iterator[Problem]:
    """Every pair of colours that is too close, at the place of the colour to change."""
    for pair in _pairs(theme):
        ratio = contrast(pair.colour, pair.ground)
        if ratio < pair.least:
            yield _problem(pair, ratio, _at(node, pair.path))


def _pairs(theme: Theme) -> Iterator[_Pair]:
    yield _Pair(("ink",), theme.ink, "ink", theme.paper, "paper")
    yield _Pair(("stop_ground",), theme.stop_ground, "stop_ground", theme.ink, "ink")
    yield _Pair(("wrong",), theme.wrong, "wrong", theme.paper, "paper")
    for group, colours in theme.groups.items():
        name = group.value
        yield _Pair(("groups", name, "tint"), colours.tint, f"{name} tint", theme.ink, "ink")
        yield _Pair(("groups", name, "main"), colours.main, f"{name} main", WHITE, "white")
        yield _Pair(("groups", name, "main"), colours.main, f"{name} main", theme.paper, "paper", GRAPHICS)
    for tier, colour in theme.tiers.items():
        # The tab of a warning sign carries its number in white.
        yield _Pair(("tiers", tier.value), colour, tier.value, WHITE, "white")


def _problem(pair: _Pair, ratio: float, node: Node) -> Problem:
    shade = nearest_passing(pair.colour, pair.ground, pair.least)
    # Rounded down, so that 4.46 is not told as 4.5.
    figure = int(ratio * 10) / 10
    what = "Text" if pair.least == TEXT else "A line or shape"
    sentence = (
        f"`{pair.name}` ({pair.colour.hex}) and `{pair.ground_name}` ({pair.ground.hex}) have a contrast of "
        f"{figure:g} to 1. {what} needs {pair.least:g} to 1."
    )
    passes = int(contrast(shade, pair.ground) * 10) / 10
    hint = f'The nearest shade that passes is "{shade.hex}" ({passes:g} to 1).'
    return Problem("low-contrast", sentence, hint, node.place, width(node))


def _at(node: Node, path: tuple[str, ...]) -> Node:
    for name in path:
        if isinstance(node, Mapping):
            node = node.fields[name][1]
    return node
