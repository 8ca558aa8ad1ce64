"""From a pose to a body that stands: what it touches becomes goals, the solver meets them, and what is left is told.

**Feet do not slide.** The poses of a figure show one movement in one place. So a contact that an earlier pose has too
(the same landmark on the same thing) stays where that pose put it, in the directions that the author left free. This
yields: it never costs a contact. And it does not hold for a head (which rolls), for a contact that `slides`, where
other coordinates are given, or where a limb is plainly set down anew: farther than `STEP` from where it was, once the
whole body is shifted so that most of what it touches stays.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.goals import Against, Along, Apart, Beside
from publisher.figures.landmarks import PLAIN, landmark, position
from publisher.figures.skeleton import DEGREES, skeleton, state_of
from publisher.figures.solver import solve
from publisher.figures.supports import FLOOR, Support, support_of
from publisher.model.anatomy import JOINTS, LANDMARKS, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from publisher.figures.goals import Goal
    from publisher.figures.skeleton import Array, Skeleton, State
    from publisher.model.figure import Build, Contact, Figure, Pose

# Millimetres of a body of 1.75 m: what an H is told in.
MILLIMETRES = 1750.0
# A contact that misses by more than this cannot be met, millimetres.
MET = 1.0
# Farther apart than this, a landmark has been set down anew, H.
STEP = 0.15
# How strongly a place is kept beside a contact: the trunk gives way before hands and feet.
KEPT, KEPT_BY_TRUNK = 0.015, 0.003
AXES = np.eye(3)
# Two landmarks that lie flat together, their bone, and its axis across them.
FLAT = (
    ("heel", "ball", "foot", 2),
    ("ball", "toe", "toes", 2),
    ("palm", "fingers", "hand", 0),
    ("palm", "palm_heel", "hand", 0),
)


class Reach(NamedTuple):
    """An angle beyond what is usual, or beyond what the model can do: degrees, and from where to where it may go."""

    joint: str
    motion: str
    degrees: float
    low: float
    high: float


class Shift(NamedTuple):
    """An angle that the solver changed from what was written, degrees."""

    joint: str
    motion: str
    written: float
    solved: float


class Stance(NamedTuple):
    """A pose on a body, standing: bones, numbers, and what is left of each contact in millimetres of a 1.75 m body.

    `missed` are the contacts that could not be met, `beyond` angles written outside the limits (both are errors);
    `unusual` are solved angles outside the norm, `slid` landmarks that left their place by so many millimetres.
    """

    pose: Pose
    skeleton: Skeleton
    state: State
    residuals: tuple[tuple[Contact, float], ...] = ()
    beyond: tuple[Reach, ...] = ()
    unusual: tuple[Reach, ...] = ()
    shifts: tuple[Shift, ...] = ()
    slid: Mapping[str, float] = {}

    @property
    def missed(self) -> tuple[tuple[Contact, float], ...]:
        """Contacts with more than a millimetre left, the worst first."""
        return tuple(sorted((left for left in self.residuals if left[1] > MET), key=lambda left: -left[1]))


def stance(figure: Figure, name: str, build: Build = PLAIN) -> Stance:
    """The body of that build in one pose of a figure; earlier poses are solved too, for what stays in its place."""
    return stances(figure, build, until=name)[name]


def stances(figure: Figure, build: Build = PLAIN, until: str = "") -> dict[str, Stance]:
    """All poses of a figure on one body, in order, or those up to one of them."""
    found: dict[str, Stance] = {}
    names = list(figure.poses)
    for name in names[: names.index(until) + 1] if until else names:
        pose = figure.poses[name]
        found[name] = settle(pose, supports(figure, pose), build, kept_places(pose, tuple(found.values()), build))
    return found


def supports(figure: Figure, pose: Pose) -> dict[str, Support]:
    """What can be touched in a pose, by name."""
    there = (prop for prop in figure.props if not prop.only or pose.name in prop.only)
    known = ((prop.name, support_of(prop)) for prop in there)
    return {"floor": FLOOR, **{name: support for name, support in known if support is not None}}


def settle(
    pose: Pose,
    supports: Mapping[str, Support],
    build: Build = PLAIN,
    kept: Mapping[str, Array] | None = None,
    written: State | None = None,
) -> Stance:
    """Solve one pose; `kept` says where landmarks were and should stay (world, H), `written` replaces its numbers."""
    written = state_of(pose.pelvis, pose.joints) if written is None else written
    bones = skeleton(written)
    goals = [(contact, _goals(contact, supports, build, bones)) for contact in pose.contacts]
    places = [goal for contact in pose.contacts for goal in _keep(contact, supports, build, kept or {})]
    light = [*places, *_flat(pose.contacts, supports)]
    solution = solve(written, [*(goal for _, each in goals for goal in each), *light], pose.stiff)
    left = iter(np.abs(solution.left) * MILLIMETRES)
    residuals = tuple((contact, max((float(next(left)) for _ in each), default=0.0)) for contact, each in goals)
    return Stance(
        pose,
        solution.skeleton,
        solution.state,
        residuals,
        _outside(written, norms=False),
        _outside(solution.state, norms=True),
        _shifts(written, solution.state),
        _slid(kept or {}, solution.skeleton, build),
    )


# --- Contacts to goals ------------------------------------------------------------------------------------------


def _goals(contact: Contact, supports: Mapping[str, Support], build: Build, bones: Skeleton) -> list[Goal]:
    if contact.on in supports:
        return _on_support(contact, supports[contact.on], build, bones)
    return _on_landmark(contact, build)


def _on_support(contact: Contact, support: Support, build: Build, bones: Skeleton) -> list[Goal]:
    """Touch the plane, `at` so high above it, and lie at the coordinates that are given."""
    spot = landmark(contact.part, build)
    written = position(bones, contact.part, build)
    near = [there if given is None else given for given, there in zip(contact.at, written, strict=True)]
    plane = support.plane(near)
    off = contact.at[plane.across] or 0.0
    goals: list[Goal] = [Against(spot, plane.normal, plane.level + spot.radius + off)]
    given = {**support.middle, **{i: value for i, value in enumerate(contact.at) if value is not None}}
    goals += [Against(spot, _axis(i), value) for i, value in given.items() if i != plane.across]
    return goals


def _axis(number: int) -> tuple[float, float, float]:
    x, y, z = AXES[number]
    return float(x), float(y), float(z)


def _on_landmark(contact: Contact, build: Build) -> list[Goal]:
    """Lie beside another landmark at an offset in its bone (front, up, outwards), or just touch it."""
    spot, other = landmark(contact.part, build), landmark(contact.on, build)
    if not any(value is not None for value in contact.at):
        if spot.radius + other.radius > 0:
            return [Apart(spot, other, spot.radius + other.radius)]
        return [Beside(spot, other, axis, 0.0) for axis in range(3)]
    signs = (1, 1, -1 if contact.on.endswith("_l") else 1)
    return [
        Beside(spot, other, axis, value * signs[axis]) for axis, value in enumerate(contact.at) if value is not None
    ]


def _flat(contacts: Sequence[Contact], supports: Mapping[str, Support]) -> list[Goal]:
    """Soles and palms lie flat on what they touch in two places: bones do not stand on an edge."""
    touched = {(contact.part[:-2], contact.part[-1]): contact.on for contact in contacts if contact.on in supports}
    goals: list[Goal] = []
    for one, other, bone, axis in FLAT:
        for side in SIDES:
            on = touched.get((one, side))
            if on is not None and on == touched.get((other, side)):
                goals.append(Along(f"{bone}_{side}", axis, supports[on].planes[0].normal))
    return goals


# --- What stays in its place ------------------------------------------------------------------------------------


def kept_places(pose: Pose, earlier: Sequence[Stance], build: Build = PLAIN) -> dict[str, Array]:
    """Where the landmarks are that this pose leaves where an earlier one put them (world, H)."""
    before = {contact.part: _before(contact, earlier) for contact in pose.contacts}
    places = {part: position(there.skeleton, part, build) for part, there in before.items() if there is not None}
    here = skeleton(state_of(pose.pelvis, pose.joints))
    gone = {part: position(here, part, build) - place for part, place in places.items()}
    shift = _common_shift(list(gone.values()))
    return {part: places[part] for part, moved in gone.items() if _level(moved - shift) < STEP}


def _before(contact: Contact, earlier: Iterable[Stance]) -> Stance | None:
    """The first pose that has the same contact, if it keeps its place."""
    if contact.slides or contact.on in LANDMARKS or landmark(contact.part).bone == "head":
        return None
    return next((each for each in earlier if any(_same(contact, other) for other in each.pose.contacts)), None)


def _same(contact: Contact, other: Contact) -> bool:
    """Whether one contact carries on another: the same landmark on the same thing, nothing given that differs."""
    if contact.part != other.part or contact.on != other.on or other.slides:
        return False
    return all(mine is None or mine == yours for mine, yours in zip(contact.at[::2], other.at[::2], strict=True))


def _level(shift: Array) -> float:
    return float(np.hypot(shift[0], shift[2]))


def _common_shift(gone: list[Array]) -> Array:
    """The shift of the whole body by which most landmarks stay; where it stands on the page is only a first guess."""

    def staying(shift: Array) -> tuple[int, float]:
        return sum(_level(each - shift) < STEP / 2 for each in gone), -_level(shift)

    return max(gone, key=staying, default=np.zeros(3))


def _keep(contact: Contact, supports: Mapping[str, Support], build: Build, kept: Mapping[str, Array]) -> list[Goal]:
    """Light goals along the surface that is touched."""
    if contact.part not in kept or contact.on not in supports:
        return []
    spot, support, place = landmark(contact.part, build), supports[contact.on], kept[contact.part]
    across = support.plane(place).across
    free = (i for i in range(3) if contact.at[i] is None and i != across and i not in support.middle)
    weight = KEPT_BY_TRUNK if spot.bone.startswith(("pelvis", "loin", "thorax", "thigh")) else KEPT
    return [Against(spot, _axis(i), float(place[i]), weight) for i in free]


def _slid(kept: Mapping[str, Array], bones: Skeleton, build: Build) -> dict[str, float]:
    return {part: _level(position(bones, part, build) - place) * MILLIMETRES for part, place in kept.items()}


# --- What to tell -----------------------------------------------------------------------------------------------


def _joint(name: str) -> str:
    return name.removesuffix("_r").removesuffix("_l")


def _outside(state: State, *, norms: bool) -> tuple[Reach, ...]:
    """Angles outside the norms, or outside the limits, by more than a tenth of a degree."""
    found: list[Reach] = []
    for degree, angle in zip(DEGREES, state.angles, strict=True):
        joint = JOINTS[_joint(degree.joint)]
        low, high = (joint.norms if norms else joint.limits)[degree.number]
        if not low - 0.1 <= angle <= high + 0.1:
            found.append(Reach(degree.joint, joint.axes[degree.number].name, float(angle), low, high))
    return tuple(found)


def _shifts(written: State, solved: State) -> tuple[Shift, ...]:
    """What the solver changed, the most first."""
    changed = (
        Shift(degree.joint, JOINTS[_joint(degree.joint)].axes[degree.number].name, float(was), float(now))
        for degree, was, now in zip(DEGREES, written.angles, solved.angles, strict=True)
    )
    ordered = sorted(changed, key=lambda shift: -abs(shift.solved - shift.written))
    return tuple(takewhile(lambda shift: abs(shift.solved - shift.written) > 0.1, ordered))
