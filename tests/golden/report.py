"""One HTML page with every kept picture: old, new, difference."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Golden pages: old, new, difference</title>
<style>
body { font: 1rem/1.4 sans-serif; margin: 2rem; background: #e8e8e4; color: #10161c }
section { display: flex; gap: 1rem; align-items: flex-start; margin-bottom: 2rem; flex-wrap: wrap }
h2 { flex-basis: 100%; font-size: 1rem; margin: 0 }
img { background: #fff; max-width: 30% }
</style>
<h1>Golden pages</h1>
<p>Left to right: as it was, as it is, and what differs (white where nothing does).</p>
"""


def write_report(folder: Path, names: Sequence[str]) -> None:
    """Write `index.html` into the folder that holds the pictures."""
    folder.mkdir(exist_ok=True)
    sections = "\n".join(_section(name) for name in names)
    (folder / "index.html").write_text(f"{_HEAD}{sections}\n</html>\n", encoding="utf-8")


def _section(name: str) -> str:
    pictures = "\n".join(
        f'<img src="{escape(name)}.{which}.png" alt="{escape(name)}, {which}">'
        for which in ("old", "new", "difference")
    )
    return f"<section>\n<h2>{escape(name)}</h2>\n{pictures}\n</section>"
