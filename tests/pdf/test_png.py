from __future__ import annotations

import sys
from io import BytesIO

import pytest
from PIL import Image

from publisher.pdf.png import pages_as_png
from publisher.pdf.writer import render
from tests.pdf.factories import a_document, a_face


def test_a_picture_of_every_page_at_the_resolution_asked_for() -> None:
    pictures = pages_as_png(render(a_document(a_face(), a_face())), 254)

    assert [Image.open(BytesIO(picture)).size for picture in pictures] == [(635, 889)] * 2


def test_grey_pictures_hold_no_colour() -> None:
    (picture,) = pages_as_png(render(a_document(a_face())), 60, grey=True)

    assert Image.open(BytesIO(picture)).mode == "L"


def test_a_missing_package_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(ModuleNotFoundError, match=r"pip install 'surefoot\[pictures\]'"):
        pages_as_png(b"", 60)
