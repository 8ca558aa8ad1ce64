"""Options of a long command under headings, so that its `--help` is read and not only searched."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The heading of what no other names.
REST = "Options"


class Sectioned(click.Command):
    """A command whose options stand under the headings of `sections`, in the order in which each names them.

    What none names comes last, so that no option is hidden.
    """

    sections: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType({})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each option once."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        rows = {_name(each): row for each in options if (row := each.get_help_record(ctx))}
        named = {name for names in self.sections.values() for name in names}
        rest = [name for name in rows if name not in named]
        for heading, names in {**self.sections, REST: rest}.items():
            if found := [rows[name] for name in names if name in rows]:
                with formatter.section(heading):
                    formatter.write_dl(found)


def _name(option: click.Option) -> str:
    """The long form of an option, such as `--out`."""
    return max(option.opts, key=len)
