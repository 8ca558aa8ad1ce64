"""`surefoot calibrate`: a test sheet, what was read from it, and the printers known so far."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import printers
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import JSON, shown_path
from publisher.library.overlays import read_library
from publisher.model.printing import Flip
from publisher.press.correction import Calibration, calibrate
from publisher.problems import InputError, Problem, UsageError
from publisher.settings import closest

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.model.stock import Paper

EXAMPLES = """\b
Examples:
  surefoot calibrate sheet                 print it twice, on both sides, at 100 %
  surefoot calibrate set home-laser --first "A=20 B=20.5 G=5.4 H=5.3" --second "A=20 B=20.5 G=5.5 H=5.3"
  surefoot build --printer home-laser
  surefoot calibrate list
"""
READINGS = """\b
Readings are letters and numbers as the sheet shows them:
  A to F   millimetres, with a ruler
  G to K   against the light: 5 means no shift
  L to P   pricked with a pin, across (L1) and down (L2): 5 means no shift

Example:
  surefoot calibrate set home-laser --first "A=20 C=19.5 G=5.4 J=4.8" --second "A=20 C=19.5 G=5.5 J=4.8"
"""
# What is worth telling, in millimetres.
_TENTH = 0.05


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Measure what your printer does to a page, so that backs lie behind their fronts."""


@command.command(
    params=setting_options("library", "out", "paper", "flip", "language", "printer"),
    epilog="\b\nExample:\n  surefoot calibrate sheet --paper letter --flip long\n",
)
@click.pass_obj
def sheet(voice: Voice, /, **flags: object) -> None:
    """Write the two-sided test sheet; with --printer, the sheet that proves the correction."""
    # Only here: what makes pages takes long to import, and the other commands make none.
    from publisher.cli.build import choices_for, write  # noqa: PLC0415
    from publisher.trial_prints import calibration_sheet  # noqa: PLC0415

    chosen, profile = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    product = calibration_sheet(library, choices_for(chosen, profile))
    write(voice, [product], Path(chosen.text("out") or "out"))
    if profile is not None:
        voice.line("Print it at 100 %, on both sides. G to K should read 5 now; what is far from it, calibrate again.")
        return
    voice.line('Print it twice at 100 %, on both sides. Then: surefoot calibrate set NAME --first "…" --second "…"')


@command.command("set", params=setting_options("library", "paper", "flip", "margin"), epilog=READINGS)
@click.argument("name")
@click.option("--first", required=True, metavar="READINGS", help="What you read from the first print.")
@click.option("--second", metavar="READINGS", help="What you read from the second print; it shows how steady it is.")
@click.pass_obj
def set_profile(voice: Voice, /, name: str, *, first: str, second: str | None, **flags: object) -> None:
    """Store what you read from one or two prints of the test sheet, as the printer NAME."""
    chosen, _ = gather(flags)
    paper = _paper(read_library(chosen.folders()), chosen.text("paper") or "a4")
    prints = [readings(said) for said in (first, second) if said is not None]
    printing = chosen.printing()
    try:
        found = calibrate(name, prints, paper.size, printing.flip, margin=printing.margin)
    except InputError as error:  # what is wrong was typed here, not written in a file
        raise UsageError(error.problems) from None
    _refuse_unsteady(found)
    path = printers.write(found.profile)
    voice.line(f"{name}: {_told(found.profile)}")
    voice.line(
        f"Kept in {shown_path(str(path))}. Next: surefoot calibrate sheet --printer {name}, to see that it is right."
    )
    if second is None:
        voice.line("One print cannot show how steady the printer is; read a second one and set it again with --second.")


@command.command("list", epilog="\b\nExample:\n  surefoot calibrate list --json\n")
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def list_profiles(voice: Voice, /, *, as_data: bool) -> None:
    """Show the printers that were calibrated."""
    profiles = [printers.read(name) for name in printers.names()]
    if as_data:
        rows: list[JSON] = [_entry(profile) for profile in profiles]
        voice.answer(rows)
        return
    for profile in profiles:
        voice.line(f"{profile.name}: {_told(profile)}")
    if not profiles:
        voice.line("No printer has been calibrated. To start: surefoot calibrate sheet")


@command.command(epilog="\b\nExample:\n  surefoot calibrate remove home-laser\n")
@click.argument("name")
@click.pass_obj
def remove(voice: Voice, /, name: str) -> None:
    """Forget the printer NAME."""
    printers.remove(name)
    voice.line(f"{name} is forgotten.")


def readings(said: str) -> dict[str, float]:
    """Letters and millimetres from "A=20 B=20.5". Raises UsageError with all that cannot be read."""
    found: dict[str, float] = {}
    problems = []
    for part in re.sub(r",(?=\s|[A-Za-z])|;", " ", said).split() or [""]:
        match = re.fullmatch(r"([A-Za-z][12]?)[=:](-?[0-9]{1,3}(?:[.,][0-9]{1,3})?)", part)
        if match:
            found[match[1].upper()] = float(match[2].replace(",", "."))
        else:
            problems.append(_unread(part))
    if problems:
        raise UsageError(problems)
    return found


def _paper(library: Library, name: str) -> Paper:
    if name not in library.papers:
        near = closest(name, library.papers)
        hint = f"Did you mean `{near}`? " if near else ""
        sentence = f"there is no paper named `{name}`."
        raise UsageError([Problem("unknown-paper", sentence, f"{hint}There are {', '.join(library.papers)}.")])
    return library.papers[name]


def _unread(part: str) -> Problem:
    sentence = f"`{part}` is not a reading." if part else "there is no reading."
    return Problem(
        "not-a-reading", sentence, 'Write letter, equals sign and number, with spaces between: "A=20 G=5.4".'
    )


def _refuse_unsteady(found: Calibration) -> None:
    if not found.full_size:
        x, y = (f"{scale * 100:.1f} %" for scale in (found.profile.scale_x, found.profile.scale_y))
        sentence = f"the bars came out at {x} across and {y} down: the sheet was not printed at actual size."
        hint = "Choose 100 % or “actual size” in the print dialogue, print the sheet twice again, and read those."
        raise UsageError([Problem("not-full-size", sentence, hint)])
    if not found.steady:
        letter, most = max(found.differences, key=lambda difference: difference[1])
        sentence = f"the two prints differ by {most:.1f} mm at {letter}: the printer feeds paper differently each time."
        hint = "No correction can help. Fold instead: surefoot build --sides fold"
        raise UsageError([Problem("unsteady-printer", sentence, hint)])


def _told(profile: PrinterProfile) -> str:
    shifts = [_shift("front", profile.front_x, profile.front_y), _shift("back", profile.back_x, profile.back_y)]
    stretch = f"{profile.scale_x * 100:.2f} % across, {profile.scale_y * 100:.2f} % down"
    flip = "long" if profile.flip is Flip.LONG else "short"
    return f"{'; '.join(shifts)}; {stretch}; turns on the {flip} edge."


def _shift(side: str, x: float, y: float) -> str:
    parts = [
        f"{abs(value):.1f} mm {way[value > 0]}"
        for value, way in ((x, ("left", "right")), (y, ("up", "down")))
        if abs(value) >= _TENTH
    ]
    return f"{side} {' and '.join(parts) or 'not shifted'}"


def _entry(profile: PrinterProfile) -> JSON:
    return {
        "name": profile.name,
        "front": [profile.front_x, profile.front_y, profile.front_angle],
        "back": [profile.back_x, profile.back_y, profile.back_angle],
        "scale": [profile.scale_x, profile.scale_y],
        "flip": profile.flip.value,
        "margin": profile.margin,
    }
