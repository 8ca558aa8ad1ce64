"""Photographs and logos of pixels, taken in safely: bytes from outside become a picture that holds nothing but pixels.

Only PNG and JPEG are opened, whatever a file is called (other kinds run other programs), and how many pixels there are
is asked before any are made. Place, camera, names and comments stay behind: what is kept is drawn onto a new picture.
All of it is turned upright, in sRGB, 8 bits, on white paper: a page needs no transparency, which old printers draw
wrong. Every refusal is a `Problem` without a place, which whoever read the file knows.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
import zlib
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from PIL import Image, ImageChops, ImageCms, ImageOps

from publisher.drawing import Raster
from publisher.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.drawing import Drawing
    from publisher.geometry import Point

# A file of a phone has up to 12 MB; 40 million pixels take up to 320 MB while they are worked on.
MOST_BYTES, MOST_PIXELS = 25_000_000, 40_000_000
FORMATS = ("PNG", "JPEG")
# Dots to the inch of what is printed, and the longer side of what is kept of a photograph: 100 mm at that.
DPI, LARGEST_PHOTO = 300, 1200
# The longer side of a logo, at 300 dots to the inch 120 mm; and of the part of a photograph that shows, at the least.
LARGEST_LOGO, SMALLEST_PHOTO = 1440, 300
# How good a JPEG is: what is kept, and what is printed of it.
KEPT, PRINTED = 92, 86
# From here on paper shows nothing: levels of grey, 255 is white.
PALE = 240
_FINE = Image.Resampling.LANCZOS

# All that Pillow was seen to raise for bytes that are no picture, or were damaged.
_DAMAGED = (
    *(OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, ZeroDivisionError),
    *(EOFError, OverflowError, MemoryError, struct.error, zlib.error, Image.DecompressionBombError, Warning),
)


class Found(NamedTuple):
    """What the first bytes of a picture say."""

    width: int
    height: int
    kind: Literal["PNG", "JPEG"]


def looked_at(data: bytes) -> Found:
    """Which picture it is and how large, before any pixel is made."""
    with _opened(data) as image:
        # The more than one pictures in a file of some phones begin with an ordinary one.
        return Found(*_upright_size(image), "PNG" if image.format == "PNG" else "JPEG")


def logo(data: bytes) -> Raster:
    """A logo as a page takes it: whole, its edges sharp, as large as is needed on a letterhead."""
    with _opened(data) as image:
        found = "PNG" if image.format == "PNG" else "JPEG"
        clean = _clean(image, LARGEST_LOGO)
    if _darkest(clean) >= PALE:
        sentence = "this picture is white, or nearly, on white paper; nothing of it would be seen."
        hint = "Save the logo in its dark form, as it stands on white paper."
        raise InputError([Problem("picture-not-seen", sentence, hint)])
    return _flate(clean) if found == "PNG" else _jpeg(clean, KEPT)


def photograph(data: bytes, aspect: float, focus: Point) -> Raster:
    """The part of a photograph that shows: as wide to high as `aspect`, round a focus told in shares of the picture."""
    with _opened(data) as image:
        box = cropped(_upright_size(image), aspect, focus)
        left, top, right, bottom = box
        if max(right - left, bottom - top) < SMALLEST_PHOTO:
            sentence = (
                f"the part of this photograph that shows has {right - left} by {bottom - top} pixels; it would be "
                f"coarse in print."
            )
            hint = f"Use one with at least {SMALLEST_PHOTO} pixels on the longer side of that part, better 1,200."
            raise InputError([Problem("picture-too-small", sentence, hint)])
        whole = _upright_size(image)
        # A JPEG can be read at a half, a quarter or an eighth, in a fraction of the time.
        share = min(1.0, LARGEST_PHOTO / max(right - left, bottom - top))
        image.draft(None, (round(image.width * share), round(image.height * share)))
        clean = _clean(image, None)
    scale = (clean.width / whole[0], clean.height / whole[1])
    part = (left * scale[0], top * scale[1], right * scale[0], bottom * scale[1])
    size = (max(1, round((right - left) * share)), max(1, round((bottom - top) * share)))
    return _jpeg(clean.resize(size, _FINE, part), KEPT)


def cropped(size: tuple[int, int], aspect: float, focus: Point) -> tuple[int, int, int, int]:
    """The largest part of a picture with that aspect, its middle as near to the focus as the edges allow."""
    width, height = size
    wide, high = min(width, round(height * aspect)) or 1, min(height, round(width / aspect)) or 1
    left = min(max(0, round(focus.x * width - wide / 2)), width - wide)
    top = min(max(0, round(focus.y * height - high / 2)), height - high)
    return left, top, left + wide, top + high


@lru_cache(maxsize=256)
def printed(raster: Raster, longer: int) -> Raster:
    """A kept photograph with so many pixels on its longer side, or as it is where it has no more."""
    if longer >= max(raster.width, raster.height):
        return raster
    share = longer / max(raster.width, raster.height)
    with Image.open(BytesIO(raster.data), formats=FORMATS) as image:
        size = (max(1, round(raster.width * share)), max(1, round(raster.height * share)))
        return _jpeg(image.resize(size, _FINE), PRINTED)


@lru_cache(maxsize=256)
def in_grey(raster: Raster) -> Raster:
    """The picture without colour, as light as a printer without colour shows it."""
    if raster.colours == "grey":
        return raster
    if raster.coding == "flate":
        whole = Image.frombytes("RGB", (raster.width, raster.height), zlib.decompress(raster.data))
        return _flate(whole.convert("L"))
    with Image.open(BytesIO(raster.data), formats=FORMATS) as image:
        return _jpeg(image.convert("L"), KEPT)


def drawing_in_grey(drawing: Drawing) -> Drawing:
    """The same for a drawing, and the pixels in it."""
    marks = (
        mark._replace(
            fill=mark.fill and mark.fill.grey,
            stroke=mark.stroke and mark.stroke._replace(colour=mark.stroke.colour.grey),
        )
        for mark in drawing.marks
    )
    images = (image._replace(raster=in_grey(image.raster)) for image in drawing.images)
    return drawing._replace(marks=tuple(marks), images=tuple(images))


# --- Opening ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """A picture whose pixels are still to be made; what goes wrong in here is told as damage."""
    if len(data) > MOST_BYTES:
        sentence = f"this picture has more than {MOST_BYTES // 1_000_000} MB."
        hint = "Save it smaller: 2,000 pixels on the longer side are enough for print."
        raise InputError([Problem("picture-too-heavy", sentence, hint)])
    with warnings.catch_warnings():
        # A bomb is told as a warning at first; and damaged notes of a camera are none of our business.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = _image(data)
        with image:
            try:
                yield image
            except _DAMAGED:
                raise InputError([_damaged()]) from None


def _image(data: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise InputError([_too_many("more than 40 million")]) from None
    except _DAMAGED:
        if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise InputError([_damaged()]) from None
        sentence = "this is not a picture in PNG or JPEG, whatever its name says."
        raise InputError([Problem("not-a-picture", sentence, "Save it as PNG or JPEG and try again.")]) from None
    width, height = image.size
    if width * height > MOST_PIXELS:
        image.close()
        raise InputError([_too_many(f"{width:,} by {height:,}")])
    return image


def _too_many(count: str) -> Problem:
    sentence = f"this picture has {count} pixels; the most is {MOST_PIXELS // 1_000_000} million in all."
    hint = "Save it smaller: 2,000 pixels on the longer side are enough for print."
    return Problem("picture-too-large", sentence, hint)


def _damaged() -> Problem:
    sentence = "this picture is damaged or cut short; not all of it can be read."
    return Problem("damaged-picture", sentence, "Copy it again from where it came from, or save it anew.")


# --- Cleaning ---------------------------------------------------------------------------------------------------------


def _clean(image: Image.Image, longest: int | None) -> Image.Image:
    """The picture upright, in sRGB or grey, on white, in a new image that was never in a file."""
    image.load()
    turned = _turned(image)
    profile = image.info.get("icc_profile")
    plain = _eight_bits(turned)
    if longest is not None and max(plain.size) > longest:
        share = longest / max(plain.size)
        plain = plain.resize((max(1, round(plain.width * share)), max(1, round(plain.height * share))), _FINE)
    alpha = plain.getchannel("A") if plain.mode in {"RGBA", "LA"} else None
    solid = _in_srgb(plain.convert(plain.mode.removesuffix("A")), profile)
    paper = Image.new(solid.mode, solid.size, "white")
    paper.paste(solid, (0, 0), alpha)
    return paper


def _upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as it is looked at."""
    width, height = image.size
    return (height, width) if _orientation(image) >= 5 else (width, height)


