"""A TrueType font file: which glyphs it has, how wide they are, and a smaller font with some of them.

Only what the two files of our own typeface need (OpenType 1.9: outlines in `glyf`, letters in a `cmap` of
format 4 or 12). It is ours because a large library for it took a third of the time of a one-page print to load.
"""

from __future__ import annotations

import struct
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Components of a glyph made of others (OpenType, `glyf`): the bits of their flags that decide how long each is.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _FOUR_SCALES = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_COMPONENTS_START = 10
# Copied as they are: names, measures, and what fits outlines to pixels.
_COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
# All 32-bit words of a font add up to this (OpenType, `head`).
_CHECKSUM = 0xB1B0AFBA
_UNICODE_TABLES = ((3, 10), (0, 4), (3, 1), (0, 3))
_POSTSCRIPT_NAME = 6


class TrueType:
    """A font file. What is read of it is read once, when it is first asked for."""

    def __init__(self, path: str) -> None:
        """Read the file and its list of tables."""
        self._data = Path(path).read_bytes()
        (count,) = struct.unpack_from(">H", self._data, 4)
        rows = (struct.unpack_from(">4s4xLL", self._data, 12 + 16 * at) for at in range(count))
        self._places: dict[str, tuple[int, int]] = {tag.decode("latin-1"): (at, size) for tag, at, size in rows}

    def table(self, tag: str) -> bytes:
        """The bytes of one table."""
        at, size = self._places[tag]
        return self._data[at : at + size]

    def _numbers(self, tag: str, form: str, at: int = 0) -> tuple[int, ...]:
        return struct.unpack_from(f">{form}", self.table(tag), at)

    # Measures, in thousandths of an em

    @cached_property
    def units_per_em(self) -> int:
        """The grid on which the font is drawn."""
        return self._numbers("head", "H", 18)[0]

    def _scaled(self, *values: int) -> tuple[float, ...]:
        return tuple(value * 1000 / self.units_per_em for value in values)

    @property
    def box(self) -> tuple[float, ...]:
        """The box round all glyphs: left, bottom, right, top."""
        return self._scaled(*self._numbers("head", "4h", 36))

    @property
    def italic_angle(self) -> float:
        """Degrees, counterclockwise."""
        return self._numbers("post", "l", 4)[0] / 65536

    @property
    def ascent(self) -> float:
        """From the baseline up (OS/2, sTypoAscender)."""
        return self._scaled(*self._numbers("OS/2", "h", 68))[0]

    @property
    def descent(self) -> float:
        """From the baseline down, below nought (OS/2, sTypoDescender)."""
        return self._scaled(*self._numbers("OS/2", "h", 70))[0]

    @property
    def cap_height(self) -> float:
        """The height of capitals (OS/2, sCapHeight)."""
        return self._scaled(*self._numbers("OS/2", "h", 88))[0]

    @property
    def stem(self) -> int:
        """About how thick upright strokes are: no table says, so it is guessed from the weight, as is usual."""
        return 50 + int((self._numbers("OS/2", "H", 4)[0] / 65) ** 2)

    @property
    def name(self) -> str:
        """The PostScript name."""
        table = self.table("name")
        _, count, start = struct.unpack_from(">3H", table)
        for at in range(count):
            platform, _, _, name, size, offset = struct.unpack_from(">6H", table, 6 + 12 * at)
            if name == _POSTSCRIPT_NAME:
                text = table[start + offset : start + offset + size]
                return text.decode("latin-1" if platform == 1 else "utf-16-be")
        raise ValueError("a font without a name")

    # Letters and glyphs

    @cached_property
    def glyphs(self) -> Mapping[int, int]:
        """Code point to glyph. A space that does not break is a space."""
        table = self.table("cmap")
        (count,) = struct.unpack_from(">H", table, 2)
        rows = (struct.unpack_from(">HHL", table, 4 + 8 * at) for at in range(count))
        places = {(platform, encoding): at for platform, encoding, at in rows}
        start = next(places[kind] for kind in _UNICODE_TABLES if kind in places)
        long = struct.unpack_from(">H", table, start)[0] != 4
        known = dict(_long_rows(table, start) if long else _short_rows(table, start))
        return known | {0xA0: known[0x20]}

    @cached_property
    def advances(self) -> Sequence[int]:
        """By glyph, in units of the font's own grid."""
        return [advance for advance, _ in self._metrics]

    def width(self, glyph: int) -> float:
        """The advance of a glyph."""
        return self.advances[glyph] * 1000 / self.units_per_em

    @cached_property
    def _metrics(self) -> Sequence[tuple[int, int]]:
        (full,) = self._numbers("hhea", "H", 34)
        (count,) = self._numbers("maxp", "H", 4)
        flat = self._numbers("hmtx", f"{2 * full + count - full}H")
        pairs = list(zip(flat[: 2 * full : 2], flat[1 : 2 * full : 2], strict=True))
        return pairs + [(pairs[-1][0], bearing) for bearing in flat[2 * full :]]

    @cached_property
    def _offsets(self) -> Sequence[int]:
        (count,) = self._numbers("maxp", "H", 4)
        if self._numbers("head", "h", 50)[0]:
            return self._numbers("loca", f"{count + 1}L")
        return [half * 2 for half in self._numbers("loca", f"{count + 1}H")]

    def _outline(self, glyph: int) -> bytes:
        start = self._places["glyf"][0]
        return self._data[start + self._offsets[glyph] : start + self._offsets[glyph + 1]]

    # A smaller font

    def subset(self, letters: Sequence[int]) -> bytes:
        """A font with the glyphs of these letters, numbered from 1 in their order; 0 stands for a missing one."""
        taken = self._taken(letters)
        outlines, places = self._outlines(taken)
        long = (places[-1] + 1) >> 1 > 0xFFFF
        metrics, full = self._horizontal(taken)
        tables = {tag: self.table(tag) for tag in _COPIED if tag in self._places}
        tables |= {
            "post": b"\0\3\0\0" + self.table("post")[4:16] + bytes(16),
            "hmtx": metrics,
            "hhea": _put(self.table("hhea"), 34, full),
            "maxp": _put(self.table("maxp"), 4, len(taken)),
            "cmap": _cmap([taken[self.glyphs[letter]] for letter in letters]),
            "glyf": outlines,
            "loca": _words(places, "L") if long else _words([at >> 1 for at in places], "H"),
            "head": _put(_put(_put(self.table("head"), 50, int(long)), 8, 0), 10, 0),
        }
        return _assembled(tables)

    def _taken(self, letters: Sequence[int]) -> dict[int, int]:
        """Old glyph to new: the letters' own first, then those that they are made of."""
        taken = {0: 0}
        for letter in letters:
            taken.setdefault(self.glyphs[letter], len(taken))
        todo = list(taken)
        for glyph in todo:
            for at in _components(self._outline(glyph)):
                (part,) = struct.unpack_from(">H", self._outline(glyph), at)
                if part not in taken:
                    taken[part] = len(taken)
                    todo.append(part)
        return taken

    def _outlines(self, taken: Mapping[int, int]) -> tuple[bytes, list[int]]:
        out, places = bytearray(), [0]
        for glyph in taken:
            outline = self._outline(glyph)
            for at in _components(outline):
                (part,) = struct.unpack_from(">H", outline, at)
                outline = _put(outline, at, taken[part])
            out += outline + bytes(-len(outline) % 4)
            places.append(len(out))
        return bytes(out), places

    def _horizontal(self, taken: Mapping[int, int]) -> tuple[bytes, int]:
        """The metrics, and how many have an advance of their own: at the end, equal ones are said once."""
        metrics = [self._metrics[glyph] for glyph in taken]
        full = len(metrics)
        while full > 1 and metrics[full - 1][0] == metrics[full - 2][0]:
            full -= 1
        flat = [number for pair in metrics[:full] for number in pair] + [bearing for _, bearing in metrics[full:]]
        return _words(flat, "H"), full


