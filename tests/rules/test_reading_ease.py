from __future__ import annotations

import pytest

from publisher.rules.reading_ease import grade, smog, syllables


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "step lean knee breathe whole thighs walked rolled aches eyes your tired 12"),
        (2, "ankle little muscle downhill people being pointed landed noses belly lower music"),
        (3, "exercise area family hospital video"),
        (4, "emergency physician's material information"),
        (6, "responsibility"),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(count: int, text: str) -> None:
    assert [word for word in text.split() if syllables(word) != count] == []


def test_the_grade_is_that_of_the_formula() -> None:
    """10 words, 10 syllables, 2 sentences: 0.39 * 5 + 11.8 * 1 - 15.59."""
    assert grade(["Lean from the feet now.", "Then step short and quick."]) == pytest.approx(-1.84)


def test_longer_words_and_sentences_are_harder() -> None:
    plain, long = ["Lean a little. Step short."], ["Lean a little and step short."]
    hard = ["Incorporate anterior inclination. Abbreviate locomotion."]

    assert grade(plain) < grade(long) < grade(hard)
    assert smog(plain) == smog(long) < smog(hard)


def test_nothing_to_read_has_no_grade() -> None:
    assert (grade([]), smog([])) == (0.0, 0.0)
