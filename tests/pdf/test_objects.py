from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.pdf.objects import PdfFile, number, text_string


def a_file(*bodies: str) -> bytes:
    file = PdfFile()
    root, pages = file.reserve(), file.reserve()
    kept = " ".join(f"{file.put(body)} 0 R" for body in bodies)
    file.put("<</Type/Pages/Count 0/Kids[]>>", pages)
    file.put(f"<</Type/Catalog/Pages {pages} 0 R/Kept[{kept}]>>", root)
    return file.finish(root, file.put("<</Producer(Us)>>"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    with pikepdf.open(BytesIO(a_file(text_string(text)))) as opened:
        assert str(opened.Root.Kept[0]) == text


@given(st.floats(-1e6, 1e6))
def test_a_number_is_written_without_exponent_and_to_the_thousandth(value: float) -> None:
    written = number(value)

    assert set(written) <= set("-0123456789.")
    assert float(written) == pytest.approx(value, abs=0.00051)


def test_thousands_of_objects_are_all_found_again() -> None:
    bodies = [f"<</Number {value}>>" for value in range(2000)]

    pdf = a_file(*bodies)

    assert len(pdf) < 20_000
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert [int(kept.Number) for kept in opened.Root.Kept] == list(range(2000))


def test_the_identifier_follows_from_the_content() -> None:
    def identifier(body: str) -> bytes:
        with pikepdf.open(BytesIO(a_file(body))) as opened:
            return bytes(opened.trailer.ID[0])

    assert identifier("(one)") == identifier("(one)")
    assert identifier("(one)") != identifier("(two)")


def test_a_number_that_was_reserved_must_be_written() -> None:
    file = PdfFile()
    root, _forgotten = file.reserve(), file.reserve()
    file.put("<</Type/Catalog>>", root)

    with pytest.raises(ValueError, match="object 2 was reserved"):
        file.finish(root, file.put("<<>>"))
