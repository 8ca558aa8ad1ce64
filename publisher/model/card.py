"""A card: what an author says of one exercise, cue, sign or piece of advice."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publisher.model.dose import Dose
    from publisher.model.programme import Side
    from publisher.problems import Phrase, Place


class Kind(Enum):
    """What sort of thing a card is; it decides which fields the card has."""

    EXERCISE = "exercise"
    STRETCH = "stretch"
    WARM_UP = "warm-up"
    DRILL = "drill"
    RECOVERY = "recovery"
    FORM_CUE = "form-cue"
    FORM_FAULT = "form-fault"
    EXPLANATION = "explanation"
    WARNING_SIGN = "warning-sign"
    ADVICE = "advice"


class Group(Enum):
    """Where a card belongs; it gives colour, letter, icon and pattern."""

    WARNING = "warning"
    WHY = "why"
    FORM = "form"
    WARM_UP = "warm-up"
    STRENGTH = "strength"
    STRETCHES = "stretches"
    RECOVERY = "recovery"
    GEAR = "gear"
    FUEL = "fuel"
    MIND = "mind"


class Region(Enum):
    """The part of the body that a card works on."""

    WHOLE_BODY = "whole-body"
    BACK = "back"
    BELLY = "belly"
    HIPS = "hips"
    THIGHS = "thighs"
    LOWER_LEGS = "lower-legs"
    CHEST_AND_SHOULDERS = "chest-and-shoulders"


class Position(Enum):
    """How the person is placed."""

    LYING_BACK = "lying-back"
    LYING_FRONT = "lying-front"
    LYING_SIDE = "lying-side"
    ALL_FOURS = "all-fours"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    RUNNING = "running"


class EvidenceLevel(Enum):
    """How well something is shown to work, strongest first."""

    GUIDANCE = "guidance"
    TRIALS = "trials"
    SMALL_STUDIES = "small-studies"
    LABORATORY = "laboratory"
    COACHING = "coaching"
    COMMON_PRACTICE = "common-practice"

    @property
    def stones(self) -> int:
        """Filled stones of the cairn, 1 to 3."""
        if self in {EvidenceLevel.GUIDANCE, EvidenceLevel.TRIALS}:
            return 3
        return 2 if self in {EvidenceLevel.SMALL_STUDIES, EvidenceLevel.LABORATORY} else 1


class Tier(Enum):
    """How fast to act on a warning sign, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SEE_SOMEONE = "see-someone"
    KEEP_GOING = "keep-going"


class Step(NamedTuple):
    """One numbered step. The caption is the one to three words under the picture that shows it.

    `pose` is the pose of the card's figure that looks like this step.
    """

    text: Phrase
    caption: Phrase | None = None
    pose: Phrase | None = None


class Fault(NamedTuple):
    """What is often seen to go wrong, and what to do about it."""

    see: Phrase
    fix: Phrase


class Variant(NamedTuple):
    """An easier or harder form; `card` is the id of a card that shows it.

    One `of_dose` is another dose ("Do 3 sets."), and means nothing beside one that somebody set.
    """

    text: Phrase
    card: Phrase | None = None
    of_dose: bool = False


class Point(NamedTuple):
    """A short bold lead and the sentences that follow it."""

    lead: Phrase
    text: Phrase


class Crop(Enum):
    """The frame that all photographs of a card are cut to: for who stands, for who does not, or as wide as high."""

    UPRIGHT = "upright"
    SQUARE = "square"
    LYING = "lying"

    @property
    def aspect(self) -> float:
        """Width to height."""
        return {Crop.UPRIGHT: 3 / 4, Crop.SQUARE: 1.0, Crop.LYING: 4 / 3}[self]


class Photo(NamedTuple):
    """One photograph: its file in the library, what it shows for somebody who cannot see it, and words under it.

    It is cut to the frame that all photographs of a card share, round its focus (shares of its width and height from
    the top left). `step` is the number of the step that it shows, from 1.
    """

    file: Phrase
    alt: Phrase
    caption: Phrase | None = None
    focus: tuple[float, ...] = (0.5, 0.5)
    step: int | None = None


class Picture(NamedTuple):
    """Which figure shows the card, what it shows for somebody who cannot see it, and who is asked to show it.

    `beside` is a second figure to stand next to it, so that right is seen with wrong; figures say which they show.
    A card with `photos` has no figure; its `alt` is what all of them show, and `frame` what they are cut to, where that
    is not to be told by the photographs themselves. `side` is the one that photographs show; a figure tells its own.
    """

    figure: Phrase | None
    alt: Phrase
    person: Phrase | None = None
    beside: Phrase | None = None
    photos: tuple[Photo, ...] = ()
    frame: Crop | None = None
    side: Side | None = None


