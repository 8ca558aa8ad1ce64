"""The deck laid out by Typst, as PDF/UA-1."""

from __future__ import annotations

import sys
from pathlib import Path

import typst


def main(fields: str, output: str) -> None:
    """Compile the template beside this file."""
    template = Path(__file__).with_name("cards.typ")
    typst.compile(
        str(template),
        output=output,
        root=str(template.parents[1]),
        font_paths=sys.argv[3:],
        ignore_system_fonts=True,
        sys_inputs={"fields": f"/{Path(fields).resolve().relative_to(template.parents[1].resolve())}"},
        pdf_standards=["ua-1"],
    )


main(*sys.argv[1:3])
