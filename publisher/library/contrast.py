"""Whether the colours of a theme can be told apart: WCAG 2.2, 1.4.3 (text) and 1.4.11 (graphics)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.colour import WHITE, Colour, contrast, legible, nearest_passing
from publisher.library.amounts import ColourOf
from publisher.library.nodes import Mapping, Node, width
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.theme import Theme

TEXT = 4.5
GRAPHICS = 3.0


class _Pair(NamedTuple):
    """A colour on a ground; the paths lead to both in the theme, and white paper inside a shape has none."""

    path: tuple[str, ...]
    colour: Colour
    name: str
    ground_path: tuple[str, ...]
    ground: Colour
    ground_name: str
    least: float = TEXT

    @property
    def ratio(self) -> float:
        """The contrast of the two, in colour or in grey, whichever is less."""
        return legible(self.colour, self.ground)

    @property
    def share(self) -> float:
        """How much of the contrast needed there is; under 1 is too little."""
        return self.ratio / self.least

    def turned(self) -> _Pair:
        """The same pair, when it is the ground that would be changed."""
        return _Pair(self.ground_path, self.ground, self.ground_name, self.path, self.colour, self.name, self.least)


def contrast_problems(theme: Theme, node: Mapping) -> Iterator[Problem]:
    """Each colour that comes too close to others, once, beside the one that asks most of it.

    Of two colours, that one is told which the author wrote, and not the one taken over from another theme.
    """
    worst: dict[tuple[str, ...], _Pair] = {}
    for pair in _pairs(theme):
        if pair.share < 1:
            told = pair.turned() if _taken_over(node, pair.path) and not _taken_over(node, pair.ground_path) else pair
            worst[told.path] = min(worst.get(told.path, told), told, key=lambda each: each.share)
    for path, pair in worst.items():
        yield _problem(pair, _at(node, path))


def _pairs(theme: Theme) -> Iterator[_Pair]:
    ink, paper, white = (("ink",), theme.ink, "ink"), (("paper",), theme.paper, "paper"), ((), WHITE, "white")
    yield _Pair(*ink, *paper)
    yield _Pair(("stop_ground",), theme.stop_ground, "stop_ground", *ink)
    yield _Pair(("wrong",), theme.wrong, "wrong", *paper)
    for group, colours in theme.groups.items():
        name = group.value
        yield _Pair(("groups", name, "tint"), colours.tint, f"{name} tint", *ink)
        yield _Pair(("groups", name, "main"), colours.main, f"{name} main", *white)
        yield _Pair(("groups", name, "main"), colours.main, f"{name} main", *paper, GRAPHICS)
    for tier, colour in theme.tiers.items():
        # The tab of a warning sign carries its number in white.
        yield _Pair(("tiers", tier.value), colour, tier.value, *white)


def brand_problems(node: Mapping) -> Iterator[Problem]:
    """Colours of a house that cannot be read on paper, or under white words."""
    for name in node.fields:
        found = ColourOf().read(node.fields[name][1])
        pair = _Pair((name,), found, name, (), WHITE, "white")
        if pair.share < 1:
            yield _problem(pair, _at(node, pair.path))


def _problem(pair: _Pair, node: Node) -> Problem:
    shade = nearest_passing(pair.colour, pair.ground, pair.least)
    # Rounded down, so that 4.46 is not told as 4.5.
    figure = int(pair.ratio * 10) / 10
    in_grey = " in grey" if pair.ratio < contrast(pair.colour, pair.ground) else ""
    what = "Text" if pair.least == TEXT else "A line or shape"
    sentence = (
        f"`{pair.name}` ({pair.colour.hex}) and `{pair.ground_name}` ({pair.ground.hex}) have a contrast of "
        f"{figure:g} to 1{in_grey}. {what} needs {pair.least:g} to 1."
    )
    passes = int(legible(shade, pair.ground) * 10) / 10
    hint = f'The nearest shade that passes is "{shade.hex}" ({passes:g} to 1).'
    return Problem("low-contrast", sentence, hint, node.place, width(node))


def _taken_over(node: Mapping, path: tuple[str, ...]) -> bool:
    """Whether a colour comes from a theme that this one extends; white, which has no path, is no author's either."""
    return not path or _at(node, path).file != node.file


def _at(node: Node, path: tuple[str, ...]) -> Node:
    for name in path:
        if isinstance(node, Mapping):
            node = node.fields[name][1]
    return node
