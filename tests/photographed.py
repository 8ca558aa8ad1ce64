"""A library with an exercise of one's own that photographs show."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.pixels import a_photograph

if TYPE_CHECKING:
    from pathlib import Path

CARD = """\
id: chair-squat
kind: exercise
group: strength
number: 60
title: Chair squat
purpose: Strong thighs carry you down the hill.
cue: Sit back as onto a chair.
start: Stand with your feet as wide as your hips.
steps:
  - text: Sit back until your knees are half bent.
    caption: Sit back
  - text: Go lower, your chest up.
    caption: Lower
  - Push the floor away and stand.
feel: in your thighs
dose: {sets: 3, reps: 8 to 12, rest: 60 s, days_a_week: 3}
stop_if: [pain runs down your leg, your back pain gets worse]
evidence: {level: common-practice, sources: [acsm-2009], note: We found no trial.}
"""
PICTURE = """\
picture:
  photos:
    - file: pictures/up.jpg
      alt: A man stands upright.
    - file: pictures/down.jpg
      alt: He sits back, his knees bent.
      step: 1
"""
DECK = "id: mine\ntitle: Mine\nlayout: pocket\nsize: poker\ncards: [chair-squat, plank]\n"


@cache
def _file(bend: float) -> bytes:
    return a_photograph(bend=bend)


def a_library(folder: Path, picture: str = PICTURE) -> Path:
    """The card, a deck with it and a drawn one, and two photographs."""
    card = CARD + picture
    for name, text in {"cards/chair-squat.yaml": card, "cards/publications/mine.yaml": DECK}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "pictures/up.jpg").write_bytes(_file(0.0))
    (folder / "pictures/down.jpg").write_bytes(_file(1.0))
    return folder
