"""`surefoot new clinic`: whose name and logo stand on handouts, from flags or answers, or an example to change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.cli.new_files import laid_over, library_of, modeline, taken, target, write
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import safe, shown_path
from publisher.files import write_whole
from publisher.library.clinic_writing import OF_LINES, clinic_of, read_logo, written
from publisher.library.overlays import built_in, read_library
from publisher.library.spelling import country_code
from publisher.problems import InputError, Level, Place, Problem, UsageError
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.cli.voice import Voice
    from publisher.library.clinic_writing import Logo

EXAMPLES = """\b
Examples:
  surefoot new clinic ours --library my-clinic             asks for everything
  surefoot new clinic ours --library my-clinic --logo logo.png --name "Our Clinic" \\
      --address "12 Mill Lane" --address "Hilltown HT4 2AB" --phone "01234 567 890" --country "United Kingdom"
"""
_EXAMPLE = "hillside"
_ENDINGS = ("svg", "png", "jpg")
# The line that is read aloud in place of a logo.
_ALT = "{name}, logo"
_ANOTHER = """\
Another one? Write it into `assets/words/en.yaml` of your library first, with the numbers that hold there:
   countries:
     PL: {name: Poland, emergency: "112", hospital: hospital, doctor: a doctor}"""
# What there must be, and how to say it. Without a country each page would bear a number that may not work there.
_NEEDED = {
    "name": 'Add it as it is to be printed: --name "Hillside Physiotherapy"',
    "country": 'The emergency number on each page hangs on it. Add it: --country GB, or --country "United Kingdom"',
}
Answers = dict[str, "str | Sequence[str]"]


class Question(NamedTuple):
    """One question, and the flag that answers it. `field` is where the answer goes."""

    flag: str
    field: str
    asks: str
    metavar: str = "TEXT"

    @property
    def several(self) -> bool:
        """Whether it takes lines."""
        return self.field in OF_LINES


_LOGO = Question("logo", "logo", "The logo: a PNG, JPEG or SVG file, anywhere; it is copied", "FILE")
_COUNTRY = Question("country", "country", "The country, for the emergency number on each page, such as GB", "COUNTRY")
QUESTIONS = (
    _LOGO,
    Question("name", "name", "Its name, as it is printed"),
    Question("address", "address", "Its address; lines with semicolons between", "LINE"),
    Question("phone", "phone", "Its telephone number, as it is printed"),
    Question("email", "email", "Its mail address"),
    Question("web", "web", "Its page on the web"),
    Question("hours", "opening_hours", "When it is open; lines with semicolons between", "LINE"),
    _COUNTRY,
    Question("by", "by", "Who prepares handouts, such as: Kim Ito, physiotherapist"),
)


def _options() -> list[click.Parameter]:
    return [
        click.Option([f"--{each.flag}"], multiple=each.several, metavar=each.metavar, help=f"{each.asks}.")
        for each in QUESTIONS
    ]


@click.command(
    "clinic",
    params=[*_options(), *setting_options("library")],
    short_help="Write whose name and logo stand on handouts.",
    epilog=EXAMPLES,
)
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_clinic(voice: Voice, /, place: str, **flags: object) -> None:
    """Write the file of a clinic, whose name and logo stand on handouts, and copy its logo beside it.

    In a terminal you are asked, where no flag says anything of it. Elsewhere an example is written, to be changed. With
    flags, --name and --country are needed: the emergency number on each page is that of the country.
    """
    chosen, _ = gather({"library": flags["library"]})
    path = target(place, "clinic", chosen)
    for ending in _ENDINGS:
        if path.with_suffix(f".{ending}").exists():
            raise UsageError([taken(path.with_suffix(f".{ending}"), "is already there")])
    answers = _typed(flags)
    if not answers and not (sys.stdin.isatty() and sys.stderr.isatty()):
        _write_example(voice, path)
        voice.line(f"Put your own words and logo in their place, then type: surefoot check{laid_over(path, chosen)}")
        return
    # The library need not be there yet, or may hold no more than a logo; the countries are ours then.
    there = [folder for folder in chosen.folders() if any((folder / top).is_dir() for top in ("cards", "assets"))]
    countries = Words(read_library(there).words).country_names()
    answers = answers or _asked(countries)
    _write(voice, path, answers, countries)
    voice.line(f"For a first handout, type: surefoot handout downhill-back-start{laid_over(path, chosen)}")


def _typed(flags: dict[str, object]) -> Answers:
    """What stands on the command line, by field."""
    found: Answers = {}
    for each in QUESTIONS:
        said = flags[each.flag]
        if isinstance(said, tuple) and said:
            found[each.field] = [line for text in said for line in _lines(str(text))]
        elif isinstance(said, str) and said.strip():
            found[each.field] = said.strip()
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split(";") if line.strip()]


def _write(voice: Voice, path: Path, answers: Answers, countries: Mapping[str, str]) -> None:
    """The logo first, so that no file names one that is not there."""
    if lacking := [
        Problem("command-line", f"`--{name}` is missing.", hint)
        for name, hint in _NEEDED.items()
        if name not in answers
    ]:
        raise UsageError(lacking)
    fields: Answers = {**answers, "id": path.stem, "country": _code(str(answers["country"]), countries)}
    named = fields.pop("logo", None)
    logo = None if named is None else read_logo(_file(str(named)))
    if logo is not None:
        fields |= {"logo": _logo_file(path, logo).relative_to(library_of(path)).as_posix()}
        fields |= {"logo_alt": _ALT.format(name=fields["name"])}
    _must_print(clinic_of(fields, countries))
    if logo is not None:
        write_whole(_logo_file(path, logo), logo.data)
        voice.line(shown_path(str(_logo_file(path, logo))))
        voice.notes(_renamed(_file(str(named)), logo))
    write(voice, path, modeline(path, "clinic") + written(fields))


def _logo_file(path: Path, logo: Logo) -> Path:
    return path.with_suffix(f".{logo.ending}")


def _file(named: str) -> Path:
    """A file as it is typed, or dropped onto a terminal, which puts quotes around it."""
    return Path(named.strip().strip("'\"")).expanduser()


def _renamed(source: Path, logo: Logo) -> list[Problem]:
    """That the name of a file said another kind than it is."""
    ending = source.suffix.lower().replace(".jpeg", ".jpg")
    if ending == f".{logo.ending}":
        return []
    sentence = f"this is a picture of the kind {logo.ending.upper()}, whatever its name says."
    return [
        Problem("other-kind-of-picture", sentence, "Its copy has the right name.", Place(str(source)), level=Level.NOTE)
    ]


def _must_print(clinic: object) -> None:
    """Raises letters that the font lacks."""
    from publisher.typesetting.glyphs import missing_letters  # noqa: PLC0415  # fonts take their time
    from publisher.workshop import the_typeface  # noqa: PLC0415

    if found := [problem._replace(place=None) for problem in missing_letters(the_typeface(), (clinic,))]:
        raise InputError(found)


def _asked(countries: Mapping[str, str]) -> Answers:
    """All answers; what cannot be read is asked for again."""
    found: Answers = {}
    for each in QUESTIONS:
        while said := _prompt(each):
            answer = _lines(said) if each.several else said
            try:
                _look_at(each, answer, countries)
            except InputError as error:
                for problem in error.problems:
                    click.echo(f"   {safe(problem.sentence)} {safe(problem.hint)}", err=True)
            else:
                found[each.field] = answer
                break
    return found


def _code(said: str, countries: Mapping[str, str]) -> str:
    """The code of a country by its code or its name. Raises one whose emergency number nobody knows here."""
    code = country_code(said, countries)
    if code is None:
        known = ", ".join(f"{code} {name.removeprefix('the ')}" for code, name in countries.items())
        hint = f"There are {known}.\n{_ANOTHER}"
        raise InputError([Problem("unknown-country", f"there is no country `{said}` here.", hint)])
    return code


def _prompt(question: Question) -> str:
    """An answer, or nothing; a name and a country there must be."""
    needed = question.field in _NEEDED
    while True:
        told = question.asks if needed else f"{question.asks} (Enter for none)"
        said: object = click.prompt(told, default="", show_default=False, err=True)
        if str(said).strip() or not needed:
            return str(said).strip()


def _look_at(question: Question, answer: str | Sequence[str], countries: Mapping[str, str]) -> None:
    """Raises what is wrong with one answer."""
    if question is _LOGO:
        read_logo(_file(str(answer)))
    elif question is _COUNTRY:
        _code(str(answer), countries)
    else:
        _must_print(clinic_of({"id": "x", "name": "x", question.field: answer}, countries))


def _write_example(voice: Voice, path: Path) -> None:
    examples = built_in() / "assets" / "examples" / "clinic"
    text = (examples / f"{_EXAMPLE}.yaml").read_text(encoding="utf-8")
    named = text.replace(f"\nid: {_EXAMPLE}\n", f"\nid: {path.stem}\n")
    logo = path.with_suffix(".svg")
    inside = logo.relative_to(library_of(path)).as_posix()
    named = named.replace(f"logo: assets/clinics/{_EXAMPLE}.svg", f"logo: {inside}")
    write(voice, path, modeline(path, "clinic") + named)
    write(voice, logo, (examples / f"{_EXAMPLE}.svg").read_text(encoding="utf-8"))
