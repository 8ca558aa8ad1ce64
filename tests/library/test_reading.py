from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.library.nodes import Scalar, Sequence
from publisher.library.reading import MOST_BYTES, read_tree
from publisher.problems import InputError, Place, Problem
from tests.library.writing import CALF_RAISE, value


def problems(data: bytes) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        read_tree(data, "file.yaml")
    return list(caught.value.problems)


def spot(problem: Problem) -> tuple[int, int]:
    assert problem.place is not None
    return problem.place.line, problem.place.column


@pytest.mark.parametrize("text", ["no", "on", "1:30", "08", "0o10", "1e3", "1_000", "2024-13-45", ".inf", "True"])
def test_a_value_is_what_the_author_wrote(text: str) -> None:
    node = value(text)

    assert isinstance(node, Scalar)
    assert node.text == text
    assert not node.is_nothing


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing_is_nothing(text: str) -> None:
    assert value(text).is_nothing


def test_a_word_in_quotes_is_a_word() -> None:
    assert not value('"null"').is_nothing


def test_places_count_characters_and_not_bytes() -> None:
    tree = read_tree("é: 1\nfoo: [ä, bär]\n".encode(), "file.yaml")
    listed = tree.fields["foo"][1]

    assert isinstance(listed, Sequence)
    assert [(item.line, item.column) for item in listed.items] == [(2, 7), (2, 10)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_ending_reads_the_same(encoding: str, ending: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    tree = read_tree(mark + f"a: é{ending}b: x{ending}".encode(encoding), "file.yaml")

    assert tree.fields["a"][1] == Scalar("é", True, "file.yaml", 1, 4)
    assert tree.fields["b"][1] == Scalar("x", True, "file.yaml", 2, 4)


def test_letters_are_composed() -> None:
    assert value("e\u0301").phrase == "é"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        (b"", "empty-file", (0, 0)),
        (b"# only a comment\n", "empty-file", (0, 0)),
        (b"- a\n- b\n", "not-fields", (1, 1)),
        (b"plank\n", "not-fields", (1, 1)),
        (b"a: it\x92s\n", "not-utf-8", (1, 6)),
        ("a: b\n".encode("utf-16-le"), "not-utf-8", (0, 0)),
        (b"a: 1\nb:\tc\n", "tab", (2, 3)),
        (b"a: 1\na: 2\n", "duplicate-field", (2, 1)),
        (b"a: &x 1\n", "anchor", (1, 4)),
        (b"a: [1]\nb: *x\n", "alias", (2, 4)),
        (b"a: !!int 1\n", "tag", (1, 4)),
        (b"a: !x [1]\n", "tag", (1, 4)),
        (b"<<: {a: 1}\n", "merge-key", (1, 1)),
        (b"a: 1\n---\nb: 2\n", "second-document", (2, 1)),
        (b"? [a]\n: 1\n", "not-a-name", (1, 3)),
        (b"a: " + b"word " * 500 + b"\n", "text-too-long", (1, 4)),
        (b"a: " + b"w" * 81 + b"\n", "word-too-long", (1, 4)),
        ("a: b\u202ec\n".encode(), "hidden-sign", (1, 5)),
        ("a: b\u200bc\n".encode(), "hidden-sign", (1, 5)),
        (b"a: b\x07c\n", "hidden-sign", (1, 5)),
        (b'a: "\\u202e"\n', "hidden-sign", (1, 4)),
        (b'a: "\\ud800"\n', "not-yaml", (1, 7)),
        (b"a: b: c\n", "not-yaml", (1, 5)),
        (b'a: 1\nb: "c\n', "not-yaml", (2, 4)),
        (b"a: [1, 2\nb: 3\n", "not-yaml", (1, 4)),
        (b"a: @b\n", "not-yaml", (1, 4)),
    ],
)
def test_what_is_refused_is_named_with_its_place(data: bytes, name: str, place: tuple[int, int]) -> None:
    (problem,) = problems(data)

    assert (problem.name, spot(problem)) == (name, place)


def test_a_long_address_is_not_a_long_word() -> None:
    assert isinstance(value("https://example.org/" + "x" * 100), Scalar)


def test_a_file_has_a_largest_size() -> None:
    assert [problem.name for problem in problems(b"a: 1\n" + b"#" * MOST_BYTES)] == ["file-too-big"]


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"[{a: "])
def test_fifty_thousand_brackets_are_an_ordinary_problem(opening: bytes) -> None:
    assert [problem.name for problem in problems(b"a:\n  " + opening * 50_000)] == ["too-deep"]


def test_names_within_names_are_an_ordinary_problem() -> None:
    assert [problem.name for problem in problems(b"? " * 50_000)] == ["not-a-name"]


def test_a_bomb_of_aliases_is_read_no_further_than_its_text() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))

    assert {problem.name for problem in problems(bomb.encode())} == {"anchor", "alias"}


def test_several_problems_are_told_together() -> None:
    assert [problem.name for problem in problems(b"a: &x 1\nb: 1\nb: 2\nc: !y 3\n")] == [
        "anchor",
        "duplicate-field",
        "tag",
    ]


@example(b"{")
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_tree(data, "file.yaml")
    except InputError as error:
        told = error.problems
    else:
        return
    assert told


def test_any_damage_to_a_card_is_read_or_refused_with_a_place() -> None:
    dice = random.Random(20)
    lost: list[Problem] = []
    tokens = [
        "[",
        "{",
        "&a ",
        "*a",
        "!!int ",
        "<<: ",
        "---\n",
        "\t",
        "\u202e",
        '"',
        "'",
        ": ",
        "- ",
        "#",
        "\n  ",
        "%",
        "@",
        "|",
        ">",
    ]
    for _ in range(2_000):
        text = CALF_RAISE
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(tokens) + text[at + dice.randint(0, 4) :]
        try:
            read_tree(text.encode(), "file.yaml")
        except InputError as error:
            lost += [problem for problem in error.problems if not (problem.place and problem.place.line)]

    assert not lost


def test_reading_draws_nothing() -> None:
    code = "import sys, publisher.library; print([m for m in ('reportlab', 'PIL', 'jsonschema') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_file_of_very_many_fields_is_not_read_to_its_end() -> None:
    text = "".join(f"k{number}: 1\n" for number in range(90_000))

    with pytest.raises(InputError) as caught:
        read_tree(text.encode(), "file.yaml")

    (problem,) = caught.value.problems
    assert (problem.name, problem.place) == ("file-too-big", Place("file.yaml", 5_000, 8))
