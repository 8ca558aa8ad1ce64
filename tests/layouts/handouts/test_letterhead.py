"""The letterhead: whatever a clinic and a person are called, it collides with nothing and stays within the margins."""

from __future__ import annotations

import importlib
from itertools import combinations
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layouts.handouts.desk import Desk
from layouts.handouts.edges import TOP
from layouts.handouts.head import letterhead
from layouts.handouts.measures import MARGIN
from layouts.large_print_handout.measures import desk_of
from publisher import rasters
from publisher.drawing import pixels
from publisher.geometry import Box, mm
from publisher.handouts import LAYOUTS, Occasion, handout
from tests.factories import a_phrase, overlap
from tests.layouts.looking import collisions, outside
from tests.pixels import a_logo
from tests.programmes_at_hand import ON, a_clinic, a_patient, a_programme, a_shop, handed

if TYPE_CHECKING:
    from publisher.model.clinic import Clinic
    from publisher.model.patient import Patient

WHOLE = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis"
MAIL = "the-very-long-desk-of-hillside-physio@hillside-centre.example"
VALUES = {
    "no place to break": (WHOLE, WHOLE),
    "places to break": (MAIL, "Alexandrina-Wilhelmina Featherstonehaugh-Cholmondeley-Reed"),
    "many words": ("a long name of many short words that goes on and on and on", "Anna Bella Clara Dora Ella Fina"),
}


def clinic_of(text: str, by: str) -> Clinic:
    said = a_phrase(text)
    logo = pixels(rasters.logo(a_logo()), 40)
    more = {"web": said, "email": said, "by": a_phrase(by), "footer": said, "running_name": True, "drawing": logo}
    return a_clinic(name=said, address=(said, said), phone=said, opening_hours=(said,), **more)


def person_of(name: str) -> Patient:
    return a_patient(name=name, reference="R" * 60)


@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS.values() if layout != "tear-off"])
def test_no_layout_lets_a_long_name_collide_or_leave_the_page(layout: str, paper: str, values: str) -> None:
    text, name = VALUES[values]
    job = handed(a_programme(), paper, clinic=clinic_of(text, name), patient=person_of(name))
    made = importlib.import_module(f"layouts.{layout.replace('-', '_')}").make(job)

    assert made.problems == ()
    for face in made.faces:
        assert collisions(face) == []
        assert outside(face, 8.0) == []
        assert face.fits


@pytest.mark.parametrize("layout", ["full-handout", "large-print-handout", "tear-off"])
def test_what_is_printed_keeps_apart_too(layout: str) -> None:
    text, name = VALUES["places to break"]
    file = handout(a_shop(), a_programme(), clinic_of(text, name), person_of(name), Occasion(ON), layout).content
    page = pypdfium2.PdfDocument(file)[0]
    words, (width, high) = page.get_textpage(), page.get_size()
    boxes = [Box(left, high - top, right - left, top - bottom) for left, bottom, right, top in rects(words)]

    assert len(boxes) > 20
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair, slack=1.0)]
    assert min(box.x for box in boxes) >= 8 / mm(1)
    assert max(box.right for box in boxes) <= width - 8 / mm(1)


def rects(words: object) -> list[tuple[float, float, float, float]]:
    """The boxes of what is written, in points, as another program finds them."""
    return [words.get_rect(at) for at in range(words.count_rects())]


NAMES = st.text("abcilmW.-@/ ", min_size=1, max_size=60).map(str.strip).filter(bool)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(NAMES, NAMES, NAMES, st.booleans(), st.booleans())
def test_whatever_it_says_columns_keep_apart(text: str, by: str, name: str, large: bool, logo: bool) -> None:
    clinic = clinic_of(text, by)
    if not logo:
        clinic = clinic._replace(drawing=None)
    job = handed(a_programme(), clinic=clinic, patient=person_of(name))
    desk = desk_of(job, job.handout) if large else Desk.of(job, job.handout, 12.0, ())
    surface = desk.surface()
    letterhead(desk, surface)

    assert collisions(surface.face()) == []
    # Its top stands nearer to the edge of the page than its sides.
    assert outside(surface.face(), TOP - 0.1) == []
    assert all(MARGIN - 0.1 <= line.at.x <= MARGIN + desk.width - line.width + 0.1 for line in surface.face().lines)


def test_what_has_room_stands_in_two_columns() -> None:
    job = handed(a_programme())
    surface = (desk := Desk.of(job, job.handout, 12.0, ())).surface()
    letterhead(desk, surface)
    tops = {line.text.split()[0]: line.at for line in surface.face().lines}

    assert tops["For"].y == pytest.approx(tops["Hillside"].y)
    assert tops["For"].x == pytest.approx(desk.right)


def test_a_crowded_one_puts_the_person_below_the_clinic() -> None:
    job = handed(a_programme(), clinic=clinic_of(MAIL, "Mia Novak"))
    surface = (desk := Desk.of(job, job.handout, 12.0, ())).surface()
    letterhead(desk, surface)
    lines = surface.face().lines
    person = next(line for line in lines if line.text.startswith("For"))

    assert person.at.x == pytest.approx(MARGIN)
    assert max(line.at.y for line in lines if MAIL in line.text) < person.at.y
