"""A clinic from single answers: each is held against the field it goes into, then all are written; and its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.clinic_shape import CLINIC, drawn, kind_of, of_clinics
from publisher.library.drafting import as_yaml
from publisher.library.picture_files import MOST_BYTES
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.library.shelves import bytes_given, shown
from publisher.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from publisher.library.drafting import Value
    from publisher.model.clinic import Clinic

# Fields that are lists of lines.
OF_LINES = frozenset({"address", "opening_hours"})
_ORDER = tuple(field.name for field in CLINIC.fields)
_HEAD = """\
# Who hands things out: this stands on each handout. `surefoot check` says what cannot be read on paper.
# The emergency number on each page is that of `country`: GB prints 999, US 911, DE 112.
"""
_MORE = """\
# More that can be said; take away the sign in front. The last puts the name of the person on each page.
# out_of_hours: When we are closed, call your doctor’s out-of-hours line.
# footer: Ask us for this sheet in large print.
# colours: {main: "#0B5F5C", second: "#8A4B08"}
# running_name: yes
"""


class Logo(NamedTuple):
    """The bytes of a logo that can be printed, and the ending that tells what it is: png, jpg or svg."""

    data: bytes
    ending: str


def read_logo(path: Path) -> Logo:
    """The logo in a file anywhere, by what is in it and not by its name. Raises what cannot be printed."""
    try:
        data = bytes_given(path, _NAME_ONE, MOST_BYTES)
    except InputError as error:
        raise type(error)(
            problem._replace(hint=_NAME_ONE) if problem.name == "not-a-file" else problem for problem in error.problems
        ) from None
    kind = kind_of(data)
    if not kind:
        sentence = "this is no picture in PNG, JPEG or SVG, whatever its name says."
        raise InputError([Problem("not-a-picture", sentence, _SAVE_IT, Place(shown(path)))])
    try:
        drawn(data, f"logo.{kind}")
    except InputError as error:
        where = Place(shown(path))
        told = (problem.place._replace(file=where.file) if problem.place else where for problem in error.problems)
        raise InputError(
            [problem._replace(place=place) for problem, place in zip(error.problems, told, strict=True)]
        ) from None
    return Logo(data, kind)


_NAME_ONE = "Name a picture in PNG, JPEG or SVG: --logo logo.png"
_SAVE_IT = "Open it in the program that it comes from and save it as one of these (not as PDF, AI, WEBP or HEIC)."


def clinic_of(answers: Mapping[str, str | Sequence[str]], countries: Collection[str]) -> Clinic:
    """The clinic that answers by field make. Raises what the reader says of them, without a place."""
    try:
        clinic = CLINIC.read(read_tree(as_yaml(_fields(answers)).encode(), "typed", "name: Hillside Clinic"))
    except (Refused, InputError) as refused:
        raise InputError(problem._replace(place=None) for problem in refused.problems) from None
    if problems := [*of_clinics({str(clinic.id): clinic}, countries)]:
        raise InputError(problem._replace(place=None) for problem in problems)
    return clinic


def written(answers: Mapping[str, str | Sequence[str]]) -> str:
    """The file of a clinic, with a word on what else can be said in it."""
    return f"{_HEAD}{as_yaml(_fields(answers))}{_MORE}"


def _fields(answers: Mapping[str, str | Sequence[str]]) -> dict[str, Value]:
    """What was answered, in the order of the table."""
    return {name: answer if isinstance(answer, str) else [*answer] for name in _ORDER if (answer := answers.get(name))}
