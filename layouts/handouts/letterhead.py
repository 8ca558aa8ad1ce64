"""Who hands a page out and to whom: logo, name and address at the left; for, from and date at the right.

Where a mail address, or another long word, is wider than its column, what stands at the right goes below; what is wider
than the page is broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.courses import HAIRLINE
from layouts.handouts.measures import SMALLEST
from layouts.signs import rule
from publisher.geometry import Box, Transform
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import NO_BREAK_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.setting import Setting
    from publisher.drawing import Drawing
    from publisher.model.clinic import Clinic
    from publisher.programmes import Handout
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# The most that a logo takes, and the room behind it, millimetres.
LOGO_WIDTH, LOGO_HEIGHT, BESIDE = 42.0, 16.0, 4.0
# From the words to the rule below them, and from those of the clinic to those of the person where they stand below.
UNDER, STACKED = 2.6, 1.6
# No line is as wide, millimetres.
EVER = 10_000.0


class Letterhead(NamedTuple):
    """The head of the first page: `box` is its width from its top, `right` where the person's column begins."""

    surface: Surface
    setting: Setting
    handout: Handout
    style: Style
    box: Box
    right: float

    def draw(self) -> float:
        """Both columns and the rule that ends them; gives the height below it."""
        clinic = self.handout.clinic
        if clinic is not None and self._crowded(clinic):
            below = self._clinic(clinic, self.box.right)
            y = self._person(self.box._replace(y=below + STACKED)) + UNDER
        else:
            left = self._clinic(clinic, self._left_edge) if clinic else self.box.y
            beside = self.box._replace(x=self.right, width=self.box.right - self.right)
            y = max(left, self._person(beside)) + UNDER
        with self.surface.artifact():
            rule(self.surface, Box(self.box.x, y, self.box.width, HAIRLINE), self.setting.theme.ink)
        return y + HAIRLINE

    @property
    def _left_edge(self) -> float:
        """Where the left column ends: the larger the type, the wider the gap."""
        return self.right - BESIDE * self.style.size / SMALLEST

    def _crowded(self, clinic: Clinic) -> bool:
        """Whether a word of either column is wider than it."""
        left, right = self._left_edge - self._beside_logo(clinic), self.box.right - self.right
        return any(
            self.surface.set(word, style, EVER).width > room
            for room, style, texts in (
                (left, self.style.bold(), (clinic.name,)),
                (left, self.style, _reached(clinic)),
                (right, self.style.bold(), [said for _, said in self._told()]),
            )
            for text in texts
            for word in text.replace(NO_BREAK_SPACE, " ").split()
        )

    def _beside_logo(self, clinic: Clinic) -> float:
        """Where the words of the clinic begin."""
        if clinic.drawing is None:
            return self.box.x
        return self.box.x + clinic.drawing.box.width * _size(clinic.drawing) + BESIDE

    def _clinic(self, clinic: Clinic, right: float) -> float:
        """Logo, name, address and how to reach them, up to a right edge; gives the height below them."""
        x, bottom = self._beside_logo(clinic), self._logo(clinic)
        width = right - x
        with self.surface.element(Role.PARAGRAPH):
            name = self.surface.set(clinic.name, self.style.bold(), width)
            y = self.surface.write(name, x, self.box.y, field="name")
        for line in _reached(clinic):
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(self.surface.set(line, self.style, width), x, y, field="address")
        return max(y, bottom)

    def _logo(self, clinic: Clinic) -> float:
        """The logo in its place; gives the height below it."""
        drawing, box = clinic.drawing, self.box
        if drawing is None:
            return box.y
        size = _size(drawing)
        by = (
            Transform.move(-drawing.box.x, -drawing.box.y)
            .then(Transform.scale(size))
            .then(Transform.move(box.x, box.y))
        )
        self.surface.picture(str(clinic.logo_alt or clinic.name), (drawing, by))
        return box.y + drawing.box.height * size

    def _person(self, box: Box) -> float:
        """For whom, from whom, on which day; what nobody has said has a line to write on."""
        y = box.y
        for path, said in self._told():
            y = self._row(path, said, box._replace(y=y))
        return y

    def _told(self) -> Iterator[tuple[str, str]]:
        words, handout = self.setting.words, self.handout
        patient = handout.patient
        yield "for", patient.name if patient else ""
        born = words.date(patient.born.isoformat()).replace(" ", NO_BREAK_SPACE) if patient and patient.born else ""
        if born and patient and patient.reference:
            yield "born", words.say("handout.born_and_reference", born=born, reference=patient.reference)
        elif born:
            yield "born", born
        elif patient and patient.reference:
            yield "reference", patient.reference
        yield "by", handout.by
        yield "on", words.date(handout.on.isoformat()).replace(" ", NO_BREAK_SPACE)
        review = handout.programme.next_review
        if review is not None:
            yield "next", words.date(review.isoformat()).replace(" ", NO_BREAK_SPACE)

    def _row(self, path: str, said: str, box: Box) -> float:
        word = self.setting.words.say(f"handout.{path}")
        spans = [Span(word, Weight.REGULAR), *([Span(" ", Weight.REGULAR), Span(said, Weight.BOLD)] if said else [])]
        block = self.surface.set(spans, self.style, box.width, balanced=True)
        with self.surface.element(Role.PARAGRAPH):
            bottom = self.surface.write(block, box.x, box.y, field=path)
        if not said:
            start = box.x + block.width + 1.5
            with self.surface.artifact():
                line = Box(start, box.y + 0.82 * block.leading, box.right - start, HAIRLINE)
                rule(self.surface, line, self.setting.theme.ink)
        return bottom + 0.6


def _size(drawing: Drawing) -> float:
    """How many times as large as it was drawn a logo stands on a page."""
    return min(LOGO_WIDTH / drawing.box.width, LOGO_HEIGHT / drawing.box.height)


def _reached(clinic: Clinic) -> Sequence[str]:
    """The lines under the name: the address as one, then how to be in touch."""
    address = ", ".join(clinic.address)
    return [line for line in (address, clinic.phone, clinic.email, clinic.web) if line]
