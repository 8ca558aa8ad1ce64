"""The gallery of pages: every card and publication has its picture and its line."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from publisher.build import publish
from publisher.decks import cards_of, pocket_deck
from publisher.galleries.pages import INDEX, SHEET, Shown, gallery_of
from publisher.model.printing import PrintSettings, Sides
from publisher.workshop import Choices, Workshop
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.files import Output

NAMES = ("starter", "cheat-sheet")


@pytest.fixture(scope="module")
def made() -> dict[str, Output]:
    library = the_library()
    products = publish(library, NAMES, Choices(None, None, None, PrintSettings()), {}, None)
    cards = cards_of(library.publications["starter"], library.cards)
    deck = pocket_deck(cards, "poker")
    single = Choices(None, None, None, PrintSettings(sides=Sides.SINGLE, bleed=0))
    [faces] = publish(library._replace(publications={deck.id: deck}), [deck.id], single, {}, None)
    shown = [Shown(library.publications[name], one) for name, one in zip(NAMES, products, strict=True)]
    shop = Workshop.open(library, Choices(None, None, None, PrintSettings()))
    return {one.name: one for one in gallery_of(shop, cards, faces.content, shown)}


def test_the_deck_that_is_looked_at_holds_its_cards_and_nothing_else() -> None:
    """A cover before them would put every card into the picture of the next."""
    library = the_library()
    cards = cards_of(library.publications["starter"], library.cards)
    deck = pocket_deck(cards, "poker")
    single = Choices(None, None, None, PrintSettings(sides=Sides.SINGLE, bleed=0))

    [faces] = publish(library._replace(publications={deck.id: deck}), [deck.id], single, {}, None)

    with pypdfium2.PdfDocument(faces.content) as document:
        fronts = [" ".join(page.get_textpage().get_text_range().split()) for page in list(document)[::2]]
    assert [str(card.title) in front for card, front in zip(cards, fronts, strict=True)] == [True] * len(cards)


def test_there_is_a_picture_of_each_card_each_publication_and_all_of_them(made: dict[str, Output]) -> None:
    cards = [f"card-{name}.png" for name in the_library().publications["starter"].cards]

    assert set(made) == {INDEX, SHEET, *cards, *(f"publication-{name}.png" for name in NAMES)}
    for name, one in made.items():
        if name != INDEX:
            assert Image.open(BytesIO(one.content)).width > 300


def test_the_page_says_what_each_publication_is(made: dict[str, Output]) -> None:
    text = made[INDEX].content.decode()

    starter = text.partition('id="publication-starter"')[2].partition("</li>")[0]
    for fact in (
        "<dt>Cards</dt><dd>4</dd>",
        "<dt>Pages</dt><dd>2</dd>",
        "Poker",
        "<code>surefoot build starter</code>",
    ):
        assert fact in starter
    assert "<dt>Minutes</dt>" in starter
    sheet = text.partition('id="publication-cheat-sheet"')[2].partition("</li>")[0]
    assert "<dd>A4</dd>" in sheet
    assert "<dt>Minutes</dt>" not in sheet


def test_the_picture_of_a_card_is_put_into_the_words_of_its_author(made: dict[str, Output]) -> None:
    card = the_library().cards["hip-bridge"]

    assert f'alt="Front and back: S4 Hip bridge. {card.picture.alt}"' in made[INDEX].content.decode()


def test_every_picture_that_the_page_shows_is_there(made: dict[str, Output]) -> None:
    shown = set(made[INDEX].content.decode().split('src="')[1:])

    assert {part.partition('"')[0] for part in shown} == set(made) - {INDEX}
