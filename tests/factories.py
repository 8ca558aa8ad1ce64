"""Whole, valid cards, doses and settings; a test names only what matters to it.

And what a face looks like to the tests: the boxes that its ink and its lines take.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from layouts import pocket
from layouts.product import Cover, Job, Made
from layouts.setting import Setting
from publisher.colour import INK
from publisher.decks import cards_of
from publisher.drawing import Drawing, Mark, Stroke, ellipse, polyline
from publisher.geometry import Box, Point, Size, mm
from publisher.library import built_in, read_library
from publisher.model.card import (
    Card,
    Evidence,
    EvidenceLevel,
    Fault,
    Group,
    Kind,
    Movement,
    Position,
    Review,
    Step,
    Variant,
    WarningSign,
)
from publisher.model.dose import Dose, Range, Sides
from publisher.problems import Phrase, Place
from publisher.typesetting.fonts import Typeface
from publisher.words import Words
from publisher.workshop import KERNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.library import Library
    from publisher.model.stock import Stock
    from publisher.typesetting.face import Face, Line


Thing = TypeVar("Thing")


@cache
def the_library(language: str = "en") -> Library:
    """The built-in cards, read once."""
    return read_library([], language=language)


@cache
def the_typeface() -> Typeface:
    return Typeface.load(built_in() / KERNING)


def the_words(language: str = "en", country: str = "") -> Words:
    return Words(the_library(language).words, country)


def a_setting(stock: str | None = "poker", *, theme: str = "surefoot", language: str = "en", **more: object) -> Setting:
    """What a layout takes along. `country` and `drawings` may be named."""
    library = the_library(language)
    country = str(more.pop("country", ""))
    size = None if stock is None else library.stocks[stock]
    words = the_words(language, country)
    found = Setting(the_typeface(), library.themes[theme], words, library.icons, library.sources, "0.1.0", size)
    return replace(found, **more)


def a_job(cards: Sequence[Card], stock: str | None = "poker", paper: str = "a4", **more: object) -> Job:
    """Cards to be laid out. `title`, `subtitle` and `cover` may be named; the rest goes to the setting."""
    title = Phrase(str(more.pop("title", "A few cards")), Place("cards/publications/few.yaml", 3, 8))
    subtitle, cover = str(more.pop("subtitle", "")), more.pop("cover", None)
    setting = a_setting(stock, **more)
    size = the_library().papers[paper].size
    return Job(title, subtitle, tuple(cards), setting, size, setting.stock, cover=cover)


def a_cover(publication: str) -> Cover:
    """What the cover of a built-in deck tells."""
    signs = tuple(card for card in the_library().cards.values() if isinstance(card.body, WarningSign))
    return Cover(the_cards(publication), signs, the_library().publications[publication].session)


def the_cards(publication: str, language: str = "en") -> tuple[Card, ...]:
    """The cards that a built-in publication takes."""
    library = the_library(language)
    return cards_of(library.publications[publication], library.cards)


@cache
def the_deck(stock: str = "poker", theme: str = "surefoot") -> Made:
    """All built-in cards as pocket cards."""
    return pocket.make(a_job(the_cards("pocket-cards"), stock, theme=theme))


def phrases(texts: Iterable[str], line: int = 10) -> tuple[Phrase, ...]:
    """Texts that stand one under another in a file."""
    return tuple(a_phrase(text, line + i) for i, text in enumerate(texts))


def a_phrase(text: str, line: int = 3) -> Phrase:
    return Phrase(text, Place("cards/strength/heel-press.yaml", line, 5))


def a_dose(**more: object) -> Dose:
    """Three sets of 8 to 10, three days a week."""
    return Dose(**{"sets": Range(3, 3), "reps": Range(8, 10), "days_a_week": Range(3, 3), "sides": Sides.SIDE, **more})


def a_movement(
    *, steps: Sequence[str] = ("Lie on your back.", "Press one heel down.", "Let go slowly."), **more: object
) -> Movement:
    """An exercise with every part that a back has room for."""
    fields: dict[str, object] = {
        "cue": a_phrase("Heel heavy"),
        "start": a_phrase("Lie on your back with your knees bent."),
        "steps": tuple(Step(text) for text in phrases(steps, 20)),
        "feel": a_phrase("back of the thigh"),
        "dose": a_dose(),
        "stop_if": phrases(["pain runs down your leg", "your calf cramps"], 40),
        "not_feel": a_phrase("low back"),
        "breathing": a_phrase("out as you press"),
        "faults": (Fault(a_phrase("Back lifts?"), a_phrase("Press less.")),),
        "easier": Variant(a_phrase("Press half as hard.")),
        "harder": Variant(a_phrase("Press with a straight knee.")),
        "move_on": a_phrase("you can do it 3 times in a week"),
    }
    return Movement(**{**fields, **more})


def a_card(*, title: str = "Heel press", body: object = None, **more: object) -> Card:
    """A strength card. `steps` and other parts of a movement go to the movement."""
    own = {name: more.pop(name) for name in tuple(more) if name in Card.__dataclass_fields__}
    fields: dict[str, object] = {
        "id": Phrase("heel-press"),
        "kind": Kind.EXERCISE,
        "group": Group.STRENGTH,
        "number": 40,
        "title": a_phrase(title, 2),
        "purpose": a_phrase("Keeps the back of the thigh strong"),
        "body": body or a_movement(**more),
        "evidence": Evidence(EvidenceLevel.COACHING, (Phrase(next(iter(the_library().sources))),)),
        "review": Review(),
        "position": Position.LYING_BACK,
    }
    return Card(**{**fields, **own})


def a_drawing() -> Drawing:
    """A stick runner, 40 by 60, who stands on the middle of the box's lower part."""
    stroke = Stroke(INK, 2)
    marks = (
        Mark(ellipse(Point(20, 8), 6), fill=INK),
        Mark(polyline([(20, 14), (20, 36), (10, 56)]), stroke=stroke),
        Mark(polyline([(20, 36), (30, 56)]), stroke=stroke),
    )
    return Drawing(Box(0, 0, 40, 60), marks, Point(20, 56))


