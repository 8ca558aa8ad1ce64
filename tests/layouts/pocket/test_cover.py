"""The cover of a deck: what is in it and how long it takes, and on every size when to get help."""

from __future__ import annotations

from functools import cache

import pytest

from layouts import pocket, tiers
from layouts.pocket.help import fewer
from publisher.colour import WHITE
from publisher.model.card import Tier, WarningSign
from publisher.typesetting.face import Face, Plate
from tests.factories import a_cover, a_job, read, said, the_cards, the_library, the_stock, the_words
from tests.layouts.looking import collisions, grounds, on_pattern, on_signs, outside, roles
from tests.layouts.pictured import with_pictures
from tests.plans_at_hand import the_plan

FITTING = tuple(name for name in the_library().stocks if name != "mini")
SIGNS = a_cover("starter").signs


@cache
def faces(publication: str = "starter", stock: str = "poker", **more: object) -> tuple[Face, Face]:
    """Front and back of the cover of a built-in deck; the cards themselves are not laid out."""
    about = the_library(more.get("language", "en")).publications[publication]
    cover = a_cover(publication)
    job = a_job((), stock, title=about.title, subtitle=about.subtitle or "", cover=cover, **more)
    made = pocket.make(job._replace(plan=the_plan(str(about.plan)) if about.plan else None))
    assert made.problems == ()
    [pair] = made.cards
    return pair.front, pair.back


def brief(card: object) -> str:
    return str(card.body.brief or card.title)


def of_tier(tier: Tier) -> list[str]:
    return [brief(card) for card in SIGNS if card.body.tier is tier]


# On every size


@pytest.mark.parametrize("stock", FITTING)
@pytest.mark.parametrize("publication", ["day-after-downhill", "pocket-cards", "pocket-why", "eight-weeks-cards"])
def test_a_cover_fits_every_size_on_which_the_deck_fits(stock: str, publication: str) -> None:
    for face in faces(publication, stock):
        assert face.fits
        assert face.body >= the_stock(stock).body_min >= 7
        assert outside(face, 2.0) == []
        assert collisions(face) == []
        assert on_signs(face) == []


@pytest.mark.parametrize("stock", FITTING)
def test_no_size_loses_a_sign_that_cannot_wait_or_a_whole_tier(stock: str) -> None:
    told = said(faces("starter", stock)[1])

    assert [text for text in told if text in of_tier(Tier.EMERGENCY)] == of_tier(Tier.EMERGENCY)
    assert [text for text in told if text in of_tier(Tier.URGENT)] == of_tier(Tier.URGENT)
    for tier in (Tier.SEE_SOMEONE, Tier.KEEP_GOING):
        assert of_tier(tier)[0] in told


@pytest.mark.parametrize("stock", ["poker", "a7", "a6"])
def test_a_cover_of_usual_size_tells_every_sign(stock: str) -> None:
    back = faces("starter", stock)[1]

    assert {brief(card) for card in SIGNS} <= set(said(back))
    assert "signs" not in back.left_out


# The back


def test_tiers_stand_in_order_under_what_to_do() -> None:
    headings = [text for role, text in roles(faces()[1]) if role == "H2"]

    assert headings == [the_words().tier(tier, "cover") for tier in Tier]
    assert roles(faces()[1])[0] == ("H1", "Back pain warning signs")


def test_the_number_is_that_of_the_readers_country() -> None:
    back = read(faces("starter", "poker", country="US")[1])

    assert "Call 911 or go to the ER now if:" in back
    assert "112" not in back


def test_the_longest_local_numbers_fit_the_smallest_card() -> None:
    assert "Call a doctor or 116 117 today" in read(faces("starter", "avery-l4785", country="DE")[1])


def test_an_emergency_is_white_on_its_own_ground_and_the_rest_on_paper() -> None:
    setting = a_job((), "poker").setting
    _, back = faces()
    red, paper = setting.theme.tiers[Tier.EMERGENCY], setting.theme.paper
    for line in back.lines:
        white = line.runs[0].colour == WHITE
        assert grounds(back, line, paper) == {red if white else paper}
    assert any(line.runs[0].colour == WHITE for line in back.lines)


