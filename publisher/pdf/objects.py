"""The file format: numbered objects, streams, and the table that says where they are (ISO 32000-1, 7.5).

Everything that is not a stream is packed into object streams, so that a structure tree of thousands of
small elements costs a few bytes each. Bodies are written as text by those who know what they mean.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What makes bytes small: zlib, or what remembers what zlib made of them.
Compress: TypeAlias = "Callable[[bytes], bytes]"

# The second line tells transfer programs that the file is binary (7.5.2).
_HEADER = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n"
_OBJECTS_A_STREAM = 200
# A row of the table: how it is filtered, then kind, place and index of an object (7.5.8.3).
_ROW = Struct(">BBIH")
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
    """A file that grows object by object, in any order. Whoever owns it hands out the numbers, from 1."""

    def __init__(
        self, reserve: Callable[[], int], compress: Compress = zlib.compress, version: tuple[int, int] = (1, 7)
    ) -> None:
        """Begin with the header; `reserve` gives a number for each stream that objects are packed into."""
        self._reserve, self._compress = reserve, compress
        self._chunks = [_HEADER % version]
        self._length = len(self._chunks[0])
        self._entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._waiting: list[tuple[int, bytes]] = []

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is not a stream."""
        self._waiting.append((number, body))
        if len(self._waiting) >= _OBJECTS_A_STREAM:
            self._pack()

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream: its dictionary, whole, and its data."""
        self._entries[number] = (1, self._length, 0)
        # The end of line before `endstream` is asked for by PDF/A (6.1.7.1); CR LF cannot be taken for data.
        for chunk in (b"%d 0 obj\n" % number, head, b"\nstream\n", data, b"\r\nendstream\nendobj\n"):
            self._chunks.append(chunk)
            self._length += len(chunk)

    def finish(self, root: str, info: str) -> bytes:
        """Close the file. Its identifier follows from its content alone, so the same content is the same file."""
        if self._waiting:
            self._pack()
        name = self.fingerprint().hex().upper()
        start, number = self._length, self._reserve()
        self._entries[number] = (1, start, 0)
        packed = self._compress(_differences(self._rows()))
        trailer = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root}/Info {info}/ID[<{name}><{name}>]"
        predictor = "/DecodeParms<</Predictor 12/Columns 7>>"
        self.stream(number, _deflated(trailer + predictor, packed), packed)
        return b"".join([*self._chunks, f"startxref\n{start}\n%%EOF\n".encode()])

    def fingerprint(self) -> bytes:
        """16 bytes that follow from all that is written so far."""
        digest = blake2b(digest_size=16)
        for chunk in self._chunks:
            digest.update(chunk)
        return digest.digest()

    def _rows(self) -> list[tuple[int, int, int]]:
        missing = sorted(set(range(len(self._entries))) - set(self._entries))
        if missing:
            raise ValueError(f"object {missing[0]} was reserved and never written")
        return [self._entries[number] for number in range(len(self._entries))]

    def _pack(self) -> None:
        waiting, self._waiting = self._waiting, []
        container = self._reserve()
        index: list[str] = []
        at = 0
        for place, (number, body) in enumerate(waiting):
            index.append(f"{number} {at}")
            at += len(body) + 1
            self._entries[number] = (2, container, place)
        head = (" ".join(index) + "\n").encode()
        packed = self._compress(head + b"\n".join(body for _, body in waiting))
        self.stream(container, _deflated(f"/Type/ObjStm/N {len(waiting)}/First {len(head)}", packed), packed)


def _deflated(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Filter/FlateDecode/Length {len(data)}>>".encode()


def _differences(entries: Iterable[tuple[int, int, int]]) -> bytes:
    """Each byte less the byte above it (PNG filter 2): counters become runs of ones, which pack well."""
    rows = b"".join(_ROW.pack(_UP, *entry) for entry in entries)
    # The first byte of a row names the filter and is no number: nought above it leaves it as it is.
    above = bytearray(_ROW.size) + rows[: -_ROW.size]
    above[:: _ROW.size] = bytes(len(rows) // _ROW.size)
    return bytes((below - over) & 255 for over, below in zip(above, rows, strict=True))
