from __future__ import annotations

from publisher.figures.edges import owners, part_table
from publisher.figures.field import Part
from tests.figures.rasters import SHIRT, SKIN, ball, board, nothing

MAT, CHAIR = Part("mat", "prop:mat", "mat"), Part("metal", "prop:chair", "leg")


def test_bodies_things_and_mats_are_families_of_their_own() -> None:
    raster = nothing()
    for part in (SHIRT, SKIN, CHAIR, MAT):
        raster = board(raster, part, (-0.1, -0.1, 0.1, 0.1))

    families = [owner.family for owner in owners(raster)]

    assert families[0] == families[1]
    assert len(set(families)) == 3


def test_splinters_may_be_shorter_on_hands_and_longer_with_more_pixels() -> None:
    hand = Part("skin", "arm_r", "palm")
    few = owners(ball(ball(nothing(), SKIN, (0, 0, 0), 0.1), hand, (0, 0, 0.1), 0.1))
    more = owners(ball(nothing()._replace(pixels=600), SKIN, (0, 0, 0), 0.1))

    assert few[1].shortest < few[0].shortest < more[0].shortest


def test_a_row_for_each_part_and_a_number_for_each_limb() -> None:
    table = part_table((SHIRT, SKIN, Part("skin", "leg_r", "thigh")))

    assert len(table) == 3
    assert table[1, 2] == table[2, 2] != table[0, 2]
