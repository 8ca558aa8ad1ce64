"""Whole valid files to change one thing in, and ways to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from publisher.library.overlays import built_in, read_folders
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.library.nodes import Node
    from publisher.library.shapes import Shape
    from publisher.model.library import Library
    from publisher.problems import Problem

Read = TypeVar("Read")

CALF_RAISE = """\
id: calf-raise
kind: exercise
group: strength
number: 90
title: Calf raise
purpose: Strong calves soften each landing.
cue: Rise like a lift.
start: Stand tall. Hold a wall with one hand.
steps:
  - text: Rise onto your toes.
    caption: Rise
  - Lower for 3 seconds.
feel: in your calves
dose: {sets: 3, reps: 8 to 12}
stop_if: [pain runs down your leg]
evidence: {level: common-practice, sources: [smith-2020]}
"""
SOURCES = """\
sources:
  smith-2020:
    short: Smith 2020
    authors: Smith and others
    year: 2020
    title: A trial of calf raises in 40 runners
    where: A journal
"""
WORDS = "language: en\ndose:\n  sets: sets\n  rest: rest\n"
SMALL = {"cards/calf-raise.yaml": CALF_RAISE, "cards/sources.yaml": SOURCES, "assets/words/en.yaml": WORDS}


def value(text: str) -> Node:
    """The node of one value."""
    return read_tree(f"it: {text}\n".encode(), "file.yaml").fields["it"][1]


def refused(shape: Shape[object], text: str) -> list[Problem]:
    """What a shape says against one value."""
    with pytest.raises(Refused) as caught:
        shape.read(value(text))
    return list(caught.value.problems)


def names(problems: list[Problem]) -> list[str]:
    return [problem.name for problem in problems]


def a_library(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read(*folders: Path, language: str = "en") -> Library:
    return read_folders(folders, language=language)


def problems_of(*folders: Path, language: str = "en") -> list[Problem]:
    """All that is wrong with libraries laid over one another."""
    with pytest.raises(InputError) as caught:
        read_folders(folders, language=language)
    return list(caught.value.problems)


OURS = built_in()
