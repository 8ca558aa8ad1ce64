"""The fields of publications, sources, stocks, papers and themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import ColourOf, Flag, Number, Whole
from publisher.library.card_shapes import PARTS
from publisher.library.contrast import contrast_problems
from publisher.library.link_shape import LinkBase
from publisher.library.nodes import width
from publisher.library.records import Build, Field, Record
from publisher.library.several import Either, ListOf, TableOf
from publisher.library.shapes import ID, Choice, Pattern, Schema, Text
from publisher.model.card import Group, Kind, Region, Source, Tier
from publisher.model.publication import Order, Publication, Selection
from publisher.model.stock import Paper, Precut, Stock
from publisher.model.theme import GroupColours, Theme, TypeScale, TypeSize
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publisher.library.nodes import Mapping, Node
    from publisher.problems import Phrase

_MM = Number(0, 2000, "mm")
_SIDE = Number(20, 2000, "mm")
_POINTS = Number(1, 200, "pt")

_SELECTION = Record(
    "a selection",
    Selection,
    (
        Field("kinds", ListOf(Choice(Kind)), "Cards of these kinds.", needed=False),
        Field("groups", ListOf(Choice(Group)), "Cards of these groups.", needed=False),
        Field("regions", ListOf(Choice(Region)), "Cards for these parts of the body.", needed=False),
        Field("tags", ListOf(ID), "Cards with at least one of these tags.", needed=False),
        Field("levels", ListOf(Whole(1, 3)), "Cards of these levels.", needed=False),
        Field("leave_out", ListOf(ID, 0, 200), "Ids of cards to leave out all the same.", needed=False),
    ),
)
PUBLICATION = Record(
    "a publication",
    Publication,
    (
        Field("id", ID, "The name of the publication, and of its file."),
        Field("title", Text(60), "The title that is printed."),
        Field("layout", ID, "Which layout draws it."),
        Field("subtitle", Text(160), "A line under the title.", needed=False),
        Field("cards", ListOf(ID, 0, 1000), "Ids of its cards, in order.", needed=False),
        Field("select", _SELECTION, "Which cards to take: every field given must match.", needed=False),
        Field("order", Choice(Order), "How the cards follow one another.", needed=False),
        Field("size", ID, "The id of a stock (the size of a card).", needed=False),
        Field("paper", ID, "The id of a paper.", needed=False),
        Field("theme", ID, "The id of a theme.", needed=False),
        Field("plan", ID, "The id of a plan: its cards are taken, in the order of their use.", needed=False),
        Field("default", Flag(), "Whether `surefoot build` makes it when nothing is named.", needed=False),
        Field(
            "session",
            Flag(),
            "Whether it is done from its first card to its last; its minutes are added up.",
            needed=False,
        ),
        Field("because", Text(160), "Why a session may have more than 5 exercises or 20 minutes.", needed=False),
        Field("link", LinkBase(), "Where its cards lie on the web: each gets a code to its page.", needed=False),
    ),
)

_URL = Pattern(
    re.compile(r"https?://[^\s<>\"]{3,300}"),
    "not-an-address",
    "is not an address on the web.",
    "https://www.nhs.uk/conditions/back-pain/",
    "a web address",
)
_DOI = Pattern(
    re.compile(r"10\.[0-9]{4,9}/\S{1,60}"), "not-a-doi", "is not a DOI.", "10.1136/bjsports-2016-096913", "a DOI"
)


def _source(**values: object) -> Callable[[str], Source]:
    build: Build[Source] = Source
    return lambda key: build(key=key, **values)


SOURCE = Record(
    "a source",
    _source,
    (
        Field("short", Text(24), "What a card prints, such as Cai 2017."),
        Field("authors", Text(200), "Who wrote it."),
        Field("year", Whole(1800, 2100), "When it appeared."),
        Field("title", Text(300), "Its title, or what it is."),
        Field("where", Text(200), "The journal, publisher or site."),
        Field("doi", _DOI, "Its DOI, without https://doi.org/.", needed=False),
        Field("url", _URL, "Its address on the web.", needed=False),
        Field("note", Text(400), "What to know about it, such as how it was read.", needed=False),
    ),
)


def _sources(sources: dict[Phrase, Callable[[str], Source]]) -> dict[str, Source]:
    return {str(key): build(str(key)) for key, build in sources.items()}


SOURCES = Record(
    "the list of sources",
    _sources,
    (Field("sources", TableOf(ID, SOURCE), "Works that cards cite, by key."),),
)

_PRECUT = Record(
    "a precut sheet",
    Precut,
    (
        Field("paper", ID, "The id of its paper."),
        Field("columns", Whole(1, 20), "Slots side by side."),
        Field("rows", Whole(1, 20), "Slots one below the other."),
        Field("left", _MM, "From the left edge of the paper to the first slot."),
        Field("top", _MM, "From the top edge of the paper to the first slot."),
        Field("pitch_x", _MM, "From the left edge of a slot to that of the next."),
        Field("pitch_y", _MM, "From the top edge of a slot to that of the next."),
        Field("slot_width", _MM, "Width of a slot as the sheet lies upright."),
        Field("slot_height", _MM, "Height of a slot as the sheet lies upright."),
    ),
)
_STOCK_FIELDS = (
    Field("id", ID, "The name of the stock in publications and on the command line."),
    Field("name", Text(80), "Its name in lists."),
    Field("width", _SIDE, "The shorter side of a card, trimmed."),
    Field("height", _SIDE, "The longer side."),
    Field("type", ID, "Which type scale of the theme it uses."),
    Field("body_max", _POINTS, "The largest body size."),
    Field("body_min", _POINTS, "The smallest body size; below it a text is too long."),
    Field("source", Text(400), "Where the measures come from."),
    Field("verified_by_print", Flag(), "Whether a printed sheet has been laid on the stock."),
    Field("corner_radius", Number(0, 50, "mm"), "Radius of the corners.", needed=False),
    Field("leaves_out", ListOf(PARTS), "Parts that this size does without, least needed first.", needed=False),
    Field("clear_top", Number(0, 50, "mm"), "Kept free at the top edge, for a slot.", needed=False),
    Field("sheet", _PRECUT, "Where the slots of a precut sheet lie.", needed=False),
    Field("also", ListOf(Text(60)), "Product numbers of the same cut.", needed=False),
)
_PLAIN_STOCK = Record("a stock", Stock, _STOCK_FIELDS)


def _stock_sizes(node: Mapping) -> Iterable[Problem]:
    """The smallest body size is not the larger one, and a card stands up."""
    stock = _PLAIN_STOCK.read(node)
    for less, more in (("body_min", "body_max"), ("width", "height")):
        if getattr(stock, less) > getattr(stock, more):
            entry = node.fields[less][1]
            sentence = f"`{less}` is larger than `{more}`."
            yield Problem("backwards-sizes", sentence, "Write the smaller number here.", entry.place, width(entry))


STOCK = Record("a stock", Stock, _STOCK_FIELDS, _stock_sizes)
PAPER = Record(
    "a paper",
    Paper,
    (
        Field("id", ID, "The name of the paper in publications and on the command line."),
        Field("name", Text(80), "Its name in lists."),
        Field("width", _SIDE, "The shorter side."),
        Field("height", _SIDE, "The longer side."),
    ),
)

_SIZE_FORM = Pattern(
    re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?/[0-9]{1,3}(\.[0-9]{1,3})?"),
    "not-a-type-size",
    "is not a size and a leading.",
    "8.5/10",
    "size and leading in points",
)


class _TypeSize(NamedTuple):
    """Size and leading in the printers' short form, "8.5/10"."""

    def read(self, node: Node) -> TypeSize:
        size, leading = _SIZE_FORM.read(node).split("/")
        return TypeSize(float(size), float(leading))

    def schema(self, *, whole: bool = True) -> Schema:
        return _SIZE_FORM.schema(whole=whole)

    def describe(self) -> str:
        return _SIZE_FORM.describe()


