"""`surefoot review`: what awaits a clinician's review, a sheet to sign, and the answers taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import days
from publisher.cli.build import choices_for, write
from publisher.cli.options import gather, setting_options
from publisher.cli.review_choice import choose, which_cards
from publisher.cli.review_list import command as listing
from publisher.cli.telling import safe, shown_path
from publisher.files import write_together, write_whole
from publisher.library.overlays import read_library
from publisher.library.review_taking import read_results, take
from publisher.problems import Place, Problem, UsageError
from publisher.review_sheets import form_of, review_sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.cli.review_choice import Chosen
    from publisher.cli.telling import JSON
    from publisher.cli.voice import Voice
    from publisher.library.review_taking import Taken
    from publisher.model.card import Card
    from publisher.model.review import Results
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot review                                    what awaits review, is overdue or has changed
  surefoot review sheet --group strength             out/review-sheet.pdf, to read, tick and sign
  surefoot review form --group strength              answers.yaml, to write the answers into
  surefoot review take answers.yaml --library my-cards
"""
_LIST = "list"
FORM = "answers.yaml"


class _Review(click.Group):
    """A group that lists when no other word is said: `surefoot review plank` is `surefoot review list plank`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words, with `list` before them where none of our own words begins them."""
        named = args[:1] and (args[0] in self.commands or args[0] == "--help")
        return super().parse_args(ctx, args if named else [_LIST, *args])


@click.group(cls=_Review, epilog=EXAMPLES)
def command() -> None:
    """Say what awaits a clinician's review, print a sheet to sign, and take the answers back.

    Without one of these words it lists.
    """


command.add_command(listing, _LIST)


# --- The sheet and the form ---


@command.command(
    params=[*which_cards(), *setting_options("library", "out", "paper", "theme", "person", "language", "country")],
    epilog="\b\nExample:\n  surefoot review sheet plank bird-dog --paper letter\n",
)
@click.pass_obj
def sheet(voice: Voice, /, **flags: object) -> None:
    """Print cards to read, tick and sign.

    Both faces of each at real size, its sources in full, boxes to tick, and lines for notes and a signature.
    Without a card, a group or a publication: all cards that need a review.
    """
    settings, _ = gather(flags)
    chosen = choose(settings, flags)
    cards = _some(voice, chosen)
    if cards:
        product = review_sheet_of(chosen.library, cards, choices_for(settings))
        write(voice, [product], Path(settings.text("out") or "out"))


@command.command(
    params=[*which_cards(), *setting_options("library", "language")],
    epilog="\b\nExample:\n  surefoot review form plank bird-dog --file ana.yaml\n",
)
@click.option("--file", type=click.Path(path_type=Path), default=Path(FORM), metavar="FILE", help=f"[default: {FORM}]")
@click.pass_obj
def form(voice: Voice, /, *, file: Path, **flags: object) -> None:
    """Write a file to put the answers in.

    It holds every card with its seal, the answers left open. Without a card, a group or a publication: all cards
    that need a review.
    """
    settings, _ = gather(flags)
    chosen = choose(settings, flags)
    cards = _some(voice, chosen)
    if not cards:
        return
    if file.exists():
        hint = "Choose another name with --file, or move it away first."
        raise UsageError(
            [Problem("already-there", "this is already there; nothing was changed.", hint, Place(str(file)))]
        )
    write_whole(file, form_of(chosen.library, cards, file.name).encode())
    voice.line(shown_path(str(file)))
    voice.line(f"Write the answers into it, then type: surefoot review take {shown_path(str(file))} --library my-cards")


def _some(voice: Voice, chosen: Chosen) -> tuple[Card, ...]:
    cards = chosen.needing()
    if not cards:
        voice.line(f"The reviews of all {len(chosen.cards)} cards hold; name a card to have it looked at anyway.")
    return cards


# --- The answers ---


@command.command(
    "take",
    params=[days.today_option(), *setting_options("library", "language")],
    epilog="\b\nExample:\n  surefoot review take answers.yaml --library my-cards\n",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def taken(voice: Voice, /, file: Path, *, today: str | None, as_data: bool, **flags: object) -> None:
    """Take answers into your library.

    They are written into the files of its cards, all of them or none. A yes signs the card; a change or a no
    takes an earlier signature away. A card of ours is signed in a small file of
    your own that extends it.
    """
    voice.json = as_data
    settings, _ = gather(flags)
    root = _home(settings)
    library = read_library(settings.folders(), language=settings.text("language") or "en")
    results = read_results(file)
    found = take(results, library, root, days.today(today))
    written = write_together(root, found.files)
    if as_data:
        voice.answer(_answers(found, written))
    else:
        _tell(voice, results, found, written)


def _home(settings: Settings) -> Path:
    """The library on top, which is the reader's own."""
    folders = settings.folders()
    if not folders:
        sentence = "the built-in cards are not changed; a review goes into a library of your own."
        hint = "Make one: mkdir -p my-cards/cards. Then add to what you typed: --library my-cards"
        raise UsageError([Problem("no-own-library", sentence, hint)])
    return folders[-1]


def _tell(voice: Voice, results: Results, found: Taken, written: Sequence[Path]) -> None:
    if found.signed:
        voice.line(f"Signed by {safe(results.reviewer)} ({len(found.signed)}): {_ids(found.signed)}")
    for card, answered in found.refused:
        answer = answered.answer.value if answered.answer else ""
        voice.line(f"Not signed, {answer}: {card.id}{f'. {safe(answered.note)}' if answered.note else ''}")
    if found.waiting:
        voice.line(f"No answer yet ({len(found.waiting)}): {_ids(found.waiting)}")
    for path in written:
        voice.line(shown_path(str(path)))


def _ids(cards: Iterable[Card]) -> str:
    return ", ".join(str(card.id) for card in cards)


def _answers(found: Taken, written: Sequence[Path]) -> JSON:
    refused: list[JSON] = [
        {"id": str(card.id), "answer": answered.answer.value if answered.answer else None, "note": answered.note}
        for card, answered in found.refused
    ]
    return {
        "signed": [str(card.id) for card in found.signed],
        "refused": refused,
        "waiting": [str(card.id) for card in found.waiting],
        "files": [str(path) for path in written],
    }
