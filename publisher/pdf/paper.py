"""ReportLab's document, written small: what it holds is packed into object streams instead of standing in the open.

ReportLab numbers and formats the objects; structure elements, thousands of them, come as ready text and share its
numbers. Nothing of ReportLab is changed: what it lacks is added to the one document that is being made.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple, cast

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)

from publisher.geometry import POINTS_PER_MM
from publisher.pdf.forms import FINE, form_name
from publisher.pdf.objects import PdfFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFObject, PDFPages

    from publisher.drawing import Raster
    from publisher.pdf.objects import Compress, Target

VERSION = (1, 7)
_COLOURS = {"grey": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}
_CODINGS = {"flate": "/FlateDecode", "jpeg": "/DCTDecode"}


class PackedDocument(PDFDocument):
    """One file in the making, written as it grows. The environment and ReportLab's settings have no say in it."""

    Catalog: PDFCatalog
    Pages: PDFPages

    def __init__(
        self, target: Target, language: str, compress: Compress = zlib.compress, version: tuple[int, int] = VERSION
    ) -> None:
        """Begin without pages."""
        super().__init__(compression=1, invariant=1, pdfVersion=version, lang=language)
        self.info: Information = Information()
        self._file = PdfFile(target, self.reserve, compress, version)
        self._looks: dict[_Look, _Look] = {}
        self._filters = [_Deflated(compress)]

    def reserve(self, count: int = 1) -> int:
        """Keep `count` numbers in a row free for `put`; gives the first."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return first

    def put(self, body: str, number: int = 0) -> int:
        """Write an object that is ready, under a reserved number or a new one."""
        number = number or self.reserve()
        self._file.put(number, body.encode("latin-1"))
        return number

    def fingerprint(self) -> bytes:
        """16 bytes that follow from the pages drawn so far."""
        return self._file.fingerprint()

    def refer(self, item: PDFObject) -> str:
        """Take an object in, if it is not in yet; gives the reference to it."""
        reference: PDFObjectReference = self.Reference(item)  # type: ignore[no-untyped-call]
        return reference.format(self).decode()

    def add_font(self, name: str, font: PDFDictionary) -> None:
        """Enter a font under the name that pages call it by."""
        cast("PDFDictionary", self.idToObject[BasicFonts])[name] = self.refer(font)

    def add_form(self, name: str, corners: Sequence[int], operators: str, images: Sequence[str] = ()) -> None:
        """Store a drawing, in hundredths of a millimetre, under the name that pages call it by (ISO 32000-1, 8.10)."""
        shown = {"XObject": self.xobjDict(images)} if images else {}
        size = f"{POINTS_PER_MM / FINE:.7f}"
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": PDFArray(list(corners)),
            "Matrix": f"[{size} 0 0 {size} 0 0]",
            "Resources": PDFDictionary(shown),
        }
        content = PDFStream(PDFDictionary(entries), operators.encode("latin-1"), self._filters)
        self.Reference(content, form_name(name))  # type: ignore[no-untyped-call]

    def add_image(self, name: str, raster: Raster) -> None:
        """Store pixels under the name that drawings call them by, packed as they came (ISO 32000-1, 8.9)."""
        entries = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": raster.width,
            "Height": raster.height,
            "ColorSpace": _COLOURS[raster.colours],
            "BitsPerComponent": 8,
            "Filter": _CODINGS[raster.coding],
        }
        self.Reference(PDFStream(PDFDictionary(entries), raster.data), form_name(name))  # type: ignore[no-untyped-call]

    def page_numbers(self, first: int = 0) -> tuple[int, ...]:
        """The object numbers of the pages so far, from the page `first` on, which counts from 0."""
        return tuple(self.idToObjectNumberAndVersion[f"Page{page}"][0] for page in range(first + 1, self.pageCounter))

    def addPage(self, page: PDFPage) -> None:  # noqa: N802  # ReportLab's name, called by the canvas
        """Take a page in, write its content at once and let go of it: a deck has hundreds, a list tens of thousands."""
        content = PDFStream(content=page.stream.encode("latin-1"), filters=self._filters)
        number = self.reserve()
        self._write(number, content)
        name, key, look = self.thisPageName(), self.pageCounter - 1, _look_of(page)
        super().addPage(page)
        links = tuple(link.name for link in page.Annots)
        self._objects[name] = _Kept(number, key, links, self._looks.setdefault(look, look))
        self.Pages.pages[-1] = f"{self.idToObjectNumberAndVersion[name][0]} 0 R"

    def format(self) -> bytes:
        """Write what is not written yet. ReportLab calls this at the end of `save`; nothing is left for it to write."""
        root, info = self.refer(self.Catalog), self.refer(self.info)
        number = 0
        # Formatting an object may register others; they get the following numbers.
        while number < self.objectcounter:
            number += 1
            name = self.numberToId.get(number)
            if name is not None:
                self._write(number, self._objects[name])
                self._objects[name] = None
        self._file.finish(root, info)
        return b""

    @property
    def _objects(self) -> dict[str, PDFObject | _Kept | None]:
        """ReportLab's objects by their names: pages as we keep them, and nothing in place of what is written."""
        return cast("dict[str, PDFObject | _Kept | None]", self.idToObject)

    def _write(self, number: int, item: PDFObject | _Kept | None) -> None:
        body: bytes = item.format(self)  # type: ignore[union-attr]  # its types forget that every object has it
        if isinstance(item, PDFStream):
            head, _, data = body.partition(b"\nstream\n")
            self._file.stream(number, _on_one_line(head), data.removesuffix(b"endstream\n"))
        else:
            self._file.put(number, _on_one_line(body))


