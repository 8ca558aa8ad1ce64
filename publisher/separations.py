"""Colours as mixtures of four printing inks, by the profile of a press.

Black is black alone: words and lines in four inks would stand in four places as soon as one plate is a hair off. So
what is nearly black becomes full black ink, and what is grey becomes black ink as light as the grey. All else is
converted by the profile, relative colorimetric with black point compensation, each colour once. No mixture has more
ink than `MOST_INK`.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from PIL import Image, ImageCms, ImageFilter

from publisher.colour import WHITE, Colour
from publisher.drawing import Raster
from publisher.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.colour_profiles import ColourProfile

# Percent of the paper, all inks added up. Offset on coated paper bears 300 to 330, digital presses 280 to 300.
MOST_INK = 300
# A colour with no part above this, and no part further from another than that, is black.
DARK, PLAIN = 0x30, 24
# Steps along each side of the table by which pictures are converted; between them is reckoned straight.
_STEPS = 33
# What Pillow and LittleCMS raise for a profile that is one by its head only.
_DAMAGED = (ImageCms.PyCMSError, OSError, ValueError, TypeError, SyntaxError, MemoryError, struct.error)


class Inks(NamedTuple):
    """Cyan, magenta, yellow and black, each 0 to 255."""

    cyan: int
    magenta: int
    yellow: int
    black: int

    @property
    def total(self) -> float:
        """All inks added up, percent of the paper."""
        return sum(self) / 2.55


PAPER, PURE_BLACK = Inks(0, 0, 0, 0), Inks(0, 0, 0, 255)


class Separation:
    """What a profile makes of colours and pictures. Each is asked once."""

    def __init__(self, profile: ColourProfile) -> None:
        """Open the profile. Raises what only its tables tell: that they cannot be used."""
        self.profile = profile
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile.data))
            into, back = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
            how = ImageCms.Intent.RELATIVE_COLORIMETRIC
            self._into = ImageCms.buildTransform(into, given, "RGB", "CMYK", how, ImageCms.Flags.BLACKPOINTCOMPENSATION)
            self._blacks = _luminances(ImageCms.buildTransform(given, back, "CMYK", "LAB", how))
        except _DAMAGED:
            sentence = "this is not an ICC profile that can be read: its tables are damaged."
            hint = "Copy it again from where it came from."
            raise InputError([Problem("not-a-colour-profile", sentence, hint)]) from None
        self._known: dict[Colour, Inks] = {WHITE: PAPER}
        self._table: ImageFilter.Color3DLUT | None = None

    def inks(self, colour: Colour) -> Inks:
        """The mixture for a colour."""
        found = self._known.get(colour)
        if found is None:
            found = self._known[colour] = self._mixed(colour)
        return found

    def raster(self, raster: Raster) -> Raster:
        """The same picture for a press: in grey, or in four inks."""
        samples = _opened(raster)
        if raster.colours == "grey":
            # A sample of grey is what black ink leaves free (ISO 32000-1, 10.3.4).
            levels = [255 - self.inks(Colour(level, level, level)).black for level in range(256)]
            return _raster(raster, "grey", samples.point(levels).tobytes())
        return _raster(raster, "cmyk", samples.filter(self._for_pictures()).tobytes())

    def _mixed(self, colour: Colour) -> Inks:
        if is_black(colour):
            return PURE_BLACK
        if colour.is_neutral:
            return self._of_black(colour)
        return self._converted([colour])[0]

    def _of_black(self, grey: Colour) -> Inks:
        """The black ink alone that is as light as a grey, between bare paper and full black as BPC has it.

        Black point compensation is linear in light (ISO 18619:2015).
        """
        darkest, lightest = self._blacks[-1], self._blacks[0]
        wanted = darkest + (lightest - darkest) * grey.luminance
        return Inks(0, 0, 0, min(range(256), key=lambda level: abs(self._blacks[level] - wanted)))

    def _converted(self, colours: Sequence[Colour]) -> list[Inks]:
        row = Image.frombytes("RGB", (len(colours), 1), bytes(part for colour in colours for part in colour))
        mixed = ImageCms.applyTransform(row, self._into)
        if mixed is None:
            raise ValueError("the conversion gave nothing")
        samples = mixed.tobytes()
        return [_within(Inks(*samples[at : at + 4])) for at in range(0, len(samples), 4)]

    def _for_pictures(self) -> ImageFilter.Color3DLUT:
        """A table of what pictures become. A straight line between two mixtures has no more ink than they have."""
        if self._table is None:
            steps = [round(step * 255 / (_STEPS - 1)) for step in range(_STEPS)]
            colours = [Colour(red, green, blue) for blue in steps for green in steps for red in steps]
            mixed = self._converted(colours)
            mixed[-1] = PAPER
            parts = [part / 255 for inks in mixed for part in inks]
            self._table = ImageFilter.Color3DLUT(_STEPS, parts, channels=4, target_mode="CMYK")
        return self._table


def _within(inks: Inks) -> Inks:
    """The mixture with its colours thinned until there is no more ink than the paper bears."""
    room = int(MOST_INK * 2.55) - inks.black
    colours = inks.cyan + inks.magenta + inks.yellow
    if colours <= room:
        return inks
    cyan, magenta, yellow = (part * room // colours for part in inks[:3])
    return Inks(cyan, magenta, yellow, inks.black)


def _luminances(back: ImageCms.ImageCmsTransform) -> list[float]:
    """How light each level of black ink alone is, 0 to 1, from its L* (CIE 15:2004, 8.2.1.1)."""
    ramp = Image.frombytes("CMYK", (256, 1), bytes(part for level in range(256) for part in (0, 0, 0, level)))
    seen = ImageCms.applyTransform(ramp, back)
    if seen is None:
        raise ValueError("the conversion gave nothing")
    lights = (level / 2.55 for level in seen.tobytes()[::3])
    return [((light + 16) / 116) ** 3 if light > 8 else light * 27 / 24389 for light in lights]


def is_black(colour: Colour) -> bool:
    """Whether it is printed as full black ink alone, whatever the profile."""
    return max(colour) <= DARK and max(colour) - min(colour) <= PLAIN


def _opened(raster: Raster) -> Image.Image:
    """The pixels of a picture that we made."""
    mode = "L" if raster.colours == "grey" else "RGB"
    if raster.coding == "flate":
        return Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.data))
    with Image.open(BytesIO(raster.data), formats=("JPEG",)) as image:
        return image.convert(mode)


def _raster(like: Raster, colours: Literal["grey", "cmyk"], samples: bytes) -> Raster:
    # Packed without loss: a JPEG would put ink where the limit left none.
    return Raster(like.width, like.height, colours, "flate", like.name, zlib.compress(samples, 9))
