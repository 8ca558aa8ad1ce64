"""Warning signs by how fast to act, the most urgent first, with a button that calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layouts.tiers import ICONS
from publisher.model.card import Tier, WarningSign
from publisher.phone.frame import HELP, RESUME, Page
from publisher.phone.links import page_name
from publisher.phone.markup import Markup, joined, tag

if TYPE_CHECKING:
    from publisher.phone.kit import Kit


def help_page(kit: Kit) -> Page:
    """The page of the warning signs."""
    title = kit.say("phone.help_title")
    body = joined([tag("h1", title), tag("p", kit.say("phone.help_lead"), class_="lead"), tiers(kit, say=True)])
    return Page(HELP, title, body, (RESUME,))


def call_button(kit: Kit) -> Markup:
    """One tap to the emergency number of the country."""
    number = kit.words.emergency_number()
    dialled = re.sub(r"[^0-9]", "", number)
    return tag("a", kit.icon("phone"), kit.say("phone.call", number=number), href=f"tel:{dialled}", class_="call")


def tiers(kit: Kit, level: int = 2, *, say: bool = False) -> Markup:
    """All tiers with their signs; `say` puts what to tell the ambulance below the button that calls it."""
    return tag("div", [_tier(kit, tier, level, say=say) for tier in Tier], class_="tiers")


def emergency(kit: Kit, level: int) -> Markup | None:
    """The signs that cannot wait, alone."""
    return _tier(kit, Tier.EMERGENCY, level, say=False)


def _tier(kit: Kit, tier: Tier, level: int, *, say: bool) -> Markup | None:
    signs = [card for card in kit.library.cards.values() if isinstance(card.body, WarningSign)]
    own = [(card, card.body) for card in signs if isinstance(card.body, WarningSign) and card.body.tier is tier]
    if not own and tier is not Tier.EMERGENCY:
        return None
    listed = [tag("li", _sign(kit, str(card.id), str(body.short))) for card, body in own]
    return tag(
        "section",
        tag(f"h{level}", kit.icon(ICONS[tier]), tag("span", kit.words.tier(tier, "list"))),
        call_button(kit) if tier is Tier.EMERGENCY else None,
        _what_to_say(kit) if say and tier is Tier.EMERGENCY else None,
        tag("ul", listed) if listed else None,
        tag("p", kit.words.tier(tier, "follow"), class_="then"),
        class_=f"tier t-{tier.value}",
    )


def _sign(kit: Kit, card: str, short: str) -> Markup:
    """The sign in one line, which leads to its card where there is one."""
    return tag("span", short) if kit.single else tag("a", short, href=page_name(card))


def _what_to_say(kit: Kit) -> Markup:
    """The words to say on the telephone."""
    return tag("p", tag("b", kit.words.say("warning_card.say_lead")), " ", kit.words.say("warning_card.say"))
