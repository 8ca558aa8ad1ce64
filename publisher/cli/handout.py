"""`surefoot handout`: a programme, with somebody's letterhead, for one person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import click

from publisher.cli import build
from publisher.cli.completing import complete_programmes
from publisher.cli.days import today
from publisher.cli.handing import HOW, WHERE, Handing, clinic_of, handing_options, in_its_country, margin_doubts
from publisher.cli.ink_report import ink_used
from publisher.cli.options import gather
from publisher.cli.patients import ask
from publisher.cli.programme_usual import kept_since
from publisher.cli.programmes import named
from publisher.cli.sections import Sectioned
from publisher.cli.shop import Shop, shop_options
from publisher.handouts import (
    LAYOUTS,
    Occasion,
    bound_handout,
    doubts,
    handout,
    layout_for,
    told_of,
    without_country,
)
from publisher.library.overlays import read_library
from publisher.library.patients import Customs, read_patient
from publisher.library.spelling import synonyms
from publisher.model.printing import Ink
from publisher.problems import Problem, UsageError
from publisher.visit_notes import visit_note
from publisher.words import Words
from publisher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.cli.voice import Voice
    from publisher.model.clinic import Clinic
    from publisher.model.programme import Programme
    from publisher.workshop import Product

EXAMPLES = """\b
Examples:
  surefoot handout downhill-back-start
  surefoot handout downhill-back-start --ask
  surefoot handout my-programme.yaml --patient patient.yaml --library my-clinic
  surefoot handout week-3.yaml --before week-1.yaml      what has changed is told
"""


class Handout(Sectioned):
    """Its options, by what they are for."""

    sections: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        {
            "Whom it is for": ("--patient", "--ask", "--before", "--text"),
            "Whose it is": ("--clinic", "--by", "--on", "--country", "--language"),
            "How it is laid out": HOW,
            "How it is printed": ("--ink", "--printer", "--report", "--press", "--profile"),
            "Where it goes": WHERE,
        }
    )


class Opened(NamedTuple):
    """All that is printed, but for the person."""

    shop: Workshop
    programme: Programme
    clinic: Clinic | None
    occasion: Occasion

    def try_on(self, layout: str) -> None:
        """Raises what cannot be printed, before anybody is asked for anything."""
        bound_handout(self.shop, self.programme, self.clinic, None, self.occasion, layout)


@click.command(cls=Handout, params=[*handing_options(), *shop_options()], epilog=EXAMPLES)
@click.argument("programme", metavar="PROGRAMME|FILE", shell_complete=complete_programmes)
@click.option("--patient", type=click.Path(path_type=Path), metavar="FILE", help="A file that says whom it is for.")
@click.option("--ask", "asked", is_flag=True, help="Ask here whom it is for; nothing of it is kept.")
@click.option("--before", metavar="PROGRAMME|FILE", help="What went before: a box tells what has changed.")
@click.option("--text", "as_text", is_flag=True, help="Say it as plain text for your records; write nothing.")
@click.pass_obj
def command(
    voice: Voice,
    /,
    programme: str,
    *,
    patient: Path | None,
    asked: bool,
    before: str | None,
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
    handing, on = Handing.of(flags), dt.date.fromisoformat(today(None))
    _one_of(patient, asked=asked)

    def opened(language: str) -> Opened:
        library = read_library(chosen.folders(), language=language)
        own = named(programme, library)
        who = clinic_of(handing.clinic, own, library)
        choices = in_its_country(build.in_ink(build.choices_for(chosen, printer, date=handing.date), chosen), who)
        went_before = named(before, library) if before else None
        occasion = handing.occasion(dt.date.fromisoformat(handing.on) if handing.on else on, went_before)
        return Opened(Workshop.open(library, for_shop.choices(choices)), own, who, occasion)

    language = chosen.text("language") or "en"
    found = opened(language)
    customs = Customs(synonyms(Words(found.shop.library.words), "needs"), on)
    if asked:
        found.try_on(LAYOUTS[handing.layout or layout_for(None)])
    person = read_patient(patient, customs) if patient is not None else ask(customs) if asked else None
    if person is not None and person.language not in {None, language}:
        found = opened(person.language or language)
    shop, own, who, occasion = found
    since = kept_since(occasion.before, shop.library, chosen.folders()) if occasion.before else []
    if as_text:
        voice.notes((*since, *without_country(shop.words, who), *doubts(shop.words, own, shop.library, occasion.on)))
        voice.line(visit_note(shop.words, told_of(shop, own, who, person, occasion)).rstrip("\n"))
        return

    def printed(ink: Ink) -> list[Product]:
        inked = shop._replace(choices=replace(shop.choices, ink=ink))
        return [handout(inked, own, who, person, occasion, LAYOUTS[handing.layout or layout_for(person)])]

    margins = [*since, *margin_doubts(shop, own, LAYOUTS[handing.layout or layout_for(person)])]
    ink = shop.choices.ink
    products = printed(ink)
    used = ink_used(products, ink, partial(printed, Ink.COLOUR)) if report else {}
    build.write(voice, products, Path(chosen.text("out") or "out"), margins, used)


def _one_of(patient: Path | None, *, asked: bool) -> None:
    """Raises two ways of saying whom it is for."""
    if patient is not None and asked:
        sentence, hint = "`--patient` and `--ask` both say whom it is for.", "Give one of them."
        raise UsageError([Problem("command-line", sentence, hint)])
