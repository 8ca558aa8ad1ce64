"""A person in a pose with everything that stands about, as one scene; and which of its limbs lie behind."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures import body
from publisher.figures.blades import blade
from publisher.figures.clothing import dressed
from publisher.figures.field import scene, spine_line
from publisher.figures.hair import hair
from publisher.figures.hands import hand
from publisher.figures.heads import head
from publisher.figures.posing import stances
from publisher.figures.props import Body, props
from publisher.figures.shoes import shoe
from publisher.figures.skeleton import WHERE
from publisher.figures.tracing import PIXELS, camera, trace
from publisher.model.anatomy import SIDES
from publisher.model.figure import Hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.field import Group, Scene
    from publisher.figures.posing import Stance
    from publisher.figures.skeleton import Array, Skeleton
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Figure, Person, Pose

# Hair stays this far above the floor, where a mat may lie.
ON_A_MAT = 0.008
# A limb lies behind its twin when their roots are this far apart in depth, H; arms sit wider than legs.
BEHIND = {"leg": 0.045, "arm": 0.07}


class Staged(NamedTuple):
    """One pose, ready to be looked at."""

    figure: Figure
    person: Person
    stance: Stance
    scene: Scene
    camera: Camera

    @property
    def skeleton(self) -> Skeleton:
        """The bones."""
        return self.stance.skeleton


def stage(figure: Figure, person: Person) -> dict[str, Staged]:
    """All poses of a figure with a person, solved and clothed."""
    view = camera(figure.view, figure.slope)
    found: dict[str, Staged] = {}
    for name, stance in stances(figure, person.build).items():
        groups, spine = _groups(person, stance, _gravity(figure.slope))
        profiles = body.profiles(person.build)
        things = props(figure, stance.pose, Body(stance.skeleton, person.build, tuple(groups), profiles, spine))
        shown = [*groups, *things] if figure.people else things
        found[name] = Staged(figure, person, stance, scene(shown, profiles, spine), view)
    return found


def seen(staged: Staged, pixels: float = PIXELS) -> Raster:
    """What the camera sees of it."""
    raster = trace(staged.scene, staged.camera, pixels)
    if not staged.figure.people:
        return raster
    return dressed(raster, staged.scene, staged.camera, staged.skeleton)


def _gravity(slope: float) -> Array:
    """Where things fall in a pose that is written as if its slope were level (degrees down to the right)."""
    return np.array((math.sin(math.radians(slope)), -math.cos(math.radians(slope)), 0.0))


def _groups(person: Person, stance: Stance, down: Array) -> tuple[list[Group], Array]:
    bones, angles = stance.skeleton, stance.state.angles
    spine = spine_line(bones.spine, bones.spine_turn, bones.spine_arc)
    bends = {side: float(angles[WHERE[f"hip_{side}", 0]]) for side in SIDES}
    groups = list(body.trunk(bones, spine, person, bends))
    shapes = hand_shapes(stance.pose)
    for side in SIDES:
        groups += [
            body.leg(bones, side, person, float(angles[WHERE[f"knee_{side}", 0]])),
            body.arm(bones, side, person),
            hand(bones.bones[f"hand_{side}"], side, shapes[side]),
            *_shod(bones, side, person),
        ]
    groups += head(bones.bones["head"], person)
    groups += hair(bones.bones["head"], person, down, bones.bones["thorax"], ON_A_MAT)
    return groups, spine


def _shod(bones: Skeleton, side: str, person: Person) -> tuple[Group, ...]:
    """A shoe, or the blade that stands in for the lower leg."""
    shank, foot, toes = (bones.bones[f"{bone}_{side}"] for bone in ("shank", "foot", "toes"))
    if person.blade == side:
        return blade(shank, foot, toes, side, person.build.legs)
    return shoe(foot, toes, side, person)


def hand_shapes(pose: Pose) -> Mapping[str, Hand]:
    """The shape of each hand: as written, else flat where its palm touches, else relaxed."""
    flat = {contact.part[-1] for contact in pose.contacts if contact.part.startswith(("palm", "fingers"))}
    return {side: pose.hands.get(side, Hand.FLAT if side in flat else Hand.RELAXED) for side in SIDES}


def behind(staged: Staged) -> frozenset[str]:
    """The limbs that lie behind their twins as seen from the camera, such as "leg_l": those of the far hip or shoulder.

    The root decides and not the hand or foot, so that a limb keeps its tone from frame to frame however it is moved.
    """
    toward, bones = staged.camera.axes[2], staged.skeleton.bones
    found: list[str] = []
    for limb, root in (("leg", "thigh"), ("arm", "upper_arm")):
        depths = {side: float(bones[f"{root}_{side}"].at @ toward) for side in SIDES}
        if abs(depths["r"] - depths["l"]) > BEHIND[limb]:
            found.append(f"{limb}_{min(depths, key=depths.__getitem__)}")
    return frozenset(found)
