"""Faces and documents as values, whole and small; a test names only what matters to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.colour import INK, Colour
from publisher.drawing import Mark, Stroke, ellipse, rectangle
from publisher.drawing import Path as Outline
from publisher.geometry import Box, Point, Size, Transform, mm
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import Element, Face, Ink, Line, Link, Part, Role, Run, Weight
from publisher.typesetting.fonts import Typeface

if TYPE_CHECKING:
    from collections.abc import Callable

POKER = Size(63.5, 88.9)
A4 = Size(210, 297)
GREEN = Colour(0x1B, 0x6B, 0x4A)
BAND = Box(2, 2, 59.5, 10)
_KERNING = Path(__file__).parents[2] / "assets/fonts/atkinson-hyperlegible.kerning.json"


@cache
def typeface() -> Typeface:
    return Typeface.load(_KERNING)


def a_run(text: str, weight: Weight = Weight.REGULAR, colour: Colour = INK) -> Run:
    shaped = typeface().shape(text, weight)
    return Run(text, weight, colour, shaped.width, shaped.kerning)


def a_line(
    text: str,
    x: float,
    y: float,
    element: int | None,
    *,
    weight: Weight = Weight.REGULAR,
    size: float = 9.0,
    colour: Colour = INK,
    **more: object,
) -> Line:
    run = a_run(text, weight, colour)
    return Line(Point(x, y), (run,), size, mm(run.width * size / 1000), element, **more)


def a_panel(box: Box = BAND, element: int | None = None, colour: Colour = GREEN) -> Ink:
    return Ink(Mark(rectangle(box, 1.5), fill=colour), element)


def a_figure(element: int | None, centre: Point = Point(30, 30)) -> list[Ink]:
    stroke = Stroke(INK, 0.6)
    body = Outline((("M", (10, 40)), ("C", (20, 20, 40, 20, 50, 40)), ("L", (52, 42))))
    return [
        Ink(Mark(ellipse(centre, 4), fill=GREEN, stroke=stroke), element),
        Ink(Mark(body, stroke=Stroke(INK, 0.8, "butt", (2, 1)), clip=rectangle(Box(8, 10, 50, 50))), element),
        Ink(Mark(body, stroke=stroke, fill=Colour(200, 200, 200), even_odd=True), element),
    ]


def a_face(parts: tuple[Part, ...] | None = None, elements: tuple[Element, ...] = (), trim: Size = POKER) -> Face:
    if parts is None:
        elements = (Element(Role.H1), Element(Role.PARAGRAPH))
        parts = (
            a_panel(),
            a_line("Plank", 4, 8, 0, weight=Weight.BOLD, size=14, colour=Colour(255, 255, 255)),
            a_line("Hold your body in one line", 4, 20, 1, space_after=True),
            a_line("from ear to ankle.", 4, 24, 1),
        )
    return Face(trim, 9.0, "Plank", parts, elements)


def a_document(*faces: Face, **more: object) -> Document:
    """Every face on a page of its own, and all in one section."""
    pages = tuple(Page(face.trim, (Placed(face),)) for face in faces)
    section = Section("Plank", tuple(Where(page, 0) for page in range(len(faces))))
    return Document(**{"title": "A card", "language": "en", "pages": pages, "sections": (section,), **more})


def everything() -> Face:
    """A face with every role and every kind of part."""
    elements: list[Element] = []
    parts: list[Part] = [a_panel()]

    def element(role: Role, parent: int = -1, **more: object) -> int:
        elements.append(Element(role, parent, **more))
        return len(elements) - 1

    title = element(Role.H1)
    parts.append(a_line("Side plank", 4, 8, title, weight=Weight.BOLD, size=14, tracking=0.3))
    figure = element(
        Role.FIGURE, alt="A runner lies on one side – “straight” as a board (front view).", box=Box(8, 10, 50, 34)
    )
    parts += a_figure(figure)
    parts.append(a_line("12", 50, 14, None, size=7, turn=90))
    heading = element(Role.H2)
    parts.append(a_line("Steps", 4, 48, heading, weight=Weight.BOLD))
    steps = element(Role.LIST, numbered=True)
    for number, words in enumerate(("Lie on your side.", "Lift the hips.")):
        item = element(Role.ITEM, steps)
        parts.append(a_line(f"{number + 1}", 4, 52 + number * 4, element(Role.LABEL, item)))
        parts.append(a_line(words, 8, 52 + number * 4, element(Role.ITEM_BODY, item)))
    plain = element(Role.LIST)
    item = element(Role.ITEM, plain)
    parts.append(a_line("Breathe out.", 4, 61, element(Role.ITEM_BODY, item)))
    table = element(Role.TABLE)
    row = element(Role.ROW, table)
    element(Role.HEADER, row, scope="Column")
    parts.append(a_line("Sets", 30, 66, element(Role.HEADER, row, scope="Column")))
    row = element(Role.ROW, table)
    parts.append(a_line("Easy", 4, 70, element(Role.HEADER, row, scope="Row")))
    parts.append(a_line("3 × 8", 30, 70, element(Role.CELL, row)))
    words = element(Role.PARAGRAPH)
    link = element(Role.LINK, words)
    parts.append(a_line("Read more at", 4, 76, words, space_after=True))
    parts.append(a_line("example.org", 26, 76, link, colour=GREEN))
    parts.append(Link(Box(26, 73, 18, 4), "https://example.org/a?b=(ü)", "More about the side plank", link))
    parts.append(a_line("before you start.", 45, 76, words))
    note = element(Role.NOTE)
    parts.append(a_line("Half: ½ of (all) \\ of it.", 4, 82, note, size=7))
    return Face(POKER, 9.0, "Side plank", tuple(parts), tuple(elements))


def a_deck(cards: int, face_of: Callable[[int, int], Face] = lambda _card, _side: a_face()) -> Document:
    """Cards nine to an A4 page, fronts and then backs, a section a card, with furniture in the margin."""
    pages: list[Page] = []
    where: dict[tuple[int, int], Where] = {}
    for first in range(0, cards, 9):
        for side in (0, 1):
            placed = [Placed(a_face((a_line("Sheet – print at 100 %", 10, 8, None, size=7),), trim=A4))]
            for slot, card in enumerate(range(first, min(first + 9, cards))):
                column, row = slot % 3, slot // 3
                x, y = 9.75 + (2 - column if side else column) * POKER.width, 15.15 + row * POKER.height
                where[card, side] = Where(len(pages), len(placed))
                placed.append(Placed(face_of(card, side), Transform.move(x, y), Box(x, y, POKER.width, POKER.height)))
            pages.append(Page(A4, tuple(placed)))
    sections = tuple(
        Section(f"Card {card}", (where[card, 0], where[card, 1]), f"Group {card // 20}") for card in range(cards)
    )
    return Document("A deck", "en", tuple(pages), sections, duplex="long")
