"""What is handed to one person as a file: tagged, the same bytes twice, and the person nowhere but on the page."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from publisher import rasters, workshop
from publisher.colour import Colour
from publisher.drawing import pixels
from publisher.handouts import HONOURED, LAYOUTS, Occasion, handout, without_country
from publisher.model.clinic import BrandColours
from publisher.model.dose import Range
from publisher.model.patient import Need
from publisher.model.printing import Ink
from publisher.model.programme import DosePart
from publisher.problems import InputError, Level
from publisher.words import Words
from tests.factories import a_phrase, the_library, the_words
from tests.pdf.checking import assert_conforming
from tests.pixels import a_logo
from tests.programmes_at_hand import (
    CANARY,
    ON,
    a_clinic,
    a_patient,
    a_programme,
    a_shop,
    an_exercise,
    with_everything,
)
from tests.test_inks import colours_in

if TYPE_CHECKING:
    from PIL import Image


def content(patient: object = None, clinic: object = None, **more: object) -> bytes:
    shop, programme = a_shop(more.pop("paper", "a4")), more.pop("programme", a_programme())
    return handout(shop, programme, clinic or a_clinic(), patient, Occasion(ON, **more), "full-handout").content


def text_of(file: bytes) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(pdf[at].get_textpage().get_text_range() for at in range(len(pdf)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_handout_is_tagged_and_archivable(paper: str) -> None:
    assert_conforming(content(a_patient(), paper=paper, programme=with_everything()))


def test_the_same_handout_is_the_same_bytes() -> None:
    assert content(a_patient()) == content(a_patient())


def test_the_person_stands_on_the_page_and_nowhere_else_in_the_file() -> None:
    file = content(a_patient(), a_clinic(running_name=True))

    assert CANARY in text_of(file)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        beside = repr(pdf.docinfo) + pdf.Root.Metadata.read_bytes().decode() + str(pdf.open_outline())
        pages = {page.Contents.objgen for page in pdf.pages}
        rest = b"".join(
            one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.objgen not in pages
        )
    assert not re.search(r"Zora|Quillfeather|Q-7731|1980", beside)
    assert b"Quillfeather" not in rest


def test_a_name_that_the_font_cannot_print_is_told_without_saying_it() -> None:
    with pytest.raises(InputError) as caught:
        content(a_patient(name="محمد 🙂"))

    (problem,) = caught.value.problems
    assert problem.name == "missing-glyph"
    assert "name" in problem.sentence
    assert not re.search("محمد|🙂", f"{problem}{caught.value}")


def test_somebody_who_wants_no_people_gets_none() -> None:
    with_people, without = content(a_patient()), content(a_patient(needs=(Need.NO_PEOPLE,)))

    assert len(without) < len(with_people) / 1.5
    assert "Stand on a box" in text_of(without).replace("\r\n", " ")


def test_what_a_patient_is_called_is_told_by_no_repr() -> None:
    assert CANARY not in f"{a_patient()!r} {a_patient()}"


def test_a_dose_for_what_is_only_read_is_told_before_anything_is_laid_out() -> None:
    with pytest.raises(InputError, match="read, not done"):
        content(programme=a_programme(an_exercise("quick-short-steps", dose=DosePart(sets=Range(1, 1)))))


def test_letters_of_the_clinic_are_looked_at_as_well() -> None:
    with pytest.raises(InputError) as caught:
        content(clinic=a_clinic(name=a_phrase("診療所")))

    assert [problem.name for problem in caught.value.problems] == ["missing-glyph"]


LINK = "https://hillside.example/cards"


def test_whoever_needs_a_phone_gets_a_code_at_each_exercise_that_a_phone_reads() -> None:
    file = content(a_patient(needs=(Need.PHONE_LINK,)), a_clinic(link=a_phrase(LINK)))

    assert_conforming(file)
    found = [code for page in pictures_of(file) for code in zxingcpp.read_barcodes(page)]
    names = [str(each.card) for each in a_programme().exercises]
    assert sorted(code.text for code in found) == sorted(f"{LINK}/{name}.html" for name in names)


def test_nobody_else_gets_a_code() -> None:
    file = content(a_patient(), a_clinic(link=a_phrase(LINK)))

    assert not [code for page in pictures_of(file) for code in zxingcpp.read_barcodes(page)]


def test_a_code_that_the_clinic_has_no_pages_for_is_told_without_saying_for_whom() -> None:
    shop, patient = a_shop(), a_patient(needs=(Need.PHONE_LINK,))
    (note,) = handout(shop, a_programme(), a_clinic(), patient, Occasion(ON), "full-handout").notes

    assert note.name == "no-phone-link"
    assert CANARY not in repr(note)


@pytest.mark.parametrize("layout", LAYOUTS.values())
@pytest.mark.parametrize("need", [Need.LARGE_PRINT, Need.EASY_WORDS, Need.PHONE_LINK])
def test_a_layout_that_does_not_give_what_is_needed_is_told_without_saying_for_whom(layout: str, need: Need) -> None:
    name = next(name for name, module in LAYOUTS.items() if module == layout)
    clinic = a_clinic(link=a_phrase(LINK))
    notes = handout(a_shop(), a_programme(), clinic, a_patient(needs=(need,)), Occasion(ON), layout).notes

    told = [note for note in notes if note.name == "unmet-need"]
    assert len(told) == (name not in HONOURED[need])
    assert CANARY not in repr(notes)


def test_a_layout_is_pictured_for_nobody_who_wants_no_people() -> None:
    assert HONOURED[Need.NO_PEOPLE] == tuple(LAYOUTS)
    for layout in LAYOUTS.values():
        who = a_patient(needs=(Need.NO_PEOPLE,))
        product = handout(a_shop(), a_programme(), a_clinic(), who, Occasion(ON), layout)
        assert not [note for note in product.notes if note.name == "unmet-need"]
        with pikepdf.open(io.BytesIO(product.content)) as pdf:
            alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert not [alt for alt in alts if "person" in alt.lower()]


def test_a_check_that_is_overdue_is_told_and_not_printed() -> None:
    clinic = a_clinic(
        reviewed_by=a_phrase("Jo Lee"), reviewed=ON - dt.timedelta(days=400), next_review=ON - dt.timedelta(days=35)
    )
    product = handout(a_shop(), a_programme(), clinic, None, Occasion(ON), "full-handout")

    assert [note.name for note in product.notes] == ["lapsed-check"]
    assert "Jo Lee" not in text_of(product.content)
    later = clinic._replace(next_review=None)
    assert "Checked by Jo Lee" in text_of(content(clinic=later)).replace("\r\n", " ")


def test_the_letters_of_a_clinic_are_looked_at_once_and_not_for_each_person(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    monkeypatch.setattr(workshop, "missing_letters", lambda _face, things: looked.extend(things) or ())
    shop, clinic = a_shop()._replace(lacking={}), a_clinic(logo=a_phrase("診療所.png"))

    for _ in range(3):
        assert shop.missing_in(clinic) == ()

    assert looked == [clinic._replace(logo=None)]


def pictures_of(file: bytes) -> list[Image.Image]:
    pdf = pypdfium2.PdfDocument(file)
    return [pdf[at].render(scale=300 / 72, grayscale=True).to_pil() for at in range(len(pdf))]


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SAVER])
def test_in_grey_the_colours_of_the_clinic_and_its_logo_are_grey_too(ink: Ink) -> None:
    clinic = a_clinic(colours=BrandColours(Colour(0x51, 0x2D, 0x6D)), drawing=pixels(rasters.logo(a_logo()), 40))
    shop = a_shop()
    grey, coloured = (
        handout(
            shop._replace(choices=replace(shop.choices, ink=one)),
            a_programme(),
            clinic,
            None,
            Occasion(ON),
            "full-handout",
        ).content
        for one in (ink, Ink.COLOUR)
    )

    assert colours_in(grey) == set()
    assert colours_in(coloured) == {"rg", "RG", "/DeviceRGB"}
    assert_conforming(grey)


# Layouts that have a place each for side, days and dates.
LABELLED = ("full", "compact", "log")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in ("poster", "wall-chart")])
def test_no_layout_for_a_person_loses_a_word_that_was_written_for_the_programme(layout: str, paper: str) -> None:
    programme = with_everything()._replace(move_on=a_phrase("Call us after two good weeks."))
    product = handout(a_shop(paper), programme, a_clinic(), a_patient(), Occasion(ON), LAYOUTS[layout])

    text = " ".join(text_of(product.content).split())
    written = (
        "Use the bottom stair at home.",
        "2 kg in each hand",
        "Slow beats many.",
        "Call us after two good weeks.",
    )
    set_for_one = ("Left side only. On Monday and Friday.", "From 2 March 2026 to 30 March 2026.")
    if layout in LABELLED:
        set_for_one = ("Side: left only", "When: Monday and Friday", "Dates: 2 March 2026 to 30 March 2026")
    assert [said for said in (*written, *set_for_one) if said not in text] == []
    assert [note.name for note in product.notes if note.name == "left-out"] == []


def test_what_a_poster_has_no_place_for_is_told_without_saying_the_words() -> None:
    more = {"remember": (a_phrase("Slow beats many."),), "move_on": a_phrase("Call us after two good weeks.")}
    product = handout(a_shop(), a_programme(an_exercise("plank"), **more), a_clinic(), None, Occasion(ON), "poster")

    (note,) = product.notes
    assert (note.name, note.level) == ("left-out", Level.NOTE)
    assert note.sentence == "this layout has no place for `remember` and `move_on` of `mine`."
    assert "Slow beats" not in note.hint


def test_a_poster_that_has_no_lines_to_sign_and_no_box_of_changes_says_so() -> None:
    before, own = a_programme(an_exercise("plank")), a_programme(an_exercise("step-up"))
    asked = Occasion(ON, before=before, initials=True)

    (note,) = handout(a_shop(), own, a_clinic(), None, asked, "poster").notes

    said = "this layout has no place for the lines of `--initials-line`, for what has changed since `--before`."
    assert (note.name, note.sentence) == ("left-out", said)
    assert "left-out" not in [
        each.name for each in handout(a_shop(), own, a_clinic(), None, asked, "full-handout").notes
    ]


@pytest.mark.parametrize(
    ("layout", "turned"),
    [("full", "/DuplexFlipLongEdge"), ("large-print", "/DuplexFlipLongEdge"), ("log", "/DuplexFlipShortEdge")],
)
def test_paper_is_counted_with_both_sides_and_the_file_says_how_it_is_turned(layout: str, turned: str) -> None:
    product = handout(a_shop(), a_programme(), a_clinic(), a_patient(), Occasion(ON), LAYOUTS[layout])

    assert product.pages > 1
    assert product.sheets == -(-product.pages // 2)
    assert pikepdf.open(io.BytesIO(product.content)).Root.ViewerPreferences.Duplex == turned


# --- The country ---


@pytest.mark.parametrize(
    ("of_clinic", "chosen", "told"),
    [(None, "", True), (None, "GB", False), ("112", "", False), ("GB", "GB", False)],
)
def test_a_clinic_that_names_no_country_is_told_unless_somebody_chose_one(
    of_clinic: str | None, chosen: str, *, told: bool
) -> None:
    found = without_country(Words(the_library().words, chosen), a_clinic(country=of_clinic))

    assert [problem.name for problem in found] == ["no-country"] * told
    assert all("is 112" in problem.sentence for problem in found)


def test_without_a_clinic_there_is_nobody_to_name_a_country() -> None:
    assert without_country(the_words(), None) == ()
