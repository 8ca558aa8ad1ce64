"""The fields of a clinic, and the logo that it names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from publisher.drawing import pixels
from publisher.library.amounts import ColourOf, Flag
from publisher.library.contrast import brand_problems
from publisher.library.link_shape import LinkBase
from publisher.library.picture_files import PictureFile, bytes_in, placed
from publisher.library.records import Build, Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import ID, Pattern, Schema, Text, refuse, scalar
from publisher.library.signing import NEXT_REVIEW, SIGNATURE, signed_in_full
from publisher.library.spelling import country_meant
from publisher.model.clinic import BrandColours, Clinic
from publisher.problems import InputError, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from publisher.drawing import Drawing
    from publisher.library.nodes import Mapping as Fields
    from publisher.library.nodes import Node
    from publisher.problems import Phrase

_MOST_LINES = 6
_LINE = Text(80)
_EMAIL = Pattern(
    re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"),
    "not-an-email",
    "is not a mail address.",
    "desk@hillside.example",
    "a mail address",
)
_WEB = Pattern(
    re.compile(r"(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~%-]+)*/?"),
    "not-an-address",
    "is not an address on the web.",
    "www.hillside.example",
    "a web address as it is printed",
)
_CODE = re.compile(r"[A-Z]{2}|112")


class _Country(NamedTuple):
    """A country by its code; which ones there are is asked when the words are known."""

    def read(self, node: Node) -> Phrase:
        written = scalar(node, self.describe())
        if _CODE.fullmatch(written.text):
            return written.phrase
        hint = f"{country_meant(written.text)}Write its two letters, such as `GB`."
        raise refuse("unknown-country", node, f"`{written.text}` is not a country.", hint)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        return {"type": "string", "pattern": f"^({_CODE.pattern})$"}

    def describe(self) -> str:
        return "a country in two letters, such as `GB`"


_COLOURS = Record(
    "the colours of a clinic",
    BrandColours,
    (
        Field("main", ColourOf(), "The colour of the house: bands and headings."),
        Field("second", ColourOf(), "A second one beside it.", needed=False),
    ),
    brand_problems,
)
_FIELDS = (
    Field("id", ID, "The name of the clinic, and of its file."),
    Field("name", Text(60), "Its name, as it is printed."),
    Field("address", ListOf(_LINE, 0, _MOST_LINES), "Its address, line by line.", needed=False),
    Field("phone", Text(40), "Its telephone number, as it is printed.", needed=False),
    Field("email", _EMAIL, "Its mail address.", needed=False),
    Field("web", _WEB, "Its page on the web.", needed=False),
    Field("opening_hours", ListOf(_LINE, 0, _MOST_LINES), "When it is open, line by line.", needed=False),
    Field("footer", Text(160), "A line at the foot of each page.", needed=False),
    Field("out_of_hours", Text(160), "Whom to call when it is closed, as a sentence.", needed=False),
    Field("country", _Country(), "The country of the emergency number.", needed=False),
    Field(
        "logo",
        PictureFile(("png", "jpg", "jpeg", "svg"), "assets/clinics/hillside.svg"),
        "Its logo: PNG, JPEG or plain SVG.",
        needed=False,
    ),
    Field("logo_alt", Text(160), "What the logo shows, for somebody who cannot see it.", needed=False),
    Field("colours", _COLOURS, "The colours of the house.", needed=False),
    Field("running_name", Flag(), "Whether the name of the person stands on each page.", needed=False),
    Field("by", Text(80), "Who prepares handouts, unless another is named.", needed=False),
    Field("link", LinkBase(), "Where pages of cards lie on the web: handouts lead there.", needed=False),
    *SIGNATURE,
    NEXT_REVIEW,
)
_BUILD: Build[Clinic] = Clinic


def _told_in_full(node: Fields) -> Iterator[Problem]:
    """A logo says its name to those who hear the page; who has checked the cards says when."""
    yield from signed_in_full(node)
    logo, alt = node.value("logo"), node.value("logo_alt")
    if logo is not None and not logo.is_nothing and (alt is None or alt.is_nothing):
        sentence = "nothing says what the logo shows to somebody who hears the page."
        hint = "Add `logo_alt:`, such as `logo_alt: Hillside Clinic`."
        yield Problem("logo-without-alt", sentence, hint, logo.place)


CLINIC = Record("a clinic", _BUILD, _FIELDS, _told_in_full)


def with_logos(clinics: Mapping[str, Clinic], roots: Mapping[str, Path], problems: list[Problem]) -> dict[str, Clinic]:
    """The clinics with what is in their logos; `roots` are the folders of libraries by the names of their files."""
    found = {}
    for key, clinic in clinics.items():
        drawing, place = None, place_of(clinic.logo or "")
        if clinic.logo is not None and place is not None:
            try:
                drawing = _logo(roots[place.file], clinic.logo)
            except InputError as error:
                problems += error.problems
        found[key] = clinic._replace(drawing=drawing)
    return found


def _logo(root: Path, name: Phrase) -> Drawing:
    data = bytes_in(root, name)
    try:
        return drawn(data, told_by_its_name=name)
    except InputError as error:
        raise placed(error, name, root) from None


def drawn(data: bytes, told_by_its_name: str) -> Drawing:
    """The drawing in the bytes of a logo. Raises what is no picture, and one whose name tells of another kind."""
    kind, ending = kind_of(data), told_by_its_name.lower().rpartition(".")[2].replace("jpeg", "jpg")
    if kind and ending not in {kind, *(("png", "jpg") if kind != "svg" else ())}:
        sentence = f"this is {_SAID[kind]}, but its name ends in .{ending}."
        hint = (
            f"Let the name end in .{kind}, here and in the folder. A name alone does not change what is in a file;\n"
            f"`surefoot new clinic NAME --logo FILE` copies a logo with the right name."
        )
        raise InputError([Problem("other-kind-of-picture", sentence, hint)])
    return _drawn(data, svg=ending == "svg")


_SAID = {"png": "a PNG picture", "jpg": "a JPEG picture", "svg": "an SVG drawing"}


def kind_of(data: bytes) -> Literal["png", "jpg", "svg", ""]:
    """What the first bytes say that a logo is; nothing where they say none of what is taken."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    # Bytes that are no text are none of a drawing; one in UTF-16 has them between its letters.
    return "svg" if b"<svg" in data[:MOST_BEFORE_SVG].replace(b"\0", b"") else ""


# A drawing program writes its name and its notes before the first element.
MOST_BEFORE_SVG = 20_000


# While files are watched, a logo is what it was.
@lru_cache(maxsize=16)
def _drawn(data: bytes, *, svg: bool) -> Drawing:
    # Only here: Pillow takes 14 ms at the start, and few libraries have a clinic.
    if svg:
        from publisher.vectors.logo import read_svg  # noqa: PLC0415

        return read_svg(data)
    from publisher.rasters import logo  # noqa: PLC0415

    raster = logo(data)
    # As long on its longer side as a drawing in SVG: whoever places it makes it fit.
    return pixels(raster, 100.0 * raster.width / max(raster.width, raster.height))


def of_clinics(clinics: Mapping[str, Clinic], countries: Collection[str]) -> Iterator[Problem]:
    """Countries that a clinic names and whose emergency number nobody knows."""
    for clinic in clinics.values():
        if clinic.country is not None and clinic.country not in countries:
            sentence = f"there is no country `{clinic.country}`."
            hint = f"{country_meant(clinic.country, countries)}There are {', '.join(sorted(countries))}."
            yield Problem("unknown-country", sentence, hint, place_of(clinic.country), len(clinic.country))
