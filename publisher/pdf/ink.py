"""A face as content operators. Points begin here: millimetres from the top left become points from the bottom left.

A face is compiled once, however often it lies on a page. What it paints is cut into pieces, each for one
element of its structure tree; the marks between them are set when it is placed and its numbers are known.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import POINTS_PER_MM, Transform
from publisher.pdf.forms import FINE, Form, corners, form_name, image_name, in_whole, placing
from publisher.pdf.letters import Letters, shown
from publisher.pdf.objects import number, numbers
from publisher.typesetting.face import Ink, Line, Link, Plate, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.colour import Colour
    from publisher.drawing import Image, Mark, Path, Picture, Raster, Stroke
    from publisher.geometry import Box, Size
    from publisher.separations import Separation
    from publisher.typesetting.document import Page
    from publisher.typesetting.face import Face, Part

FONT_NAMES = {Weight.REGULAR: "F1", Weight.BOLD: "F2"}
# Text matrices of lines turned clockwise (9.4.2).
_TURNED = {90: "0 -1 1 0", 270: "0 1 -1 0"}
_CAPS, _JOINS = {"butt": "0 J", "round": "1 J", "square": "2 J"}, {"miter": "0 j 4 M", "round": "1 j", "bevel": "2 j"}
# How corners are made where nothing is said: as the ends are.
_AS_ENDS = {"butt": "0 j", "round": "1 j", "square": "0 j"}


class _Operators(NamedTuple):
    """How a colour is set (ISO 32000-1, 8.6.8)."""

    grey: str
    full: str
    inks: str


_FILL, _STROKE = _Operators("g", "rg", "k"), _Operators("G", "RG", "K")


class Piece(NamedTuple):
    """What is painted for one element in one go, or a link. No element: an artifact. `forms` are drawings it calls."""

    element: int | None
    operators: str
    link: Link | None = None
    forms: tuple[str, ...] = ()


@dataclass(slots=True)
class _State:
    """What the page remembers between operators, so that nothing is said twice."""

    fill: Colour | None = None
    stroke: Stroke | None = None
    font: tuple[Weight, float] | None = None
    tracking: float = 0.0


class Pen:
    """Compiles faces, and collects the letters they use. A face that lies on the pages more than once is kept."""

    def __init__(self, pages: Iterable[Page], separation: Separation | None = None) -> None:
        """Count the faces; begin with no letters. With a `separation` all colours are mixed of a press's inks."""
        self.colour = _colour if separation is None else _Mixing(separation)
        self._separation = separation
        self.letters = {weight: Letters(weight, name) for weight, name in FONT_NAMES.items()}
        self._times: Counter[int] = Counter()
        self._kept: dict[int, tuple[Piece, ...]] = {}
        # Paths already written, by their identity and the height they are measured from: cards share theirs. The
        # pages hold the paths while this pen writes, so an identity stays with its path.
        self.paths: dict[tuple[int, float], str] = {}
        # Drawings by what they paint, in the order of their first use; and by their identity, each held here so that
        # no other can take its identity after it.
        self.forms: dict[str, Form] = {}
        self._form_of: dict[int, tuple[Picture, str]] = {}
        # What is made of pixels, by its name, in the order of its first use.
        self.rasters: dict[str, Raster] = {}
        self.turn_to(pages)

    def turn_to(self, pages: Iterable[Page]) -> None:
        """Go on with other pages. Letters and drawings are kept; faces and paths are gone with the pages before."""
        self._times = Counter(id(placed.face) for page in pages for placed in page.placed)
        self._kept.clear()
        self.paths.clear()

    def compiled(self, face: Face) -> tuple[Piece, ...]:
        """The pieces of a face in paint order."""
        pieces = self._kept.get(id(face))
        if pieces is None:
            pieces = tuple(_Compiler(self, face.trim.height * POINTS_PER_MM).pieces(face.parts))
            if self._times[id(face)] > 1:
                self._kept[id(face)] = pieces
        return pieces

    def form(self, drawing: Picture) -> str:
        """The name under which a drawing is stored; one that paints the same is stored already."""
        known = self._form_of.get(id(drawing))
        if known is not None:
            return known[1]
        written = _drawn.get(id(drawing))
        if self._separation is not None or written is None or written.of is not drawing:
            written = _Drawn(drawing, corners(drawing), _Compiler(self, 0.0, FINE).drawn(drawing))
            if self._separation is None:
                _keep(written)
        found = self.forms.get(written.operators)
        if found is None:
            named = tuple(dict.fromkeys(image_name(image.raster) for image in drawing.images))
            found = Form(f"P{len(self.forms) + 1}", written.corners, written.operators, named)
            self.forms[written.operators] = found
            self.rasters.update((image_name(image.raster), image.raster) for image in drawing.images)
        self._form_of[id(drawing)] = drawing, found.name
        return found.name


