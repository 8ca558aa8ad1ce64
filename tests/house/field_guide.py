"""Writes the tables of docs/authoring.md from the shapes that the reader reads by: `make docs`."""

from __future__ import annotations

from pathlib import Path

from publisher.library.schema import field_guide

PAGE = Path(__file__).parents[2] / "docs/authoring.md"
START = "<!-- fields: from here on `make docs` writes -->"
END = "<!-- fields: up to here -->"


def fresh() -> str:
    """The page with the tables as they should be."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{field_guide().strip()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(fresh(), encoding="utf-8")
