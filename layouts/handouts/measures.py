"""How a handout is measured: where its columns stand, and in what sizes its words are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.setting import made_for, size_of
from publisher.geometry import Size
from publisher.model.theme import TypeScale, TypeSize

if TYPE_CHECKING:
    from layouts.setting import Setting


class Print(NamedTuple):
    """In what sizes a handout is set. Type in points, `leading` as a multiple of the size, `aside` in millimetres.

    `small` is for letterhead, captions and page numbers, `foot` for sources, `formats` for the line that other formats
    can be had; `aside` is how much of the page its right column has. A disc with a numeral is `disc` times as wide as
    the body is high; the numeral takes .72 of it. `signs` are the words of warning signs. Where type is so large
    that columns would be narrow, their milder tiers and other things are `run_in`, across the page.
    """

    leading: float
    small: TypeSize
    title: TypeSize
    foot: TypeSize
    formats: TypeSize
    aside: float
    disc: float = 1.17
    signs: TypeSize = TypeSize(12.0, 14.0)
    run_in: bool = False


# Clear print is 12 points or more, better 14 (UKAAF G003).
LARGEST, SMALLEST = 14.0, 12.0
# That other formats can be had is said in print that nobody misses (Hampshire County Council: 16 points or more).
CLEAR = Print(1.2, TypeSize(12.0, 14.6), TypeSize(26.0, 28.0), TypeSize(10.0, 12.5), TypeSize(16.0, 19.2), 78.0)
# The sides of a page, and where words of an exercise begin, millimetres.
MARGIN, TEXT = 12.0, 23.5
# The badge of a card beside its title, and the least between two exercises.
BADGE_WIDTH, BADGE_HEIGHT, GAP = 8.6, 13.4, 4.0
# From line to line, as a multiple of the size.
LEADING = CLEAR.leading
# The margin inside a window: what is drawn there reckons in units of it.
INNER = 4.5
# What goes first where it would cost a page, level by level and from all exercises alike; dose, steps and the reasons
# to stop are in no list.
LEFT_OUT: tuple[tuple[str, ...], ...] = (
    ("minutes",),
    ("minutes", "harder"),
    ("minutes", "harder", "easier"),
    ("minutes", "harder", "easier", "breathing", "fault"),
    ("minutes", "harder", "easier", "breathing", "fault", "not_feel"),
)
# What a handout says elsewhere: its own line on when to go further, and the signs at its end. The number of a card is
# of use only beside the code that opens its page.
NEVER = ("move_on", "rule", "number")
_STOCK = size_of("handout", "a handout", Size(210.0, 297.0), (LARGEST, SMALLEST))


def on_handout(setting: Setting, body: float, left_out: tuple[str, ...]) -> Setting:
    """The setting of a handout at one body size, points, without some parts."""
    return made_for(setting, _STOCK, scale_at(body), (*NEVER, *left_out))


def scale_at(body: float) -> TypeScale:
    """All sizes inside an exercise for one body size, points."""
    plain = TypeSize(body, LEADING * body)
    return TypeScale(
        margin=INNER,
        title=TypeSize(1.5 * body, 1.68 * body),
        back_title=TypeSize(1.5 * body, 1.68 * body),
        purpose=plain,
        purpose_without_picture=plain,
        cue=TypeSize(1.15 * body, 1.36 * body),
        dose=TypeSize(1.75 * body, 1.9 * body),
        unit=plain,
        caption=TypeSize(SMALLEST, 14.0),
        foot=CLEAR.foot,
        body_leading=LEADING,
        tab_width=0.0,
        tab_height=0.0,
        tab_icon=5.6,
        tab_number=11.0,
        ground=0.35,
        stratum=2.8,
        gutter=7.4,
        stop_rule=1.6,
    )
