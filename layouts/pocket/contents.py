"""What a cover lists: the cards of a short deck in order, or how many cards of each group a long one holds.

The deck of a plan is told by its sessions, so that it can be put in order again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from layouts import tiers
from layouts.blocks import tab_sign
from layouts.courses import sign_of
from layouts.setting import GROUP_ICONS
from publisher.model.card import Group, Tier, WarningSign
from publisher.model.dose import Range
from publisher.plan_words import minutes_said
from publisher.sessions import doses_of, minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.product import Cover
    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.plans import Course, Schedule

# A deck of more cards is told by its groups, a plan of more sessions too.
SHORT, MOST_SESSIONS = 8, 5


class Row(NamedTuple):
    """One line of a cover: an icon in its colour, a number as on the tab or nothing, what it is, and how much."""

    sign: str
    colour: Colour
    number: str
    text: str
    amount: str


def rows(cover: Cover, setting: Setting, plan: Schedule | None = None) -> tuple[Row, ...]:
    """What is in the deck, in its order."""
    courses = [course for course in plan.courses if course.cards] if plan is not None else []
    if 0 < len(courses) <= MOST_SESSIONS:
        return tuple(_of_course(course, setting) for course in courses)
    if len(cover.cards) <= SHORT:
        return tuple(_of_card(card, setting, session=cover.session) for card in cover.cards)
    groups = _groups(cover.cards)
    if groups == [Group.WARNING]:
        return tuple(_of_tiers(cover.cards, setting))
    return tuple(_of_group(group, cover.cards, setting, alone=len(groups) == 1) for group in groups)


def total(cover: Cover, setting: Setting) -> str:
    """All minutes of a session, or all cards of several groups; nothing where the rows say all."""
    words = setting.words
    if cover.session:
        minutes = minutes_of(cover.cards)
        return words.say("dose.minutes_sentence", time=words.counted(Range(minutes, minutes), "minutes"))
    if len(cover.cards) > SHORT and len(_groups(cover.cards)) > 1:
        return f"{_counted(len(cover.cards), setting)}."
    return ""


def _of_card(card: Card, setting: Setting, *, session: bool) -> Row:
    sign, colour = tab_sign(card, setting)
    minutes = [dose.minutes() for dose in doses_of([card])] if session else []
    amount = "".join(setting.words.say("dose.minutes", n=n) for n in minutes)
    return Row(sign, colour, setting.words.number_of(card), card.title, amount)


def _of_course(course: Course, setting: Setting) -> Row:
    """A session with the numbers of its cards in order, and its minutes."""
    words = setting.words
    numbers = " ".join(words.number_of(card) for card in course.cards)
    text = words.say("plan.in_order", name=course.session.name, numbers=numbers)
    colour = setting.theme.groups[course.session.group].main
    return Row(sign_of(course.session), colour, "", text, minutes_said(words, course.minutes))


def _of_group(group: Group, cards: Sequence[Card], setting: Setting, *, alone: bool) -> Row:
    """A group; where there are several, their sum says what is counted."""
    count = sum(card.group is group for card in cards)
    amount = _counted(count, setting) if alone else setting.words.number(count)
    return Row(GROUP_ICONS[group], setting.theme.groups[group].main, "", setting.words.group(group), amount)


def _of_tiers(cards: Sequence[Card], setting: Setting) -> Iterator[Row]:
    """Signs by how fast to act on them."""
    counts = Counter(card.body.tier for card in cards if isinstance(card.body, WarningSign))
    for tier in (tier for tier in Tier if counts[tier]):
        name = setting.words.tier(tier, "name")
        yield Row(tiers.ICONS[tier], setting.theme.tiers[tier], "", name, _counted(counts[tier], setting))


def _groups(cards: Sequence[Card]) -> list[Group]:
    return list(dict.fromkeys(card.group for card in cards))


def _counted(cards: int, setting: Setting) -> str:
    return setting.words.counted(Range(cards, cards), "cards")
