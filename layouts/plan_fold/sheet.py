"""What stands on the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card
    from publisher.plans import Schedule
    from publisher.problems import Phrase


class Sheet(NamedTuple):
    """The plan, worked out, and the warning signs."""

    title: Phrase
    plan: Schedule
    signs: Sequence[Card]
