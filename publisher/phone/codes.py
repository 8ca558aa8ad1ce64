"""Addresses as QR codes: drawings of our own, a millimetre a module, with the quiet zone that a camera needs.

segno works out which modules are dark (ISO/IEC 18004); it is imported only where a publication has a `link`.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from layouts.setting import Code
from publisher.colour import INK
from publisher.drawing import Drawing, Mark, Path, polyline
from publisher.geometry import Box
from publisher.phone.links import address_of
from publisher.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.problems import Phrase

# Modules kept free on every side (ISO/IEC 18004, 5.3.8).
QUIET = 4
# With more modules than a version 4 has they are too fine for a phone at 20 mm; so many letters it holds at level M.
HIGHEST_VERSION, LONGEST = 4, 62
Corner = tuple[int, int]


def codes_of(publication: Publication, cards: Iterable[Card], ink: Colour = INK) -> dict[str, Code]:
    """The code of each card by its id; none where the publication leads nowhere. Raises an address that is too long."""
    link = publication.link
    if link is None:
        return {}
    addresses = {str(card.id): address_of(link, card.id) for card in cards}
    longest = max(addresses, key=lambda name: len(addresses[name]), default=None)
    if longest is not None and len(addresses[longest]) > LONGEST:
        raise InputError([_too_long(link, longest, addresses[longest])])
    return {name: Code(address, drawn(address, ink)) for name, address in addresses.items()}


def _too_long(link: Phrase, card_id: str, address: str) -> Problem:
    over = len(address) - LONGEST
    sentence = (
        f"with the name of the card `{card_id}` this address has {len(address)} characters; "
        f"a code on a card holds {LONGEST}."
    )
    hint = f"Choose one that is {over} shorter, such as https://example.org/b."
    return Problem("link-too-long", sentence, hint, link.place, len(link))


def drawn(address: str, ink: Colour = INK) -> Drawing:
    """A code as one path, in a box that holds its quiet zone: a millimetre a module. Level M or better."""
    rows = modules(address)
    side = len(rows) + 2 * QUIET
    return Drawing(Box(0, 0, side, side), (Mark(outline(rows), fill=ink, even_odd=True),))


def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Which modules are dark, row by row, without the quiet zone."""
    import segno  # noqa: PLC0415  # only where a publication has a link

    made = segno.make_qr(address, error="m", mode="byte", encoding="ascii", boost_error=True)
    if int(made.version) > HIGHEST_VERSION:
        raise ValueError("an address is too long for a code; it should have been refused earlier")
    return tuple(tuple(module == 1 for module in row) for row in made.matrix)


def for_terminal(address: str) -> str:
    """A code to scan from a terminal, two rows of modules a line: light on black, whatever the terminal's colours."""
    import segno  # noqa: PLC0415

    out = StringIO()
    segno.make_qr(address, error="l").terminal(out, compact=True)
    return "\n".join(f"\x1b[97;40m{line}\x1b[0m" for line in out.getvalue().splitlines())


def outline(rows: Sequence[Sequence[bool]]) -> Path:
    """Round all dark modules: one path without a seam between neighbours, `QUIET` in from the corner."""
    following = _edges(rows)
    out = Path()
    while following:
        start = min(following)
        corners, at, came = [start], start, (0, 0)
        while True:
            onward = following[at]
            # Where two corners touch, go straight round one of them: never along the way that came.
            end = onward.pop(_turn(at, onward, came))
            if not onward:
                del following[at]
            came = (end[0] - at[0], end[1] - at[1])
            at = end
            if at == start:
                break
            corners.append(at)
        out = out.joined(polyline([(x + QUIET, y + QUIET) for x, y in _straightened(corners)], closed=True))
    return out


def _turn(at: Corner, onward: Sequence[Corner], came: Corner) -> int:
    """Of two ways on from a corner the one to the right, so that touching modules stay two shapes."""
    right = (-came[1], came[0])
    ways = [(end[0] - at[0], end[1] - at[1]) for end in onward]
    return ways.index(right) if right in ways else 0


def _edges(rows: Sequence[Sequence[bool]]) -> dict[Corner, list[Corner]]:
    """The sides of dark modules that lie beside light ones, from corner to corner, dark at the right."""
    size = len(rows)

    def dark(x: int, y: int) -> bool:
        return 0 <= x < size and 0 <= y < size and rows[y][x]

    found: dict[Corner, list[Corner]] = {}
    for y in range(size):
        for x in range(size):
            if not dark(x, y):
                continue
            sides = (
                ((x, y), (x + 1, y), dark(x, y - 1)),
                ((x + 1, y), (x + 1, y + 1), dark(x + 1, y)),
                ((x + 1, y + 1), (x, y + 1), dark(x, y + 1)),
                ((x, y + 1), (x, y), dark(x - 1, y)),
            )
            for begin, end, shared in sides:
                if not shared:
                    found.setdefault(begin, []).append(end)
    return found


def _straightened(corners: Sequence[Corner]) -> list[Corner]:
    """The corners where a line turns."""
    count = len(corners)
    return [
        corner
        for place, corner in enumerate(corners)
        if not _in_line(corners[place - 1], corner, corners[(place + 1) % count])
    ]


def _in_line(one: Corner, two: Corner, three: Corner) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]
