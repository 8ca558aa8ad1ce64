"""Letters as codes of an embedded font: every weight one composite font that holds only the glyphs used.

The codes are the glyphs' own numbers in the embedded subset (Identity-H, ISO 32000-1, 9.7), two bytes
each, so any number of letters and, later, shaped glyphs fit in one font.
"""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress
from reportlab.pdfbase.ttfonts import TTFontFace

from publisher.pdf.objects import byte_string, numbers
from publisher.typesetting.fonts import font_path

if TYPE_CHECKING:
    from publisher.pdf.paper import PackedDocument
    from publisher.typesetting.face import Run, Weight

# What is set with a special width or not broken is still a plain space or hyphen to who searches or listens.
_READ_AS = {0xA0: 0x20, 0x2007: 0x20, 0x202F: 0x20, 0x2011: 0x2D}
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Letters(dict[int, str]):
    """One weight in one document: code point to escaped code, found at first use (so `str.translate` fills it)."""

    def __init__(self, weight: Weight, name: str) -> None:
        """Read the font file anew: a subset must not depend on what was printed before. Pages know it by `name`."""
        super().__init__()
        self.name = name
        self._face = TTFontFace(font_path(weight))
        self._codes: dict[int, int] = {}
        self._first: list[int] = []

    def __missing__(self, letter: int) -> str:
        """The code of a letter not seen yet."""
        glyph = self._face.charToGlyph.get(letter)
        # Signs that steer, are hidden or mean something to one font only are no text, even where a font draws them.
        if glyph is None or unicodedata.category(chr(letter)).startswith("C"):
            raise ValueError(f"U+{letter:04X} has no glyph; it should have been refused where it was written")
        code = self._codes.get(glyph)
        if code is None:
            self._first.append(letter)
            code = self._codes[glyph] = len(self._first)
        escaped = self[letter] = byte_string(chr(code >> 8) + chr(code & 255))
        return escaped

    def addObjects(self, document: PackedDocument) -> None:  # noqa: N802  # ReportLab's name for it, asked when it saves
        """Embed what was used and enter it among the fonts of the document."""
        if not self._first:
            return
        name = self._subset_name()
        descriptor = self._face.addSubsetObjects(document, name, self._first)  # type: ignore[no-untyped-call]
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "FontDescriptor": descriptor,
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "CIDToGIDMap": "/Identity",
            "W": f"[0[{self._widths()}]]",
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": f"[{document.refer(PDFDictionary(descendant))}]",
            "ToUnicode": PDFStream(content=self._to_unicode().encode(), filters=[PDFZCompress]),
        }
        document.add_font(self.name, PDFDictionary(font))

    # A subset is marked by six capitals (9.6.4); taken from its letters, they are the same each time.
    def _subset_name(self) -> str:
        digest = blake2b(repr(self._first).encode(), digest_size=6).digest()
        font: bytes = self._face.name
        return f"{''.join(chr(65 + byte % 26) for byte in digest)}+{font.decode('ascii')}"

    def _widths(self) -> str:
        scale = 1000 / self._face.unitsPerEm
        return numbers(*(self._face.hmetrics[glyph][0] * scale for glyph in (0, *self._codes)))

    def _to_unicode(self) -> str:
        lines = [
            f"<{code:04X}> <{chr(_READ_AS.get(letter, letter)).encode('utf-16-be').hex().upper()}>"
            for code, letter in enumerate(self._first, 1)
        ]
        # At most 100 entries in a block (Adobe Technical Note 5014).
        blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        return _CMAP.format(blocks="\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks))


def shown(run: Run, letters: Letters, *, space_after: bool = False) -> str:
    """The operator that shows a run: its codes, with the kerning between them where there is any (9.4.3)."""
    text = run.text + " " if space_after else run.text
    if not any(run.kerning):
        return f"({text.translate(letters)}) Tj"
    pieces: list[str] = []
    start = 0
    for at, kern in enumerate(run.kerning, 1):
        if kern:
            pieces.append(f"({text[start:at].translate(letters)}){-kern}")
            start = at
    rest = f"({text[start:].translate(letters)})" if start < len(text) else ""
    return f"[{''.join(pieces)}{rest}] TJ"
