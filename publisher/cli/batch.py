"""`surefoot batch`: handouts for everybody on a list."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import hashlib
import os
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import click

from publisher import __version__
from publisher.batch.crew import Crew, cores
from publisher.batch.handing import Handouts, Order, Pages
from publisher.batch.journal import MERGED, REPORT, begun_on
from publisher.batch.making import one_by_one
from publisher.batch.merging import run_merged
from publisher.batch.report import not_printed, rows_in
from publisher.batch.running import Work, file_name, run
from publisher.cli import unchanged
from publisher.cli.build import choices_for, counted, in_ink
from publisher.cli.completing import complete_programmes
from publisher.cli.days import today
from publisher.cli.extras import need_pictures
from publisher.cli.handing import HOW, WHERE, Handing, clinic_of, handing_options, in_its_country, margin_doubts
from publisher.cli.ink_report import MEANING
from publisher.cli.ink_sample import ink_of_some
from publisher.cli.options import gather
from publisher.cli.passwords import COLUMN, asked_password, must_lock, note_of_locks
from publisher.cli.programmes import named
from publisher.cli.rows_told import as_rows, as_told, bad_rows, rows_without
from publisher.cli.sections import Sectioned
from publisher.cli.telling import JSON, as_json, shown_path
from publisher.cli.voice import Progress
from publisher.contradictions import of_columns
from publisher.dose_kinds import refuse_columns
from publisher.handouts import doubts, without_country
from publisher.library.overlays import built_in, read_library
from publisher.library.spelling import synonyms
from publisher.model.card import Movement
from publisher.pdf.locking import write_locked
from publisher.people.commas import ENCODINGS
from publisher.people.days import Order as DayOrder
from publisher.people.faults import Fault
from publisher.people.headings import Meaning
from publisher.people.listing import Listing, Survey, open_list, read_source
from publisher.people.persons import Terms
from publisher.problems import ExitCode, InputError, Level, Place, Problem, UsageError
from publisher.typesetting.document import Document
from publisher.words import Words
from publisher.workshop import Workshop, the_typeface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from publisher.batch.cluster import Cluster
    from publisher.batch.making import Done, Make
    from publisher.batch.merging import Lock as Locking
    from publisher.cli.ink_sample import Sample
    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.model.programme import Programme
    from publisher.pdf.merging import Merged
    from publisher.people.persons import Person
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot batch --list people.csv --programme downhill-back-start --out handouts
  surefoot batch --list people.xlsx --programme downhill-back-start --dates day-first --check
  surefoot batch --list people.csv --programme downhill-back-start --merge --duplex

The list needs a heading `Name`, or `First name` and `Last name`. It may have Date of birth, Reference, Needs,
Language, and parts of doses such as `plank.sets`. `surefoot batch --check` says what would
happen, row by row.
"""


class Listed(Sectioned):
    """Its options, by what they are for."""

    sections: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        {
            "Who, and what": ("--list", "--programme", "--dates", "--encoding", "--sheet", "--check", "--mended"),
            "Whose it is": ("--clinic", "--by", "--on", "--country", "--language"),
            "How it is laid out": HOW,
            "How it is printed": ("--merge", "--duplex", "--ink", "--printer", "--report"),
            "Where it goes": (*WHERE, "--encrypt", "--workers", "--cluster"),
        }
    )


def _no_press(_context: click.Context, _option: click.Parameter, value: bool) -> None:
    """A list goes to an office printer; who asks for a print shop is told where that is."""
    if value:
        raise click.UsageError("`--press` is for one handout: surefoot handout PROGRAMME --press --profile FILE")


