"""The dose of one person: large figures in a line, and below them in words what they leave unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import Box, Point, mm
from publisher.model.card import Movement
from publisher.programme_words import times_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface
    from publisher.words import Figure

# Between two figures of a line, millimetres.
APART = 6.0


def dose_line(desk: Desk, surface: Surface, exercise: Exercise, box: Box) -> float:
    """Figures, then side, note and days in bold, then hold, tempo, load and rest; gives the height below them."""
    body, words = exercise.card.body, desk.setting.words
    if not isinstance(body, Movement):
        return box.y
    given, dose = exercise.prescribed, body.dose
    named = dose._replace(days_a_week=None) if given.days else dose
    shown, dropped = words.dose_strip(named), False
    if words.days_are_a_figure(named) and _width(desk, surface, shown) > box.width:
        # One line for what is counted: the days go to the words below it.
        shown, dropped = shown[:-1], True
    y = figures(desk, surface, shown, box)
    if own := times_said(words, given):
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(own, desk.plain.bold(), box.width), box.x, y + 0.6, field="note")
    notes = words.dose_notes(named, days=dropped)
    said = surface.set(f"{notes} {words.minutes(dose)}".strip(), desk.plain, box.width)
    if notes and len(said.lines) > len((bare := surface.set(notes, desk.plain, box.width)).lines):
        # The head tells all minutes of a day: those of one exercise are not worth a line.
        said = bare
    with surface.element(Role.PARAGRAPH):
        return surface.write(said, box.x, y + 0.4, field="dose")


def _width(desk: Desk, surface: Surface, figures: tuple[Figure, ...]) -> float:
    """How wide figures are in one line, millimetres."""
    large, trial = _large(desk), surface.trial()
    return sum(_figure(desk, trial, figure, large, Point(0.0, 0.0)) + APART for figure in figures) - APART


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
