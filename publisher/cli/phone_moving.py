"""`surefoot phone moving`: cards that move, as files that any phone plays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from layouts.phone.measures import SCREEN
from publisher import __version__
from publisher.cli.build import choices_for, counted
from publisher.cli.completing import complete_drawn
from publisher.cli.extras import need_pictures
from publisher.cli.options import gather, setting_options
from publisher.cli.picture_options import HEARD, formats_option, size_option
from publisher.cli.telling import shown_path
from publisher.cli.voice import Progress
from publisher.decks import cards_of
from publisher.files import Output, write_all
from publisher.library.overlays import read_library
from publisher.model.card import Movement
from publisher.phone.alternatives import alternative
from publisher.phone.sizes import Pixels, pixels
from publisher.pictures import casting
from publisher.problems import Problem, UsageError
from publisher.workshop import Workshop, unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.workshop import Choices

EXAMPLES = """\b
Examples:
  surefoot phone moving                            every card that moves, into out/phone/moving/
  surefoot phone moving hip-bridge --format gif    one card, for a chat
  surefoot phone moving starter                    the cards of a deck
"""
SIZE = Pixels(720, 1280)
KINDS = {"webp": "webp", "gif": "gif", "apng": "png"}


@click.command(
    params=[*setting_options(*HEARD), size_option(SIZE), formats_option(tuple(KINDS), "webp,gif")], epilog=EXAMPLES
)
@click.argument("names", nargs=-1, metavar="[CARD|DECK]...", shell_complete=complete_drawn)
@click.pass_obj
def command(
    voice: Voice, /, names: tuple[str, ...], *, size: str | None, formats: tuple[str, ...], **flags: object
) -> None:
    """Draw cards that do one rep after another, in their tempo, as moving pictures.

    The files go into a folder `phone/moving` in the output folder, each named after its card. They go on for ever, and
    a hold lasts as long as the card says, with the seconds counted.
    """
    need_pictures()
    asked = SIZE if size is None else pixels(size, SCREEN)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    cards = _movers(library, names)
    outputs = _files(library, cards, choices_for(chosen), asked, formats)
    if not outputs:
        sentence = "nothing moves on " + (
            "this card." if len(names) == 1 and names[0] in library.cards else "these cards."
        )
        hint = "Choose a card that moves, such as `surefoot phone moving hip-bridge`."
        raise UsageError([Problem("nothing-moves", sentence, hint)])
    folder = Path(chosen.text("out") or "out") / "phone" / "moving"
    write_all(folder, outputs, version=__version__)
    made = f"{counted(len(outputs) // len(formats), 'card')}, {counted(len(outputs), 'file')}"
    kilobytes = round(sum(len(one.content) for one in outputs) / 1000)
    voice.line(f"{shown_path(str(folder))}   {made}, {kilobytes} kB")


def _files(
    library: Library, cards: Sequence[Card], choices: Choices, size: Pixels, kinds: Sequence[str]
) -> list[Output]:
    """The films of those cards that move, in each format."""
    from publisher.phone import moving as room  # noqa: PLC0415  # Pillow comes with an extra

    shop, outputs = Workshop.open(library, choices), []
    cast = dict(casting(library, cards, choices.people))
    progress = Progress(wanted=True)
    try:
        for done, card in enumerate(cards):
            progress(done, len(cards))
            if not isinstance(card.body, Movement):
                continue
            setting = shop.setting(library.publications["phone-cards"], None, [card])
            film = room.moving(shop, setting, card, cast[str(card.id)][0], card.body.dose, size)
            if film is not None:
                said = alternative(card, shop.words)
                outputs += [Output(f"{card.id}.{kind}", room.encoded(film, KINDS[kind], said)) for kind in kinds]
    finally:
        progress.end()
    return outputs


def _movers(library: Library, names: Sequence[str]) -> tuple[Card, ...]:
    """The cards of these names and decks that have a figure, each once; with no name, all of the library."""
    named: dict[str, Card] = {}
    strangers = []
    for name in names or library.cards:
        if name in library.cards:
            named[name] = library.cards[name]
        elif name in library.publications:
            named |= {str(card.id): card for card in cards_of(library.publications[name], library.cards)}
        else:
            strangers.append(unknown("card", name, [*library.cards, *library.publications]))
    if strangers:
        raise UsageError(strangers)
    return tuple(card for card in named.values() if card.picture is not None and card.picture.figure is not None)
