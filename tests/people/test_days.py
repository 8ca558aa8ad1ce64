from __future__ import annotations

import datetime as dt

import pytest

from publisher.people.days import Order, OrderNotSaid, born
from publisher.people.faults import Code

TODAY = dt.date(2026, 11, 30)
APRIL = dt.date(1980, 4, 3)


@pytest.mark.parametrize("order", [*Order, None])
@pytest.mark.parametrize("cell", ["1980-04-03", "1980-4-3", APRIL])
def test_a_day_that_is_plain_is_read_in_any_case(cell, order):
    assert born(cell, order, TODAY) == APRIL


@pytest.mark.parametrize("cell", ["03/04/1980", "3.4.1980", "03-04-1980", "3. 4. 1980", "3 4 1980"])
def test_a_local_day_is_read_in_the_order_that_was_said(cell):
    assert born(cell, Order.DAY_FIRST, TODAY) == APRIL
    assert born(cell, Order.MONTH_FIRST, TODAY) == dt.date(1980, 3, 4)
    assert born(cell, Order.ISO, TODAY) is Code.NOT_A_DATE


@pytest.mark.parametrize("cell", ["03/04/1980", "13/04/1980"])
def test_an_order_is_never_guessed(cell):
    with pytest.raises(OrderNotSaid):
        born(cell, None, TODAY)


@pytest.mark.parametrize("cell", ["31.02.1980", "29.02.1981", "31.04.1980", "1.13.1980", "0.1.1980"])
def test_a_day_that_there_is_not_is_told(cell):
    assert born(cell, Order.DAY_FIRST, TODAY) is Code.NO_SUCH_DAY


@pytest.mark.parametrize("cell", ["03/04/80", "3 April 1980", "29678", "1980", "٠٣/٠٤/١٩٨٠", "03/04/1980 x"])
def test_what_could_be_another_day_is_told(cell):
    assert born(cell, Order.DAY_FIRST, TODAY) is Code.NOT_A_DATE


@pytest.mark.parametrize("cell", ["1899-12-31", "2026-12-01", dt.date(1800, 1, 1)])
def test_nobody_was_born_before_1900_or_after_today(cell):
    assert born(cell, None, TODAY) is Code.DAY_OUT_OF_REACH


@pytest.mark.parametrize("cell", ["31/02/1980", "45.13.1980", "00/00/1980"])
def test_a_day_that_there_is_in_neither_order_needs_no_order_to_be_wrong(cell: str) -> None:
    assert born(cell, None, dt.date(2026, 3, 2)) is Code.NO_SUCH_DAY
