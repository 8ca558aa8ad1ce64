from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher import rules
from publisher.model.card import Excuse
from publisher.problems import Level, Phrase, Place
from publisher.rules import RULES
from publisher.rules.rule import Finding, Rule
from tests.factories import a_card, a_phrase, the_library

if TYPE_CHECKING:
    from publisher.model.card import Card
    from publisher.problems import Problem


def a_rule(at: str, hint: str = "") -> Rule:
    return Rule("some-rule", Level.WARNING, "a book", "Mend it.", lambda *_: iter([Finding("it is bad.", at, hint)]))


def test_a_finding_is_told_where_it_stands_with_the_advice_of_the_rule() -> None:
    (problem,) = a_rule(a_phrase("Press.", 9)).broken_by(a_card(), the_library())

    assert (problem.name, problem.level, problem.sentence) == ("some-rule", Level.WARNING, "it is bad.")
    assert (problem.hint, problem.place, problem.length) == (
        "Mend it.",
        Place("cards/strength/heel-press.yaml", 9, 5),
        6,
    )


def test_advice_that_is_closer_takes_the_place_of_the_rule_s_own() -> None:
    (problem,) = a_rule(a_phrase("Press."), "Write `Push.`").broken_by(a_card(), the_library())

    assert problem.hint == "Write `Push.`"


def test_a_card_that_changes_another_is_told_in_its_own_file() -> None:
    """The author of the change cannot mend the file below it."""
    text = Phrase("Press.", Place("built-in/heel-press.yaml", 9, 5))
    card = a_card(id=Phrase("heel-press", Place("built-in/heel-press.yaml", 2, 5)), place=Place("ours/mine.yaml", 1, 1))

    (problem,) = a_rule(text).broken_by(card, the_library())

    assert problem.place == Place("ours/mine.yaml", 1, 1)


def test_the_built_in_library_breaks_no_rule() -> None:
    assert [problem for problem in rules.broken(the_library()) if problem.level is not Level.NOTE] == []


def test_rules_have_names_of_their_own_and_say_where_they_come_from() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if not (rule.source and rule.find.__doc__)] == []
    assert [rule.advice for rule in RULES if not rule.advice.endswith((".", "`"))] == []


def excused(rule: str, card: Card) -> list[Problem]:
    excuse = Excuse(a_phrase(rule, 70), a_phrase("Our physiotherapists say it so."))
    library = the_library()._replace(cards={"heel-press": replace(card, excused=(excuse,))}, publications={})
    return [problem for problem in rules.broken(library) if "excuse" in problem.name or problem.name == rule]


def test_a_card_may_be_excused_with_a_reason_which_is_told() -> None:
    (problem,) = excused("hard-word", a_card(purpose=a_phrase("Trains your abdominals.")))

    assert (problem.name, problem.level) == ("excused", Level.NOTE)
    assert problem.sentence == "`heel-press` is excused from `hard-word`: Our physiotherapists say it so."


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("hard-word", "`heel-press` does not break `hard-word`."),
        ("hard-words", "there is no rule `hard-words`."),
        ("long-session", "`long-session` is no rule about cards; no card is excused from it."),
    ],
)
def test_an_excuse_for_nothing_is_told(rule: str, sentence: str) -> None:
    (problem,) = excused(rule, a_card())

    assert (problem.name, problem.level, problem.sentence) == ("idle-excuse", Level.WARNING, sentence)


def test_nobody_is_excused_from_what_keeps_people_safe() -> None:
    told = excused("never-said", a_card(start=a_phrase("Roll your low back.")))

    assert [problem.name for problem in told] == ["never-said", "idle-excuse"]


def test_only_the_cards_asked_for_are_told() -> None:
    bad = a_card(purpose=a_phrase("Trains your abdominals."))
    other = replace(bad, id=Phrase("other"))
    library = the_library()._replace(cards={"heel-press": bad, "other": other}, publications={})

    both, one = ([*rules.broken(library, only)] for only in ((), ("other",)))

    assert len(both) == 2 * len(one) > 0
