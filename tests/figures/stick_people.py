"""People of capsules, drawn by hand: they stand, lie, kneel on all fours and run, and stand in for real figures."""

from __future__ import annotations

import math

from publisher.drawing import KAPPA, Path, Segment, ellipse, rectangle
from publisher.figures.illustration import Framed, Illustration
from publisher.figures.palette import Palette, palette
from publisher.figures.sketch import Line, Sketch
from publisher.geometry import Box, Point
from publisher.model.card import Group
from publisher.model.figure import Build, Hair, Person
from publisher.problems import Phrase
from tests.factories import the_library

# Head, neck, hip; then for each side shoulder's elbow and wrist, knee and ankle, toe. The unit is 1/100 H, y down.
Joints = dict[str, tuple[float, float]]

STANDING: Joints = {
    "head": (2, -93), "neck": (0, -83), "hip": (0, -51),
    "elbow_r": (-3, -65), "wrist_r": (2, -50), "elbow_l": (1, -65), "wrist_l": (6, -51),
    "knee_r": (-1, -27), "ankle_r": (-2, -4), "toe_r": (7, -1.5), "knee_l": (3, -28), "ankle_l": (2, -5), "toe_l": (11, -2.5),  # noqa: E501
}  # fmt: skip
REACHING_UP = STANDING | {"elbow_r": (4, -97), "wrist_r": (3, -112), "elbow_l": (7, -97), "wrist_l": (8, -111)}
LYING: Joints = {
    "head": (-52, -6), "neck": (-42, -6), "hip": (-10, -7),
    "elbow_r": (-28, -2.5), "wrist_r": (-12, -2), "elbow_l": (-27, -3), "wrist_l": (-11, -2.5),
    "knee_r": (10, -24), "ankle_r": (20, -4), "toe_r": (28, -1.5), "knee_l": (12, -25), "ankle_l": (23, -4), "toe_l": (31, -1.5),  # noqa: E501
}  # fmt: skip
BRIDGE = LYING | {"hip": (-12, -21), "knee_r": (12, -27), "knee_l": (14, -28)}
FLAT = LYING | {
    "knee_r": (15, -5), "ankle_r": (39, -4), "toe_r": (41, -12), "knee_l": (15, -6), "ankle_l": (40, -5), "toe_l": (42, -13)  # noqa: E501
}  # fmt: skip
FLAT_LIFTED = FLAT | {"head": (-50, -14), "neck": (-41, -11), "ankle_r": (38, -12), "ankle_l": (39, -13)}
ALL_FOURS: Joints = {
    "head": (34, -38), "neck": (25, -35), "hip": (-7, -30),
    "elbow_r": (25, -18), "wrist_r": (25, -2), "elbow_l": (28, -18), "wrist_l": (28, -2),
    "knee_r": (-6, -4), "ankle_r": (-29, -3), "toe_r": (-34, -1), "knee_l": (-3, -4), "ankle_l": (-26, -3), "toe_l": (-31, -1),  # noqa: E501
}  # fmt: skip
BIRD_DOG = ALL_FOURS | {
    "elbow_l": (41, -38), "wrist_l": (57, -41), "knee_r": (-32, -33), "ankle_r": (-56, -35), "toe_r": (-58, -27)
}  # fmt: skip
RUNNING: Joints = {
    "head": (13, -92), "neck": (9, -82), "hip": (2, -51),
    "elbow_r": (-6, -68), "wrist_r": (5, -60), "elbow_l": (16, -68), "wrist_l": (26, -76),
    "knee_r": (11, -29), "ankle_r": (1, -5), "toe_r": (10, 0), "knee_l": (-2, -28), "ankle_l": (-24, -34), "toe_l": (-29, -27),  # noqa: E501
}  # fmt: skip
LEANING_BACK = RUNNING | {
    "head": (-22, -86), "neck": (-20, -76), "hip": (-11, -48), "elbow_r": (-32, -60), "wrist_r": (-20, -56),
    "elbow_l": (-10, -60), "wrist_l": (1, -66), "knee_r": (6, -32), "ankle_r": (18, -9), "toe_r": (27, -8),
    "knee_l": (-8, -26), "ankle_l": (-28, -22), "toe_l": (-31, -15),
}  # fmt: skip

_LIMBS = {
    "skin-far": (("neck", "elbow_l", 2.8), ("elbow_l", "wrist_l", 2.2), ("knee_l", "ankle_l", 3.0)),
    "shorts-far": (("hip", "knee_l", 5.0),),
    "shoe-far": (("ankle_l", "toe_l", 2.2),),
    "skin": (("neck", "head", 3.2), ("knee_r", "ankle_r", 3.2)),
    "shoe": (("ankle_r", "toe_r", 2.4),),
    "shorts": (("hip", "knee_r", 5.4), ("hip", "hip", 7.5)),
    "shirt": (("neck", "hip", 7.0),),
}
_OVER = {"skin": (("neck", "elbow_r", 3.0), ("elbow_r", "wrist_r", 2.3))}


