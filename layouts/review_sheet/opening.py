"""The top of the first page: what to do, what the answers mean, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.instructions import led, steps, typed, written
from layouts.review_sheet.cards import Block
from layouts.review_sheet.desk import MARGIN, WRITING
from publisher.geometry import Box, Size
from publisher.typesetting.document import Placed
from publisher.typesetting.face import Role
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from layouts.review_sheet.desk import Desk

ANSWERS = ("answer_yes", "change", "answer_no")
# The lines to fill in, row by row, each with its share of the width.
FIELDS = ((("name", 0.5), ("role", 0.5)), (("registration", 0.4), ("date", 0.3), ("next", 0.3)), (("signature", 1.0),))


def opening(desk: Desk, count: int) -> Block:
    """Title, steps, meanings of the answers, the lines to fill in, and what whoever sent it does with them."""
    surface = Surface(desk.paper, desk.setting.typeface, desk.text.size, desk.say("title"))
    y = written(surface, Role.H1, desk.say("title"), desk.title, Box(MARGIN, 0, desk.width, 0))
    y = written(surface, Role.PARAGRAPH, _counted(desk, count), desk.text, Box(MARGIN, y, desk.width, 0)) + 3.0
    half = (desk.width - 8.0) / 2
    told = [desk.say(f"how.{step}") for step in ("read", "tick", "sign")]
    left = steps(surface, desk.setting, told, desk.text, Box(MARGIN, y, half, 0), 1.6)
    right = _meanings(surface, desk, Box(MARGIN + half + 8.0, y, half, 0))
    y = _fields(surface, desk, max(left, right) + 4.0)
    y = written(surface, Role.PARAGRAPH, desk.say("signs"), desk.small, Box(MARGIN, y + 2.0, desk.width, 0)) + 1.0
    y = _give_back(surface, desk, y)
    face = surface.face()._replace(trim=Size(desk.paper.width, y))
    return Block(desk.say("title"), "", y, (Placed(face),))


def _counted(desk: Desk, count: int) -> str:
    return desk.say(f"cards.{'one' if count == 1 else 'other'}", n=count)


def _meanings(surface: Surface, desk: Desk, box: Box) -> float:
    """What each answer says."""
    y = box.y
    for answer in ANSWERS:
        words = led(f"{desk.say(f'answers.{answer}')}.", desk.say(f"meaning.{answer}"))
        y = written(surface, Role.PARAGRAPH, words, desk.text, Box(box.x, y, box.width, 0)) + 1.0
    return y


def _fields(surface: Surface, desk: Desk, y: float) -> float:
    """Lines to write on with what belongs there under them; gives the height below the last."""
    for row in FIELDS:
        x = MARGIN
        for name, share in row:
            width = share * desk.width
            with surface.artifact():
                gap = 0.0 if x + width > desk.right - 1 else 4.0
                desk.line(surface, Box(x, y + WRITING, width - gap, 0))
            written(
                surface, Role.PARAGRAPH, desk.say(f"fields.{name}"), desk.small, Box(x, y + WRITING + 0.5, width, 0)
            )
            x += width
        y += WRITING + 4.6
    return y


def _give_back(surface: Surface, desk: Desk, y: float) -> float:
    """What is typed when the sheet is back."""
    form, take = desk.say("form"), desk.say("take")
    text = desk.say("give_back", form=form, take=take)
    before, _, after = text.partition(form)
    words = [*typed(before + form, form), *typed(after, take)]
    return written(surface, Role.PARAGRAPH, words, desk.small, Box(MARGIN, y, desk.width, 0))
