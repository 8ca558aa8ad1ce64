from __future__ import annotations

import pickle

from publisher.batch.parcels import Packer, Unpacker
from publisher.colour import INK
from publisher.drawing import Drawing, Mark, rectangle
from publisher.geometry import Box, Transform
from publisher.pdf.merging import Part
from publisher.typesetting.document import Page, Placed, Where
from publisher.typesetting.face import Plate
from tests.pdf.factories import a_face


def a_drawing(number):
    marks = tuple(Mark(rectangle(Box(place, number, 1, 1)), fill=INK) for place in range(50))
    return Drawing(Box(0, 0, 50 + number, 20), marks)


def parts(count):
    faces = [a_face()._replace(parts=(Plate(a_drawing(n), Transform(), None),)) for n in range(count)]
    return [Part(f"Row {n}", (Page(face.trim, (Placed(face),)),), (Where(0, 0),)) for n, face in enumerate(faces)]


def pictures(part):
    return [each.drawing for each in part.pages[0].placed[0].face.parts if isinstance(each, Plate)]


def test_what_was_packed_comes_out_again():
    packer, unpacker = Packer(), Unpacker()

    for part in parts(3):
        found = unpacker.unpack(packer.pack(part))
        assert found.title == part.title
        assert found == part


def test_a_picture_is_sent_once_and_is_the_same_value_each_time():
    packer, unpacker = Packer(), Unpacker()
    (part,) = parts(1)

    first, second = packer.pack(part), packer.pack(part)

    assert len(second) < len(first) / 2 < len(pickle.dumps(part))
    one, two = unpacker.unpack(first), unpacker.unpack(second)
    assert [id(each) for each in pictures(one)] == [id(each) for each in pictures(two)]


def test_pictures_of_two_processes_are_not_taken_for_one_another():
    unpacker = Unpacker()
    one, two = parts(2)
    here, there = Packer().pack(one), Packer().pack(two)

    assert unpacker.unpack(here) == one
    assert unpacker.unpack(there) == two


def test_parts_that_bring_all_their_pictures_share_them_once_taken_out():
    unpacker = Unpacker()
    (part,) = parts(1)

    one, two = (unpacker.unpack(Packer(alone=True).pack(part)) for _ in range(2))

    assert one == two == part
    assert [id(each) for each in pictures(one)] == [id(each) for each in pictures(two)]


def test_parts_packed_alone_come_in_any_order():
    unpacker = Unpacker()
    here = [Packer(alone=True).pack(part) for part in parts(3)]

    assert [unpacker.unpack(parcel) for parcel in reversed(here)] == parts(3)[::-1]
