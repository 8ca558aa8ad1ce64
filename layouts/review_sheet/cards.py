"""One card on a review sheet: both faces at real size, boxes to tick beside them, and below how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.instructions import led, written
from layouts.review_sheet.desk import BOX, MARGIN, WRITING
from layouts.signs import cairn, rule
from publisher.geometry import Box, Point, Size, Transform, mm
from publisher.model.card import Movement, WarningSign
from publisher.typesetting.document import Placed
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Span
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.review_sheet.desk import Desk
    from publisher.model.card import Card, Source
    from publisher.typesetting.face import Face

ANSWERS = ("answer_yes", "change", "answer_no")
# Between the faces, and between them and the boxes to tick; from one box to the next; the head above the faces.
BETWEEN, BESIDE, PITCH, HEAD = 2.5, 5.0, 9.5, 6.5
ROW = 7.2


class Block(NamedTuple):
    """A part of the sheet that is not split: faces from its own top, read in this order."""

    title: str
    group: str
    height: float
    placed: tuple[Placed, ...]


class Entry(NamedTuple):
    """A card with its two faces, its seal, and its texts that stand on neither face."""

    card: Card
    front: Face
    back: Face
    seal: str
    unseen: tuple[str, ...] = ()


def block(desk: Desk, entry: Entry) -> Block:
    """Head, faces, answers, and how we know, as they are read."""
    trim = entry.front.trim
    head, rest = (Surface(desk.paper, desk.setting.typeface, desk.text.size, entry.card.title) for _ in range(2))
    _head(head, desk, entry)
    boxes = [Box(MARGIN + at * (trim.width + BETWEEN), HEAD, trim.width, trim.height) for at in (0, 1)]
    with rest.artifact():
        for box in boxes:
            desk.frame(rest, box)
    beside = boxes[1].right + BESIDE
    _answers(rest, desk, entry.card, Box(beside, HEAD, desk.right - beside, trim.height))
    height = _proof(rest, desk, entry, boxes[0].bottom + 1.8)
    faces = [
        Placed(face, Transform.move(box.x, box.y), box)
        for face, box in zip((entry.front, entry.back), boxes, strict=True)
    ]
    whole = Size(desk.paper.width, height)
    above, below = (Placed(surface.face()._replace(trim=whole)) for surface in (head, rest))
    return Block(str(entry.card.title), desk.setting.words.group(entry.card.group), height, (above, *faces, below))


def _head(surface: Surface, desk: Desk, entry: Entry) -> None:
    """A rule, number and title for the eye, and what the answer is filed under."""
    number = desk.setting.words.number_of(entry.card)
    baseline = HEAD - 2.0
    with surface.artifact():
        rule(surface, Box(MARGIN, 0, desk.width, 0.35), desk.setting.theme.ink)
        surface.label(f"{number}  {entry.card.title}", desk.head, Point(MARGIN, baseline))
    with surface.element(Role.PARAGRAPH):
        about = desk.say("about", id=entry.card.id, seal=entry.seal)
        surface.label(about, desk.small, Point(desk.right, baseline), align="right")


def _parts(card: Card) -> Iterator[str]:
    """What there is to say yes or no to on a card."""
    yield "facts"
    if isinstance(card.body, WarningSign):
        yield "tier"
    if isinstance(card.body, Movement):
        yield "dose"
    if getattr(card.body, "stop_if", ()):
        yield "warnings"
    if card.picture is not None:
        yield "picture"
    yield "whole"


def _answers(surface: Surface, desk: Desk, card: Card, box: Box) -> None:
    """A row of boxes for each part, and under them lines for notes down to the foot of the faces."""
    first = box.right - 2 * PITCH - BOX
    y = box.y + mm(desk.small.leading)
    with surface.element(Role.TABLE):
        with surface.element(Role.ROW):
            with surface.element(Role.HEADER, scope="Column"):
                pass
            for at, answer in enumerate(ANSWERS):
                with surface.element(Role.HEADER, scope="Column"):
                    middle = Point(first + at * PITCH + BOX / 2, y - 1.0)
                    surface.label(desk.say(f"answers.{answer}"), desk.small, middle, align="centre")
        for part in _parts(card):
            _row(surface, desk, part, Box(box.x, y, box.width, ROW), first)
            y += ROW
    _notes(surface, desk, Box(box.x, y + 2.0, box.width, box.bottom - y - 2.0))


def _row(surface: Surface, desk: Desk, part: str, box: Box, first: float) -> None:
    middle = box.y + box.height / 2
    style = desk.small.bold() if part == "whole" else desk.small
    with surface.artifact():
        desk.line(surface, box)
    with surface.element(Role.ROW):
        with surface.element(Role.HEADER, scope="Row"):
            surface.label(desk.say(f"parts.{part}"), style, Point(box.x, middle + mm(CAP_HEIGHT * style.size) / 2))
        for at in range(len(ANSWERS)):
            with surface.element(Role.CELL), surface.artifact():
                desk.frame(surface, Box(first + at * PITCH, middle - BOX / 2, BOX, BOX), 0.35)


def _notes(surface: Surface, desk: Desk, box: Box) -> None:
    with surface.artifact():
        desk.line(surface, box)
    y = written(surface, Role.PARAGRAPH, desk.say("notes"), desk.small, Box(box.x, box.y + 0.8, box.width, 0)) + 3.4
    count = int((box.bottom - y) / WRITING)
    with surface.artifact():
        for line in range(count + 1):
            desk.line(surface, Box(box.x, box.bottom - line * WRITING, box.width, 0))


# --- How we know ---


def _proof(surface: Surface, desk: Desk, entry: Entry, y: float) -> float:
    """Level and note, each source in full, and the texts that stand on neither face; gives the height below them."""
    evidence, words, side = entry.card.evidence, desk.setting.words, mm(desk.fine.size) * 1.12
    with surface.artifact():
        cairn(surface, desk.setting, evidence.level.stones, Box(MARGIN, y + 0.3, side, side))
    level = led(f"{words.evidence(evidence.level, ())}.", evidence.note or "")
    y = written(surface, Role.PARAGRAPH, level, desk.fine, Box(MARGIN + side + 1.0, y, desk.width - side - 1.0, 0))
    y = _listed(surface, desk, [_cited(desk, desk.setting.sources[key]) for key in evidence.sources], y + 0.6)
    if not entry.unseen:
        return y
    lead = [Span(f"{desk.say('unseen')}:", Weight.BOLD)]
    y = written(surface, Role.PARAGRAPH, lead, desk.fine, Box(MARGIN, y + 0.6, desk.width, 0))
    return _listed(surface, desk, [[text] for text in entry.unseen], y)


def _listed(surface: Surface, desk: Desk, texts: Sequence[Sequence[str]], y: float) -> float:
    """A list with small squares, one under another, each item in one paragraph or two; gives the height below it."""
    indent, side, style = 3.2, 0.9, desk.fine
    with surface.element(Role.LIST):
        for paragraphs in texts:
            with surface.element(Role.ITEM):
                with surface.artifact():
                    square = Box(MARGIN + 0.6, y + (mm(style.leading) - side) / 2, side, side)
                    rule(surface, square, style.colour)
                with surface.element(Role.ITEM_BODY):
                    for text in paragraphs:
                        y = surface.write(surface.set(text, style, desk.width - indent), MARGIN + indent, y)
    return y


def _cited(desk: Desk, source: Source) -> list[str]:
    """A work in full, with what is to be known of it; an address takes a line of its own, so that it is not broken."""
    work = desk.say("work", authors=source.authors, year=source.year, title=source.title, where=source.where)
    doi = desk.say("doi", doi=source.doi) if source.doi else None
    said = " ".join(str(text) for text in (work, source.note, doi) if text)
    return [said] if source.doi or source.url is None else [said, str(source.url)]
