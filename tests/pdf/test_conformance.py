from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageCms

from publisher import __version__
from publisher.geometry import Box, Size
from publisher.pdf.conformance import srgb_profile
from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page, Placed
from tests.pdf.checking import assert_conforming
from tests.pdf.factories import a_document, a_face, everything


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(render(document)))


def test_a_page_with_everything_passes_both_standards() -> None:
    assert_conforming(render(a_document(a_face(), everything(), subject="Cards & more <for> runners – “all”")))


def test_the_file_says_its_title_and_language_and_that_it_prints_at_full_size() -> None:
    pdf = opened(a_document(a_face(), title="Plank – (poker)", language="en-GB"))
    root = pdf.Root

    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
    assert "Duplex" not in root.ViewerPreferences


@pytest.mark.parametrize(("edge", "named"), [("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge")])
def test_the_printer_is_told_over_which_edge_to_turn(edge: str, named: str) -> None:
    pdf = opened(a_document(a_face(), duplex=edge))

    assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name(named)


def test_what_programs_show_of_the_file_is_what_its_metadata_says() -> None:
    pdf = opened(a_document(a_face(), title="A < B & C", subject="Why – and “how”"))
    metadata = pdf.open_metadata()
    shown = (metadata["dc:title"], metadata["dc:description"], metadata["pdf:Producer"])

    assert shown == ("A < B & C", "Why – and “how”", f"Surefoot {__version__}")
    assert shown == (str(pdf.docinfo.Title), str(pdf.docinfo.Subject), str(pdf.docinfo.Producer))


def test_no_date_is_written_unless_asked() -> None:
    pdf = render(a_document(a_face()))

    assert not re.search(rb"Date", pdf)
    assert "/CreationDate" not in pikepdf.open(BytesIO(pdf)).docinfo


def test_a_date_is_written_in_every_place_the_same() -> None:
    document = a_document(a_face(), date=1_700_000_000)
    pdf = opened(document)
    metadata = pdf.open_metadata()
    told = {metadata[name] for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")}

    assert told == {"2023-11-14T22:13:20Z"}
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20231114221320Z"
    assert_conforming(render(document))


def test_page_boxes_are_those_of_the_sheet_to_the_micrometre() -> None:
    face = a_face()
    page = Page(Size(73.5, 98.9), (Placed(face),), trim=Box(5, 5, 63.5, 88.9), bleed=Box(2, 2, 69.5, 94.9))
    pdf = opened(Document("A card", "en", (page,), ()))
    leaf = pdf.pages[0]

    def in_millimetres(box: pikepdf.Array) -> list[float]:
        return [round(float(value) * 25.4 / 72, 3) for value in box]

    assert in_millimetres(leaf.MediaBox) == [0, 0, 73.5, 98.9]
    assert in_millimetres(leaf.BleedBox) == [2, 2, 71.5, 96.9]
    assert in_millimetres(leaf.TrimBox) == [5, 5, 68.5, 93.9]


def test_boxes_that_do_not_nest_are_refused() -> None:
    page = Page(Size(63.5, 88.9), (), trim=Box(0, 0, 63.5, 88.9), bleed=Box(-3, -3, 69.5, 94.9))

    with pytest.raises(ValueError, match="one inside the other"):
        render(Document("A card", "en", (page,), ()))


def test_the_colour_profile_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    steps = [*range(0, 256, 51), 12, 27]
    colours = Image.new("RGB", (len(steps) ** 3, 1))
    colours.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])

    seen = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))

    differences = [abs(a - b) for a, b in zip(colours.tobytes(), seen.tobytes(), strict=True)]
    assert max(differences) <= 1


def test_every_font_is_embedded_and_nothing_else_is_named() -> None:
    pdf = opened(a_document(everything()))
    fonts = pdf.pages[0].Resources.Font

    assert {str(font.BaseFont)[8:] for font in fonts.values()} == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
    }
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())
