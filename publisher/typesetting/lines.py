"""Breaking words into lines: left aligned, never hyphenated, numbers kept with what they count.

Greedy from the top, then at most one word moves down so that the last line is not a single word.
Titles are balanced over their lines instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.geometry import mm
from publisher.typesetting.face import Run, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.long_words import broken_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from publisher.colour import Colour
    from publisher.problems import Place
    from publisher.typesetting.fonts import Typeface

NO_BREAK_SPACE = "\u00a0"
# So many paragraphs are kept with their lines: a side is measured before it is drawn, and cards share their labels.
KEPT = 2000


class Style(NamedTuple):
    """Size and leading in points, weight, colour; tracking in points."""

    size: float
    leading: float
    colour: Colour
    weight: Weight = Weight.REGULAR
    tracking: float = 0.0

    def bold(self) -> Style:
        """The same, heavier."""
        return self._replace(weight=Weight.BOLD)

    def at(self, size: float, leading: float) -> Style:
        """The same in another size."""
        return self._replace(size=size, leading=leading)


class Span(NamedTuple):
    """Words of one weight inside a paragraph."""

    text: str
    weight: Weight


# A whole paragraph, as it is looked up.
Texts: TypeAlias = tuple[Span, ...]
WORD_SPACE = Span(" ", Weight.REGULAR)


class SetLine(NamedTuple):
    """A broken line: its runs, its width in millimetres, and whether its last word goes on in the next one."""

    runs: tuple[Run, ...]
    width: float
    goes_on: bool = False


class Block(NamedTuple):
    """Lines that were measured and not yet placed. Heights in millimetres.

    `overwide` says that a single word is wider than the column.
    """

    lines: tuple[SetLine, ...]
    style: Style
    overwide: bool = False
    place: Place | None = None

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return mm(self.style.leading)

    @property
    def height(self) -> float:
        """From the top of the first line's slot to the bottom of the last."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """The widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def first_baseline(self) -> float:
        """From the top of the block to its first baseline: capitals stand in the middle of their slot."""
        return mm((self.style.leading + CAP_HEIGHT * self.style.size) / 2)


class Word(NamedTuple):
    """What is never broken: its pieces by weight, its advance in 1/1000 em, and how many letters it has.

    One that `goes_on` is the beginning of a longer word.
    """

    pieces: tuple[Span, ...]
    width: int
    letters: int
    goes_on: bool = False

    @property
    def is_several(self) -> bool:
        """Whether words were kept together in it, such as a number and its unit."""
        return any(NO_BREAK_SPACE in piece.text for piece in self.pieces)


def set_block(
    typeface: Typeface,
    spans: Sequence[Span],
    style: Style,
    width: float,
    *,
    narrow: tuple[int, float] = (0, 0.0),
    balanced: bool = False,
    breaking: bool = False,
) -> Block:
    """Break the spans into lines at most `width` millimetres wide; the first `narrow[0]` lines take `narrow[1]`.

    With `breaking` a word that is wider goes on in the next line.
    """
    texts = tuple(spans)
    key = (texts, style, width, narrow, balanced, breaking)
    known = typeface.broken.get(key)
    if known is None:
        if len(typeface.broken) >= KEPT:
            typeface.broken.clear()
            typeface.tokens.clear()
        known = _broken(typeface, texts, style, width, narrow, balanced=balanced, breaking=breaking)
        typeface.broken[key] = known
    return Block(known[0], style, known[1])


def _broken(
    typeface: Typeface,
    texts: Texts,
    style: Style,
    width: float,
    narrow: tuple[int, float],
    *,
    balanced: bool,
    breaking: bool,
) -> tuple[tuple[SetLine, ...], bool]:
    """The lines, and whether a word is wider than its line."""
    unit = mm(style.size) / 1000
    # Tracking is given in points for each letter; as thousandths of an em it can be added to advances.
    tracking = style.tracking / style.size * 1000
    words = _words(typeface, texts)
    if tracking:
        words = tuple(Word(w.pieces, round(w.width + w.letters * tracking), w.letters) for w in words)
    if breaking:
        words = tuple(broken_up(typeface, words, width / unit, tracking))
    space = typeface.width(" ", style.weight) + tracking

    def room(line: int) -> float:
        return (narrow[1] if line < narrow[0] else width) / unit

    lines = _greedy(words, space, room)
    balanced = balanced and len(lines) > 1
    lines = _balance(words, space, room, lines) if balanced else _comfort_last(lines, space, room)
    # A line of several words was only made because it has room.
    overwide = any(len(line) == 1 and line[0].width > room(i) + 1 for i, line in enumerate(lines))
    return tuple(_build(typeface, line, style, tracking) for line in lines), overwide


def _words(typeface: Typeface, texts: Texts) -> tuple[Word, ...]:
    """Words with their widths, split once for all sizes."""
    known = typeface.tokens.get(texts)
    if known is None:
        known = typeface.tokens[texts] = _split_plainly(typeface, texts) or tuple(_split(typeface, texts))
    return known


