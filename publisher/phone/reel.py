"""A card's film as a page plays it: its pictures packed into a script of its own, asked for when they are to move.

As text the paths of a film weigh 60 to 170 kB. Here letters and numbers stand apart, a number is one byte or three, and
all is deflated, which every browser since 2023 undoes by itself: 20 to 60 kB, a sixth of an animated WebP that is half
as sharp (`docs/phone-site.md`). Each picture is there once, however often the rep shows it.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.figures.tempo import STAYS
from publisher.files import Output
from publisher.films import film
from publisher.phone.paths import FINE, moves
from publisher.phone.pictures import STATURE, WEIGHT, box_of
from publisher.pictures import filmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.drawing import Mark
    from publisher.figures.illustration import Framed
    from publisher.figures.shots import Shot
    from publisher.geometry import Box
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.theme import Theme
    from publisher.phone.markup import Data
    from publisher.pictures import Shown
    from publisher.words import Words

# Units to the millimetre, at 100 mm a stature: what moves is seen less sharply than what stands. With 3 it has corners.
COARSE = 4
# From this one on a number takes three bytes.
LONG = 255
# The seconds of a hold that is counted: a shorter one is over before it is read.
COUNTED_FROM = 2.0

# Fill, stroke, its width, and whether areas inside areas are holes.
Look: TypeAlias = "tuple[str, str, float, bool]"


class Reel(NamedTuple):
    """The pictures of a film, each once, and its shots; `order` says which picture each shot shows."""

    pictures: tuple[Framed, ...]
    shots: tuple[Shot, ...]
    order: tuple[int, ...]

    @property
    def box(self) -> Box:
        """One box for all pictures, counted from the point on the ground, with air round them."""
        return box_of(self.pictures)


def reel_of(card: Card, shown: Shown, dose: Dose, theme: Theme) -> Reel | None:
    """The film of a card as it is kept; None for one that never moves, or whose film nobody has drawn yet."""
    made = film(shown, dose, draws=False)
    if made is None:
        return None
    frames = filmed(card, shown, made.sketches, theme, 0.0)
    pictures = tuple({id(frame): frame for frame in frames}.values())
    places = {id(frame): place for place, frame in enumerate(pictures)}
    return Reel(pictures, made.shots, tuple(places[id(frame)] for frame in frames))


def reel_name(card: Card) -> str:
    """The file of a card's film."""
    return f"film.{card.id}.js"


def reel_file(card: Card, reel: Reel, words: Words) -> Output:
    """The film as a script that holds nothing but data: a page from a folder may read no other file."""
    told = json.dumps({str(card.id): reel_data(reel, words)}, separators=(",", ":"))
    text = f"window.Surefoot=window.Surefoot||{{}};Surefoot.films=Object.assign(Surefoot.films||{{}},{told});\n"
    return Output(reel_name(card), text.encode())


def reel_data(reel: Reel, words: Words) -> dict[str, Data]:
    """All that a page needs to play it; `ink` holds the pictures, see `inked`."""
    marks = [frame.at(STATURE, WEIGHT).marks for frame in reel.pictures]
    looks = list(dict.fromkeys(_look(mark) for each in marks for mark in each))
    numbers = {look: number for number, look in enumerate(looks)}
    parts = [*_parts(reel.shots)]
    return {
        "times": FINE / COARSE,
        "looks": [list(look) for look in looks],
        "parts": [_part(part, words) for part in parts],
        "shots": [
            [reel.order[place], shot.hundredths, number] for number, part in enumerate(parts) for place, shot in part
        ],
        "ink": inked(
            [_drawn(numbers[_look(mark)], mark, frame) for mark in each]
            for frame, each in zip(reel.pictures, marks, strict=True)
        ),
    }


def _look(mark: Mark) -> Look:
    stroke = mark.stroke
    return (
        mark.fill.hex if mark.fill else "",
        stroke.colour.hex if stroke else "",
        round(stroke.width * COARSE, 1) if stroke else 0,
        mark.even_odd,
    )


# --- Parts of a rep ---------------------------------------------------------------------------------------------

_Part: TypeAlias = "list[tuple[int, Shot]]"


def _parts(shots: Sequence[Shot]) -> Iterator[_Part]:
    """The shots of each part with their places; a part is over when its share is whole."""
    part: _Part = []
    for place, shot in enumerate(shots):
        part.append((place, shot))
        if shot.share >= 1:
            yield part
            part = []


def _part(part: _Part, words: Words) -> Data:
    """The words of a part, and its seconds if they are counted."""
    leg = part[0][1].leg
    breath = next((shot.leg.breath for _, shot in part if shot.leg.breath in {"in", "out"}), "")
    said = [words.say(f"phone.follow.beats.{leg.takes}"), words.say(f"phone.card.breathe_{breath}") if breath else ""]
    seconds = part[0][1].seconds
    counted = leg.takes in STAYS and seconds >= COUNTED_FROM
    return [words.say("comma").join(text for text in said if text), seconds if counted else 0]


# --- Ink --------------------------------------------------------------------------------------------------------

# The number of a look, the letters of a path, and their numbers.
Drawn: TypeAlias = "tuple[int, str, list[int]]"


def _drawn(look: int, mark: Mark, frame: Framed) -> Drawn:
    steps = [*moves(mark.path, *frame.ground, COARSE)]
    return look, "".join(step.letter for step in steps), [value for step in steps for value in step.numbers]


def inked(pictures: Iterable[Sequence[Drawn]]) -> str:
    """Pictures in base64: letters (a blank after each mark, a line for each picture), a zero byte, then numbers."""
    letters, numbers = [], bytearray()
    for drawn in pictures:
        letters.append(" ".join(text for _, text, _ in drawn))
        for look, _, values in drawn:
            for value in (look, *values):
                numbers += _bytes(value)
    packed = zlib.compress("\n".join(letters).encode() + b"\0" + bytes(numbers), 9)
    return base64.b64encode(packed).decode()


def _bytes(value: int) -> bytes:
    """A number in one byte, or three: the sign is its last bit."""
    coded = 2 * value if value >= 0 else -2 * value - 1
    return bytes((coded,)) if coded < LONG else bytes((LONG, (coded - LONG) >> 8, (coded - LONG) & 255))