@click.command(cls=Listed, params=handing_options(), epilog=EXAMPLES)
@click.option(
    "--list", "people", type=click.Path(path_type=Path), required=True, metavar="FILE", help="Who: a CSV or .xlsx file."
)
@click.option(
    "--programme",
    "name",
    required=True,
    metavar="PROGRAMME|FILE",
    shell_complete=complete_programmes,
    help="What everybody is asked to do.",
)
@click.option(
    "--dates",
    type=click.Choice([order.value for order in DayOrder]),
    help="How days of birth are written; 1980-04-03 is plain in any case.",
)
@click.option("--encoding", type=click.Choice(list(ENCODINGS)), help="How a CSV file that is not UTF-8 is written.")
@click.option("--sheet", type=click.IntRange(1, 1000), metavar="N", help="Which sheet of a workbook, from the left.")
@click.option("--merge", is_flag=True, help="All in one file, with a bookmark for each person.")
@click.option("--duplex", is_flag=True, help="With --merge: each person begins on a front.")
@click.option("--check", is_flag=True, help="Say what would happen, row by row; write nothing.")
@click.option(
    "--encrypt",
    metavar="HOW",
    help="Lock each file with a password: `column` of the list, `prompt`, or a FILE whose first line it is.",
)
@click.option("--press", is_flag=True, hidden=True, expose_value=False, callback=_no_press)
@click.option("--mended", is_flag=True, help="Make the rows alone that report.csv in the folder says were not printed.")
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Processes. [default: one for each core]")
@click.option("--cluster", metavar="ADDRESS", help="Make them on a Dask cluster, such as tls://10.0.0.5:8786.")
@click.pass_obj
def command(
    voice: Voice,
    /,
    people: Path,
    name: str,
    *,
    dates: str | None,
    encoding: str | None,
    sheet: int | None,
    check: bool,
    workers: int | None,
    report: bool,
    quiet: bool,
    as_data: bool,
    **flags: object,
) -> int:
    """Make handouts for everybody on a list: a file each, named by row, or one file for all.

    A bad row stops no other: report.csv tells it by number and code. A run that was ended goes on where it was when
    the same command is typed again. Nothing of a patient is in a message, a file name or the report.
    """
    voice.quiet, voice.json = quiet, as_data
    gc.enable()  # off for short runs; what a thousand handouts leave behind has to go
    asked, handing = Asked.of(flags), Handing.of(flags)
    if report:
        need_pictures()
    if asked.encrypt:
        must_lock()
    chosen, profile = gather(flags)
    folder = Path(chosen.text("out") or "out")
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    programme = named(name, library)
    on = dt.date.fromisoformat(handing.on or begun_on(folder) or today(None))
    terms = _terms(library, DayOrder(dates) if dates else None, password=asked.encrypt == COLUMN)
    source = read_source(people, encoding, sheet)
    found = open_list(source, Words(library.words), [str(each.card) for each in programme.exercises], terms)
    survey = found.survey()
    survey = survey._replace(notes=(*survey.notes, *_doubts(programme, library, found, on)))
    order = _order(chosen, profile, _libraries(chosen, library, survey), programme, handing, on)
    shop = Workshop.open(library, order.choices)
    doubts = [*without_country(shop.words, order.clinic), *margin_doubts(shop, programme, order.layout_of(None))]
    password = asked_password(asked.encrypt) if asked.encrypt else ""
    voice.notes([*survey.notes, *_no_letterhead(order), *doubts])
    needs = found.headings.of(Meaning.NEEDS)
    without = order.unmet(found.persons(survey), needs.heading) if needs else ()
    without += (
        order.contradicted(found.persons(survey)) if any(column.card for column in found.headings.columns) else ()
    )
    lock = None if asked.encrypt is None else Lock(password)
    batch = Batch(voice, found, survey, order, folder, workers or cores(), lock, asked.cluster, without=without)
    if asked.mended:
        batch = batch.of_mended()
    if lock is not None:
        voice.notes([note_of_locks()])
    if report:
        batch = batch._replace(ink=partial(ink_of_some, found, survey, order))
    return (
        batch.check()
        if check
        else batch.merge(asked)
        if asked.merge
        else batch.files(_about(order, chosen, source.data + batch.which, password))
    )


