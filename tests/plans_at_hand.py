"""Small plans, and the built-in ones worked out, for tests."""

from __future__ import annotations

from functools import cache

from publisher.model.card import Evidence, EvidenceLevel, Group
from publisher.model.plan import Day, Minutes, Pain, Plan, Run, Session
from publisher.plans import Schedule, schedule
from publisher.problems import Phrase
from tests.factories import a_phrase, the_library

BUILT_IN = ("eight-weeks", "downhill-build-up")


def a_session(name: str = "Strength", **more: object) -> Session:
    """A deck on Mondays."""
    fields: dict[str, object] = {"group": Group.STRENGTH, "days": (Day.MONDAY,)}
    if not more.keys() & {"deck", "cards", "run"}:
        fields["deck"] = Phrase("strength-for-downhill-a")
    return Session(Phrase(name), **{**fields, **more})


def a_run(name: str = "Run", minutes: object = 20, downhill: object = None, **more: object) -> Session:
    """A run on Mondays; minutes may grow."""
    spans = [Minutes(one) if isinstance(one, int) else one for one in (minutes, downhill)]
    return a_session(name, group=Group.FORM, run=Run(*spans), **more)


def a_plan(*sessions: Session, weeks: int = 4, **more: object) -> Plan:
    """Four weeks with Sunday for rest."""
    fields: dict[str, object] = {
        "id": Phrase("mine"),
        "title": a_phrase("My weeks"),
        "group": Group.STRENGTH,
        "weeks": weeks,
        "sessions": sessions or (a_session(),),
        "rest_days": (Day.SUNDAY,),
        "how": (a_phrase("Go gently."),),
        "pain": Pain(a_phrase("Go on."), a_phrase("Do less."), a_phrase("Stop.")),
        "missed_week": a_phrase("Do it again."),
        "evidence": Evidence(EvidenceLevel.COMMON_PRACTICE, (Phrase("acsm-2009"),)),
    }
    return Plan(**{**fields, **more})


def worked_out(plan: Plan) -> Schedule:
    """The plan with the decks and cards of the built-in library."""
    library = the_library()
    return schedule(plan, library.publications, library.cards)


@cache
def the_plan(name: str = "eight-weeks") -> Schedule:
    """A built-in plan."""
    return worked_out(the_library().plans[name])
