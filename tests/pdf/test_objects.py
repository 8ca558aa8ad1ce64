from __future__ import annotations

from io import BytesIO
from itertools import count

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.pdf.objects import PdfFile, number, text_string


def a_file(*bodies: str) -> bytes:
    """Object 1 the root, 2 no pages, and then the bodies, which the root keeps."""
    numbers = count(1)
    target = BytesIO()
    file = PdfFile(target, lambda: next(numbers))

    def put(body: str) -> int:
        number = next(numbers)
        file.put(number, body.encode("latin-1"))
        return number

    root, pages = next(numbers), next(numbers)
    kept = " ".join(f"{put(body)} 0 R" for body in bodies)
    file.put(pages, b"<</Type/Pages/Count 0/Kids[]>>")
    file.put(root, f"<</Type/Catalog/Pages {pages} 0 R/Kept[{kept}]>>".encode())
    file.finish(f"{root} 0 R", f"{put('<</Producer(Us)>>')} 0 R")
    return target.getvalue()


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


def test_a_stream_lies_in_the_open_and_its_end_cannot_be_taken_for_data() -> None:
    numbers = count(1)
    target = BytesIO()
    file = PdfFile(target, lambda: next(numbers))
    root, pages, data = (next(numbers) for _ in range(3))
    file.put(root, f"<</Type/Catalog/Pages {pages} 0 R/Kept {data} 0 R>>".encode())
    file.put(pages, b"<</Type/Pages/Count 0/Kids[]>>")
    file.stream(data, b"<</Length 3>>", b"a\n\r")

    file.finish(f"{root} 0 R", f"{root} 0 R")
    pdf = target.getvalue()

    assert b"3 0 obj\n<</Length 3>>\nstream\na\n\r\r\nendstream\nendobj\n" in pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.Kept.read_bytes() == b"a\n\r"


def test_a_number_that_was_reserved_must_be_written() -> None:
    numbers = count(1)
    target = BytesIO()
    file = PdfFile(target, lambda: next(numbers))
    root, _forgotten = next(numbers), next(numbers)
    file.put(root, b"<</Type/Catalog>>")

    with pytest.raises(ValueError, match="object 2 was reserved"):
        file.finish(f"{root} 0 R", f"{root} 0 R")
