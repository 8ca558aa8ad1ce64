"""An SVG file as a drawing: the front door of the room.

Expat tells of elements as they come; none is kept. Nothing is fetched, no entity is opened, and the file ends the
moment something is met that is not on the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from publisher.drawing import Drawing, Mark, Stroke, rectangle
from publisher.geometry import Box, Transform
from publisher.problems import InputError, Place, Problem
from publisher.vectors import numbers
from publisher.vectors.complaints import NotTakenError, not_taken
from publisher.vectors.looks import PRESENTATION, Looks, is_silent
from publisher.vectors.outlines import SHAPES, evenly, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.drawing import Path

MOST_BYTES, MOST_ELEMENTS, MOST_DEPTH = 500_000, 3_000, 32
# A drawing is this long on its longer side, millimetres; it is shown at any size.
LONGER = 100.0
# How light something is that is not seen on paper (relative luminance).
PALE = 0.86
_SVG = "http://www.w3.org/2000/svg"
# They say something about the drawing, and whatever is inside is passed by.
_PASSED_BY = frozenset({"title", "desc", "metadata"})
_ANYWHERE = frozenset({"id", "class", "style", "transform", "role", "lang", "tabindex", "focusable"})
_OF_ROOT = frozenset(
    {
        *("version", "baseProfile", "viewBox", "width", "height", "x", "y", "preserveAspectRatio", "zoomAndPan"),
        *("contentStyleType", "contentScriptType"),
    }
)


def read_svg(data: bytes) -> Drawing:
    """The drawing, `LONGER` millimetres on its longer side. Raises one problem: what is not taken, and where."""
    if len(data) > MOST_BYTES:
        sentence = f"this SVG has more than {MOST_BYTES // 1000} kB; a logo is not so long."
        raise InputError([Problem("svg-not-simple", sentence, "Give the logo as PNG.")])
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser)
    try:
        parser.Parse(data, True)
        return reader.drawing()
    except NotTakenError as error:
        raise InputError([error.problem(*reader.at)]) from None
    except expat.ExpatError:
        raise InputError([_damaged(Place("", parser.ErrorLineNumber, parser.ErrorColumnNumber + 1))]) from None
    except (ValueError, LookupError, OverflowError):
        # An encoding that Python does not know, or no characters at all.
        raise InputError([_damaged(None)]) from None


def _damaged(place: Place | None) -> Problem:
    sentence = "this is not an SVG that can be read: it breaks off, or is not well formed."
    hint = "Open it in a program for drawing and save it again as plain SVG."
    return Problem("damaged-picture", sentence, hint, place)


class _Level(NamedTuple):
    """What is in force inside an element."""

    looks: Looks = Looks()
    by: Transform = Transform()


class _Reader:
    """What was read so far; `at` is the line and column of the element that is read, or nought when all are."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.at = (1, 1)
        self._parser = parser
        self._levels = [_Level()]
        self._marks: list[Mark] = []
        self._box: Box | None = None
        self._passing_by = 0
        self._elements = 0
        self._points = 0
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _no_subset
        parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = _no_entities
        parser.ExternalEntityRefHandler = _no_entities
        parser.SkippedEntityHandler = _no_entities
        parser.ProcessingInstructionHandler = _no_instructions

    def drawing(self) -> Drawing:
        """All marks, in millimetres. Nothing shows outside the box of the file."""
        self.at = (0, 0)
        if self._box is None:
            raise NotTakenError("this file has no `svg` in it.")
        box = self._box
        size = LONGER / max(box.width, box.height)
        by = Transform.move(-box.x, -box.y).then(Transform.scale(size))
        whole = by.of_box(box)
        marks = tuple(_inside(mark.moved(by, size), whole) for mark in self._marks)
        if all(_is_pale(mark) for mark in marks):
            sentence = "nothing in this SVG would be seen on white paper."
            hint = "Save the logo in its dark form, as it stands on white paper."
            raise InputError([Problem("picture-not-seen", sentence, hint)])
        return Drawing(whole, marks)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.at = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise NotTakenError(f"it has more than {MOST_ELEMENTS:,} elements; a logo is not so long.")
        space, _, local = name.rpartition(" ")
        # Notes of the program that saved it lie in spaces of their own, and are drawn by nobody.
        if self._passing_by or (space != _SVG and self._box is not None) or local in _PASSED_BY:
            self._passing_by += 1
            if self._passing_by > MOST_DEPTH:
                raise NotTakenError("its elements lie too deep in one another.")
            return
        if len(self._levels) > MOST_DEPTH:
            raise NotTakenError("its elements lie too deep in one another.")
        self._levels.append(self._level(space, local, attributes))

    def _end(self, _name: str) -> None:
        if self._passing_by:
            self._passing_by -= 1
        else:
            self._levels.pop()

    def _level(self, space: str, local: str, attributes: Mapping[str, str]) -> _Level:
        above = self._levels[-1]
        if self._box is None:
            if local != "svg" or space != _SVG:
                raise NotTakenError("this file is XML, but no SVG.", "Give the logo as SVG, PNG or JPEG.")
            self._box = _box_of(attributes)
            _check(local, attributes, _OF_ROOT)
            return above._replace(looks=above.looks.under(attributes))
        if local in {"g", "defs"}:
            _check(local, attributes, frozenset())
            looks = above.looks.under(attributes)
            # What lies ready for others is not shown; and nothing can call it.
            return self._moved(looks._replace(shown=looks.shown and local == "g"), above, attributes)
        if local not in SHAPES:
            raise not_taken(local)
        shape, own = SHAPES[local]
        _check(local, attributes, own)
        level = self._moved(above.looks.under(attributes), above, attributes)
        if level.looks.shown:
            self._paint(shape(attributes), level)
        return level

    @staticmethod
    def _moved(looks: Looks, above: _Level, attributes: Mapping[str, str]) -> _Level:
        by = moved(attributes["transform"]).then(above.by) if "transform" in attributes else above.by
        return _Level(looks, by)

    def _paint(self, path: Path, level: _Level) -> None:
        self._points += len(path.segments)
        if self._points > numbers.MOST_NUMBERS:
            raise NotTakenError("it has too many points.")
        looks, stroke = level.looks, None
        if looks.stroke is not None and looks.width > 0:
            stretch = evenly(level.by)
            if stretch is None:
                hint = "Turn its outline into a path before you save, or give the logo as PNG."
                raise NotTakenError("a line is stretched more one way than the other.", hint)
            dash = tuple(each * stretch for each in looks.dash)
            stroke = Stroke(looks.stroke, looks.width * stretch, looks.cap, dash, looks.join)
        moved_path = path.moved(level.by)
        for _, given in moved_path.segments:
            for value in given:
                numbers.bounded(value)
        if path.segments and (looks.fill is not None or stroke is not None):
            self._marks.append(Mark(moved_path, looks.fill, stroke, even_odd=looks.even_odd))


