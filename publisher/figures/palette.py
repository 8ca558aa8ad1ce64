"""Which colour each role of a sketch takes: from the person, the group of the card and the theme.

Parts that touch must differ in a grey print too. So clothes give way to the skin: where a shirt or shorts would be
nearly as light as the skin that shows beside them, they go lighter or darker until they are not.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from publisher.colour import BLACK, WHITE, Colour, mix, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from publisher.model.figure import Person
    from publisher.model.theme import GroupColours, Theme

# A role that is not painted has None.
Palette: TypeAlias = "Mapping[str, Colour | None]"

# How far apart in lightness, 0 to 100, parts that touch are kept (CIE L*).
APART = 15.0
_STEPS = 50
# How far the skin of a far limb may move, and how far it stays from that of a near one.
_SMALL_STEP, _SEEN = 15.0, 3.0
# A far limb has a tone of its own and a line round it, so it may come nearer to the shirt.
APART_FAR = 12.0
# A narrow band needs more to be seen.
_BAND_APART = 24.0

_SHORTS, _SHORTS_FAR = Colour(0x2E, 0x3A, 0x46), Colour(0x22, 0x2B, 0x35)
_FAR, _GHOST, _GHOST_LINE = Colour(0xD9, 0xD6, 0xD2), Colour(0xEC, 0xEE, 0xF0), Colour(0x56, 0x62, 0x6E)
_PALE_HAIR = Colour(0xC9, 0xCE, 0xD3)
_MUSCLE = Colour(0xDC, 0x6E, 0x62)
_SHIRT_ONE_INK, _SHORTS_ONE_INK = Colour(0xA6, 0xA6, 0xA6), Colour(0x40, 0x40, 0x40)
_SHORTS_PALE = Colour(0x9C, 0x9C, 0x9C)
_THINGS = {
    "prop": Colour(0xD5, 0xDB, 0xE1),
    "prop-top": Colour(0xE9, 0xED, 0xF0),
    "prop-side": Colour(0xBC, 0xC5, 0xCE),
    "mat": Colour(0xE6, 0xEB, 0xEF),
    "shadow": Colour(0xDD, 0xE1, 0xE5),
    "wall": Colour(0xF4, 0xF6, 0xF8),
    "metal": Colour(0xA3, 0xAE, 0xB8),
    "metal-top": Colour(0xC3, 0xCB, 0xD2),
    "metal-side": Colour(0x84, 0x90, 0x9C),
    "metal-shade": Colour(0x84, 0x90, 0x9C),
    "glass": Colour(0xE3, 0xEC, 0xF0),
    "glass-shade": Colour(0xCB, 0xDA, 0xE1),
    "water": Colour(0xA9, 0xCB, 0xDD),
    "water-shade": Colour(0x8B, 0xB4, 0xC9),
    "warm": Colour(0xE8, 0xB4, 0x9C),
    "warm-shade": Colour(0xD6, 0x99, 0x7E),
    "food": Colour(0xE3, 0xBE, 0x86),
    "food-shade": Colour(0xCB, 0x9F, 0x60),
    "leaf": Colour(0x8F, 0xB9, 0x7A),
    "leaf-shade": Colour(0x6F, 0x9C, 0x5B),
}
# The page draws the ground as a line, so the picture leaves it out; seen from above it would be missed.
SHADOW = ("shadow",)
GROUND = ("mat", "mat-edge", "mat-line", *SHADOW)
MUSCLES = ("muscle", "muscle-line")
ELASTIC = ("elastic", "elastic-shade")


def palette(
    person: Person,
    colours: GroupColours,
    theme: Theme,
    *,
    wrong: bool = False,
    muscles: bool = False,
    ground: Collection[str] = (),
) -> Palette:
    """The colours of a figure on a card. A figure that shows what not to do is hollow: white clothes, pale hair.

    `muscles` tints those that work; beside the steps of an exercise they would hide what moves. `ground` are the
    roles of it that are painted: all where no page draws the ground, none where the page alone draws it.
    """
    roles = _common(colours, theme) | _body(person, colours, theme)
    if one_ink(colours):
        roles |= _one_ink(theme, colours)
    if wrong:
        roles |= hollow(theme)
        if one_ink(colours):
            # On white clothes a white muscle would not be seen.
            roles["muscle"] = _SHORTS_ONE_INK
    if _neutral(colours):
        roles = {role: colour and _grey(colour) for role, colour in roles.items()}
    hidden = (role for role in GROUND if role not in ground)
    return roles | dict.fromkeys((*hidden, *(() if muscles else MUSCLES)))


def one_ink(colours: GroupColours) -> bool:
    """Whether a theme prints this group in black and white: without colour, and without a pale ground."""
    return _neutral(colours) and colours.tint == WHITE


def _neutral(colours: GroupColours) -> bool:
    return colours.main.is_neutral and colours.mid.is_neutral


def lightness(colour: Colour) -> float:
    """Lightness of a colour, 0 to 100 (CIE 1976 L*)."""
    share = colour.luminance
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else 903.3 * share


def apart(wanted: Colour, *others: tuple[Colour, float]) -> Colour:
    """The colour nearest to the wanted one that is so much lighter or darker than each of the others."""
    taken = [(lightness(other), least) for other, least in others]

    def room(colour: Colour) -> float:
        here = lightness(colour)
        return min(abs(here - one) - least for one, least in taken)

    def tints() -> Iterator[Colour]:
        return (mix(wanted, end, step / _STEPS) for step in range(_STEPS + 1) for end in (BLACK, WHITE))

    return next((tint for tint in tints() if room(tint) >= 0), None) or max(tints(), key=room)


def _common(colours: GroupColours, theme: Theme) -> dict[str, Colour | None]:
    """What does not depend on who is shown."""
    return {
        **_THINGS,
        "ink": theme.ink,
        "white": WHITE,
        "ghost": _GHOST,
        "ghost-line": _GHOST_LINE,
        "arrow": colours.main,
        "axis": colours.main,
        "band": colours.main,
        "cloth": colours.mid,
        "cloth-shade": mix(colours.mid, BLACK, 0.18),
        "band-shade": mix(colours.main, BLACK, 0.25),
        "ring": theme.wrong,
        "wrong": theme.wrong,
        "muscle": _MUSCLE,
        "muscle-line": theme.ink,
        "mat-line": theme.ink,
        "mat-edge": mix(_THINGS["mat"], BLACK, 0.12),
        "blade": _SHORTS_FAR,
        "glasses": theme.ink,
        "shoe": WHITE,
        "shoe-shade": _FAR,
        "shoe-far": _FAR,
        "sole": colours.main,
        "eye": theme.ink,
    }


def _body(person: Person, colours: GroupColours, theme: Theme) -> dict[str, Colour | None]:
    """Skin and hair of the person, clothes in the colour of the group."""
    skin, shade, far = (_given(text, WHITE) for text in (person.skin, person.skin_shade, person.skin_far))
    hair = _given(person.hair_colour, theme.ink)
    shirt, far = _shirt(colours.mid, skin, far)
    shorts = apart(_SHORTS, (skin, APART), (far, APART_FAR), (shirt, APART))
    # A band lies on shorts and on skin.
    elastic = apart(colours.main, (shorts, _BAND_APART), (skin, APART))
    far_shorts = mix(shorts, BLACK, 0.28) if lightness(shorts) < 60 else mix(shorts, BLACK, 0.18)
    return {
        "skin": skin,
        "skin-shade": shade,
        "skin-far": far,
        "hair": hair,
        "hair-shade": mix(hair, BLACK, 0.40) if lightness(hair) > 50 else mix(hair, WHITE, 0.22),
        "shirt": shirt,
        "shirt-shade": mix(shirt, BLACK, 0.18),
        "shirt-far": mix(shirt, BLACK, 0.28),
        "shorts": shorts,
        "shorts-shade": mix(shorts, BLACK, 0.22),
        "shorts-far": far_shorts,
        "elastic": elastic,
        "elastic-shade": mix(elastic, BLACK, 0.12),
        "scarf": shorts,
        "scarf-shade": far_shorts,
    }


def _shirt(mid: Colour, skin: Colour, far: Colour) -> tuple[Colour, Colour]:
    """The shirt, and the skin farther away: a small step of the skin leaves the shirt the colour of its group."""
    shirt = apart(mid, (skin, APART))
    moved = apart(far, (shirt, APART_FAR), (skin, _SEEN))
    if abs(lightness(moved) - lightness(far)) <= _SMALL_STEP:
        return shirt, moved
    return apart(mid, (skin, APART), (far, APART_FAR)), far


def _given(text: str, usual: Colour) -> Colour:
    found = parse(text)
    return usual if found is None else found


def _grey(colour: Colour) -> Colour:
    """The grey that is as light: a printer must not need a second ink for it."""
    share = colour.luminance
    level = round(255 * (12.92 * share if share <= 0.0031308 else 1.055 * math.pow(share, 1 / 2.4) - 0.055))
    return Colour(level, level, level)


def _one_ink(theme: Theme, colours: GroupColours) -> dict[str, Colour | None]:
    """Screens only in shirt, shorts and far limbs: a laser breaks everything else that is grey into dots."""
    solid = dict.fromkeys(("hair", "hair-shade", "scarf", "scarf-shade", "blade"), theme.ink)
    # White muscles show on clothes, which are grey; on skin the line round them shows.
    plain = dict.fromkeys(
        ("skin", "skin-shade", "muscle", "ghost", "shoe-shade", "cloth", "cloth-shade", *ELASTIC, *_THINGS), WHITE
    )
    # Where ink is saved the clothes are as pale as they can be and still be seen.
    shirt, shorts = (colours.mid, _SHORTS_PALE) if theme.outlined else (_SHIRT_ONE_INK, _SHORTS_ONE_INK)
    return {
        **solid,
        **plain,
        "ghost-line": theme.ink,
        "skin-far": _FAR,
        "shirt": shirt,
        "shirt-shade": shirt,
        "shirt-far": mix(shirt, BLACK, 0.28),
        "shorts": shorts,
        "shorts-shade": shorts,
        "shorts-far": mix(shorts, BLACK, 0.28) if theme.outlined else theme.ink,
    }


def hollow(theme: Theme) -> dict[str, Colour | None]:
    """White clothes and pale hair; only the far limbs keep a tone, so that they stay behind."""
    white = [f"{thing}{tone}" for thing in ("skin", "shirt", "shorts") for tone in ("", "-shade")]
    white += ["shoe", "shoe-shade", "sole"]
    far = dict.fromkeys(("skin-far", "shirt-far", "shorts-far", "shoe-far"), _FAR)
    pale = dict.fromkeys(("hair", "hair-shade", "scarf", "scarf-shade"), _PALE_HAIR)
    return {**dict.fromkeys(white, WHITE), **far, **pale, "blade": _PALE_HAIR, "arrow": theme.wrong}
