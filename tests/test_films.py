"""A film is drawn once and kept, and taken only for the figure, body and tempo that it was made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher import films, pictures
from publisher.figures import kept
from publisher.figures.shots import shots
from publisher.figures.tempo import phases
from publisher.model.dose import Dose, Range, Tempo
from publisher.model.figure import Phase
from publisher.pictures import NOBODY, Shown
from publisher.problems import UsageError
from tests.factories import the_library
from tests.figures.stick_people import ALL_FOURS, a_person, a_sketch

if TYPE_CHECKING:
    from pathlib import Path

SLOW = Dose(Range(3, 3), reps=Range(8, 8), tempo=Tempo(3, 0, 1))
SQUAT = Shown(the_library().figures["squat"], a_person())


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where kept films lie; a cache that is empty; and nothing that could draw."""
    monkeypatch.setattr(films, "built_in", lambda: tmp_path)
    monkeypatch.setattr(films, "cache", lambda: tmp_path / "cache")
    monkeypatch.setattr(pictures, "find_spec", lambda _name: None)
    folder = tmp_path / films.FILMS
    folder.mkdir(parents=True)
    return folder


def keep(shelf: Path, one: Shown, dose: Dose) -> None:
    shown = shots(one.figure, dose)
    sketches = {f"frame-{i:02}": a_sketch(ALL_FOURS) for i in range(len(films.times(shown)))}
    text = kept.written(kept.Kept(str(one.figure.id), str(one.person.id), films.made_of(one, shown), sketches))
    (shelf / one.file).write_text(text, encoding="ascii")
    films._read.cache_clear()


def test_a_kept_film_is_taken_without_the_tools_that_draw(shelf: Path) -> None:
    keep(shelf, SQUAT, SLOW)
    found = films.film(SQUAT, SLOW)

    assert found is not None
    assert len(found.sketches) == len(found.shots) == len(shots(SQUAT.figure, SLOW))


@pytest.mark.parametrize(
    ("other", "dose"),
    [
        (SQUAT, SLOW._replace(tempo=Tempo(2, 0, 1))),
        (SQUAT._replace(figure=replace(SQUAT.figure, view=SQUAT.figure.view._replace(turn=40))), SLOW),
        (
            SQUAT._replace(
                figure=replace(
                    SQUAT.figure, motion=(*phases(SQUAT.figure)[:-1], Phase(phases(SQUAT.figure)[-1].to, "down"))
                )
            ),
            SLOW,
        ),
    ],
    ids=["another tempo", "another view", "another way"],
)
def test_a_film_of_something_else_is_not_taken(shelf: Path, other: Shown, dose: Dose) -> None:
    keep(shelf, SQUAT, SLOW)

    assert films.film(other, dose, draws=False) is None
    with pytest.raises(UsageError):
        films.film(other, dose)


def test_a_spoilt_film_is_as_good_as_none(shelf: Path) -> None:
    (shelf / SQUAT.file).write_text("{", encoding="ascii")
    films._read.cache_clear()

    assert films.film(SQUAT, SLOW, draws=False) is None


def test_what_never_moves_and_things_alone_have_no_film() -> None:
    sphinx = the_library().figures["sphinx"]

    assert films.film(Shown(sphinx, a_person()), SLOW) is None
    assert films.film(SQUAT._replace(figure=replace(SQUAT.figure, people=False), person=NOBODY), SLOW) is None


def test_a_strip_is_made_of_what_is_kept_and_nothing_is_drawn_for_it(shelf: Path) -> None:
    library = the_library()
    [card] = (card for card in library.cards.values() if card.id == "tempo-squat")
    theme = library.themes["surefoot"]

    assert films.reels_of(library, [card], theme) == {}  # none is kept here
    one = dict(pictures.casting(library, [card]))[card.id][0]
    keep(shelf, one, card.body.dose)
    [reel] = films.reels_of(library, [card], theme).values()

    assert reel.poses == ("start", "", "low", "", "start")
    assert len({frame.box for frame in reel.frames}) == 1  # all in one room
