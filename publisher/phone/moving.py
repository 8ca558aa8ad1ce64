"""Cards that move: the phone card of an exercise, its picture doing one rep after another in the tempo of the card.

Every picture of the film is the very page that is drawn for the phone, so the words never differ. A disc on the ground
line fills as each part of the rep goes by; while something is held, it counts the seconds.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from layouts.phone import laid
from layouts.phone.measures import SCREEN
from layouts.product import Made, Screen
from layouts.standing import SUNK
from publisher import films
from publisher.binding import Press, bind, document
from publisher.figures.illustration import Illustration
from publisher.geometry import Box, Point
from publisher.pdf.writer import render
from publisher.phone.grounds import ground_of
from publisher.phone.images import pages_of, png_words, xmp
from publisher.pictures import filmed
from publisher.typesetting.face import Plate, Weight
from publisher.typesetting.fonts import font_path
from publisher.workshop import DEFAULT_PAPER, chosen_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.setting import Setting
    from publisher.figures.shots import Shot
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.phone.alternatives import Alternative
    from publisher.phone.sizes import Pixels
    from publisher.pictures import Shown
    from publisher.typesetting.face import Face
    from publisher.workshop import Workshop

KINDS = ("webp", "gif", "png")
# A moving picture is smaller than this, bytes; fewer colours are tried until it is.
LARGEST = 600_000
COLOURS = (96, 64, 48, 32, 16)
# The disc: its radius and how deep under the ground line its middle lies, millimetres of the page; and the room that
# is kept for it beside the figure, at 100 mm a stature.
RADIUS, DEEP, ASIDE = 4.4, 0.4, 26.0
# Drawn so much larger and then made smaller, for smooth edges.
FINER = 4
# The word in the disc while something is held: seconds that have begun; a short one is not counted.
COUNTED_FROM = 2.0


class Moving(NamedTuple):
    """A film as pictures of the whole card, side by side with how long each is shown, milliseconds."""

    pictures: tuple[Image.Image, ...]
    lasting: tuple[int, ...]


def moving(shop: Workshop, setting: Setting, card: Card, one: Shown, dose: Dose, size: Pixels) -> Moving | None:
    """The card doing one rep at so many pixels; None for one that never moves.

    Raises `UsageError` where a film must be drawn and the tools for it are missing.
    """
    film = films.film(one, dose)
    if film is None:
        return None
    frames = dict(zip(map(id, film.sketches), filmed(card, one, film.sketches, setting.theme, ASIDE), strict=True))
    drawings = {key: Illustration((frame,)) for key, frame in frames.items()}
    faces = {
        key: laid(card, replace(setting, drawings={**setting.drawings, card.id: picture}))
        for key, picture in drawings.items()
    }
    pdf, ground = _pdf(shop, setting, card, [*faces.values()]), ground_of(card, setting.theme)
    pages = dict(zip(faces, pages_of(pdf, size, repeat(ground)), strict=True))
    ink = setting.theme.ink
    spot = _spot(next(iter(faces.values())), size)
    shown = [
        _with_disc(pages[id(sketch)], shot, spot, (ink.red, ink.green, ink.blue))
        for sketch, shot in zip(film.sketches, film.shots, strict=True)
    ]
    return Moving(tuple(shown), tuple(10 * shot.hundredths for shot in film.shots))


def encoded(moving: Moving, kind: str, said: Alternative) -> bytes:
    """The film as a file of one of `KINDS` that goes on for ever, with its words inside; png is an APNG."""
    content = b""
    for content in _tries(moving, kind, said):
        if len(content) < LARGEST:
            break
    return content


def _tries(moving: Moving, kind: str, said: Alternative) -> Iterator[bytes]:
    lasting = [*moving.lasting]
    for colours in COLOURS:
        few = _with_few(moving.pictures, colours)
        if kind == "webp":
            whole = [picture.convert("RGB") for picture in few]
            yield _saved(whole, "WEBP", duration=lasting, loop=0, lossless=True, quality=40, method=2, xmp=xmp(said))
        elif kind == "gif":
            words = f"{said.title}\n{said.text}".encode()[:2000]
            yield _saved(few, "GIF", duration=lasting, loop=0, optimize=False, disposal=1, comment=words)
        else:
            yield _saved(few, "PNG", duration=lasting, loop=0, pnginfo=png_words(said))


def _with_few(pictures: Sequence[Image.Image], colours: int) -> list[Image.Image]:
    """All pictures in one set of colours, or flat areas would flicker."""
    palette = pictures[0].quantize(colours, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    return [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]


def _saved(pictures: Sequence[Image.Image], kind: str, **how: object) -> bytes:
    with BytesIO() as file:
        pictures[0].save(file, kind, save_all=True, append_images=pictures[1:], **how)
        return file.getvalue()


def _pdf(shop: Workshop, setting: Setting, card: Card, faces: Sequence[Face]) -> bytes:
    title = str(card.title)
    made = Made(screens=tuple(Screen(title, "", face) for face in faces))
    paper = chosen_from(shop.library.papers, "paper", None, None, DEFAULT_PAPER)
    bound = bind(made, None, Press(paper, shop.choices.printing, setting, title))
    return render(document(bound, title, "", shop.words.language, shop.choices.date))


# --- The disc ---------------------------------------------------------------------------------------------------


class _Spot(NamedTuple):
    """The middle and the radius of the disc, pixels."""

    x: float
    y: float
    radius: float


def _spot(face: Face, size: Pixels) -> _Spot:
    """At the right of the figure, on the ground line, where other cards have the number of a frame."""
    plate = next(part for part in face.parts if isinstance(part, Plate))
    where, scale = size.page(*SCREEN), size.page(*SCREEN).width / SCREEN.width
    drawing = plate.drawing
    sole = max(drawing.ground.y, drawing.box.bottom - SUNK)
    ground = plate.by.of_box(Box(0, sole, 0, 0)).y
    at = Point(plate.box.right - RADIUS, ground + DEEP)
    return _Spot(where.x + at.x * scale, where.y + at.y * scale, RADIUS * scale)


def _with_disc(page: Image.Image, shot: Shot, spot: _Spot, ink: tuple[int, int, int]) -> Image.Image:
    """The page with the disc as it is when the shot goes."""
    picture, side = page.copy(), 2 * math.ceil(spot.radius) + 4
    disc = Image.new("RGBA", (side * FINER, side * FINER), (255, 255, 255, 0))
    draw, middle, r = ImageDraw.Draw(disc), side * FINER / 2, spot.radius * FINER
    draw.ellipse((middle - r, middle - r, middle + r, middle + r), fill=(255, 255, 255, 255))
    r *= 0.88
    box = (middle - r, middle - r, middle + r, middle + r)
    draw.ellipse(box, outline=(*ink, 255), width=round(0.12 * r))
    counts = shot.leg.takes in {"hold", "pause"} and shot.seconds >= COUNTED_FROM
    if counts:
        draw.arc(box, -90, -90 + 360 * shot.share, fill=(*ink, 255), width=round(0.34 * r))
        said = str(max(1, math.ceil(round(shot.share * shot.seconds, 3))))
        draw.text((middle, middle), said, fill=(*ink, 255), font=_font(round(0.92 * r)), anchor="mm")
    else:
        draw.pieslice(box, -90, -90 + 360 * shot.share, fill=(*ink, 255))
    small = disc.resize((side, side), Image.Resampling.LANCZOS)
    picture.paste(small, (round(spot.x - side / 2), round(spot.y - side / 2)), small)
    return picture


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_path(Weight.BOLD)), size)
