"""`surefoot gallery`: what it asks for, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.cli import gallery
from publisher.workshop import Product

if TYPE_CHECKING:
    from collections.abc import Callable

MADE = Product("made.pdf", b"%PDF", 3, 3, (), {})


def test_the_gallery_of_figures_is_written_into_the_folder(surefoot: Callable[..., object], monkeypatch) -> None:
    monkeypatch.setattr(gallery, "figure_gallery_of", lambda _library, _choices: MADE)

    assert surefoot("gallery", "figures", "--out", "here").out == "here/made.pdf   3 pages, 3 sheets, 1 kB\n"


def test_a_movement_has_twelve_frames_unless_told_otherwise(surefoot: Callable[..., object], monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(
        gallery,
        "flick_book_of",
        lambda _library, card, frames, choices: asked.append((card, frames, choices.people)) or MADE,
    )

    surefoot("gallery", "motion", "hip-bridge")
    surefoot("gallery", "motion", "hip-bridge", "--frames", "16", "--person", "kofi")

    assert asked == [("hip-bridge", 12, ()), ("hip-bridge", 16, ("kofi",))]


@pytest.mark.parametrize("number", ["3", "49", "many"])
def test_frames_are_counted_in_reason(surefoot: Callable[..., object], number: str) -> None:
    answer = surefoot("gallery", "motion", "hip-bridge", "--frames", number)

    assert answer.code == 2
    assert "`--frames`" in answer.err