def _no_subset(_name: str, _system: str | None, _public: str | None, subset: int) -> None:
    if subset:
        hint = "Save it as plain SVG (Inkscape) or without entities, or give the logo as PNG."
        raise NotTakenError("this SVG brings definitions of its own.", hint)


def _no_entities(*_told: object) -> int:
    raise NotTakenError("this SVG names entities, which are not opened.")


def _no_instructions(_target: str, _data: str) -> None:
    raise NotTakenError("this SVG brings a style sheet or another instruction.", not_taken("style").hint)


def _check(local: str, attributes: Mapping[str, str], own: frozenset[str]) -> None:
    """Whether all attributes are on the list; those of other spaces say nothing about the drawing, but links do."""
    for name in attributes:
        space, _, bare = name.rpartition(" ")
        if bare == "href" or bare.startswith("on"):
            what = "a link" if bare == "href" else "a script"
            raise NotTakenError(f"`{local}` has {what}, which is not taken from an SVG.")
        known = bare in own or bare in _ANYWHERE or bare in PRESENTATION or is_silent(bare)
        if not space and not known and not bare.startswith(("data-", "aria-")):
            named = bare if bare.isascii() and len(bare) <= 30 else "one of its attributes"
            raise NotTakenError(f"`{named}` of `{local}` is not taken from an SVG.")


def _box_of(attributes: Mapping[str, str]) -> Box:
    """What of the plane is shown."""
    if "viewBox" in attributes:
        found = numbers.all_of(attributes["viewBox"])
    else:
        found = [0.0, 0.0, *(numbers.length(attributes.get(name, "0")) for name in ("width", "height"))]
    if len(found) != 4 or min(found[2:]) <= 0:
        hint = "Add a `viewBox`, such as `0 0 120 40`, or save it again from a program for drawing."
        raise NotTakenError("this SVG does not say how large it is.", hint)
    box = Box(*found)
    if max(box.width, box.height) > 50 * min(box.width, box.height) or max(box.width, box.height) < 1e-3:
        raise NotTakenError("this SVG is more than 50 times as long as it is wide.")
    return box


def _inside(mark: Mark, whole: Box) -> Mark:
    reach = mark.stroke.width if mark.stroke else 0.0
    return mark if whole.contains(mark.path.bounds.inset(-reach)) else mark._replace(clip=rectangle(whole))


def _is_pale(mark: Mark) -> bool:
    seen = [colour for colour in (mark.fill, mark.stroke and mark.stroke.colour) if colour is not None]
    return all(colour.luminance > PALE for colour in seen)
