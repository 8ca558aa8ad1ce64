from __future__ import annotations

import pytest

from publisher.library.overlays import built_in
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.library.wording_shapes import NEVER, PLAIN_WORDS

WORDS = b"id: ours\nwords:\n  - write: belly\n    instead_of: [tummy, abdomen]\n"
ADVICE = b"""id: cold-baths
what: sends somebody into ice
words: [[ice], [bath, water]]
because: It is too cold.
instead: Say cool.
unless: [not]
"""


def test_a_list_of_plain_words_is_read() -> None:
    read = PLAIN_WORDS.read(read_tree(WORDS, "ours.yaml"))

    assert [(one.write, one.instead_of) for one in read.words] == [("belly", ("tummy", "abdomen"))]


def test_advice_that_is_never_given_is_read() -> None:
    read = NEVER.read(read_tree(ADVICE, "cold.yaml"))

    assert read.words == (("ice",), ("bath", "water"))
    assert (read.sign, read.sources, read.unless) == (None, (), ("not",))


@pytest.mark.parametrize(
    ("shape", "text", "name"),
    [
        (PLAIN_WORDS, WORDS.replace(b"write", b"wirte"), "unknown-field"),
        (PLAIN_WORDS, WORDS.replace(b"[tummy, abdomen]", b"[]"), "too-few"),
        (NEVER, ADVICE.replace(b"[[ice], [bath, water]]", b"[ice]"), "wrong-type"),
        (NEVER, ADVICE.replace(b"what: sends", b"what: Sends"), "not-a-fragment"),
    ],
)
def test_what_cannot_be_meant_is_told(shape: object, text: bytes, name: str) -> None:
    with pytest.raises(Refused) as caught:
        shape.read(read_tree(text, "ours.yaml"))

    assert name in {problem.name for problem in caught.value.problems}


def test_a_hard_word_stands_in_one_place_of_our_list() -> None:
    path = built_in() / "assets/plain-words/plain-words.yaml"
    words = PLAIN_WORDS.read(read_tree(path.read_bytes(), path.name)).words
    hard = [str(word) for one in words for word in one.instead_of]

    assert sorted(hard) == sorted({*hard})
