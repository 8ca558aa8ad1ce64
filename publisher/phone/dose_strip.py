"""How much: two or three large figures with what they count, and what the figures leave unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.phone.markup import Markup, tag

if TYPE_CHECKING:
    from publisher.model.dose import Dose
    from publisher.phone.kit import Kit
    from publisher.words import Figure


def dose_strip(dose: Dose, kit: Kit) -> Markup:
    """The dose of a card, in the words of the card."""
    said = " ".join(part for part in (kit.words.dose_notes(dose), kit.words.minutes(dose)) if part)
    columns = [_column(one, kit) for one in kit.words.dose_strip(dose)]
    return tag("div", tag("ul", columns), tag("p", said), class_="dose")


def _column(one: Figure, kit: Kit) -> Markup:
    to = [" ", tag("span", kit.words.say("numbers.to")), " ", one.high] if one.high else None
    return tag("li", tag("strong", one.low, to), " ", tag("span", one.unit))