class _Look(NamedTuple):
    """What pages have in common: size and boxes in points, and the stored drawings that they call."""

    width: float
    height: float
    bleed: tuple[float, ...] | None
    trim: tuple[float, ...] | None
    forms: tuple[str, ...]


class _Kept(NamedTuple):
    """A page that is drawn, until the end of the file: ReportLab's own takes twenty times the memory."""

    contents: int
    key: int
    links: tuple[str, ...]
    look: _Look

    def format(self, document: PackedDocument) -> bytes:
        """What ReportLab writes for the page."""
        page, look = PDFPage(), self.look
        # What its canvas says of a page.
        vars(page).update(
            pagewidth=look.width,
            pageheight=look.height,
            BleedBox=look.bleed and PDFArray(look.bleed),
            TrimBox=look.trim and PDFArray(look.trim),
            Annots=[PDFObjectReference(name) for name in self.links],
            XObjects=PDFDictionary({name: PDFObjectReference(name) for name in look.forms}) if look.forms else None,
            Rotate=0,
            Trans=PDFDictionary({}),
            hasImages=1,
            ExtGState=None,
            _shadingUsed={},
        )
        extend(page, Contents=f"{self.contents} 0 R", StructParents=self.key, Tabs="/S")
        return page.format(document)


def _look_of(page: PDFPage) -> _Look:
    said = vars(page)
    bleed, trim = (said.get(name) and tuple(said[name].sequence) for name in ("BleedBox", "TrimBox"))
    return _Look(page.pagewidth, page.pageheight, bleed, trim, tuple(page.XObjects.dict) if page.XObjects else ())


class _Deflated(PDFStreamFilterZCompress):
    """ReportLab's filter, with a compression of our choice."""

    def __init__(self, compress: Compress) -> None:
        self._compress = compress

    def encode(self, data: bytes) -> bytes:
        return self._compress(data)


class Information(PDFInfo):
    """The old information dictionary with what was said only, no placeholders and no clock."""

    # ReportLab keeps a word of its own under `trapped`, without the stroke that makes it a name.
    title = producer = subject = date = trapping = ""

    def format(self, document: PDFDocument) -> bytes:
        """What ReportLab writes for it."""
        said = {
            "Title": self.title,
            "Producer": self.producer,
            "Subject": self.subject,
            "CreationDate": self.date,
            "ModDate": self.date,
        }
        entries: dict[str, object] = {name: PDFString(text) for name, text in said.items() if text}
        if self.trapping:
            entries["Trapped"] = self.trapping
        return PDFDictionary(entries).format(document)


def extend(item: PDFCatalog, **entries: str | int | PDFObject) -> None:
    """Give a catalog or a page entries; of those that it does not know by name it would write none."""
    new = [name for name in entries if name not in item.__NoDefault__]
    item.__NoDefault__ = [*item.__NoDefault__, *new]
    vars(item).update(entries)


# How dictionaries are broken into lines hangs on settings of ReportLab; strings never hold a line end as it is.
def _on_one_line(body: bytes) -> bytes:
    return b" ".join([line.strip() for line in body.split(b"\n")])
