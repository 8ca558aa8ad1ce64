"""Cracks strung together to lines: one graph, walked straight through its crossings.

A walk goes on where another line ends at its side, so that the outline of an arm that crosses the chest is one line.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from publisher.figures.edges import Cracks
    from publisher.figures.skeleton import Array

LEAST = 0.10  # a crack that bears less bears no line
LOOK_BACK = 8  # steps that tell the direction of a line at a crossing
PRUNINGS = 3
SAME_LIMB = 0.15  # how much rather a line goes on along the same limb, beside the cosine of its turn
STRAIGHT_ON = math.cos(math.radians(52))


class Chain(NamedTuple):
    """A walk along cracks: corners of pixels (n, 2) as row and column, weight and owner of each step.

    `free` tells for each end whether it is free or runs into another line.
    """

    nodes: NDArray[np.int64]
    weights: Array
    owners: NDArray[np.int64]
    free: tuple[bool, bool]

    @property
    def closed(self) -> bool:
        """Whether it comes back to its start."""
        return len(self.nodes) > 2 and bool((self.nodes[0] == self.nodes[-1]).all())

    def backwards(self) -> Chain:
        """The same walk from its other end."""
        return Chain(self.nodes[::-1], self.weights[::-1], self.owners[::-1], self.free[::-1])


class Link(NamedTuple):
    """A crack as a step of the graph: its two nodes, weight, owner."""

    a: int
    b: int
    weight: float
    owner: int


class Owner(NamedTuple):
    """What the walks must know of a part.

    Lines of one family go on into one another, best on the same limb; splinters with fewer steps than `shortest` are no
    lines.
    """

    family: int
    limb: str
    shortest: float


def chains(found: Cracks, owners: Sequence[Owner]) -> list[Chain]:
    """The graph of all cracks that bear a line, as walks that go straight on where lines cross."""
    width = found.across.shape[1] + 1
    links = list(_links(found, width))
    at = _meets(links)
    walks = _walks(links, at)
    for _ in range(PRUNINGS):
        spurs = {i for walk in walks if _is_spur(walk, links, at, owners) for i in walk.links}
        if not spurs:
            break
        links = [link for i, link in enumerate(links) if i not in spurs]
        at = _meets(links)
        walks = _walks(links, at)
    joined = _joined(walks, _ends(walks, links, at, owners, width))
    return [_chain(walk, links, at, width) for walk in joined]


def _links(found: Cracks, width: int) -> Iterator[Link]:
    for r, c in np.argwhere(found.across > LEAST).tolist():
        node = r * width + c + 1
        yield Link(node, node + width, float(found.across[r, c]), int(found.across_owner[r, c]))
    for r, c in np.argwhere(found.down > LEAST).tolist():
        node = (r + 1) * width + c
        yield Link(node, node + 1, float(found.down[r, c]), int(found.down_owner[r, c]))


def _meets(links: list[Link]) -> dict[int, list[int]]:
    """The links that meet at each node."""
    at: dict[int, list[int]] = {}
    for i, link in enumerate(links):
        at.setdefault(link.a, []).append(i)
        at.setdefault(link.b, []).append(i)
    return at


def _is_spur(walk: Walk, links: list[Link], at: dict[int, list[int]], owners: Sequence[Owner]) -> bool:
    """Whether a walk is a splinter: short, with an end that leads nowhere."""
    if 1 not in (len(at[walk.nodes[0]]), len(at[walk.nodes[-1]])):
        return False
    return len(walk.links) < owners[links[walk.links[len(walk.links) // 2]].owner].shortest


class Walk(NamedTuple):
    """Nodes in order, and the links between them."""

    nodes: list[int]
    links: list[int]


def _walks(links: list[Link], at: dict[int, list[int]]) -> list[Walk]:
    """All walks between ends and crossings, then the loops that have neither."""
    done = bytearray(len(links))
    ends = [node for node, meets in at.items() if len(meets) != 2]
    starts = ((node, first) for node in [*ends, *at] for first in at[node])
    return [_walk(node, first, links, at, done) for node, first in starts if not done[first]]


def _walk(node: int, first: int, links: list[Link], at: dict[int, list[int]], done: bytearray) -> Walk:
    nodes, taken = [node], []
    link = first
    while not done[link]:
        done[link] = 1
        taken.append(link)
        node = links[link].b if links[link].a == node else links[link].a
        nodes.append(node)
        meets = at[node]
        if len(meets) != 2:
            break
        link = meets[0] if meets[1] == link else meets[1]
    return Walk(nodes, taken)


class End(NamedTuple):
    """An end of a walk at a crossing: which walk, which end, its direction, and what it is an edge of."""

    walk: int
    end: int
    way: tuple[float, float]
    owner: Owner


def _ends(
    walks: list[Walk], links: list[Link], at: dict[int, list[int]], owners: Sequence[Owner], width: int
) -> dict[int, list[End]]:
    """All ends that meet others, by node."""
    found: dict[int, list[End]] = {}
    for i, walk in enumerate(walks):
        for end, node in ((0, walk.nodes[0]), (1, walk.nodes[-1])):
            if len(at[node]) > 2:
                owner = owners[links[walk.links[-end]].owner]
                found.setdefault(node, []).append(End(i, end, _way(walk, end, width), owner))
    return found


def _joined(walks: list[Walk], ends: dict[int, list[End]]) -> list[Walk]:
    """Walks that meet at a crossing and go on straight, as one."""
    partner: dict[tuple[int, int], tuple[int, int]] = {}
    for meeting in ends.values():
        for one, other in _straightest(meeting):
            partner[one], partner[other] = other, one
    return _strung(walks, partner)


def _straightest(meeting: list[End]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of ends at one crossing, the straightest first."""
    pairs = []
    for i, a in enumerate(meeting):
        for b in meeting[i + 1 :]:
            straight = -(a.way[0] * b.way[0] + a.way[1] * b.way[1])
            if straight > STRAIGHT_ON and a.walk != b.walk and a.owner.family == b.owner.family:
                pairs.append((straight + SAME_LIMB * (a.owner.limb == b.owner.limb), a[:2], b[:2]))
    taken: set[tuple[int, int]] = set()
    for _, one, other in sorted(pairs, reverse=True):
        if not {one, other} & taken:
            taken |= {one, other}
            yield one, other


