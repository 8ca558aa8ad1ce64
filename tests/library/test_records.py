from __future__ import annotations

from dataclasses import fields

import pytest

from publisher.library.card_shapes import BODIES, COMMON
from publisher.library.figure_shapes import FigureShape
from publisher.library.icon_shape import ICON
from publisher.library.people_shapes import PersonShape
from publisher.library.plan_shapes import PLAN
from publisher.library.print_shapes import PAPER, PUBLICATION, STOCK, THEME
from publisher.library.records import Field, Record
from publisher.library.schema import _records
from publisher.library.shapes import Text
from publisher.model.card import Card
from tests.library.writing import names, refused, value

PAIR = Record("a pair", dict, (Field("one", Text(), "The first."), Field("two", Text(), "The second.", needed=False)))


def test_a_field_that_is_not_given_is_left_to_the_model() -> None:
    assert PAIR.read(value("{one: a}")) == {"one": "a"}
    assert PAIR.read(value("{one: a, two: null}")) == {"one": "a"}


def test_everything_that_is_wrong_is_told() -> None:
    assert names(refused(PAIR, "{tow: b}")) == ["unknown-field", "missing-field"]


def test_an_unknown_field_is_shown_its_neighbours() -> None:
    (problem,) = refused(PAIR, "{one: a, tow: b}")

    assert problem.sentence == "`tow` is not a field of a pair."
    assert problem.hint == "Did you mean `two`? A pair has one, two."


def test_a_field_one_step_too_far_out_is_told_where_it_belongs() -> None:
    outer = Record("a card", dict, (Field("pair", PAIR, "Two.", needed=False), Field("too", Text(), "!", needed=False)))

    (problem,) = refused(outer, "{two: b}")

    assert problem.hint == "Write it below `pair:`, indented. A card has pair, too."


def test_a_needed_field_cannot_be_empty() -> None:
    assert names(refused(PAIR, "{one: }")) == ["no-value"]


@pytest.mark.parametrize("text", ["a", "[a]", ""])
def test_what_is_no_group_of_fields_is_refused(text: str) -> None:
    assert names(refused(PAIR, text)) == ["wrong-type"]


def _every_record() -> list[Record[object]]:
    inside = [field for _, own in BODIES.values() for field in own] + list(COMMON)
    records = [record for field in inside for record in _records(field.shape)]
    drawn = (FigureShape().record, PersonShape().record)
    records += [
        record for whole in (PUBLICATION, PLAN, STOCK, PAPER, THEME, ICON, *drawn) for record in _records(whole)
    ]
    return [record for record in dict.fromkeys(records) if hasattr(record.build, "_fields")]


# What nobody writes: whether a review holds is found out, a plan is signed without a seal, and a deck has a cover.
# A picture is a figure, which says its side itself, or photographs, which have a table of their own; a theme is
# outlined by the ink that is chosen.
FOUND_OUT = {
    "a review": {"changed"},
    "a review of a plan": {"changed", "seal"},
    "a publication": {"cover"},
    "a picture": {"photos", "frame", "side"},
    "a theme": {"outlined"},
}


@pytest.mark.parametrize("record", _every_record(), ids=lambda record: record.called)
def test_a_table_has_the_fields_of_its_value(record: Record[object]) -> None:
    assert isinstance(record.build, type)
    parts = record.build._fields

    assert {field.name for field in record.fields} == set(parts) - FOUND_OUT.get(record.called, set())
    for field in record.fields:
        optional = field.name in record.build._field_defaults
        assert optional != field.needed, field.name


def test_a_card_has_the_fields_of_its_value_and_of_its_body() -> None:
    own = {part.name for part in fields(Card)} - {"body", "place"}

    assert {field.name for field in COMMON} == own
    for build, table in BODIES.values():
        assert isinstance(build, type)
        assert {field.name for field in table} == set(build._fields)
