"""How large a picture is, and what of it stays free."""

from __future__ import annotations

import pytest

from publisher.phone.sizes import CARD, LOCK_SCREEN, Pixels, pixels, upright
from publisher.problems import UsageError

PAGE = (90.0, 160.0)


def test_the_usual_picture_is_all_page() -> None:
    box = CARD.page(*PAGE)

    assert (box.x, box.y, box.width, box.height) == (0, 0, 1080, 1920)
    assert str(LOCK_SCREEN) == "1290 × 2796"


@pytest.mark.parametrize("size", [Pixels(1080, 2340), Pixels(1179, 2556), Pixels(1080, 2000)])
def test_on_a_taller_phone_the_clock_and_the_bar_cover_nothing(size: Pixels) -> None:
    box = size.page(*PAGE)

    assert box.y >= round(0.06 * size.height)
    assert size.height - box.bottom >= round(0.04 * size.height)
    assert box.width <= size.width
    assert abs(box.width / box.height - 9 / 16) < 0.001


@pytest.mark.parametrize("size", [Pixels(1600, 1200), Pixels(1536, 2048), Pixels(1100, 1920)])
def test_on_a_broader_screen_the_page_lies_in_the_middle_with_ground_all_round(size: Pixels) -> None:
    box = size.page(*PAGE)

    assert box.y == size.height - box.bottom == round(0.025 * size.height)
    assert abs(box.x - (size.width - box.right)) <= 1
    assert box.x > 0
    assert abs(box.width / box.height - 9 / 16) < 0.001


@pytest.mark.parametrize("text", ["1080x2340", " 1080 X 2340 ", "1080×2340"])
def test_a_size_is_written_as_people_write_it(text: str) -> None:
    assert pixels(text, PAGE) == Pixels(1080, 2340)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0x0", "out of reach"),
        ("40000x40000", "is out of reach"),
        ("1080", "is not the size of a picture"),
        ("-5x10", "is not the size of a picture"),
        ("1080x1920x3", "is not the size of a picture"),
        ("", "is not the size of a picture"),
        ("9999999999x1", "is not the size of a picture"),
        ("4000x400", "a card would be 214 wide"),
    ],
)
def test_what_is_no_size_is_told_with_an_example(text: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        pixels(text, PAGE)

    [problem] = caught.value.problems
    assert problem.name == "phone-size"
    assert says in problem.sentence
    assert "--phone-size 1080x2340" in problem.hint


def test_a_lock_screen_stands_up() -> None:
    assert upright(LOCK_SCREEN) == LOCK_SCREEN
    with pytest.raises(UsageError, match="times as high as wide"):
        upright(Pixels(1000, 1000))
