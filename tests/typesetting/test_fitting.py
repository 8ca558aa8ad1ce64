"""One body size for a deck: the largest at which every card fits, and a clear word where none does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from layouts import pocket
from publisher.geometry import Size
from publisher.problems import Place
from publisher.typesetting.face import Excess, Face
from publisher.typesetting.fitting import fit, sizes, too_long
from tests.factories import a_card, a_job, a_setting

POKER = Size(63.5, 88.9)


def face(body: float, *excess: Excess) -> Face:
    return Face(POKER, body, "Plank", (), (), excess)


def needing(limit: float, body: float) -> list[Face]:
    """The one face of a thing that fits at `limit` points and below."""
    return [face(body) if body <= limit else face(body, Excess("steps", 1, 20))]


def test_sizes_go_down_in_quarter_points_to_the_smallest() -> None:
    assert sizes(9.5, 8.5) == (9.5, 9.25, 9.0, 8.75, 8.5)
    assert sizes(8, 8) == (8,)


def test_the_longest_card_sets_the_size_of_the_whole_deck() -> None:
    short = a_card()
    long = a_card(steps=["Push the heel down and hold it there for a while."] * 4)
    setting = a_setting("poker")

    def body_of(*cards: object) -> list[float]:
        laid = fit(lambda card, body: pocket.draw(card, setting, POKER, body), cards, sizes(9.5, 7))
        assert all(one.fits for faces in laid for one in faces)
        return [one.body for faces in laid for one in faces]

    alone, together = body_of(short), body_of(short, long)
    assert len(set(together)) == 1
    assert together[0] < alone[0]


@given(st.lists(st.sampled_from(sizes(12, 8)), min_size=1, max_size=12))
def test_the_size_is_the_largest_at_which_all_fit(limits: list[float]) -> None:
    laid = fit(needing, limits, sizes(12, 8))

    assert {one.body for faces in laid for one in faces} == {min(limits)}


def test_a_size_is_left_at_the_first_card_that_overflows() -> None:
    tried: list[tuple[float, float]] = []

    def draw(limit: float, body: float) -> list[Face]:
        tried.append((limit, body))
        return needing(limit, body)

    fit(draw, [12, 9, 12.5, 13], (10, 9.5, 9))

    assert tried[:2] == [(12, 10), (9, 10)]
    assert [limit for limit, body in tried if body == 9.5] == [9]
    assert sorted(limit for limit, body in tried if body == 9) == [9, 12, 12.5, 13]


def test_faces_come_back_in_the_order_of_the_cards_whatever_was_tried_first() -> None:
    laid = fit(
        lambda name, body: [
            Face(POKER, body, name, (), (), () if body < 10 or name != "c" else (Excess("steps", 1, 9),))
        ],
        "abc",
        (10, 9, 8),
    )

    assert [faces[0].title for faces in laid] == ["a", "b", "c"]
    assert laid[0][0].body == 9


def test_when_no_size_fits_the_smallest_is_given_with_its_excess() -> None:
    (faces, other) = fit(needing, [5, 12], (9, 8.5, 8))

    assert faces[0].body == other[0].body == 8
    assert not faces[0].fits
    assert other[0].fits


def test_the_message_names_card_field_lines_and_place() -> None:
    place = Place("cards/strength/plank.yaml", 31, 9)

    (problem,) = too_long([face(8), face(8, Excess("steps", 2, 70, place))], "Plank", "Poker", 8)

    assert problem.name == "does-not-fit"
    assert problem.sentence == "Plank: `steps` is 2 lines too long for Poker, even at 8 pt, the smallest we print."
    assert problem.hint == "Cut about 70 characters on that side, or print on a larger size."
    assert problem.place == place


def test_another_size_is_looked_for_only_when_something_is_too_long() -> None:
    asked: list[str] = []

    def instead() -> str:
        asked.append("asked")
        return "A7, where it fits at 9.5 pt"

    assert too_long([face(8)], "Plank", "Poker", 8, instead) == []
    assert asked == []
    (problem,) = too_long([face(8, Excess("steps", 1, 30))], "Plank", "Poker", 8, instead)
    assert problem.hint == "Cut about 30 characters on that side, or print on A7, where it fits at 9.5 pt."


def test_a_card_that_never_fits_is_told_where_it_was_written() -> None:
    long = a_card(steps=["Lie down.", "Push the heel down and hold it there. " * 14, "Let go."])

    made = pocket.make(a_job([long], "poker"))

    (problem,) = made.problems
    assert problem.sentence.startswith("Heel press: `steps` is ")
    assert " lines too long for Poker, even at 8 pt" in problem.sentence
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("cards/strength/heel-press.yaml", 21)
