"""The whole of one deck as one file: everything inline, to be sent to a phone and opened there.

Openers of files on phones load nothing that lies beside a page, so nothing does.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from publisher.decks import cards_of
from publisher.files import Output
from publisher.model.card import Movement
from publisher.phone.card_page import article
from publisher.phone.deck_page import deck_head, leading
from publisher.phone.frame import Head, Page, document, left
from publisher.phone.help_page import tiers
from publisher.phone.log_page import log_part
from publisher.phone.markup import Markup, data, inline, joined, tag
from publisher.phone.player import SINGLE_SCRIPTS, player
from publisher.phone.reel import reel_data
from publisher.phone.static import lists_style, script, style
from publisher.phone.steps_page import STEPS_SCRIPTS, steps_part

if TYPE_CHECKING:
    from publisher.model.publication import Publication
    from publisher.phone.kit import Kit


def single_file(deck: Publication, kit: Kit) -> Output:
    """One page that holds a deck, its session, the log, beats for steps, and the warning signs."""
    kit = kit._replace(single=True)
    cards = cards_of(deck, kit.library.cards)
    led = deck.session and any(isinstance(card.body, Movement) for card in cards)
    signs = tag("section", tag("h2", kit.say("phone.help_title")), tiers(kit, 3, say=True), id="help")
    body = [
        left(kit) if led else None,
        deck_head(deck, cards, kit),
        [article(card, kit, 2) for card in cards],
        [data(f"film-{card.id}", reel_data(kit.reels[card.id], kit.words)) for card in cards if card.id in kit.reels],
        [player(kit), leading(deck, cards, kit)] if led else None,
        tag("section", tag("h2", kit.say("phone.log")), log_part(kit, Markup(), "h3", form=False)) if led else None,
        tag("section", tag("h2", kit.say("phone.steps_page.title")), steps_part(kit, "h3"), id="steps"),
        signs,
    ]
    page = Page(f"{deck.id}.html", str(deck.title), joined(body))
    names = dict.fromkeys((*(SINGLE_SCRIPTS if led else ("movement.js",)), *STEPS_SCRIPTS))
    scripts = [script(name) for name in names]
    look = style(kit.theme, led=led) + lists_style()
    return Output(page.name, document(page, kit, _inlined(look, scripts)).encode())


def _inlined(look: str, scripts: list[str]) -> Head:
    """Style and scripts in the page itself; the rules let in these and no others, by their hashes.

    Scripts stand in the head, so they wait until the page is there.
    """
    # In the page they run at once, where files of their own would wait.
    waiting = [f'document.addEventListener("DOMContentLoaded",function(){{\n{one}\n}});' for one in scripts]
    allowed = " ".join(_hash(one) for one in waiting)
    rules = f"default-src 'none'; script-src {allowed}; style-src {_hash(look)}; img-src data: blob:; base-uri 'none'"
    rules += "; form-action 'none'"
    return Head(rules, joined([inline("style", look), *(inline("script", one) for one in waiting)]))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