_TYPE_SIZE: Either[TypeSize] = Either(
    _TypeSize(),
    Record(
        "a type size",
        TypeSize,
        (
            Field("size", _POINTS, "Size in points."),
            Field("leading", _POINTS, "From one baseline to the next, in points."),
        ),
    ),
)
_SIZES = ("title", "back_title", "purpose", "purpose_without_picture", "cue", "dose", "unit", "caption", "foot")
_SCALE_DOCS = {
    "margin": "From the trim to the text, in mm.",
    "body_leading": "Leading of body text, as a multiple of its size.",
    "tab_width": "Width of the tab, in mm.",
    "tab_height": "Height of the tab, in mm.",
    "tab_icon": "Size of the icon on the tab, in mm.",
    "tab_number": "Size of the number on the tab, in points.",
    "ground": "Height of the ground line from the top, in mm.",
    "stratum": "Height of the patterned strip, in mm.",
    "gutter": "From the margin to the text of steps and notes, in mm.",
    "stop_rule": "Thickness of the rule over the stop zone, in mm.",
}
_SCALE = Record(
    "a type scale",
    TypeScale,
    tuple(
        Field(name, _TYPE_SIZE, f"Size and leading of the {name.replace('_', ' ')}.")
        if name in _SIZES
        else Field(name, Number(0, 500), _SCALE_DOCS[name])
        for name in TypeScale._fields
    ),
)
_COLOURS = Record(
    "the colours of a group",
    GroupColours,
    (
        Field("main", ColourOf(), "Tab, stratum, ground line and arrows."),
        Field("mid", ColourOf(), "Clothes of figures; never text."),
        Field("tint", ColourOf(), "The ground."),
    ),
)


def _by_group(**values: object) -> dict[Group, object]:
    return {Group(name): value for name, value in values.items()}


def _by_tier(**values: object) -> dict[Tier, object]:
    return {Tier(name): value for name, value in values.items()}


_GROUPS = Record(
    "the groups", _by_group, tuple(Field(group.value, _COLOURS, f"Colours of {group.value}.") for group in Group)
)
_TIERS = Record(
    "the tiers", _by_tier, tuple(Field(tier.value, ColourOf(), f"Colour of {tier.value}.") for tier in Tier)
)
_THEME_FIELDS = (
    Field("id", ID, "The name of the theme in publications and on the command line."),
    Field("name", Text(80), "Its name in lists."),
    Field("ink", ColourOf(), "All text."),
    Field("paper", ColourOf(), "The ground that nothing is printed on."),
    Field("stop_ground", ColourOf(), "The ground of the stop zone."),
    Field("wrong", ColourOf(), "Crosses and rings that mark what is wrong."),
    Field("groups", _GROUPS, "Colours of every group."),
    Field("tiers", _TIERS, "Colours of every tier."),
    Field("scales", TableOf(ID, _SCALE), "Type scales by name; stocks name the one that they use."),
)
_PLAIN_THEME = Record("a theme", Theme, _THEME_FIELDS)


def _theme_contrast(node: Mapping) -> Iterable[Problem]:
    return contrast_problems(_PLAIN_THEME.read(node), node)


THEME = Record("a theme", Theme, _THEME_FIELDS, _theme_contrast)
