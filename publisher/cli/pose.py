"""`surefoot pose`: draw a figure file as its author writes it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import pictures
from publisher.cli.build import choices_for
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import shown_path
from publisher.cli.watching import again, looking
from publisher.files import write_whole
from publisher.library.figure_file import read_figure
from publisher.library.overlays import built_in, read_library
from publisher.pdf.png import pages_as_png
from publisher.problems import ExitCode, Level, Problem, UsageError
from publisher.trial_prints import Posed, pose_page, pose_svg
from publisher.workshop import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.cli.voice import Voice
    from publisher.figures.proofs import Proof
    from publisher.model.figure import Figure, Person
    from publisher.model.library import Library
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot pose heel-raise.yaml                      heel-raise.png, all frames beside one another
  surefoot pose heel-raise.yaml --watch              again on each save, until Ctrl-C
  surefoot pose heel-raise.yaml --pose up --size 160 --person kofi
  surefoot pose heel-raise.yaml --no-marks --out heel-raise.svg
"""
DOTS_AN_INCH = 200
SMALLEST, LARGEST = 20.0, 400.0
# How finely it is looked at, pixels for a millimetre and at most for a person: small pictures are quicker.
FINE, FINEST = 10.0, 700.0


def _size(_context: click.Context, _option: click.Parameter, value: float) -> float:
    if not SMALLEST <= value <= LARGEST:
        raise click.BadParameter(f"{value:g} is out of reach; a person is {SMALLEST:.0f} to {LARGEST:.0f} mm high.")
    return value


@click.command(params=setting_options("library", "theme", "person", "language"), epilog=EXAMPLES)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--watch", is_flag=True, help="Draw it again on each save, until Ctrl-C.")
@click.option("--pose", "poses", multiple=True, metavar="NAME", help="Only this pose; can be given again.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write this PNG or SVG file instead."
)
@click.option("--size", type=float, callback=_size, default=90.0, metavar="MM", help="The height of a person.")
@click.option("--grey", is_flag=True, help="In shades of grey, as a laser prints it (PNG only).")
@click.option("--marks/--no-marks", default=True, help="The floor, what touches, and the millimetres left.")
@click.pass_obj
def command(
    voice: Voice,
    /,
    file: Path,
    *,
    watch: bool,
    poses: tuple[str, ...],
    out: Path | None,
    size: float,
    grey: bool,
    marks: bool,
    **flags: object,
) -> int:
    """Draw the frames of a figure file, wherever it lies, and say what is wrong with them."""
    chosen, _ = gather(flags)
    target = out or file.with_suffix(".png")
    if target.suffix.lower() not in (".png", ".svg"):
        raise click.BadParameter("the name of the picture must end in .png or .svg.", param_hint="`--out`")
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    person = _person(library, chosen)

    def draw() -> int:
        figure, doubts, beyond = read_figure(file, (built_in(), *chosen.folders()))
        shown = _poses(figure, poses)
        whom = person if figure.people else pictures.NOBODY
        proofs, problems = pictures.proofs(pictures.Shown(figure, whom), shown, min(FINEST, FINE * size))
        posed = Posed(figure, whom, proofs, size, marks)
        _write(target, library, chosen, posed, grey=grey)
        if doubts or problems:
            voice.problems([*doubts, *problems])
        for proof in proofs:
            for line in _unusual(proof, beyond):
                voice.line(line)
        voice.line(_told(target, proofs))
        return ExitCode.INPUT if any(problem.level is Level.ERROR for problem in problems) else ExitCode.DONE

    if watch:
        again(voice, looking(tuple, file), draw, shown_path(str(file)))
    return draw()


def _person(library: Library, chosen: Settings) -> Person:
    """Who was chosen, else the first there is."""
    names = chosen.names("person")
    if names and names[0] not in library.people:
        raise UsageError([unknown("person", names[0], library.people)])
    return library.people[names[0]] if names else next(iter(library.people.values()))


def _poses(figure: Figure, named: tuple[str, ...]) -> tuple[str, ...]:
    strangers = [name for name in named if name not in figure.poses]
    if strangers:
        raise UsageError([unknown("pose", name, figure.poses) for name in strangers])
    return named or tuple(map(str, figure.frames))


def _write(target: Path, library: Library, chosen: Settings, posed: Posed, *, grey: bool) -> None:
    choices = choices_for(chosen)
    if target.suffix.lower() == ".svg":
        write_whole(target, pose_svg(library, choices, posed).encode())
        return
    if find_spec("pypdfium2") is None:
        hint = "Write SVG instead, with `--out pose.svg`; or type: pip install 'surefoot[pictures]'"
        raise UsageError([Problem("cannot-draw", "a PNG needs one more package, which is missing.", hint)])
    write_whole(target, pages_as_png(pose_page(library, choices, posed), DOTS_AN_INCH, grey=grey)[0])


def _unusual(proof: Proof, meant: frozenset[str]) -> Iterator[str]:
    """Angles beyond what most adults reach, as they came out, unless the file says that they are meant."""
    for reach in proof.unusual:
        if reach.joint.removesuffix("_r").removesuffix("_l") not in meant:
            usual = f"most adults reach {reach.low:.0f} to {reach.high:.0f}"
            yield f"{proof.pose}: {reach.joint} {reach.motion} came out at {reach.degrees:.0f} degrees; {usual}."


def _told(target: Path, proofs: list[Proof]) -> str:
    """What was drawn, and how well it touches."""
    lefts = [touch.left for proof in proofs for touch in proof.touches]
    touching = f"; all {len(lefts)} contacts within {max(0.1, *lefts):.1f} mm" if lefts and max(lefts) <= 1 else ""
    return f"{shown_path(str(target))}: {', '.join(proof.pose for proof in proofs)}{touching}."
