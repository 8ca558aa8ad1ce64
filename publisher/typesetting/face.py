"""A laid-out side as a frozen value: what stands where, in reading order, and what did not fit.

Nothing here was printed. Fitting throws faces away, imposition moves them about, the PDF room and the
tests read them. Parts stand in paint order; read in that order, the tagged ones are the reading order.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from publisher.colour import Colour
    from publisher.drawing import Mark, Picture
    from publisher.geometry import Box, Point, Size, Transform
    from publisher.problems import Place


class Role(Enum):
    """What a part is to somebody who hears the page (ISO 32000-1, 14.8.4)."""

    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    LINK = "Link"
    SPAN = "Span"
    NOTE = "Note"


class Weight(Enum):
    """The two weights of the one family."""

    REGULAR = "regular"
    BOLD = "bold"

    # Looked up for every run of letters; an enum's own hash is a call in Python, the identity is not.
    __hash__ = object.__hash__


class Element(NamedTuple):
    """A node of the structure tree. `parent` is an index into the face's elements, -1 the face itself.

    `alt` is for figures (with `box`, millimetres), `scope` for header cells, `numbered` for lists.
    """

    role: Role
    parent: int = -1
    alt: str = ""
    scope: Literal["", "Column", "Row"] = ""
    box: Box | None = None
    numbered: bool = False


class Run(NamedTuple):
    """Letters of one weight and colour. `kerning[i]` is added after letter i; width and kerning in 1/1000 em."""

    text: str
    weight: Weight
    colour: Colour
    width: int
    kerning: tuple[int, ...] = ()


class Line(NamedTuple):
    """One line of text. `at` is the start of its baseline; sizes in points.

    `element` indexes the face's elements; None is an artifact. `turn` is clockwise, degrees. A line
    that goes on in the next one ends with a word space (`space_after`) that is read and not seen.
    """

    at: Point
    runs: tuple[Run, ...]
    size: float
    width: float
    element: int | None
    tracking: float = 0.0
    turn: Literal[0, 90, 270] = 0
    space_after: bool = False
    place: Place | None = None

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)


class Ink(NamedTuple):
    """A painted path."""

    mark: Mark
    element: int | None


class Plate(NamedTuple):
    """A picture painted whole: a drawing, and where it goes. However many plates show a drawing, it is stored once."""

    drawing: Picture
    by: Transform
    element: int | None

    @property
    def box(self) -> Box:
        """The box that it takes on the face."""
        return self.by.of_box(self.drawing.box)


class Link(NamedTuple):
    """An area that opens an address. `label` says where it leads; `element` is a Link element."""

    box: Box
    address: str
    label: str
    element: int


Part = Line | Ink | Plate | Link


class Excess(NamedTuple):
    """A part that did not fit: which field, how far over, and where it was written."""

    field: str
    lines: int
    characters: int
    place: Place | None = None


class Face(NamedTuple):
    """One side of a card, or one page. `trim` is its size; `body` the body size it was set in, points."""

    trim: Size
    body: float
    title: str
    parts: tuple[Part, ...]
    elements: tuple[Element, ...]
    excess: tuple[Excess, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether everything found room."""
        return not self.excess

    @property
    def lines(self) -> tuple[Line, ...]:
        """The text, in paint order."""
        return tuple(part for part in self.parts if isinstance(part, Line))

    def spoken(self) -> str:
        """The tagged text in reading order, a line a line."""
        return "\n".join(line.text for line in self.lines if line.element is not None)


def unspoken(face: Face) -> Face:
    """The same to look at, and nothing to hear: what is printed twice is read once."""
    parts = tuple(part._replace(element=None) for part in face.parts if not isinstance(part, Link))
    return face._replace(parts=parts, elements=())
