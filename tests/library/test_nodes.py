from __future__ import annotations

from publisher.library.nodes import width
from publisher.library.reading import read_tree
from publisher.problems import Place, place_of
from tests.library.writing import value


def test_a_phrase_remembers_its_place() -> None:
    tree = read_tree(b"a:\n  b: word\n", "file.yaml")
    node = tree.fields["a"][1].text("b")  # type: ignore[union-attr]

    assert node is not None
    assert place_of(node.phrase) == Place("file.yaml", 2, 6)


def test_an_empty_field_has_no_value() -> None:
    tree = read_tree(b"a:\nb: [1]\n", "file.yaml")

    assert tree.value("a") is None
    assert tree.value("c") is None
    assert tree.text("b") is None
    assert tree.value("b") is not None


def test_the_caret_line_covers_a_value_and_its_quotes() -> None:
    assert width(value("abc")) == 3
    assert width(value('"abc"')) == 5
    assert width(value("[abc]")) == 1
