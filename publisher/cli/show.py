"""`surefoot show`: a card or a plan to read in a terminal, what is in a publication, or the figures of a stock."""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import reading_plan
from publisher.cli.completing import complete_shown
from publisher.cli.options import gather, setting_options
from publisher.cli.reading_card import Part, parts
from publisher.cli.reading_publication import Contents, contents
from publisher.cli.telling import ink_for, safe
from publisher.library.overlays import read_library
from publisher.plans import schedule
from publisher.problems import Problem, UsageError
from publisher.settings import closest
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.model.stock import Stock
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot show plank
  surefoot show starter
  surefoot show eight-weeks
  surefoot show poker
  surefoot show avery-5371 --out out      write a sheet of outlines to hold against the stock
"""
# Lines longer than this are tiring to read, however wide the terminal.
_WIDEST = 88
_LABEL = 18


@click.command(params=setting_options("library", "language", "country", "paper", "printer"), epilog=EXAMPLES)
@click.argument("name", metavar="CARD|PUBLICATION|PLAN|STOCK", shell_complete=complete_shown)
@click.option(
    "-o", "--out", type=click.Path(), metavar="DIR", help="Write the outline test sheet of a stock into this folder."
)
@click.pass_obj
def command(voice: Voice, /, name: str, *, out: str | None, **flags: object) -> None:
    """Show a card or a plan as text, what is in a publication, or what is known of a stock."""
    chosen, profile = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    words = Words(library.words, chosen.text("country") or "")
    if name in library.cards and out is None:
        _show_card(voice, library.cards[name], library, words)
    elif name in library.publications and out is None:
        _show_contents(voice, contents(library.publications[name], library, words))
    elif name in library.plans and out is None:
        _show_plan(voice, name, library, words)
    elif name in library.stocks:
        for line in _figures(library.stocks[name]):
            voice.line(line)
        if out is not None:
            _write_outlines(voice, library, name, chosen, profile, Path(out))
    else:
        raise UsageError([_unknown(name, library, outlines=out is not None)])


def _write_outlines(
    voice: Voice, library: Library, name: str, chosen: Settings, profile: PrinterProfile | None, folder: Path
) -> None:
    # Only here: what makes pages takes longer to import than a card takes to read.
    from publisher.cli.build import choices_for, write  # noqa: PLC0415
    from publisher.trial_prints import stock_sheet  # noqa: PLC0415

    write(voice, [stock_sheet(library, name, choices_for(chosen, profile))], folder)


def _show_card(voice: Voice, card: Card, library: Library, words: Words) -> None:
    voice.line(ink_for(sys.stdout).bold(f"{words.number_of(card)}  {safe(card.title)}"))
    _show_parts(voice, parts(card, library, words))


def _show_plan(voice: Voice, name: str, library: Library, words: Words) -> None:
    found = schedule(library.plans[name], library.publications, library.cards)
    voice.line(ink_for(sys.stdout).bold(safe(found.plan.title)))
    voice.line("")
    for line in reading_plan.table(found, words):
        voice.line(line)
    _show_parts(voice, reading_plan.parts(found, library, words))


def _show_parts(voice: Voice, shown: Iterable[Part]) -> None:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    ink = ink_for(sys.stdout)
    for part in shown:
        voice.line("")
        margin = " " * _LABEL if part.label else ""
        first, *rest = _wrapped(part, width - len(margin))
        voice.line(ink.bold(part.label.ljust(len(margin))) + first)
        for line in rest:
            voice.line(margin + line)


def _show_contents(voice: Voice, told: Contents) -> None:
    ink = ink_for(sys.stdout)
    voice.line(ink.bold(safe(told.title)))
    if told.subtitle:
        voice.line(safe(told.subtitle))
    voice.line("")
    widths = [max((len(row[column]) for row in told.rows), default=0) for column in (0, 1)]
    for number, title, minutes in told.rows:
        voice.line(f"{number:<{widths[0]}}  {safe(title):<{widths[1]}}  {minutes}".rstrip())
    voice.line("")
    voice.line(told.total)
    voice.line(safe(told.made))


def _wrapped(part: Part, width: int) -> list[str]:
    """Lines of at most this width; a numbered one hangs from its number."""
    lines = []
    for text in part.lines:
        lead = f"{text.lead} " if text.lead else ""
        room = max(20, width)
        lines += textwrap.wrap(safe(text.text), room, initial_indent=lead, subsequent_indent=" " * len(lead))
    return lines


def _figures(stock: Stock) -> list[str]:
    rows = [
        (str(stock.id), str(stock.name)),
        ("card", f"{stock.width:g} × {stock.height:g} mm"),
        ("text", f"{stock.body_min:g} to {stock.body_max:g} pt"),
        ("leaves out", ", ".join(stock.leaves_out).replace("_", " ") or "nothing"),
    ]
    if stock.sheet:
        sheet = stock.sheet
        rows += [
            ("sheet", f"{sheet.columns} × {sheet.rows} on {sheet.paper}"),
            ("first card", f"{sheet.left:g} mm from the left, {sheet.top:g} mm from the top"),
            ("steps", f"{sheet.pitch_x:g} mm across, {sheet.pitch_y:g} mm down"),
        ]
    if stock.also:
        rows.append(("same as", ", ".join(stock.also)))
    rows += [("source", str(stock.source)), ("printed", "yes, and measured" if stock.verified_by_print else "not yet")]
    width = max(len(label) for label, _ in rows)
    return [f"{label:<{width}}  {text}" for label, text in rows]


def _unknown(name: str, library: Library, *, outlines: bool) -> Problem:
    readable = (*library.cards, *library.publications, *library.plans)
    known = [*library.stocks] if outlines else [*readable, *library.stocks]
    near = closest(name, known)
    hint = f"Did you mean `{near}`? " if near else ""
    what, look = (
        ("a stock", "surefoot list stocks")
        if outlines
        else ("a card, a publication, a plan or a stock", "surefoot list")
    )
    return Problem("nothing-to-show", f"`{name}` is not {what}.", f"{hint}To see all: {look}")
