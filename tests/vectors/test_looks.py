from __future__ import annotations

import pytest

from publisher.colour import BLACK, Colour
from publisher.vectors.complaints import NotTakenError
from publisher.vectors.looks import Looks


def test_what_nothing_is_said_of_is_black_without_a_line() -> None:
    assert Looks().under({}) == Looks(BLACK, None)


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("#0B5F5C", Colour(11, 95, 92)),
        ("#fff", Colour(255, 255, 255)),
        ("rgb(1, 2,300)", Colour(1, 2, 255)),
        ("Navy", Colour(0, 0, 128)),
        ("currentColor", BLACK),
        ("none", None),
    ],
)
def test_colours_are_read_by_us_alone(said: str, colour: Colour | None) -> None:
    assert Looks().under({"fill": said}).fill == colour


def test_a_style_counts_for_more_than_an_attribute_and_both_are_passed_on() -> None:
    group = Looks().under({"fill": "red", "style": "fill: #00f; stroke:black;stroke-width:2px; font-family:Arial"})

    inside = group.under({"stroke-linecap": "round"})

    assert (inside.fill, inside.stroke, inside.width, inside.cap) == (Colour(0, 0, 255), BLACK, 2, "round")


def test_what_is_not_shown_stays_so_inside() -> None:
    assert not Looks().under({"display": "none"}).under({"display": "inline"}).shown
    assert not Looks().under({"opacity": "0"}).shown
    assert Looks().under({"fill-opacity": "0", "stroke-opacity": "1"}).fill is None


def test_an_odd_list_of_dashes_is_said_twice() -> None:
    assert Looks().under({"stroke-dasharray": "1 2 3"}).dash == (1, 2, 3, 1, 2, 3)
    assert Looks().under({"stroke-dasharray": "0 0"}).dash == ()


@pytest.mark.parametrize(
    "attributes",
    [
        {"fill": "url(#a)"},
        {"fill": "rebeccapurple"},
        {"fill": "#12"},
        {"opacity": "0.5"},
        {"style": "fill:url(http://example.org/a.svg#b)"},
        {"style": "fill"},
        {"style": "@import 'a'"},
        {"style": "background:red"},
        {"clip-path": "url(#a)"},
        {"filter": "url(#a)"},
        {"mix-blend-mode": "multiply"},
        {"stroke-linecap": "wavy"},
        {"stroke-width": "2em"},
        {"stroke-dasharray": "1 -2"},
    ],
    ids=str,
)
def test_what_would_look_otherwise_is_refused(attributes: dict[str, str]) -> None:
    with pytest.raises(NotTakenError):
        Looks().under(attributes)
