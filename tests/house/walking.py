"""A page that is followed word by word: what it tells to type, to write and to expect, in its order."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# A block of commands is indented; a file begins with its path as a note; what is printed stands in a block of text.
_BLOCK = re.compile(
    r"^```yaml\n# (?P<path>\S+)\n(?P<file>.*?)^```$|^```text\n(?P<said>.*?)^```$|(?P<typed>(?:^    [^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_ANYTHING = "…"


class Step(NamedTuple):
    """One block of a page: exactly one of these is given, but a file has its path as well."""

    typed: str = ""
    path: str = ""
    file: str = ""
    said: str = ""


def steps(text: str) -> Iterator[Step]:
    """The blocks of a page."""
    for block in _BLOCK.finditer(text):
        yield Step(*(block[name] or "" for name in ("typed", "path", "file", "said")))


class Walker:
    """Somebody who follows a page in a folder, with the command of this environment."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self._environment = {**environment, "PATH": f"{sys.prefix}/bin:{environment['PATH']}"}
        self.heard = ""

    def take(self, step: Step) -> None:
        """Type it, write it, or hold what was printed against it."""
        if step.typed:
            self._type(step.typed)
        elif step.path:
            target = self.folder / step.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(step.file, encoding="utf-8")
        else:
            wanted = ".*?".join(re.escape(part) for part in step.said.strip().split(_ANYTHING))
            assert re.search(wanted, self.heard), f"the page says:\n{step.said}\nand this was printed:\n{self.heard}"

    def _type(self, typed: str) -> None:
        self.heard = ""
        for line in typed.replace("\\\n", " ").splitlines():
            words = line.strip()
            if words.startswith("cd "):
                self.folder /= words.removeprefix("cd ")
            elif words.startswith("surefoot "):
                run = subprocess.run(
                    words,
                    shell=True,
                    cwd=self.folder,
                    env=self._environment,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert run.returncode == 0, f"{words}\n{run.stdout}{run.stderr}"
                self.heard += run.stdout + run.stderr
