"""Options that are settings: made from the one table in `publisher.settings`, so that flag and file agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import printers
from publisher.settings import FILE, LONGEST_MM, SETTINGS, Kind, Layer, Setting, Settings, read_file, settle, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.model.printing import PrinterProfile
    from publisher.settings import Value

# Where to write, in every command that writes, and in short.
OUT, OUT_SHORT = "--out", "-o"
# What a setting that was typed is said to come from.
COMMAND_LINE = "command line"


def setting_options(*names: str) -> list[click.Parameter]:
    """Options for these settings, or for all. None is their default: the files and the table decide then."""
    return [_option(setting) for setting in SETTINGS if not names or setting.name in names]


def gather(flags: Mapping[str, object]) -> tuple[Settings, PrinterProfile | None]:
    """Every setting from flags, files and printer, and the printer's profile if one was chosen."""
    given: dict[str, Value] = {name: _flag(value) for name, value in flags.items()}
    user = printers.user_folder() / FILE
    layers = [Layer(COMMAND_LINE, given), read_file(Path(FILE)), read_file(user)]
    settings = settle(layers)
    name = settings.text("printer")
    if not name:
        return settings, None
    profile = printers.read(name)
    known: dict[str, Value] = {"flip": profile.flip.value, "margin": profile.margin}
    return settle([*layers, Layer(f"printer {name}", known)]), profile


def _flag(value: object) -> Value:
    if isinstance(value, tuple):
        return tuple(str(item) for item in value) or None
    return value if isinstance(value, str | float | int | bool) else None


def _length(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    if value is not None and not 0 <= value <= LONGEST_MM:
        raise click.BadParameter(f"{value:g} is out of reach; a length is from 0 to {LONGEST_MM:.0f} mm.")
    return value


def _option(setting: Setting) -> click.Option:
    name, meaning = f"--{setting.name}", setting.meaning
    default = f"{meaning} [default: {told(setting.default)}]"
    match setting.kind:
        case Kind.YES_NO:
            return click.Option([f"{name}/--no-{setting.name}"], default=None, help=meaning)
        case Kind.CHOICE:
            return click.Option([name], type=click.Choice(setting.choices), help=default)
        case Kind.LENGTH:
            return click.Option([name], type=float, callback=_length, metavar="MM", help=default)
        case Kind.FOLDERS | Kind.NAMES:
            return _repeated(setting)
        case Kind.FOLDER:
            return click.Option(_spelt(name), type=click.Path(), metavar="DIR", help=default)
        case _:
            said = default if setting.default else meaning
            return click.Option([name], metavar="NAME", help=said, shell_complete=_complete)


def _spelt(name: str) -> list[str]:
    """An option, and the short form that people know from other programs."""
    return [name, OUT_SHORT] if name == OUT else [name]


def _repeated(setting: Setting) -> click.Option:
    """An option that can be given again."""
    if setting.kind is Kind.FOLDERS:
        return click.Option(
            [f"--{setting.name}"], multiple=True, type=click.Path(), metavar="DIR", help=setting.meaning
        )
    name, meaning = f"--{setting.name}", setting.meaning
    return click.Option([name], multiple=True, metavar="NAME", help=meaning, shell_complete=_complete)


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    # Only here: it reads libraries, and most runs complete nothing.
    from publisher.cli.completing import complete_setting  # noqa: PLC0415

    return complete_setting(context, parameter, begun)
