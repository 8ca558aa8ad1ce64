"""What keeps cards off a sheet, said in millimetres with something to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.printing import PrintSettings, Sides
from publisher.press.sheets import MICROMETRES, Grid, Rect, micrometres
from publisher.press.slots import units
from publisher.problems import Level, Problem

if TYPE_CHECKING:
    from publisher.model.stock import Paper, Stock

# Laser and ink-jet printers leave 4.2 to 5 mm blank at the edge, and feed 1 mm askew.
LEAST_MARGIN = 5.0
# A strip between two cuts that is thinner than this bends under the knife.
LEAST_GAP = 4.0


def of_the_settings(settings: PrintSettings) -> list[Problem]:
    """A gap that nobody can cut."""
    if settings.sides is Sides.SINGLE or settings.gap == 0 or settings.gap >= LEAST_GAP:
        return []
    sentence = f"a gap of {_mm(settings.gap)} mm cannot be cut: the strip between two cards would bend under the knife."
    hint = "Use `--gap 0`, where neighbours share one cut, or `--gap 4` or more."
    return [Problem("narrow-gap", sentence, hint)]


def of_the_stock(paper: Paper, stock: Stock, settings: PrintSettings) -> list[Problem]:
    """A precut sheet used for what it is not."""
    if stock.sheet is None or settings.sides is Sides.SINGLE:
        return []
    problems = []
    if stock.sheet.paper != paper.id:
        sentence = f"sheets of {stock.name} are `{stock.sheet.paper}` paper, not `{paper.id}`."
        problems.append(Problem("wrong-paper", sentence, f"Use `--paper {stock.sheet.paper}`."))
    if settings.sides is Sides.FOLD:
        sentence = f"sheets of {stock.name} come cut into single cards: no back can lie beside its front."
        hint = "Use `--sides duplex` or `--sides front`, or fold cards from plain paper, such as `--size poker`."
        problems.append(Problem("no-fold-on-precut", sentence, hint))
    return problems


def of_the_grid(slots: Grid, paper: Paper, stock: Stock, settings: PrintSettings) -> list[Problem]:
    """A card that is larger than the paper, or than what the margin leaves of it."""
    if slots.slots:
        return []
    what = "card with its back beside it" if settings.sides is Sides.FOLD else "card"
    size = units(stock, settings.sides)[0].box
    card = f"a {what} ({stock.name}) measures {_size(size)} mm"
    margin = widest_margin(slots.paper, stock, settings)
    if margin < 0:
        sentence = f"{card}, which is larger than the paper ({paper.name}, {_size(slots.paper)} mm)."
        hint = "Use a larger paper or a smaller card, such as `--size poker`; `surefoot list stocks` shows them all."
        if settings.sides is Sides.FOLD:
            hint = "Use `--sides duplex`, or a smaller card, such as `--size poker`."
        return [Problem("card-larger-than-paper", sentence, hint)]
    inner = micrometres(settings.margin)
    left = Rect(0, 0, max(0, slots.paper.width - 2 * inner), max(0, slots.paper.height - 2 * inner))
    sentence = f"{card}, but a margin of {_mm(settings.margin)} mm leaves {_size(left)} mm of {paper.name}."
    largest = margin // 100 / 10
    return [Problem("no-room", sentence, f"Use `--margin {_mm(largest)}` or less.")]


def of_the_slots(slots: Grid, paper: Paper, stock: Stock, settings: PrintSettings) -> list[Problem]:
    """Slots to start at or to skip that the sheet does not have, or that leave none."""
    count = len(slots.slots)
    holds = f"a sheet of {paper.name} holds {count} ({stock.name})"
    counting = "Slots count from 1, from left to right and row by row from the top."
    problems = []
    if not 1 <= settings.start_at <= count:
        hint = f"{counting} Use `--start-at {count}` or less." if settings.start_at > count else f"{counting} Use 1."
        problems.append(Problem("no-such-slot", f"there is no slot {settings.start_at} to start at: {holds}.", hint))
    for number in settings.skip:
        if not 1 <= number <= count:
            hint = f"{counting} Leave {number} out of `--skip`."
            problems.append(Problem("no-such-slot", f"there is no slot {number} to skip: {holds}.", hint))
    # Only once the numbers are known to be slots: a range from a wild one has no end.
    if not problems and set(range(settings.start_at, count + 1)) <= set(settings.skip):
        sentence = f"no slot is left on the first sheet: {holds}, and all of them are skipped."
        hint = "Name fewer slots, or leave out `--start-at` and `--skip` and put in a fresh sheet."
        problems.append(Problem("no-slot-left", sentence, hint))
    return problems


def warnings(stock: Stock, settings: PrintSettings) -> tuple[Problem, ...]:
    """A margin that many printers cannot keep; a precut sheet has no choice."""
    if stock.sheet is not None or settings.margin >= LEAST_MARGIN:
        return ()
    sentence = (
        f"a margin of {_mm(settings.margin)} mm is narrow: many printers leave 4 to 5 mm blank at the edge, "
        "and the outer cards may lose a strip."
    )
    hint = "Use `--margin 5` or more, unless you know what your printer can do."
    return (Problem("narrow-margin", sentence, hint, level=Level.WARNING),)


def widest_margin(sheet: Rect, stock: Stock, settings: PrintSettings) -> int:
    """The widest margin in micrometres that still lets one card through; under 0 when the paper is too small."""
    boxes = [unit.box for unit in units(stock, settings.sides)]
    sizes = [size for box in boxes for size in ((box.width, box.height), (box.height, box.width))]
    return max(min(sheet.width - width, sheet.height - height) // 2 for width, height in sizes)


def _mm(millimetres: float) -> str:
    return f"{millimetres:.3f}".rstrip("0").rstrip(".")


def _size(rect: Rect) -> str:
    return f"{_mm(rect.width / MICROMETRES)} by {_mm(rect.height / MICROMETRES)}"
