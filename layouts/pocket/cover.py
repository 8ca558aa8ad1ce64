"""The cover of a deck: in front what is in it and how long that takes, behind when to get help."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import hung, over, paragraph, title
from layouts.head import LARGER
from layouts.pocket.contents import rows, total
from layouts.pocket.help import help_back
from layouts.pocket.horizon import Horizon
from layouts.setting import GROUP_ICONS, Drawn, scaled
from layouts.signs import cairn, icon
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from layouts.pocket.contents import Row
    from layouts.product import Cover, Job
    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Card
    from publisher.typesetting.face import Face

# Groups of a long deck stand in two columns when there are more.
ONE_COLUMN = 5
# How much larger than the body rows may be where there are few, and the air that each then wants, in lines.
GROWN, AIRY = (1.35, 1.2, 1.1, 1.0), 0.45
# No card has such an id.
_BACK = ".help"
# Stones and the words that say what they mean.
STONES = ((3, "three"), (2, "two"), (1, "one"))


def draw(job: Job, cover: Cover, trim: Size, body: float) -> tuple[Face, Face]:
    """Both faces of the cover at one body size, points."""
    surface = Surface(trim, job.setting.typeface, body, job.title)
    # Nothing is said of reviews behind: the signs as the job has them can be known again.
    signs = job.cover.signs if job.cover is not None else cover.signs
    return _Front(job, cover, surface).draw(), _back(signs, job.setting, trim, body)


def _back(signs: tuple[Card, ...], setting: Setting, trim: Size, body: float) -> Face:
    """The warning signs; as they were drawn before, if they say the same and fitted."""
    if setting.drawn is None:
        return help_back(signs, setting, trim, body)
    known = setting.drawn.get((_BACK, body))
    # What does not fit is told at its place, which only these very cards have.
    if known is None or known.cards != signs or not (known.faces[0].fits or all(map(is_, known.cards, signs))):
        known = setting.drawn[_BACK, body] = Drawn(signs, None, (help_back(signs, setting, trim, body),))
    return known.faces[0]


class _Column(NamedTuple):
    """Where the parts of a row stand: number or icon, text, and the right end of the amount."""

    left: float
    text: float
    right: float


class _Front:
    """The front: title and a picture above the ground, what is in the deck below it."""

    def __init__(self, job: Job, cover: Cover, surface: Surface) -> None:
        """Find out how large the rows may be, and how high the ground must lie for them."""
        self.job, self.cover, self.surface, self.setting = job, cover, surface, job.setting
        scale = self.setting.scale
        self.unit, self.margin = scale.margin / 4.5, scale.margin
        self.width = surface.trim.width - 2 * scale.margin
        self.rows = rows(cover, self.setting, job.plan)
        self.foot_top = surface.trim.bottom - 0.85 * scale.margin - self._foot(surface.trial(), 0.0)
        usual = Horizon.of(cover, self.setting, surface)
        for grown in GROWN:
            size = surface.body * grown
            self.style = Style(size, size * scale.body_leading, self.setting.theme.ink)
            self.lead = mm(self.style.leading)
            wanted = self._rows(surface.trial(), 0.0, AIRY * self.lead if grown > 1 else 0.0) + 2.2 * self.unit
            self.horizon = usual.raised(self.foot_top - wanted)
            if self.horizon == usual:
                break

    def draw(self) -> Face:
        """All of it, in reading order."""
        self.horizon.earth(self.setting, self.surface)
        self.horizon.picture(self.setting, self.surface, self._head())
        top = self.horizon.end + 1.6 * self.unit
        spare = self.foot_top - 0.6 * self.unit - top - self._rows(self.surface.trial(), 0.0, 0.0)
        if spare < -0.01:
            self.surface.too_long("cards", max(1, round(-spare / self.lead + 0.49)), 40, self.job.title.place)
        air = min(max(0.0, spare) / (len(self.rows) + 1.0), 0.55 * self.lead)
        self._rows(self.surface, top + (spare - air * len(self.rows)) / 3, air)
        self._foot(self.surface, self.foot_top)
        return self.surface.face()

    # Above the ground

    def _head(self) -> float:
        """Tab, title and subtitle; gives the height below them."""
        surface, setting, scale = self.surface, self.setting, self.setting.scale
        width = self.width - (scale.tab_width + 0.55 * scale.margin if self._tab() else 0.0)
        with surface.element(Role.H1):
            y = title(surface, setting, self.job.title, scaled(surface, setting, scale.title, LARGER), width, most=4)
        if self.job.subtitle:
            size = scaled(surface, setting, scale.purpose_without_picture)
            block = surface.set(self.job.subtitle, setting.style(size), width, balanced=True)
            y = paragraph(surface, "subtitle", block, Point(scale.margin, y + 0.3 * scale.margin))
        if y > self.horizon.line(scale.margin) - 0.5 * scale.margin:
            over(surface, "title", surface.set(self.job.title, setting.style(scale.title), width), 1)
        return y

    def _tab(self) -> bool:
        """Hang the tab of a deck that is of one group; gives whether there is one."""
        groups = {card.group for card in self.cover.cards}
        if len(groups) > 1 or self.setting.leaves_out("tab"):
            return False
        [group] = groups
        letter = self.setting.words.say(f"groups.{group.value}.letter")
        hung(self.surface, self.setting, GROUP_ICONS[group], self.setting.theme.groups[group].main, letter)
        return True

    # Below it

    def _rows(self, surface: Surface, top: float, air: float) -> float:
        """What is in the deck, in one column or two, and the sum of it; gives the height below it."""
        columns = self._columns()
        half, y = -(-len(self.rows) // len(columns)), top
        with surface.element(Role.LIST):
            for place, column in enumerate(columns):
                end = top
                for row in self.rows[place * half : (place + 1) * half]:
                    end = self._row(surface, row, column, end) + air
                y = max(y, end)
        said = total(self.cover, self.setting)
        if said:
            block = surface.set(said, self.setting.style(self.setting.scale.cue, bold=True), self.width)
            y = paragraph(surface, "total", block, Point(self.margin, y + 0.4 * self.unit))
        return y

    def _columns(self) -> list[_Column]:
        left, right, inset = self.margin, self.surface.trim.right - self.margin, self._inset()
        if len(self.rows) <= ONE_COLUMN or any(row.number for row in self.rows):
            return [_Column(left, left + inset, right)]
        half = (self.width - 3.8 * self.unit) / 2
        return [_Column(left, left + inset, left + half), _Column(right - half, right - half + inset, right)]

    def _inset(self) -> float:
        """From the left edge of a row to its text: as wide as the widest number, or an icon."""
        bold = self.style.bold()
        numbers = [self.surface.set(row.number, bold, 100).width for row in self.rows if row.number]
        return (max(numbers) if numbers else 1.05 * self.lead) + 1.5 * self.unit

    def _row(self, surface: Surface, row: Row, column: _Column, y: float) -> float:
        """One row as an item; gives the height below it."""
        amount = surface.set(row.amount, self.style, 100)
        room = column.right - column.text - (amount.width + self.unit if row.amount else 0.0)
        with surface.element(Role.ITEM):
            self._sign(surface, row, Point(column.left, y))
            with surface.element(Role.ITEM_BODY):
                bottom = surface.write(surface.set(row.text, self.style, room), column.text, y, field="cards")
                if row.amount:
                    surface.write(amount, column.right, bottom - self.lead, "right")
        return bottom

    def _sign(self, surface: Surface, row: Row, at: Point) -> None:
        """The number of a card, or the icon of a group."""
        if row.number:
            with surface.element(Role.LABEL):
                surface.write(surface.set(row.number, self.style.bold(), 100), at.x, at.y)
            return
        side = 1.05 * self.lead
        with surface.artifact():
            icon(surface, self.setting, row.sign, Box(at.x, at.y + (self.lead - side) / 2, side, side), row.colour)

    # The foot

    def _foot(self, surface: Surface, y: float) -> float:
        """What stones mean, if one line holds it, and whether a physiotherapist has seen all this."""
        y = self._stones(surface, y)
        reviews = [card.review for card in (*self.cover.cards, *self.cover.signs)]
        said = self.setting.words.review_in_all(reviews)
        block = surface.set(said, self.setting.style(self.setting.scale.foot), self.width)
        return paragraph(surface, "review", block, Point(self.margin, y))

    def _stones(self, surface: Surface, y: float) -> float:
        """Each number of stones beside its words, in a row; gives the height below them."""
        setting, foot = self.setting, self.setting.scale.foot
        side, apart = 1.12 * mm(foot.size), 0.8 * self.unit
        said = [surface.set(setting.words.say(f"cover.stones.{name}"), setting.style(foot), 100) for _, name in STONES]
        used = sum(block.width + side + apart for block in said)
        gap = min(3.2 * self.unit, (self.width - used) / (len(said) - 1))
        if gap < 1.2 * self.unit or setting.leaves_out("evidence"):
            surface.leave_out("stones")
            return y
        x = self.margin
        with surface.element(Role.LIST):
            for (stones, _), block in zip(STONES, said, strict=True):
                with surface.element(Role.ITEM):
                    with surface.artifact():
                        cairn(surface, setting, stones, Box(x, y + (mm(foot.leading) - side) / 2, side, side))
                    with surface.element(Role.ITEM_BODY):
                        surface.write(block, x + side + apart, y)
                x += side + apart + block.width + gap
        return y + mm(foot.leading)
