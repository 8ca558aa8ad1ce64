"""The ICC profile of a print shop, looked at before anything trusts it: bytes from outside, read as a table.

A profile says which colour each mixture of four inks makes on one paper. None travels with this program: they belong
to those who measured the paper, and one that we made up would promise colours that no press prints.
"""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

from publisher.problems import InputError, Problem

# Those of printing houses have 0.2 to 3 MB, finely measured ones up to 9.
MOST_BYTES = 20_000_000
GET_ONE = "Ask your print shop which one its press uses, such as PSO Coated v3 (FOGRA51) or GRACoL 2013 (CRPC6)."
_HEAD, _ROW, _MOST_TAGS = 128, 12, 200
# What a picture is turned into inks by, and what a viewer shows the inks by (ICC.1:2010, 8.4.2 and 9.2).
_INTO_INKS, _FROM_INKS = {b"B2A0", b"B2A1"}, {b"A2B0", b"A2B1"}
# Versions that PDF 1.6, and so PDF/X-4, knows (ISO 15930-7).
_VERSIONS = (2, 4)
_KINDS = {
    b"mntr": "a screen",
    b"scnr": "a scanner or a camera",
    b"link": "a pair of devices",
    b"spac": "a colour space",
}
_SPACES = {b"RGB ": "red, green and blue", b"GRAY": "grey", b"Lab ": "Lab"}
# Profiles that do not say in their names what they were measured from, which the makers' leaflets do.
_BY_NAME = {"iso coated v2": "FOGRA39", "pso coated v3": "FOGRA51", "pso uncoated v3": "FOGRA52"}
_NAMED = re.compile(r"FOGRA ?(\d\d)", re.IGNORECASE)


class ColourProfile(NamedTuple):
    """A profile of four inks: its bytes, what it calls itself, and the registered printing condition, if it has one."""

    data: bytes
    name: str
    condition: str = ""


def colour_profile(data: bytes) -> ColourProfile:
    """The profile in a file. Every refusal is a `Problem` without a place, which whoever read the file knows."""
    tags = _tags(data)
    _refuse_others(data, tags)
    name = _described(tags[b"desc"]) or "no name"
    return ColourProfile(data, name, _condition(name))


def _tags(data: bytes) -> dict[bytes, bytes]:
    """The parts of a profile by their names (ICC.1:2010, 7.2 and 7.3)."""
    if len(data) > MOST_BYTES:
        raise InputError([_no_profile(f"it has more than {MOST_BYTES // 1_000_000} MB")])
    if len(data) < _HEAD + 4 or data[36:40] != b"acsp":
        raise InputError([_no_profile("it does not begin as one")])
    size, count = struct.unpack(">I", data[:4])[0], struct.unpack(">I", data[_HEAD : _HEAD + 4])[0]
    table = _HEAD + 4 + _ROW * count
    if size != len(data) or count > _MOST_TAGS or table > len(data):
        raise InputError([_no_profile("it is damaged or cut short")])
    found: dict[bytes, bytes] = {}
    for at in range(_HEAD + 4, table, _ROW):
        name, start, length = struct.unpack(">4sII", data[at : at + _ROW])
        if start < table or start + length > len(data):
            raise InputError([_no_profile("it is damaged or cut short")])
        found[name] = data[start : start + length]
    if b"desc" not in found:
        raise InputError([_no_profile("it does not say what it is called")])
    return found


def _refuse_others(data: bytes, tags: dict[bytes, bytes]) -> None:
    """Raise what is a profile, and not one of a press with four inks."""
    kind, space, version = data[12:16], data[16:20], data[8]
    if kind != b"prtr" and space != b"GRAY":  # one for grey is no screen's, whatever class it is written as
        told = f"is the profile of {_KINDS.get(kind, 'something else')}, not of a press"
    elif space != b"CMYK":
        told = f"is for {_SPACES.get(space, 'other colours')}, not for cyan, magenta, yellow and black"
    elif version not in _VERSIONS:
        told = f"has version {version}; a file for print may hold version 2 or 4"
    elif data[20:24] not in {b"Lab ", b"XYZ "} or not (_INTO_INKS & tags.keys() and _FROM_INKS & tags.keys()):
        told = "lacks the tables that turn colours into inks and back"
    else:
        return
    raise InputError([Problem("wrong-colour-profile", f"this {told}.", GET_ONE)])


def _no_profile(why: str) -> Problem:
    hint = f"Copy it again from where it came from. {GET_ONE}"
    return Problem("not-a-colour-profile", f"this is not an ICC profile that can be read: {why}.", hint)


def _described(tag: bytes) -> str:
    """The name, from either form in which it is kept (ICC.1:2001, 6.5.17; ICC.1:2010, 10.13)."""
    if tag[:4] == b"desc" and len(tag) >= 12:
        length = struct.unpack(">I", tag[8:12])[0]
        text = tag[12 : 12 + length].decode("ascii", "replace")
    elif tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = struct.unpack(">II", tag[20:28])
        text = tag[start : start + length].decode("utf-16-be", "replace")
    else:
        text = ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:100]


def _condition(name: str) -> str:
    found = _NAMED.search(name)
    if found:
        return f"FOGRA{found[1]}"
    return next((condition for start, condition in _BY_NAME.items() if name.lower().startswith(start)), "")