class Asked(NamedTuple):
    """What was said for this run alone."""

    merge: bool
    duplex: bool
    mended: bool
    encrypt: str | None
    cluster: str | None

    @staticmethod
    def of(flags: dict[str, object]) -> Asked:
        """What was typed. Raises what does not go together."""
        asked = Asked(**{name: flags[name] for name in Asked._fields})  # type: ignore[arg-type]  # click has seen to that
        if asked.duplex and not asked.merge:
            raise click.UsageError("`--duplex` goes with `--merge`; files of one person begin on a front anyway.")
        if asked.merge and asked.mended:
            raise click.UsageError("`--mended` adds files of one person; one file for all is made anew, without it.")
        if asked.merge and asked.encrypt == COLUMN:
            raise click.UsageError("one file for all has one password: `--encrypt prompt`, or a file that holds it.")
        return asked


class Lock(NamedTuple):
    """That files are locked; `password` is the one for all, if there is one."""

    password: str

    def __repr__(self) -> str:
        """Nothing."""
        return "Lock(…)"


class Batch(NamedTuple):
    """A list, its survey, and what everybody on it is given."""

    voice: Voice
    listing: Listing
    survey: Survey
    order: Order
    folder: Path
    workers: int
    lock: Lock | None = None
    cluster: str | None = None
    ink: Callable[[], Sample | None] | None = None
    without: tuple[Fault, ...] = ()
    only: frozenset[int] | None = None
    before: tuple[Fault, ...] = ()

    def of_mended(self) -> Batch:
        """The same for the rows alone that an earlier run did not print. Raises where nothing tells which these are."""
        before = rows_in(self.folder / REPORT)
        only = not_printed(before)
        if not only:
            raise UsageError([_nothing_to_mend(self.folder)])
        kept = tuple(fault for fault in before if fault.row not in only)
        without = tuple(fault for fault in self.without if fault.row in only)
        return self._replace(only=only, before=kept, without=without)

    @property
    def which(self) -> bytes:
        """Which rows are asked for; nothing where all are."""
        return b"" if self.only is None else repr(sorted(self.only)).encode()

    def _survey(self) -> Survey:
        """What is wrong with the rows that are asked for, and how many of them are good."""
        if self.only is None:
            return self.survey
        faults = tuple(fault for fault in self.survey.faults if fault.row in self.only)
        return self.survey._replace(people=sum(1 for _ in self._persons()), faults=faults)

    def _persons(self) -> Iterator[Person]:
        only = self.only
        return (each for each in self.listing.persons(self.survey) if only is None or each.row in only)

    @property
    def handouts(self) -> Handouts:
        """What makes a file of one person."""
        return Handouts(self.order, self.lock is not None, self.lock.password if self.lock else "")

    def files(self, about: bytes) -> int:
        """A file each."""
        with self._work(self.handouts) as work:
            day, beside = self.order.occasion.on.isoformat(), self.only is not None
            outcome = run(self.folder, about, work, day, beside=beside)
        made, kept = outcome.made, outcome.kept
        said = counted(made, "file") + (f"; {kept} {'was' if kept == 1 else 'were'} there from before" if kept else "")
        line = f"{shown_path(str(self.folder))}   {said}" if made + kept else ""
        return self._told(outcome.faults, line, made + kept, apart=True)

    def merge(self, asked: Asked) -> int:
        """One file for all."""
        clinic = self.order.clinic
        named = clinic is not None and clinic.running_name
        programme, words = self.order.programme, Words(self.order.libraries[self.order.language].words)
        head = Document(
            str(programme.title),
            words.language,
            (),
            (),
            str(programme.purpose),
            self.order.choices.date,
            "long" if asked.duplex else "",
        )
        with self._work(Pages(self.order, named=named, apart=self.cluster is not None)) as work:
            bundle = run_merged(self.folder, head, work, self._locking(), fronts=asked.duplex)
        made = bundle.merged.parts if bundle.merged else 0
        line = (
            f"{shown_path(str(self.folder / MERGED))}   {_measure(bundle.merged, bundle.size)}" if bundle.merged else ""
        )
        return self._told(bundle.faults, line, made)

    def _locking(self) -> Locking | None:
        lock = self.lock
        return None if lock is None else lambda content, target: write_locked(content, lock.password, target)

    def check(self) -> int:
        """Everything but writing: what would happen to each row."""
        good: list[int] = []
        with self._work(self.handouts) as work:
            faults = list(work.survey.faults)
            for each in work.crew(work.persons):
                faults += (Fault(each.row, code) for code in each.codes)
                good += [each.row] if each.content else []
                work.progress(len(good), work.survey.people)
        told = {row: file_name(row, self.survey.last_row) for row in good}
        for fault in self.without:
            if fault.row in told:
                told[fault.row] += f"   {as_told(fault)}"
        for fault in sorted(faults):
            told[fault.row] = as_told(fault)
        if not self.voice.json:
            for row in sorted(told):
                self.voice.line(f"row {row:>5}   {told[row]}")
        return self._told(tuple(faults), "", len(good), written=False)

    @contextlib.contextmanager
    def _work(self, make: Handouts) -> Iterator[Work]:
        progress = Progress(wanted=not self.voice.quiet and not self.voice.json)
        survey = self._survey()
        self.voice.notes([each for each in make.rehearse() if each not in self.survey.notes])
        try:
            with self._crew(make, survey.people) as crew:
                yield Work(self._persons(), survey, crew, progress, (*self.before, *self.without))
        finally:
            progress.end()

    @contextlib.contextmanager
    def _crew(self, make: Make, people: int) -> Iterator[Callable[[Iterable[Person]], Iterator[Done]]]:
        if self.cluster is not None:
            with _cluster(make, self.cluster) as crew:
                yield crew
            return
        if min(self.workers, people) <= 1:
            yield lambda persons: one_by_one(make, persons)
            return
        with Crew(make, min(self.workers, people)) as crew:
            yield crew

    def _told(self, faults: Sequence[Fault], line: str, made: int, *, written: bool = True, apart: bool = False) -> int:
        """Say how it ended; rows that were not printed are an exit code of their own."""
        bad = {fault.row for fault in faults}
        without = [fault for fault in self.without if fault.row not in bad]
        self.voice.notes(lacking := rows_without(without, self.listing.source.file))
        problems = bad_rows(faults, self.listing.source.file, self.folder if written else None, made, apart=apart)
        sample = self.ink() if self.ink else None
        if self.voice.json:
            notes = as_json([*self.survey.notes, *lacking, *problems])
            ink: dict[str, JSON] = {"ink": sample.as_data()} if sample else {}
            rows: dict[str, JSON] = {"rows": as_rows(faults), **({"without": as_rows(without)} if without else {})}
            self.voice.answer({"folder": str(self.folder), "made": made, **rows, **ink, "problems": notes})
        else:
            if line:
                self.voice.line(line)
            if sample:
                self.voice.line(f"{sample.told()}\n{MEANING}")
            if problems:
                self.voice.problems(problems)
        return ExitCode.INPUT if faults else ExitCode.DONE


