"""The file format: numbered objects, streams, and the table that says where they are (ISO 32000-1, 7.5).

Everything that is not a stream is packed into object streams, so that a structure tree of thousands of
small elements costs a few bytes each. Bodies are written as text by those who know what they mean.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The second line tells transfer programs that the file is binary (7.5.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
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
    """A file that grows object by object. Numbers can be reserved before what they name is written."""

    def __init__(self) -> None:
        """Begin with the header."""
        self._chunks = [_HEADER]
        self._length = len(_HEADER)
        self._entries: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self, count: int = 1) -> int:
        """Keep `count` numbers in a row free; gives the first."""
        first = len(self._entries)
        self._entries.extend([(0, 0, 0)] * count)
        return first

    def put(self, body: str, number: int = 0) -> int:
        """Write an object that is not a stream, under a reserved number or a new one."""
        number = number or self.reserve()
        self._waiting.append((number, body.encode("latin-1")))
        if len(self._waiting) >= _OBJECTS_A_STREAM:
            self._pack()
        return number

    def stream(self, data: bytes, entries: str = "", number: int = 0, *, compress: bool = True) -> int:
        """Write a stream, under a reserved number or a new one."""
        number = number or self.reserve()
        self._entries[number] = (1, self._length, 0)
        if compress:
            data, entries = zlib.compress(data), entries + "/Filter/FlateDecode"
        # The end of line before `endstream` is asked for by PDF/A (6.1.7.1); CR LF cannot be taken for data.
        self._append(f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1"))
        self._append(data)
        self._append(b"\r\nendstream\nendobj\n")
        return number

    def finish(self, root: int, info: int) -> bytes:
        """Close the file. Its identifier follows from its content alone, so the same content is the same file."""
        if self._waiting:
            self._pack()
        digest = blake2b(digest_size=16)
        for chunk in self._chunks:
            digest.update(chunk)
        name = digest.hexdigest().upper()
        start, number = self._length, self.reserve()
        self._entries[number] = (1, start, 0)
        trailer = f"/Type/XRef/Size {len(self._entries)}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
        predictor = "/DecodeParms<</Predictor 12/Columns 7>>"
        self._append_table(number, trailer + predictor)
        self._append(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._chunks)

    def _append_table(self, number: int, entries: str) -> None:
        missing = [at for at, entry in enumerate(self._entries) if entry == (0, 0, 0)]
        if missing:
            raise ValueError(f"object {missing[0]} was reserved and never written")
        packed = zlib.compress(_differences(self._entries))
        head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
        self._append(head.encode("latin-1") + packed + b"\r\nendstream\nendobj\n")

    def _append(self, data: bytes) -> None:
        self._chunks.append(data)
        self._length += len(data)

    def _pack(self) -> None:
        waiting, self._waiting = self._waiting, []
        container = self.reserve()
        index: list[str] = []
        at = 0
        for place, (number, body) in enumerate(waiting):
            index.append(f"{number} {at}")
            at += len(body) + 1
            self._entries[number] = (2, container, place)
        head = (" ".join(index) + "\n").encode()
        data = head + b"\n".join(body for _, body in waiting)
        self.stream(data, f"/Type/ObjStm/N {len(waiting)}/First {len(head)}", container)


def _differences(entries: Iterable[tuple[int, int, int]]) -> bytes:
    """Each byte less the byte above it (PNG filter 2): counters become runs of ones, which pack well."""
    rows = b"".join(_ROW.pack(_UP, *entry) for entry in entries)
    # The first byte of a row names the filter and is no number: nought above it leaves it as it is.
    above = bytearray(_ROW.size) + rows[: -_ROW.size]
    above[:: _ROW.size] = bytes(len(rows) // _ROW.size)
    return bytes((below - over) & 255 for over, below in zip(above, rows, strict=True))
