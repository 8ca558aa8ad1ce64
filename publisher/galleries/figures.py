"""All figures on paper to look at, and one movement to flick through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts import figure_gallery, flick_book
from layouts.figure_gallery import Chapter, Entry
from layouts.flick_book import Shot
from layouts.product import Made
from publisher import pictures
from publisher.binding import Press, bind, document
from publisher.figures.illustration import Framed
from publisher.figures.palette import GROUND, palette
from publisher.geometry import around
from publisher.model.anatomy import PROP_KINDS
from publisher.model.card import Group, Movement
from publisher.model.figure import Figure, Pelvis, Pose, Prop, Shows, View
from publisher.model.printing import Sides
from publisher.pdf.writer import render
from publisher.pictures import NOBODY, Shown
from publisher.problems import Phrase, Problem, UsageError
from publisher.workshop import DEFAULT_PAPER, Choices, Product, Workshop, chosen_from, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.figures.sketch import Sketch
    from publisher.geometry import Box
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.model.stock import Stock

STANDING, FLICK_SIZE, FEWEST, MOST = "standing", "id-1", 4, 48
# From where people are shown; straps lie on the front, and a thing is seen from above on its corner.
_FRONT, _SIDE, _CORNER = View(82, 4), View(16, 4), View(28, 18)


def figure_gallery_of(library: Library, choices: Choices) -> Product:
    """Every figure, person and thing of a library with its name, several a page."""
    shop = Workshop.open(library, choices)
    figures = list(_of_figures(library, choices))
    people = {name: _views(library.figures[STANDING], name, library) for name in library.people}
    things = {kind: _thing(kind, library) for kind in PROP_KINDS}
    every = [*figures, *(one for views in people.values() for one in views), *things.values()]
    sketches = pictures.drawings(list({one.file: one for one in every}.values()))
    say = shop.words.say
    chapters = [
        Chapter(say("gallery.figures"), tuple(_figure_entry(one, sketches, shop) for one in figures), 3, 4),
        Chapter(
            say("gallery.people"),
            tuple(_person_entry(name, views, sketches, shop) for name, views in people.items()),
            2,
            3,
            largest=62.0,
        ),
        Chapter(
            say("gallery.things"), tuple(_thing_entry(kind, one, sketches, shop) for kind, one in things.items()), 4, 5
        ),
    ]
    paper = chosen_from(library.papers, "paper", choices.paper, None, DEFAULT_PAPER)
    setting, title = shop.plain_setting(), say("gallery.figures")
    pages = figure_gallery.draw(chapters, setting, paper.size)
    bound = bind(Made(pages=pages), None, Press(paper, choices.printing, setting, title, choices.profile))
    content = render(document(bound, title, "", shop.words.language, choices.date))
    return Product("figures.pdf", content, len(bound.pages), bound.sheets, bound.warnings, {})


def _of_figures(library: Library, choices: Choices) -> Iterator[Shown]:
    """Each figure with whom its drawing travels, else with people in turn."""
    people = [library.people[name] for name in choices.people or library.people]
    for turn, figure in enumerate(library.figures.values()):
        in_turn = [*people[turn % len(people) :], *people[: turn % len(people)]]
        known = None if choices.people else pictures.whose_drawing_travels([figure], in_turn)
        yield Shown(figure, (known or in_turn[0]) if figure.people else NOBODY)


def _views(standing: Figure, person: str, library: Library) -> tuple[Shown, Shown]:
    """A person standing, from the front and from the side."""
    front, side = (
        replace(standing, id=Phrase(f"{STANDING}-{name}"), view=view)
        for name, view in (("front", _FRONT), ("side", _SIDE))
    )
    return Shown(front, library.people[person]), Shown(side, library.people[person])


def _thing(kind: str, library: Library) -> Shown:
    """A thing alone; one that must be held or worn on somebody who stands."""
    what = PROP_KINDS[kind]
    # A band in one hand would be hidden in the fist.
    hands = ("grip_r", "grip_l")[: min(2, what.held[1])] if what.held[0] else ()
    held = tuple(map(Phrase, what.usual_held or hands))
    prop = Prop(Phrase(kind), Phrase(kind), held=held)
    name, standing = Phrase(f"thing-{kind}"), library.figures[STANDING]
    if held:
        worn = replace(standing, id=name, props=(prop,), view=View(50, 6))
        return Shown(worn, next(iter(library.people.values())))
    pose = Pose(Phrase("there"), Pelvis(), {})
    return Shown(Figure(name, name, {"there": pose}, (pose.name,), _CORNER, props=(prop,), people=False), NOBODY)


def _figure_entry(one: Shown, sketches: Mapping[str, Mapping[str, Sketch]], shop: Workshop) -> Entry:
    figure = one.figure
    alt = shop.words.say("gallery.figure", name=figure.name, person=one.person.describes)
    return Entry(str(figure.name), str(figure.id), _framed(one, sketches, shop), alt)


def _person_entry(
    name: str, views: Sequence[Shown], sketches: Mapping[str, Mapping[str, Sketch]], shop: Workshop
) -> Entry:
    frames = tuple(frame for one in views for frame in _framed(one, sketches, shop))
    describes = str(views[0].person.describes)
    return Entry(name, describes, frames, shop.words.say("gallery.front-and-side", person=describes))


def _thing_entry(kind: str, one: Shown, sketches: Mapping[str, Mapping[str, Sketch]], shop: Workshop) -> Entry:
    what = PROP_KINDS[kind].what.partition(";")[0].partition(",")[0]
    return Entry(kind, what, _framed(one, sketches, shop), what)


def _framed(one: Shown, sketches: Mapping[str, Mapping[str, Sketch]], shop: Workshop) -> tuple[Framed, ...]:
    theme, figure = shop.plain_setting().theme, one.figure
    wrong = figure.shows is Shows.WRONG
    colours = palette(one.person, theme.groups[Group.STRENGTH], theme, wrong=wrong, ground=GROUND)
    return tuple(
        Framed(str(pose), sketches[one.file][str(pose)], colours, wrong, figure.slope) for pose in figure.frames
    )


# --- A movement to flick through --------------------------------------------------------------------------------


def flick_book_of(library: Library, card_id: str, count: int, choices: Choices) -> Product:
    """One rep of a card in so many frames, a small card each; the seconds of its parts are those of the card."""
    if card_id not in library.cards:
        raise UsageError([unknown("card", card_id, library.cards)])
    card, shop = library.cards[card_id], Workshop.open(library, choices)
    one = _mover(library, card, choices)
    stock = chosen_from(library.stocks, "size", choices.size, None, FLICK_SIZE)
    sketches, moments = pictures.film(one, count, _dose(card))
    stock = _turned(stock, around([sketch.box for sketch in sketches]))
    setting = replace(shop.plain_setting(), stock=stock)
    colours = palette(one.person, setting.theme.groups[card.group], setting.theme, ground=GROUND)
    shots = [
        Shot(Framed(f"frame-{number}", sketch, colours), moment.leg.breath)
        for number, (sketch, moment) in enumerate(zip(sketches, moments, strict=True), 1)
    ]
    own = None if stock.sheet is None else stock.sheet.paper
    paper = chosen_from(library.papers, "paper", choices.paper, own, DEFAULT_PAPER)
    printing = replace(choices.printing, sides=Sides.FRONT)
    made = flick_book.cards(str(card.title), shots, setting, stock)
    bound = bind(made, stock, Press(paper, printing, setting, str(card.title), choices.profile))
    content = render(document(bound, str(card.title), "", shop.words.language, choices.date))
    return Product(f"{card_id}-flick-book.pdf", content, len(bound.pages), bound.sheets, bound.warnings, {})


def _turned(stock: Stock, shown: Box) -> Stock:
    """The card the way the movement lies; a precut sheet is cut as it is cut."""
    lying = shown.width > shown.height
    if stock.sheet is not None or lying == (stock.width > stock.height):
        return stock
    return stock._replace(width=stock.height, height=stock.width)


def _mover(library: Library, card: Card, choices: Choices) -> Shown:
    """The figure of a card and who shows it; a card that moves nobody has nothing to flick through."""
    shown = dict(pictures.casting(library, [card], choices.people)).get(str(card.id))
    if shown is None or not shown[0].figure.people or len(shown[0].figure.poses) < 2:
        sentence = f"`{card.id}` shows no movement: its picture has fewer than two poses of a person."
        hint = "Choose a card that moves, such as `surefoot gallery motion hip-bridge`."
        raise UsageError([Problem("nothing-moves", sentence, hint)])
    return shown[0]


def _dose(card: Card) -> Dose | None:
    return card.body.dose if isinstance(card.body, Movement) else None
