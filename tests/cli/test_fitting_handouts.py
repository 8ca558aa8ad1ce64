"""Programmes of a library, held against every layout before anybody prints one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from publisher.cli import fitting_handouts
from publisher.cli.fitting_handouts import came_fitted, fit_handouts
from publisher.handouts import LAYOUTS, Occasion, bound_handout
from publisher.model.printing import Ink
from publisher.typesetting.face import Line
from tests.factories import a_phrase, the_library
from tests.programmes_at_hand import ON, a_clinic, a_programme, a_shop, an_exercise, with_everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.model.library import Library
    from publisher.model.programme import Programme
    from publisher.workshop import Choices
    from tests.cli.conftest import Said

CHOICES = a_shop().choices


def told(programme: Programme, choices: Choices = CHOICES, only: tuple[str, ...] = ()) -> set[str]:
    library = the_library()._replace(programmes={"mine": programme}, clinics={"hillside": a_clinic()})
    return {problem.name for problem in fit_handouts(library, choices, ON, only)}


def test_a_programme_that_can_be_printed_is_passed_by() -> None:
    assert told(a_programme()) == set()


def test_one_that_cannot_is_told_before_anybody_prints_it() -> None:
    assert told(a_programme(purpose=a_phrase("للظهر"))) == {"missing-glyph"}


def test_only_programmes_with_the_cards_that_are_asked_for_are_fitted() -> None:
    wrong = a_programme(an_exercise("plank"), purpose=a_phrase("للظهر"))

    assert told(wrong, only=("step-down",)) == set()
    assert told(wrong, only=("plank",)) == {"missing-glyph"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_grey_needs_no_fitting_since_it_sets_the_same_lines_in_the_same_places_as_colour(layout: str) -> None:
    def lines(ink: Ink) -> list[object]:
        shop = a_shop()
        inked = shop._replace(choices=replace(shop.choices, ink=ink))
        bound = bound_handout(inked, with_everything(), a_clinic(), None, Occasion(ON), LAYOUTS[layout])
        return [
            (placed.face.trim, [(part.text, part.at) for part in placed.face.parts if isinstance(part, Line)])
            for page in bound.pages
            for placed in page.placed
        ]

    assert lines(Ink.GREY) == lines(Ink.COLOUR)


def test_the_check_tells_of_a_programme_in_a_library(surefoot: Callable[..., Said]) -> None:
    folder = Path("mine/cards/programmes")
    folder.mkdir(parents=True)
    text = "id: odd\ntitle: 日本\npurpose: Strong legs spare your back.\nexercises: [plank]\n"
    (folder / "odd.yaml").write_text(text, encoding="utf-8")

    said = surefoot("check", "--library", "mine")

    assert said.code == 1
    assert "mine/cards/programmes/odd.yaml:2:8: the font has no sign" in said.err


def test_what_fitted_and_is_what_it_was_is_not_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[object] = []
    bound = fitting_handouts.bound_handout
    monkeypatch.setattr(fitting_handouts, "bound_handout", lambda *given: laid.append(given) or bound(*given))
    good, bad = a_programme(an_exercise("plank")), a_programme(an_exercise("plank"), purpose=a_phrase("للظهر"))
    fitted: fitting_handouts.Fitted = {}

    def laid_out(programme: Programme) -> int:
        before = len(laid)
        library = the_library()._replace(programmes={"mine": programme}, clinics={})
        fit_handouts(library, CHOICES, ON, fitted=fitted)
        return len(laid) - before

    every = len(fitting_handouts.INKS) * len(LAYOUTS)
    assert [laid_out(good), laid_out(good), laid_out(bad), laid_out(bad)] == [every, 0, every, every]


def test_what_comes_with_surefoot_is_fitted_anew_where_somebody_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[object] = []
    bound = fitting_handouts.bound_handout
    monkeypatch.setattr(fitting_handouts, "bound_handout", lambda *given: laid.append(given) or bound(*given))
    programme = the_library().programmes["first-steps"]
    ours = the_library()._replace(programmes={"first-steps": programme}, clinics={})
    card = ours.cards[str(programme.exercises[0].card)]
    changed = {**ours.cards, str(card.id): replace(card, title=a_phrase("Another"))}

    def laid_out(library: Library) -> int:
        before = len(laid)
        fit_handouts(library, CHOICES, ON, fitted=came_fitted(ours))
        return len(laid) - before

    every = len(fitting_handouts.INKS) * len(LAYOUTS)
    assert laid_out(ours) == 0
    assert laid_out(ours._replace(cards=changed)) == every
    assert laid_out(ours._replace(clinics={"hillside": a_clinic()})) == every


def test_what_stands_on_no_handout_fits_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[object] = []
    nothing_told = SimpleNamespace(warnings=())
    monkeypatch.setattr(fitting_handouts, "bound_handout", lambda *given: laid.append(given) or nothing_told)
    whole = the_library()
    programme = whole.programmes["first-steps"]
    ours = whole._replace(programmes={"first-steps": programme}, clinics={})
    shown = str(ours.cards[str(programme.exercises[0].card)].picture.figure)
    source = str(programme.sources[0])

    def laid_out(library: Library) -> int:
        laid.clear()
        fit_handouts(library, CHOICES, ON, fitted=came_fitted(ours))
        return len(laid)

    def with_another(what: str, name: str, field: str) -> Library:
        things = getattr(ours, what)
        thing = things[name]
        changed = {field: a_phrase("Another")}
        other = thing._replace(**changed) if hasattr(thing, "_replace") else replace(thing, **changed)
        return ours._replace(**{what: {**things, name: other}})

    assert laid_out(with_another("figures", "plank", "name")) == 0
    assert laid_out(with_another("sources", "levine-2007", "short")) == 0
    assert laid_out(with_another("stocks", "poker", "name")) == 0
    assert laid_out(with_another("figures", shown, "name")) > 0
    assert laid_out(with_another("sources", source, "short")) > 0
