"""Standing type: what was laid out and printed for the last build, kept for the next one while files are watched.

A publication whose cards, pictures, words and paper are what they were is taken as it stands. In one where a card has
changed, the other cards keep their faces.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from layouts.product import Job, Made
    from layouts.setting import Drawn, Setting
    from publisher.model.stock import Paper
    from publisher.pdf.objects import Compress
    from publisher.workshop import Product


class _Printed(NamedTuple):
    made: Made
    paper: Paper
    product: Product


@dataclass(slots=True)
class Standing:
    """What stands, by publication; for one set of choices and one run of the program."""

    _laid: dict[str, tuple[Job, Made]] = field(default_factory=dict)
    _printed: dict[str, _Printed] = field(default_factory=dict)
    _pressed: dict[str, Pressed] = field(default_factory=dict)

    def laid(self, name: str, job: Job, make: Callable[[Job], Made]) -> Made:
        """The faces of a publication: those that stand, if the job is the same and all of it fitted."""
        before = self._laid.get(name)
        if before is not None and before[0] == job and not before[1].problems:
            return before[1]
        job = job._replace(setting=replace(job.setting, drawn=self._drawn(job)))
        made = make(job)
        self._laid[name] = job, made
        return made

    def _drawn(self, job: Job) -> dict[tuple[str, float], Drawn]:
        """The faces of any publication in which a card that is the same looks the same; to begin with, none."""
        setting = _alike(job.setting)
        for other, _ in self._laid.values():
            drawn = other.setting.drawn
            if drawn is not None and other.stock == job.stock and _alike(other.setting) == setting:
                return drawn
        return {}

    def printed(self, name: str, made: Made, paper: Paper, bind: Callable[[Compress], Product]) -> Product:
        """The file of a publication: the one that stands, if its faces and its paper do."""
        before = self._printed.get(name)
        if before is None or before.made is not made or before.paper != paper:
            pressed = self._pressed.setdefault(name, Pressed())
            pressed.begin()
            before = self._printed[name] = _Printed(made, paper, bind(pressed.press))
        return before.product


def _alike(setting: Setting) -> Setting:
    """A setting without what each card brings along for itself."""
    return replace(setting, drawings={}, codes={})


class Pressed:
    """Makes bytes small, and knows what the printing before made of them: most pages are what they were."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._now: dict[bytes, bytes] = {}
        self._before: Mapping[bytes, bytes] = {}

    def begin(self) -> None:
        """Print once more: what the printing before last needed is let go."""
        self._before, self._now = self._now, {}

    def press(self, data: bytes) -> bytes:
        """The same bytes as `zlib.compress` gives."""
        small = self._now[data] = self._before.get(data) or zlib.compress(data)
        return small
