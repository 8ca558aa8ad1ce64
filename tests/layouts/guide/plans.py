"""A plan to print the built-in deck; a test names what matters to it."""

from __future__ import annotations

from layouts.guide.plan import Plan
from publisher.model.printing import PrintSettings
from publisher.press.imposition import impose
from tests.factories import the_library


def a_plan(cards: int = 20, stock: str = "poker", paper: str = "a4", **printing: object) -> Plan:
    library, settings = the_library(), PrintSettings(**printing)
    size, sheet = library.stocks[stock], library.papers[paper]
    return Plan("A few cards", cards, size, sheet, settings, impose(cards, sheet, size, settings))
