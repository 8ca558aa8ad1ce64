"""A handout in easy words: the fewest there can be, in large type, for somebody to whom reading is hard.

16 points and more for what is to be done, and 14 for what stands at the edges.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts.handouts.desk import Desk
from layouts.handouts.filling import pages_of
from layouts.handouts.measures import LEFT_OUT, Print, on_handout
from publisher.model.patient import Need
from publisher.model.theme import TypeSize
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.handouts.filling import Heads
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.programmes import Handout

# Large print begins at 16 points and up to 18 is easy to read (UKAAF G003).
LARGEST, SMALLEST, LEAST = 18.0, 16.0, 12.0
# From the edge of a row to its words, millimetres.
GUTTER = 10.0
_EDGES = TypeSize(14.0, 17.0)
EASY = Print(
    leading=1.25,
    small=_EDGES,
    title=TypeSize(26.0, 28.5),
    foot=TypeSize(11.0, 13.5),
    formats=TypeSize(18.0, 22.0),
    aside=78.0,
    signs=TypeSize(16.0, 19.5),
    run_in=True,
)


def easily(job: Job, handout: Handout, pieces: Callable[[Desk], Sequence[Piece]], heads: Heads) -> Desk | None:
    """The desk for somebody who needs easy words: as few pages as can be, then the largest type that keeps to them.

    None for everybody else. Only where a note is so long that an exercise is higher than a page, type is smaller.
    """
    if Need.EASY_WORDS not in handout.needs:
        return None
    desks = [
        (desk := desk_of(job, handout, body), pages_of(desk, pieces(desk), heads)) for body in sizes(LARGEST, LEAST)
    ]
    fewest = min((pages for desk, pages in desks if pages and desk.body >= SMALLEST), default=None)
    return next((desk for desk, pages in desks if pages and pages == (fewest or pages)), None)


def desk_of(job: Job, handout: Handout, body: float) -> Desk:
    """The desk at one body size, points."""
    return Desk(handout, _captioned(on_handout(job.setting, body, LEFT_OUT[-1])), job.paper, body, EASY)


def _captioned(setting: Setting) -> Setting:
    """With the words under pictures as large as those at the edges of the page, and room beside larger discs."""
    name = str(setting.stock.type) if setting.stock else "card"
    scale = setting.scale._replace(caption=_EDGES, foot=EASY.foot, gutter=GUTTER)
    scales = {**setting.theme.scales, name: scale}
    return replace(setting, theme=setting.theme._replace(scales=scales))
