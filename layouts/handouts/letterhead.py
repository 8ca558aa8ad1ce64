"""Who hands a page out and to whom: logo, name and address at the left; for, from and date at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.courses import HAIRLINE
from layouts.signs import rule
from publisher.geometry import Box, Transform
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import NO_BREAK_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.setting import Setting
    from publisher.model.clinic import Clinic
    from publisher.programmes import Handout
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# The most that a logo takes, and the room behind it, millimetres.
LOGO_WIDTH, LOGO_HEIGHT, BESIDE = 42.0, 16.0, 4.0
# From the words to the rule below them.
UNDER = 2.6


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
        left = self._clinic(self.handout.clinic) if self.handout.clinic else self.box.y
        y = max(left, self._person()) + UNDER
        with self.surface.artifact():
            rule(self.surface, Box(self.box.x, y, self.box.width, HAIRLINE), self.setting.theme.ink)
        return y + HAIRLINE

    def _clinic(self, clinic: Clinic) -> float:
        """Logo, name, address and how to reach them; gives the height below them."""
        x, bottom = self.box.x, self.box.y
        if clinic.drawing is not None:
            bottom, x = self._logo(clinic)
        width = self.right - BESIDE - x
        with self.surface.element(Role.PARAGRAPH):
            name = self.surface.set(clinic.name, self.style.bold(), width)
            y = self.surface.write(name, x, self.box.y, field="name")
        for line in _reached(clinic):
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(self.surface.set(line, self.style, width), x, y, field="address")
        return max(y, bottom)

    def _logo(self, clinic: Clinic) -> tuple[float, float]:
        """The logo in its place; gives the height below it, and where words begin beside it."""
        drawing, box = clinic.drawing, self.box
        if drawing is None:
            return box.y, box.x
        size = min(LOGO_WIDTH / drawing.box.width, LOGO_HEIGHT / drawing.box.height)
        by = (
            Transform.move(-drawing.box.x, -drawing.box.y)
            .then(Transform.scale(size))
            .then(Transform.move(box.x, box.y))
        )
        self.surface.picture(str(clinic.logo_alt or clinic.name), (drawing, by))
        return box.y + drawing.box.height * size, box.x + drawing.box.width * size + BESIDE

    def _person(self) -> float:
        """For whom, from whom, on which day; what nobody has said has a line to write on."""
        y = self.box.y
        for path, said in self._told():
            y = self._row(path, said, y)
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

    def _row(self, path: str, said: str, y: float) -> float:
        word = self.setting.words.say(f"handout.{path}")
        width = self.box.right - self.right
        spans = [Span(word, Weight.REGULAR), *([Span(" ", Weight.REGULAR), Span(said, Weight.BOLD)] if said else [])]
        block = self.surface.set(spans, self.style, width, balanced=True)
        with self.surface.element(Role.PARAGRAPH):
            bottom = self.surface.write(block, self.right, y, field=path)
        if not said:
            start = self.right + block.width + 1.5
            with self.surface.artifact():
                line = Box(start, y + 0.82 * block.leading, self.box.right - start, HAIRLINE)
                rule(self.surface, line, self.setting.theme.ink)
        return bottom + 0.6


def _reached(clinic: Clinic) -> Sequence[str]:
    """The lines under the name: the address as one, then how to be in touch."""
    address = ", ".join(clinic.address)
    return [line for line in (address, clinic.phone, clinic.email, clinic.web) if line]
