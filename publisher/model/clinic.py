"""A clinic or a club: whose name, logo and colours stand on what is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from publisher.colour import Colour
    from publisher.drawing import Drawing
    from publisher.problems import Phrase


class BrandColours(NamedTuple):
    """The colours of a house. `main` can carry white words and be read on paper; `second` is seen beside it."""

    main: Colour
    second: Colour | None = None


class Clinic(NamedTuple):
    """Who hands something out, and how to reach them.

    `address` and `opening_hours` are lines as they are printed. `out_of_hours` says whom to call when the clinic is
    closed. `logo` is a file of its library, `drawing` what is in it, ready to be placed, and `logo_alt` says what it
    shows. With `running_name` the name of the person stands on each page; `by` is who prepares handouts unless another
    is named; `link` is where pages of cards lie on the web, as in a publication. `reviewed_by` is who of the clinic has
    checked the cards that it hands out, `reviewed` on which day; that holds until `next_review`.
    """

    id: Phrase
    name: Phrase
    address: tuple[Phrase, ...] = ()
    phone: Phrase | None = None
    email: Phrase | None = None
    web: Phrase | None = None
    opening_hours: tuple[Phrase, ...] = ()
    footer: Phrase | None = None
    out_of_hours: Phrase | None = None
    country: Phrase | None = None
    logo: Phrase | None = None
    logo_alt: Phrase | None = None
    colours: BrandColours | None = None
    running_name: bool = False
    by: Phrase | None = None
    link: Phrase | None = None
    reviewed_by: Phrase | None = None
    reviewed: dt.date | None = None
    next_review: dt.date | None = None
    drawing: Drawing | None = None
