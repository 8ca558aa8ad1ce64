"""A finished file locked with a password: AES-256 as ISO 32000-2 has it (revision 6), through pikepdf alone.

What ReportLab calls 256 bits is an older form, and with its invariant output the key is the same each time.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from io import BytesIO, RawIOBase
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import BinaryIO

    from publisher.pdf.objects import Target

# ISO 32000-2, 7.6.4.3.3: what comes after the 127th byte would be cut off, or not be opened again.
MOST_PASSWORD_BYTES = 127
# A locked file is no PDF/A (ISO 19005-2, 6.1.3), so it must not say that it is one.
_PDF_A = re.compile(rb"<pdfaid:part>.*?</pdfaid:conformance>", re.DOTALL)


def typed(password: str) -> str:
    """The password as viewers compare it: composed, as SASLprep asks (RFC 4013)."""
    return unicodedata.normalize("NFKC", password)


def is_good(password: str) -> bool:
    """Whether it locks anything: an empty one does not, and a longer one could not be typed in again."""
    return 0 < len(typed(password).encode()) <= MOST_PASSWORD_BYTES


def locked(content: bytes, password: str) -> bytes:
    """The file, opened by this password alone, and then free to be printed and read aloud.

    Its other password is random and nobody's: an empty one would open the file. Each time other bytes come out.
    """
    out = BytesIO()
    write_locked(BytesIO(content), password, out)
    return out.getvalue()


def write_locked(content: BytesIO, password: str, target: Target) -> None:
    """Write the file that is in memory into the target, locked, piece by piece."""
    if not is_good(password):
        raise ValueError("a password has 1 to 127 bytes; it should have been refused earlier")
    import pikepdf  # noqa: PLC0415  # few files are locked

    with pikepdf.open(content) as pdf:
        packet = pdf.Root.Metadata
        packet.write(_PDF_A.sub(b"", packet.read_bytes()))
        lock = pikepdf.Encryption(user=typed(password), owner=secrets.token_urlsafe(48), R=6)
        stream = cast("BinaryIO", _Stream(target))
        pdf.save(stream, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)


class _Stream(RawIOBase):
    """A target as pikepdf takes it: it looks whether one can go back, and never does."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: memoryview, /) -> int:  # type: ignore[override]  # of all buffers it hands over this one
        self._target.write(bytes(data))
        return len(data)
