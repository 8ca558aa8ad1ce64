from __future__ import annotations

from io import BytesIO

from PIL import Image

from publisher.pdf.contact_sheet import SPACE, TABLE, contact_sheet, narrowed, pages_of
from publisher.pdf.writer import render
from tests.pdf.factories import a_document, a_face

PAGE = (40, 60)


def some_pages(count: int) -> list[Image.Image]:
    return [Image.new("RGB", PAGE, (0, 0, 40 * number)) for number in range(count)]


def test_every_page_of_a_file_is_there_at_the_resolution_asked_for() -> None:
    pages = pages_of(render(a_document(a_face(), a_face())), 25.4)

    assert [page.size for page in pages] == [(64, 89)] * 2


def test_pages_stand_in_rows_and_none_is_lost() -> None:
    made = contact_sheet(some_pages(5), 2)

    picture = Image.open(BytesIO(made.content)).convert("RGB")
    assert picture.size == (made.width, made.height) == (2 * (40 + SPACE) + SPACE, 3 * (60 + SPACE) + SPACE)
    middles = [
        picture.getpixel((SPACE + 20 + (SPACE + 40) * column, SPACE + 30 + (SPACE + 60) * row))
        for row in range(3)
        for column in range(2)
    ]
    assert middles == [(0, 0, 0), (0, 0, 40), (0, 0, 80), (0, 0, 120), (0, 0, 160), TABLE]


def test_a_few_pages_leave_no_empty_columns() -> None:
    assert contact_sheet(some_pages(1), 6).width == 40 + 2 * SPACE


def test_pages_of_two_sizes_share_a_row() -> None:
    wide = Image.new("RGB", (60, 40))

    made = contact_sheet([*some_pages(1), wide], 2)

    assert (made.width, made.height) == (2 * (60 + SPACE) + SPACE, 60 + 2 * SPACE)


def test_a_page_is_narrowed_in_proportion() -> None:
    assert narrowed(some_pages(1)[0], 20).size == (20, 30)
