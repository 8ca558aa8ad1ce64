"""The names that pose files use are those that the skeleton and the surface know."""

from __future__ import annotations

import pytest

from publisher.figures import landmarks, skeleton
from publisher.model.anatomy import JOINTS, LANDMARKS, PROP_KINDS, Touch


def test_every_landmark_that_can_be_written_lies_on_the_body() -> None:
    assert sorted(LANDMARKS) == sorted(landmarks.NAMES)


def test_every_joint_moves_bones() -> None:
    moved = {degree.joint.removesuffix("_r").removesuffix("_l") for degree in skeleton.DEGREES}

    assert moved == set(JOINTS)


@pytest.mark.parametrize("joint", JOINTS)
def test_a_joint_has_a_limit_and_a_norm_for_each_way_it_turns(joint: str) -> None:
    axes, limits, norms = JOINTS[joint]

    assert len(axes) == len(limits) == len(norms) <= 3
    assert all(low <= 0 <= high for low, high in (*limits, *norms))


@pytest.mark.parametrize("kind", PROP_KINDS)
def test_the_usual_size_of_a_prop_can_be_written(kind: str) -> None:
    prop = PROP_KINDS[kind]

    assert all(measure.least <= measure.usual <= measure.most for measure in prop.sizes)
    assert len({measure.name for measure in prop.sizes}) == len(prop.sizes) > 0


def test_what_usually_holds_a_prop_can_be_written() -> None:
    for prop in PROP_KINDS.values():
        least, most = prop.held
        assert set(prop.usual_held) <= set(LANDMARKS)
        assert not prop.usual_held or least <= len(prop.usual_held) <= most


def test_one_lies_on_the_top_of_a_bench_and_leans_on_the_face_of_a_wall() -> None:
    assert PROP_KINDS["bench"].tops
    assert PROP_KINDS["wall"].touch is Touch.FACE
    assert not PROP_KINDS["wall"].tops
