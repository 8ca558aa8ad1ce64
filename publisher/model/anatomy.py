"""What a figure can be told of: joints with their limits, landmarks, parts that move, muscles, and kinds of props.

Plain data, so that the reader of pose files and the skeleton share it without numbers of the one in the other.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDES = ("r", "l")
Direction = tuple[float, float, float]


class Axis(NamedTuple):
    """One way a joint turns: its name, the local axis on the right side, and whether the left side mirrors it."""

    name: str
    axis: Direction
    mirrored: bool


class Joint(NamedTuple):
    """A joint as data: its axes from the outermost in, how far each goes (degrees) and the adult norm."""

    axes: tuple[Axis, ...]
    limits: tuple[tuple[float, float], ...]
    norms: tuple[tuple[float, float], ...]


FRONT, UP, RIGHT = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
_BACK, _DOWN, _LEFT = (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0)


def _spine(limits: tuple[tuple[float, float], ...], norms: tuple[tuple[float, float], ...]) -> Joint:
    """Bend forward, side to the right, turn to the right."""
    axes = (Axis("bend", _LEFT, False), Axis("side", FRONT, False), Axis("turn", _DOWN, False))
    return Joint(axes, limits, norms)


# Limits are wider than the norms on purpose: bodies under load or at rest go further than a goniometer.
# Norms: American Academy of Orthopaedic Surgeons, usual adult values.
JOINTS: Mapping[str, Joint] = {
    "low_back": _spine(((-30, 60), (-35, 35), (-20, 20)), ((-25, 50), (-25, 25), (-10, 10))),
    "upper_back": _spine(((-25, 45), (-30, 30), (-45, 45)), ((-20, 40), (-25, 25), (-35, 35))),
    "neck": _spine(((-50, 50), (-45, 45), (-70, 70)), ((-45, 45), (-45, 45), (-60, 60))),
    "head": _spine(((-30, 30), (-20, 20), (-40, 40)), ((-25, 25), (-15, 15), (-35, 35))),
    "shoulder": Joint(
        (Axis("bend", RIGHT, False), Axis("out", _BACK, True), Axis("turn", UP, True)),
        ((-60, 180), (-45, 180), (-95, 95)),
        ((-60, 180), (-45, 180), (-90, 70)),
    ),
    "elbow": Joint((Axis("bend", RIGHT, False),), ((0, 150),), ((0, 150),)),
    "forearm": Joint((Axis("turn", UP, True),), ((-90, 90),), ((-80, 80),)),
    "wrist": Joint((Axis("bend", _BACK, True),), ((-80, 90),), ((-80, 70),)),
    "hip": Joint(
        (Axis("bend", RIGHT, False), Axis("out", _BACK, True), Axis("turn", _DOWN, True)),
        ((-30, 150), (-30, 90), (-60, 90)),
        ((-30, 120), (-30, 45), (-45, 45)),
    ),
    "knee": Joint((Axis("bend", _LEFT, False),), ((0, 166),), ((0, 135),)),
    "ankle": Joint(
        (Axis("bend", RIGHT, False), Axis("in", FRONT, True)), ((-70, 35), (-30, 35)), ((-50, 20), (-15, 35))
    ),
    "toes": Joint((Axis("bend", RIGHT, False),), ((-30, 80),), ((-45, 70),)),
}
PAIRED = ("shoulder", "elbow", "forearm", "wrist", "hip", "knee", "ankle", "toes")
SINGLE = ("low_back", "upper_back", "neck", "head")
# What the solver can be told to spare or to use beside the joints.
STIFF = (*SINGLE, *PAIRED, "pelvis", "blade")

# Places on the surface of the body that touch, hold or are watched. Paired ones have a side: "palm_r".
PAIRED_LANDMARKS: Mapping[str, str] = {
    "heel": "underside of the heel",
    "arch": "underside of the foot at its middle, where a strap runs",
    "instep": "top of the foot",
    "foot_side": "outer edge of the foot",
    "foot_inside": "inner edge of the foot",
    "ankle": "ankle",
    "ankle_top": "front of the ankle, as in kneeling on the instep",
    "ball": "ball of the foot",
    "toe": "tip of the toes",
    "toetop": "upper side of the toes, as in kneeling on the instep",
    "shin": "front of the lower leg",
    "calf": "back of the lower leg",
    "knee": "front of the knee",
    "knee_side": "outer side of the knee",
    "knee_inside": "inner side of the knee",
    "knee_back": "hollow of the knee",
    "thigh_front": "front of the thigh",
    "thigh_back": "back of the thigh",
    "thigh_side": "outer side of the thigh",
    "hip": "hip joint",
    "hip_side": "outer side of the hip",
    "hip_bone": "front of the pelvis, where a hand rests",
    "sit": "sit bone",
    "waist": "side of the waist",
    "shoulder": "shoulder",
    "elbow": "point of the elbow",
    "forearm": "forearm near the wrist",
    "wrist": "wrist",
    "palm": "middle of the palm",
    "palm_heel": "heel of the hand",
    "fingers": "inner side of the fingers",
    "fingertips": "tips of the fingers",
    "grip": "middle of what the hand holds",
    "knuckles": "knuckles",
    "hand_back": "back of the hand",
    "ear": "ear",
}
SINGLE_LANDMARKS: Mapping[str, str] = {
    "pelvis": "middle of the pelvis, between the hip joints",
    "sacrum": "back of the pelvis",
    "seat": "between the sit bones",
    "belly": "belly",
    "low_back": "small of the back",
    "mid_back": "back at the lower ribs",
    "upper_back": "between the shoulder blades",
    "chest": "breastbone",
    "nape": "nape of the neck",
    "head_back": "back of the head",
    "forehead": "forehead",
    "crown": "top of the head",
    "chin": "chin",
    "nose": "tip of the nose",
    "eyes": "between the eyes",
}


def _sided(names: tuple[str, ...], single: tuple[str, ...]) -> tuple[str, ...]:
    return (*(f"{name}_{side}" for name in names for side in SIDES), *single)


LANDMARKS = _sided(tuple(PAIRED_LANDMARKS), tuple(SINGLE_LANDMARKS))
# What can be said to move.
PARTS = _sided(("arm", "leg"), ("trunk", "head", "pelvis"))
# Muscles that can be tinted.
MUSCLES: Mapping[str, str] = {
    "glutes": "buttocks",
    "outer_hips": "outer side of the hips",
    "hip_flexors": "front of the hips",
    "thighs": "front of the thighs",
    "hamstrings": "back of the thighs",
    "inner_thighs": "inner side of the thighs",
    "calves": "back of the lower legs",
    "shins": "front of the lower legs",
    "feet": "soles of the feet",
    "belly": "front of the belly",
    "sides": "sides of the trunk",
    "low_back": "small of the back",
    "upper_back": "between and below the shoulder blades",
    "chest": "chest",
    "shoulders": "shoulders",
    "arms": "upper arms",
    "neck": "neck",
    "leg_back": "from the buttock down the back of the leg, where pain from the back spreads",
    "saddle": "between the legs, where it goes numb in an emergency of the back",
}
# What can be tinted: a muscle on both sides, or with its side on one ("calves_r").
TINTS = (*MUSCLES, *(f"{name}_{side}" for name in MUSCLES for side in SIDES))


class Touch(Enum):
    """What of a prop can be touched: nothing, its top, or the face that looks back along x (a wall)."""

    NONE = "none"
    TOP = "top"
    FACE = "face"


class Measure(NamedTuple):
    """One of the sizes of a prop, in H except for counts: what it is, the usual value, and the sane range."""

    name: str
    usual: float
    least: float = 0.004
    most: float = 3.0


class PropKind(NamedTuple):
    """A kind of prop: `at` is the middle of its underside unless `what` says otherwise.

    Length runs along x before it is turned, width along z. `held` is the least and the most landmarks that hold or
    carry it, in order.
    """

    what: str
    sizes: tuple[Measure, ...]
    touch: Touch = Touch.NONE
    held: tuple[int, int] = (0, 0)
    usual_held: tuple[str, ...] = ()

    @property
    def tops(self) -> bool:
        """Whether something can lie or stand on it."""
        return self.touch is Touch.TOP


def _block(length: float, width: float, height: float) -> tuple[Measure, ...]:
    return (Measure("length", length), Measure("width", width), Measure("height", height))


# Usual sizes are those of common things, for a person of 1.75 m.
PROP_KINDS: Mapping[str, PropKind] = {
    "mat": PropKind("exercise mat", (*_block(1.05, 0.36, 0.0)[:2], Measure("thickness", 0.008, 0.002, 0.1)), Touch.TOP),
    "box": PropKind("box or low table", _block(0.28, 0.34, 0.25), Touch.TOP),
    "step": PropKind("exercise step", _block(0.24, 0.46, 0.115), Touch.TOP),
    "bench": PropKind("padded bench", _block(0.62, 0.20, 0.24), Touch.TOP),
    "chair": PropKind(
        "chair, its back at the lower x; the seat is its top",
        (*_block(0.24, 0.25, 0.255), Measure("back", 0.24)),
        Touch.TOP,
    ),
    "wall": PropKind("wall; `at` is the foot of its face", _block(0.014, 0.46, 1.04), Touch.FACE),
    "door-frame": PropKind(
        "door frame; `at` is the foot of one post, and the doorway goes on away from the viewer",
        _block(0.06, 0.52, 1.18),
        Touch.FACE,
    ),
    "dumbbell": PropKind("dumbbell", (Measure("length", 0.115), Measure("radius", 0.031)), held=(0, 2)),
    "barbell-plate": PropKind(
        "weight plate", (Measure("radius", 0.128), Measure("thickness", 0.024)), Touch.TOP, held=(0, 2)
    ),
    "band": PropKind(
        "elastic band from one landmark to the next; with `at`, from that point first",
        (Measure("width", 0.014),),
        held=(1, 6),
    ),
    "loop": PropKind(
        "short closed band round two limbs", (Measure("width", 0.028),), held=(2, 2), usual_held=("knee_r", "knee_l")
    ),
    "towel": PropKind(
        "towel or strap from one landmark to the next; lies on the floor, rolled, when nothing holds it",
        (Measure("width", 0.020), Measure("length", 0.30)),
        Touch.TOP,
        held=(0, 6),
    ),
    "roller": PropKind("foam roller", (Measure("width", 0.26), Measure("radius", 0.043)), Touch.TOP),
    "ball": PropKind("ball", (Measure("radius", 0.186),), Touch.TOP, held=(0, 2)),
    "pole": PropKind(
        "pole or stick; upright at `at` when nothing holds it",
        (Measure("length", 0.86), Measure("radius", 0.009)),
        held=(0, 2),
    ),
    "slope": PropKind("ramp that rises towards x", (*_block(0.80, 0.40, 0.14),), Touch.TOP),
    "stairs": PropKind(
        "stairs that rise towards x; `at` is the foot of the first riser",
        (Measure("going", 0.16), Measure("width", 0.50), Measure("rise", 0.10), Measure("steps", 3, 1, 12)),
        Touch.TOP,
    ),
    "desk": PropKind("desk", _block(0.40, 0.68, 0.42), Touch.TOP),
    "screen": PropKind("screen that looks back along x", _block(0.03, 0.32, 0.24)),
    "shower": PropKind(
        "shower head with its spray; `at` is where the water falls",
        (Measure("height", 1.20), Measure("width", 0.20)),
    ),
    "warm-shower": PropKind(
        "shower head with warm water and steam; `at` is where the water falls",
        (Measure("height", 1.20), Measure("width", 0.20)),
    ),
    "bowl": PropKind("bowl", (Measure("radius", 0.050), Measure("height", 0.040)), held=(0, 2)),
    "glass": PropKind("glass", (Measure("radius", 0.021), Measure("height", 0.070)), held=(0, 1)),
    "bottle": PropKind("bottle", (Measure("radius", 0.021), Measure("height", 0.125)), held=(0, 1)),
    "shoes": PropKind("pair of running shoes", (Measure("length", 0.165),)),
    "shoe": PropKind("running shoe", (Measure("length", 0.165),)),
    "shoe-sole": PropKind("running shoe on its side that shows its sole", (Measure("length", 0.165),)),
    "plate": PropKind("plate with a meal", (Measure("radius", 0.075),)),
    "clock": PropKind("clock that looks at the viewer", (Measure("radius", 0.080), Measure("hour", 8, 0, 12))),
    "nuts": PropKind("bowl of nuts", (Measure("radius", 0.050), Measure("height", 0.040))),
    "fish": PropKind("fish", (Measure("length", 0.16),)),
    "greens": PropKind("green leaves", (Measure("length", 0.12),)),
    "root": PropKind("piece of turmeric root", (Measure("length", 0.06),)),
    "salt": PropKind("salt cellar", (Measure("radius", 0.014), Measure("height", 0.050))),
    "belt": PropKind("support belt round the waist", (Measure("width", 0.085),), held=(0, 1), usual_held=("low_back",)),
    "insole": PropKind("insole", (Measure("length", 0.155), Measure("width", 0.052))),
    "watch": PropKind("running watch", (Measure("width", 0.024),), held=(0, 1), usual_held=("wrist_l",)),
    "pack": PropKind("running pack", _block(0.07, 0.15, 0.18), held=(0, 1), usual_held=("upper_back",)),
    "hill": PropKind(
        "trail ground with stones; its top is the floor, which falls with the `slope` of the figure",
        _block(1.30, 0.34, 0.035),
    ),
    "kerb": PropKind("kerb of a pavement, rising towards x; `at` is its edge", _block(0.60, 0.60, 0.07), Touch.TOP),
}