class Evidence(NamedTuple):
    """How sure we are, the sources by key (strongest first), and where proof is thin."""

    level: EvidenceLevel
    sources: tuple[Phrase, ...]
    note: Phrase | None = None


class Review(NamedTuple):
    """Who signed the card off. Nobody, until a physiotherapist has. Dates as YYYY-MM-DD.

    `seal` stands for the words that were signed (`publisher.reviews`); `changed` when the card says others by now.
    """

    reviewed_by: Phrase | None = None
    role: Phrase | None = None
    date: Phrase | None = None
    next: Phrase | None = None
    registration: Phrase | None = None
    seal: Phrase | None = None
    changed: bool = False

    @property
    def holds(self) -> bool:
        """Whether somebody signed what the card says today."""
        return self.reviewed_by is not None and not self.changed


class Excuse(NamedTuple):
    """A rule that a card may break, and why."""

    rule: Phrase
    because: Phrase


class Movement(NamedTuple):
    """Exercise, stretch, warm-up, drill or recovery: something done in steps, with a dose."""

    cue: Phrase
    start: Phrase
    steps: tuple[Step, ...]
    feel: Phrase
    dose: Dose
    stop_if: tuple[Phrase, ...]
    not_feel: Phrase | None = None
    breathing: Phrase | None = None
    faults: tuple[Fault, ...] = ()
    easier: Variant | None = None
    harder: Variant | None = None
    move_on: Phrase | None = None
    precautions: tuple[Phrase, ...] = ()


class FormCue(NamedTuple):
    """How to run: the right way beside the wrong way.

    `cue` has at most six words, `right` is one plain line under it, `wrong` starts "Do not". The
    steps are a short drill to practise it.
    """

    cue: Phrase
    right: Phrase
    wrong: Phrase
    why: Phrase
    steps: tuple[Step, ...]
    feel: Phrase
    faults: tuple[Fault, ...]
    stop_if: tuple[Phrase, ...]


class FormFault(NamedTuple):
    """A way of running that loads the back: what it looks like, what it does, what to do instead.

    `wrong` starts "Do not"; `cue` is the id of the form cue that mends it.
    """

    wrong: Phrase
    instead: Phrase
    signs: tuple[Phrase, ...]
    why: Phrase
    steps: tuple[Step, ...]
    stop_if: tuple[Phrase, ...]
    cue: Phrase | None = None


class Explanation(NamedTuple):
    """Why something happens: up to three short lines in front, points behind, and so what."""

    lines: tuple[Phrase, ...]
    points: tuple[Point, ...]
    so: Phrase


class WarningSign(NamedTuple):
    """A sign that needs acting on.

    `short` is the sign in one line for lists (lower case, no full stop); `front` the one to three
    lines under the title; `signs` the signs in full; `why` the reason; `say` the words to say. `brief`
    is the sign in a few words for the cover of a deck, where the title would not be clear among others. `alone` is the
    sign for lists under a heading that says: even with no back pain.
    """

    tier: Tier
    short: Phrase
    front: tuple[Phrase, ...]
    signs: tuple[Phrase, ...]
    why: Phrase
    say: Phrase | None = None
    runner: bool = False
    brief: Phrase | None = None
    alone: Phrase | None = None


class Advice(NamedTuple):
    """Things to do and not to do; each `do_not` starts "Do not"."""

    lines: tuple[Phrase, ...]
    do: tuple[Phrase, ...]
    do_not: tuple[Phrase, ...]
    why: Phrase
    stop_if: tuple[Phrase, ...] = ()


Body = Movement | FormCue | FormFault | Explanation | WarningSign | Advice


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `number` counts within the group and, once printed, stays with the card."""

    id: Phrase
    kind: Kind
    group: Group
    number: int
    title: Phrase
    purpose: Phrase
    body: Body
    evidence: Evidence
    review: Review
    level: int = 1
    region: Region = Region.WHOLE_BODY
    position: Position | None = None
    equipment: tuple[Phrase, ...] = ()
    tags: tuple[Phrase, ...] = ()
    also_called: tuple[Phrase, ...] = ()
    picture: Picture | None = None
    excused: tuple[Excuse, ...] = ()
    place: Place | None = field(default=None, compare=False)

    @property
    def is_at_work(self) -> bool:
        """Whether the body is: slow breaths load nothing; food and gear neither."""
        moves = isinstance(self.body, Movement | FormCue | FormFault) or self.group is Group.FORM
        return moves and self.group is not Group.MIND


class Source(NamedTuple):
    """A work that cards cite. `short` is what a card prints, such as "Cai 2017"."""

    key: str
    short: Phrase
    authors: Phrase
    year: int
    title: Phrase
    where: Phrase
    doi: Phrase | None = None
    url: Phrase | None = None
    note: Phrase | None = None
