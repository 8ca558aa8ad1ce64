"""Profiles of a press, looked at: what is none, what is another kind, what is damaged, and what a good one says."""

from __future__ import annotations

import random
import struct
from io import BytesIO

import pytest
from PIL import ImageCms

from publisher.colour_profiles import MOST_BYTES, colour_profile
from publisher.pdf.conformance import srgb_profile
from publisher.problems import InputError
from publisher.separations import Separation
from tests.profiles_at_hand import a_profile


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        Separation(colour_profile(data))
    (problem,) = caught.value.problems
    return f"{problem.name}: {problem.sentence}"


def test_a_profile_says_its_name_and_its_condition() -> None:
    found = colour_profile(a_profile())

    assert found.data == a_profile()
    assert (found.name, found.condition) == ("Invented press (FOGRA39)", "FOGRA39")


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("ISO Coated v2 300% (ECI)", "FOGRA39"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("Our own press", ""),
    ],
)
def test_only_a_registered_condition_is_named(name: str, condition: str) -> None:
    assert colour_profile(a_profile(name)).condition == condition


def test_the_profile_to_try_with_is_one_to_others_too() -> None:
    opened = ImageCms.ImageCmsProfile(BytesIO(a_profile())).profile
    spaces = opened.xcolor_space.strip(), opened.connection_space.strip()

    assert (opened.device_class, *spaces) == ("prtr", "CMYK", "Lab")


def test_a_name_of_version_4_is_read() -> None:
    text = "Press – four".encode("utf-16-be")
    tag = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(text), 28) + text
    whole = a_profile()
    at = whole.index(b"desc", 132)
    start = len(whole)
    row = struct.pack(">4sII", b"desc", start, len(tag))
    data = whole[:at] + row + whole[at + 12 :] + tag
    data = struct.pack(">I", len(data)) + data[4:]

    assert colour_profile(data).name == "Press – four"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not-a-colour-profile: this is not an ICC profile that can be read: it does not begin as one."),
        (b"%PDF-1.7 " * 40, "does not begin as one"),
        (a_profile()[:-1], "damaged or cut short"),
        (a_profile()[:140], "damaged or cut short"),
        (a_profile()[:128] + b"\xff\xff\xff\xff" + a_profile()[132:], "damaged or cut short"),
        (a_profile() + bytes(MOST_BYTES), "more than 20 MB"),
        (srgb_profile(), "wrong-colour-profile: this is the profile of a screen, not of a press."),
        (a_profile(space=b"RGB "), "is for red, green and blue, not for cyan, magenta, yellow and black"),
        (a_profile(kind=b"scnr"), "the profile of a scanner or a camera, not of a press"),
        (a_profile(kind=b"abst"), "the profile of something else"),
        (a_profile(version=0x05000000), "has version 5"),
        (a_profile().replace(b"B2A0", b"X2A0").replace(b"B2A1", b"X2A1"), "lacks the tables"),
        (a_profile().replace(b"desc", b"desx"), "does not say what it is called"),
        (a_profile().replace(b"mft2", b"mft9"), "its tables are damaged"),
    ],
)
def test_what_is_no_profile_of_a_press_is_told(data: bytes, told: str) -> None:
    assert told in refused(data)


def test_a_damaged_profile_is_told_or_used_and_never_more_than_that() -> None:
    chance = random.Random(4)
    whole = a_profile()
    told = 0
    for _ in range(300):
        spoilt = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
        for _ in range(chance.randrange(1, 6) if spoilt else 0):
            spoilt[chance.randrange(min(len(spoilt), 400))] = chance.randrange(256)
        try:
            Separation(colour_profile(bytes(spoilt)))
        except InputError:
            told += 1

    assert told > 100


@pytest.mark.parametrize("kind", [b"prtr", b"mntr"])
def test_a_profile_for_grey_is_called_so_whatever_class_it_has(kind: bytes) -> None:
    told = "wrong-colour-profile: this is for grey, not for cyan, magenta, yellow and black."

    assert refused(a_profile(kind=kind, space=b"GRAY")) == told
