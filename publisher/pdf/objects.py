"""The file format: numbered objects, streams, and the table that says where they are (ISO 32000-1, 7.5).

Everything that is not a stream is packed into object streams, so that a structure tree of thousands of
small elements costs a few bytes each. Bodies are written as text by those who know what they mean.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

# What makes bytes small: zlib, or what remembers what zlib made of them.
Compress: TypeAlias = "Callable[[bytes], bytes]"


class Target(Protocol):
    """What a file is written to, piece by piece: nobody goes back in it."""

    def write(self, data: bytes, /) -> object:
        """Take the next piece."""


# The second line tells transfer programs that the file is binary (7.5.2).
_HEADER = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n"
_OBJECTS_A_STREAM = 200
# A row of the table: kind, place and index of an object (7.5.8.3). A file for ten thousand people has millions.
_ROW = Struct(">BIH")
_FREE, _PLAIN, _PACKED, _MISSING = 0, 1, 2, 255
_NOT_YET = _ROW.pack(_MISSING, 0, 0)
_UP = 2
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def text_string(text: str) -> str:
    """A text for people: titles, alternatives, addresses (7.9.2.2). ASCII as it is, all else as UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def byte_string(codes: str) -> str:
    """Bytes, written as letters 0 to 255, between round brackets (7.3.4.2)."""
    return codes.translate(_ESCAPES)


# A file has few sizes, widths and colours, and names them thousands of times.
@lru_cache(maxsize=1024)
def number(value: float, places: int = 3) -> str:
    """A number as short as it goes; PDF knows no exponents (7.3.3)."""
    text = f"{value:.{places}f}"
    if places:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers side by side, to a thousandth of a point."""
    return " ".join(number(value) for value in values)


class PdfFile:
    """A file that grows object by object, in any order. Whoever owns it hands out the numbers, from 1.

    What is written is in the target and not here: of each object only a row of the table stays.
    """

    def __init__(
        self,
        target: Target,
        reserve: Callable[[], int],
        compress: Compress = zlib.compress,
        version: tuple[int, int] = (1, 7),
    ) -> None:
        """Begin with the header; `reserve` gives a number for each stream that objects are packed into."""
        self._target, self._reserve, self._compress = target, reserve, compress
        self._digest = blake2b(digest_size=16)
        self._length = 0
        self._table = bytearray(_ROW.pack(_FREE, 0, 65535))
        self._waiting: list[tuple[int, bytes]] = []
        self._write(_HEADER % version)

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is not a stream."""
        self._waiting.append((number, body))
        if len(self._waiting) >= _OBJECTS_A_STREAM:
            self._pack()

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream: its dictionary, whole, and its data."""
        self._enter(number, _PLAIN, self._length, 0)
        # The end of line before `endstream` is asked for by PDF/A (6.1.7.1); CR LF cannot be taken for data.
        for chunk in (b"%d 0 obj\n" % number, head, b"\nstream\n", data, b"\r\nendstream\nendobj\n"):
            self._write(chunk)

    def finish(self, root: str, info: str) -> None:
        """Close the file. Its identifier follows from its content alone, so the same content is the same file."""
        if self._waiting:
            self._pack()
        name = self.fingerprint().hex().upper()
        start, number = self._length, self._reserve()
        self._enter(number, _PLAIN, start, 0)
        self._refuse_missing()
        packed = self._compress(_differences(self._table))
        trailer = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}/ID[<{name}><{name}>]"
        predictor = "/DecodeParms<</Predictor 12/Columns 7>>"
        self.stream(number, _deflated(trailer + predictor, packed), packed)
        self._write(f"startxref\n{start}\n%%EOF\n".encode())

    def fingerprint(self) -> bytes:
        """16 bytes that follow from all that is written so far."""
        return self._digest.digest()

    def _write(self, chunk: bytes) -> None:
        self._target.write(chunk)
        self._digest.update(chunk)
        self._length += len(chunk)

    def _enter(self, number: int, kind: int, place: int, index: int) -> None:
        lacking = (number + 1) * _ROW.size - len(self._table)
        if lacking > 0:
            self._table += _NOT_YET * (lacking // _ROW.size)
        _ROW.pack_into(self._table, number * _ROW.size, kind, place, index)

    def _refuse_missing(self) -> None:
        missing = self._table[:: _ROW.size].find(_MISSING)
        if missing >= 0:
            raise ValueError(f"object {missing} was reserved and never written")

    def _pack(self) -> None:
        waiting, self._waiting = self._waiting, []
        container = self._reserve()
        index: list[str] = []
        at = 0
        for place, (number, body) in enumerate(waiting):
            index.append(f"{number} {at}")
            at += len(body) + 1
            self._enter(number, _PACKED, container, place)
        head = (" ".join(index) + "\n").encode()
        packed = self._compress(head + b"\n".join(body for _, body in waiting))
        self.stream(container, _deflated(f"/Type/ObjStm/N {len(waiting)}/First {len(head)}", packed), packed)


def _deflated(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Filter/FlateDecode/Length {len(data)}>>".encode()


def _differences(table: bytes | bytearray) -> bytes:
    """Each byte less the byte above it (PNG filter 2): counters become runs of ones, which pack well."""
    # A byte before each row names its filter.
    width = _ROW.size + 1
    out = bytearray([_UP]) * (len(table) // _ROW.size * width)
    for column in range(_ROW.size):
        below = table[column :: _ROW.size]
        above = bytes(1) + below[:-1]
        out[column + 1 :: width] = bytes((under - over) & 255 for over, under in zip(above, below, strict=True))
    return bytes(out)
