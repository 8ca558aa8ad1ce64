"""Walks through graphs drawn by hand: rows of pixels, a letter for each material; borders bear lines."""

from __future__ import annotations

import numpy as np

from publisher.figures.chains import Owner, chains
from publisher.figures.edges import Cracks

LONG = Owner(0, "trunk", 0)


def cracks_of(picture: str) -> tuple[Cracks, str]:
    """Every border between two letters bears a line of the letter that comes later in the alphabet; "." is nothing."""
    rows = [list(row.strip()) for row in picture.strip().splitlines()]
    letters = "." + "".join(sorted({c for row in rows for c in row if c != "."}))
    number = np.array([[letters.index(c) for c in row] for row in rows])
    across, down = np.zeros(number.shape), np.zeros(number.shape)
    across_owner, down_owner = np.full(number.shape, -1), np.full(number.shape, -1)
    across[:, :-1] = number[:, 1:] != number[:, :-1]
    down[:-1] = number[1:] != number[:-1]
    across_owner[:, :-1] = np.maximum(number[:, 1:], number[:, :-1]) - 1
    down_owner[:-1] = np.maximum(number[1:], number[:-1]) - 1
    return Cracks(across, across_owner, down, down_owner), letters[1:]


def blown_up(picture: str, by: int = 8) -> str:
    """The same picture with each letter as a square of letters."""
    rows = [row.strip() for row in picture.strip().splitlines()]
    return "\n".join("".join(c * by for c in row) for row in rows for _ in range(by))


def steps(found) -> int:
    return sum(len(chain.weights) for chain in found)


def test_a_square_is_one_closed_walk() -> None:
    found, _ = cracks_of(blown_up("...\n.a.\n..."))
    (chain,) = chains(found, [LONG])

    assert chain.closed
    assert len(chain.weights) == 32
    assert not any(chain.free)


def test_every_border_is_walked_once() -> None:
    found, letters = cracks_of(blown_up("......\n.aabb.\n.acdb.\n......"))

    assert steps(chains(found, [LONG] * len(letters))) == (found.across > 0).sum() + (found.down > 0).sum()


def test_a_line_that_is_crossed_goes_on_straight() -> None:
    # The edge of b runs from the left rim to the right one; what lies under it ends there.
    found, letters = cracks_of(blown_up("......\n..aa..\nbbbbbb\nbbbbbb\n......"))
    longest = max(chains(found, [LONG] * len(letters)), key=lambda chain: len(chain.weights))

    assert {found.down_owner[15, 20], found.down_owner[15, 2]} == {letters.index("b")}
    assert len(set(longest.nodes[:, 0].tolist()) & {16}) == 1
    assert (longest.nodes[:, 0] == 16).sum() == 49


def test_a_line_does_not_go_on_from_a_body_into_a_thing() -> None:
    found, _letters = cracks_of(blown_up("......\naaabbb\naaabbb\n......"))
    one = chains(found, [LONG, LONG])
    two = chains(found, [LONG, Owner(1, "prop:chair", 0)])

    assert max(len(set(chain.owners.tolist())) for chain in one) == 2
    assert max(len(set(chain.owners.tolist())) for chain in two) == 1
    assert steps(one) == steps(two)


def test_an_end_that_leads_nowhere_is_free_and_a_short_one_is_no_line() -> None:
    found, letters = cracks_of(blown_up("....\n.aa.\n....", by=20))
    found.down[30, 20:26] = 1  # a splinter that grows from the rim into a
    found.down_owner[30, 20:26] = 0

    kept, pruned = chains(found, [LONG]), chains(found, [Owner(0, "trunk", 10)])

    assert letters == "a"
    assert [any(chain.free) for chain in kept].count(True) == 1
    assert steps(kept) - steps(pruned) == 6
    assert pruned[0].closed


def test_a_walk_from_its_other_end_is_the_same_walk() -> None:
    found, _ = cracks_of(blown_up("....\n.aa.\n...."))
    (chain,) = chains(found, [LONG])

    assert chain.backwards().backwards().nodes.tolist() == chain.nodes.tolist()
    assert chain.backwards().nodes[0].tolist() == chain.nodes[-1].tolist()
