"""`surefoot build`: read, publish, write."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

from publisher import __version__, rules, settings
from publisher.build import cards_in, chosen_publications, publish
from publisher.cli import printers, unchanged
from publisher.cli.completing import complete_built
from publisher.cli.days import asked_date, start_of_day, today
from publisher.cli.ink_report import MEANING, ink_used, report_option
from publisher.cli.options import gather, setting_options
from publisher.cli.shop import Shop, shop_options
from publisher.cli.telling import JSON, as_json, shown_path
from publisher.cli.voice import Progress, Voice
from publisher.files import MANIFEST, Output, last_print, write_all, write_whole
from publisher.library.overlays import built_in, read_library
from publisher.model.printing import Ink
from publisher.model.publication import PHONE
from publisher.problems import InputError, Level, MachineError, Problem, UsageError
from publisher.reviews import due, unreviewed
from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import font_path
from publisher.workshop import Choices, Product

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.cli.ink_report import Used
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.settings import Settings
    from publisher.standing import Standing

NOTHING_WRITTEN = "; nothing was written."
NOTHING_CHANGED = "Nothing has changed since the last print."
NOTHING_BUILT = "Nothing is built by default; to see what can be: surefoot list publications"
EXAMPLES = """\b
Examples:
  surefoot build                                the default set, into out/
  surefoot build pocket-cards --paper letter    one publication, on US paper
  surefoot build pocket-cards --sides fold      for a printer that prints on one side
  surefoot build --library my-cards --country GB
  surefoot build phone                          the offline page, into out/phone/
  surefoot build pocket-cards --size avery-5371 --start-at 4
  surefoot build pocket-cards --press --profile PSOcoated_v3.icc    for a print shop

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


@click.command(params=[*setting_options(), report_option(), *shop_options()], epilog=EXAMPLES)
@click.argument("publications", nargs=-1, metavar="[PUBLICATION]...", shell_complete=complete_built)
@click.option(
    "--start-at", type=int, callback=first_slot, default=1, metavar="N", help="The first free slot of the first sheet."
)
@click.option("--skip", callback=slots, default="", metavar="N,N", help="Slots of the first sheet that are used up.")
@click.option("--changed", is_flag=True, help="Only cards that differ from the last print.")
@click.option(
    "--date", callback=start_of_day, metavar="DAY", help="The date to put into the files; none if not asked for."
)
@click.option("--release", is_flag=True, help="Stop at an error of `surefoot check`, or an overdue review.")
@click.option("--watch", is_flag=True, help="Build again on each save, until Ctrl-C.")
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
    release: bool,
    watch: bool,
    force: bool,  # noqa: ARG001  # heard before the command ran
    explain: bool,
    quiet: bool,
    as_data: bool,
    report: bool,
    press: bool,
    profile: Path | None,
    **flags: object,
) -> None:
    """Publish PDFs, ready to print: the default set, or the publications you name."""
    voice.quiet, voice.json, voice.closing = quiet, as_data, NOTHING_WRITTEN
    chosen, printer = gather(flags)
    if explain:
        _explain(voice, chosen)
        return
    shop = Shop(press, profile)
    shop.refuse_with(report=report, watch=watch)
    shop.refuse_site(publications)
    with_site = PHONE in publications
    if with_site:
        publications = _with_site(voice, publications, chosen, alone=watch or changed, release=release)
        if not publications:
            return
    asked = Asked(publications, start_at, skip, changed=changed, date=date, release=release, shop=shop)
    if watch:
        _watched(voice, flags, asked, report=report)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    folder = Path(chosen.text("out") or "out")
    choices, notes = asked.choices(chosen, printer), asked.notes(library)
    products = products_of(voice, library, asked, choices, folder)

    def in_colour() -> Sequence[Product]:
        return products_of(voice, library, asked, replace(choices, ink=Ink.COLOUR), folder)

    # Of cards that have changed only some may be printed, and others in colour.
    used = ink_used(products, choices.ink, None if changed else in_colour) if report else {}
    write(voice, products, folder, notes, used)
    if not products and not voice.json:
        voice.line(NOTHING_CHANGED if changed else NOTHING_BUILT)
    if not with_site and not report:  # what lies in its folder is not looked at
        _remember(voice, chosen, folder, products)


def _watched(voice: Voice, flags: Mapping[str, object], asked: Asked, *, report: bool) -> None:
    """Build again on each save, until Ctrl-C."""
    if report:
        sentence, hint = "`--report` and `--watch` do not go together.", "Leave one of them out."
        raise UsageError([Problem("command-line", sentence, hint)])
    from publisher.cli.rebuilding import build_on_each_save  # noqa: PLC0415  # few builds are watched

    build_on_each_save(voice, flags, asked)


