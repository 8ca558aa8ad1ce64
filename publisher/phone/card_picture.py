"""The picture of a card with what stands under its frames: the step each one shows, breath and hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.photographs import Photographed
from publisher.figures.tempo import kept
from publisher.model.card import Movement, WarningSign
from publisher.phone.kit import look_of
from publisher.phone.markup import unbroken
from publisher.phone.pictures import Caption, Moving, empty_picture, picture, small_picture
from publisher.phone.sessions import figure_of
from publisher.phone.tracks import shown_track

if TYPE_CHECKING:
    from publisher.figures.illustration import Frame
    from publisher.model.card import Card, Step
    from publisher.model.dose import Dose
    from publisher.phone.kit import Kit
    from publisher.phone.markup import Markup
    from publisher.phone.tracks import Track

# From here on a figure is seen from high above, degrees over the floor.
FROM_ABOVE = 40


def card_picture(card: Card, kit: Kit) -> Markup | None:
    """The picture of a card, if it has one."""
    if card.picture is None or card.id not in kit.pictures:
        return None
    shown = kit.pictures[card.id]
    dose = card.body.dose if isinstance(card.body, Movement) else None
    steps: tuple[Step, ...] = getattr(card.body, "steps", ())
    two_figures = card.picture.beside is not None
    captions = [_caption(place, frame, steps, dose, kit) for place, frame in enumerate(shown.frames)]
    if two_figures:
        captions = [
            Caption(
                "", kit.say("phone.card.no" if frame.wrong else "phone.card.yes"), "wrong" if frame.wrong else "right"
            )
            for frame in shown.frames
        ]
    elif len(shown.frames) == 1 and not captions[0].number:
        captions = [captions[0]._replace(words=captions[0].words if dose else "")]
    figure = figure_of(card, kit)
    moves = dose is not None and not two_figures and (len(shown.frames) > 1 or card.id in kit.reels)
    track = shown_track(dose, figure) if moves and dose is not None and figure is not None else None
    moving = None if track is None else _moving(card, track, kit)
    return picture(shown, str(card.picture.alt), captions, moving, ground=_grounded(card, kit))


def thumbnail(card: Card, kit: Kit) -> Markup | None:
    """A small picture that stands for a card, without words: the last of its poses that is right."""
    if card.picture is None or card.id not in kit.pictures:
        return None
    right = [frame for frame in kit.pictures[card.id].frames if not frame.wrong]
    return small_picture(right[-1], ground=_grounded(card, kit), look=look_of(card.group)) if right else None


def _grounded(card: Card, kit: Kit) -> bool:
    """Whether a line is drawn where somebody stands or lies: seen from high above, the ground is all round them."""
    figure = figure_of(card, kit)
    return figure is not None and not isinstance(card.body, WarningSign) and figure.view.height < FROM_ABOVE


def film_stand_in(card: Card, kit: Kit) -> Markup | None:
    """An empty picture that names the film of a card, for where the film alone is shown; None without a film."""
    reel = kit.reels.get(str(card.id))
    return None if reel is None else empty_picture(str(card.id), reel.box, ground=_grounded(card, kit))


def _moving(card: Card, track: Track, kit: Kit) -> Moving:
    reel = kit.reels.get(str(card.id))
    film, room = (str(card.id), reel.box) if reel else (None, None)
    return Moving(track, kit.say("phone.card.play"), kit.say("phone.card.still"), film, room)


def _caption(place: int, frame: Frame, steps: tuple[Step, ...], dose: Dose | None, kit: Kit) -> Caption:
    """What ties a frame to its step: the number and the words of it; the first that shows none is the start."""
    number, words = "", ""
    if isinstance(frame, Photographed):
        return _of_photograph(place, frame, steps, kit)
    for count, step in enumerate(steps, 1):
        if step.pose == frame.pose:
            number, words = str(count), str(step.caption or "")
            break
    else:
        words = kit.words.say("card.start") if place == 0 else ""
    hold = None if dose is None else kept(frame.beat.stays, dose)
    said = [
        words,
        kit.say(f"phone.card.breathe_{frame.beat.breath}") if frame.beat.breath in {"in", "out"} else "",
        kit.say("phone.card.hold", time=kit.words.short_time(hold)) if hold is not None else "",
    ]
    return Caption(number, unbroken(kit.words.say("comma").join(part for part in said if part)))


def _of_photograph(place: int, frame: Photographed, steps: tuple[Step, ...], kit: Kit) -> Caption:
    """The words of a photograph, or of the step that it shows; the first that shows none is the start."""
    if frame.step is not None:
        return Caption(str(frame.step), str(frame.caption or steps[frame.step - 1].caption or ""))
    return Caption("", str(frame.caption or (kit.words.say("card.start") if place == 0 else "")))