def _split_plainly(typeface: Typeface, texts: Texts) -> tuple[Word, ...]:
    """Most paragraphs: no number that could bind, and every span ends at a space. Empty when it is not one of them."""
    words: list[Word] = []
    ended, number = True, False
    for text, weight in texts:
        known = typeface.plain[weight]
        if not (ended or text.startswith(" ")):
            return ()
        ended = text.endswith(" ")
        for token in text.split(" "):
            if number and token:
                return ()
            if token:
                word = known.get(token)
                if word is None:
                    word = Word((Span(token, weight),), typeface.width(token, weight), len(token))
                    number = _is_number(token[-1])
                    if not number:
                        known[token] = word
                words.append(word)
    return tuple(words)


def _split(typeface: Typeface, texts: Texts) -> Iterator[Word]:
    """A number and what it counts, and both ends of a range, are one word."""
    tokens: list[list[Span]] = []
    open_word = False
    for text, weight in texts:
        pieces = text.split(" ")
        for i, piece in enumerate(pieces):
            if i > 0:
                open_word = False
            if not piece:
                continue
            if open_word:
                tokens[-1].append(Span(piece, weight))
            else:
                tokens.append([Span(piece, weight)])
            open_word = True
    for token in _glued(tokens):
        letters = sum(len(piece.text) for piece in token)
        width = sum(typeface.width(piece.text, piece.weight) for piece in token)
        yield Word(tuple(token), width, letters)


def _glued(tokens: list[list[Span]]) -> Iterator[list[Span]]:
    held: list[Span] = []
    for i, token in enumerate(tokens):
        following = tokens[i + 1][0].text if i + 1 < len(tokens) else ""
        after = tokens[i + 2][0].text if i + 2 < len(tokens) else ""
        in_range = bool(held) and len(token[0].text) <= 3 and following[:1].isdigit()  # "8 to" and then "12"
        held = [*held, *token]
        if following and (in_range or _binds(token[-1].text, following, after)):
            held.append(Span(NO_BREAK_SPACE, token[-1].weight))
            continue
        yield _merged(held)
        held = []


def _binds(word: str, following: str, after: str) -> bool:
    """A number binds what it counts; a short word between two numbers binds both ("8 to 12")."""
    if _is_number(word[-1]):
        between_numbers = len(following) <= 3 and after[:1].isdigit()
        return between_numbers or following[:1].isalpha() or following[:1] == "%"
    return False


def _is_number(letter: str) -> bool:
    return letter.isdigit() or letter in "½¼¾"


def _merged(pieces: list[Span]) -> list[Span]:
    out: list[Span] = []
    for piece in pieces:
        if out and out[-1].weight is piece.weight:
            out[-1] = Span(out[-1].text + piece.text, piece.weight)
        else:
            out.append(piece)
    return out


def _length(words: Sequence[Word], space: float) -> float:
    return sum([word.width for word in words]) + space * max(0, len(words) - 1)


def _greedy(words: Sequence[Word], space: float, room: Callable[[int], float]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    used, left = 0.0, -1.0
    for word in words:
        wanted = used + space + word.width
        if wanted <= left:
            lines[-1].append(word)
            used = wanted
        else:
            lines.append([word])
            used, left = word.width, room(len(lines) - 1)
    return lines


def _comfort_last(lines: list[list[Word]], space: float, room: Callable[[int], float]) -> list[list[Word]]:
    """Move one word down when the last line holds a single one and the line above can spare it."""
    last = len(lines) - 1
    if last < 1 or len(lines[last]) > 1 or lines[last][0].is_several or len(lines[last - 1]) < 3:
        return lines
    moved = [lines[last - 1][-1], *lines[last]]
    if _length(moved, space) > room(last):
        return lines
    return [*lines[: last - 1], lines[last - 1][:-1], moved]


def _balance(
    words: Sequence[Word], space: float, room: Callable[[int], float], lines: list[list[Word]]
) -> list[list[Word]]:
    """The narrowest column that needs no more lines."""
    low, high = 0.0, 1.0
    best = lines
    for _ in range(8):
        share = (low + high) / 2
        tried = _greedy(words, space, lambda line, s=share: room(line) * s)  # type: ignore[misc]
        fits = len(tried) <= len(lines) and all(_length(row, space) <= room(i) for i, row in enumerate(tried))
        if fits:
            best, high = tried, share
        else:
            low = share
    return best


def _build(typeface: Typeface, words: Sequence[Word], style: Style, tracking: float) -> SetLine:
    runs: list[Run] = []
    width = 0.0
    for text, weight in _joined(words):
        shaped = typeface.shape(text, weight)
        width += shaped.width + len(text) * tracking
        runs.append(Run(text, weight, style.colour, shaped.width, shaped.kerning))
    return SetLine(tuple(runs), mm(style.size) * width / 1000, words[-1].goes_on)


def _joined(words: Sequence[Word]) -> Iterator[tuple[str, Weight]]:
    """Words with their spaces, as runs of one weight; a space goes with the word before it."""
    held: list[str] = []
    weight = words[0].pieces[0].weight
    for word in words:
        if held:
            held.append(" ")
        for piece in word.pieces:
            if piece.weight is not weight:
                yield "".join(held), weight
                held, weight = [], piece.weight
            held.append(piece.text)
    yield "".join(held), weight
