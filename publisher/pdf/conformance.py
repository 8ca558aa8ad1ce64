"""What PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask of a file beside its tags: names, colour, boxes.

Clause by clause, with the test that proves each: `docs/conformance/`.
"""

from __future__ import annotations

import struct
import time
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFStream, PDFString, PDFZCompress

from publisher import __version__
from publisher.geometry import Box
from publisher.pdf import pdfx
from publisher.pdf.ink import corners_on
from publisher.pdf.paper import extend

if TYPE_CHECKING:
    from publisher.colour_profiles import ColourProfile
    from publisher.pdf.canvas import TaggedCanvas
    from publisher.typesetting.document import Document, Page

PRODUCER = f"Surefoot {__version__}"
# The standard library's own escaping lives in a package that loads all of HTTP, 20 ms at start-up.
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "simplex": "Simplex"}

# The identification of PDF/UA is no part of PDF/A, so PDF/A wants it described (ISO 19005-2, 6.6.2.3).
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{more}
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(document: Document, packet: str = _XMP, **named: str) -> bytes:
    """The XMP packet: title, language, and which standards the file follows (ISO 19005-2, 6.6).

    Another `packet` may ask for more, which is `named`.
    """
    more = ""
    if document.subject:
        subject = document.subject.translate(_XML)
        more += f'\n<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
    if document.date is not None:
        date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(document.date))
        more += "".join(f"\n<xmp:{name}>{date}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate"))
    title, language = document.title.translate(_XML), document.language.translate(_XML)
    return packet.format(title=title, language=language, more=more, producer=PRODUCER, **named).encode()


def describe(canvas: TaggedCanvas, document: Document, profile: ColourProfile | None = None) -> None:
    """Say of the whole file: tagged, titled, in which language and colours, printed at full size.

    With the profile of a press it is a file for a print shop.
    """
    canvas.setTitle(document.title)
    canvas.setSubject(document.subject)
    canvas.setProducer(PRODUCER)
    if document.date is not None:
        canvas.paper.info.date = time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(document.date))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    if document.duplex and profile is None:
        canvas.setViewerPreference("Duplex", _DUPLEX[document.duplex])
    intent = _output_intent() if profile is None else pdfx.output_intent(profile)
    if profile is not None:
        canvas.paper.info.date, canvas.paper.info.trapping = pdfx.day_of(document), pdfx.TRAPPED

    def packet(_document: object) -> bytes:
        if profile is None:
            return metadata(document)
        # Asked when all pages are written.
        return metadata(document, pdfx.XMP, identity=pdfx.identity(canvas.paper.fingerprint()))

    extend(
        canvas.paper.Catalog,
        MarkInfo="<</Marked true>>",
        Metadata=XMP(creator=packet),
        OutputIntents=PDFArray([intent]),
    )


def _output_intent() -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    name = PDFString("sRGB IEC61966-2.1")
    return PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": name,
            "Info": name,
            "DestOutputProfile": profile,
        }
    )


def set_boxes(canvas: TaggedCanvas, page: Page) -> None:
    """The size of a page, and the boxes of what is cut out of it, one inside the other (ISO 32000-1, 14.11.2)."""
    paper = Box(0, 0, page.size.width, page.size.height)
    bleed = page.bleed or page.trim or paper
    trim = page.trim or bleed
    if not (paper.contains(bleed) and bleed.contains(trim)):
        raise ValueError("the page, its bleed and its trim do not lie one inside the other")
    _, _, width, height = corners_on(page.size, paper)
    canvas.setPageSize((width, height))
    canvas.setBleedBox(page.bleed and corners_on(page.size, bleed))
    canvas.setTrimBox(page.trim and corners_on(page.size, trim))


# sRGB as a matrix profile, ICC.1:2010 (version 4.3): primaries and white of IEC 61966-2-1 adapted to D50 with
# the Bradford transform, and its curve as a parametric one. Built here so that it is the same bytes everywhere.
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.436065674, 0.222488403, 0.013916016),
    b"gXYZ": (0.385147095, 0.716873169, 0.097076416),
    b"bXYZ": (0.143066406, 0.060607910, 0.714096069),
}
_BRADFORD = (
    *(1.047882080, 0.022918701, -0.050216675),
    *(0.029586792, 0.990478516, -0.017059326),
    *(-0.009231567, 0.015075684, 0.751678467),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_profile() -> bytes:
    """The ICC profile of sRGB."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {b"desc": _words("sRGB"), b"cprt": _words("No copyright, use freely"), b"wtpt": _xyz(_D50)}
    tags |= {name: _xyz(values) for name, values in _PRIMARIES.items()}
    tags |= {b"chad": b"sf32\0\0\0\0" + _fixed(*_BRADFORD)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _assembled(tags)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for data in tags.values():
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
    table = b"".join(name + struct.pack(">II", places[data], len(data)) for name, data in tags.items())
    head = struct.pack(
        ">I4xI4s4s4s6H4s", start + len(body), 0x04300000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp"
    )
    head += bytes(28) + _fixed(*_D50)
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _words(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
