"""Laid-out pages on their way from the process that laid them out to the one that prints all of them in one file.

Pictures are most of it, and the same for everybody: each process sends a picture once, and its number from then on.
"""

from __future__ import annotations

import os
import pickle
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING

from publisher.typesetting.face import Plate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.drawing import Picture
    from publisher.pdf.merging import Part


class Packer:
    """Packs the parts of one process. What was sent is held, so that no other picture can take its identity.

    One packs a single part where it is `alone`: nobody needs to know its pictures any more when that is taken out.
    """

    def __init__(self, *, alone: bool = False) -> None:
        """Begin with nothing sent."""
        self._name = b""
        self._alone = alone
        self._sent: dict[int, tuple[int, Picture]] = {}

    def pack(self, part: Part) -> bytes:
        """The part, and the pictures in it that were not sent yet."""
        if not self._alone:
            self._name = self._name or os.urandom(8)  # not before: a fork would share it
        new: dict[int, bytes] = {}
        for picture in _pictures(part):
            if id(picture) not in self._sent:
                number = len(self._sent)
                self._sent[id(picture)] = number, picture
                new[number] = pickle.dumps(picture)
        out = BytesIO()
        _Pickler(out, self._sent).dump(part)
        return pickle.dumps((self._name, new, out.getvalue()))


class Unpacker:
    """Takes parts out again, in the order in which each process packed its own.

    What is the same picture to the byte is one here, whoever sent it and how often: from a cluster all pictures come
    with each part.
    """

    def __init__(self) -> None:
        """Begin with no pictures."""
        self._known: dict[bytes, dict[int, Picture]] = {}
        self._pictures: dict[bytes, Picture] = {}

    def unpack(self, parcel: bytes) -> Part:
        """The part, with pictures that are the same values each time."""
        name, new, body = pickle.loads(parcel)  # noqa: S301  # from our own processes, never from a file
        known = self._known.setdefault(name, {}) if name else {}
        known.update({number: self._picture(packed) for number, packed in new.items()})
        part: Part = _Unpickler(BytesIO(body), known).load()
        return part

    def _picture(self, packed: bytes) -> Picture:
        mark = blake2b(packed, digest_size=16).digest()
        if mark not in self._pictures:
            self._pictures[mark] = pickle.loads(packed)  # noqa: S301  # as above
        return self._pictures[mark]


class _Pickler(pickle.Pickler):
    def __init__(self, out: BytesIO, sent: Mapping[int, tuple[int, Picture]]) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self._sent = sent

    def persistent_id(self, thing: object) -> int | None:
        known = self._sent.get(id(thing))
        return None if known is None else known[0]


class _Unpickler(pickle.Unpickler):
    def __init__(self, source: BytesIO, known: Mapping[int, Picture]) -> None:
        super().__init__(source)
        self._known = known

    def persistent_load(self, number: int) -> Picture:
        return self._known[number]


def _pictures(part: Part) -> Iterator[Picture]:
    for page in part.pages:
        for placed in page.placed:
            yield from (each.drawing for each in placed.face.parts if isinstance(each, Plate))
