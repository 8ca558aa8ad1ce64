"""What a picture of a card shows, in words, for whoever does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.plan_words import dose_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Card, Step
    from publisher.model.dose import Dose
    from publisher.words import Words


class Alternative(NamedTuple):
    """Title and text; a line of the text is a part of the card."""

    title: str
    text: str
    language: str


def alternative(card: Card, words: Words) -> Alternative:
    """A card in words: what it is for, what is seen, what to do and how much, and when to stop."""
    title = words.say("plan.numbered", number=words.number_of(card), title=card.title)
    return Alternative(title, "\n".join(_lines(card, title, words)), words.language)


def routine(title: str, cards: Sequence[Card], words: Words) -> Alternative:
    """The cards of a routine in words, each with its dose in short."""
    titles = [words.say("plan.numbered", number=words.number_of(card), title=card.title) for card in cards]
    lines = [
        words.say("phone_picture.card", title=title) + _in_short(card, words)
        for title, card in zip(titles, cards, strict=True)
    ]
    return Alternative(title, "\n".join([f"{title}.", *lines]), words.language)


def _in_short(card: Card, words: Words) -> str:
    return f" {dose_said(words, card.body.dose)}." if isinstance(card.body, Movement) else ""


def dose_in_words(dose: Dose, words: Words) -> str:
    """A dose as its card prints it: the large figures with their units, then what they leave unsaid."""
    figures = words.say("comma").join(
        f"{words.say('numbers.range', low=figure.low, high=figure.high) if figure.high else figure.low} {figure.unit}"
        for figure in words.dose_strip(dose)
    )
    return " ".join(part for part in (f"{figures}.", words.dose_notes(dose)) if part)


def _lines(card: Card, title: str, words: Words) -> Iterator[str]:
    yield words.say("phone_picture.card", title=title)
    yield _ended(card.purpose)
    if card.picture is not None:
        yield words.say("phone_picture.picture", alt=card.picture.alt)
    yield from _body(card, words)
    stop = getattr(card.body, "stop_if", ())
    if stop:
        yield f"{words.say('card.stop_if')} {words.stop_if(stop)}"
    if stop and card.is_at_work:
        yield f"{words.say('card.alarm')} {words.say('card.get_help')}".replace("\u00a0", " ")


def _body(card: Card, words: Words) -> Iterator[str]:
    match card.body:
        case Movement() as movement:
            yield words.say("phone_picture.dose", dose=dose_in_words(movement.dose, words))
            yield words.say("phone_picture.start", text=movement.start)
            yield from _numbered(movement.steps)
            yield f"{words.say('card.feel')} {_ended(movement.feel)}"
            yield from (f"{words.say('card.precaution')}: {text}" for text in movement.precautions)
        case FormCue() as cue:
            yield from map(_ended, (cue.right, cue.wrong))
            yield from _numbered(cue.steps)
        case FormFault() as fault:
            yield from (f"{words.say('card.mistake')}: {_ended(fault.wrong)}", _ended(fault.instead))
            yield from _numbered(fault.steps)
        case Explanation() as explanation:
            yield from map(_ended, explanation.lines)
            yield f"{words.say('card.so')} {_ended(explanation.so)}"
        case WarningSign() as sign:
            yield f"{words.tier(sign.tier, 'action')}. {words.tier(sign.tier, 'follow')}"
            yield words.tier(sign.tier, "any")
            yield from (f"- {text}" for text in sign.signs)
        case Advice() as advice:
            yield from map(_ended, (*advice.do, *advice.do_not))


def _numbered(steps: Sequence[Step]) -> Iterator[str]:
    return (f"{number}. {step.text}" for number, step in enumerate(steps, 1))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
