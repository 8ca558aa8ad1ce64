from __future__ import annotations

import pytest

from publisher.library.reading import read_tree
from publisher.problems import InputError, Place


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: b: c\n", "there is a colon here where a text goes on."),
        ("a:\n  b: 1\n   c: 2\n", "this field does not line up with the fields above it."),
        ("a: 'It's slow'\n", "the quotes close before this, and the text goes on."),
        ('- "b" c\n', "the quotes close before this, and the text goes on."),
        ("a: 1\nb\nc: 2\n", "this line is neither a field nor an entry of a list."),
        ("a:\n  - x\n b: 1\n", "this line does not line up with the fields above it."),
        ("a: - b\n", "a list cannot begin in the middle of a line."),
        ("a: [b\n", "a list that opens with `[` is not closed, or a comma is missing in it."),
        ("a: {b: c\n", "a group of fields that opens with `{` is not closed, or a comma is missing in it."),
        ('a: "b\n', "a quote opens here and is never closed."),
        ("a: `b`\n", "a text cannot begin with this sign."),
        ('a: "\\q"\n', "a backslash in double quotes starts a code, and this one is unknown."),
    ],
)
def test_libyaml_is_put_into_an_authors_words(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        read_tree(text.encode(), "file.yaml")

    assert [problem.sentence for problem in caught.value.problems] == [sentence]


@pytest.mark.parametrize("line", ["level 2", "level:2", "level"])
def test_a_field_without_a_colon_is_shown_itself_and_not_the_line_after(line: str) -> None:
    with pytest.raises(InputError) as caught:
        read_tree(f"id: x\n{line}\nregion: back\n".encode(), "file.yaml")

    assert [problem.place for problem in caught.value.problems] == [Place("file.yaml", 2, 1)]


def test_what_nobody_has_put_into_words_is_still_told() -> None:
    with pytest.raises(InputError) as caught:
        read_tree(b'a: "\\ud800"\n', "file.yaml")

    assert "escape code" in caught.value.problems[0].sentence
