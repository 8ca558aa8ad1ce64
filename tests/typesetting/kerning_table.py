"""Writes assets/fonts/atkinson-hyperlegible.kerning.json from the font's own GPOS table.

The program reads the small file instead of the font's layout tables, which would cost a shaping
library at start-up. Run it when the font package changes: `python tests/typesetting/kerning_table.py`.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

OUT = Path(__file__).parents[2] / "assets/fonts/atkinson-hyperlegible.kerning.json"
WEIGHTS = {"regular": "Regular", "bold": "Bold"}


def _adjustment(gpos, first: str, second: str) -> int:
    lookups = sorted(
        {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    )
    total = 0
    for index in lookups:
        for subtable in gpos.LookupList.Lookup[index].SubTable:
            subtable = subtable.ExtSubTable if subtable.LookupType == 9 else subtable  # noqa: PLW2901
            if first not in subtable.Coverage.glyphs:
                continue
            value = _pair_value(subtable, first, second)
            if value is not None:
                total += value
                break
    return total


def _pair_value(subtable, first: str, second: str) -> int | None:
    if subtable.Format == 1:
        for record in subtable.PairSet[subtable.Coverage.glyphs.index(first)].PairValueRecord:
            if record.SecondGlyph == second:
                return getattr(record.Value1, "XAdvance", 0)
        return None
    one = subtable.ClassDef1.classDefs.get(first, 0)
    two = subtable.ClassDef2.classDefs.get(second, 0)
    return getattr(subtable.Class1Record[one].Class2Record[two].Value1, "XAdvance", 0)


def table() -> dict[str, dict[str, dict[str, int]]]:
    """Weight, first letter, second letter: thousandths of an em, for every Latin pair that is not zero."""
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    out: dict[str, dict[str, dict[str, int]]] = {}
    for weight, style in WEIGHTS.items():
        font = TTFont(str(folder / f"AtkinsonHyperlegible-{style}.ttf"))
        cmap = {
            code: name for code, name in sorted(font.getBestCmap().items()) if code < 0x250 or 0x2010 <= code < 0x2070
        }
        gpos = font["GPOS"].table
        rows: dict[str, dict[str, int]] = {}
        for one, first in cmap.items():
            row = {chr(two): v for two, second in cmap.items() if (v := _adjustment(gpos, first, second))}
            if row:
                rows[chr(one)] = row
        out[weight] = rows
    return out


def text() -> str:
    """The file as it should be."""
    return json.dumps(table(), ensure_ascii=False, indent=0, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    OUT.write_text(text(), encoding="utf-8")
