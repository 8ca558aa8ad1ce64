"""What stands in the margin of every sheet: which deck and sheet, how to turn and cut it, two bars to measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.drawing import Mark, Stroke, polyline
from publisher.geometry import Point
from publisher.model.printing import Flip, PrintSettings, Sides
from publisher.press.marks import HAIRLINE
from publisher.press.tiling import REACH as EDGE
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.geometry import Box, Size
    from publisher.press.furniture import Bar, Furniture
    from publisher.press.marks import Line
    from publisher.typesetting.face import Face

SIZE = 7.5
# Most printers print to within this distance of the paper's edge, millimetres.
REACH = 4.5
# A fold is dashed; its ticks are so long; millimetres.
DASH, TICK = (1.6, 1.2), 6.0


def draw(
    furniture: Furniture,
    deck: str,
    line: str,
    settings: PrintSettings,
    setting: Setting,
    paper: Size,
    turning: str = "",
) -> Face:
    """The margin of one page. `line` follows the deck's name, `turning` is the path of what to do."""
    surface = Surface(paper, setting.typeface, SIZE, deck)
    style = Style(SIZE, SIZE * 1.2, setting.theme.ink)
    words = setting.words
    said = (turning,) if turning else _turning(settings, marked=bool(furniture.lines))
    with surface.artifact():
        surface.paint(*(_line(cut, setting) for cut in furniture.lines))
        for bar in (furniture.level_bar, furniture.upright_bar):
            if bar is not None:
                surface.paint(*_bar(bar, setting))
        _text(surface, furniture.top_left, [Span(deck, Weight.BOLD), Span(line, Weight.REGULAR)], style, "left")
        _text(
            surface,
            furniture.top_right,
            [Span(" ".join(words.say(path) for path in said), Weight.REGULAR)],
            style,
            "right",
        )
        _text(surface, furniture.bottom, [Span(words.say("sheet.bar"), Weight.REGULAR)], style, "left")
        if furniture.side is not None and furniture.upright_bar is not None:
            box = furniture.side
            at = Point(box.x + box.width / 2 + 0.9, box.y + box.height / 2)
            surface.label(words.say("sheet.bar_short"), style, at, align="centre", turn=270)
    return surface.face()


def fold(paper: Size, setting: Setting, said: str) -> Face:
    """Ticks at both ends of the fold in the middle of a sheet, and along it what to do, if anything is said."""
    surface = Surface(paper, setting.typeface, SIZE)
    style, x = Style(SIZE, SIZE * 1.2, setting.theme.ink), paper.width / 2
    stroke = Stroke(setting.theme.ink, HAIRLINE, cap="butt", dash=DASH)
    with surface.artifact():
        for y in (REACH, paper.height - REACH - TICK):
            surface.paint(Mark(polyline([(x, y), (x, y + TICK)]), stroke=stroke))
        if said:
            surface.label(said, style, Point(x + 0.9, paper.height / 2), align="centre", turn=270)
    return surface.face()


def joint(paper: Size, setting: Setting, height: float, said: str) -> Face:
    """Where two sheets of a poster meet: ticks at both edges at that height, and beside them what to do."""
    surface = Surface(paper, setting.typeface, SIZE)
    style, stroke = Style(SIZE, SIZE * 1.2, setting.theme.ink), Stroke(setting.theme.ink, HAIRLINE, cap="butt")
    with surface.artifact():
        for x in (0.0, paper.width - TICK):
            surface.paint(Mark(polyline([(x, height), (x + TICK, height)]), stroke=stroke))
        surface.label(said, style, Point(EDGE - 0.8, paper.height / 2), align="centre", turn=270)
    return surface.face()


def _turning(settings: PrintSettings, *, marked: bool) -> tuple[str, ...]:
    """What to do with the sheet, as paths into the words; a sheet without marks has nothing to cut on."""
    if settings.sides is Sides.FOLD:
        return ("sheet.fold",)
    cut = ("sheet.cut",) if marked else ()
    if settings.sides is not Sides.DUPLEX:
        return cut
    return ("sheet.turn_long" if settings.flip is Flip.LONG else "sheet.turn_short", *cut)


def _text(surface: Surface, box: Box | None, spans: list[Span], style: Style, align: str) -> None:
    """One line in its box; a text that is too long for the box gives up its beginning's neighbour, not its size."""
    if box is None:
        return
    block = surface.set(spans, style, 10_000)
    if len(spans) > 1 and block.width > box.width:
        block = surface.set(spans[:1], style, 10_000)
    # The box ends where the cards do; a text on one line may go on as far as a printer reaches.
    reach = surface.trim.right - REACH - box.x if align == "left" else box.width
    if block.width > max(box.width, reach):
        return
    surface.write(block, box.x if align == "left" else box.right, box.y + (box.height - block.height) / 2, align)  # type: ignore[arg-type]


def _line(cut: Line, setting: Setting) -> Mark:
    stroke = Stroke(setting.theme.ink, HAIRLINE, cap="butt", dash=DASH if cut.fold else ())
    return Mark(polyline([(cut.start.x, cut.start.y), (cut.end.x, cut.end.y)]), stroke=stroke)


def _bar(bar: Bar, setting: Setting) -> list[Mark]:
    return [_line(line, setting) for line in (bar.line, *bar.serifs)]
