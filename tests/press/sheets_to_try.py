"""Papers, stocks and settings for the tests of the press."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import strategies as st

from publisher.model.printing import Flip, Marks, PrintSettings, SheetOrder, Sides
from publisher.model.stock import Paper, Precut, Stock
from publisher.problems import Phrase

ASSETS = Path(__file__).parents[2] / "assets"
A4 = Paper(Phrase("a4"), Phrase("A4"), 210, 297)
LETTER = Paper(Phrase("letter"), Phrase("US Letter"), 215.9, 279.4)
PAPERS = (A4, LETTER)


def a_stock(width: float = 63.5, height: float = 88.9, sheet: Precut | None = None, name: str = "Poker") -> Stock:
    return Stock(
        Phrase("poker"), Phrase(name), width, height, Phrase("card-small"), 9.5, 8, Phrase("-"), False, sheet=sheet
    )


def built_in() -> dict[str, Stock]:
    """Every stock of the project, read without its library: the geometry alone."""
    stocks = {}
    for path in sorted((ASSETS / "stocks").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        sheet = Precut(**data["sheet"]) if "sheet" in data else None
        stocks[path.stem] = a_stock(data["width"], data["height"], sheet, data["name"])
    return stocks


STOCKS = built_in()
POKER = STOCKS["poker"]
PLAIN = {name: stock for name, stock in STOCKS.items() if stock.sheet is None}

lengths = st.integers(30_000, 130_000).map(lambda micrometres: micrometres / 1000)
stocks = st.one_of(
    st.sampled_from(list(PLAIN.values())),
    st.tuples(lengths, lengths).map(lambda sides: a_stock(min(sides), max(sides))),
)
settings = st.builds(
    PrintSettings,
    sides=st.sampled_from([Sides.DUPLEX, Sides.FOLD, Sides.FRONT]),
    flip=st.sampled_from(Flip),
    order=st.sampled_from(SheetOrder),
    marks=st.sampled_from(Marks),
    margin=st.floats(0, 20),
    gap=st.one_of(st.just(0.0), st.floats(4, 12)),
    bleed=st.floats(0, 5),
)


def precut_paper(stock: Stock) -> Paper:
    assert stock.sheet is not None
    return {paper.id: paper for paper in PAPERS}[stock.sheet.paper]
