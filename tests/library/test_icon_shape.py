from __future__ import annotations

import pytest

from publisher.library.icon_shape import ICON
from publisher.library.overlays import read_library
from publisher.library.reading import read_tree

# What the layouts ask for by name.
NEEDED = (
    *("form", "warm-up", "strength", "stretch", "recovery", "why", "warn", "gear", "fuel", "mind"),
    *("start", "feel", "not", "breath", "fix", "move-on", "easier", "harder", "stop", "timer", "sides", "repeat"),
    *("emergency", "urgent", "see", "go", "phone", "cairn", "tick", "cross"),
    *("scissors", "fold", "flip-long", "flip-short"),
)


def test_an_icon_is_its_marks_in_order() -> None:
    text = (
        b"id: stop\npaths:\n  - {d: circle 12 12 9, fill: yes}\n  - {d: M 8 12 L 16 12, stroke: 2.4, reversed: yes}\n"
    )
    icon = ICON.read(read_tree(text, "stop.yaml"))

    assert [(mark.fill, mark.stroke, mark.reversed) for mark in icon.marks] == [(True, None, False), (False, 2.4, True)]


@pytest.mark.parametrize("name", NEEDED)
def test_every_icon_is_there_and_stays_on_its_grid(name: str) -> None:
    icon = read_library().icons[name]

    for mark in icon.marks:
        assert mark.fill or mark.stroke
        edge = (mark.stroke or 0) / 2
        box = mark.path.bounds
        assert box.x - edge >= 0
        assert box.y - edge >= 0
        assert box.right + edge <= 24
        assert box.bottom + edge <= 24


def test_the_cairn_has_three_stones_from_the_bottom_up() -> None:
    heights = [mark.path.bounds.y for mark in read_library().icons["cairn"].marks]

    assert heights == sorted(heights, reverse=True)
    assert len(heights) == 3
