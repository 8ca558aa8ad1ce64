"""How large print is measured: 18 points or more for everything, with line breaks of its own (UKAAF G003)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.desk import Desk
from layouts.handouts.measures import MARGIN, NEVER, Print
from layouts.setting import made_for, size_of
from publisher.geometry import Size, mm
from publisher.model.theme import TypeScale, TypeSize

if TYPE_CHECKING:
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.programmes import Handout

BODY = 18.0
PLAIN = TypeSize(BODY, 1.3 * BODY)
LARGE = Print(1.3, PLAIN, TypeSize(34.0, 37.0), PLAIN, TypeSize(24.0, 29.0), 94.0, 1 / 0.72)
DISC = LARGE.disc * mm(BODY)
# What goes first where a picture would be small, one part after another: how to breathe and where not to feel it are
# kept longer than what could be done instead. The purpose of a card goes last.
_FIRST = ("minutes", "harder", "fault", "easier", "breathing", "not_feel", "purpose")
LEVELS: tuple[tuple[str, ...], ...] = tuple(_FIRST[:count] for count in range(len(_FIRST) + 1))
_SCALE = TypeScale(
    margin=MARGIN,
    title=TypeSize(38.0, 40.0),
    back_title=TypeSize(38.0, 40.0),
    purpose=PLAIN,
    purpose_without_picture=PLAIN,
    cue=TypeSize(24.0, 29.0),
    dose=TypeSize(50.0, 52.0),
    unit=TypeSize(BODY, 22.0),
    caption=TypeSize(BODY, 22.0),
    foot=PLAIN,
    body_leading=1.3,
    tab_width=22.0,
    tab_height=46.0,
    tab_icon=15.0,
    tab_number=24.0,
    ground=0.35,
    stratum=4.2,
    gutter=12.6,
    stop_rule=1.6,
)
_STOCK = size_of("large-print", "a handout in large print", Size(210.0, 297.0), (BODY, BODY))


def desk_of(job: Job, handout: Handout) -> Desk:
    """The desk for a job, with everything that an exercise can say."""
    return without(Desk(handout, job.setting, job.paper, BODY, LARGE), ())


def without(desk: Desk, left_out: tuple[str, ...]) -> Desk:
    """The same desk without some parts of exercises."""
    return desk._replace(setting=_in_large(desk.setting, left_out))


def _in_large(setting: Setting, left_out: tuple[str, ...]) -> Setting:
    return made_for(setting, _STOCK, _SCALE, (*NEVER, *left_out))
