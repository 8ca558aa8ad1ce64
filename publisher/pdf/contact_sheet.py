"""Pages side by side in one small picture, to see at a glance what there is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from publisher.pdf.png import pages_as_png

if TYPE_CHECKING:
    from collections.abc import Sequence

# What the pages lie on: a quiet grey that is no ink of theirs; and the line round each.
TABLE, EDGE = (214, 216, 214), (160, 163, 160)
SPACE = 10
_POINTS = 72


class Picture(NamedTuple):
    """A PNG file and its size in pixels."""

    content: bytes
    width: int
    height: int


def pages_of(pdf: bytes, dpi: float) -> list[Image.Image]:
    """Every page, `dpi` dots to the inch."""
    return [Image.open(BytesIO(page)).convert("RGB") for page in pages_as_png(pdf, dpi)]


def contact_sheet(pages: Sequence[Image.Image], columns: int) -> Picture:
    """Pages in rows of so many columns, each as wide as the widest and each row as high as its highest."""
    columns = min(columns, len(pages))
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    across = max(page.width for page in pages) + SPACE
    table = Image.new("RGB", (columns * across + SPACE, sum(map(_height, rows)) + SPACE), TABLE)
    top = SPACE
    for row in rows:
        for number, page in enumerate(row):
            left = SPACE + number * across
            table.paste(EDGE, (left - 1, top - 1, left + page.width + 1, top + page.height + 1))
            table.paste(page, (left, top))
        top += _height(row)
    return _saved(table)


def narrowed(page: Image.Image, width: int) -> Image.Image:
    """The page at another width, in pixels."""
    return page.resize((width, max(1, round(page.height * width / page.width))), Image.Resampling.LANCZOS)


def _height(row: Sequence[Image.Image]) -> int:
    return max(page.height for page in row) + SPACE


def _saved(table: Image.Image) -> Picture:
    """A small file: 256 colours are more than a page with tints has use for."""
    few = table.quantize(256, Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)
    with BytesIO() as file:
        few.save(file, "PNG", optimize=True)
        return Picture(file.getvalue(), table.width, table.height)
