from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import Group, Part, box, cylinder, scene
from publisher.figures.paint import painted
from publisher.figures.skeleton import Frame
from publisher.figures.tracing import camera, trace
from publisher.model.figure import View
from tests.figures.rasters import SHIRT, SHORTS, SKIN, ball, board, nothing, the_camera

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.paint import Paint
    from publisher.figures.tracing import Raster


SLEEVE = Part("shirt", "arm_l", "upper_arm")
LEFT_LEG = Part("skin", "leg_l", "shank")
BLOCK = Part("prop", "prop:block", "block")


def roles_of(raster: Raster, far: frozenset[str] = frozenset()) -> set[str]:
    return set(painted(raster, the_camera(), far)[1].roles)


def a_thing(solid: Solid) -> tuple[Raster, Paint]:
    """A thing as it is traced, and its paint."""
    view = camera(View(turn=20, height=15))
    raster = trace(scene([Group("prop", (solid,))], [], np.zeros((0, 10))), view, 300)
    return painted(raster, view, frozenset())


def test_far_limbs_take_their_darker_paint_and_near_ones_do_not() -> None:
    legs = ball(ball(nothing(), SKIN, (-0.1, 0, 0), 0.1), LEFT_LEG, (0.12, 0, 0), 0.1)

    assert roles_of(legs, frozenset({"leg_l"})) == {"skin", "skin-far"}


def test_hair_and_soles_have_no_far_paint() -> None:
    raster = nothing()
    for i, material in enumerate(("hair", "sole", "shoe")):
        raster = ball(raster, Part(material, "leg_l", material), (0.15 * i - 0.15, 0, 0), 0.07)

    assert roles_of(raster, frozenset({"leg_l"})) == {"hair", "sole", "shoe-far"}


def test_a_sleeve_that_flows_into_near_cloth_keeps_its_tone_and_one_behind_it_does_not() -> None:
    chest = board(nothing(), SHIRT, (-0.2, -0.2, 0, 0.2))
    flowing = board(chest, SLEEVE, (0, -0.06, 0.1, 0.06))
    behind = board(chest, SLEEVE, (0, -0.06, 0.1, 0.06), -0.05)
    far = frozenset({"arm_l"})

    assert "shirt-far" not in set(_seen(flowing, far))
    assert "shirt-far" in set(_seen(behind, far))


def _seen(raster: Raster, far: frozenset[str]) -> list[str]:
    _, paint = painted(raster, the_camera(), far)
    return [role for role in paint.roles if paint.where(role).any()]


def test_specks_and_pinholes_are_closed() -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2))
    raster.part[90:92, 90:92] = -1
    raster = board(raster, SHORTS, (0.1, 0.1, 0.105, 0.105), 0.01)
    mended, paint = painted(raster, the_camera(), frozenset())

    assert set(np.unique(mended.part[40:140, 40:140])) == {0}
    assert not paint.where("shorts").any()
    assert np.isfinite(mended.depth[40:140, 40:140]).all()


def test_a_real_gap_stays_open() -> None:
    raster = board(nothing(), SHIRT, (-0.2, -0.2, 0.2, 0.2))
    raster.part[80:90, 80:90] = -1
    mended, _ = painted(raster, the_camera(), frozenset())

    assert (mended.part[80:90, 80:90] == -1).all()


def test_a_block_has_a_top_a_front_and_a_side_and_its_rounded_edges_add_no_strips() -> None:
    frame = Frame(np.eye(3), np.zeros(3))
    raster, paint = a_thing(box(BLOCK, frame, (0, 0, 0), (0.15, 0.1, 0.1), 0.006))
    shares = {role: paint.where(role).mean() for role in ("prop", "prop-top", "prop-side")}

    assert min(shares.values()) > 0.03
    for role in shares:
        rows, columns = np.nonzero(paint.where(role))
        # One piece each: none of its pixels is farther from the others than a pixel.
        assert np.diff(np.unique(rows)).max(initial=1) == 1
        assert np.diff(np.unique(columns)).max(initial=1) == 1
    assert ((raster.part >= 0) == (paint.number >= 0)).all()


def test_metal_takes_a_tone_on_each_face_too() -> None:
    beam = Part("metal", "prop:bench", "beam")
    _, paint = a_thing(box(beam, Frame(np.eye(3), np.zeros(3)), (0, 0, 0), (0.15, 0.1, 0.1), 0.006))

    assert set(paint.roles) == {"metal", "metal-top", "metal-side"}


def test_a_thin_pole_is_of_one_paint() -> None:
    _, paint = a_thing(cylinder(BLOCK, (0, -0.2, 0), (0, 0.2, 0), 0.012, 0.004))

    assert paint.where("prop").sum() == (paint.number >= 0).sum()


def test_only_paints_of_things_are_drawn_with_a_ruler() -> None:
    raster = board(board(nothing(), SHIRT, (-0.2, -0.2, 0, 0.2)), BLOCK, (0, -0.2, 0.2, 0.2))
    shoes = board(raster, Part("shoe", "prop:shoes", "shoe"), (0.05, 0.05, 0.1, 0.1), 0.1)
    worn = board(shoes, Part("shoe", "leg_r", "shoe"), (-0.15, 0.05, -0.1, 0.1), 0.1)

    assert "shirt" not in painted(raster, the_camera(), frozenset())[1].crisp
    assert {"prop", "shoe"} <= painted(shoes, the_camera(), frozenset())[1].crisp
    assert "shoe" not in painted(worn, the_camera(), frozenset())[1].crisp
