"""A programme in a file of its own, outside every library: read, and held against the cards that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library import references
from publisher.library.patients import is_a_patients
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.library.shelves import bytes_given, shown
from publisher.problems import InputError, Problem, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.model.library import Library
    from publisher.model.programme import Programme

_NO_PROGRAMME = Problem(
    "patient-as-programme",
    "the file in the place of a programme is a patient’s.",
    "Name the programme first, and whom it is for behind `--patient`: "
    "surefoot handout downhill-back-start --patient patient.yaml",
)
ENDINGS = (".yaml", ".yml")


def read_programme(path: Path, library: Library) -> Programme:
    """The programme in a file. Raises everything that is wrong with it."""
    data = bytes_given(path, "To start one: surefoot programme new my-programme")
    if is_a_patients(data):  # told before a line of it is shown, and without its name
        raise UsageError([_NO_PROGRAMME])
    try:
        programme = PROGRAMME.read(read_tree(data, shown(path), "id: my-programme"))
    except Refused as refused:
        raise InputError(refused.problems) from None
    cards = library.cards
    if problems := [*references.of_programmes([programme], cards, cards, library.clinics, library.sources)]:
        raise InputError(problems)
    return programme
