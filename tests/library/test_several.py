from __future__ import annotations

from publisher.library.amounts import Whole
from publisher.library.several import Either, Instead, ListOf, TableOf
from publisher.library.shapes import ID, Text
from tests.library.writing import names, refused, value


def test_a_list_keeps_its_order() -> None:
    assert ListOf(Text()).read(value("[b, a]")) == ("b", "a")


def test_every_wrong_entry_is_told() -> None:
    problems = refused(ListOf(Whole(1, 3), 1, 2), "[0, 2, x]")

    assert names(problems) == ["out-of-range", "not-a-number", "too-many"]


def test_a_single_value_is_not_a_list_and_the_list_is_shown() -> None:
    (problem,) = refused(ListOf(Text()), "mat")

    assert (problem.name, problem.hint) == ("wrong-type", "Write `[mat]`.")


def test_a_list_can_be_too_short() -> None:
    assert names(refused(ListOf(Text(), 1), "[]")) == ["too-few"]


def test_a_table_reads_names_and_values() -> None:
    table = TableOf(ID, Whole(1, 9))

    assert table.read(value("{one: 1, two: 2}")) == {"one": 1, "two": 2}
    assert names(refused(table, "{One: 1, two: x}")) == ["not-an-id", "not-a-number"]
    assert names(refused(table, "[1]")) == ["wrong-type"]


def test_the_short_form_stands_beside_the_long_one() -> None:
    shape: Either[object] = Either(Whole(1, 9), TableOf(ID, Whole(1, 9)))

    assert shape.read(value("3")) == 3
    assert shape.read(value("{a: 3}")) == {"a": 3}


def test_another_group_of_fields_is_read_where_its_mark_stands() -> None:
    shape: Instead[object] = Instead(TableOf(ID, Whole(1, 9)), TableOf(ID, Text()), "words")

    assert shape.read(value("{a: 3}")) == {"a": 3}
    assert shape.read(value("{words: three}")) == {"words": "three"}
    assert names(refused(shape, "{words: three, a: []}")) == ["wrong-type"]
    assert names(refused(shape, "{a: three}")) == ["not-a-number"]
