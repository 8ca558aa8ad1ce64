"""How much of a limb is seen, and from where more of it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from publisher.figures.sight import FAR, LIMBS, NEAR, better_view, seen
from publisher.figures.staging import stage
from publisher.library import read_library
from publisher.model.figure import View

if TYPE_CHECKING:
    from publisher.figures.staging import Staged
    from publisher.model.library import Library


@cache
def the_library() -> Library:
    return read_library()


@cache
def stands(turn: float) -> Staged:
    """Somebody who stands, seen from so far round."""
    figure = replace(the_library().figures["standing"], view=View(turn, 0))
    return stage(figure, the_library().people["kofi"])["stand"]


def shares(turn: float) -> dict[str, float]:
    return {each.limb: each.share for each in seen(stands(turn))}


def test_from_the_front_all_limbs_are_seen() -> None:
    assert set(shares(90)) == set(LIMBS)
    assert min(shares(90).values()) > 0.8


def test_from_the_side_the_far_arm_is_hidden_and_the_near_one_is_not() -> None:
    assert shares(0)["arm_r"] > 0.9
    assert shares(0)["arm_l"] < 0.1


def test_less_is_asked_of_a_limb_behind_its_twin() -> None:
    least = {each.limb: each.least for each in seen(stands(20))}

    assert (least["arm_r"], least["arm_l"]) == (NEAR, FAR)


def test_a_view_is_proposed_that_shows_more() -> None:
    found = better_view([stands(0)], "arm_l")

    assert found is not None
    view, share = found
    assert share >= FAR
    assert share == pytest.approx(shares(view.turn)["arm_l"], abs=0.02)


def test_where_all_is_seen_no_other_view_is_better() -> None:
    assert better_view([stands(90)], "arm_l") is None
