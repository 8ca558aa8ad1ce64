"""Printers that do everything wrong, and the test sheet that finds out what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import Point, Size
from publisher.model.printing import Flip, PrinterProfile
from publisher.press.calibration import Method, mirrored, stations
from publisher.press.correction import calibrate, correct, landing
from publisher.press.sheets import Side
from publisher.problems import InputError

A4 = Size(210, 297)
LETTER = Size(215.9, 279.4)
CORNERS = [Point(x, y) for x in (0, 105, 210) for y in (0, 148.5, 297)]

offsets = st.floats(-1.5, 1.5)
angles = st.floats(-0.4, 0.4)
stretches = st.floats(0.99, 1.01)
printers = st.builds(
    PrinterProfile,
    name=st.just("office"),
    front_x=offsets,
    front_y=offsets,
    front_angle=angles,
    back_x=offsets,
    back_y=offsets,
    back_angle=angles,
    scale_x=stretches,
    scale_y=stretches,
    flip=st.sampled_from(Flip),
)


def read_off(printer: PrinterProfile, page: Size, methods: set[Method]) -> dict[str, float]:
    """What somebody reads, to a tenth of a millimetre, from a sheet that this printer printed."""
    face, behind = landing(printer, Side.FRONT, page), landing(printer, Side.BACK, page)
    readings = {}
    for station in stations(page):
        if station.method not in methods:
            continue
        here = face.of(station.at)
        through = mirrored(behind.of(mirrored(station.at, page, printer.flip)), page, printer.flip)
        hole = mirrored(here, page, printer.flip)
        grid = behind.of(mirrored(station.at, page, printer.flip))
        value = {
            Method.RULER: getattr(here, station.axis),
            Method.BAR: station.nominal * (printer.scale_x if station.axis == "x" else printer.scale_y),
            Method.LIGHT: station.nominal + getattr(through, station.axis) - getattr(here, station.axis),
            Method.PIN: station.nominal + getattr(hole, station.axis) - getattr(grid, station.axis),
        }[station.method]
        readings[station.label] = round(value, 1)
    return readings


def distance(one: Point, other: Point) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


@given(printers, st.sampled_from([Method.LIGHT, Method.PIN]))
def test_a_corrected_page_lands_within_a_fifth_of_a_millimetre(printer: PrinterProfile, method: Method) -> None:
    readings = read_off(printer, A4, {Method.RULER, Method.BAR, method})

    found = calibrate("office", [readings, readings], A4, printer.flip)

    for corner in CORNERS:
        on_front = correct(found.profile, Side.FRONT, A4).then(landing(printer, Side.FRONT, A4)).of(corner)
        back = mirrored(corner, A4, printer.flip)
        on_back = correct(found.profile, Side.BACK, A4).then(landing(printer, Side.BACK, A4)).of(back)
        assert distance(on_front, corner) < 0.2
        assert distance(mirrored(on_back, A4, printer.flip), on_front) < 0.2


@given(printers)
def test_without_a_ruler_the_back_still_meets_the_front(printer: PrinterProfile) -> None:
    straight = PrinterProfile(
        "office", back_x=printer.back_x, back_y=printer.back_y, back_angle=printer.back_angle, flip=printer.flip
    )
    found = calibrate("office", [read_off(straight, LETTER, {Method.LIGHT})], LETTER, printer.flip)

    assert (found.profile.front_x, found.profile.scale_x) == (0, 1)
    for corner in CORNERS:
        landed = correct(found.profile, Side.BACK, LETTER).then(landing(straight, Side.BACK, LETTER)).of(corner)
        assert distance(landed, corner) < 0.2


@given(printers, st.sampled_from(Side))
def test_correcting_undoes_exactly_what_the_printer_does(printer: PrinterProfile, side: Side) -> None:
    both = correct(printer, side, A4).then(landing(printer, side, A4))

    assert all(distance(both.of(corner), corner) < 1e-9 for corner in CORNERS)


def test_a_back_that_moved_right_reads_more_than_five_and_is_pushed_left() -> None:
    found = calibrate("office", [{"G": 6.0, "H": 6.0, "J": 5.0, "K": 5.0}], A4, Flip.LONG)

    # Seen through the front it stands 1 mm right; seen from the back, 1 mm left.
    assert found.profile.back_x == pytest.approx(-1, abs=0.01)
    assert correct(found.profile, Side.BACK, A4).of(Point(100, 100)).x == pytest.approx(101, abs=0.01)


def test_two_prints_that_differ_by_more_than_half_a_millimetre_cannot_be_corrected() -> None:
    first, second = {"G": 5.0, "H": 5.1, "J": 5.0, "K": 5.0}, {"G": 5.2, "H": 5.8, "J": 5.0, "K": 5.1}

    drifting = calibrate("office", [first, second], A4, Flip.LONG)

    assert not drifting.steady
    assert dict(drifting.differences)["H"] == pytest.approx(0.7)
    assert calibrate("office", [first, first], A4, Flip.LONG).steady


def test_a_sheet_printed_to_fit_the_page_is_told() -> None:
    assert not calibrate("office", [{"E": 145.5, "F": 194.0}], A4, Flip.LONG).full_size
    assert calibrate("office", [{"E": 149.8, "F": 200.3}], A4, Flip.LONG).full_size


def test_readings_that_the_sheet_does_not_have_are_all_told() -> None:
    with pytest.raises(InputError) as told:
        calibrate("office", [{"G": 11.5, "Z": 5.0, "A": 200.0}], A4, Flip.LONG)

    assert [problem.name for problem in told.value.problems] == [
        "reading-off-the-scale",
        "no-such-reading",
        "reading-off-the-scale",
    ]
