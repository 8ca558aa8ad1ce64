"""A card as labelled lines for a terminal, in the order in which a person needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Card, Fault, Step, Variant
    from publisher.model.library import Library
    from publisher.words import Words


class Line(NamedTuple):
    """A text that is wrapped, and what it hangs from, such as "1."."""

    text: str
    lead: str = ""


class Part(NamedTuple):
    """A label and its lines."""

    label: str
    lines: tuple[Line, ...]


def parts(card: Card, library: Library, words: Words) -> list[Part]:
    """Everything that the card says, and who stands behind it."""
    sources = [library.sources[key].short for key in card.evidence.sources if key in library.sources]
    evidence = words.evidence(card.evidence.level, sources)
    shown = [_part("", card.purpose), *_body(card, words), _part("", evidence, words.review(card.review))]
    return [part for part in shown if any(line.text for line in part.lines)]


def _body(card: Card, words: Words) -> Iterator[Part]:
    match card.body:
        case Movement() as body:
            yield from _movement(body, words, needs=words.needs(card))
        case FormCue() as body:
            yield _part("", body.cue, body.right, body.wrong)
            yield _part(words.say("card.why"), body.why)
            yield _steps(body.steps)
            yield _part(words.say("card.feel"), body.feel)
            yield _faults(body.faults, words)
            yield _list(words.say("card.stop_if"), body.stop_if)
        case FormFault() as body:
            yield _part("", body.wrong)
            yield _list(words.say("card.looks_like"), body.signs)
            yield _part(words.say("card.why"), body.why)
            yield _part(words.say("card.instead"), body.instead)
            yield _steps(body.steps)
            yield _list(words.say("card.stop_if"), body.stop_if)
        case Explanation() as body:
            yield _part("", *body.lines)
            yield _part("", *(f"{point.lead} {point.text}" for point in body.points))
            yield _part(words.say("card.so"), body.so)
        case WarningSign() as body:
            yield _part("", words.tier(body.tier, "action") + ".", words.tier(body.tier, "follow"))
            yield _list("", body.signs)
            yield _part(words.say("card.why"), body.why)
            yield _part(words.say("card.say"), body.say or "")
        case Advice() as body:
            yield _part("", *body.lines)
            yield _list(words.say("card.do"), body.do)
            yield _list("", body.do_not)
            yield _part(words.say("card.why"), body.why)
            yield _list(words.say("card.stop_if"), body.stop_if)


def _movement(body: Movement, words: Words, needs: str) -> Iterator[Part]:
    yield _part("", words.dose_line(body.dose) + ".", words.minutes(body.dose), needs)
    yield _part("", body.cue)
    yield _part(words.say("card.start"), body.start)
    yield _steps(body.steps)
    yield _part(words.say("card.feel"), body.feel)
    yield _part(words.say("card.not_feel"), body.not_feel or "")
    yield _part(words.say("card.breathe"), body.breathing or "")
    yield _faults(body.faults, words)
    yield _part(words.say("card.easier"), _variant(body.easier, words))
    yield _part(words.say("card.harder"), _variant(body.harder, words))
    yield _part(words.say("card.move_on"), body.move_on or "")
    yield _list(words.say("card.precaution"), body.precautions)
    yield _list(words.say("card.stop_if"), body.stop_if)


def _part(label: str, *texts: str) -> Part:
    return Part(label, tuple(Line(text) for text in texts if text))


def _list(label: str, texts: Sequence[str]) -> Part:
    return Part(label, tuple(Line(text, "-") for text in texts))


def _steps(steps: Sequence[Step]) -> Part:
    return Part("", tuple(Line(step.text, f"{number}.") for number, step in enumerate(steps, start=1)))


def _faults(faults: Sequence[Fault], words: Words) -> Part:
    return _part(words.say("card.seen"), *(f"{fault.see} {fault.fix}" for fault in faults))


def _variant(variant: Variant | None, words: Words) -> str:
    if variant is None:
        return ""
    see = f" {words.say('card.see_card', number=variant.card)}" if variant.card else ""
    return variant.text + see
