"""A picture for the lock screen that names what is to be done today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.phone import lock_screen
from layouts.phone.lock_screen import WIDTH, Routine
from layouts.product import Made, Screen
from publisher.binding import Press, bind, document
from publisher.pdf.writer import render
from publisher.phone.sizes import BUTTONS, CLOCK
from publisher.workshop import DEFAULT_PAPER, chosen_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.phone.sizes import Pixels
    from publisher.workshop import Workshop


def lock_screen_of(shop: Workshop, deck: Publication, cards: Sequence[Card], size: Pixels) -> bytes:
    """A PDF of one page that names the cards of a deck, in the proportions of a screen."""
    setting, title = shop.setting(deck, None), str(deck.title)
    routine = Routine(title, cards, CLOCK, BUTTONS)
    face = lock_screen.draw(routine, setting, WIDTH * size.height / size.width)
    paper = chosen_from(shop.library.papers, "paper", None, None, DEFAULT_PAPER)
    made = Made(screens=(Screen(title, "", face),))
    bound = bind(made, None, Press(paper, shop.choices.printing, setting, title))
    return render(document(bound, title, deck.subtitle or "", shop.words.language, shop.choices.date))
