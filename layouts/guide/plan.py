"""What a printing guide has to know: the deck, the stock, and the sheets it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.printing import SheetOrder, Sides

if TYPE_CHECKING:
    from publisher.model.printing import PrintSettings
    from publisher.model.stock import Paper, Stock
    from publisher.press.sheets import Imposition, Page, Side


class Plan(NamedTuple):
    """What is to be printed, and how: `cards` counts different ones, `imposed` knows the sheets."""

    deck: str
    cards: int
    stock: Stock
    paper: Paper
    settings: PrintSettings
    imposed: Imposition

    @property
    def own_pages(self) -> int:
        """How many pages the guide takes: where the printer turns the paper by itself, a sheet of its own."""
        return 2 if self.turns and self.settings.order is SheetOrder.INTERLEAVED else 1

    @property
    def turns(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self.settings.sides is Sides.DUPLEX

    @property
    def is_for_a_shop(self) -> bool:
        """Whether there are no sheets, but a page for each face."""
        return self.settings.sides is Sides.SINGLE

    def numbers(self, side: Side | None = None) -> list[int]:
        """The page numbers of one side, or of both, in this file."""
        pages = enumerate(self.imposed.pages, self.own_pages + 1)
        return sorted(number for number, page in pages if side is None or page.side is side)

    def first(self, side: Side) -> Page | None:
        """The first sheet's page of one side."""
        return next((page for page in self.imposed.pages if page.sheet == 1 and page.side is side), None)
