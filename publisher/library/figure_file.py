"""One figure file, wherever it lies: what `surefoot pose` draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.figure_shapes import FigureShape, meant_beyond, warnings
from publisher.library.laying import lay
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.library.shelves import bytes_given, read_shelf, shown
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publisher.model.figure import Figure
    from publisher.problems import Problem

_BEGIN = "Save a figure there first, such as one that begins with `extends: plank`. `surefoot list figures` shows ours."


class FigureFile(NamedTuple):
    """A figure, what is to be warned of, and the joints that are meant to go further than most adults reach."""

    figure: Figure
    warnings: tuple[Problem, ...]
    beyond: frozenset[str]


def read_figure(path: Path, below: Sequence[Path]) -> FigureFile:
    """What a file says. With `extends` it changes a figure of the libraries `below`."""
    node = read_tree(bytes_given(path, _BEGIN), shown(path))
    libraries = [read_shelf(root).of("assets/figures") for root in below] if node.value("extends") else []
    laid = lay([*libraries, [node]], "figure")
    made = [thing for thing in laid.things.values() if thing.file == node.file]
    if laid.problems or not made:
        raise InputError(laid.problems)
    try:
        return FigureFile(FigureShape().read(made[0]), tuple(warnings(made[0])), meant_beyond(made[0]))
    except Refused as refused:
        raise InputError(refused.problems) from None
