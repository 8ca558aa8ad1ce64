"""ReportLab's canvas with tags: pieces of a page are drawn as part of an element, or as an artifact."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from publisher.pdf.objects import numbers, text_string
from publisher.pdf.paper import VERSION, PackedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfbase.pdfdoc import PDFObjectReference

    from publisher.geometry import Transform
    from publisher.pdf.objects import Compress, Target


class TaggedCanvas(Canvas):
    """A canvas for a whole document. Content comes as operators that are ready, so that drawing is quick.

    `pages` is their number: they take the first keys of the parent tree, links the following ones.
    """

    def __init__(
        self,
        target: Target,
        language: str,
        pages: int,
        compress: Compress = zlib.compress,
        version: tuple[int, int] = VERSION,
    ) -> None:
        """Begin the first page; its size is set before all else. The target fills on the way; `save` ends it."""
        # The paper writes, and leaves nothing for ReportLab to do.
        super().__init__(BytesIO(), pagesize=(1, 1), pageCompression=1, invariant=1, pdfVersion=version, lang=language)
        self.paper = self._doc = PackedDocument(target, language, compress, version)
        self._next_key = pages
        self._next_mark = 0

    # ReportLab would begin each page with a font that is not ours and not embedded.
    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        """End the page. Marks are counted from nought on each."""
        super().showPage()
        self._next_mark = 0

    def element(self, role: str, operators: str) -> int:
        """Draw a piece of an element; gives its number on the page."""
        mark, self._next_mark = self._next_mark, self._next_mark + 1
        self.addLiteral(f"/{role} <</MCID {mark}>> BDC\n{operators}EMC")
        return mark

    def artifact(self, operators: str) -> None:
        """Draw what nobody reads aloud."""
        self.addLiteral(f"/Artifact BMC\n{operators}EMC")

    def link(self, address: str, label: str, corners: tuple[float, ...]) -> tuple[int, int]:
        """Lay a link over the page, with words for who cannot see it; gives its key and its object number."""
        key, self._next_key = self._next_key, self._next_key + 1
        annotation = _Link(address, label, corners, key, self.paper.thisPageRef())
        self._addAnnotation(annotation)  # type: ignore[attr-defined]  # what `linkURL` calls
        return key, self.paper.objectcounter

    def uses(self, forms: Iterable[str]) -> None:
        """Note the stored drawings that this page calls."""
        used: list[str] = self._formsinuse  # type: ignore[attr-defined]  # what `doForm` adds to
        used += [name for name in dict.fromkeys(forms) if name not in used]

    def clip(self, left: float, bottom: float, width: float, height: float) -> None:
        """Show nothing outside a rectangle until the state is restored, in points."""
        path = self.beginPath()
        path.rect(left, bottom, width, height)
        self.clipPath(path, stroke=0, fill=0)

    def move(self, by: Transform) -> None:
        """Move what is drawn until the state is restored, in points."""
        a, b, c, d = (round(value, 6) for value in (by.a, by.b, by.c, by.d))
        self.transform(a, b, c, d, round(by.e, 3), round(by.f, 3))


@dataclass(eq=False)
class _Link(PDFObject):
    """What `linkURL` would put down, with a key and words, and a sixth of the time: a deck has thousands."""

    address: str
    label: str
    corners: tuple[float, ...]
    key: int
    page: PDFObjectReference

    # A link is printed as it looks: flag 4 (ISO 32000-1, 12.5.3).
    def format(self, document: PackedDocument) -> bytes:
        action = f"/A<</S/URI/URI{text_string(self.address)}>>"
        text = f"/Rect[{numbers(*self.corners)}]/Border[0 0 0]/F 4/Contents{text_string(self.label)}{action}"
        page = self.page.format(document).decode()
        return f"<</Type/Annot/Subtype/Link{text}/StructParent {self.key}/P {page}>>".encode("latin-1")