def _nothing_to_mend(folder: Path) -> Problem:
    sentence = f"no {REPORT} in this folder names rows that were not printed."
    hint = "`--mended` goes with the folder of a run that told bad rows: --out handouts. For all rows, leave it out."
    return Problem("nothing-to-mend", sentence, hint, Place(str(folder)))


def _cluster(make: Make, address: str) -> Cluster:
    if find_spec("distributed") is None:
        hint = "Type: pip install 'surefoot[cluster]' (in a copy of the project: pip install '.[cluster]')"
        raise UsageError([Problem("cannot-cluster", "a cluster needs one more package, which is missing.", hint)])
    from publisher.batch.cluster import Cluster  # noqa: PLC0415  # it takes half a second to import

    return Cluster(make, address)


def _measure(merged: Merged, size: int) -> str:
    blanks = f", {merged.blanks} of them empty backs" if merged.blanks else ""
    people = "1 person" if merged.parts == 1 else f"{merged.parts} people"
    return f"{people}, {counted(merged.pages, 'page')}{blanks}, {max(1, round(size / 1000))} kB"


def _no_letterhead(order: Order) -> list[Problem]:
    """That nobody's letterhead is on what may be a thousand pages; told once."""
    if order.clinic is not None:
        return []
    several = order.libraries[order.language].clinics
    if several:
        sentence = "these handouts bear no letterhead: there is more than one clinic, and none was named."
        hint = f"Name it: --clinic {next(iter(several))}"
    else:
        sentence = "these handouts bear no letterhead: no clinic is in the libraries that are read."
        hint = "Say where yours lies: --library my-clinic. To begin one: surefoot new clinic ours --library my-clinic"
    return [Problem("no-letterhead", sentence, hint, level=Level.WARNING)]


