"""What PDF/X-4 asks of a file, read back by pikepdf: nothing here knows how it was written."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pikepdf

MM = 72 / 25.4
# Percent of the paper, all inks added up.
MOST_INK = 300
_PAINTS = {"k", "K"}
# Every other way to choose a colour, to paint without one of ours, or to let something show through.
_OTHERS = {"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "gs", "BI", "ri", "d0", "d1"}
_NEVER = ("/AA", "/JS", "/OpenAction", "/AcroForm", "/EmbeddedFiles", "/XFA", "/OPI", "/Alternates", "/PS", "/Ref")


def assert_press_ready(pdf: bytes, bleed: float = 3.0) -> None:
    """All of it. PDF/UA-1 by an independent checker; what PDF/A-2b and PDF/X-4 share, by the same on a copy."""
    assert pdf.startswith(b"%PDF-1.6\n")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert not opened.is_encrypted
        _assert_named(opened)
        _assert_intended(opened)
        for leaf in opened.pages:
            _assert_boxes(leaf, bleed)
            assert "/Annots" not in leaf
            assert "/Group" not in leaf
        _assert_objects(opened)
    _assert_passes(pdf, "ua1")
    _assert_passes(_as_archive(pdf), "2b")


def inks_of(pdf: bytes) -> set[tuple[float, ...]]:
    """Every mixture that is painted with, each ink 0 to 1."""
    found: set[tuple[float, ...]] = set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for stream in _contents(opened):
            for operands, operator in pikepdf.parse_content_stream(stream):
                if str(operator) in _PAINTS:
                    found.add(tuple(float(value) for value in operands))
    return found


def inks_of_letters(pdf: bytes) -> list[tuple[float, ...]]:
    """The mixture of each piece of text, in order."""
    out: list[tuple[float, ...]] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        for leaf in opened.pages:
            inks: tuple[float, ...] = ()
            for operands, operator in pikepdf.parse_content_stream(leaf):
                if str(operator) == "k":
                    inks = tuple(float(value) for value in operands)
                elif str(operator) in ("Tj", "TJ"):
                    out.append(inks)
    return out


def _assert_named(pdf: pikepdf.Pdf) -> None:
    info, metadata = pdf.docinfo, pdf.open_metadata()
    assert info.Trapped == pikepdf.Name("/False")
    assert metadata["pdf:Trapped"] == "False"
    assert metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
    assert str(info.Title) == metadata["dc:title"] != ""
    day = re.sub(r"D:(....)(..)(..)(..)(..)(..)Z", r"\1-\2-\3T\4:\5:\6Z", str(info.ModDate))
    assert str(info.CreationDate) == str(info.ModDate)
    assert {metadata[f"xmp:{name}Date"] for name in ("Create", "Modify", "Metadata")} == {day}
    assert re.fullmatch(r"uuid:[0-9a-f-]{36}", metadata["xmpMM:DocumentID"])
    assert (metadata["xmpMM:VersionID"], metadata["xmpMM:RenditionClass"]) == ("1", "default")
    # Nothing is said of PDF/A: its archive copy is another file.
    assert "{http://www.aiim.org/pdfa/ns/id/}part" not in metadata
    assert len(pdf.trailer.ID) == 2


def _assert_intended(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == pikepdf.Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier)
    assert str(intent.Info)
    profile = intent.DestOutputProfile.read_bytes()
    assert intent.DestOutputProfile.N == 4
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"prtr", b"CMYK", b"acsp")


def _assert_boxes(leaf: pikepdf.Page, bleed: float) -> None:
    media, around, trim = (
        [float(value) for value in leaf.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    for inner, outer, room in ((trim, around, bleed * MM), (around, media, 0.0)):
        gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
        assert min(gaps) >= room - 0.01, (inner, outer)
    assert "/ArtBox" not in leaf.obj


def _contents(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
    return [*pdf.pages, *forms]


def _assert_objects(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            assert not [name for name in _NEVER if name in one], one
            assert one.get("/S") not in ("/JavaScript", "/Launch", "/URI", "/Transparency")
            _assert_font(one)
            _assert_image(one)
    for stream in _contents(pdf):
        assert "/ExtGState" not in stream.get("/Resources", {})
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            depth += {"q": 1, "Q": -1}.get(name, 0)
            assert depth >= 0
            assert name not in _OTHERS, f"{name} paints in colours that are not those of the press"
            if name in _PAINTS:
                assert sum(float(value) for value in operands) <= MOST_INK / 100 + 0.01
        assert depth == 0


def _assert_font(one: pikepdf.Object) -> None:
    if one.get("/Type") == "/FontDescriptor":
        assert "/FontFile2" in one


def _assert_image(one: pikepdf.Object) -> None:
    if one.get("/Subtype") != "/Image":
        return
    assert not {"/SMask", "/Mask", "/SMaskInData"} & set(one.keys())
    assert one.ColorSpace in ("/DeviceCMYK", "/DeviceGray")
    if one.ColorSpace == "/DeviceCMYK":
        samples = one.read_bytes()
        assert max(map(sum, zip(*(samples[at::4] for at in range(4)), strict=True))) <= MOST_INK * 2.55 + 4


def _assert_passes(pdf: bytes, profile: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(pdf)
        report = page.validate_pdf(str(path), profile=profile)
    # Of one stream in some hundreds that pikepdf writes, this checker takes the last byte for a line end.
    told = [(f.rule_id, f.message) for f in report.failures if not f.rule_id.endswith("-STREAM-LENGTH-001")]
    assert not told, (profile, told)


def _as_archive(pdf: bytes) -> bytes:
    """The file with the names of PDF/A-2b in place of its own: the same pages, fonts, colours and profile."""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
        "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    with pikepdf.open(BytesIO(pdf)) as opened, BytesIO() as out:
        opened.Root.Metadata = opened.make_stream(packet.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        own = opened.Root.OutputIntents[0]
        archive = pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier=own.OutputConditionIdentifier,
            DestOutputProfile=own.DestOutputProfile,
        )
        opened.Root.OutputIntents.append(archive)
        del opened.trailer["/Info"]
        opened.save(out)
        return out.getvalue()
