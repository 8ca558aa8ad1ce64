"""`surefoot build`: read, publish, write."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__, settings
from publisher.build import publish
from publisher.cli import printers, unchanged
from publisher.cli.completing import complete_publications
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import JSON, as_json, shown_path
from publisher.cli.voice import Progress, Voice
from publisher.files import MANIFEST, Output, last_print, write_all, write_whole
from publisher.library.overlays import built_in, read_library
from publisher.problems import MachineError, Problem, UsageError
from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import font_path
from publisher.workshop import Choices, Product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.settings import Settings

NOTHING_WRITTEN = "; nothing was written."
EXAMPLES = """\b
Examples:
  surefoot build                                the default set, into out/
  surefoot build pocket-cards --paper letter    one publication, on US paper
  surefoot build pocket-cards --sides fold      for a printer that prints on one side
  surefoot build --library my-cards --country GB
  surefoot build pocket-cards --size avery-5371 --start-at 4

Settings can also stand in surefoot.toml: paper = "letter"
"""


def slots(_context: click.Context, _option: click.Parameter, value: str) -> tuple[int, ...]:
    """Numbers with commas between, each once, in order."""
    parts = [part.strip() for part in value.split(",")] if value else []
    if not all(part.isascii() and part.isdigit() and int(part[:6]) for part in parts):
        raise click.BadParameter(f"{value!r} is not a row of slot numbers; write them with commas, such as 3,4.")
    return tuple(sorted({int(part[:6]) for part in parts}))


def first_slot(_context: click.Context, _option: click.Parameter, value: int) -> int:
    """A slot of the first sheet; they count from 1."""
    if value < 1:
        raise click.BadParameter(f"{value} is not a slot; slots count from 1.")
    return value


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """A day as YYYY-MM-DD, or `today`, as seconds since 1970 at its start, UTC."""
    if value is None:
        return None
    try:
        said = dt.datetime.now(tz=dt.UTC).date() if value == "today" else dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2026-03-01, or `today`.") from None
    return int(dt.datetime.combine(said, dt.time(), dt.UTC).timestamp())


@click.command(params=setting_options(), epilog=EXAMPLES)
@click.argument("publications", nargs=-1, metavar="[PUBLICATION]...", shell_complete=complete_publications)
@click.option(
    "--start-at", type=int, callback=first_slot, default=1, metavar="N", help="The first free slot of the first sheet."
)
@click.option("--skip", callback=slots, default="", metavar="N,N", help="Slots of the first sheet that are used up.")
@click.option("--changed", is_flag=True, help="Only cards that differ from the last print.")
@click.option("--date", callback=day, metavar="DAY", help="The date to put into the files; none if not asked for.")
@click.option("--force", is_flag=True, help="Build even where nothing has changed.")
@click.option("--explain", is_flag=True, help="Say where each setting comes from, and stop.")
@click.option("--quiet", is_flag=True, help="Say nothing when all went well.")
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(
    voice: Voice,
    /,
    publications: tuple[str, ...],
    *,
    start_at: int,
    skip: tuple[int, ...],
    changed: bool,
    date: int | None,
    force: bool,  # noqa: ARG001  # heard before the command ran
    explain: bool,
    quiet: bool,
    as_data: bool,
    **flags: object,
) -> None:
    """Publish PDFs, ready to print: the default set, or the publications you name."""
    voice.quiet, voice.json, voice.closing = quiet, as_data, NOTHING_WRITTEN
    chosen, profile = gather(flags)
    if explain:
        _explain(voice, chosen)
        return
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    choices = choices_for(chosen, profile, start_at=start_at, skip=skip, date=date, changed=changed)
    folder = Path(chosen.text("out") or "out")
    products = _publish(voice, library, publications, choices, folder)
    _remember(voice, chosen, folder, products)


def choices_for(
    chosen: Settings,
    profile: PrinterProfile | None = None,
    *,
    start_at: int = 1,
    skip: tuple[int, ...] = (),
    date: int | None = None,
    changed: bool = False,
) -> Choices:
    """What the build wants to know, from the settings and what was said for this run alone."""
    return Choices(
        paper=chosen.text("paper"),
        size=chosen.text("size"),
        theme=chosen.text("theme"),
        language=chosen.text("language") or "en",
        country=chosen.text("country") or "",
        printing=chosen.printing(start_at=start_at, skip=skip),
        profile=profile,
        date=_asked_date() if date is None else date,
        changed=changed,
        people=chosen.names("person"),
    )


def write(voice: Voice, products: Sequence[Product], folder: Path) -> None:
    """Write all products and say so, a line each."""
    printed = [product for product in products if product.pages]
    outputs = [Output(product.name, product.content, product.card_hashes) for product in printed]
    if outputs:
        write_all(folder, outputs, version=__version__)
    notes = [note for product in products for note in product.notes]
    if voice.json:
        files: list[JSON] = [_entry(product, folder) for product in printed]
        voice.answer({"files": files, "problems": as_json(notes)})
        return
    voice.notes(notes)
    names = {product.name: shown_path(str(folder / product.name)) for product in products}
    width = max(map(len, names.values()), default=0)
    for product in products:
        voice.line(f"{names[product.name]:<{width}}   {_measure(product)}")


def _publish(
    voice: Voice, library: Library, publications: Sequence[str], choices: Choices, folder: Path
) -> tuple[Product, ...]:
    progress = Progress(wanted=not voice.quiet and not voice.json)
    try:
        products = publish(library, publications, choices, last_print(folder), progress)
    finally:
        progress.end()
    write(voice, products, folder)
    if not products and not voice.json:
        changed = "Nothing has changed since the last print."
        voice.line(
            changed
            if choices.changed
            else "Nothing is built by default; to see what can be: surefoot list publications"
        )
    return products


def _remember(voice: Voice, chosen: Settings, folder: Path, products: Sequence[Product]) -> None:
    """Note what this run hung on, so that the next one can tell whether there is anything to do."""
    if not products or any(product.notes for product in products):
        return  # what a run had to say is said each time
    roots = [root / top for root in (built_in(), *chosen.folders()) for top in ("cards", "assets")]
    folders = (*roots, printers.user_folder(), *{Path(font_path(weight)).parent for weight in Weight})
    inputs = (settings.FILE, *(path for root in folders for path in unchanged.tree(str(root))))
    written = [str(folder / name) for name in (MANIFEST, *(product.name for product in products))]
    found = unchanged.note(voice.words, inputs, written, voice.begun)
    if found is not None:
        with contextlib.suppress(MachineError):  # the files are there; only the next run takes longer
            write_whole(folder / unchanged.NOTE, found)


def _measure(product: Product) -> str:
    if not product.pages:
        return "nothing has changed; not written"
    sheets = f", {counted(product.sheets, 'sheet')}" if product.sheets else ""
    return f"{counted(product.pages, 'page')}{sheets}, {max(1, round(len(product.content) / 1000))} kB"


def counted(number: int, thing: str) -> str:
    """Such as "1 page" or "2 pages"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _entry(product: Product, folder: Path) -> JSON:
    return {
        "name": product.name,
        "path": str(folder / product.name),
        "pages": product.pages,
        "sheets": product.sheets,
        "bytes": len(product.content),
    }


def _explain(voice: Voice, chosen: Settings) -> None:
    if voice.json:
        found: dict[str, JSON] = {
            name: {"value": settings.told(entry.value), "from": entry.origin} for name, entry in chosen.entries.items()
        }
        voice.answer(found)
        return
    rows = [(name, settings.told(entry.value), entry.origin) for name, entry in chosen.entries.items()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        voice.line(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")


def _asked_date() -> int | None:
    """The date of a reproducible build (reproducible-builds.org/specs/source-date-epoch), if there is one."""
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 11):
        sentence = f"SOURCE_DATE_EPOCH is `{asked}`; it should be a number of seconds since 1970."
        hint = "Set it so: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct). Or take it away: unset SOURCE_DATE_EPOCH"
        raise UsageError([Problem("not-an-epoch", sentence, hint)])
    return int(asked)