def a_person(**more: object) -> Person:
    """Somebody with light brown skin and short dark hair."""
    fields = {
        "id": Phrase("sam"),
        "describes": Phrase("A man of 40 with short hair"),
        "build": Build(),
        "hair": Hair.SHORT,
        "hair_colour": "#2B2A33",
        "skin": "#F3D6C1",
        "skin_shade": "#E0B79C",
        "skin_far": "#D9BBA8",
    }
    return Person(**{**fields, **more})


def a_palette(
    group: Group = Group.STRENGTH, theme: str = "surefoot", *, wrong: bool = False, **more: object
) -> Palette:
    found = the_library().themes[theme]
    return palette(a_person(**more), found.groups[group], found, wrong=wrong)


def a_sketch(joints: Joints = STANDING, **more: object) -> Sketch:
    """A person of capsules on a mat. `ground` and `spots` may be named."""
    fills: list[tuple[str, Path]] = [("mat", rectangle(Box(-70, -1, 140, 4)))]
    lines: list[Line] = []
    for limbs in (_LIMBS, _OVER):
        for role, members in limbs.items():
            for start, end, radius in members:
                outline = _capsule(joints[start], joints[end], radius)
                fills.append((role, outline))
                lines.append(_edge(outline, 0.82 if role.endswith("far") else 1.0))
    head = ellipse(Point(*joints["head"]), 5.4, 6.6)
    fills += [("skin", head), ("hair", _capsule((joints["head"][0] - 2, joints["head"][1] - 2), joints["head"], 4.2))]
    lines.append(_edge(head, 1.0))
    eye = (joints["head"][0] + 2, joints["head"][1] - 0.5)
    lines.append(
        Line(Path((("M", eye), ("C", (eye[0] + 1, eye[1] - 1, eye[0] + 1.5, eye[1], eye[0] + 2, eye[1])))), (0.0, 0.6))
    )
    body = [path.bounds for role, path in fills if role != "mat"]
    left, top = min(box.x for box in body), min(box.y for box in body)
    box = Box(left, top, max(box.right for box in body) - left, max(box.bottom for box in body) - top)
    return Sketch(tuple(fills), tuple(lines), box, **{"ground": Point(0, 0), **more})


def _edge(path: Path, factor: float) -> Line:
    return Line(path, (factor,) * sum(verb != "Z" for verb, _ in path.segments))


def _capsule(start: tuple[float, float], end: tuple[float, float], radius: float) -> Path:
    """A bar with round ends, a little thinner at its end."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 0.1:
        return ellipse(Point(x1, y1), radius)
    dx, dy, thin = (x2 - x1) / length, (y2 - y1) / length, 0.8 * radius
    out: list[Segment] = [("M", (x1 - radius * dy, y1 + radius * dx))]
    out += _round((x1, y1), (-dy, dx), (-dx, -dy), radius)
    out.append(("L", (x2 + thin * dy, y2 - thin * dx)))
    out += _round((x2, y2), (dy, -dx), (dx, dy), thin)
    return Path((*out, ("Z", ())))


def _round(centre: tuple[float, float], a: tuple[float, float], b: tuple[float, float], r: float) -> list[Segment]:
    """Half a circle from direction a over b to minus a."""

    def at(share_a: float, share_b: float) -> tuple[float, float]:
        return (centre[0] + r * (share_a * a[0] + share_b * b[0]), centre[1] + r * (share_a * a[1] + share_b * b[1]))

    return [
        ("C", (*at(1, KAPPA), *at(KAPPA, 1), *at(0, 1))),
        ("C", (*at(-KAPPA, 1), *at(-1, KAPPA), *at(-1, 0))),
    ]


def frames(*named: tuple[str, Joints], group: Group = Group.STRENGTH, theme: str = "surefoot") -> Illustration:
    """One frame for each pose."""
    colours = a_palette(group, theme)
    return Illustration(tuple(Framed(pose, a_sketch(joints), colours) for pose, joints in named))


def right_and_wrong(right: Joints = RUNNING, wrong: Joints = LEANING_BACK, theme: str = "surefoot") -> Illustration:
    """A runner on a slope, and one who runs as one should not."""
    good, bad = (
        Framed("run", a_sketch(joints), a_palette(Group.FORM, theme, wrong=hollow), hollow, 12.0)
        for joints, hollow in ((right, False), (wrong, True))
    )
    return Illustration((good, bad))
