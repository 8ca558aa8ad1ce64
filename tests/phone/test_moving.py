"""A card that moves: in the tempo of the card, for ever, small, and the same words as the card that stands still."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from publisher.figures.tempo import legs
from publisher.model.printing import PrintSettings
from publisher.phone.alternatives import alternative
from publisher.phone.moving import LARGEST, Moving, encoded, moving
from publisher.phone.sizes import Pixels
from publisher.pictures import casting
from publisher.workshop import Choices, Workshop
from tests.factories import the_library

SIZE = Pixels(360, 640)


@cache
def the_shop() -> Workshop:
    return Workshop.open(the_library(), Choices(None, None, None, PrintSettings()))


@cache
def of(name: str, size: Pixels = SIZE) -> Moving | None:
    library, shop = the_library(), the_shop()
    card = library.cards[name]
    [(_, shown)] = casting(library, [card])
    setting = shop.setting(library.publications["phone-cards"], None, [card])
    return moving(shop, setting, card, shown[0], card.body.dose, size)


def file_of(name: str, kind: str, size: Pixels = SIZE) -> bytes:
    film = of(name, size)
    assert film is not None
    return encoded(film, kind, alternative(the_library().cards[name], the_shop().words))


def lasting(content: bytes) -> list[int]:
    """The milliseconds of each picture, as a viewer reads them."""
    with Image.open(BytesIO(content)) as file:
        found = []
        for number in range(file.n_frames):
            file.seek(number)
            file.load()
            found.append(round(file.info["duration"]))
    return found


@pytest.mark.parametrize("kind", ["webp", "gif", "png"])
def test_a_rep_takes_the_tempo_of_the_card_and_goes_on_for_ever(kind: str) -> None:
    library, content = the_library(), file_of("tempo-squat", kind)
    dose = library.cards["tempo-squat"].body.dose

    assert sum(lasting(content)) == 1000 * dose.tempo.seconds == 4000
    with Image.open(BytesIO(content)) as file:
        assert file.info["loop"] == 0
        assert file.size == tuple(SIZE)


def test_a_hold_lasts_as_long_as_the_card_says() -> None:
    film = of("lying-twist")
    figure = the_library().figures["lying-twist"]
    ways = sum(
        leg.seconds for leg in legs(figure, the_library().cards["lying-twist"].body.dose) if leg.start != leg.end
    )

    assert film is not None
    assert sum(film.lasting) == 1000 * (30 + ways)


def test_only_figure_and_disc_move() -> None:
    film = of("tempo-squat")
    assert film is not None
    first, other = film.pictures[0], film.pictures[7]
    below = (0, SIZE.height // 2, *SIZE)

    assert first.tobytes() != other.tobytes()
    assert first.crop(below).tobytes() == other.crop(below).tobytes()


@pytest.mark.parametrize("name", ["bird-dog-squares", "kneeling-hip-stretch"])
@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_a_file_is_small_enough_to_send(name: str, kind: str) -> None:
    assert len(file_of(name, kind, Pixels(720, 1280))) < LARGEST


def test_the_file_says_in_words_what_it_shows() -> None:
    told = alternative(the_library().cards["tempo-squat"], the_shop().words)
    with (
        Image.open(BytesIO(file_of("tempo-squat", "gif"))) as gif,
        Image.open(BytesIO(file_of("tempo-squat", "webp"))) as webp,
    ):
        assert told.text.encode()[:200] in gif.info["comment"]
        assert told.title.encode() in webp.info["xmp"]


def test_it_is_the_same_every_time() -> None:
    first = file_of("tempo-squat", "webp")
    of.cache_clear()

    assert file_of("tempo-squat", "webp") == first


def test_a_card_that_stays_in_one_pose_does_not_move() -> None:
    assert of("sphinx") is None
