"""Pages as pictures, for the README and for tests that look at ink."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def pages_as_png(pdf: bytes, dpi: float, *, grey: bool = False) -> list[bytes]:
    """Every page as a PNG file, `dpi` dots to the inch; in shades of grey if wanted."""
    document = _pdfium().PdfDocument(pdf)
    try:
        pictures = [document[page].render(scale=dpi / 72, grayscale=grey).to_pil() for page in range(len(document))]
    finally:
        document.close()
    out: list[bytes] = []
    for picture in pictures:
        with BytesIO() as file:
            picture.save(file, "PNG", optimize=True)
            out.append(file.getvalue())
    return out


# Only pictures need it, and it is large: it is not installed with the program.
def _pdfium() -> ModuleType:
    try:
        return import_module("pypdfium2")
    except ImportError as missing:
        raise ModuleNotFoundError(
            "pictures of pages need one more package: pip install 'surefoot[pictures]'"
        ) from missing