def _doubts(programme: Programme, library: Library, listing: Listing, on: dt.date) -> Iterator[Problem]:
    """What would be said beside the doses of the programme, and beside those of the list."""
    columns = [(column.card, column.field) for column in listing.headings.columns if column.card]
    given = {str(each.card): (each.dose, library.cards[each.card].body) for each in programme.exercises}
    timed = {card: (part, body.dose) for card, (part, body) in given.items() if isinstance(body, Movement)}
    refuse_columns(listing.source.file, columns, timed)
    yield from doubts(Words(library.words), programme, library, on)
    yield from of_columns(programme, library.cards, columns)


def _terms(library: Library, order: DayOrder | None, *, password: bool) -> Terms:
    typeface = the_typeface()
    needs = synonyms(Words(library.words), "needs")
    return Terms(
        order, dt.date.fromisoformat(today(None)), needs, lambda text: typeface.missing(text) is None, password=password
    )


def _libraries(chosen: Settings, library: Library, survey: Survey) -> dict[str, Library]:
    """The library with the words of each language that somebody asks for, where there are any."""
    language = chosen.text("language") or "en"
    libraries = {language: library}
    for other in sorted(survey.languages - {language}):
        try:
            libraries[other] = read_library(chosen.folders(), language=other)
        except InputError as error:
            if {problem.name for problem in error.problems} != {"unknown-language"}:
                raise
    return libraries


def _order(
    chosen: Settings,
    profile: PrinterProfile | None,
    libraries: dict[str, Library],
    programme: Programme,
    handing: Handing,
    on: dt.date,
) -> Order:
    """What everybody is given."""
    language = next(iter(libraries))
    clinic = clinic_of(handing.clinic, programme, libraries[language])
    choices = in_its_country(in_ink(choices_for(chosen, profile, date=handing.date), chosen), clinic)
    return Order(libraries, language, choices, programme, clinic, handing.occasion(on), handing.layout)


def _about(order: Order, chosen: Settings, data: bytes, password: str) -> bytes:
    """A mark of all that the files hang on: the list, the programme, the choices, the library, this program.

    Of a password only what takes long to try (RFC 7914): the mark stands on the disk while the run goes on.
    """
    said = hashlib.sha256(data)
    if password:
        said.update(hashlib.scrypt(password.encode(), salt=said.digest(), n=1 << 14, r=8, p=1))
    what = (__version__, order.programme, order.clinic, order.choices, order.occasion, order.layout)
    said.update(repr((*what, sorted(order.libraries), order.language)).encode())
    for root in (built_in(), *chosen.folders()):
        for top in ("cards", "assets"):
            for path in sorted(unchanged.tree(str(root / top))):
                if Path(path).is_file():
                    said.update(os.fsencode(path) + hashlib.sha256(Path(path).read_bytes()).digest())
    return said.digest()
