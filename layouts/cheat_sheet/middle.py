"""Why it hurts, steps a minute, and the day of the hill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import Box, Point, mm
from publisher.model.card import Advice, Explanation
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


from layouts.cheat_sheet.desk import MARGIN, Desk

# Steps a minute on flat ground, and 5 and 10 per cent more (Heiderscheit 2011), so that nobody calculates.
STEP_RATES = (150, 155, 160, 165, 170, 175, 180)
GENTLE, MOST = 1.05, 1.10


def why_and_steps(desk: Desk, top: float) -> float:
    """The reasons at the left, the table of step rates at the right."""
    left = desk.width * 0.41
    y = desk.heading("cheat_sheet.why", MARGIN, top)
    with desk.surface.element(Role.LIST):
        for card in desk.sheet.whys:
            if isinstance(card.body, Explanation):
                y = _why(desk, card.body, Box(MARGIN, y, left, 0)) + desk.tight
    x = MARGIN + left + 0.06 * desk.width
    return max(y, _steps(desk, Box(x, top, MARGIN + desk.width - x, 0)))


def _why(desk: Desk, why: Explanation, box: Box) -> float:
    return desk.bullet(" ".join(why.lines), desk.body, box, "lines")


def _steps(desk: Desk, box: Box) -> float:
    words = desk.setting.words
    y = desk.heading("cheat_sheet.steps", box.x, box.y)
    rows = [
        ("cheat_sheet.steps_now", list(STEP_RATES), False),
        ("cheat_sheet.steps_try", [_more(rate, GENTLE) for rate in STEP_RATES], True),
        ("cheat_sheet.steps_most", [_more(rate, MOST) for rate in STEP_RATES], False),
    ]
    height = desk.lead * (1.24 if desk.look.figure else 1.38)
    desk.hairline(box, y)
    with desk.surface.element(Role.TABLE):
        for path, rates, chosen in rows:
            _row(desk, words.say(path), rates, Box(box.x, y, box.width, height), chosen=chosen)
            y += height
            desk.hairline(box, y)
    block = desk.surface.set(words.say("cheat_sheet.steps_help"), desk.body, box.width)
    with desk.surface.element(Role.PARAGRAPH):
        return desk.surface.write(block, box.x, y + 1.8 * desk.tight)


def _row(desk: Desk, name: str, rates: Sequence[int], box: Box, *, chosen: bool) -> None:
    style = desk.body.bold().at(desk.body.size * 1.2, desk.body.leading) if chosen else desk.body
    baseline = box.y + box.height / 2 + mm(0.334 * style.size)
    first = 0.2 * box.width
    pitch = (box.width - first) / len(rates)
    with desk.surface.element(Role.ROW):
        with desk.surface.element(Role.HEADER, scope="Row"):
            label = desk.body.bold() if chosen else desk.body
            desk.surface.label(name, label, Point(box.x, baseline))
        for i, rate in enumerate(rates, 1):
            with desk.surface.element(Role.CELL):
                at = Point(box.x + first + i * pitch, baseline)
                desk.surface.label(str(rate), style, at, align="right")


def day(desk: Desk, top: float) -> float:
    """Three short columns, each with its bold word running into the sentence."""
    bottom, gap = top, 7.0
    width = (desk.width - 2 * gap) / 3
    for card in desk.sheet.day[:1]:
        if not isinstance(card.body, Advice):
            continue
        for i, (path, line) in enumerate(zip(("before", "during", "after"), card.body.lines, strict=False)):
            label = desk.setting.words.say(f"cheat_sheet.{path}")
            rest = line.removeprefix(label)
            spans = [Span(label, Weight.BOLD), Span(rest if rest != line else f" {line}", Weight.REGULAR)]
            block = desk.surface.set(spans, desk.body, width)
            with desk.surface.element(Role.PARAGRAPH):
                written = desk.surface.write(block, MARGIN + i * (width + gap), top, field="lines")
            bottom = max(bottom, written)
    return bottom


def _more(rate: int, times: float) -> int:
    """A step rate raised, halves rounded up."""
    return int(rate * times + 0.5)
