from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.colour import parse
from publisher.figures.palette import lightness, palette
from publisher.library.people_shapes import PersonShape
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.card import Group
from publisher.model.figure import Build, Hair, Person
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.problems import Problem

ANA = """\
id: ana
describes: A woman of about 40.
build: {waist: 0.9, bust: 0.012}
hair: bun
skin: "#D9A67E"
blade: left
legs: leggings
glasses: yes
"""


def read(text: str = ANA) -> Person:
    return PersonShape().read(read_tree(text.encode(), "ana.yaml"))


def told(before: str, after: str) -> list[Problem]:
    assert before in ANA
    with pytest.raises(Refused) as caught:
        read(ANA.replace(before, after, 1))
    return list(caught.value.problems)


def test_a_person_is_read_whole() -> None:
    person = read()

    assert (person.id, person.hair, person.blade, person.legs, person.glasses) == (
        "ana",
        Hair.BUN,
        "l",
        "leggings",
        True,
    )
    assert person.build == Build(waist=0.9, bust=0.012)
    assert person.sleeves == "short"
    assert person.place is not None


def test_shade_and_far_skin_are_worked_out_darker_unless_they_are_given() -> None:
    person = read()
    tones = [lightness(parse(tone)) for tone in (person.skin, person.skin_shade, person.skin_far)]

    assert tones[0] > tones[1] > tones[2] > tones[0] - 25
    assert read(f'{ANA}skin_far: "#C69A74"\n').skin_far == "#C69A74"


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("waist: 0.9", "waist: 0", "not-a-build"),
        ("waist: 0.9", "waist: 3", "not-a-build"),
        ("waist: 0.9", "jaw: 0", "not-a-build"),
        ("waist: 0.9", "waist: -.9", "not-a-number"),
        ("bust: 0.012", "bust: 0.3", "not-a-build"),
        # A head is as large as it is: there is no size of it to get wrong.
        ("waist: 0.9", "head: 0", "unknown-field"),
        ("hair: bun", "hair: bum", "unknown-choice"),
        ('skin: "#D9A67E"', "skin: tan", "not-a-colour"),
        ('skin: "#D9A67E"\n', "", "missing-field"),
        ("blade: left", "blade: both", "unknown-choice"),
        ("glasses: yes", "glasses: thick", "not-yes-or-no"),
        ("legs: leggings", "legs: jeans", "unknown-choice"),
    ],
)
def test_a_wrong_person_is_told(before: str, after: str, name: str) -> None:
    assert [problem.name for problem in told(before, after)] == [name]


PEOPLE = the_library().people
GROUPS = the_library().themes["surefoot"].groups
# Parts that touch differ by so much in lightness (CIE L*); a far limb has a line and a tone of its own.
NEAR, FAR = 15, 12


def test_people_differ() -> None:
    people = PEOPLE.values()

    assert len(people) >= 8
    assert {person.hair for person in people} >= {Hair.SHORT, Hair.LONG, Hair.PONYTAIL, Hair.BUN, Hair.SCARF, Hair.NONE}
    assert any(person.blade for person in people)
    assert any(person.glasses for person in people)
    assert min(person.face.age for person in people) <= 27
    assert max(person.face.age for person in people) >= 72
    assert len({person.skin for person in people}) == len(people)
    assert max(person.build.waist for person in people) - min(person.build.waist for person in people) > 0.3


@pytest.mark.parametrize("name", sorted(PEOPLE))
@pytest.mark.parametrize("group", Group)
def test_in_grey_skin_stays_apart_from_clothes(name: str, group: Group) -> None:
    colours = palette(PEOPLE[name], GROUPS[group], the_library().themes["surefoot"])
    tones = {role: lightness(colour) for role, colour in colours.items() if colour is not None}

    for cloth in ("shirt", "shorts"):
        assert abs(tones["skin"] - tones[cloth]) >= NEAR
        assert abs(tones["skin-far"] - tones[cloth]) >= FAR
    assert abs(tones["shirt"] - tones["shorts"]) >= NEAR


DARK = [name for name, person in sorted(PEOPLE.items()) if lightness(parse(person.skin)) < 50]


def test_some_people_are_dark() -> None:
    assert len(DARK) >= 2


@pytest.mark.parametrize("name", DARK)
def test_dark_skin_stays_apart_from_the_clothes_as_they_are(name: str) -> None:
    person = PEOPLE[name]
    clothes = [lightness(parse("#2E3A46")), *(lightness(colours.mid) for colours in GROUPS.values())]

    for skin in (person.skin, person.skin_far):
        assert min(abs(lightness(parse(skin)) - cloth) for cloth in clothes) >= NEAR
