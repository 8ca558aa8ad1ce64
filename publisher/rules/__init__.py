"""What a good card is, as rules: one small function each, with its source and a line of advice.

Rules are about content: a card that breaks one can be read and printed, and `surefoot check` tells it. A card may be
excused from a rule, with a reason, which the check prints.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from publisher.problems import Level, Problem, place_of
from publisher.rules import completeness, pages, plain_words, safety, sentences, sessions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from publisher.model.card import Card, Excuse
    from publisher.model.library import Library
    from publisher.model.plan import Plan
    from publisher.model.publication import Publication
    from publisher.rules.rule import Listed, Rule, Worded

# What plans, programmes and publications print of their own is held to these.
ABOUT_WORDS: tuple[Rule[Worded], ...] = (*plain_words.EVERYWHERE, sentences.LONG_SENTENCE, safety.NEVER_SAID)
RULES: tuple[Rule[Card], ...] = (*plain_words.RULES, *sentences.RULES, *completeness.RULES, *safety.RULES)
# Those about sessions and laid-out pages too, which are looked for where these are at hand.
LISTED: tuple[Listed, ...] = (*(rule.listed for rule in RULES), *sessions.RULES, *pages.RULES)
# No card is excused from these.
ALWAYS = frozenset({"never-said", "not-by-default", "still-before-run", "tier-order"})


def broken(library: Library, only: Collection[str] = ()) -> Iterator[Problem]:
    """Every rule that the library breaks, and what is excused; with ids in `only`, these cards alone."""
    for card in library.cards.values():
        if not only or card.id in only:
            yield from _in_card(card, library)
    if not only:
        yield from broken_beside(library, library.publications.values(), library.plans.values())
        yield from (each for one in library.programmes.values() for each in broken_in_words(one, library))


def broken_beside(library: Library, publications: Iterable[Publication], plans: Iterable[Plan]) -> Iterator[Problem]:
    """Every rule about words that these publications and plans break in what they print of their own."""
    others: tuple[Worded, ...] = (*publications, *plans)
    for other in others:
        yield from broken_in_words(other, library)


def broken_in_words(one: Worded, library: Library) -> Iterator[Problem]:
    """Every rule about words that a plan, programme or publication breaks in what it prints of its own."""
    return (problem for rule in ABOUT_WORDS for problem in rule.broken_by(one, library))


def _in_card(card: Card, library: Library) -> Iterator[Problem]:
    told = [problem for rule in RULES for problem in rule.broken_by(card, library)]
    excused = {str(each.rule) for each in card.excused} - ALWAYS
    yield from (problem for problem in told if problem.name not in excused)
    yield from (_excuse(card, each, {problem.name for problem in told}) for each in card.excused)


def _excuse(card: Card, excuse: Excuse, broken: set[str]) -> Problem:
    """What is said of an excuse: that it holds, or why it does not."""
    rule, at = str(excuse.rule), place_of(excuse.rule)
    known = [one.name for one in RULES]
    elsewhere = {one.name for one in LISTED} - {*known}
    if rule in elsewhere:
        sentence, hint = f"`{rule}` is no rule about cards; no card is excused from it.", "Delete the excuse."
    elif rule not in known:
        near = [f"Did you mean `{name}`? " for name in get_close_matches(rule, known, 1)]
        sentence, hint = f"there is no rule `{rule}`.", f"{''.join(near)}`surefoot list rules` shows what there is."
    elif rule in ALWAYS:
        sentence, hint = f"no card is excused from `{rule}`.", "Mend the card, and delete the excuse."
    elif rule not in broken:
        sentence, hint = f"`{card.id}` does not break `{rule}`.", "Delete the excuse."
    else:
        sentence = f"`{card.id}` is excused from `{rule}`: {excuse.because}"
        return Problem("excused", sentence, "", at, len(rule), Level.NOTE)
    return Problem("idle-excuse", sentence, hint, at, len(rule), Level.WARNING)
