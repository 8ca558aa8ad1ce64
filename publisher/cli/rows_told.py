"""Rows of a list that were not printed, as they are told: by code, with what it means, and by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.batch.journal import REPORT
from publisher.cli.build import counted
from publisher.cli.telling import shown_path
from publisher.problems import Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from publisher.cli.telling import JSON
    from publisher.people.faults import Fault

# So many rows of one code are named; the report names all.
MOST_NAMED = 8


def bad_rows(
    faults: Sequence[Fault], file: str, folder: Path | None, made: int, *, apart: bool = False
) -> list[Problem]:
    """One problem for all of them, or none. `folder` holds the report, where one was written; `made` rows are good.

    Where each row is a file `apart`, those that were mended can be made beside the others.
    """
    rows = {fault.row for fault in faults}
    if not rows:
        return []
    by_code: dict[str, list[Fault]] = {}
    for fault in sorted(faults):
        by_code.setdefault(fault.code, []).append(fault)
    codes = sorted(by_code.items(), key=lambda item: (-len(item[1]), item[0]))
    told = ", ".join(f"{len(found)} {code}" for code, found in codes)
    one = len(rows) == 1
    done = "not good" if folder is None else "not printed"
    verb = ("is" if one else "are") if folder is None else ("was" if one else "were")
    sentence = f"{counted(len(rows), 'row')} {verb} {done}: {told}."
    lines = [f"{code}: {_meaning(found)} ({_numbers(found)})" for code, found in codes]
    if folder is not None:
        others = " All other rows were printed." if made else ""
        lines.append(f"{shown_path(str(folder / REPORT))} tells each by its number.{others}")
        if apart:
            lines.append("Mend them in the list, each in its row, and type the same command with `--mended`.")
    return [Problem("bad-rows", sentence, "\n".join(lines), Place(file))]


def rows_without(told: Sequence[Fault], file: str) -> list[Problem]:
    """A warning for each code of rows that are printed all the same, but lack or gainsay something; not told what."""
    layout = "Without `--layout` each has the one that it needs, where there is one."
    link = (
        "Put the pages of `surefoot build phone` on any web space, and its address into the clinic’s file as `link:`."
    )
    agree = "Print such a row with `surefoot handout` from a programme of its own, which tells what does not agree."
    return [
        *_without("does-not-agree", told, file, agree),
        *_without("no-phone-link", told, file, link),
        *_without("unmet-need", told, file, layout),
    ]


def _without(code: str, told: Sequence[Fault], file: str, hint: str) -> Iterator[Problem]:
    found = sorted(fault for fault in told if fault.code == code)
    if found:
        sentence = f"{_numbers(found)}: {_meaning(found)}."
        yield Problem(code, sentence, hint, Place(file), level=Level.WARNING)


def as_told(fault: Fault) -> str:
    """One fault in a line: its code, its heading if it has one, and what it means."""
    heading = f"{fault.heading}: " if fault.heading else ""
    return f"{fault.code}   {heading}{fault.sentence}"


def as_rows(faults: Iterable[Fault]) -> list[JSON]:
    """Faults for a program, in the order of the list."""
    return [
        {"row": each.row, "code": each.code, "heading": each.heading, "like": each.like or None}
        for each in sorted(faults)
    ]


def _meaning(found: Sequence[Fault]) -> str:
    """What a code says; of rows that are like others, without which."""
    return found[0]._replace(like=0).sentence


def _numbers(found: Sequence[Fault]) -> str:
    rows = list(dict.fromkeys(fault.row for fault in found))
    named = [str(row) for row in rows[:MOST_NAMED]]
    if len(rows) > MOST_NAMED:
        return f"rows {', '.join(named)} and {len(rows) - MOST_NAMED} more"
    return f"row {named[0]}" if len(named) == 1 else f"rows {', '.join(named[:-1])} and {named[-1]}"