def _orientation(image: Image.Image) -> int:
    """How the camera was held, 1 to 8 (Exif 2.32, tag 0x0112); upright where its notes are damaged."""
    with contextlib.suppress(*_DAMAGED):
        found = image.getexif().get(0x0112, 1)
        return found if isinstance(found, int) and 1 <= found <= 8 else 1
    return 1


def _turned(image: Image.Image) -> Image.Image:
    if _orientation(image) == 1:
        return image
    return ImageOps.exif_transpose(image)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey, RGB or CMYK, with its transparency if it has any; 16 bits are scaled, which Pillow itself would cut off."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level * (1 / 257) + 0.5).convert("L")
    if image.mode in {"P", "PA"} or ("transparency" in image.info and image.mode in {"L", "RGB", "1"}):
        return image.convert("RGBA")
    if image.mode in {"RGB", "RGBA", "L", "LA", "CMYK"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


# The colours of a profile, and of the pictures it can be meant for.
_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours as they are meant: by the profile if one is there that fits, else as those of any screen."""
    target: Literal["L", "RGB"] = "L" if image.mode == "L" else "RGB"
    if isinstance(profile, bytes):
        with contextlib.suppress(ImageCms.PyCMSError, *_DAMAGED):
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            if given.profile.xcolor_space == _SPACES[image.mode]:
                srgb = ImageCms.createProfile("sRGB")
                shown = ImageCms.profileToProfile(image, given, srgb, outputMode="RGB")
                if shown is not None:
                    return shown.convert(target)
    return image.convert(target)


# --- Writing ----------------------------------------------------------------------------------------------------------


def _darkest(image: Image.Image) -> int:
    low, _ = image.convert("L").getextrema()
    return int(low) if isinstance(low, int | float) else 0


def _is_grey(image: Image.Image) -> bool:
    if image.mode == "L":
        return True
    red, green, blue = image.split()
    return all(ImageChops.difference(red, other).getbbox() is None for other in (green, blue))


def _flate(image: Image.Image) -> Raster:
    """Every pixel as it is."""
    colours: Literal["grey", "rgb"] = "grey" if _is_grey(image) else "rgb"
    samples = (image.convert("L") if colours == "grey" else image).tobytes()
    return _raster(image, colours, "flate", samples, zlib.compress(samples, 9))


def _jpeg(image: Image.Image, quality: int) -> Raster:
    """What was a JPEG goes on as one: its edges are soft already."""
    colours: Literal["grey", "rgb"] = "grey" if image.mode == "L" else "rgb"
    with BytesIO() as file:
        image.save(file, "JPEG", quality=quality, optimize=True, subsampling=0)
        data = file.getvalue()
    return _raster(image, colours, "jpeg", data, data)


def _raster(
    image: Image.Image,
    colours: Literal["grey", "rgb"],
    coding: Literal["flate", "jpeg"],
    shown: bytes,
    data: bytes,
) -> Raster:
    head = f"{image.width} {image.height} {colours} {coding} ".encode()
    return Raster(image.width, image.height, colours, coding, sha256(head + shown).hexdigest(), data)
