"""Standing type: what was laid out and printed for the last build, kept for the next one while files are watched.

A publication whose cards, pictures, words and paper are what they were is taken as it stands. In one where a card has
changed, the other cards keep their faces.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from layouts.product import Job, Made
    from publisher.model.stock import Paper
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

    def laid(self, name: str, job: Job, make: Callable[[Job], Made]) -> Made:
        """The faces of a publication: those that stand, if the job is the same and all of it fitted."""
        before = self._laid.get(name)
        if before is not None and before[0] == job and not before[1].problems:
            return before[1]
        drawn = before[0].setting.drawn if before is not None and _alike(before[0], job) else {}
        job = job._replace(setting=replace(job.setting, drawn=drawn))
        made = make(job)
        self._laid[name] = job, made
        return made

    def printed(self, name: str, made: Made, paper: Paper, bind: Callable[[], Product]) -> Product:
        """The file of a publication: the one that stands, if its faces and its paper do."""
        before = self._printed.get(name)
        if before is None or before.made is not made or before.paper != paper:
            before = self._printed[name] = _Printed(made, paper, bind())
        return before.product


def _alike(one: Job, other: Job) -> bool:
    """Whether a card that is the same would look the same in both."""
    return replace(one.setting, drawings={}) == replace(other.setting, drawings={}) and one.stock == other.stock
