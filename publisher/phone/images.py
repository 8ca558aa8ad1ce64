"""Pages of a PDF as small pictures that say in words what they show. The same page gives the same bytes."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from PIL import Image
from PIL.PngImagePlugin import PngInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.phone.alternatives import Alternative
    from publisher.phone.sizes import Pixels

# A picture is smaller than this, in bytes.
LARGEST = 200_000
# How many colours a picture has at most: flat areas keep theirs exactly. Fewer follow where it becomes too large.
COLOURS = (128, 64, 32, 16)
# How good a WebP is where one without loss becomes too large.
QUALITIES = (85, 70, 50, 30)
FORMATS = ("png", "webp")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>
<dc:description><rdf:Alt>{text}</rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>{text}</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Named(NamedTuple):
    """A file to write or to pack."""

    name: str
    content: bytes


def pages_of(pdf: bytes, size: Pixels, *, grey: bool = False) -> Iterator[Image.Image]:
    """Every page of a PDF at so many pixels, clear of what a phone covers, its edges drawn out to all sides."""
    pdfium = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            where = size.page(*page.get_size())
            yield _drawn_out(_drawn(page, round(where.width), round(where.height), grey=grey), size)
    finally:
        document.close()


def _drawn(page: object, width: int, height: int, *, grey: bool) -> Image.Image:
    """A page at exactly so many pixels: its own proportions are never off by more than half of one."""
    pdfium, raw = import_module("pypdfium2"), import_module("pypdfium2.raw")
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_GRAYSCALE if grey else 0)
    found: Image.Image = bitmap.to_pil().convert("RGB")
    return found


def _drawn_out(page: Image.Image, size: Pixels) -> Image.Image:
    """The page in the middle of what is free; what lies at its edges goes on to the edges of the picture."""
    if page.size == tuple(size):
        return page
    where, picture = size.page(*page.size), Image.new("RGB", (size.width, size.height))
    x, y = round(where.x), round(where.y)
    right, bottom = x + page.width, y + page.height
    picture.paste(page, (x, y))
    _stretch(page.crop((0, 0, page.width, 1)), picture, (x, 0, right, y))
    _stretch(page.crop((0, page.height - 1, page.width, page.height)), picture, (x, bottom, right, size.height))
    # What was drawn out to the top and the bottom has sides too.
    _stretch(picture.crop((x, 0, x + 1, size.height)), picture, (0, 0, x, size.height))
    _stretch(picture.crop((right - 1, 0, right, size.height)), picture, (right, 0, size.width, size.height))
    return picture


def _stretch(edge: Image.Image, picture: Image.Image, to: tuple[int, int, int, int]) -> None:
    """An edge of a page over all of a box, if there is any."""
    left, top, right, bottom = to
    if right > left and bottom > top:
        picture.paste(edge.resize((right - left, bottom - top), Image.Resampling.NEAREST), (left, top))


def encoded(picture: Image.Image, kind: str, said: Alternative) -> bytes:
    """The picture as a file of one of `FORMATS` with its words inside."""
    return as_png(picture, said) if kind == "png" else as_webp(picture, said)


def as_png(picture: Image.Image, said: Alternative) -> bytes:
    """A PNG with a palette, as many colours as keep it small."""
    content = b""
    for colours in COLOURS:
        content = _saved(_with_few(picture, colours), "PNG", optimize=True, pnginfo=png_words(said))
        if len(content) < LARGEST:
            break
    return content


def as_webp(picture: Image.Image, said: Alternative) -> bytes:
    """A WebP without loss, or the best that is small."""
    words = xmp(said)
    content = _saved(_with_few(picture, COLOURS[0]).convert("RGB"), "WEBP", lossless=True, method=4, xmp=words)
    for quality in QUALITIES:
        if len(content) < LARGEST:
            break
        content = _saved(picture, "WEBP", quality=quality, method=4, xmp=words)
    return content


def zip_of(files: Sequence[Named]) -> bytes:
    """The files in one, each name with its number before it, so that a gallery keeps their order."""
    digits = max(2, len(str(len(files))))
    with BytesIO() as out:
        with ZipFile(out, "w", ZIP_STORED) as packed:  # pictures do not become smaller
            for number, file in enumerate(files, 1):
                entry = ZipInfo(f"{number:0{digits}}-{file.name}", (1980, 1, 1, 0, 0, 0))
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                packed.writestr(entry, file.content)
        return out.getvalue()


def _with_few(picture: Image.Image, colours: int) -> Image.Image:
    return picture.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE)


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    with BytesIO() as file:
        picture.save(file, kind, **how)
        return file.getvalue()


def png_words(said: Alternative) -> PngInfo:
    """Title and text as a PNG holds them."""
    words = PngInfo()
    words.add(b"sRGB", b"\0")
    words.add_itxt("Title", said.title, said.language)
    words.add_itxt("Description", said.text, said.language)
    words.add_itxt("XML:com.adobe.xmp", xmp(said).decode())
    return words


def xmp(said: Alternative) -> bytes:
    """Title and text in the form that programs for photos read; the text also as the alternative of the picture."""

    def spoken(text: str) -> str:
        return "".join(
            f"<rdf:li xml:lang={quoteattr(language)}>{escape(text)}</rdf:li>"
            for language in ("x-default", said.language)
        )

    return _XMP.format(title=spoken(said.title), text=spoken(said.text)).encode()
