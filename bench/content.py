"""The same deck for the peers: the words of each card for those that lay out, every line and path for the canvas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.deck import PUBLICATION
from layouts.ground import stratum
from layouts.pocket import make
from layouts.product import Job
from layouts.setting import GROUP_ICONS, Setting
from publisher.binding import Press, bind
from publisher.decks import cards_of
from publisher.geometry import POINTS_PER_MM
from publisher.library import read_library
from publisher.model.card import Movement
from publisher.model.printing import PrintSettings, Sides
from publisher.pdf.ink import onto_page
from publisher.typesetting.face import Ink, Line, Weight
from publisher.typesetting.fonts import font_path
from publisher.workshop import Choices, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publisher.binding import Bound
    from publisher.colour import Colour
    from publisher.drawing import Mark
    from publisher.drawing import Path as Outline
    from publisher.geometry import Box, Size
    from publisher.model.card import Card
    from publisher.typesetting.document import Page, Placed
    from publisher.typesetting.face import Face

JSON = dict[str, object]


def write_content(deck: Path, sides: Sides, fields: Path, lines: Path) -> None:
    """Both files for one deck."""
    choices = Choices(None, None, None, PrintSettings(sides=sides))
    shop = Workshop.open(read_library([deck]), choices)
    publication = shop.library.publications[PUBLICATION]
    stock, paper = shop.stock(publication), shop.paper(publication)
    setting = shop.setting(publication, stock)
    cards = cards_of(publication, shop.library.cards)
    made = make(Job(publication.title, "", cards, setting, paper.size, stock))
    bound = bind(made, stock, Press(paper, choices.printing, setting, publication.title))
    icons = {
        name: _svg_of_icon(setting, name)
        for name in ("start", "feel", "not", "breath", "fix", "easier", "harder", "stop")
    }
    look: JSON = {
        "body": made.cards[0].back.body,
        "scale": _scale(setting),
        "ink": setting.theme.ink.hex,
        "stop_ground": setting.theme.stop_ground.hex,
        "icons": icons,
        "groups": {card.group.value: _group(setting, card, made.cards[0].front.trim) for card in cards},
        "words": {
            name: setting.words.say(f"card.{name}")
            for name in ("start", "feel", "not_feel", "breathe", "easier", "harder", "stop_if")
        },
        "fonts": [font_path(weight) for weight in Weight],
        "backs": sides is not Sides.FRONT,
        "cards": [_fields(setting, card) for card in cards],
    }
    fields.write_text(json.dumps(look, ensure_ascii=False), "utf-8")
    lines.write_text(json.dumps(_drawn(bound), ensure_ascii=False, separators=(",", ":")), "utf-8")


# For those that lay out


def _scale(setting: Setting) -> JSON:
    scale = setting.scale
    sizes = ("back_title", "purpose", "purpose_without_picture", "cue", "dose", "unit", "caption", "foot", "title")
    lengths = (
        "margin",
        "tab_width",
        "tab_height",
        "tab_icon",
        "tab_number",
        "ground",
        "stratum",
        "gutter",
        "stop_rule",
        "body_leading",
    )
    out: JSON = {name: [getattr(scale, name).size, getattr(scale, name).leading] for name in sizes}
    return out | {name: getattr(scale, name) for name in lengths}


def _group(setting: Setting, card: Card, trim: Size) -> JSON:
    colours = setting.colours(card)
    width = trim.width + 6
    marks = stratum(card.group, width, setting.scale.stratum, colours.main, 0.5)
    return {
        "main": colours.main.hex,
        "tint": colours.tint.hex,
        "icon": _svg_of_icon(setting, GROUP_ICONS[card.group], "#FFFFFF", colours.main.hex),
        "ground": _svg(marks, width, setting.scale.stratum),
    }


def _fields(setting: Setting, card: Card) -> JSON:
    words, movement = setting.words, card.body
    if not isinstance(movement, Movement):
        raise TypeError(card.id)
    easier, harder = movement.easier, movement.harder
    return {
        "title": card.title,
        "group": card.group.value,
        "number": words.number_of(card),
        "full_number": words.full_number(card),
        "purpose": card.purpose,
        "needs": words.needs(card),
        "dose": [[figure.low, figure.high, figure.unit] for figure in words.dose_strip(movement.dose)],
        "notes": words.dose_notes(movement.dose),
        "cue": movement.cue,
        "start": movement.start,
        "steps": [step.text for step in movement.steps],
        "feel": f"{movement.feel}.",
        "not_feel": f"{movement.not_feel}.",
        "breathing": f"{movement.breathing}.",
        "fault": [movement.faults[0].see, movement.faults[0].fix],
        "easier": easier.text if easier else "",
        "harder": harder.text if harder else "",
        "stop_if": words.stop_if(movement.stop_if),
        "cited": setting.cited(card),
        "review": words.review(card.review),
    }


def _svg_of_icon(setting: Setting, name: str, colour: str = "", paper: str = "#FFFFFF") -> str:
    own = colour or (setting.theme.wrong.hex if name == "stop" else setting.theme.ink.hex)
    paths = []
    for mark in setting.icons[name].marks:
        tone = paper if mark.reversed else own
        stroke = f' stroke="{tone}" stroke-width="{mark.stroke:g}" stroke-linecap="round"' if mark.stroke else ""
        paths.append(f'<path d="{_outline(mark.path)}" fill="{tone if mark.fill else "none"}"{stroke}/>')
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">{"".join(paths)}</svg>'


def _svg(marks: Iterable[Mark], width: float, height: float) -> str:
    paths = []
    for mark in marks:
        stroke = f' stroke="{mark.stroke.colour.hex}" stroke-width="{mark.stroke.width:g}"' if mark.stroke else ""
        paths.append(f'<path d="{_outline(mark.path)}" fill="{mark.fill.hex if mark.fill else "none"}"{stroke}/>')
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}mm" height="{height:g}mm"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    return f"{head}{''.join(paths)}</svg>"


def _outline(path: Outline) -> str:
    return "".join(
        verb + " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in numbers)
        for verb, numbers in path.segments
    )


# For the canvas: faces in points from their bottom left, and where they lie on which page


def _drawn(bound: Bound) -> JSON:
    faces: dict[int, int] = {}
    drawn: list[list[object]] = []
    pages = []
    for page in bound.pages:
        placed = []
        for one in page.placed:
            if id(one.face) not in faces:
                faces[id(one.face)] = len(drawn)
                drawn.append(_parts(one.face))
            placed.append([faces[id(one.face)], *_where(one, page)])
        pages.append([page.size.width * POINTS_PER_MM, page.size.height * POINTS_PER_MM, placed])
    return {"fonts": [font_path(weight) for weight in Weight], "faces": drawn, "pages": pages}


def _where(placed: Placed, page: Page) -> list[object]:
    move = onto_page(placed.transform, placed.face.trim, page.size)
    clip = None if placed.clip is None else _box(placed.clip, page.size)
    return [[round(value, 4) for value in (move.a, move.b, move.c, move.d, move.e, move.f)], clip]


def _box(box: Box, page: Size) -> list[float]:
    scale = POINTS_PER_MM
    return [box.x * scale, (page.height - box.bottom) * scale, box.width * scale, box.height * scale]


def _parts(face: Face) -> list[object]:
    out: list[object] = []
    height = face.trim.height
    for part in face.parts:
        if isinstance(part, Line):
            x = part.at.x
            for run in part.runs:
                bold = run.weight is Weight.BOLD
                out.append([_x(x), _y(part.at.y, height), bold, part.size, _tone(run.colour), run.text, part.turn])
                x += run.width * part.size / 1000 / POINTS_PER_MM
        elif isinstance(part, Ink):
            out.append(_mark(part.mark, height))
    return out


def _mark(mark: Mark, height: float) -> list[object]:
    stroke = None
    if mark.stroke is not None:
        stroke = [_tone(mark.stroke.colour), _x(mark.stroke.width), mark.stroke.cap == "round"]
    fill = None if mark.fill is None else _tone(mark.fill)
    clip = None if mark.clip is None else _points(mark.clip, height)
    return [_points(mark.path, height), fill, stroke, clip]


def _points(path: Outline, height: float) -> list[object]:
    return [
        [verb, *(_x(n) if at % 2 == 0 else _y(n, height) for at, n in enumerate(numbers))]
        for verb, numbers in path.segments
    ]


def _tone(colour: Colour) -> list[float]:
    return [round(part / 255, 4) for part in colour]


def _x(value: float) -> float:
    return round(value * POINTS_PER_MM, 2)


def _y(value: float, height: float) -> float:
    return round((height - value) * POINTS_PER_MM, 2)
