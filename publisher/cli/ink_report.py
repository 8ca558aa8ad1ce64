"""`--report`: how much ink what was printed takes, and how much less than in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from publisher.cli.extras import need_pictures
from publisher.model.printing import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from publisher.cli.telling import JSON
    from publisher.pdf.coverage import Coverage
    from publisher.workshop import Product

# What the figures are, said once below them.
MEANING = (
    "100 % is a page that is covered by black. What cyan, magenta, yellow and black cover\n"
    "is added up, with black in place of what the three colours share."
)


def report_option() -> click.Option:
    """The flag, for every command that prints."""
    return click.Option(["--report"], is_flag=True, help="Say how much ink each file takes.")


class Used(NamedTuple):
    """The ink of one file, and of the same in colour if it was printed otherwise."""

    own: Coverage
    coloured: Coverage | None

    def told(self) -> str:
        """As a line of its own."""
        mean, highest = (
            f"{self.own.mean:.1f} % of a page on average",
            f"{self.own.highest:.1f} % on page {self.own.page}",
        )
        said = f"ink: {mean}, at most {highest}"
        if self.coloured is None:
            return said
        less = round(self.own.less_than(self.coloured))
        return f"{said}; {abs(less)} % {'less' if less >= 0 else 'more'} than in colour"

    def as_data(self) -> JSON:
        """The same for a program, in percent."""
        data: dict[str, JSON] = {
            "mean": round(self.own.mean, 2),
            "highest": round(self.own.highest, 2),
            "page": self.own.page,
            "pages": [round(share, 2) for share in self.own.pages],
        }
        if self.coloured is not None:
            data["less_than_colour"] = round(self.own.less_than(self.coloured), 1)
        return data


def ink_used(
    products: Sequence[Product], ink: Ink, in_colour: Callable[[], Sequence[Product]] | None
) -> Mapping[str, Used]:
    """The ink of each file by its name. `in_colour` prints the same again for a comparison, or is not to be asked."""
    need_pictures()
    from publisher.pdf.coverage import coverage  # noqa: PLC0415  # few runs ask, and Pillow takes its time

    again = in_colour() if in_colour is not None and ink is not Ink.COLOUR else ()
    coloured = {product.name: coverage(product.content) for product in again if product.pages}
    return {
        product.name: Used(coverage(product.content), coloured.get(product.name))
        for product in products
        if product.pages
    }
