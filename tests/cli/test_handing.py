"""What handout and batch have in common is one table: both take it, and mean the same by it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import click
import pytest

from layouts.handouts.measures import MARGIN
from publisher.cli import batch, handout
from publisher.cli.handing import Handing, clinic_of, handing_options, in_its_country, margin_doubts, word
from publisher.problems import Phrase, UsageError
from tests.factories import the_library
from tests.programmes_at_hand import a_clinic, a_programme, a_shop


def test_both_commands_take_all_of_it() -> None:
    names = {option.name for option in handing_options()}

    for command in (handout.command, batch.command):
        assert names <= {parameter.name for parameter in command.params}


def test_what_was_typed_makes_the_occasion() -> None:
    unsaid = dict.fromkeys(("layout", "clinic", "on", "date"))
    flags = {**unsaid, "by": "Kim", "initials": True, "watermark": "COPY"}
    day = dt.date(2026, 3, 2)

    assert Handing.of({**flags, "paper": "a4"}).occasion(day)._asdict() == {
        "on": day,
        "by": "Kim",
        "before": None,
        "watermark": "COPY",
        "initials": True,
    }


@pytest.mark.parametrize("text", ["x" * 200, "日本"])
def test_a_word_over_the_page_is_short_and_can_be_printed(text: str) -> None:
    with pytest.raises(click.BadParameter):
        word(None, None, text)  # type: ignore[arg-type]  # neither is asked


def test_the_only_clinic_is_meant_where_none_is_named() -> None:
    library = the_library()._replace(clinics={"hillside": a_clinic()})

    assert clinic_of(None, a_programme(), library) == a_clinic()
    assert clinic_of(None, a_programme(), library._replace(clinics={})) is None
    with pytest.raises(UsageError, match="no clinic `north`"):
        clinic_of("north", a_programme(), library)


def test_a_printer_that_leaves_more_blank_than_a_handout_is_told() -> None:
    def told(margin: float, layout: str = "full-handout") -> list[str]:
        choices = a_shop().choices
        printing = replace(choices.printing, margin=margin)
        return [
            problem.name
            for problem in margin_doubts(
                a_shop()._replace(choices=replace(choices, printing=printing)), a_programme(), layout
            )
        ]

    assert told(MARGIN) == []
    assert told(MARGIN + 1) == ["margins-too-wide"]
    assert told(160, "tear-off") == []
    with pytest.raises(UsageError, match="leaves nothing of A4"):
        told(105)


def test_the_country_is_the_clinics_where_nobody_chose_another() -> None:
    choices = a_shop(country="").choices

    assert in_its_country(choices, a_clinic(country=Phrase("CH"))).country == "CH"
    assert in_its_country(a_shop(country="US").choices, a_clinic(country=Phrase("CH"))).country == "US"
    assert in_its_country(choices, None).country == ""
