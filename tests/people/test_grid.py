from __future__ import annotations

from publisher.people.faults import Code
from publisher.people.grid import GridRow, without_end


def test_empty_cells_at_the_end_go_and_others_stay():
    assert without_end(("", "Ann", "", Code.FORMULA, "", "")) == ("", "Ann", "", Code.FORMULA)
    assert without_end(("", "")) == ()


def test_a_row_is_empty_when_nothing_stands_in_it():
    assert GridRow(3, ("", "")).is_empty
    assert not GridRow(3, ("", Code.FORMULA)).is_empty


def test_a_row_tells_its_number_and_nothing_else():
    assert repr(GridRow(3, ("Canary",))) == "GridRow(3)"
