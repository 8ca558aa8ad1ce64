from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from publisher.pdf.locking import is_good, locked, write_locked
from publisher.pdf.writer import render
from tests.pdf.factories import a_document, everything

SAID = "correct horse battery"


@pytest.fixture(scope="module")
def content():
    return render(a_document(everything()))


def test_the_right_password_opens_the_file_and_nothing_else_does(content):
    file = locked(content, SAID)

    with pikepdf.open(io.BytesIO(file), password=SAID) as pdf:
        assert len(pdf.pages) == 1
    assert len(pypdfium2.PdfDocument(file, password=SAID)) == 1
    for wrong in ("", "Correct horse battery", SAID[:-1]):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(file), password=wrong)


def test_it_is_aes_with_256_bits_of_the_newest_kind(content):
    with pikepdf.open(io.BytesIO(locked(content, SAID)), password=SAID) as pdf:
        assert (pdf.encryption.R, pdf.encryption.V, pdf.encryption.bits) == (6, 5, 256)
        methods = (pdf.encryption.stream_method, pdf.encryption.string_method, pdf.encryption.file_method)
        assert {method.name for method in methods} == {"aesv3"}


def test_it_may_be_printed_and_read_aloud(content):
    with pikepdf.open(io.BytesIO(locked(content, SAID)), password=SAID) as pdf:
        assert pdf.allow.accessibility
        assert pdf.allow.print_highres
        assert pdf.allow.extract


def test_no_words_and_no_password_stand_in_the_file(content):
    file = locked(content, SAID)

    assert SAID.encode() not in file
    assert b"dc:title" in content
    assert b"dc:title" not in file


def test_it_is_written_in_pieces_by_what_never_goes_back(content):
    class Pieces(list):
        write = list.append

    pieces = Pieces()
    write_locked(io.BytesIO(content), SAID, pieces)

    assert max(map(len, pieces)) < len(content) / 2
    with pikepdf.open(io.BytesIO(b"".join(pieces)), password=SAID) as pdf:
        assert len(pdf.pages) == 1


def test_no_two_files_are_alike(content):
    assert locked(content, SAID) != locked(content, SAID)


def test_it_does_not_say_that_it_is_an_archive(content):
    with pikepdf.open(io.BytesIO(locked(content, SAID)), password=SAID) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    assert b"pdfaid:part" in content
    assert b"pdfaid:part" not in packet
    assert b"pdfuaid:part" in packet


def test_pages_and_tags_are_those_of_the_open_file(content):
    opened = pypdfium2.PdfDocument(locked(content, SAID), password=SAID)
    before = pypdfium2.PdfDocument(content)

    assert opened[0].get_textpage().get_text_range() == before[0].get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(locked(content, SAID)), password=SAID) as pdf:
        assert pdf.Root.StructTreeRoot.K.S == "/Document"


@pytest.mark.parametrize("password", ["pässwört", "日本", "a" * 127, "ä" * 63, " "])
def test_a_password_of_up_to_127_bytes_opens_it_in_two_programs(content, password):
    file = locked(content, password)

    pikepdf.open(io.BytesIO(file), password=password).close()
    assert len(pypdfium2.PdfDocument(file, password=password)) == 1


@pytest.mark.parametrize("password", ["", "a" * 128, "ä" * 64])
def test_one_that_does_not_lock_is_never_used(content, password):
    assert not is_good(password)
    with pytest.raises(ValueError, match="127"):
        locked(content, password)


def test_letters_may_be_typed_in_parts(content):
    file = locked(content, "Zoe\u0308")

    pikepdf.open(io.BytesIO(file), password="Zoë").close()
