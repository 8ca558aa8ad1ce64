"""`--press` and `--profile`: files for a print shop, in the inks of its press."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.cli.days import today
from publisher.colour_profiles import GET_ONE, MOST_BYTES, ColourProfile, colour_profile
from publisher.library.shelves import bytes_given, shown
from publisher.model.publication import PHONE
from publisher.problems import InputError, Place, Problem, UsageError
from publisher.shop_pages import made_for_screens

if TYPE_CHECKING:
    from collections.abc import Collection

    from publisher.workshop import Choices


class Shop(NamedTuple):
    """What was typed: whether it is for a print shop, and the profile of its press."""

    press: bool
    profile: Path | None

    def choices(self, choices: Choices) -> Choices:
        """The choices with the inks of the press, and a date, which such a file must have."""
        if not self.press:
            if self.profile is not None:
                sentence = "`--profile` is for `--press` alone."
                raise _misused(sentence, "Add `--press`, or leave `--profile` out.")
            return choices
        # Little CMS takes its time at the start, and most runs are for a printer at home.
        from publisher.separations import Separation  # noqa: PLC0415

        path = self._path()
        try:
            separation = Separation(self._read(path))
        except InputError as error:
            placed = [problem if problem.place else _at(problem, path) for problem in error.problems]
            raise type(error)(placed) from None
        date = choices.date
        if date is None:
            date = int(dt.datetime.combine(dt.date.fromisoformat(today(None)), dt.time(), dt.UTC).timestamp())
        return replace(choices, separation=separation, date=date)

    def refuse_with(self, **others: bool) -> None:
        """Raise what does not go together with `--press`, by the names of flags."""
        for name, given in others.items():
            if self.press and given:
                sentence = f"`--press` and `--{name}` do not go together."
                raise _misused(sentence, "Leave one of them out.")

    def refuse_site(self, publications: Collection[str]) -> None:
        """Raise that the offline page is not for paper, where it is among these."""
        if self.press and PHONE in publications:
            raise UsageError([made_for_screens(PHONE)])

    def _path(self) -> Path:
        if self.profile is None:
            sentence = "a file for a print shop needs the ICC profile of its press; none comes with Surefoot."
            makers = "Its makers give it away: ECI in Europe, Idealliance in North America."
            hint = f"{GET_ONE} {makers} Then type: --press --profile FILE.icc"
            raise UsageError([Problem("no-colour-profile", sentence, hint)])
        return self.profile

    @staticmethod
    def _read(path: Path) -> ColourProfile:
        return colour_profile(bytes_given(path, GET_ONE, MOST_BYTES))


def _at(problem: Problem, path: Path) -> Problem:
    return problem._replace(place=Place(shown(path)))


def _misused(sentence: str, hint: str) -> UsageError:
    return UsageError([Problem("command-line", sentence, hint)])


def shop_options() -> list[click.Option]:
    """The two flags, for every command that prints."""
    press = click.Option(["--press"], is_flag=True, help="PDF/X-4 for a print shop: in CMYK, with bleed.")
    profile = click.Option(
        ["--profile"], type=click.Path(path_type=Path), metavar="FILE", help="The ICC profile of the shop's press."
    )
    return [press, profile]