def _short_rows(table: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: stretches of 16-bit letters."""
    count = struct.unpack_from(">H", table, start + 6)[0] // 2
    at = start + 14
    ends = struct.unpack_from(f">{count}H", table, at)
    starts = struct.unpack_from(f">{count}H", table, at + 2 * count + 2)
    steps = struct.unpack_from(f">{count}H", table, at + 4 * count + 2)
    ranges = struct.unpack_from(f">{count}H", table, at + 6 * count + 2)
    for row, (first, last, step, offset) in enumerate(zip(starts, ends, steps, ranges, strict=True)):
        place = at + 6 * count + 2 + 2 * row + offset
        for letter in range(first, min(last, 0xFFFE) + 1):
            glyph = letter if not offset else struct.unpack_from(">H", table, place + 2 * (letter - first))[0]
            if glyph or not offset:
                yield letter, (glyph + step) & 0xFFFF


def _long_rows(table: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12: stretches of any letters."""
    (count,) = struct.unpack_from(">L", table, start + 12)
    for row in range(count):
        first, last, glyph = struct.unpack_from(">3L", table, start + 16 + 12 * row)
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _components(outline: bytes) -> Iterator[int]:
    """Where the numbers of other glyphs stand in a glyph that is made of others."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = _COMPONENTS_START, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        yield at + 2
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _FOUR_SCALES)


def _cmap(codes: Sequence[int]) -> bytes:
    """Format 6, which a PDF viewer does not look at and a font must have."""
    return _words([0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes], "H")


def _words(numbers: Sequence[int], form: str) -> bytes:
    return struct.pack(f">{len(numbers)}{form}", *numbers)


def _put(data: bytes, at: int, number: int) -> bytes:
    return data[:at] + struct.pack(">H", number) + data[at + 2 :]


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    """Tables as a file, in order of their names, with their sums."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">lHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    at = 12 + 16 * count
    body = b""
    head_at = 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            head_at = at
        head += struct.pack(">4sLLL", tag.encode("latin-1"), _sum(data), at, len(data))
        padded = data + bytes(-len(data) % 4)
        body += padded
        at += len(padded)
    whole = head + body
    return whole[: head_at + 8] + struct.pack(">L", (_CHECKSUM - _sum(whole)) & 0xFFFFFFFF) + whole[head_at + 12 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
