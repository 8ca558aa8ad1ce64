"""The pictures of cards: who shows which movement, from drawings that are kept or, where one is missing, drawn anew.

The built-in drawings travel with the package. What a library or a choice of people adds is drawn once, which takes some
seconds a picture on all cores, and kept in this user's cache. Only that needs NumPy and Numba.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import zlib
from dataclasses import replace
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from publisher.figures import kept
from publisher.figures.illustration import Framed, Illustration
from publisher.figures.palette import GROUND, SHADOW, palette
from publisher.figures.photographs import Photographed, aspect_of
from publisher.figures.tempo import beat
from publisher.figures.troubles import not_met
from publisher.geometry import Point, around
from publisher.library import built_in
from publisher.library.picture_files import bytes_in, placed, root_of
from publisher.model.card import Explanation, WarningSign
from publisher.model.figure import Build, Figure, Hair, Person, Shows
from publisher.problems import InputError, Phrase, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from publisher.drawing import Raster
    from publisher.figures.motion import Moment
    from publisher.figures.proofs import Proof
    from publisher.figures.sketch import Sketch
    from publisher.model.card import Card, Photo, Picture
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.model.theme import Theme

DRAWINGS = "assets/drawings"
# From how high above we look, degrees, when a shadow shows where a body touches the ground, and when its mat does.
SHADOW_FROM, MAT_FROM = 12, 20
# What has no people in it is drawn for nobody.
NOBODY = Person(Phrase("nobody"), Phrase("Things alone."), Build(), Hair.SHORT, "#222222", *("#FFFFFF",) * 3)
# A picture with many things in it is drawn coarser, pixels for each H, until it costs under 15 kB in a PDF, where it
# takes 1.8 times the bytes of its text when both are compressed (the drawings that travel; largest of 1.85).
COARSER, HEAVIEST = (560, 440, 340), 7800
_NEEDED = ("numpy", "numba", "contourpy")


Taken = TypeVar("Taken")
Proofs: TypeAlias = "tuple[list[Proof], list[Problem]]"


class Shown(NamedTuple):
    """A figure and who shows it."""

    figure: Figure
    person: Person

    @property
    def file(self) -> str:
        """The name of the file that keeps it."""
        return kept.file_name(str(self.figure.id), str(self.person.id))


def illustrations(
    library: Library, cards: Sequence[Card], theme: Theme, people: Sequence[str] = ()
) -> dict[str, Illustration]:
    """The picture of each card that has one, by its id. `people` are those who are to show them, else see `casting`."""
    cast = dict(casting(library, cards, people))
    photographs = {str(card.id): photographed(library, card) for card in cards if card.picture and card.picture.photos}
    sketches = drawings(tuple({one.file: one for each in cast.values() for one in each}.values()))
    found: dict[str, Illustration] = {}
    for card in cards:
        if card.id in photographs:
            found[card.id] = _in_grey(photographs[card.id]) if theme.in_grey else photographs[card.id]
        elif card.id in cast:
            frames = (frame for one in cast[card.id] for frame in _frames(card, one, sketches[one.file], theme))
            found[card.id] = Illustration(tuple(frames))
    return found


def looks(library: Library, cards: Sequence[Card], people: Sequence[str] = ()) -> dict[str, str]:
    """What the picture of each card hangs on, by its id: poses, bodies, colours, and what is written beside frames."""
    drawn = {
        name: " ".join(
            f"{kept.made_of(one.figure, one.person)} {_colours(one.person)} {_beats(one.figure)}" for one in shown
        )
        for name, shown in casting(library, cards, people)
    }
    return drawn | {
        str(card.id): " ".join(
            frame.raster.name for frame in photographed(library, card).frames if isinstance(frame, Photographed)
        )
        for card in cards
        if card.picture and card.picture.photos
    }


def _beats(figure: Figure) -> str:
    return " ".join(f"{one.breath}/{one.stays}" for one in (beat(figure, pose) for pose in figure.frames))


def _colours(person: Person) -> str:
    return f"{person.skin}{person.skin_shade}{person.skin_far}{person.hair_colour}"


class _Made(NamedTuple):
    of: tuple[object, ...]
    frames: tuple[Framed, ...]


# By card, figure and theme, with what they were made of: a card in several decks, or in the next build while files are
# watched, shows the very same frames, so that what was drawn of them can stand.
_made: dict[tuple[str, str, str], _Made] = {}


def _frames(card: Card, shown: Shown, sketches: Mapping[str, Sketch], theme: Theme) -> tuple[Framed, ...]:
    """The frames of a figure on a card; the same ones as long as all that they are made of is the same."""
    key, of = (card.id, shown.file, theme.id), (card.group, type(card.body), *shown, sketches, theme)
    known = _made.get(key)
    if known is None or any(one is not other for one, other in zip(known.of, of, strict=True)):
        known = _made[key] = _Made(of, tuple(_framed(card, shown, sketches, theme)))
    return known.frames


def _framed(card: Card, shown: Shown, sketches: Mapping[str, Sketch], theme: Theme) -> Iterator[Framed]:
    figure, wrong = shown.figure, shown.figure.shows is Shows.WRONG
    # A body map is hollow too: nothing but the place where it is felt has a colour.
    map_of_it = isinstance(card.body, WarningSign)
    muscles = map_of_it or isinstance(card.body, Explanation)
    colours = palette(
        shown.person,
        theme.groups[card.group],
        theme,
        wrong=wrong or map_of_it,
        muscles=muscles,
        ground=_ground(figure),
    )
    for pose in figure.frames:
        yield Framed(str(pose), sketches[pose], colours, wrong, figure.slope, beat(figure, pose))


def filmed(card: Card, shown: Shown, sketches: Sequence[Sketch], theme: Theme, aside: float) -> tuple[Framed, ...]:
    """The pictures of a film in the colours of its card, all in the room that the whole film takes.

    `aside` is how much more room is kept to the right, at 100 mm a stature.
    """
    colours = palette(shown.person, theme.groups[card.group], theme, ground=_ground(shown.figure))
    # The same picture is shown more than once.
    by_sketch = {id(sketch): Framed("", sketch, colours, slope=shown.figure.slope) for sketch in sketches}
    room = around([frame.box for frame in by_sketch.values()])
    room = room._replace(width=room.width + aside)
    named = {key: replace(frame, room=room, _made={}) for key, frame in by_sketch.items()}
    return tuple(named[id(sketch)] for sketch in sketches)


def _ground(figure: Figure) -> tuple[str, ...]:
    """What is painted of the ground: seen from above, people would float over the line that the page draws."""
    if figure.view.height < SHADOW_FROM or figure.slope:
        return ()
    return GROUND if figure.view.height >= MAT_FROM else SHADOW


# --- Photographs of one's own ---


class _Shot(NamedTuple):
    """What the photographs of a card were, and the frames that were made of them."""

    of: tuple[Picture, tuple[str, ...]]
    picture: Illustration


_shots: dict[str, _Shot] = {}


def photographed(library: Library, card: Card) -> Illustration:
    """The photographs of a card, cut to frames of one shape; the very same ones as long as the files say the same.

    Raises what is wrong with any of them, where it is named.
    """
    picture = card.picture
    if picture is None:
        raise ValueError("only a card with photographs can be asked for them")
    problems: list[Problem] = []
    files = [data for photo in picture.photos for data in _file(library, photo.file, problems)]
    if problems:
        raise InputError(problems)
    of = picture, tuple(hashlib.sha256(data).hexdigest() for data in files)
    known = _shots.get(card.id)
    if known is None or known.of != of:
        known = _shots[card.id] = _Shot(of, _shot(library, picture, files))
    return known.picture


# By identity: of the same photographs the same are made, so that what stands of a build still stands.
@lru_cache(maxsize=256)
def _in_grey(picture: Illustration) -> Illustration:
    from publisher import rasters  # noqa: PLC0415  # as above

    def sized(photo: Photographed, longer: int) -> Raster:
        return rasters.in_grey(photo.sized(longer))

    return Illustration(
        tuple(
            replace(frame, raster=rasters.in_grey(frame.raster), sized=partial(sized, frame), _made={})
            if isinstance(frame, Photographed)
            else frame
            for frame in picture.frames
        )
    )


def _file(library: Library, name: Phrase, problems: list[Problem]) -> Iterator[bytes]:
    try:
        yield bytes_in(root_of(library, name), name)
    except InputError as error:
        problems += error.problems


def _shot(library: Library, picture: Picture, files: Sequence[bytes]) -> Illustration:
    # Only here: Pillow takes 14 ms at the start, and few libraries have photographs.
    from publisher import rasters  # noqa: PLC0415

    problems: list[Problem] = []

    def tried(photo: Photo, take: Callable[[], Taken]) -> Iterator[Taken]:
        try:
            yield take()
        except InputError as error:
            problems.extend(placed(error, photo.file, root_of(library, photo.file)).problems)

    # Those that cannot be read at all are told together with those that turn out to be damaged.
    pairs, sizes = [], []
    for photo, data in zip(picture.photos, files, strict=True):
        for one in tried(photo, partial(rasters.looked_at, data)):
            pairs.append((photo, data))
            sizes.append((one.width, one.height))
    aspect = picture.frame.aspect if picture.frame else aspect_of(sizes)
    frames = [
        Photographed(raster, partial(rasters.printed, raster), photo.step, photo.caption)
        for photo, data in pairs
        for raster in tried(photo, partial(rasters.photograph, data, aspect, Point(*photo.focus)))
    ]
    if problems:
        raise InputError(problems)
    return Illustration(tuple(frames))


# --- Who shows what ---------------------------------------------------------------------------------------------


def casting(
    library: Library, cards: Sequence[Card], people: Sequence[str] = (), *, afresh: bool = False
) -> Iterator[tuple[str, tuple[Shown, ...]]]:
    """The figures of each card with the person who shows them.

    Chosen people take turns. If none is chosen, a card's own person shows it, else the one whose drawing travels with
    the package, whatever other cards are in the deck; only what is in neither (all of it, `afresh`) goes by turns.
    """
    unknown = [name for name in people if name not in library.people]
    if unknown:
        raise UsageError([_unknown_person(name, library) for name in unknown])
    turns = [library.people[name] for name in people] or list(library.people.values())
    turn = 0
    for card in cards:
        picture = card.picture
        if picture is None or picture.figure is None:
            continue
        figures = [library.figures[name] for name in (picture.figure, picture.beside) if name is not None]
        person = None if people or picture.person is None else library.people[picture.person]
        if person is None and any(figure.people for figure in figures):
            in_turn = [*turns[turn % len(turns) :], *turns[: turn % len(turns)]]
            known = None if people or afresh else whose_drawing_travels(figures, in_turn)
            person, turn = known or in_turn[0], turn + 1
        yield str(card.id), tuple(Shown(each, (person or NOBODY) if each.people else NOBODY) for each in figures)


def whose_drawing_travels(figures: Sequence[Figure], people: Sequence[Person]) -> Person | None:
    """The first person for whom the built-in drawings hold all of these figures."""
    for person in people:
        shown = [Shown(figure, person) for figure in figures if figure.people]
        if all((built_in() / DRAWINGS / one.file).is_file() and _fits(built_in() / DRAWINGS, one) for one in shown):
            return person
    return None


def _unknown_person(name: str, library: Library) -> Problem:
    known = ", ".join(sorted(library.people))
    return Problem("unknown-person", f"there is no person `{name}`.", f"There are {known}.")


# --- What is kept, and what is drawn ----------------------------------------------------------------------------


def drawings(wanted: Sequence[Shown]) -> dict[str, Mapping[str, Sketch]]:
    """The sketches of each figure and person, by the name of its file."""
    found: dict[str, Mapping[str, Sketch]] = {}
    missing: list[Shown] = []
    for one in wanted:
        sketches = _kept(one)
        if sketches is None:
            missing.append(one)
        else:
            found[one.file] = sketches
    if missing:
        found |= _drawn_and_kept(missing)
    return found


def _kept(one: Shown) -> Mapping[str, Sketch] | None:
    """What is kept of it, if it was made of the same pose, body and model."""
    for folder in (built_in() / DRAWINGS, cache()):
        if _fits(folder, one):
            return _read(folder / one.file).sketches
    return None


def _fits(folder: Path, one: Shown) -> bool:
    with contextlib.suppress(OSError, ValueError):
        return _read(folder / one.file).made_of == kept.made_of(one.figure, one.person)
    return False


# A picture is looked at more than once: who is in it, and then what.
@lru_cache(maxsize=512)
def _read(path: Path) -> kept.Kept:
    return kept.read(path.read_text(encoding="ascii"))


def _drawn_and_kept(missing: Sequence[Shown]) -> dict[str, Mapping[str, Sketch]]:
    found: dict[str, Mapping[str, Sketch]] = {}
    for one, text in drawn(missing):
        found[one.file] = kept.read(text).sketches
        keep(cache() / one.file, text)
    return found


def drawn(wanted: Sequence[Shown]) -> Iterator[tuple[Shown, str]]:
    """Draw figures anew on all cores, each with the text of its file; problems of all of them are told together."""
    can_draw(wanted)
    problems: list[Problem] = []
    workers = min(os.cpu_count() or 1, len(wanted))
    # Only here: an ordinary build has no use for other processes, and this takes longer to import than to read a deck.
    processes = import_module("concurrent.futures").ProcessPoolExecutor
    with processes(workers) if workers > 1 else contextlib.nullcontext() as pool:
        made = map(_draw, wanted) if pool is None else pool.map(_draw, wanted)
        for one, result in zip(wanted, made, strict=True):
            if isinstance(result, str):
                yield one, result
            else:
                problems += result
    if problems:
        raise InputError(problems)


def proofs(one: Shown, poses: Sequence[str] | None = None, pixels: float | None = None) -> Proofs:
    """Proofs of a figure, drawn anew and not kept: the named poses, else all frames, and what is wrong with them."""
    can_draw([one])
    # As in `_draw`: only here.
    room = import_module("publisher.figures.proofs")
    more = () if pixels is None else (pixels,)
    found: Proofs = room.proofs(one.figure, one.person, poses, *more)
    return found


def film(one: Shown, count: int, dose: Dose | None = None) -> tuple[list[Sketch], tuple[Moment, ...]]:
    """One rep as that person shows it, in so many sketches, and the moment of each; kept like other drawings."""
    can_draw([one])
    room = import_module("publisher.figures.film")
    figure, moments = room.film(one.figure, one.person.build, count, dose)
    shown = one._replace(figure=figure)
    sketches = drawings([shown])[shown.file]
    return [sketches[name] for name in figure.frames], moments


def can_draw(wanted: Sequence[Shown]) -> None:
    """Raises `UsageError` where the tools that draw are not installed."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise UsageError([_not_installed(wanted)])


