"""Signs that no printed text should hold: those that cannot be seen and change how the rest is read.

`security.md` of the project's notes, rule 7: text is refused rather than cleaned, because a hidden sign
that vanishes silently may have carried meaning.
"""

from __future__ import annotations

import re
import unicodedata

# Controls (line feed and carriage return are the lines of the file), soft hyphen, Arabic letter mark and
# bidi controls, zero width, line and paragraph separators, byte order mark inside a text, surrogates and
# the two non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_BARE_RETURN = re.compile("\r(?!\n)")

# Controls have no name in Unicode's own list.
_NAMES = {0x00: "a null", 0x08: "a backspace", 0x09: "a tab", 0x0C: "a form feed", 0x1B: "an escape", 0x7F: "a delete"}


def first_forbidden(text: str) -> int | None:
    """Where the first forbidden sign stands, counted from 0, or None."""
    found = _FORBIDDEN.search(text)
    return None if found is None else found.start()


def name_of(sign: str) -> str:
    """What to call a sign that cannot be seen, such as "right-to-left override (U+202E)"."""
    code = ord(sign)
    name = _NAMES.get(code) or unicodedata.name(sign, "").lower() or "a control character"
    return f"{name} (U+{code:04X})"


def one_line_ending(text: str) -> str:
    """The text with line feeds alone, so that lines count the same from every system."""
    return _BARE_RETURN.sub("\n", text.replace("\r\n", "\n")) if "\r" in text else text


def composed(text: str) -> str:
    """Letters and their accents as single signs where these exist (Unicode NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