def _with_site(
    voice: Voice, publications: tuple[str, ...], chosen: Settings, *, alone: bool, release: bool
) -> tuple[str, ...]:
    """Write the offline page, and give what is left to print."""
    others = tuple(name for name in publications if name != PHONE)
    if alone or (others and voice.json):
        sentence = f"`{PHONE}` is no page to print, so it is built on its own, and always whole."
        raise UsageError([Problem("built-alone", sentence, f"Type: surefoot build {PHONE}")])
    from publisher.cli.phone_site import FOLDER, write_site  # noqa: PLC0415  # few builds want it

    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    if release:
        voice.notes(_released(library, tuple(library.publications)))
    write_site(voice, library, choices_for(chosen), Path(chosen.text("out") or "out") / FOLDER)
    return others


class Asked(NamedTuple):
    """What was said for this run alone."""

    publications: tuple[str, ...]
    start_at: int
    skip: tuple[int, ...]
    changed: bool
    date: int | None
    release: bool
    shop: Shop = Shop(press=False, profile=None)

    def choices(self, chosen: Settings, profile: PrinterProfile | None) -> Choices:
        """The choices of the run, with the settings."""
        choices = choices_for(
            chosen, profile, start_at=self.start_at, skip=self.skip, date=self.date, changed=self.changed
        )
        return self.shop.choices(in_ink(choices, chosen))

    def notes(self, library: Library) -> tuple[Problem, ...]:
        """For a release, what is to be known of its reviews. Raises those that no longer hold, and broken rules."""
        return _released(library, self.publications) if self.release else ()


def _released(library: Library, publications: Sequence[str]) -> tuple[Problem, ...]:
    """What is to be known of the reviews of what is released. Raises those that no longer hold, and broken rules."""
    cards, chosen = cards_in(library, publications), chosen_publications(library, publications)
    plans = [library.plans[one.plan] for one in chosen if one.plan is not None]
    told = (*rules.broken(library, {card.id for card in cards}), *rules.broken_beside(library, chosen, plans))
    wrong = (*due(cards, today(None), Level.ERROR), *(problem for problem in told if problem.level is Level.ERROR))
    if wrong:
        raise InputError(wrong)
    return tuple(unreviewed(cards))


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
        date=asked_date() if date is None else date,
        changed=changed,
        people=chosen.names("person"),
    )


def in_ink(choices: Choices, chosen: Settings) -> Choices:
    """The choices with the ink that was chosen: only what is printed hears it, not what is looked at on a screen."""
    return replace(choices, ink=Ink(chosen.text("ink") or Ink.COLOUR.value))


def write(
    voice: Voice,
    products: Sequence[Product],
    folder: Path,
    notes: Sequence[Problem] = (),
    used: Mapping[str, Used] = MappingProxyType({}),
) -> None:
    """Write all products and say so, a line each; `notes` come before what the products have to say.

    `used` tells the ink of each by its name, if somebody asked.
    """
    printed = [product for product in products if product.pages]
    outputs = [Output(product.name, product.content, product.card_hashes) for product in printed]
    if outputs:
        write_all(folder, outputs, version=__version__)
    notes = [*notes, *(note for product in products for note in product.notes)]
    if voice.json:
        files: list[JSON] = [_entry(product, folder, used.get(product.name)) for product in printed]
        voice.answer({"files": files, "problems": as_json(notes)})
        return
    voice.notes(notes)
    names = {product.name: shown_path(str(folder / product.name)) for product in products}
    width = max(map(len, names.values()), default=0)
    for product in products:
        voice.line(f"{names[product.name]:<{width}}   {_measure(product)}")
        if product.name in used:
            voice.line(f"{'':<{width}}   {used[product.name].told()}")
    if used:
        voice.line(MEANING)


def products_of(
    voice: Voice,
    library: Library,
    asked: Asked,
    choices: Choices,
    folder: Path,
    standing: Standing | None = None,
) -> tuple[Product, ...]:
    """What was asked for, made and not yet written; a bar tells how far it has come."""
    progress = Progress(wanted=not voice.quiet and not voice.json)
    try:
        return publish(library, asked.publications, choices, last_print(folder), progress, standing)
    finally:
        progress.end()


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


def _entry(product: Product, folder: Path, used: Used | None) -> JSON:
    ink: dict[str, JSON] = {} if used is None else {"ink": used.as_data()}
    return {
        "name": product.name,
        "path": str(folder / product.name),
        "pages": product.pages,
        "sheets": product.sheets,
        "bytes": len(product.content),
        **ink,
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
