"""The dose of one person: large figures in a line, and below them in words, each in its place, what they do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.signs import rule
from publisher.geometry import Box, Point, mm
from publisher.model.card import Movement
from publisher.programme_words import given_said, note_from, time_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import WORD_SPACE, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface
    from publisher.words import Figure

# Between two figures of a line, millimetres.
APART = 6.0
# Between two labelled words of a line; the bar beside a note, how far before it, and the air over and under it.
BESIDE, BAR, BAR_ASIDE, OVER = 5.0, 1.0, 2.6, 0.8


def dose_line(desk: Desk, surface: Surface, exercise: Exercise, box: Box) -> float:
    """Figures; then side, load and days, each behind its label; then hold, tempo and rest. Gives the height below them.

    Days are words in all exercises, never figures in some: nobody has to look for them at two places.
    """
    body, words = exercise.card.body, desk.setting.words
    if not isinstance(body, Movement):
        return box.y
    dose = body.dose
    y = figures(desk, surface, words.dose_strip(dose._replace(days_a_week=None)), box) + 0.4
    # The last step tells the rest.
    notes = words.dose_notes(dose._replace(days_a_week=None, load=None, rest=None))
    minutes = "" if desk.setting.leaves_out("minutes") else time_said(words, dose)
    notes = " ".join(filter(None, (notes, minutes)))
    pictured = desk.setting.picture_of(exercise.card) is not None
    said = [*given_said(words, exercise, pictured=pictured), *([("", notes)] if notes else [])]
    return labelled(desk, surface, said, box._replace(y=y))


def labelled(desk: Desk, surface: Surface, said: Sequence[tuple[str, str]], box: Box) -> float:
    """Each text behind its label in bold, side by side where they have room; gives the height below them."""
    x, y, lead = box.x, box.y, mm(desk.plain.leading)
    for label, text in said:
        spans = [Span(label, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
        block = surface.set(spans if label else spans[2:], desk.plain, box.width)
        if x > box.x and x + block.width > box.right:
            x, y = box.x, y + lead
        with surface.element(Role.PARAGRAPH):
            surface.write(block, x, y, field="dose")
        y += block.height - lead
        x = box.x + box.width if len(block.lines) > 1 else x + block.width + BESIDE
    return y + (lead if said else 0.0)


def note_line(desk: Desk, surface: Surface, exercise: Exercise, box: Box) -> float:
    """What was said to this person alone, and by whom, beside a bar; gives the height below it."""
    said = note_from(desk.setting.words, desk.handout, exercise.prescribed)
    if said is None:
        return box.y
    spans = [Span(said[0], Weight.BOLD), WORD_SPACE, Span(said[1], Weight.REGULAR)]
    block = surface.set(spans, desk.plain, box.width)
    with surface.artifact():
        rule(surface, Box(box.x - BAR_ASIDE, box.y + OVER, BAR, block.height), desk.setting.theme.ink)
    with surface.element(Role.PARAGRAPH):
        return surface.write(block, box.x, box.y + OVER, field="note") + OVER


def _large(desk: Desk) -> Style:
    size = desk.setting.scale.dose
    return Style(size.size, size.leading, desk.setting.theme.ink, Weight.BOLD, -0.3)


def figures(desk: Desk, surface: Surface, shown: tuple[Figure, ...], box: Box, apart: float = APART) -> float:
    """Each figure with its unit behind it; what finds no room goes to the next line. Gives the height below."""
    large = _large(desk)
    lead = mm(large.leading)
    baseline, x = box.y + (lead + mm(CAP_HEIGHT * large.size)) / 2, box.x
    for figure in shown:
        wide = _figure(desk, surface.trial(), figure, large, Point(0.0, 0.0))
        if x > box.x and x + wide > box.right:
            baseline, x = baseline + lead, box.x
        with surface.element(Role.PARAGRAPH):
            x += _figure(desk, surface, figure, large, Point(x, baseline)) + apart
    return baseline + (lead - mm(CAP_HEIGHT * large.size)) / 2


def _figure(desk: Desk, surface: Surface, figure: Figure, large: Style, at: Point) -> float:
    """A figure and its unit, such as 8 to 12 times a leg, in two sizes; gives its width."""
    plain, words = desk.plain, desk.setting.words
    x = at.x + surface.label(figure.low, large, at)
    if figure.high:
        x += 1.0 + surface.label(words.say("numbers.to"), plain, Point(x + 1.0, at.y))
        x += 1.0 + surface.label(figure.high, large, Point(x + 1.0, at.y))
    return x + 1.6 + surface.label(figure.unit, plain, Point(x + 1.6, at.y)) - at.x
