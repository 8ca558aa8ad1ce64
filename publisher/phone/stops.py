"""Why somebody stops: what a reason of a card asks for, so that what is shown fits what was felt.

A leg that is weak cannot wait; a leg that hurts or tingles is for a doctor or physiotherapist; pain that grows asks to
stop for today. Whatever is none of these, such as a hurting chest or faintness, shows all warning signs.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.words import Words


class Sort(Enum):
    """What a reason asks for."""

    EMERGENCY = "emergency"
    LEG = "leg"
    PAIN = "pain"
    OTHER = "other"


def sort_of(reason: str, words: Words) -> Sort:
    """The sort of a reason, by the words that `phone.follow.signs` lists for each; the more urgent one wins."""

    def says(name: str) -> bool:
        listed = words.say(f"phone.follow.signs.{name}").split(";")
        return any(one.strip() in reason.lower() for one in listed)

    if says("leg"):
        return Sort.EMERGENCY if says("weak") else Sort.LEG
    return Sort.PAIN if says("pain") else Sort.OTHER
