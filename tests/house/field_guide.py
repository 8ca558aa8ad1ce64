"""Writes the tables of docs/authoring.md and docs/rules.md from what the program goes by: `make docs`."""

from __future__ import annotations

from pathlib import Path

from publisher.library.schema import field_guide
from publisher.rules import LISTED

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "authoring.md"
START = "<!-- fields: from here on `make docs` writes -->"
END = "<!-- fields: up to here -->"


def rule_table() -> str:
    """Every rule of `surefoot check` with its level, what it asks for, and who asks it."""
    rows = [
        f"| `{rule.name}` | {rule.level.value} | {rule.looks_for} | {rule.advice} | {rule.source} |" for rule in LISTED
    ]
    return "\n".join(
        ["| Rule | Level | What it looks for | What to do | Who asks it |", "|---|---|---|---|---|", *rows]
    )


WRITTEN = {PAGE: field_guide, DOCS / "rules.md": rule_table}


def fresh(page: Path = PAGE) -> str:
    """A page with its tables as they should be."""
    before, _, rest = page.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{WRITTEN[page]().strip()}\n\n{END}{after}"


if __name__ == "__main__":
    for page in WRITTEN:
        page.write_text(fresh(page), encoding="utf-8")