def _way(walk: Walk, end: int, width: int) -> tuple[float, float]:
    """Direction in which a walk leaves its end."""
    nodes = walk.nodes if end == 0 else walk.nodes[::-1]
    a, b = nodes[0], nodes[min(LOOK_BACK, len(nodes) - 1)]
    down, right = b // width - a // width, b % width - a % width
    long = math.hypot(down, right) or 1.0
    return down / long, right / long


def _strung(walks: list[Walk], partner: dict[tuple[int, int], tuple[int, int]]) -> list[Walk]:
    """Walks strung together along their partners."""
    done: set[int] = set()
    out = []
    starts = [(i, end) for i in range(len(walks)) for end in (0, 1) if (i, end) not in partner]
    for start in [*starts, *((i, 0) for i in range(len(walks)))]:
        nodes: list[int] = []
        taken: list[int] = []
        here: tuple[int, int] | None = start
        while here is not None and here[0] not in done:
            i, end = here
            done.add(i)
            walk = walks[i]
            nodes += (walk.nodes if end == 0 else walk.nodes[::-1])[1 if nodes else 0 :]
            taken += walk.links if end == 0 else walk.links[::-1]
            here = partner.get((i, 1 - end))
        if taken:
            out.append(Walk(nodes, taken))
    return out


def _chain(walk: Walk, links: list[Link], at: dict[int, list[int]], width: int) -> Chain:
    nodes = np.array(walk.nodes)
    weights = np.array([links[i].weight for i in walk.links])
    owners = np.array([links[i].owner for i in walk.links])
    free = (len(at[walk.nodes[0]]) == 1, len(at[walk.nodes[-1]]) == 1)
    return Chain(np.column_stack((nodes // width, nodes % width)), weights, owners, free)
