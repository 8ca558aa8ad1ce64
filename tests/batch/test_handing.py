from __future__ import annotations

import datetime as dt
import io
import pickle
import re
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest

from publisher.batch.handing import Handouts, Order, Pages
from publisher.batch.parcels import Unpacker
from publisher.handouts import Occasion
from publisher.model.dose import Range
from publisher.model.patient import Patient
from publisher.model.printing import PrintSettings
from publisher.model.programme import DosePart, Prescribed
from publisher.people.persons import Person
from publisher.problems import InputError, Phrase
from publisher.workshop import Choices
from tests.factories import the_library


@cache
def an_order() -> Order:
    library = the_library()
    programme = library.programmes["downhill-back-start"]._replace(exercises=(Prescribed(Phrase("bird-dog")),))
    choices = Choices(None, None, None, PrintSettings())
    return Order({"en": library}, "en", choices, programme, None, Occasion(dt.date(2026, 11, 30)), "full")


def a_person(name="Ann Canary", *, language=None, **doses):
    parts = {"bird-dog": DosePart(**doses)} if doses else {}
    return Person(7, Patient(name, dt.date(1980, 4, 3), "K-1234", language=language), parts)


def text_of(content):
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_a_handout_has_the_name_and_the_own_dose_of_its_person():
    text = text_of(Handouts(an_order())(a_person(sets=Range(17, 17))))

    assert "Ann Canary" in text
    assert re.search(r"\b17\b", text)


def test_one_person_after_another_leaves_nothing_of_the_one_before():
    make = Handouts(an_order())
    make(a_person("Bob Other", sets=Range(17, 17)))

    assert make(a_person()) == Handouts(an_order())(a_person())


def test_nothing_of_a_person_is_anywhere_but_on_the_page():
    """Bookmarks, titles, metadata and tags are opened: a viewer, a search and a file list show them."""
    with pikepdf.open(io.BytesIO(Handouts(an_order())(a_person()))) as pdf:
        said = [str(pdf.docinfo), pdf.Root.Metadata.read_bytes().decode(), *map(str, pdf.open_outline().root)]
        tags = [
            str(each.get(key, ""))
            for each in pdf.objects
            if hasattr(each, "keys")
            for key in ("/T", "/Alt", "/Contents")
        ]

    assert not [each for each in (*said, *tags) if re.search("canary|1234|1980", each, re.IGNORECASE)]


def test_a_maker_can_be_sent_to_another_process():
    make = Handouts(an_order())
    content = make(a_person())

    assert pickle.loads(pickle.dumps(make))(a_person()) == content


def test_a_language_without_words_is_told_by_its_name_alone():
    with pytest.raises(InputError) as told:
        Handouts(an_order())(a_person(language="xx"))

    assert [problem.name for problem in told.value.problems] == ["unknown-language"]


@pytest.mark.parametrize(("named", "title"), [(False, "Row 7"), (True, "Ann Canary")])
def test_pages_for_one_file_are_named_by_row_or_where_it_is_wanted_by_name(named, title):
    part = Unpacker().unpack(Pages(an_order(), named=named)(a_person()))

    assert part.title == title
    assert len(part.pages) == len(pypdfium2.PdfDocument(Handouts(an_order())(a_person())))


def test_a_rehearsal_raises_what_is_wrong_with_the_programme():
    order = an_order()
    wrong = replace(order, programme=order.programme._replace(title=Phrase("A start 🏃")))

    Handouts(order).rehearse()
    with pytest.raises(InputError):
        Handouts(wrong).rehearse()
