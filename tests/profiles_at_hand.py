"""A profile of a press that stands nowhere: four inks from a plain model, to try things with and never to print by.

Each ink lets some red, green and blue light through; what lies over another is multiplied. Written as ICC.1:2001
(version 2.4): head, table, and two tables of colours each way (`mft2`).
"""

from __future__ import annotations

import struct
from functools import cache
from itertools import product

from publisher.colour_profiles import ColourProfile, colour_profile
from publisher.separations import Separation

NAME = "Invented press (FOGRA39)"
# How much of linear red, green and blue solid inks let through.
_LETS = ((0.02, 0.30, 0.62), (0.55, 0.03, 0.18), (0.92, 0.72, 0.03), (0.03, 0.03, 0.03))
_TO_XYZ = (
    (0.436065674, 0.385147095, 0.143066406),
    (0.222488403, 0.716873169, 0.060607910),
    (0.013916016, 0.097076416, 0.714096069),
)
_TO_RGB = (
    (3.1341359, -1.6172863, -0.4906622),
    (-0.9787955, 1.9161415, 0.0334540),
    (0.0719554, -0.2289769, 1.4053861),
)
_WHITE = (0.9642, 1.0, 0.8249)
_GRID_INKS, _GRID_LAB = 7, 11


def _light(inks) -> list[float]:
    """Linear red, green and blue of a mixture."""
    out = []
    for channel in range(3):
        left = 1.0
        for amount, lets in zip(inks, _LETS, strict=True):
            # Dots grow in print.
            left *= 1 - amount**0.8 * (1 - lets[channel])
        out.append(left)
    return out


def _lab(light) -> tuple[float, float, float]:
    xyz = [sum(m * part for m, part in zip(row, light, strict=True)) for row in _TO_XYZ]
    x, y, z = (_curved(part / white) for part, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curved(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (share * 24389 / 27 + 16) / 116


def _straight(curved: float) -> float:
    return curved**3 if curved**3 > 216 / 24389 else (116 * curved - 16) * 27 / 24389


def _light_of(lab) -> list[float]:
    y = (lab[0] + 16) / 116
    shares = (y + lab[1] / 500, y, y - lab[2] / 200)
    xyz = [_straight(share) * white for share, white in zip(shares, _WHITE, strict=True)]
    return [min(1.0, max(0.002, sum(m * part for m, part in zip(row, xyz, strict=True)))) for row in _TO_RGB]


def _inks(lab) -> list[float]:
    """A mixture for a colour: black for part of its darkness, then each ink for its own complement, again and again."""
    wanted = _light_of(lab)
    inks = [0.0, 0.0, 0.0, max(0.0, 0.8 - max(wanted) * 2)]
    for _ in range(12):
        for ink in range(3):
            now, lets = _light(inks), _LETS[ink][ink]
            own = 1 - inks[ink] ** 0.8 * (1 - lets)
            share = min(1.0, max(0.0, (1 - wanted[ink] / now[ink] * own) / (1 - lets)))
            inks[ink] = share**1.25
    return inks


def _table(inputs: int, outputs: int, grid: int, values: list[int]) -> bytes:
    head = b"mft2\0\0\0\0" + struct.pack(">4B", inputs, outputs, grid, 0)
    head += struct.pack(">9i", *(65536 if at % 4 == 0 else 0 for at in range(9)))
    straight = struct.pack(">2H", 0, 65535)
    head += struct.pack(">2H", 2, 2) + straight * inputs
    return head + struct.pack(f">{len(values)}H", *values) + straight * outputs


def _coded(lab) -> list[int]:
    lightness, a, b = lab
    return [max(0, min(65535, round(v))) for v in (lightness * 652.80, (a + 128) * 256, (b + 128) * 256)]


@cache
def a_profile(name: str = NAME, kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 0x02400000) -> bytes:
    """The profile, or one that says that it is something else."""
    steps = [step / (_GRID_INKS - 1) for step in range(_GRID_INKS)]
    from_inks = [part for inks in product(steps, repeat=4) for part in _coded(_lab(_light(inks)))]
    coded = [step / (_GRID_LAB - 1) * 65535 for step in range(_GRID_LAB)]
    labs = product([v / 652.8 for v in coded], [v / 256 - 128 for v in coded], [v / 256 - 128 for v in coded])
    into_inks = [round(part * 65535) for lab in labs for part in _inks(lab)]
    text = name.encode("ascii") + b"\0"
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(8) + bytes(3 + 67)
    xyz = b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(part * 65536) for part in _WHITE))
    a2b, b2a = _table(4, 3, _GRID_INKS, from_inks), _table(3, 4, _GRID_LAB, into_inks)
    tags = {b"desc": described, b"cprt": b"text\0\0\0\0None\0", b"wtpt": xyz}
    tags |= dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), a2b) | dict.fromkeys((b"B2A0", b"B2A1", b"B2A2"), b2a)
    # Nothing is out of reach.
    tags[b"gamt"] = _table(3, 1, 2, [0] * 8)
    return _whole(tags, struct.pack(">I4s4s4s", version, kind, space, b"Lab "))


def _whole(tags: dict[bytes, bytes], kinds: bytes) -> bytes:
    start, body, places = 128 + 4 + 12 * len(tags), b"", {}
    for data in tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
    table = b"".join(name + struct.pack(">II", places[data], len(data)) for name, data in tags.items())
    head = struct.pack(">I4x", start + len(body)) + kinds
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp")
    head += bytes(28) + struct.pack(">3i", *(round(part * 65536) for part in _WHITE))
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def the_profile() -> ColourProfile:
    """The same, looked at."""
    return colour_profile(a_profile())


@cache
def the_separation() -> Separation:
    """The same, opened."""
    return Separation(the_profile())
