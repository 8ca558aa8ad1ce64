"""What is said of a drawing in SVG that cannot be taken as it is."""

from __future__ import annotations

from publisher.problems import Place, Problem

# What a program for drawing can do about it, by the name of the element.
_INSTEAD = {
    "text": "Turn text into paths before you save (Inkscape: Object to Path; Illustrator: Create Outlines).",
    "style": "Save without a style sheet (Inkscape: Plain SVG; Illustrator: Styling, Presentation Attributes).",
    "script": "A logo needs no script; take it out.",
    "image": "Give the picture itself, as PNG or JPEG.",
    "use": "Unlink clones before you save, so that each shape stands for itself.",
}
_INSTEAD |= dict.fromkeys(("tspan", "textPath", "font", "flowRoot"), _INSTEAD["text"])
_INSTEAD |= dict.fromkeys(("symbol",), _INSTEAD["use"])
_INSTEAD |= dict.fromkeys(
    ("linearGradient", "radialGradient", "meshgradient", "pattern", "stop", "filter", "mask", "clipPath", "marker"),
    "Use plain colours and plain shapes, or give the logo as PNG.",
)
_OTHERWISE = "Save it as plain SVG with paths and plain colours, or give the logo as PNG."


class NotTakenError(Exception):
    """A part that is not on the list. The place has no file: whoever read it knows its name."""

    def __init__(self, sentence: str, hint: str = _OTHERWISE) -> None:
        super().__init__(sentence)
        self.sentence, self.hint = sentence, hint

    def problem(self, line: int = 0, column: int = 0) -> Problem:
        """The same as a problem at a line and a column of the file."""
        return Problem("svg-not-simple", self.sentence, self.hint, Place("", line, column) if line else None)


def not_taken(element: str) -> NotTakenError:
    """An element that is not on the list."""
    named = element if element.isascii() and len(element) <= 30 else "one of its elements"
    return NotTakenError(f"`{named}` is not taken from an SVG.", _INSTEAD.get(element, _OTHERWISE))
