"""Cards on paper for a clinician to sign, and the file in which the answers come back."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from layouts import review_sheet
from layouts.product import Job
from layouts.review_sheet import Entry
from publisher.model.publication import Publication
from publisher.pdf.writer import render
from publisher.problems import InputError, Level, Phrase
from publisher.reviews import seal
from publisher.typesetting.document import Document
from publisher.typesetting.glyphs import missing_letters
from publisher.words import Words
from publisher.workshop import DEFAULT_PAPER, Choices, Product, Workshop, chosen_from, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.product import Made, Pair
    from publisher.model.card import Card
    from publisher.model.library import Library

# In this size most decks are printed, and two faces stand beside the boxes to tick.
SIZE, FILE = "poker", "review-sheet.pdf"
# Fields that hold no text: ids of other cards, poses, figures, people and works.
_NAMES = frozenset({"card", "pose", "figure", "person", "beside", "sources", "id", "place"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SPACE = re.compile(r"[\s\u00a0]+")


def review_sheet_of(library: Library, cards: Sequence[Card], choices: Choices) -> Product:
    """The sheet for these cards, with every text of theirs, their sources, and boxes to tick."""
    shop = Workshop.open(library, choices)
    title = shop.words.say("review_sheet.title")
    made = _faces(shop, cards, title)
    problems = [problem for problem in made.problems if problem.level is Level.ERROR]
    if problems:
        raise InputError(problems)
    entries = [_entry(card, pair, shop) for card, pair in zip(cards, made.cards, strict=True)]
    paper = chosen_from(library.papers, "paper", choices.paper, None, DEFAULT_PAPER)
    drawn = review_sheet.draw(entries, shop.plain_setting(), paper.size)
    document = Document(title, shop.words.language, drawn.pages, drawn.sections, "", choices.date)
    return Product(FILE, render(document), len(drawn.pages), len(drawn.pages), (), {})


def _faces(shop: Workshop, cards: Sequence[Card], title: str) -> Made:
    """Both sides of each card, as a deck of them is printed."""
    missing = tuple(missing_letters(shop.typeface, cards))
    if missing:
        raise InputError(missing)
    deck = Publication(Phrase("review-sheet"), Phrase(title), Phrase("pocket"), size=Phrase(SIZE))
    stock = chosen_from(shop.library.stocks, "size", None, SIZE, SIZE)
    setting = shop.setting(deck, stock, cards)
    made: Made = layout_of(deck).make(Job(deck.title, "", tuple(cards), setting, shop.paper(deck).size, stock))
    return made


def _entry(card: Card, pair: Pair, shop: Workshop) -> Entry:
    """A card with what is to be read beside its faces."""
    shown = _bare(" ".join(line.text for face in (pair.front, pair.back) for line in face.lines))
    unseen = list(
        dict.fromkeys(
            _of(name, text, shop.words)
            for name, value in (("purpose", card.purpose), *zip(card.body._fields, card.body, strict=True))
            for text in _texts(value)
            if _bare(text) not in shown
        )
    )
    if card.picture is not None:
        unseen.append(shop.words.say("review_sheet.alt", alt=card.picture.alt))
    return Entry(card, pair.front, pair.back, seal(card, shop.library), tuple(unseen))


def _of(field: str, text: str, words: Words) -> str:
    """A text with the name of its field, where it would not be understood alone."""
    path = f"review_sheet.of.{field}"
    return words.say(path if words.has(path) else "review_sheet.of.other", text=text)


def _bare(text: str) -> str:
    """A text as it can be found again, however it was broken into lines or ended."""
    return _SPACE.sub(" ", text).casefold().strip(" .")


def _texts(value: object) -> Iterator[Phrase]:
    """The texts inside a value of the model; names of other things are none."""
    if isinstance(value, Phrase):
        if not _ID.fullmatch(value):
            yield value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", ("",) * len(value))
        yield from chain.from_iterable(
            _texts(inner) for name, inner in zip(names, value, strict=True) if name not in _NAMES
        )


# --- The file for the answers ---

_FORM = """\
# What a reviewer says of these cards, as on the review sheet. Fill it in, then type:
#   surefoot review take {file} --library my-cards
# A card without an answer stays as it is. A seal stands for the words of its card; leave it as it is.
reviewer:         # first and last name, as the page shall print it
role: physiotherapist
registration:     # the number in the register of that profession, if there is one
date:             # the day of the review, such as 2026-03-31
next:             # the day to look at the cards again, such as 2028-03-31
cards:
"""


def form_of(library: Library, cards: Sequence[Card], file: str) -> str:
    """The results file for these cards, the answers left open."""
    words = Words(library.words)
    return _FORM.format(file=file) + "".join(
        f"  {card.id}:  # {words.number_of(card)} {card.title}\n"
        f"    answer:       # yes, change or no\n"
        f"    note:\n"
        f"    seal: {seal(card, library)}\n"
        for card in cards
    )