def test_every_tier_has_its_icon_and_its_edge_besides_its_colour() -> None:
    marks = [
        tuple(tiers.edge(tier, faces()[1].parts[0].mark.path.bounds, WHITE))
        for tier in (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)
    ]

    assert len(set(marks)) == 3


def test_what_can_wait_leaves_first_and_no_tier_is_left_without_a_sign() -> None:
    left = SIGNS
    counts = []
    while len(fewer(left)) < len(left):
        left = fewer(left)
        counts.append([sum(card.body.tier is tier for card in left) for tier in Tier])

    assert counts == [[9, 7, 3, 2], [9, 7, 3, 1], [9, 7, 2, 1], [9, 7, 1, 1]]


# The front


def test_a_session_lists_its_cards_in_order_with_minutes_that_add_up() -> None:
    front = said(faces("strength-for-downhill-a")[0])
    minutes = [int(text.rsplit(" ", 2)[1]) for text in front if text.endswith(" min")]

    assert [text for text in front if text.startswith(("S", "T")) and len(text) < 4] == ["S5", "S15", "T3", "S11", "S2"]
    assert len(minutes) == 5
    assert f"About {sum(minutes)} minutes in all." in front


def test_a_card_without_a_dose_has_no_minutes() -> None:
    front = said(faces("day-after-downhill")[0])

    assert "Dark pee or swollen legs" in front
    assert any(text.startswith("Foam rolling ") and text.endswith(" min") for text in front)


def test_a_short_deck_that_is_no_session_has_no_minutes() -> None:
    assert "min" not in read(faces("pocket-gear")[0])


def test_a_long_deck_counts_its_groups() -> None:
    front = said(faces("pocket-cards")[0])
    counts = [int(text.rsplit(" ", 1)[1]) for text in front if text.rsplit(" ", 1)[-1].isdigit()]

    assert len(counts) == 10
    assert f"{sum(counts)} cards." in front
    assert sum(counts) == len(the_cards("pocket-cards"))


def test_a_deck_of_signs_counts_its_tiers() -> None:
    assert "Emergency 9 cards" in said(faces("pocket-warning")[0])


def test_the_front_says_that_nobody_has_reviewed_it_and_what_stones_mean() -> None:
    front = said(faces()[0])

    assert front[-1] == "Not yet reviewed by a physiotherapist"
    assert front[-4:-1] == ["strongest", "partly tested", "by habit"]


def test_somebody_from_the_deck_stands_on_the_ground_as_decoration() -> None:
    cover = a_cover("starter")
    cards, drawings = with_pictures(cover.cards)
    [pair] = pocket.make(a_job((), "poker", cover=cover._replace(cards=tuple(cards)), drawings=drawings)).cards
    plates = [part for part in pair.front.parts if isinstance(part, Plate)]

    assert len(plates) == 1
    assert plates[0].element is None
    assert on_pattern(pair.front) == []


def test_the_cover_comes_first_and_stands_under_no_group() -> None:
    cards = the_cards("pocket-mind")
    made = pocket.make(a_job(cards, "poker", title="Mind", cover=a_cover("pocket-mind")))

    assert [pair.title for pair in made.cards] == ["Mind", *(card.title for card in cards)]
    assert made.cards[0].group == ""


def test_only_signs_stand_among_the_signs() -> None:
    assert all(isinstance(card.body, WarningSign) for card in SIGNS)
    assert len(SIGNS) == 22


# The deck of a plan


def test_the_deck_of_a_plan_is_told_by_its_sessions_so_that_it_can_be_put_in_order_again() -> None:
    front = read(faces("downhill-build-up-cards")[0])

    assert "Strength A: S5 S15 T3 S11 S2 14 to 17 min" in front
    assert "Day after: H9 H22 R5 R1 T9 R2 11 min" in front
    assert "Days and numbers: go by the plan." in front
    assert "18 cards." in front