class _Drawn(NamedTuple):
    """What a drawing paints. Nothing in it hangs on the document."""

    of: Picture
    corners: tuple[int, int, int, int]
    operators: str


# By identity, and for the next documents too: while files are watched, most drawings of a deck are those of the deck
# before. About 15 kB each.
_MOST_KEPT = 400
_drawn: dict[int, _Drawn] = {}


def _keep(drawn: _Drawn) -> None:
    _drawn[id(drawn.of)] = drawn
    if len(_drawn) > _MOST_KEPT:
        del _drawn[next(iter(_drawn))]


class _Compiler:
    """`top` is the height from which is measured; `scale` how many units of the content make a millimetre."""

    def __init__(self, pen: Pen, top: float, scale: float = POINTS_PER_MM) -> None:
        self._pen = pen
        self._letters = pen.letters
        self._paths = pen.paths
        self._top = top
        self._scale = scale
        self._state = _State()
        self._out: list[str] = []
        self._forms: list[str] = []

    def pieces(self, parts: Sequence[Part]) -> Iterator[Piece]:
        for element, link, members in _together(parts):
            if link is None:
                self._paint(members)
            yield Piece(element, "".join(self._out), link, tuple(self._forms))
            self._out.clear()
            self._forms.clear()

    def drawn(self, drawing: Picture) -> str:
        # Nothing of the page shows through: colours and widths are said before they are needed, dashes here.
        self._out.append("[] 0 d\n")
        for image in drawing.images:
            self._image(image)
        for mark in drawing.marks:
            self._mark(mark)
        return "".join(self._out)

    def _paint(self, parts: Sequence[Part]) -> None:
        lines: list[Line] = []
        for part in parts:
            if isinstance(part, Line):
                lines.append(part)
                continue
            self._text(lines)
            lines = []
            if isinstance(part, Ink):
                self._mark(part.mark)
            elif isinstance(part, Plate):
                self._plate(part)
        self._text(lines)

    # Text

    def _text(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        out = self._out
        out.append("BT\n")
        # Steps are taken from rounded place to rounded place, so they do not add up to a drift.
        x_before = y_before = 0.0
        turned = False
        for line in lines:
            x = round(line.at.x * POINTS_PER_MM, 2)
            y = round(self._top - line.at.y * POINTS_PER_MM, 2)
            if line.turn or turned:
                out.append(f"{_TURNED.get(line.turn, '1 0 0 1')} {x:.2f} {y:.2f} Tm\n")
                turned = bool(line.turn)
            else:
                out.append(f"{x - x_before:.2f} {y - y_before:.2f} Td\n")
            x_before, y_before = x, y
            self._line(line)
        out.append("ET\n")

    def _line(self, line: Line) -> None:
        out, state = self._out, self._state
        if state.tracking != line.tracking:
            out.append(f"{number(line.tracking)} Tc\n")
            state.tracking = line.tracking
        last = len(line.runs) - 1
        for place, run in enumerate(line.runs):
            if state.font != (run.weight, line.size):
                out.append(f"/{FONT_NAMES[run.weight]} {number(line.size)} Tf\n")
                state.font = (run.weight, line.size)
            self._fill(run.colour)
            out.append(shown(run, self._letters[run.weight], space_after=line.space_after and place == last))
            out.append("\n")

    # Paths and pictures

    def _plate(self, plate: Plate) -> None:
        name, by, scale = self._pen.form(plate.drawing), plate.by, POINTS_PER_MM
        turned = " ".join(number(value, 5) for value in (by.a, -by.b, -by.c, by.d))
        self._out.append(
            f"q\n{turned} {scale * by.e:.2f} {self._top - scale * by.f:.2f} cm\n/{form_name(name)} Do\nQ\n"
        )
        self._forms.append(name)

    def _image(self, image: Image) -> None:
        clip = "" if image.clip is None else f"{self._path(image.clip)}W n\n"
        by = placing(image)
        self._out.append(f"q\n{clip}{by} cm\n/{form_name(image_name(image.raster))} Do\nQ\n")

    def _mark(self, mark: Mark) -> None:
        if mark.fill is None and mark.stroke is None:
            return
        outside = None
        if mark.clip is not None:
            outside = replace(self._state)
            self._out.append(f"q\n{self._path(mark.clip)}W n\n")
        if mark.fill is not None:
            self._fill(mark.fill)
        if mark.stroke is not None:
            self._stroke(mark.stroke)
        self._out.append(self._path(mark.path))
        self._out.append(_painting(mark))
        if outside is not None:
            self._out.append("Q\n")
            self._state = outside

    def _fill(self, colour: Colour) -> None:
        if self._state.fill != colour:
            self._out.append(self._pen.colour(colour, _FILL))
            self._state.fill = colour

    def _stroke(self, stroke: Stroke) -> None:
        before, out = self._state.stroke, self._out
        if before is None or before.colour != stroke.colour:
            out.append(self._pen.colour(stroke.colour, _STROKE))
        if before is None or before.width != stroke.width:
            out.append(f"{number(stroke.width * self._scale)} w\n")
        if before is None or (before.cap, before.join) != (stroke.cap, stroke.join):
            out.append(f"{_CAPS[stroke.cap]} {_JOINS.get(stroke.join) or _AS_ENDS[stroke.cap]}\n")
        if stroke.dash != (() if before is None else before.dash):
            out.append(f"[{numbers(*(dash * self._scale for dash in stroke.dash))}] 0 d\n")
        self._state.stroke = stroke

    def _path(self, path: Path) -> str:
        if self._scale == FINE:
            return in_whole(path)
        key = (id(path), self._top)
        known = self._paths.get(key)
        if known is None:
            known = self._paths[key] = self._written(path)
        return known

    def _written(self, path: Path) -> str:
        scale, top = POINTS_PER_MM, self._top
        out: list[str] = []
        for verb, given in path.segments:
            if verb == "C":
                x1, y1, x2, y2, x, y = given
                out.append(
                    f"{x1 * scale:.2f} {top - y1 * scale:.2f} {x2 * scale:.2f} {top - y2 * scale:.2f} "
                    f"{x * scale:.2f} {top - y * scale:.2f} c\n"
                )
            elif verb == "Z":
                out.append("h\n")
            else:
                out.append(f"{given[0] * scale:.2f} {top - given[1] * scale:.2f} {verb.lower()}\n")
        return "".join(out)


def _together(parts: Sequence[Part]) -> Iterator[tuple[int | None, Link | None, Sequence[Part]]]:
    """Neighbours of one element, in one go; a link stands alone."""
    start = 0
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        linked = isinstance(part, Link) or isinstance(following, Link)
        if following is None or linked or following.element != part.element:
            yield part.element, part if isinstance(part, Link) else None, parts[start : at + 1]
            start = at + 1


@cache
def _colour(colour: Colour, operators: _Operators) -> str:
    red, green, blue = colour
    if red == green == blue:
        return f"{number(red / 255)} {operators.grey}\n"
    return f"{numbers(red / 255, green / 255, blue / 255)} {operators.full}\n"


class _Mixing:
    """Colours as inks: always all four, since black alone in another colour space could be mixed again."""

    def __init__(self, separation: Separation) -> None:
        self._inks = separation.inks

    def __call__(self, colour: Colour, operators: _Operators) -> str:
        return f"{numbers(*(part / 255 for part in self._inks(colour)))} {operators.inks}\n"


def _painting(mark: Mark) -> str:
    if mark.fill is None:
        return "S\n"
    verb = "f" if mark.stroke is None else "B"
    return f"{verb}*\n" if mark.even_odd else f"{verb}\n"


def onto_page(by: Transform, face: Size, page: Size) -> Transform:
    """The same move for points from the bottom left, of a face's points onto a page's (ISO 32000-1, 8.3.4)."""
    scale = POINTS_PER_MM
    return Transform(
        by.a,
        -by.b,
        -by.c,
        by.d,
        scale * (by.c * face.height + by.e),
        scale * (page.height - by.d * face.height - by.f),
    )


def corners_on(page: Size, box: Box) -> tuple[float, float, float, float]:
    """A box in millimetres as the lower left and the upper right corner of a PDF rectangle, in points."""
    scale = POINTS_PER_MM
    left, bottom = box.x * scale, (page.height - box.bottom) * scale
    return (round(left, 3), round(bottom, 3), round(box.right * scale, 3), round((page.height - box.y) * scale, 3))
