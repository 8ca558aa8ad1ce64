"""Contacts that cannot be: on nothing, on what cannot be touched, or on two things at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.contact_shapes import FLOOR, differ, unknown_landmark
from publisher.library.spelling import did_you_mean, listed
from publisher.model.anatomy import LANDMARKS, PAIRED_LANDMARKS, PROP_KINDS, Touch
from publisher.problems import Phrase, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.figure import Contact, Pose, Prop


def contact_problems(pose: Pose, props: Sequence[Prop]) -> Iterator[Problem]:
    """Everything that is wrong with the contacts of one pose; the props have their names."""
    here = {prop.name: prop for prop in props if not prop.only or pose.name in prop.only}
    for contact in pose.contacts:
        yield from _on_something(contact, pose, props, here)
    yield from _contradictions(pose)


def _on_something(contact: Contact, pose: Pose, props: Sequence[Prop], here: dict[Phrase, Prop]) -> Iterator[Problem]:
    on = contact.on
    if on == FLOOR or (on in LANDMARKS and on != contact.part):
        return
    if on == contact.part:
        yield _nothing(on, f"`{on}` cannot touch itself.", "Write `floor`, a prop or another landmark.")
    elif on in here:
        yield from _can_be_touched(contact, here[on])
    elif on in PAIRED_LANDMARKS:
        yield unknown_landmark(on)
    elif on in {prop.name for prop in props}:
        sentence = f"`{on}` is not there in the pose `{pose.name}`."
        yield _nothing(on, sentence, f"Add `{pose.name}` to its `only:`, or take the contact out.")
    else:
        known = [FLOOR, *here, *LANDMARKS]
        told = listed([FLOOR, *here, "a landmark"]).replace("`a landmark`", "a landmark")
        sentence = f"there is no `{on}` here that could be touched."
        yield _nothing(on, sentence, f"{did_you_mean(on, known)}Write {told}.")


def _nothing(on: Phrase, sentence: str, hint: str) -> Problem:
    return Problem("contact-on-nothing", sentence, hint, place_of(on), len(on))


def _can_be_touched(contact: Contact, prop: Prop) -> Iterator[Problem]:
    if PROP_KINDS[prop.kind].touch is Touch.NONE:
        sentence = f"`{prop.name}` has nothing that could be stood, lain or leaned on."
        held = PROP_KINDS[prop.kind].held[1]
        hint = f"Add `held: [{contact.part}]` to the prop." if held else "Take the contact out."
        yield _nothing(contact.on, sentence, hint)


def _contradictions(pose: Pose) -> Iterator[Problem]:
    """A landmark that is in two places at once."""
    first: dict[str, Contact] = {}
    for contact in pose.contacts:
        other = first.setdefault(contact.part, contact)
        if other is not contact and (other.on != contact.on or differ(other.at, contact.at)):
            where = place_of(other.part)
            line = f" (line {where.line})" if where and place_of(contact.part) != where else ""
            there = f"`{other.on}`" if other.on != contact.on else "another place of it"
            sentence = f"`{contact.part}` touches `{contact.on}` here and {there}{line} too."
            hint = "Take one of the two out, or write another landmark."
            yield Problem("contradictory-contacts", sentence, hint, contact.place, len(contact.part))
