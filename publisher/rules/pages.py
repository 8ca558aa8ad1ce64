"""What a laid-out page keeps to, whatever it says: type that can be read, and lines not too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.problems import Level
from publisher.rules.rule import Listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.geometry import Size
    from publisher.model.publication import Publication
    from publisher.problems import Problem
    from publisher.typesetting.face import Face, Line

# The smallest type, points: white numerals in a disc. Body text is kept larger by the `body_min` of its stock.
SMALLEST = 6.0
# Characters in a line of body text on a whole page (RNIB clear print: 60 to 70).
LONGEST_LINE = 75
_SMALL = Listed(
    "small-type",
    Level.WARNING,
    "docs/rules.md: our choice",
    "Choose a larger size, or raise its `body_min`.",
    f"A line on a page set in less than {SMALLEST:g} pt.",
)
_LONG = Listed(
    "long-line",
    Level.WARNING,
    "RNIB clear print: 60 to 70 characters",
    "Choose a smaller paper.",
    f"A line of body text on a whole page of more than {LONGEST_LINE} characters.",
)
RULES = (_SMALL, _LONG)
# A face at least this wide is a page and no card, millimetres.
_PAGE_WIDTH = 140


def in_faces(publication: Publication, faces: Sequence[Face]) -> Iterator[Problem]:
    """What is wrong on the faces of a publication, each sort of thing once, where it is worst."""
    lines = [(line, face) for face in faces for line in face.lines if line.element is not None]
    small = [line for line, _ in lines if round(line.size, 2) < SMALLEST]
    # The small print at the foot is no body text.
    long = [
        line for line, face in lines if _is_page(face.trim) and line.size >= face.body and _length(line) > LONGEST_LINE
    ]
    if small:
        worst = min(small, key=lambda line: line.size)
        sentence = f"{_lines(small)} set in less than {SMALLEST:g} pt; “{worst.text}” in {worst.size:.1f} pt."
        yield _problem(publication, _SMALL, sentence, worst)
    if long:
        worst = max(long, key=_length)
        sentence = f"{_lines(long)} longer than {LONGEST_LINE} characters; “{worst.text}” has {_length(worst)}."
        yield _problem(publication, _LONG, sentence, worst)


def _is_page(trim: Size) -> bool:
    return trim.width >= _PAGE_WIDTH


def _length(line: Line) -> int:
    return len(line.text.strip())


def _lines(some: Sequence[Line]) -> str:
    return "1 line is" if len(some) == 1 else f"{len(some)} lines are"


def _problem(publication: Publication, rule: Listed, sentence: str, line: Line) -> Problem:
    return rule.problem(f"{publication.id}: {sentence}", line.place or publication.id.place)
