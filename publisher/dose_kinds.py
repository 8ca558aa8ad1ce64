"""The kind of a dose: counted in reps, or timed in seconds. What fits one kind alone says nothing beside the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.problems import InputError, Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from publisher.model.card import Movement
    from publisher.model.dose import Dose, Range
    from publisher.model.programme import DosePart, Prescribed

# Parts that are of each rep: beside a time there is no rep.
_OF_A_REP = ("hold", "tempo")


def of_another_kind(given: Prescribed, body: Movement) -> Iterator[Problem]:
    """Reps that say no time, or a hold or tempo of no rep, of what is timed on its card.

    Steps of one's own can say what is counted.
    """
    field, card = _lacking(_named(given.dose), body.dose), given.card
    if field and not (field == "reps" and given.steps):
        sentence = f"`{card}` is timed on its card, {shape(body.dose)}. {_ALONE[field]}"
        yield Problem("other-kind-of-dose", sentence, _RIGHT, card.place, len(card))


_ALONE = {
    "reps": "`reps` alone does not say how long each one lasts.",
    "hold": "`hold` is for each of several `reps`, and there are none.",
    "tempo": "`tempo` is for each of several `reps`, and there are none.",
}
_RIGHT = (
    "Write how long a set lasts, such as `seconds: 20`; or count what is held: `reps: 5` with `hold: 10`.\n"
    "To count it in another way, give this exercise `steps:` of its own."
)


def _lacking(named: Collection[str], dose: Dose) -> str:
    """Which of the fields that are set does not go with what is timed; nothing where all is well."""
    of_a_rep = [name for name in _OF_A_REP if name in named]
    if dose.seconds is None or "seconds" in named:
        return ""
    if "reps" in named:
        return "" if of_a_rep else "reps"
    return of_a_rep[0] if of_a_rep else ""


def _named(part: DosePart) -> set[str]:
    return {name for name, value in part._asdict().items() if value is not None}


def no_longer_counted(given: Prescribed, body: Movement) -> Iterator[Problem]:
    """A warning on a time for what is counted on its card: nobody is told then how often, nor how fast."""
    dose, card = body.dose, given.card
    if given.dose.seconds is not None and dose.seconds is None and not given.steps:
        sentence = f"`{card}` is counted on its card, {shape(dose)}; `seconds` sets a time in place of the count."
        hint = "To count it, write `reps: 8` in place of `seconds`. For work against the clock it may be what you mean."
        yield Problem("timed-not-counted", sentence, hint, card.place, len(card), Level.WARNING)


def refuse_columns(file: str, columns: Iterable[tuple[str, str]], given: Mapping[str, tuple[DosePart, Dose]]) -> None:
    """Raise for columns of a list, each a card and a part of its dose, that do not go with what is timed.

    `given` are the parts that the programme sets of each card that is done, and the dose on the card.
    """
    parts: dict[str, set[str]] = {}
    for card, part in columns:
        parts.setdefault(card, set()).add(part)
    found = (_column(file, card, parts[card], *given[card]) for card in parts if card in given)
    if problems := [problem for problem in found if problem is not None]:
        raise InputError(problems)


def _column(file: str, card: str, headed: set[str], part: DosePart, dose: Dose) -> Problem | None:
    field = _lacking(headed | _named(part), dose)
    if field not in headed:
        return None
    sentence = f"the column `{card}.{field}`: `{card}` is timed on its card, {shape(dose)}. {_ALONE[field]}"
    hint = f"Head it `{card}.seconds`; or give both, `{card}.reps` and `{card}.hold`, to count what is held."
    return Problem("other-kind-of-dose", sentence, hint, Place(file))


def shape(dose: Dose) -> str:
    """The work of a dose in a few words: "4 to 6 sets of 10 seconds"."""
    work = f"{_span(dose.seconds)} seconds" if dose.seconds else _span(dose.reps)
    sets = f"{_span(dose.sets)} set{'' if dose.sets.is_single and dose.sets.low == 1 else 's'}"
    return f"{sets} of {work}"


def _span(span: Range | None) -> str:
    if span is None:
        return "1"
    return f"{span.low:g}" if span.is_single else f"{span.low:g} to {span.high:g}"
