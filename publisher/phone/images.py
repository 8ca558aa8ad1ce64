"""Pages of a PDF as small pictures that say in words what they show. The same page gives the same bytes."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from publisher.colour import WHITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.colour import Colour
    from publisher.phone.alternatives import Alternative
    from publisher.phone.sizes import Pixels

# A picture is smaller than this, in bytes.
LARGEST = 200_000
# How many colours a picture has at most: flat areas keep theirs exactly. Fewer follow where it becomes too large.
COLOURS = (128, 64, 32, 16)
# How good a WebP is where one without loss becomes too large.
QUALITIES = (85, 70, 50, 30)
FORMATS = ("png", "webp")
# The corners of a card on a ground, as a share of its width; drawn so much larger first, for smooth edges.
CORNER, FINER = 0.035, 4
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


def pages_of(
    pdf: bytes, size: Pixels, grounds: Iterable[Colour] = repeat(WHITE), *, grey: bool = False
) -> Iterator[Image.Image]:
    """Every page of a PDF at so many pixels, clear of what a phone covers.

    On a taller screen the edges of a page are drawn out to the top and the bottom. On a wider one it lies as a card on
    its own of the grounds.
    """
    pdfium = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        for page, ground in zip(document, grounds, strict=False):
            where = size.page(*page.get_size())
            drawn = _drawn(page, round(where.width), round(where.height), grey=grey)
            on = ground.grey if grey else ground
            yield _drawn_out(drawn, size) if drawn.width == size.width else _laid_on(drawn, size, on)
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
    """The page in the middle of what is free; what lies at its upper and lower edge goes on to those of the picture."""
    if page.size == tuple(size):
        return page
    where, picture = size.page(*page.size), Image.new("RGB", (size.width, size.height))
    y = round(where.y)
    picture.paste(page, (0, y))
    _stretch(page.crop((0, 0, page.width, 1)), picture, (0, y))
    _stretch(page.crop((0, page.height - 1, page.width, page.height)), picture, (y + page.height, size.height))
    return picture


def _laid_on(page: Image.Image, size: Pixels, ground: Colour) -> Image.Image:
    """The page as a card with round corners on a ground of one colour."""
    where = size.page(*page.size)
    picture = Image.new("RGB", (size.width, size.height), (ground.red, ground.green, ground.blue))
    finer = (page.width * FINER, page.height * FINER)
    corners = Image.new("L", finer, 0)
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, finer[0] - 1, finer[1] - 1), CORNER * finer[0], fill=255)
    picture.paste(page, (round(where.x), round(where.y)), corners.resize(page.size, Image.Resampling.BOX))
    return picture


def _stretch(edge: Image.Image, picture: Image.Image, between: tuple[int, int]) -> None:
    """An edge of a page over all between two heights, if there is any."""
    top, bottom = between
    if bottom > top:
        picture.paste(edge.resize((edge.width, bottom - top), Image.Resampling.NEAREST), (0, top))


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
