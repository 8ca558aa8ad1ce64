"""The pictures of cards: who shows what, what is kept, and what happens when something must be drawn."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher import pictures
from publisher.colour import WHITE
from publisher.figures import kept
from publisher.figures.inking import drawing
from publisher.figures.palette import GROUND
from publisher.model.card import FormCue, Group, Movement, Picture
from publisher.model.figure import Phase, Shows, View
from publisher.pdf.ink import Pen
from publisher.problems import Phrase, UsageError
from tests.factories import a_card, the_library
from tests.figures.stick_people import ALL_FOURS, BIRD_DOG, a_person, a_sketch
from tests.figures.test_kept import a_figure, a_pose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publisher.model.card import Card
    from publisher.model.figure import Figure
    from publisher.model.library import Library

PEOPLE = {name: a_person(id=Phrase(name)) for name in ("ana", "ben", "cleo")}
RIGHT = a_figure(id=Phrase("run"), poses={"start": a_pose()}, slope=12)
WRONG = replace(RIGHT, id=Phrase("stomp"), shows=Shows.WRONG)
THINGS = replace(RIGHT, id=Phrase("shoes"), people=False)
MOVE = a_figure(
    id=Phrase("bird-dog"), poses={"start": a_pose(), "reach": a_pose()}, frames=(Phrase("start"), Phrase("reach"))
)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where built-in drawings lie; a cache that is empty; and nothing that could draw."""
    monkeypatch.setattr(pictures, "built_in", lambda: tmp_path)
    monkeypatch.setattr(pictures, "cache", lambda: tmp_path / "cache")
    monkeypatch.setattr(pictures, "find_spec", lambda _name: None)
    folder = tmp_path / pictures.DRAWINGS
    folder.mkdir(parents=True)
    return folder


def keep(shelf: Path, figure: Figure, person: str) -> None:
    sketches = {str(pose): a_sketch(BIRD_DOG if pose == "reach" else ALL_FOURS) for pose in figure.poses}
    made_of = kept.made_of(figure, PEOPLE[person])
    text = kept.written(kept.Kept(str(figure.id), person, made_of, sketches))
    (shelf / kept.file_name(str(figure.id), person)).write_text(text, encoding="ascii")


def a_library(*cards: Card) -> Library:
    figures = {str(figure.id): figure for figure in (RIGHT, WRONG, THINGS, MOVE)}
    return the_library()._replace(figures=figures, people=PEOPLE, cards={str(card.id): card for card in cards})


def pictured(name: str, figure: str = "bird-dog", **more: str) -> Card:
    asked = {key: Phrase(value) for key, value in more.items()}
    return a_card(id=Phrase(name), picture=Picture(Phrase(figure), Phrase("Somebody moves."), **asked))


FOUR = [pictured(name) for name in "abcd"]


def who(cards: Sequence[Card], *people: str) -> list[str]:
    cast = dict(pictures.casting(a_library(*cards), cards, people))
    return [str(cast[card.id][0].person.id) for card in cards if card.id in cast]


@pytest.mark.usefixtures("shelf")
def test_people_take_turns_so_that_a_deck_shows_all_of_them() -> None:
    assert who(FOUR) == ["ana", "ben", "cleo", "ana"]


@pytest.mark.usefixtures("shelf")
def test_a_card_may_name_who_shows_it_and_takes_no_turn_then() -> None:
    assert who([FOUR[0], pictured("own", person="cleo"), FOUR[1]]) == ["ana", "cleo", "ben"]


@pytest.mark.usefixtures("shelf")
def test_whom_somebody_chose_comes_before_whom_a_card_names() -> None:
    assert who([FOUR[0], pictured("own", person="cleo"), FOUR[1]], "ben", "ana") == ["ben", "ana", "ben"]


@pytest.mark.usefixtures("shelf")
def test_a_card_without_a_picture_takes_no_turn() -> None:
    assert who([FOUR[0], a_card(), FOUR[1]]) == ["ana", "ben"]


def test_a_drawing_that_travels_is_taken_whatever_other_cards_are_in_the_deck(shelf: Path) -> None:
    keep(shelf, MOVE, "cleo")

    assert who(FOUR[:1]) == who(FOUR[2:3]) == ["cleo"]
    assert who(FOUR[:1], "ben") == ["ben"]


def test_a_drawing_of_another_pose_is_not_taken(shelf: Path) -> None:
    keep(shelf, replace(MOVE, slope=4), "cleo")

    assert who(FOUR[:1]) == ["ana"]


def test_right_and_wrong_are_shown_by_one_person(shelf: Path) -> None:
    keep(shelf, RIGHT, "ben")
    for person in ("ben", "cleo"):
        keep(shelf, WRONG, person)
    card = pictured("cue", "run", beside="stomp")

    [shown] = dict(pictures.casting(a_library(card), [card])).values()

    assert [(str(one.figure.id), str(one.person.id)) for one in shown] == [("run", "ben"), ("stomp", "ben")]


@pytest.mark.usefixtures("shelf")
def test_things_are_shown_by_nobody_and_take_no_turn() -> None:
    assert who([pictured("gear", "shoes"), FOUR[0]]) == ["nobody", "ana"]


def test_a_person_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError) as raised:
        who(FOUR, "dora")

    [problem] = raised.value.problems
    assert problem.sentence == "there is no person `dora`."
    assert problem.hint == "There are ana, ben, cleo."


