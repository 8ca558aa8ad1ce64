"""Lists to read in tests, and the words and terms to read them with."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache

from openpyxl import Workbook

from publisher.library.overlays import read_library
from publisher.library.spelling import synonyms
from publisher.people.days import Order
from publisher.people.listing import Source, open_list
from publisher.people.persons import Person, Terms
from publisher.words import Words
from publisher.workshop import the_typeface

CARDS = ("plank", "hip-bridge")
TODAY = dt.date(2026, 11, 30)


@cache
def words() -> Words:
    return Words(read_library().words)


def terms(order=Order.ISO, *, password=False) -> Terms:
    return Terms(
        order, TODAY, synonyms(words(), "needs"), lambda text: the_typeface().missing(text) is None, password=password
    )


def listing(text, order=Order.ISO, *, encoding=None, sheet=None, password=False):
    data = text.encode() if isinstance(text, str) else text
    return open_list(Source(data, "people.csv", encoding, sheet), words(), CARDS, terms(order, password=password))


def people_in(text, order=Order.ISO, **more) -> list[Person]:
    found = listing(text, order, **more)
    return list(found.persons(found.survey()))


def faults_in(text, order=Order.ISO, **more) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.code, fault.heading) for fault in listing(text, order, **more).survey().faults]


def a_workbook(*rows, change=None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
