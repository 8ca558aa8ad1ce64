from __future__ import annotations

from publisher.batch.making import Done, done, one_by_one
from tests.batch.standin import make
from tests.people.lists import people_in


def test_what_cannot_be_printed_is_a_code_and_never_what_was_said():
    people = people_in("Name\nAnn\nRefused Canary\nBroken Canary\n")

    assert list(one_by_one(make, people)) == [
        Done(2, make(people[0])),
        Done(3, b"", ("does-not-fit",)),
        Done(4, b"", ("our-mistake",)),
    ]


def test_a_repr_tells_the_row_alone():
    assert repr(done(make, people_in("Name\nCanary\n")[0])) == "Done(row 2)"
