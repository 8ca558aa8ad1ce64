"""`surefoot handout`: a programme, with somebody's letterhead, for one person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layouts.stamps import MOST
from publisher.cli import build
from publisher.cli.completing import complete_programmes
from publisher.cli.days import day, start_of_day, today
from publisher.cli.ink_report import ink_used, report_option
from publisher.cli.options import gather, setting_options
from publisher.cli.patients import ask
from publisher.cli.programmes import named
from publisher.cli.shop import Shop, shop_options
from publisher.contradictions import contradictions
from publisher.handouts import LAYOUTS, Occasion, handout, layout_for, told_of
from publisher.library.overlays import read_library
from publisher.library.patients import read_patient
from publisher.model.printing import Ink
from publisher.problems import Problem, UsageError
from publisher.visit_notes import visit_note
from publisher.workshop import Workshop, the_typeface, unknown

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.patient import Patient
    from publisher.model.programme import Programme
    from publisher.workshop import Choices, Product

EXAMPLES = """\b
Examples:
  surefoot handout downhill-back-start
  surefoot handout downhill-back-start --ask
  surefoot handout my-programme.yaml --patient patient.yaml --library my-clinic
  surefoot handout week-3.yaml --before week-1.yaml      what has changed is told
"""
_SETTINGS = ("library", "out", "paper", "theme", "ink", "person", "language", "country", "printer")


def word(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """A word or a few, in letters that the font has."""
    text = " ".join(value.split())
    if len(text) > MOST or the_typeface().missing(text) is not None:
        raise click.BadParameter(f"a watermark has at most {MOST} signs, all of them in our font.")
    return text


@click.command(params=[*setting_options(*_SETTINGS), report_option(), *shop_options()], epilog=EXAMPLES)
@click.argument("programme", metavar="PROGRAMME|FILE", shell_complete=complete_programmes)
@click.option("--layout", type=click.Choice(tuple(LAYOUTS)), help="How it is laid out. [default: as the patient needs]")
@click.option("--clinic", metavar="NAME", help="Whose letterhead it bears. [default: the programme's, or the only one]")
@click.option("--patient", type=click.Path(path_type=Path), metavar="FILE", help="A file that says whom it is for.")
@click.option("--ask", "asked", is_flag=True, help="Ask here whom it is for; nothing of it is kept.")
@click.option("--by", default="", metavar="NAME", help="Who hands it out. [default: as the clinic says]")
@click.option("--on", "on", callback=day, metavar="DAY", help="The day that is printed. [default: today]")
@click.option("--before", metavar="PROGRAMME|FILE", help="What went before: a box tells what has changed.")
@click.option(
    "--date", callback=start_of_day, metavar="DAY", help="The date to put into the file; none if not asked for."
)
@click.option("--initials-line", "initials", is_flag=True, help="A line on which both sign that all was shown.")
@click.option("--watermark", default="", callback=word, metavar="TEXT", help="A word across each page, such as COPY.")
@click.option("--text", "as_text", is_flag=True, help="Say it as plain text for your records; write nothing.")
@click.option("--quiet", is_flag=True, help="Say nothing when all went well.")
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(
    voice: Voice,
    /,
    programme: str,
    *,
    layout: str | None,
    clinic: str | None,
    patient: Path | None,
    asked: bool,
    by: str,
    on: str | None,
    before: str | None,
    date: int | None,
    initials: bool,
    watermark: str,
    as_text: bool,
    quiet: bool,
    as_data: bool,
    report: bool,
    press: bool,
    profile: Path | None,
    **flags: object,
) -> None:
    """Print a programme for one person, with your letterhead, or with lines to write on by hand.

    A programme says which cards, how much of each, and when. Whom it is for stands in a file of its own, or is asked
    for here: it goes onto the page, and nowhere else. Without it there is a line for the name.
    """
    voice.quiet, voice.json, voice.closing = quiet, as_data, build.NOTHING_WRITTEN
    chosen, printer = gather(flags)
    for_shop = Shop(press, profile)
    for_shop.refuse_with(report=report, text=as_text)
    person = _person(patient, asked=asked)
    language = (person.language if person else None) or chosen.text("language") or "en"
    library = read_library(chosen.folders(), language=language)
    own = named(programme, library)
    who = clinic_of(clinic, own, library)
    choices = in_its_country(build.in_ink(build.choices_for(chosen, printer, date=date), chosen), who)
    choices = for_shop.choices(choices)
    went_before = named(before, library) if before else None
    occasion = Occasion(dt.date.fromisoformat(today(on)), by, went_before, watermark, initials)
    shop = Workshop.open(library, choices)
    if as_text:
        voice.notes(contradictions(own, library.cards))
        voice.line(visit_note(shop.words, told_of(shop, own, who, person, occasion)).rstrip("\n"))
        return

    def printed(ink: Ink) -> list[Product]:
        inked = shop._replace(choices=replace(choices, ink=ink))
        return [handout(inked, own, who, person, occasion, LAYOUTS[layout or layout_for(person)])]

    products = printed(choices.ink)
    used = ink_used(products, choices.ink, partial(printed, Ink.COLOUR)) if report else {}
    build.write(voice, products, Path(chosen.text("out") or "out"), used=used)


def _person(file: Path | None, *, asked: bool) -> Patient | None:
    """Whom it is for: from a file, or asked for, or nobody yet."""
    if file is not None and asked:
        sentence, hint = "`--patient` and `--ask` both say whom it is for.", "Give one of them."
        raise UsageError([Problem("command-line", sentence, hint)])
    if file is not None:
        return read_patient(file)
    return ask() if asked else None


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
