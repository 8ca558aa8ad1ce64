"""Programmes, a clinic, a patient and their handouts, for tests."""

from __future__ import annotations

import datetime as dt
from functools import cache

from layouts.product import Job
from publisher.handouts import Occasion, publication_of, told_of
from publisher.model.clinic import Clinic
from publisher.model.dose import Range
from publisher.model.patient import Patient
from publisher.model.plan import Day
from publisher.model.printing import PrintSettings
from publisher.model.programme import DosePart, Prescribed, Programme, Side
from publisher.problems import Phrase
from publisher.workshop import Choices, Workshop
from tests.factories import a_phrase, the_library

ON = dt.date(2026, 3, 2)
# A name that stands nowhere else, to be looked for where it must not be.
CANARY = "Zora Quillfeather"


def an_exercise(card: str, **more: object) -> Prescribed:
    """One exercise as on its card."""
    return Prescribed(a_phrase(card), **more)


def a_programme(*exercises: Prescribed, **more: object) -> Programme:
    """Exercises under a title."""
    fields: dict[str, object] = {
        "id": Phrase("mine"),
        "title": a_phrase("Legs for the way down"),
        "purpose": a_phrase("Strong legs spare your back."),
        "exercises": exercises or tuple(map(an_exercise, ("step-down", "bird-dog", "side-plank", "plank"))),
    }
    return Programme(**{**fields, **more})


def with_everything() -> Programme:
    """An exercise with all that can be set, beside others."""
    own = an_exercise(
        "step-down",
        dose=DosePart(sets=Range(2, 2), load=Phrase("2 kg in each hand")),
        side=Side.LEFT,
        note=Phrase("Use the bottom stair at home."),
        days=(Day.MONDAY, Day.FRIDAY),
        start=ON,
        stop=dt.date(2026, 3, 30),
    )
    cards = ("plank", "quick-short-steps", "childs-pose-side-bend", "tempo-squat", "dead-bug")
    return a_programme(own, *map(an_exercise, cards), remember=(a_phrase("Slow beats many."),))


def a_clinic(**more: object) -> Clinic:
    """A clinic with an address."""
    fields: dict[str, object] = {
        "id": Phrase("hillside"),
        "name": a_phrase("Hillside Physiotherapy"),
        "address": (a_phrase("4 Mill Lane"), a_phrase("Ambleford AB1 2CD")),
        "phone": a_phrase("01234 567890"),
        "opening_hours": (a_phrase("Monday to Friday, 8 am to 6 pm"),),
        "out_of_hours": a_phrase("When we are closed, call 111"),
        "by": a_phrase("Mia Novak, physiotherapist"),
    }
    return Clinic(**{**fields, **more})


def a_patient(**more: object) -> Patient:
    """Somebody who can be told from everybody else."""
    return Patient(**{"name": CANARY, "born": dt.date(1980, 5, 3), "reference": "Q-7731", **more})


@cache
def a_shop(paper: str = "a4", country: str = "GB", theme: str | None = None) -> Workshop:
    """All that handouts are made with."""
    return Workshop.open(the_library(), Choices(paper, None, theme, PrintSettings(), country=country, date=0))


def handed(
    programme: Programme, paper: str = "a4", country: str = "GB", before: Programme | None = None, **who: object
) -> Job:
    """What a layout of handouts is given. `clinic` and `patient` may be named, or be None."""
    shop = a_shop(paper, country)
    clinic, patient = who.get("clinic", a_clinic()), who.get("patient", a_patient())
    told = told_of(shop, programme, clinic, patient, Occasion(ON, before=before))
    return job_of(shop, told)


def job_of(shop: Workshop, told: object) -> Job:
    """A handout with its pictures."""
    cards = tuple(exercise.card for exercise in told.exercises)
    publication = publication_of(told.programme, "full-handout")
    setting, paper = shop.setting(publication, None, cards), shop.paper(publication)
    return Job(publication.title, "", (*cards, *told.signs), setting, paper.size, None, handout=told)
