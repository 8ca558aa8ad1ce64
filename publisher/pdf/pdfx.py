"""What PDF/X-4 (ISO 15930-7:2010) asks of a file for a print shop beside its pages: the press, dates, names.

Clause by clause, with the test that proves each: `docs/conformance/pdf-x-4.md`. The tags stay, and so does PDF/UA-1; of
PDF/A nothing is said, since its archive copy is the file in colours of a screen.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from uuid import UUID

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFString, PDFZCompress

if TYPE_CHECKING:
    from publisher.colour_profiles import ColourProfile
    from publisher.typesetting.document import Document

# PDF/X-4 is made of PDF 1.6 (ISO 15930-7).
VERSION = (1, 6)
TRAPPED = "/False"
_REGISTRY = "http://www.color.org"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{more}
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{identity}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def identity(fingerprint: bytes) -> str:
    """The name of a file among all files, from 16 bytes that follow from what is in it (RFC 4122, version 4 form)."""
    return str(UUID(bytes=fingerprint, version=4))


def output_intent(profile: ColourProfile) -> PDFDictionary:
    """The press for which the colours are mixed (ISO 15930-7), with its profile inside."""
    stream = PDFStream(PDFDictionary({"N": 4, "Alternate": "/DeviceCMYK"}), profile.data, [PDFZCompress])
    entries: dict[str, object] = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": PDFString(profile.condition or "Custom"),
        "OutputCondition": PDFString(profile.name),
        "Info": PDFString(profile.name),
        "DestOutputProfile": stream,
    }
    if profile.condition:
        entries["RegistryName"] = PDFString(_REGISTRY)
    return PDFDictionary(entries)


def day_of(document: Document) -> str:
    """When the file was made, as its dictionary says it; a file for print must say so (ISO 15930-7)."""
    if document.date is None:
        raise ValueError("a file for a print shop must have a date")
    return time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(document.date))
