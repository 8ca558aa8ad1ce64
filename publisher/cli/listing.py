"""`surefoot list`: what there is, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.cli.options import gather, setting_options
from publisher.decks import cards_of
from publisher.library.overlays import read_library
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.plan_words import length_said
from publisher.plans import schedule
from publisher.programme_words import days_a_week
from publisher.programmes import exercises_of, fullest_day
from publisher.rules import LISTED
from publisher.sessions import minutes_of
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.cli.telling import JSON
    from publisher.cli.voice import Voice
    from publisher.model.figure import Figure
    from publisher.model.library import Library
    from publisher.model.programme import Programme
    from publisher.model.publication import Publication
    from publisher.model.stock import Stock

EXAMPLES = """\b
Examples:
  surefoot list
  surefoot list cards
  surefoot list stocks --json
"""
Row = dict[str, "JSON"]


class Shown(NamedTuple):
    """One sort of thing: its rows, and the columns a person sees."""

    rows: Callable[[Library], list[Row]]
    columns: tuple[str, ...]


def _cards(library: Library) -> list[Row]:
    words = Words(library.words)
    return [
        {
            "id": str(card.id),
            "number": words.number_of(card),
            "title": str(card.title),
            "kind": card.kind.value,
            "group": card.group.value,
            "level": card.level,
            "reviewed": card.review.holds,
        }
        for card in library.cards.values()
    ]


def _exercises(library: Library) -> list[Row]:
    """The cards that a programme can name: those that are done, with how much of each."""
    words = Words(library.words)
    return [
        {
            "id": str(card.id),
            "number": words.number_of(card),
            "title": str(card.title),
            "kind": card.kind.value,
            "dose": words.dose_line(card.body.dose),
        }
        for card in library.cards.values()
        if isinstance(card.body, Movement)
    ]


def _publications(library: Library) -> list[Row]:
    return [
        {
            "id": str(publication.id),
            "title": str(publication.title),
            "layout": str(publication.layout),
            "cards": _which(publication),
            **_minutes(publication, library),
            "default": publication.default,
            "built": "by default" if publication.default else "when named",
        }
        for publication in library.publications.values()
    ]


def _minutes(publication: Publication, library: Library) -> Row:
    """How long a session takes; nothing of what is no session."""
    minutes = minutes_of(cards_of(publication, library.cards)) if publication.session else None
    return {"minutes": minutes, "time": f"{minutes} min" if minutes is not None else ""}


def _plans(library: Library) -> list[Row]:
    found = {name: schedule(plan, library.publications, library.cards) for name, plan in library.plans.items()}
    return [
        {
            "id": str(name),
            "title": str(each.plan.title),
            "weeks": each.plan.weeks,
            "minutes_a_week": [week.minutes for week in each.weeks],
            "reviewed": each.plan.review.reviewed_by is not None,
            "length": length_said(Words(library.words), [week.minutes for week in each.weeks]),
        }
        for name, each in found.items()
    ]


def _which(publication: Publication) -> str:
    return f"{len(publication.cards)} named" if publication.cards else "selected"


def _stocks(library: Library) -> list[Row]:
    return [
        {
            "id": str(stock.id),
            "name": str(stock.name),
            "width": stock.width,
            "height": stock.height,
            "size": f"{stock.width:g} × {stock.height:g} mm",
            "sheet": _sheet(stock),
            "verified_by_print": stock.verified_by_print,
        }
        for stock in library.stocks.values()
    ]


def _sheet(stock: Stock) -> str:
    if stock.sheet is None:
        return ""
    return f"{stock.sheet.columns * stock.sheet.rows} on {stock.sheet.paper}"


def _papers(library: Library) -> list[Row]:
    return [
        {
            "id": str(paper.id),
            "name": str(paper.name),
            "width": paper.width,
            "height": paper.height,
            "size": f"{paper.width:g} × {paper.height:g} mm",
        }
        for paper in library.papers.values()
    ]


def _themes(library: Library) -> list[Row]:
    return [{"id": str(theme.id), "name": str(theme.name)} for theme in library.themes.values()]


def _programmes(library: Library) -> list[Row]:
    return [_programme(programme, library) for programme in library.programmes.values()]


def _programme(programme: Programme, library: Library) -> Row:
    words, exercises = Words(library.words), exercises_of(programme, library.cards)
    day, days = fullest_day(exercises), days_a_week(exercises)
    minutes = day.times * day.minutes
    return {
        "id": str(programme.id),
        "title": str(programme.title),
        "purpose": str(programme.purpose),
        "cards": [str(each.card) for each in programme.exercises],
        "holds": words.counted(Range(len(exercises), len(exercises)), "cards"),
        "minutes": minutes,
        "time": f"{minutes} min",
        "days": words.counted(days, "days_a_week") if days else "",
    }


def _clinics(library: Library) -> list[Row]:
    return [
        {"id": str(clinic.id), "name": str(clinic.name), "logo": str(clinic.logo or "")}
        for clinic in library.clinics.values()
    ]


def _sources(library: Library) -> list[Row]:
    return [
        {
            "id": str(key),
            "short": str(source.short),
            "authors": str(source.authors),
            "year": source.year,
            "title": str(source.title),
            "where": str(source.where),
        }
        for key, source in library.sources.items()
    ]


def _figures(library: Library) -> list[Row]:
    return [
        {"id": str(figure.id), "name": str(figure.name), "poses": [*map(str, figure.poses)], "of": _poses(figure)}
        for figure in library.figures.values()
    ]


def _poses(figure: Figure) -> str:
    return ", ".join(figure.poses)


def _people(library: Library) -> list[Row]:
    return [{"id": str(person.id), "describes": str(person.describes)} for person in library.people.values()]


def _rules(_: Library) -> list[Row]:
    """What `surefoot check` asks of cards, sessions and pages."""
    return [
        {"id": rule.name, "level": rule.level.value, "advice": rule.advice, "source": rule.source} for rule in LISTED
    ]


THINGS = {
    "cards": Shown(_cards, ("number", "id", "title", "kind")),
    "exercises": Shown(_exercises, ("number", "id", "title", "dose")),
    "publications": Shown(_publications, ("id", "title", "cards", "time", "built")),
    "plans": Shown(_plans, ("id", "title", "length")),
    "programmes": Shown(_programmes, ("id", "title", "holds", "time", "days")),
    "stocks": Shown(_stocks, ("id", "name", "size", "sheet")),
    "papers": Shown(_papers, ("id", "name", "size")),
    "themes": Shown(_themes, ("id", "name")),
    "clinics": Shown(_clinics, ("id", "name", "logo")),
    "sources": Shown(_sources, ("id", "short", "title")),
    "figures": Shown(_figures, ("id", "name", "of")),
    "people": Shown(_people, ("id", "describes")),
    "rules": Shown(_rules, ("id", "level", "advice", "source")),
}


@click.command(params=setting_options("library", "language"), epilog=EXAMPLES)
@click.argument("thing", required=False, type=click.Choice(tuple(THINGS)), metavar="[" + "|".join(THINGS) + "]")
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(voice: Voice, /, thing: str | None, *, as_data: bool, **flags: object) -> None:
    """List what there is: cards, exercises, publications, plans, programmes, stocks, papers, themes, clinics, rules."""
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    wanted = [thing] if thing else list(THINGS)
    found = {name: THINGS[name].rows(library) for name in wanted}
    if as_data:
        voice.answer(found[thing] if thing else found)
        return
    for name, rows in found.items():
        if not thing:
            voice.line(f"{'' if name == wanted[0] else chr(10)}{name.capitalize()} ({len(rows)})")
        for line in _table(rows, THINGS[name].columns):
            voice.line(line if thing else f"  {line}")


def _table(rows: list[Row], columns: tuple[str, ...]) -> list[str]:
    cells = [[str(row[column]) for column in columns] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(columns))] if cells else []
    return ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
