"""What `surefoot handout` and `surefoot batch` have in common: how a handout looks, whose it is, and on which day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from layouts.handouts.measures import MARGIN
from layouts.stamps import MOST
from publisher.cli.days import day, start_of_day
from publisher.cli.ink_report import report_option
from publisher.cli.options import setting_options
from publisher.handouts import LAYOUTS, OF_CARDS, Occasion, publication_of
from publisher.problems import Level, Problem, UsageError
from publisher.workshop import the_typeface, unknown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.programme import Programme
    from publisher.workshop import Choices, Workshop

_SETTINGS = ("library", "out", "paper", "theme", "ink", "person", "language", "country", "printer")


def word(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """A word or a few, in letters that the font has."""
    text = " ".join(value.split())
    if len(text) > MOST or the_typeface().missing(text) is not None:
        raise click.BadParameter(f"a watermark has at most {MOST} signs, all of them in our font.")
    return text


def handing_options() -> list[click.Parameter]:
    """Settings and flags of every command that makes handouts; `Handing` holds what they say."""
    return [
        *setting_options(*_SETTINGS),
        click.Option(["--layout"], type=click.Choice(tuple(LAYOUTS)), metavar="LAYOUT", help=_LAYOUT),
        click.Option(["--clinic"], metavar="NAME", help=_CLINIC),
        click.Option(["--by"], default="", metavar="NAME", help="Who hands it out. [default: as the clinic says]"),
        click.Option(["--on"], callback=day, metavar="DAY", help="The day that is printed. [default: today]"),
        click.Option(["--date"], callback=start_of_day, metavar="DAY", help=_DATE),
        click.Option(["--initials-line", "initials"], is_flag=True, help=_INITIALS),
        click.Option(["--watermark"], default="", callback=word, metavar="TEXT", help=_WATERMARK),
        report_option(),
        click.Option(["--quiet"], is_flag=True, help="Say nothing when all went well."),
        click.Option(["--json", "as_data"], is_flag=True, help="Answer as JSON."),
    ]


_LAYOUT = f"One of {', '.join(LAYOUTS)}. [default: as the patient needs]"
_CLINIC = "Whose letterhead it bears. [default: the programme's, or the only one]"
_DATE = "The date to put into the file; none if not asked for."
_INITIALS = "A line on which both sign that all was shown."
_WATERMARK = "A word across each page, such as COPY."


# The headings under which `--help` tells them.
HOW = ("--layout", "--paper", "--theme", "--person", "--initials-line", "--watermark")
WHERE = ("--library", "--out", "--date", "--quiet", "--json")


class Handing(NamedTuple):
    """What was said of a handout with `handing_options`, settings aside."""

    layout: str | None
    clinic: str | None
    by: str
    on: str | None
    date: int | None
    initials: bool
    watermark: str

    @staticmethod
    def of(flags: Mapping[str, object]) -> Handing:
        """What was typed."""
        return Handing(**{name: flags[name] for name in Handing._fields})  # type: ignore[arg-type]  # click has seen to that

    def occasion(self, on: dt.date, before: Programme | None = None) -> Occasion:
        """The day, who hands it out, and what is laid over each page."""
        return Occasion(on, self.by, before, self.watermark, self.initials)


def in_its_country(choices: Choices, clinic: Clinic | None) -> Choices:
    """The choices with the country of the clinic, where nobody chose another."""
    if choices.country or clinic is None or not clinic.country:
        return choices
    return replace(choices, country=str(clinic.country))


def clinic_of(name: str | None, programme: Programme, library: Library) -> Clinic | None:
    """The clinic that was named, here or in the programme; else the only one that there is."""
    wanted = name or programme.clinic
    if wanted is None:
        return next(iter(library.clinics.values())) if len(library.clinics) == 1 else None
    if wanted not in library.clinics:
        raise UsageError([unknown("clinic", wanted, library.clinics)])
    return library.clinics[wanted]


def margin_doubts(shop: Workshop, programme: Programme, layout: str) -> list[Problem]:
    """That the printer leaves more of the paper blank than handouts do. Raises a margin that leaves nothing."""
    margin, paper = shop.choices.printing.margin, shop.paper(publication_of(programme, layout, shop.choices.paper))
    if layout in OF_CARDS or margin <= MARGIN:  # cards have margins of their own, and say so
        return []
    hint = f"`surefoot build --explain` says where it comes from. Handouts leave {MARGIN:g} mm blank on each side."
    if 2 * margin >= min(paper.width, paper.height):
        sentence = f"a margin of {margin:g} mm on each side leaves nothing of {paper.name}."
        raise UsageError([Problem("margins-too-wide", sentence, hint)])
    sentence = f"the printer is said to leave {margin:g} mm blank; what stands nearer to the edge will be cut off."
    return [Problem("margins-too-wide", sentence, hint, level=Level.WARNING)]
