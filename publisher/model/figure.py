"""A figure: what a physiotherapist would say of a movement, and the person who shows it. Plain values, no drawing.

Unit of length: H, the stature of the person, so that one file serves all people. Angles are degrees. World: x to
the right of the page as seen from the side, y up from the floor, z towards the viewer. The same number means the
same movement on either side: bend (flexion) and out (abduction) are positive, so is turn (external rotation of the
hip, internal rotation of the shoulder).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.model.programme import Side
    from publisher.problems import Phrase, Place

Triple = tuple[float, float, float]
MaybeTriple = tuple[float | None, float | None, float | None]


class Hand(Enum):
    """The shape of a hand."""

    RELAXED = "relaxed"
    FLAT = "flat"
    FIST = "fist"
    GRIP = "grip"
    POINTING = "pointing"


class Shows(Enum):
    """Whether the figure is to be copied or not."""

    RIGHT = "right"
    WRONG = "wrong"


class Faces(Enum):
    """Where the face looks on the page."""

    RIGHT = "right"
    LEFT = "left"
    VIEWER = "viewer"
    AWAY = "away"
    UP = "up"
    DOWN = "down"


class View(NamedTuple):
    """Where we look from, degrees.

    `turn` is 0 from the side with the person facing right, 90 from the front; `height` above the floor, 0 to 85.
    """

    turn: float = 14
    height: float = 8


class Pelvis(NamedTuple):
    """How the pelvis lies, and the first guess of its place, `at`.

    Either `lean` (90 prone, head right; -90 supine, head left) with `tilt` (roll to the right) and `turn`, or the two
    directions `up` (pelvis to head) and `front` (belly).
    """

    lean: float = 0
    tilt: float = 0
    turn: float = 0
    up: Triple | None = None
    front: Triple | None = None
    at: Triple = (0.0, 0.53, 0.0)


class Contact(NamedTuple):
    """A landmark that touches something: `on` is "floor", a prop's name or another landmark.

    `at` pins coordinates (None is free): in the world for the floor and props, height above the top of what is touched
    as y; for a landmark, `at` is the offset (front, up, outwards) in the frame of its bone, and nothing means touching.
    A contact that an earlier pose has too stays in its place, unless it `slides`.
    """

    part: Phrase
    on: Phrase
    at: MaybeTriple = (None, None, None)
    slides: bool = False
    place: Place | None = None


class Pose(NamedTuple):
    """One key position.

    `joints` maps a joint with its side ("hip_r", "low_back") to bend, out, turn; `stiff` how readily the solver may
    change a joint (under 1: less), with its side or for both; `hands` has "r" and "l".
    """

    name: Phrase
    pelvis: Pelvis
    joints: Mapping[str, Triple]
    contacts: tuple[Contact, ...] = ()
    hands: Mapping[str, Hand] = {}
    stiff: Mapping[str, float] = {}
    place: Place | None = None


class Prop(NamedTuple):
    """A thing in the picture: its kind, its name for contacts, and its sizes in H (what they mean is the kind's).

    `held` are the landmarks that hold or carry it; a band goes from one to the next.
    """

    kind: Phrase
    name: Phrase
    at: Triple = (0.0, 0.0, 0.0)
    size: tuple[float, ...] = ()
    turn: float = 0
    held: tuple[Phrase, ...] = ()
    # Only in these poses; in all when empty.
    only: tuple[Phrase, ...] = ()
    place: Place | None = None


class Arrow(NamedTuple):
    """A motion arrow along the path of a landmark from one pose to another; drawn at the pose `shown`.

    `through` are poses on the way: a hip that circles goes from right to left by way of the front.
    """

    follows: Phrase
    start: Phrase
    end: Phrase
    shown: Phrase
    through: tuple[Phrase, ...] = ()
    place: Place | None = None


class Ring(NamedTuple):
    """A ring round what to watch, radius in H."""

    around: Phrase
    shown: Phrase
    radius: float = 0.075
    place: Place | None = None


class Ghost(NamedTuple):
    """Another pose behind a frame, pale: where the movement starts."""

    of: Phrase
    shown: Phrase


class Pointed(NamedTuple):
    """A landmark that a page may point at: the spots of a figure stand in the order of the lines of its card."""

    at: Phrase
    shown: Phrase
    place: Place | None = None


class Guide(Enum):
    """What a drawn line tells.

    AXIS joins landmarks and goes a little beyond. PLUMB hangs from the first landmark to the height of the second.
    GAZE goes from the eyes to a spot on the ground, or on past a spot in the air. JOLT travels from landmark to
    landmark, weaker and weaker. SQUEEZE presses on a landmark from above and below.
    """

    AXIS = "axis"
    PLUMB = "plumb"
    GAZE = "gaze"
    JOLT = "jolt"
    SQUEEZE = "squeeze"


class GuideLine(NamedTuple):
    """A line drawn over a frame; `to` is where a gaze ends, in the world of the pose, H."""

    kind: Guide
    along: tuple[Phrase, ...]
    shown: Phrase
    to: Triple | None = None
    place: Place | None = None


class Phase(NamedTuple):
    """A part of a rep: to which pose, and which of the dose's times it takes ("down", "pause", "up", "hold").

    `seconds` is written where it is the movement's own: a breath in takes as long on every card.
    """

    to: Phrase
    takes: str
    breath: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A movement or position: its poses in order, the ones shown as frames, and what stands about."""

    id: Phrase
    name: Phrase
    poses: Mapping[str, Pose]
    frames: tuple[Phrase, ...]
    view: View = field(default=View())
    shows: Shows = Shows.RIGHT
    faces: Faces = Faces.RIGHT
    moves: tuple[Phrase, ...] = ()
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    rings: tuple[Ring, ...] = ()
    guides: tuple[GuideLine, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    spots: tuple[Pointed, ...] = ()
    muscles: tuple[Phrase, ...] = ()
    motion: tuple[Phase, ...] = ()
    # Degrees that the ground falls to the right. The pose is written as if it were level.
    slope: float = 0
    # The side that it shows at work, as cards mean it that show it: what `{side}` would say. None where both are.
    side: Side | None = None
    # Frames in which the other side takes over: left out where one side alone is done.
    in_turn: tuple[Phrase, ...] = ()
    # False for a picture of things alone; its poses then only say which props are there.
    people: bool = True
    place: Place | None = field(default=None, compare=False)


class Build(NamedTuple):
    """How a body differs from the plain one: factors (1 = plain), `belly` and `bust` in H."""

    legs: float = 1
    arms: float = 1
    hips: float = 1
    waist: float = 1
    shoulders: float = 1
    seat: float = 1
    jaw: float = 1
    belly: float = 0
    bust: float = 0


class Face(NamedTuple):
    """How a face differs from the plain one: factors (1 = plain); `age` in years shows in cheeks, lids and lips."""

    brows: float = 1
    eyes: float = 1
    nose: float = 1
    lips: float = 1
    age: float = 35


class Hair(Enum):
    """What the hair is like, or what covers it."""

    SHORT = "short"
    CURLY = "curly"
    BOB = "bob"
    LONG = "long"
    PONYTAIL = "ponytail"
    BUN = "bun"
    BALDING = "balding"
    NONE = "none"
    SCARF = "scarf"


@dataclass(frozen=True, slots=True)
class Person:
    """Who shows the movement. Colours as "#RRGGBB"; a blade stands in for the lower leg of one side."""

    id: Phrase
    describes: Phrase
    build: Build
    hair: Hair
    hair_colour: str
    skin: str
    skin_shade: str
    skin_far: str
    glasses: bool = False
    beard: bool = False
    blade: str = ""
    sleeves: str = "short"
    legs: str = "shorts"
    face: Face = field(default=Face())
    place: Place | None = field(default=None, compare=False)
