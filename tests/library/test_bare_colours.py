from __future__ import annotations

import pytest

from publisher.library.reading import read_tree
from publisher.problems import InputError


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("ink: #10161C\n", [6]),
        ("groups:\n  why: {main: #10161C}\n", [15]),
        ('why: {main: "#10161C", mid: #ABCDEF}\n', [29]),
        ("ink: #10161C  # dark\npaper: #ffffff\n", [6, 8]),
    ],
)
def test_a_colour_without_quotes_is_told_as_what_it_is(text: str, columns: list[int]) -> None:
    with pytest.raises(InputError) as caught:
        read_tree(text.encode(), "theme.yaml")

    assert [(problem.name, problem.place and problem.place.column) for problem in caught.value.problems] == [
        ("not-a-colour", column) for column in columns
    ]


@pytest.mark.parametrize("text", ['ink: "#10161C" # was: #ABCDEF\n', "# ink: #ABCDEF\nid: a\n", "id: a # b: #ABCDEF\n"])
def test_a_colour_in_a_note_is_a_note(text: str) -> None:
    assert read_tree(text.encode(), "theme.yaml").fields
