"""Positions that were solved, drawn and looked at, as rows: for tests of the skeleton, the solver and the anatomy.

A row is pelvis lean and place; the spine (low back, upper back, neck, head: bend/side); arms (shoulder bend/out/turn,
elbow, wrist, forearm) and legs (hip bend/out/turn, knee, ankle, toes), right then left, "=" for the same on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publisher.model.anatomy import PAIRED_LANDMARKS, SIDES
from publisher.model.figure import Contact, Faces, Figure, Pelvis, Pose, Prop, Shows, View
from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.model.figure import MaybeTriple, Triple

ON_FEET = ("heel_r", "ball_r", "heel_l", "ball_l")
SIDE = View()

Row = tuple[str, str, str, str, str, str]
Touch = str | tuple[str, float | tuple[float | None, ...]] | tuple[str, str, tuple[float, float, float]]


def triple(text: str) -> Triple:
    numbers = [float(part) for part in text.split("/")]
    return (*numbers, 0.0, 0.0, 0.0)[:3]


def limb(text: str, joints: tuple[str, ...], side: str) -> dict[str, Triple]:
    return {f"{joint}_{side}": triple(part) for joint, part in zip(joints, text.split(","), strict=True)}


def joints_of(row: Row) -> dict[str, Triple]:
    _pelvis, spine, *limbs = row
    found = {
        name: triple(part)
        for name, part in zip(("low_back", "upper_back", "neck", "head"), spine.split(";"), strict=True)
    }
    arm, leg = ("shoulder", "elbow", "wrist", "forearm"), ("hip", "knee", "ankle", "toes")
    for right, left, names in ((*limbs[:2], arm), (*limbs[2:], leg)):
        found |= limb(right, names, "r") | limb(right if left == "=" else left, names, "l")
    return found


def contacts(*touches: Touch, on: str = "floor") -> tuple[Contact, ...]:
    """ "heel" on both sides, ("heel_r", 0.2) so high, ("heel_r", (0.2, None, None)) at these coordinates,
    ("palm_l", "hip_bone_l", (0, 0, 0)) beside a landmark."""
    found: list[Contact] = []
    for touch in touches:
        part, *rest = (touch,) if isinstance(touch, str) else touch
        names = (f"{part}_r", f"{part}_l") if part in PAIRED_LANDMARKS else (part,)
        found += [_contact(name, rest, on) for name in names]
    return tuple(found)


def _contact(part: str, rest: list[object], on: str) -> Contact:
    at: MaybeTriple = (None, None, None)
    if len(rest) == 2:
        on, at = rest
    elif rest:
        at = (None, rest[0], None) if isinstance(rest[0], float | int) else rest[0]
    return Contact(Phrase(part), Phrase(on), at)


HANDS_ON_HIPS = tuple(touch for side in SIDES for touch in ((f"palm_{side}", f"hip_bone_{side}", (0.02, 0.0, 0.012)),))


@dataclass(frozen=True)
class Position:
    """One position: the row, what it touches, how stiff, and what stands about."""

    row: Row
    touches: tuple[Contact, ...]
    stiff: dict[str, float]
    props: tuple[Prop, ...] = ()
    view: View = SIDE
    slope: float = 0
    shows: Shows = Shows.RIGHT


def position(*row: str, touches, stiff=(), props=(), view=SIDE, slope=0, shows=Shows.RIGHT) -> Position:
    return Position(row, tuple(touches), dict(stiff), tuple(props), view, slope, shows)


def pelvis_of(text: str) -> Pelvis:
    lean, at = text.split(";")
    x, y = (float(part) for part in at.split(","))
    if lean.startswith("up"):
        up = triple(lean.removeprefix("up"))
        return Pelvis(up=up, front=(0.0, 0.0, 1.0), at=(x, y, 0.0))
    return Pelvis(lean=float(lean), at=(x, y, 0.0))


def pose(name: str, position: Position) -> Pose:
    return Pose(Phrase(name), pelvis_of(position.row[0]), joints_of(position.row), position.touches, {}, position.stiff)


def figure(name: str) -> Figure:
    """A figure of one pose, called "hold"."""
    it = POSITIONS[name]
    return Figure(
        Phrase(name),
        Phrase(name),
        {"hold": pose("hold", it)},
        (Phrase("hold"),),
        it.view,
        it.shows,
        Faces.RIGHT,
        props=it.props,
        slope=it.slope,
    )


BENCH = Prop(Phrase("bench"), Phrase("bench"), (-0.445, 0, 0), (0.35, 0.36, 0.24))
STEP = Prop(Phrase("step"), Phrase("step"), (-0.06, 0, 0), (0.30, 0.46, 0.13))
HIGH_STEP = Prop(Phrase("bench"), Phrase("bench"), (-0.48, 0, 0), (0.28, 0.40, 0.25))
ROLLER = Prop(Phrase("roller"), Phrase("roller"), (-0.16, 0, 0), (0.34, 0.043))
CHAIR = Prop(Phrase("chair"), Phrase("chair"), (-0.02, 0, 0), (0.24, 0.25, 0.255, 0.24))
WALL_BEHIND = Prop(Phrase("wall"), Phrase("wall"), (-0.10, 0, 0), turn=180)
CALF_ROLLER = Prop(Phrase("roller"), Phrase("roller"), (0.05, 0, 0), (0.34, 0.043))
WALL = Prop(Phrase("wall"), Phrase("wall"), (0.36, 0, 0))

# fmt: off
POSITIONS: dict[str, Position] = {
    "plank": position(
        "82; 0,0.16", "0;0;-8;0", "86/2/0,90,0,0", "=", "2/1/0,2,8,74", "=",
        touches=contacts("elbow", "wrist", "ball", "toe"),
        stiff={"knee": 0.05, "hip": 0.1, "low_back": 0.2, "upper_back": 0.2},
    ),
    "side_plank": position(
        "up0.95/0.33/0; 0,0.19", "0;0;0;0", "0/90/0,2,0,0", "1/80/0,93,0,0", "0/-6/0,0,0,0", "0/-6/0,0,0,0",
        touches=contacts("elbow_l", "wrist_l", "foot_side_l") + contacts(("ankle_r", "ankle_l", (0, 0, -0.056))),
        stiff={"hip": 0.2, "knee": 0.1, "low_back": 0.3, "upper_back": 0.3, "pelvis": 0.5},
        view=View(18, 9),
    ),
    "bird_dog": position(
        "79; 0,0.28", "0;-1;-14;-8", "88/0/0,1,78,85", "172/4/0,3,0,0", "-8/0/0,2,5,0", "81/2/0,96,-49,-1",
        touches=contacts("knee_l", "toetop_l", "palm_r", "palm_heel_r"),
        stiff={"pelvis": 0.3, "hip": 0.3, "low_back": 0.3, "shoulder": 0.2},
    ),
    "dead_bug": position(
        "-89; 0,0.08", "1;-10;4;-3", "90/0/0,2,0,0", "152/5/0,2,0,0", "14/0/0,5,5,0", "90/0/0,90,5,0",
        touches=contacts("sacrum", "upper_back", "head_back"),
        view=View(-14, 9),
    ),
    "glute_bridge": position(
        "-118; 0.08,0.20", "-3;7;22;9", "-34/10/0,3,-1,85", "=", "-8/4/0,108,-2,0", "=",
        touches=contacts("upper_back", "head_back", ("heel", (0.30, None, None)), "ball", "palm"),
    ),
    "single_leg_bridge": position(
        "-119; 0.08,0.188", "-2;7;23;9", "-34/10/0,3,0,85", "=", "2/2/0,4,8,0", "-5/2/0,109,-4,0",
        touches=contacts("upper_back", "head_back", ("heel_l", (0.30, None, None)), "ball_l", "palm"),
    ),
    "hip_thrust": position(
        "-88; -0.08,0.30", "2;1;34;14", "-53/26/11,111,-3,-1", "=", "-2/5/0,86,0,0", "=",
        touches=contacts(("upper_back", (-0.33, None, None)), on="bench")
        + contacts(("heel", (0.14, None, None)), "ball")
        + contacts(*((f"palm_{side}", f"hip_bone_{side}", (0.03, 0.0, 0.012)) for side in SIDES)),
        props=(BENCH,),
    ),
    "superman": position(
        "90; 0,0.055", "-16;-12;-14;0", "164/10/0,5,0,0", "=", "-14/3/0,6,-45,0", "=", touches=contacts("belly")
    ),
    "split_squat": position(
        "11; 0.019,0.370", "0;0;0;0", "10/8/0,5,0,0", "=", "79/2/0,83,15,0", "-17/2/0,91,-37,2",
        touches=contacts(("heel_r", (0.16, 0, None)), "ball_r")
        + contacts(("toetop_l", (-0.42, None, None)), ("ankle_top_l", 0.02), on="bench"),
        props=(HIGH_STEP,),
    ),
    "rdl": position(
        "65; -0.08,0.51", "-4;0;-14;0", "53/6/0,2,0,70", "=", "87/3/0,19,-4,0", "=",
        touches=contacts(("heel", (0.0, None, None)), "ball"),
    ),
    "squat": position(
        "40; -0.17,0.30", "0;0;-16;0", "106/4/0,4,0,0", "=", "120/12/12,100,20,0", "=",
        touches=contacts(("heel", (0.0, None, None)), "ball"),
    ),
    "lunge": position(
        "5; -0.029,0.315", "0;5;0;0", "-49/27/16,111,0,0", "=", "88/0/0,81,-2,0", "-14/0/0,73,17,74",
        touches=contacts(
            ("heel_r", (0.20, None, None)), "ball_r", ("ball_l", (-0.36, None, None)), "toe_l", *HANDS_ON_HIPS
        ),
    ),
    "step_down": position(
        "15; -0.116,0.563", "0;0;-6;0", "66/6/0,6,0,0", "=", "59/0/0,72,27,0", "46/0/0,4,12,0",
        touches=contacts(("heel_r", (-0.08, None, None)), "ball_r", on="step"),
        props=(STEP,),
    ),
    "hip_flexor": position(
        "-1; 0.06,0.27", "-2;5;0;0", "-51/28/14,111,2,-1", "=", "-22/2/0,75,-46,-1", "92/4/0,83,-10,0",
        touches=contacts("knee_r", "toetop_r", "heel_l", "ball_l", *HANDS_ON_HIPS),
    ),
    "child": position(
        "62; 0,0.11", "25;22;12;0", "171/10/0,8,20,80", "=", "134/14/4,163,-62,2", "=",
        touches=contacts("knee", "toetop", ("hip", 0.112), "forehead", "palm"),
        stiff={"knee": 0.03, "hip": 0.3},
    ),
    "child_side": position(
        "68; 0,0.131", "23/26;17/24;10;0", "169/8/0,9,21,80", "172/8/0,11,22,80", "134/12/4,159,-57,4",
        "135/12/4,159,-58,3",
        touches=contacts("knee", "toetop", "forehead", "palm"),
        stiff={"knee": 0.03, "hip": 0.3},
        view=View(0, 80),
    ),
    "strap": position(
        "-86; 0,0.08", "-3;-10;6;-3", "52/6/0,52,0,0", "=", "82/0/0,4,14,0", "1/2/0,2,0,0",
        touches=contacts("sacrum", "upper_back", "head_back", "heel_l"),
        view=View(-14, 9),
    ),
    "foam_roll": position(
        "83; -0.02,0.17", "0;0;-8;0", "83/2/0,93,0,0", "=", "4/1/0,14,-40,0", "=",
        touches=contacts("elbow", "wrist") + contacts("thigh_front", on="roller"),
        stiff={"hip": 0.4, "low_back": 0.3, "upper_back": 0.3},
        props=(ROLLER,),
        view=View(16, 9),
    ),
    "hip_9090": position(
        "-17; 0,0.09", "-1;-1;4;0", "-32/11/1,4,79,55", "=", "72/13/86,99,-5,0", "-11/76/0,92,-20,0",
        touches=contacts("knee_r", "foot_side_r", "knee_inside_l", "foot_inside_l", "sit_r", "palm", "fingers"),
        stiff={"forearm": 2, "shoulder": 2},
        view=View(62, 20),
    ),
    "pallof": position(
        "1; 0,0.52", "0;0;0;0", "84/-13/0,6,1,0", "=", "14/10/8,16,2,0", "=",
        touches=contacts(*ON_FEET, ("grip_l", "grip_r", (0, 0, 0))),
        view=View(72, 15),
    ),
    "leg_swing": position(
        "-3; 0.017,0.529", "-1;2;0;0", "-46/25/20,107,-6,0", "83/8/0,17,60,0", "52/0/0,8,0,0", "-2/0/0,1,0,0",
        touches=contacts(("heel_l", (0.0, None, None)), "ball_l", ("palm_r", "hip_bone_r", (0.02, 0.0, 0.012)))
        + contacts(("palm_l", (None, 0.80, None)), "fingers_l", on="wall"),
        props=(WALL,),
    ),
    "back_extension": position(
        "-8; 0.029,0.530", "-22;-12;-8;0", "-60/16/50,84,0,20", "=", "-9/0/0,0,1,0", "=",
        touches=contacts(("heel", (0.0, None, None)), "ball"),
    ),
    "runner_right": position(
        "-6; 0,0.47", "0;0;-4;0", "-52/8/0,88,0,0", "34/8/0,100,0,0", "35/0/0,41,1,0", "2/0/0,96,-20,0",
        touches=contacts("heel_r", "ball_r"),
        stiff={"pelvis": 0.2},
        view=View(12, 5),
        slope=16,
    ),
    "runner_wrong": position(
        "-30; 0,0.35", "0;0;8;0", "-30/18/0,66,0,0", "40/20/0,66,0,0", "23/0/0,3,14,0", "-20/0/0,114,-20,0",
        touches=contacts("heel_r"),
        stiff={"pelvis": 0.2},
        view=View(12, 5),
        slope=16,
        shows=Shows.WRONG,
    ),
    "stand": position("0; 0,0.53", "0;0;0;0", "0/3/0,5,0,0", "=", "0/2/3,0,0,0", "=", touches=contacts("heel", "ball")),
    "sit_chair": position(
        "0; 0,0.33", "0;0;0;0", "20/4/0,40,0,60", "=", "88/4/4,88,0,0", "=",
        touches=contacts("sit", on="chair") + contacts("heel", "ball"),
        props=(CHAIR,),
    ),
    "side_lying": position(
        "up-1/0/0; 0,0.1", "0;0;0;0", "90/0/0,90,0,0", "20/0/0,40,0,0", "60/0/0,80,0,0", "60/0/0,80,0,0",
        touches=contacts("hip_side_r", "shoulder_r", "knee_side_r", "foot_side_r"),
        view=View(0, 20),
    ),
    "prone": position(
        "90; 0,0.07", "0;0;-20;0", "160/20/0,10,0,60", "=", "0/2/0,4,-50,0", "=",
        touches=contacts("belly", "knee", "toetop"),
    ),
    "all_fours": position(
        "90; 0,0.30", "0;0;-10;0", "85/2/0,3,75,85", "=", "90/2/0,90,-45,0", "=",
        touches=contacts("knee", "toetop", "palm", "fingers"),
    ),
    "wall_sit": position(
        "0; 0,0.32", "0;0;0;0", "0/6/0,5,0,0", "=", "85/3/0,88,0,0", "=",
        touches=contacts("upper_back", "sacrum", on="wall") + contacts("heel", "ball"),
        props=(WALL_BEHIND,),
    ),
    "calf_roll": position(
        "-20; -0.30,0.10", "5;5;10;0", "-30/10/0,5,60,60", "=", "75/2/0,5,5,0", "=",
        touches=contacts("sit", "palm", "fingers") + contacts("calf", on="roller"),
        props=(CALF_ROLLER,),
    ),
    "tall_kneel": position(
        "0; 0,0.29", "0;0;0;0", "0/6/0,5,0,0", "=", "0/2/0,90,-45,0", "=", touches=contacts("knee", "toetop")
    ),
}
# fmt: on