def changed(card: Card, **more: object) -> Card:
    """The card with parts of its body changed."""
    return replace(card, body=card.body._replace(**more))


# What a face looks like


def box_of(line: Line) -> Box:
    """The box round a line from the height of its capitals to its baseline, as it stands on the face."""
    high = mm(0.668 * line.size)
    if line.turn == 90:
        return Box(line.at.x, line.at.y, high, line.width)
    if line.turn == 270:
        return Box(line.at.x - high, line.at.y - line.width, high, line.width)
    return Box(line.at.x, line.at.y - high, line.width, high)


def inked(line: Line) -> Box:
    """The box that the letters of a line can touch: with descenders and accents."""
    box = box_of(line)
    if line.turn:
        return box
    return Box(box.x, line.at.y - mm(0.74 * line.size), box.width, mm(0.94 * line.size))


def overlap(one: Box, other: Box, slack: float = 0.05) -> bool:
    """Whether two boxes share more than `slack` millimetres both ways."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > slack and down > slack


def boxes_of_paragraphs(face: Face) -> list[tuple[str, Box]]:
    """Words and box of each run of lines that belong together: one element, or one artifact line."""
    return [(line.text, inked(line)) for line in face.lines if line.text.strip()]


def read(face: Face) -> str:
    """All words in reading order, in one string."""
    return " ".join(line.text.replace("\u00a0", " ") for line in face.lines if line.element is not None)


def said(face: Face) -> list[str]:
    """What each element of text says, in reading order: its lines joined."""
    out: dict[int, str] = {}
    for line in face.lines:
        if line.element is not None:
            text = line.text.replace("\u00a0", " ")
            out[line.element] = f"{out[line.element]} {text}" if line.element in out else text
    return list(out.values())


def the_stock(name: str) -> Stock:
    return the_library().stocks[name]


POKER = Size(63.5, 88.9)
