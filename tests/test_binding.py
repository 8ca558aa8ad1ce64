"""Faces onto sheets: every card once and read in order, marks that nobody hears, sheets that are full where asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layouts.product import Made, Pair, Screen, Strip
from publisher.binding import Press, bind, document, two_sided
from publisher.geometry import Point, Size, Transform
from publisher.model.printing import Flip, PrinterProfile, PrintSettings, Sides
from publisher.typesetting.face import Face
from tests.factories import a_setting, the_library

if TYPE_CHECKING:
    from publisher.typesetting.document import Where

POKER, A6 = Size(63.5, 88.9), Size(105, 148)
SIDED = [Sides.DUPLEX, Sides.FOLD, Sides.SINGLE]


def a_face(title: str, size: Size = POKER) -> Face:
    return Face(size, 9, title, (), ())


def deck(count: int, size: Size = POKER, **more: object) -> Made:
    pairs = tuple(
        Pair(f"Card {i}", "Group", a_face(f"front {i}", size), a_face(f"back {i}", size)) for i in range(count)
    )
    return Made(cards=pairs, **more)


def a_press(paper: str = "a4", stock: str = "poker", profile: PrinterProfile | None = None, **chosen: object) -> Press:
    setting = a_setting(stock)
    return Press(the_library().papers[paper], PrintSettings(**chosen), setting, "A deck", profile)


def bound(made: Made, stock: str = "poker", first: tuple[Face, ...] = (), **more: object) -> object:
    return bind(made, the_library().stocks[stock], a_press(stock=stock, **more), first)


def titles(pages: object, where: tuple[Where, ...]) -> list[str]:
    return [pages[one.page].placed[one.index].face.title for one in where]


def on_page(page: object) -> list[str]:
    return [placed.face.title for placed in page.placed]


@pytest.mark.parametrize("sides", SIDED)
@pytest.mark.parametrize("count", [1, 9, 10, 19])
def test_a_section_is_a_card_front_and_then_back(count: int, sides: Sides) -> None:
    whole = bound(deck(count), sides=sides)

    read = [titles(whole.pages, section.faces) for section in whole.sections]
    assert read == [[f"front {i}", f"back {i}"] for i in range(count)]
    assert [section.title for section in whole.sections] == [f"Card {i}" for i in range(count)]
    assert {section.group for section in whole.sections} == {"Group"}


def test_fronts_alone_have_no_backs_to_read() -> None:
    whole = bound(deck(3), sides=Sides.FRONT)

    assert [titles(whole.pages, section.faces) for section in whole.sections] == [[f"front {i}"] for i in range(3)]


@pytest.mark.parametrize("sides", list(Sides))
def test_every_face_lies_on_a_page_exactly_once(sides: Sides) -> None:
    whole = bound(deck(11), sides=sides)
    laid = [title for page in whole.pages for title in on_page(page) if title != "A deck"]
    backs = [] if sides is Sides.FRONT else [f"back {i}" for i in range(11)]

    assert sorted(laid) == sorted([f"front {i}" for i in range(11)] + backs)


def test_what_stands_in_the_margin_is_named_by_no_section() -> None:
    whole = bound(deck(10))
    named = {(one.page, one.index) for section in whole.sections for one in section.faces}

    for number, page in enumerate(whole.pages):
        margins = [i for i, placed in enumerate(page.placed) if (number, i) not in named]
        assert [page.placed[i].face.title for i in margins] == ["A deck"]


@pytest.mark.parametrize(("count", "pages", "sheets"), [(1, 2, 1), (9, 2, 1), (10, 4, 2), (18, 4, 2)])
def test_a_sheet_has_two_pages(count: int, pages: int, sheets: int) -> None:
    whole = bound(deck(count))

    assert (len(whole.pages), whole.sheets) == (pages, sheets)


@pytest.mark.parametrize(("count", "printed"), [(1, 9), (9, 9), (10, 18)])
def test_a_product_that_fills_is_repeated_until_its_sheets_are_full(count: int, printed: int) -> None:
    whole = bound(deck(count, fill=True))
    fronts = [title for page in whole.pages for title in on_page(page) if title.startswith("front")]

    assert len(fronts) == printed
    assert len(whole.sections) == count


def test_a_used_sheet_is_filled_from_its_first_free_place() -> None:
    whole = bound(deck(1, fill=True), start_at=4)

    assert len([title for title in on_page(whole.pages[0]) if title == "front 0"]) == 6


def test_single_cards_are_not_repeated() -> None:
    assert len(bound(deck(2, fill=True), sides=Sides.SINGLE).pages) == 4


def test_first_pages_come_first_and_later_cards_are_found_behind_them() -> None:
    guide = a_face("Guide", Size(210, 297))
    whole = bound(deck(2), first=(guide,))

    assert on_page(whole.pages[0]) == ["Guide"]
    assert whole.sections[0].title == "Guide"
    assert titles(whole.pages, whole.sections[1].faces) == ["front 0", "back 0"]
    assert whole.sections[1].faces[0].page == 1


def test_whole_pages_are_pages() -> None:
    whole = bind(Made(pages=(a_face("Sheet", Size(210, 297)),)), None, a_press())

    assert (len(whole.pages), whole.sheets, whole.duplex) == (1, 1, "")
    assert titles(whole.pages, whole.sections[0].faces) == ["Sheet"]


def test_screens_are_pages_by_group_that_no_printer_sees() -> None:
    screens = tuple(Screen(name, "Form", a_face(name, Size(90, 160))) for name in ("Plank", "Squat"))
    shown = bind(Made(screens=screens), None, a_press(profile=PrinterProfile("office", front_x=2)))

    assert (len(shown.pages), shown.sheets, shown.duplex) == (2, 0, "")
    assert [(section.title, section.group) for section in shown.sections] == [("Plank", "Form"), ("Squat", "Form")]
    assert shown.pages[0].placed[0].transform == Transform()


def test_the_back_of_a_strip_lies_beside_it_and_is_read_after_it() -> None:
    size = Size(88.9, 254)
    strip = Strip("Plan", a_face("front", size), (63.5, 127, 190.5), a_face("back", size))
    whole = bound(Made(strips=(strip,)))

    (page,) = whole.pages
    assert titles(whole.pages, whole.sections[0].faces) == ["front", "back"]
    left, right = (placed.transform.of(Point(0, 0)) for placed in page.placed[:2])
    assert (round(right.x - left.x, 1), right.y) == (88.9, left.y)


def test_a_strip_is_repeated_side_by_side_on_one_sheet_and_read_once() -> None:
    strip = Strip("Fold", a_face("strip", Size(85.6, 215.92)), (53.98, 107.96, 161.94))
    whole = bound(Made(strips=(strip,)), "a6")

    (page,) = whole.pages
    assert on_page(page).count("strip") == 2
    assert titles(whole.pages, whole.sections[0].faces) == ["strip"]
    boxes = [placed.clip for placed in page.placed if placed.face.title == "strip"]
    assert all(box.x >= 8 and box.right <= 202 and box.y >= 8 and box.bottom <= 289 for box in boxes)


@pytest.mark.parametrize(("flip", "hint"), [(Flip.LONG, "long"), (Flip.SHORT, "short")])
def test_the_printer_is_told_how_to_turn(flip: Flip, hint: str) -> None:
    assert bound(deck(1), flip=flip).duplex == hint
    assert bound(deck(1), flip=flip, sides=Sides.FOLD).duplex == ""


def test_a_printer_that_shifts_is_corrected_for_faces_clips_and_margins_alike() -> None:
    profile = PrinterProfile("office", front_x=2, front_y=-1)
    plain, moved = bound(deck(1)), bound(deck(1), profile=profile)

    for before, after in zip(plain.pages[0].placed, moved.pages[0].placed, strict=True):
        assert after.transform.e - before.transform.e == pytest.approx(-2)
        assert after.transform.f - before.transform.f == pytest.approx(1)
        if before.clip is not None:
            assert after.clip.x - before.clip.x == pytest.approx(-2)
    assert plain.pages[1].placed == moved.pages[1].placed


def test_both_sides_of_a_test_sheet_are_one_thing_to_read() -> None:
    front, back = a_face("Front", Size(210, 297)), a_face("Back", Size(210, 297))
    whole = two_sided(front, back, Flip.SHORT, a_press())

    assert (len(whole.pages), whole.sheets, whole.duplex) == (2, 1, "short")
    assert titles(whole.pages, whole.sections[0].faces) == ["Front", "Back"]


def test_a_document_takes_all_along() -> None:
    made = document(bound(deck(1)), "Title", "Subject", "en-GB", 5)

    assert (made.title, made.subject, made.language, made.date, made.duplex) == ("Title", "Subject", "en-GB", 5, "long")
    assert len(made.pages) == 2


def test_a_narrow_margin_is_warned_about_once() -> None:
    assert [warning.name for warning in bound(deck(1), margin=4).warnings] == ["narrow-margin"]
