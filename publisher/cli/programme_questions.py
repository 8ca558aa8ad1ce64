"""What `surefoot programme new` asks at a terminal.

Each answer is tried at once, and asked for again until it can be read. Nothing is written before the last one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from publisher.cli.telling import safe
from publisher.library.programme_writing import drafted
from publisher.model.card import Movement, WarningSign
from publisher.model.dose import Range
from publisher.problems import InputError
from publisher.programmes import LONG, MANY, misfits
from publisher.settings import closest
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.library.drafting import Value
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.problems import Problem

# What is printed where nothing else is said.
PLAIN = {"title": "Your exercises", "purpose": "What to do at home, and how."}
# An exercise as it is typed: `card`, and what differs from the card.
Group = dict[str, str]
ALL, NONE = "?", "-"
_COUNT = re.compile(r"[0-9 to-]+")
_WORD = re.compile(r"\w+")


def texts(given: Mapping[str, Value]) -> dict[str, Value]:
    """Title and purpose, where they were not said."""
    questions = {"title": "Title", "purpose": "Purpose, in a line"}
    return {key: _line(questions[key], usual, key) for key, usual in PLAIN.items() if key not in given}


def lines(usual: Sequence[str]) -> list[Value]:
    """What to remember: the usual lines, or what is said instead of each; nothing for a dash."""
    said = (_line(f"Thing to remember {at}", text, "remember") for at, text in enumerate(usual, 1))
    return [line for line in said if line]


def further(usual: str) -> str:
    """When to do more, and what more is; nothing for a dash."""
    return _line("When to do more", usual, "move_on")


def exercises(library: Library) -> list[Group]:
    """Exercise by exercise, at least one, until none is named."""
    words, groups = Words(library.words), list[Group]()
    while card := _chosen(library, [group["card"] for group in groups]):
        group = {"card": str(card.id)}
        click.echo(f"   {card.title}{_as_on_the_card(card, words)}", err=True)
        for part, question in _questions(card, words):
            _put(group, part, question, library.cards)
        groups.append(group)
        if len(groups) == MANY + 1:
            click.echo(
                f"   These are {MANY + 1}: few people keep up more than {MANY}, or {LONG} minutes a day.", err=True
            )
    return groups


def found(said: str, cards: Mapping[str, Card]) -> list[Card]:
    """The cards in whose id or title, or whose sort of thing, all these words begin a word; all cards for `?`.

    Warning signs are none of them: they stand on each handout.
    """
    wanted = _WORD.findall(said.lower())
    told = [card for card in cards.values() if not isinstance(card.body, WarningSign)]
    if said.strip() == ALL:
        return told
    return [card for card in told if wanted and all(any(w.startswith(b) for w in _words_of(card)) for b in wanted)]


def _words_of(card: Card) -> list[str]:
    return _WORD.findall(f"{card.id} {card.title} {card.kind.value} {card.group.value}".lower())


def _chosen(library: Library, taken: Sequence[str]) -> Card | None:
    """The next card, by its id or by its number among those that a word has found; None when there is enough."""
    offered: list[Card] = []
    question = "Exercise: an id, or a word to look for; ? shows all" + (" (Enter when done)" if taken else "")
    while (said := _ask(question)) or not taken:
        card = {**{str(at): one for at, one in enumerate(offered, 1)}, **library.cards}.get(said)
        if card is None:
            offered = _offered(said, library) or offered
        elif isinstance(card.body, WarningSign):
            click.echo("   Warning signs stand on each handout already.", err=True)
        elif str(card.id) in taken:
            click.echo(f"   `{card.id}` is among them already.", err=True)
        else:
            return card
    return None


def _offered(said: str, library: Library) -> list[Card]:
    """The cards that a word finds, shown with numbers to choose by; or what to type instead."""
    if not said:
        click.echo("   A programme has at least one exercise. Type a word, such as `plank`, or ? to see all.", err=True)
        return []
    offered = found(said, library.cards)
    if not offered:
        near = closest(said, library.cards)
        meant = f" Did you mean `{near}`?" if near else ""
        click.echo(f"   Nothing is called `{safe(said)}`.{meant} ? shows all.", err=True)
    for at, card in enumerate(offered, 1):
        click.echo(f"   {at:>2}  {card.id:<28} {card.title}", err=True)
    if offered:
        click.echo("   Type the number or the id of the one you want.", err=True)
    return offered


def _as_on_the_card(card: Card, words: Words) -> str:
    return f": {words.dose_line(card.body.dose)}" if isinstance(card.body, Movement) else ""


def _questions(card: Card, words: Words) -> Iterator[tuple[str, str]]:
    """What is asked, by the part that the answer is for; what is read and not done takes a note alone."""
    if isinstance(card.body, Movement):
        dose = card.body.dose
        yield "sets", f"Sets ({_usual(words.span(dose.sets))})"
        yield _work(dose, words)
        yield "load", f"Load, such as 5 kg ({_usual(dose.load)})"
        if dose.sides.count > 1:
            yield "side", "Side, left or right (Enter: both)"
        days = words.counted(dose.days_a_week, "days_a_week") if dose.days_a_week else None
        yield "days", f"Days: how many a week, such as 3, or which, such as mon, thu ({_usual(days)})"
    yield "note", "Note, printed as you write it (Enter: none)"


def _work(dose: Dose, words: Words) -> tuple[str, str]:
    if dose.seconds is not None:
        return "seconds", f"Seconds of a set ({_usual(words.short_time(dose.seconds))})"
    return "reps", f"Reps ({_usual(words.span(dose.reps or Range(1, 1)))})"


def _usual(said: str | None) -> str:
    """What Enter leaves."""
    return f"Enter: {said}, as on the card" if said else "Enter: none"


def _put(group: Group, part: str, question: str, cards: Mapping[str, Card]) -> None:
    """One part of an exercise, asked until it can be read; Enter, or a dash, leaves it as on the card."""
    while (said := _ask(f"   {question}")) not in {"", NONE}:
        field = "days_a_week" if part == "days" and _COUNT.fullmatch(said) else part
        if _reads({"id": "x", **PLAIN}, {**group, field: said}, cards):
            group[field] = said
            return


def _line(question: str, usual: str, field: str) -> str:
    """A line as usual, or as somebody wants it, asked until it can be read; what may be left out is, for a dash."""
    needed = field in PLAIN
    while True:
        said = _ask(question if needed else f"{question} ({NONE} for none)", usual)
        if said == NONE and not needed:
            return ""
        value: Value = [said] if field == "remember" else said
        if said and _reads({"id": "x", **PLAIN, field: value}, {"card": "x"}, {}):
            return said


def _reads(fields: Mapping[str, Value], group: Group, cards: Mapping[str, Card]) -> bool:
    """Whether a programme can be made of this and printed; if not, what would be right is told."""
    problems = [*_wrong(fields, group, cards)]
    for problem in problems:
        click.echo(f"   {safe(problem.sentence)} {safe(problem.hint)}", err=True)
    return not problems


def _wrong(fields: Mapping[str, Value], group: Group, cards: Mapping[str, Card]) -> Iterator[Problem]:
    from publisher.typesetting.glyphs import missing_letters  # noqa: PLC0415  # fonts take their time
    from publisher.workshop import the_typeface  # noqa: PLC0415

    try:
        programme = drafted(fields, [group])
    except InputError as error:
        yield from error.problems
    else:
        yield from misfits(programme, cards)
        yield from missing_letters(the_typeface(), (programme,))


def _ask(question: str, usual: str = "") -> str:
    said: str = click.prompt(question, default=usual, show_default=bool(usual), err=True)
    return said.strip()