def test_a_picture_holds_the_frames_of_its_figure_in_the_colours_of_the_card(shelf: Path) -> None:
    keep(shelf, MOVE, "ana")
    theme = the_library().themes["surefoot"]

    found = pictures.illustrations(a_library(FOUR[0]), FOUR[:1], theme)

    frames = found["a"].frames
    assert [frame.pose for frame in frames] == ["start", "reach"]
    assert frames[0].palette["shirt"] == theme.groups[Group.STRENGTH].mid
    assert not any(frame.wrong for frame in frames)


@pytest.mark.parametrize(
    ("height", "slope", "painted"),
    [(8, 0, ()), (12, 0, ("shadow",)), (20, 0, ("mat", "mat-edge", "mat-line", "shadow")), (20, 12, ())],
)
def test_the_more_we_look_from_above_the_more_is_seen_of_the_ground_on_which_somebody_lies(
    shelf: Path, height: int, slope: int, painted: tuple[str, ...]
) -> None:
    seen = replace(MOVE, view=View(14, height), slope=slope)
    library = a_library(FOUR[0])._replace(figures={"bird-dog": seen})
    keep(shelf, seen, "ana")

    [frame, _] = pictures.illustrations(library, FOUR[:1], library.themes["surefoot"])["a"].frames

    assert tuple(role for role in GROUND if frame.palette[role] is not None) == painted


def test_what_not_to_do_stands_beside_what_to_do_and_both_on_their_slope(shelf: Path) -> None:
    for figure in (RIGHT, WRONG):
        keep(shelf, figure, "ana")
    card = pictured("cue", "run", beside="stomp")

    picture = pictures.illustrations(a_library(card), [card], the_library().themes["surefoot"])["cue"]

    assert [frame.wrong for frame in picture.frames] == [False, True]
    assert picture.slope == 12


def test_a_picture_that_must_be_drawn_names_what_to_install(shelf: Path) -> None:
    keep(shelf, MOVE, "ana")

    with pytest.raises(UsageError) as raised:
        pictures.illustrations(a_library(FOUR[0]), FOUR[:1], the_library().themes["surefoot"], ["ben"])

    [problem] = raised.value.problems
    assert problem.name == "cannot-draw"
    assert "pip install 'surefoot[figures]'" in problem.hint


def test_a_spoilt_drawing_is_as_good_as_none(shelf: Path) -> None:
    keep(shelf, MOVE, "ana")
    (shelf / "bird-dog.ana.json").write_text("{", encoding="ascii")

    with pytest.raises(UsageError, match="must be drawn"):
        pictures.illustrations(a_library(FOUR[0]), FOUR[:1], the_library().themes["surefoot"], ["ana"])


def test_what_was_drawn_is_kept_and_not_drawn_again(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(shelf, MOVE, "ben")
    text = (shelf / "bird-dog.ben.json").read_text(encoding="ascii")
    (shelf / "bird-dog.ben.json").unlink()
    asked: list[str] = []

    def draws(wanted: Sequence[pictures.Shown]) -> object:
        asked.extend(one.file for one in wanted)
        return [(one, text) for one in wanted]

    monkeypatch.setattr(pictures, "drawn", draws)
    for _ in range(2):
        pictures.illustrations(a_library(FOUR[0]), FOUR[:1], the_library().themes["surefoot"], ["ben"])

    assert asked == ["bird-dog.ben.json"]
    assert (pictures.cache() / "bird-dog.ben.json").read_text(encoding="ascii") == text


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_a_warning_sign_is_marked_on_a_body_that_is_white(theme: str) -> None:
    library = the_library()
    card = library.cards["both-legs"]
    (frame,) = pictures.illustrations(library, [card], library.themes[theme])["both-legs"].frames

    assert {frame.palette[role] for role in ("shirt", "shorts", "skin")} == {WHITE}
    assert frame.palette["muscle"] not in {None, WHITE}
    assert "muscle" in {role for role, _ in frame.sketch.fills}


@pytest.mark.usefixtures("shelf")
def test_what_a_picture_hangs_on_changes_with_pose_and_person_and_not_with_the_rest() -> None:
    library = a_library(*FOUR)
    before = pictures.looks(library, FOUR)

    bent = library._replace(figures={**library.figures, "bird-dog": replace(MOVE, slope=3)})
    assert before["a"] != pictures.looks(bent, FOUR)["a"]
    assert before["a"] != pictures.looks(library, FOUR, ["ben"])["a"]
    assert before["a"] == pictures.looks(library, FOUR[:1])["a"]


def test_a_change_of_breath_changes_a_card_that_writes_it() -> None:
    library, end = a_library(), MOVE.frames[-1]

    breathing = replace(MOVE, motion=(Phase(end, "up", "out"), Phase(MOVE.frames[0], "down", "in")))
    changed = library._replace(figures={**library.figures, "bird-dog": breathing})

    assert pictures.looks(library, FOUR)["a"] != pictures.looks(changed, FOUR)["a"]


def test_every_card_that_moves_names_a_figure() -> None:
    moving = [card for card in the_library().cards.values() if isinstance(card.body, Movement | FormCue)]

    assert [card.id for card in moving if card.picture is None] == []


def test_a_drawing_costs_under_15_kilobytes_in_a_file_and_asks_for_no_colour_that_is_not_there() -> None:
    theme, pen = the_library().themes["surefoot"], Pen([])
    colours = pictures.palette(a_person(), theme.groups[Group.WHY], theme, muscles=True)
    kept_files = sorted((pictures.built_in() / pictures.DRAWINGS).glob("*.json"))

    for path in kept_files:
        for sketch in kept.read(path.read_text(encoding="ascii")).sketches.values():
            pen.form(drawing(sketch, colours, 1.8))

    assert len(pen.forms) > 60
    assert max(len(zlib.compress(operators.encode())) for operators in pen.forms) < 15_000
