"""Words under pictures, each behind the number of its step, in a line below the ground: nothing covers a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.pictures import Label, ledge, token
from publisher.geometry import Point, mm
from publisher.problems import Phrase, place_of
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.pictures import Tie
    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.typesetting.surface import Surface

# From the ground to the captions below it, and from a sign to its words, millimetres.
OVER, BEHIND = 1.0, 1.1
# The least between two captions, millimetres: which sign belongs to which words is seen at once.
APART = 4.0
# How wide a sign is: its numeral is 10 points high.
SIGN = 4.9
# A frame lower than the lowest by less than this, millimetres, stands on the same ground.
LEVEL = 1.0


def caption_height(setting: Setting, sign: float = SIGN) -> float:
    """The room that captions take below a ground, millimetres, with signs so wide."""
    return OVER + max(sign, mm(setting.scale.caption.leading))


def breathed(
    surface: Surface, setting: Setting, standing: Sequence[Standing], tied: Sequence[Tie | None], sign: float = SIGN
) -> list[Tie | None]:
    """Captions that say how to breathe in words, in place of a sign that only those know who know the cards.

    A start has none: nobody moves yet.

    They go without where words find no room side by side, and over a ground of its own, where a hand may hang down.
    """
    ground = max(each.foot.y for each in standing)
    bare = [one and one._replace(breath="") for one in tied]
    told = [
        _breathing(one, setting) if one and each.foot.y > ground - LEVEL else plain
        for each, one, plain in zip(standing, tied, bare, strict=True)
    ]
    below = [one for each, one in zip(standing, told, strict=True) if one and each.foot.y > ground - LEVEL]
    labels = [Label(surface, setting, one, signs=True) for one in below]
    return told if _line(below, labels, sign) <= _room(surface, setting) else bare


def _breathing(one: Tie, setting: Setting) -> Tie:
    if not one.breath or not one.caption or one.number == "":
        return one._replace(breath="")
    said = setting.words.say(f"breath.said.{one.breath}", caption=one.caption)
    return one._replace(caption=Phrase(said, place_of(one.caption)), breath="")


def captions(
    surface: Surface,
    setting: Setting,
    standing: Sequence[Standing],
    tied: Sequence[Tie | None],
    top: float,
    sign: float = SIGN,
) -> None:
    """The captions of frames that stand on one ground, in a line that begins at `top`; one above has its own.

    Signs are so wide, millimetres. Where words with their signs of breath and time find no room side by side they go
    without, then there are numbers alone.
    """
    ground = max(each.foot.y for each in standing)
    below = [(each, one) for each, one in zip(standing, tied, strict=True) if each.foot.y > ground - LEVEL]
    told = [(each, one) for each, one in below if one is not None]
    labels = _labels(surface, setting, [one for _, one in told], sign)
    widths = [_wide(one, label, sign) for (_, one), label in zip(told, labels, strict=True)]
    lefts = _spread([each.box.x + each.box.width / 2 for each, _ in told], widths, setting.scale.margin, surface)
    high = max(sign, mm(setting.scale.caption.leading))
    for (_, one), label, left in zip(told, labels, lefts, strict=True):
        with surface.element(Role.CAPTION):
            token(surface, setting, one, Point(left + sign / 2, top + OVER + high / 2), sign / 2)
            label.write(surface, left + _sign(one, sign), top + OVER + (high - mm(setting.scale.caption.leading)) / 2)
    for each, above in zip(standing, tied, strict=True):
        if each.foot.y <= ground - LEVEL:
            ledge(surface, setting, each, above)


def _sign(one: Tie, sign: float) -> float:
    """How wide the sign before the words is, with the air behind it."""
    return 0.0 if one.number is None else sign + BEHIND * sign / SIGN


def _wide(one: Tie, label: Label, sign: float) -> float:
    return _sign(one, sign) + label.width


def _line(tied: Sequence[Tie], labels: Sequence[Label], sign: float) -> float:
    """How wide captions are side by side."""
    widths = (_wide(one, label, sign) for one, label in zip(tied, labels, strict=True))
    return sum(widths) + APART * (len(labels) - 1)


def _room(surface: Surface, setting: Setting) -> float:
    return surface.trim.width - 2 * setting.scale.margin


def _labels(surface: Surface, setting: Setting, tied: Sequence[Tie], sign: float) -> list[Label]:
    """The words of all captions, as many as find room in one line."""
    bare = [one._replace(caption="") if one.number is not None else one for one in tied]
    for signs in (True, False):
        labels = [Label(surface, setting, one, signs=signs) for one in tied]
        if _line(tied, labels, sign) <= _room(surface, setting):
            return labels
    surface.leave_out("caption")
    return [Label(surface, setting, one, signs=False) for one in bare]


def _spread(centres: Sequence[float], widths: Sequence[float], margin: float, surface: Surface) -> list[float]:
    """Where captions begin: each centred under its frame, but between the margins and clear of its neighbours."""
    lefts: list[float] = []
    edge = margin
    for centre, width in zip(centres, widths, strict=True):
        lefts.append(max(edge, centre - width / 2))
        edge = lefts[-1] + width + APART
    edge = surface.trim.right - margin
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], edge - widths[at])
        edge = lefts[at] - APART
    return lefts