def _draw(one: Shown) -> str | tuple[Problem, ...]:
    """The text of one file, or what stands in the way. Runs in a process of its own."""
    # Only here: the rooms that draw take a second to import, and an ordinary build needs none of them.
    posing = import_module("publisher.figures.posing")
    problems = tuple(
        not_met(str(name), contact, millimetres)
        for name, stance in posing.stances(one.figure, one.person.build).items()
        for contact, millimetres in stance.missed
    )
    if problems:
        return problems
    return _text(one, draw_frames(one))


def draw_frames(one: Shown) -> dict[str, Sketch]:
    """The sketches of all frames, drawn now; what would be heavy in a file is drawn more coarsely."""
    anew = import_module("publisher.figures.anew")
    sketches: dict[str, Sketch] = anew.sketches(one.figure, one.person)
    for pixels in COARSER:
        heavy = [pose for pose, sketch in sketches.items() if _weight(one, {pose: sketch}) > HEAVIEST]
        if heavy:
            sketches |= anew.sketches(one.figure, one.person, heavy, pixels)
    return sketches


def _text(one: Shown, sketches: Mapping[str, Sketch]) -> str:
    made_of = kept.made_of(one.figure, one.person)
    return kept.written(kept.Kept(str(one.figure.id), str(one.person.id), made_of, sketches))


def _weight(one: Shown, sketches: Mapping[str, Sketch]) -> int:
    return len(zlib.compress(_text(one, sketches).encode()))


def _not_installed(wanted: Sequence[Shown]) -> Problem:
    first = wanted[0]
    more = f", and {len(wanted) - 1} more" if len(wanted) > 1 else ""
    sentence = (
        f"`{first.figure.id}` shown by `{first.person.id}`{more} must be drawn, and the tools for that are missing."
    )
    hint = "Install them with: pip install 'surefoot[figures]' (in a copy of the project: pip install '.[figures]')"
    return Problem("cannot-draw", sentence, hint)


def cache() -> Path:
    """Where drawings of this user are kept."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "surefoot" / "drawings"


def keep(path: Path, text: str) -> None:
    """Whole or not at all; where nothing can be kept, it is drawn again next time."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.tmp")
        half.write_text(text, encoding="ascii")
        half.replace(path)
