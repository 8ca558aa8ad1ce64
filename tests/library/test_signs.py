from __future__ import annotations

import pytest

from publisher.library import signs


@pytest.mark.parametrize(
    "sign", list("\x00\x1b\x7f\x85\xad\u061c\u200b\u200d\u200e\u2028\u202e\u2066\ufeff\uffff\ud800")
)
def test_signs_that_are_not_seen_are_found(sign: str) -> None:
    assert signs.first_forbidden(f"ab{sign}c") == 2


@pytest.mark.parametrize("text", ["8 to 12", "½ × 3°", "Füße", "10\u00a0s", "“so”", "日本", "שלום", "a\nb"])
def test_signs_that_are_seen_are_left_alone(text: str) -> None:
    assert signs.first_forbidden(text) is None


def test_a_hidden_sign_is_called_by_its_name() -> None:
    assert signs.name_of("\u202e") == "right-to-left override (U+202E)"
    assert signs.name_of("\x00") == "a null (U+0000)"
    assert signs.name_of("\x07") == "a control character (U+0007)"
