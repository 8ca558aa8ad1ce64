"""Figures on a face: drawn, tied to the steps that they show, ticked or crossed, pointed at."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from layouts.signs import clock, cross, disc, icon, rule, start, tick
from layouts.standing import HEAD
from publisher.colour import WHITE
from publisher.drawing import Mark, Stroke, ellipse, polyline
from publisher.figures.illustration import BAND, STATURE
from publisher.figures.photographs import Photographed
from publisher.figures.tempo import kept
from publisher.geometry import Box, Point, mm
from publisher.problems import place_of
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Frame, Illustration
    from publisher.model.card import Step
    from publisher.model.dose import Dose, Range
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface


# Between the words of neighbouring frames, millimetres; and between words and the next sign, in sides of a sign.
LABEL_GAP, SIGN_GAP = 1.8, 0.75


def line_weight(surface: Surface) -> float:
    """The weight of body lines on a card of this width, points: one for all figures, so that none is bolder."""
    return max(0.42, 0.5 * math.pow(surface.trim.width / 63.5, 0.8))


def show(surface: Surface, standing: Sequence[Standing], alt: str, weight: float) -> None:
    """All frames of a card as one figure, their lines of one weight, points."""
    surface.picture(alt, *(each.drawn(weight) for each in standing))


class Tie(NamedTuple):
    """What ties a frame to the back: the number of its step, or nothing for the start, and a few words.

    With no number at all (None) there are words alone.

    `breath` ("in", "out") and `hold` (seconds) are shown by signs behind the words.
    """

    number: str | None
    caption: str
    breath: str = ""
    hold: Range | None = None


def ties(
    illustration: Illustration, steps: Sequence[Step], setting: Setting, dose: Dose | None = None
) -> list[Tie | None]:
    """For each frame the step that looks like it; a frame that none does is the start when it comes first."""
    found: list[Tie | None] = []
    for place, frame in enumerate(illustration.frames):
        if isinstance(frame, Photographed):
            found.append(_of_photograph(frame, place, len(illustration.frames), steps, setting))
            continue
        step = next((i for i, step in enumerate(steps) if step.pose == frame.pose), None)
        hold = None if dose is None else kept(frame.beat.stays, dose)
        if step is not None:
            found.append(Tie(str(step + 1), steps[step].caption or "", frame.beat.breath, hold))
        elif place == 0 and len(illustration.frames) > 1:
            found.append(Tie("", setting.words.say("card.start"), frame.beat.breath, hold))
        else:
            found.append(None)
    return found


def _of_photograph(frame: Photographed, place: int, count: int, steps: Sequence[Step], setting: Setting) -> Tie | None:
    """What stands under a photograph: its own words or those of its step; the first of several is the start."""
    if frame.step is not None:
        return Tie(str(frame.step), frame.caption or steps[frame.step - 1].caption or "")
    if place == 0 and count > 1:
        return Tie("", frame.caption or setting.words.say("card.start"))
    return Tie(None, frame.caption) if frame.caption else None


def tie(surface: Surface, setting: Setting, standing: Sequence[Standing], tied: Sequence[Tie | None]) -> None:
    """Discs on the ground under the frames, captions below them; a frame above has its own beside its ground."""
    unit, scale = setting.scale.margin / 4.5, setting.scale
    ground = max(each.foot.y for each in standing)
    on_line = [(each, one) for each, one in zip(standing, tied, strict=True) if each.foot.y > ground - 1]
    radius = 2.15 * unit
    centres = _apart([each.box.x + each.box.width / 2 for each, _ in on_line], 2.6 * radius)
    middle = ground + 0.25 * unit + scale.stratum / 2
    labels = _labels(surface, setting, [one for _, one in on_line])
    for (_, one), x, label, where in zip(
        on_line, centres, labels, _places(surface, setting, labels, centres), strict=True
    ):
        if one is None:
            continue
        with surface.element(Role.CAPTION):
            token(surface, setting, one, Point(x, middle), radius)
            label.write(surface, where - label.width / 2, ground + scale.stratum + radius)
    for each, one in zip(standing, tied, strict=True):
        if each.foot.y <= ground - 1:
            ledge(surface, setting, each, one)


def _apart(centres: Sequence[float], least: float) -> list[float]:
    """Centres kept so far from one another, moving both of a pair alike."""
    out = list(centres)
    for _ in out:
        for i in range(1, len(out)):
            lack = least - (out[i] - out[i - 1])
            if lack > 1e-6:
                out[i - 1] -= lack / 2
                out[i] += lack / 2
    return out


def token(surface: Surface, setting: Setting, one: Tie, centre: Point, radius: float) -> None:
    """The disc with its number, or the ring of the start, on a white edge that frees it from the ground."""
    if one.number is None:
        return
    with surface.artifact():
        surface.paint(Mark(ellipse(centre, 1.23 * radius), fill=WHITE))
    if one.number:
        disc(surface, one.number, centre, 2 * radius, setting)
        return
    with surface.artifact():
        start(surface, setting, centre, radius)


def _labels(surface: Surface, setting: Setting, tied: Sequence[Tie | None]) -> list[Label]:
    """The words under the frames, with their signs where all of them find room side by side."""
    room = surface.trim.width - 2 * setting.scale.margin
    full = [Label(surface, setting, one, signs=True) for one in tied]
    if sum(label.width for label in full) + LABEL_GAP * (len(full) - 1) <= room:
        return full
    return [Label(surface, setting, one, signs=False) for one in tied]


def _places(surface: Surface, setting: Setting, labels: Sequence[Label], centres: Sequence[float]) -> list[float]:
    """Where labels are centred: under their discs, but inside the margins and clear of one another."""
    margin = setting.scale.margin
    widths = [label.width for label in labels]
    out = [
        min(max(x, margin + width / 2), surface.trim.right - margin - width / 2)
        for x, width in zip(centres, widths, strict=True)
    ]
    for i in range(1, len(out)):
        lack = (widths[i - 1] + widths[i]) / 2 + LABEL_GAP - (out[i] - out[i - 1])
        if lack > 0 and widths[i] and widths[i - 1]:
            left = min(lack / 2, out[i - 1] - widths[i - 1] / 2 - margin)
            out[i - 1] -= left
            out[i] += lack - left
    # One that was pushed over the edge pushes back.
    limit = surface.trim.right - margin
    for i in range(len(out) - 1, -1, -1):
        out[i] = min(out[i], limit - widths[i] / 2)
        limit = out[i] - widths[i] / 2 - LABEL_GAP if widths[i] else limit
    if out and out[0] - widths[0] / 2 < margin - 0.01:
        surface.too_long("caption", 1, 5, labels[-1].place)
    return out


class Label:
    """A few words under a frame, the time that it is held, and how to breathe, in one line."""

    def __init__(self, surface: Surface, setting: Setting, tied: Tie | None, *, signs: bool) -> None:
        """Words are set, and signs put in their order; a tie with nothing to say is nothing wide."""
        self._setting, self._style = setting, setting.style(setting.scale.caption)
        self._side = mm(self._style.size) * 1.05
        said = "" if tied is None or setting.leaves_out("caption") else tied.caption
        self._blocks: list[tuple[str, Range | None, Block]] = []
        if said:
            self._blocks.append(("", None, self._set(surface, said)))
        if signs and tied is not None and not setting.leaves_out("caption"):
            if tied.breath:
                self._blocks.append(("breath", None, self._set(surface, setting.words.say(f"breath.{tied.breath}"))))
            if tied.hold is not None:
                time = self._set(surface, setting.words.short_time(tied.hold))
                self._blocks.append(("hold", tied.hold, time))
        self.place = place_of(said)
        self.width = sum(self._wide(name, block) for name, _, block in self._blocks)
        self.width += SIGN_GAP * self._side * max(0, len(self._blocks) - 1)

    def _set(self, surface: Surface, text: str) -> Block:
        return surface.set(text, self._style, 200)

    def _wide(self, name: str, block: Block) -> float:
        return block.width + (1.3 * self._side if name else 0.0)

    def write(self, surface: Surface, left: float, top: float) -> None:
        """The line from its left end; `top` is the top of the words."""
        x = left
        for name, hold, block in self._blocks:
            box = Box(x, top + (block.height - self._side) / 2, self._side, self._side)
            if name:
                with surface.artifact():
                    self._sign(surface, hold, box)
                x += 1.3 * self._side
            surface.write(block, x, top, field="caption")
            x += block.width + SIGN_GAP * self._side

    def _sign(self, surface: Surface, hold: Range | None, box: Box) -> None:
        if hold is None:
            icon(surface, self._setting, "breath", box, self._setting.theme.ink)
        else:
            clock(surface, self._setting, hold.low, Point(box.x + box.width / 2, box.y + box.height / 2), box.width / 2)


def ledge_height(setting: Setting) -> float:
    """The room that a frame above needs under its feet: its ground, its ring and words, and air."""
    return 5.6 * setting.scale.margin / 4.5


def ledge(surface: Surface, setting: Setting, each: Standing, one: Tie | None) -> None:
    """A short thin ground under a frame that stands above, with its ring and word under an end where nothing hangs."""
    unit, box = setting.scale.margin / 4.5, each.box
    y = each.foot.y + 0.25 * unit
    with surface.artifact():
        rule(surface, Box(box.x - unit, y, box.width + 2 * unit, 0.35 * unit), setting.theme.ink)
    if one is None:
        return
    radius, label = 1.85 * unit, Label(surface, setting, one, signs=True)
    top, wide = y + 0.9 * unit, 2.5 * radius + label.width
    ends = max(setting.scale.margin, box.x), min(surface.trim.right - setting.scale.margin, box.right) - wide
    left = next((x for x in ends if not _hangs(each, Box(x, top, wide, 2 * radius))), ends[0])
    centre = Point(left + radius, top + radius)
    with surface.element(Role.CAPTION):
        token(surface, setting, one, centre, radius)
        label.write(surface, centre.x + 1.5 * radius, centre.y - mm(setting.scale.caption.leading) / 2)


def _hangs(each: Standing, box: Box) -> bool:
    """Whether a part of a figure, such as a hand before it, hangs into a box."""
    return any(box.x <= point.x <= box.right for point in each.ink_between(box.y, box.bottom))


# --- right and wrong ---


def judge(surface: Surface, setting: Setting, standing: Sequence[Standing], radius: float) -> None:
    """A tick by whom to copy, a cross by whom not to, each where no figure is in its way."""
    if not surface.keeps:
        return
    within = surface.trim.inset(0.8 * setting.scale.margin + radius)
    with surface.artifact():
        for each in standing:
            centre = _free(each, standing, radius, within)
            (cross if each.frame.wrong else tick)(surface, setting, centre, radius)


# How much room a mark takes beside a head, in its radius: it and the air on both sides; and how far off its middle is.
MARK_ROOM, _ASIDE = 3.2, 1.6


def mark_room(frame: Frame, radius: float) -> float:
    """The room that a mark of that radius needs to the left of a frame: none where a leg trails behind the head."""
    return max(0.0, (_ASIDE + 1.0) * radius - 0.3 * (_head_edge(frame) - frame.box.x + frame.ground.x))


def _head_edge(frame: Frame) -> float:
    """How far the head reaches to the left of the ground point, at 100 mm a stature."""
    return min(frame.edges[band][0] for band in sorted(frame.edges)[:HEAD])


def _free(each: Standing, standing: Sequence[Standing], radius: float, within: Box) -> Point:
    """A spot at the height of the head, left of it if there is one where nothing is painted."""
    box = each.box
    y, reach = box.y + 1.2 * radius, 1.45 * radius
    beside = each.foot.x + _head_edge(each.frame) * each.height / STATURE
    ink = sorted(point for other in standing for point in other.ink_between(y - reach, y + reach))
    tried = [beside - share * radius for share in (_ASIDE, 2.0, 2.3, 2.6, 2.9, 3.2)]
    tried += [box.x + share * radius for share in (0.6, 0.0, -0.6, -1.2, 1.2, 1.8, 2.4, 3.0)]
    tried += [box.right + share * radius for share in (-0.6, 0.6, 1.2)]
    tried = [x for x in tried if within.x <= x <= within.right] or [max(within.x, box.x)]

    def crowded(x: float) -> int:
        near = ink[bisect_left(ink, (x - reach,)) : bisect_left(ink, (x + reach,))]
        return sum(math.hypot(point.x - x, point.y - y) < reach for point in near)

    return Point(min(tried, key=crowded), y)


# --- pointing ---


def point_out(surface: Surface, setting: Setting, each: Standing, numbers: int) -> None:
    """Numbered discs at the sides, each with a line to its spot on the figure: what the lines below speak of."""
    unit, trim = setting.scale.margin / 4.5, surface.trim
    radius = 2.2 * unit
    if isinstance(each.frame, Photographed):
        return
    spots = [point for _, point in each.frame.sketch.spots[:numbers]]
    left, right = setting.scale.margin + radius, trim.right - setting.scale.margin - radius
    fall = math.tan(math.radians(each.frame.slope))
    # Uphill the ground may be in the way of a line to a foot.
    low = math.inf if fall <= 0 else each.foot.y - (each.foot.x - left) * fall - 1.4 * radius
    sides = [
        (at, left if at.y < low and _on_the_left(each.frame, spot) else right)
        for spot, at in zip(spots, map(each.move.of, spots), strict=True)
    ]
    heights = [
        min(y, each.foot.y + (x - each.foot.x) * fall - 1.4 * radius)
        for (_, x), y in zip(sides, _heights(sides, 3.0 * radius), strict=True)
    ]
    with surface.artifact():
        for (spot, x), y in zip(sides, heights, strict=True):
            end = (x + math.copysign(radius, spot.x - x), y)
            surface.paint(Mark(polyline([end, spot]), stroke=Stroke(WHITE, 1.1 * unit)))
            surface.paint(Mark(polyline([end, spot]), stroke=Stroke(setting.theme.ink, 0.35 * unit)))
            surface.paint(Mark(ellipse(spot, 0.7 * unit), fill=setting.theme.ink))
        for i, ((_, x), y) in enumerate(zip(sides, heights, strict=True), 1):
            disc(surface, str(i), Point(x, y), 2 * radius, setting)


def _on_the_left(frame: Frame, spot: Point) -> bool:
    """Whether the way from a spot to the air is shorter on the left."""
    x, y = spot.x - frame.ground.x, spot.y - frame.ground.y
    left, right = frame.edges.get(math.floor(y / BAND), (x, x))
    return x - left < right - x


def _heights(sides: Sequence[tuple[Point, float]], least: float) -> list[float]:
    """The discs stand at the heights of their spots, those of one side clear of one another."""
    out = [spot.y for spot, _ in sides]
    for side in {x for _, x in sides}:
        own = sorted((i for i, (_, x) in enumerate(sides) if x == side), key=lambda i: out[i])
        for index, y in zip(own, _apart([out[i] for i in own], least), strict=True):
            out[index] = y
    return out
