from dataclasses import replace

import numpy as np

from publisher.figures.staging import behind, hand_shapes, seen, stage
from publisher.library import read_library
from publisher.model.figure import Hand, View

LIBRARY = read_library()
PERSON = LIBRARY.people["kofi"]


def standing(turn):
    return stage(replace(LIBRARY.figures["standing"], view=View(turn, 4)), PERSON)["stand"]


def test_limbs_on_the_far_side_lie_behind() -> None:
    assert behind(standing(0)) == {"leg_l", "arm_l"}
    assert behind(standing(180)) == {"leg_r", "arm_r"}


def test_from_the_front_no_limb_lies_behind_its_twin() -> None:
    assert behind(standing(90)) == frozenset()


def test_a_hand_whose_palm_touches_is_flat_unless_the_file_says_otherwise() -> None:
    pose = LIBRARY.figures["bird-dog"].poses["reach"]

    assert hand_shapes(pose._replace(hands={}))["l"] is Hand.FLAT
    assert hand_shapes(pose._replace(hands={"l": Hand.FIST}))["l"] is Hand.FIST
    assert hand_shapes(LIBRARY.figures["standing"].poses["stand"])["l"] is Hand.RELAXED


def test_things_alone_are_shown_without_a_person() -> None:
    staged = stage(LIBRARY.figures["water-and-salts"], PERSON)["still"]

    raster = seen(staged, 100)

    assert {part.limb.partition(":")[0] for part in raster.parts} == {"prop"}


def test_props_are_in_the_same_depth_map_as_the_body() -> None:
    staged = stage(LIBRARY.figures["hip-thrust"], PERSON)["lift"]

    raster = seen(staged, 200)
    limbs = np.array([part.limb for part in raster.parts])[raster.part[raster.part >= 0]]

    assert (limbs == "trunk").any()
    assert (np.char.startswith(limbs, "prop:")).any()
