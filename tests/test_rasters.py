"""Bytes from outside become pixels and nothing else: upright, in sRGB, on white; all else is refused by name."""

from __future__ import annotations

import contextlib
import random
import resource
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from publisher import rasters
from publisher.colour import Colour
from publisher.drawing import Mark, Stroke, pixels, rectangle
from publisher.geometry import Box, Point
from publisher.problems import InputError
from tests.pixels import TEAL, a_logo, a_photograph, pixels_of, plain, written

MIDDLE = Point(0.5, 0.5)


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        rasters.logo(data)
    [problem] = caught.value.problems
    assert problem.sentence
    assert problem.hint
    return problem.name


def at_once(data: bytes, x: int = 5, y: int = 5) -> object:
    return pixels_of(rasters.logo(data)).getpixel((x, y))


def a_png(width: int, height: int, depth: int, kind: int, rows: bytes) -> bytes:
    """A PNG written by hand: what Pillow cannot write."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# --- what is shown ---


def test_a_plain_logo_keeps_every_pixel() -> None:
    raster = rasters.logo(written(plain()))

    assert (raster.width, raster.height, raster.colours, raster.coding) == (400, 300, "rgb", "flate")
    assert pixels_of(raster).getcolors() == [(400 * 300, TEAL)]


def test_what_has_no_colour_is_stored_without() -> None:
    assert rasters.logo(written(plain(colour=(90, 90, 90)))).colours == "grey"
    assert rasters.logo(written(plain(colour=0, mode="1"))).colours == "grey"


def test_what_shines_through_lies_on_white_paper() -> None:
    assert at_once(written(plain(colour=(200, 0, 0, 128), mode="RGBA"))) == (227, 127, 127)


def test_a_colour_told_to_be_clear_is_white() -> None:
    picture = plain(colour=1, mode="P")
    picture.putpalette([255, 0, 0, 0, 0, 200])
    picture.paste(0, (0, 0, 200, 300))

    data = written(picture, transparency=0)

    assert at_once(data) == (255, 255, 255)
    assert at_once(data, 300) == (0, 0, 200)


def test_sixteen_bits_of_grey_keep_their_middle() -> None:
    """Pillow alone makes them white."""
    rows = (b"\0" + struct.pack(">H", 32896) * 300) * 300

    assert at_once(a_png(300, 300, 16, 0, rows)) == 128


def test_sixteen_bits_of_colour_keep_their_colour() -> None:
    rows = (b"\0" + struct.pack(">HHH", 257 * 11, 257 * 95, 257 * 92) * 300) * 300

    assert at_once(a_png(300, 300, 16, 2, rows)) == TEAL


def test_four_inks_become_the_colours_of_a_screen() -> None:
    red, green, blue = at_once(written(plain(colour=(0, 255, 255, 0), mode="CMYK"), "JPEG"))

    assert red > 230
    assert max(green, blue) < 40


def test_a_profile_is_followed_and_left_behind() -> None:
    """The same numbers in a wider space are a stronger colour on a screen."""
    srgb = rasters.logo(written(plain(colour=(60, 160, 90))))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # An sRGB profile with the primaries of red and green exchanged: what it calls red is green.
    exchanged = lab.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")

    shown = rasters.logo(written(plain(colour=(200, 30, 30)), icc_profile=exchanged))

    red, green, _ = pixels_of(shown).getpixel((5, 5))
    assert green > red
    assert lab[36:40] == b"acsp"
    assert b"acsp" not in shown.data
    assert srgb.data != shown.data


def test_a_damaged_profile_or_one_for_other_pixels_is_passed_by() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert at_once(written(plain(), icc_profile=b"nothing of the kind")) == TEAL
    assert at_once(written(plain(colour=77, mode="L"), icc_profile=srgb)) == 77


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_as_the_camera_was_held(turn: int) -> None:
    picture = plain((400, 300), (250, 250, 250))
    picture.paste((0, 0, 0), (0, 0, 100, 100))
    notes = Image.Exif()
    notes[0x0112] = turn
    data = written(picture, exif=notes)

    raster = rasters.logo(data)

    upright = (400, 300) if turn < 5 else (300, 400)
    assert (raster.width, raster.height) == upright
    assert rasters.looked_at(data)[:2] == upright
    corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[turn]
    assert pixels_of(raster).getpixel(tuple(at * (side - 1) for at, side in zip(corner, upright, strict=True))) == 0


def test_nothing_of_what_a_camera_notes_is_kept() -> None:
    notes = Image.Exif()
    notes[0x010F], notes[0x013B], notes[0x010E] = "CANARY maker", "CANARY artist", "CANARY of Mrs Smith"
    data = written(plain((1200, 900)), "JPEG", exif=notes, comment=b"CANARY", xmp=b"<x>CANARY</x>")
    assert data.count(b"CANARY") >= 4

    for raster in (rasters.logo(data), rasters.photograph(data, 0.75, MIDDLE)):
        assert b"CANARY" not in raster.data
        assert b"Exif" not in raster.data
        assert not pixels_of(raster).info.get("exif")


def test_a_large_logo_is_made_as_large_as_print_needs() -> None:
    raster = rasters.logo(written(plain((4000, 1000))))

    assert (raster.width, raster.height) == (rasters.LARGEST_LOGO, 360)


def test_the_same_pixels_have_the_same_name_and_bytes() -> None:
    one, other = rasters.logo(a_logo()), rasters.logo(a_logo())

    assert one == other
    assert one.data == other.data
    assert one.name != rasters.logo(a_logo((600, 200))).name
    assert len(one.name) == 64


# --- photographs ---


def test_a_photograph_is_cut_round_its_focus() -> None:
    assert rasters.cropped((400, 300), 0.75, MIDDLE) == (88, 0, 313, 300)
    left, top, right, bottom = rasters.cropped((400, 300), 0.75, Point(1, 0))
    assert (right, top, bottom) == (400, 0, 300)
    assert right - left == 225
    assert rasters.cropped((300, 400), 4 / 3, Point(0.5, 0.9)) == (0, 175, 300, 400)


@pytest.mark.parametrize("aspect", [0.75, 1.0, 4 / 3])
def test_what_shows_has_the_aspect_that_was_asked_for(aspect: float) -> None:
    raster = rasters.photograph(a_photograph(), aspect, Point(0.3, 0.8))

    assert raster.width / raster.height == pytest.approx(aspect, abs=0.01)
    assert max(raster.width, raster.height) == rasters.LARGEST_PHOTO
    assert raster.coding == "jpeg"


def test_the_focus_is_told_in_the_picture_as_it_is_looked_at() -> None:
    picture = plain((1600, 1200), (250, 250, 250))
    picture.paste((0, 0, 0), (0, 0, 1600, 300))
    notes = Image.Exif()
    notes[0x0112] = 6  # what was the top is the right side
    data = written(picture, "JPEG", exif=notes)

    right = pixels_of(rasters.photograph(data, 0.5, Point(1, 0.5))).convert("L")
    left = pixels_of(rasters.photograph(data, 0.5, Point(0, 0.5))).convert("L")

    assert right.getpixel((right.width - 5, 50)) < 10
    assert left.getextrema()[0] > 240


def test_a_photograph_is_printed_at_the_size_that_is_asked_for() -> None:
    kept = rasters.photograph(a_photograph(), 0.75, MIDDLE)

    small = rasters.printed(kept, 300)

    assert (small.width, small.height) == (225, 300)
    assert len(small.data) < len(kept.data) / 4
    assert rasters.printed(kept, 5000) is kept
    assert rasters.printed(kept, 300) == small


def test_too_few_pixels_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        rasters.photograph(written(plain((290, 200))), 4 / 3, MIDDLE)

    assert caught.value.problems[0].name == "picture-too-small"
    assert "267 by 200" in caught.value.problems[0].sentence


# --- what is refused ---


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "not-a-picture"),
        (b"GIF89a" + bytes(200), "not-a-picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n{} loop", "not-a-picture"),
        (written(plain(), "TIFF"), "not-a-picture"),
        (written(plain(), "BMP"), "not-a-picture"),
        (written(plain(), "PPM"), "not-a-picture"),
        (b"\x89PNG\r\n\x1a\n", "damaged-picture"),
        (b"\xff\xd8\xff\xe0", "damaged-picture"),
        (a_photograph()[:9000], "damaged-picture"),
        (a_logo()[:700], "damaged-picture"),
        (written(plain(colour=(255, 255, 255, 0), mode="RGBA")), "picture-not-seen"),
        (written(plain(colour=(250, 250, 246))), "picture-not-seen"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_cannot_be_taken_is_refused_by_name(data: bytes, name: str) -> None:
    assert refused(data) == name


def bombs() -> list[bytes]:
    """Few bytes that would be many pixels, or many bytes of notes."""
    sizes = [(6400, 6400), (9000, 9000), (13_000, 13_000), (40_001, 1000), (1000, 40_001), (2**31 - 1, 2**31 - 1)]
    empty = zlib.compress(bytes(1000))
    found = [a_png(width, height, depth, kind, empty) for width, height in sizes for depth, kind in ((8, 6), (1, 0))]
    jpeg = bytearray(written(plain((64, 64)), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    for width, height in ((6400, 6400), (65_000, 65_000), (65_535, 700)):
        jpeg[at : at + 4] = struct.pack(">HH", height, width)
        found.append(bytes(jpeg))
    return found


@pytest.mark.parametrize("data", bombs(), ids=len)
def test_a_bomb_is_refused_before_its_pixels_are_made(data: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert refused(data) == "picture-too-large"

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_notes_packed_to_burst_are_no_harm() -> None:
    """A megabyte of noughts in a few bytes, as a text and as a profile."""
    packed = zlib.compress(bytes(80_000_000), 9)
    whole = written(plain())

    for name, head in ((b"zTXt", b"Comment\0\0"), (b"iCCP", b"sRGB\0\0")):
        data = head + packed
        chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        assert refused(whole[:33] + chunk + whole[33:]) == "damaged-picture"


def test_a_file_as_large_as_a_film_is_refused() -> None:
    assert refused(written(plain()) + bytes(rasters.MOST_BYTES)) == "picture-too-heavy"


def mutants(count: int, seed: int) -> list[bytes]:
    """Pictures with bytes changed, taken out, doubled or cut, the same ones for the same seed."""
    chance = random.Random(seed)
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = 6, "maker"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    small = (64, 48)
    whole = [
        written(plain(small)),
        written(plain(small, (9, 9, 9, 90), "RGBA"), icc_profile=srgb, exif=notes),
        written(plain(small, 3, "P")),
        written(plain(small), "JPEG", exif=notes, icc_profile=srgb, comment=b"words"),
        written(plain(small, (9, 9, 9, 90), "CMYK"), "JPEG"),
        written(Image.effect_noise(small, 80), "JPEG", progressive=True),
        a_png(64, 48, 16, 0, (b"\0" + bytes(128)) * 48),
    ]
    found = []
    for _ in range(count):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 6)):
            if not data:
                break
            at = chance.randrange(len(data))
            match chance.randrange(5):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randint(1, 40)]
                case 2:
                    data[at:at] = data[at : at + chance.randint(1, 40)]
                case 3:
                    data[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff"])
                case _:
                    data = data[: max(12, at)]
        found.append(bytes(data))
    return found


def test_damage_of_any_kind_is_a_problem_and_never_an_error_of_ours() -> None:
    taken = 0
    for data in mutants(600, seed=7):
        for take in (rasters.logo, rasters.looked_at, lambda given: rasters.photograph(given, 0.75, MIDDLE)):
            with contextlib.suppress(InputError):
                taken += take(data) is not None

    assert taken > 100


# --- in grey ---


def test_a_logo_in_grey_is_as_light_as_a_printer_shows_it() -> None:
    grey = rasters.in_grey(rasters.logo(written(plain())))

    assert (grey.colours, grey.coding) == ("grey", "flate")
    [(count, level)] = pixels_of(grey).getcolors()
    assert (count, level) == (400 * 300, pytest.approx(Colour(*TEAL).grey.red, abs=1))


def test_a_photograph_in_grey_keeps_its_size_and_has_no_colour() -> None:
    photograph = rasters.photograph(a_photograph(), 3 / 4, MIDDLE)
    grey = rasters.in_grey(photograph)

    assert (grey.width, grey.height, grey.coding) == (photograph.width, photograph.height, "jpeg")
    assert pixels_of(grey).mode == "L"
    assert rasters.in_grey(grey) is grey


def test_a_drawing_in_grey_is_the_same_drawing() -> None:
    mark = Mark(rectangle(Box(0, 0, 4, 3)), fill=Colour(200, 30, 30), stroke=Stroke(Colour(0, 90, 200), 0.5))
    drawing = pixels(rasters.logo(written(plain())), 40)._replace(marks=(mark, Mark(mark.path)))
    grey = rasters.drawing_in_grey(drawing)

    assert [image.raster.colours for image in grey.images] == ["grey"]
    assert (grey.marks[0].fill, grey.marks[0].stroke.colour) == (mark.fill.grey, mark.stroke.colour.grey)
    assert grey.marks[1] == drawing.marks[1]
    assert (grey.box, grey.images[0].by) == (drawing.box, drawing.images[0].by)
