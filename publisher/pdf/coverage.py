"""How much ink a page takes, reckoned from a small picture of it.

Every dot is taken apart into cyan, magenta, yellow and black as a printer does that puts black in place of what the
three colours share: K = 1 - max(R, G, B), C = 1 - R - K, M = 1 - G - K, Y = 1 - B - K. What all four cover is added up:
black is 100 %, a strong red, of magenta and yellow, near 200 %. A real printer differs, but by the same for all pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PIL import ImageChops, ImageStat

from publisher.pdf.contact_sheet import pages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

# Dots to the inch. A line is drawn at least a dot wide, so coarser pictures tell too much: at 36 dots a sixth, at 100
# under 4 % of what 300 tell (cheat sheet, warning card and a deck, in all inks), in a tenth of the time.
DPI = 100


class Coverage(NamedTuple):
    """How much of each page of a file is covered, in percent; what four inks cover is added up."""

    pages: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Of all pages."""
        return sum(self.pages) / len(self.pages)

    @property
    def highest(self) -> float:
        """Of the page that takes most."""
        return max(self.pages)

    @property
    def page(self) -> int:
        """Which page takes most, from 1."""
        return self.pages.index(self.highest) + 1

    def less_than(self, other: Coverage) -> float:
        """How much less ink all pages take than those of another file, in percent of that."""
        return 100 * (1 - sum(self.pages) / sum(other.pages)) if any(other.pages) else 0.0


def coverage(pdf: bytes) -> Coverage:
    """The coverage of every page of a file."""
    return Coverage(tuple(100 * _covered(page.split()) for page in pages_of(pdf, DPI)))


def _covered(channels: Sequence[Image]) -> float:
    """C + M + Y + K of a page, 0 to 4: with the terms above put in, 1 + 2 max(R, G, B) - (R + G + B)."""
    red, green, blue = channels
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return 1 + 2 * _share(lightest) - sum(map(_share, channels))


def _share(channel: Image) -> float:
    return ImageStat.Stat(channel).mean[0] / 255
