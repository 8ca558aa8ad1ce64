"""How a run speaks: quiet, as JSON, or to a person; and how far it has come."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from publisher.cli import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from publisher.problems import Problem

# A shorter wait needs no explanation.
PATIENCE_SECONDS = 1.0
_BAR = 30


@dataclass(slots=True)
class Voice:
    """What one run says. `closing` follows the number of problems, such as "; nothing was written.".

    `words` were typed, and `begun` is when, in nanoseconds since 1970. `form` puts problems into another form for
    programs.
    """

    json: bool = False
    quiet: bool = False
    closing: str = "."
    words: Sequence[str] = ()
    begun: int = field(default_factory=time.time_ns)
    form: Callable[[Iterable[Problem]], telling.JSON] | None = None

    @property
    def is_for_programs(self) -> bool:
        """Whether nobody reads the answer as it stands."""
        return self.json or self.form is not None

    def line(self, text: str) -> None:
        """A line of the answer."""
        if not self.quiet:
            click.echo(text)

    def answer(self, value: telling.JSON) -> None:
        """The answer for a program."""
        click.echo(telling.json_text(value), nl=False)

    def problems(self, problems: Iterable[Problem], closing: str = ".") -> None:
        """What is wrong, to the side of the answer; for a program, as the answer."""
        if self.form is not None:
            self.answer(self.form(problems))
            return
        if self.json:
            self.answer({"files": [], "problems": telling.as_json(problems)})
            return
        sys.stderr.write(telling.as_text(problems, telling.ink_for(sys.stderr), closing))

    def notes(self, problems: Iterable[Problem]) -> None:
        """What does not stop the run but should be known."""
        if not self.quiet:
            sys.stderr.write(telling.as_text(problems, telling.ink_for(sys.stderr)))


class Progress:
    """A bar on a terminal, once a run takes longer than a second."""

    def __init__(self, *, wanted: bool) -> None:
        """`wanted` is false for --quiet and --json."""
        self._wanted = wanted and sys.stderr.isatty()
        self._start = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """So many steps are done of so many."""
        if not self._wanted or not total or time.monotonic() - self._start < PATIENCE_SECONDS:
            return
        self._shown = True
        filled = _BAR * done // total
        sys.stderr.write(f"\r{'█' * filled}{'░' * (_BAR - filled)} {done} of {total}")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
