"""What is drawn on a person: face, strands and laces together, each seen where it lies."""

from __future__ import annotations

from publisher.figures.details import details
from publisher.figures.hair import hair
from publisher.figures.heads import head
from publisher.figures.shoes import shoe
from publisher.figures.skeleton import skeleton, state_of
from publisher.model.figure import Hand, Pelvis
from tests.figures.parts import DOWN, eye, look, someone


def test_head_and_both_shoes_are_drawn_on() -> None:
    bones, person = skeleton(state_of(Pelvis(), {})), someone()
    at = bones.bones
    groups = [*head(at["head"], person), *hair(at["head"], person, DOWN)]
    for side in "rl":
        groups += shoe(at[f"foot_{side}"], at[f"toes_{side}"], side, person)
    hands = dict.fromkeys("rl", Hand.RELAXED)
    marks = details(bones, person, hands, look(groups, "front", 300), eye("front"))
    low = [mark.points[:, 0].mean() for mark in marks if mark.points[:, 1].max() < 0.1]
    assert min(low) < -0.03
    assert max(low) > 0.03
    assert sum(mark.points[:, 1].min() > 0.85 for mark in marks) >= 8
    assert all(mark.points[:, 1].min() > 0.0 for mark in marks)
