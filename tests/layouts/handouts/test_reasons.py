"""Reasons to stop: one that another says with more is not said twice, and none is lost."""

from __future__ import annotations

from layouts.handouts.reasons import covers, merged


def test_a_reason_goes_only_where_another_names_the_same_and_more_or_holds_at_more_times() -> None:
    leg, nerve = "a leg hurts, tingles, goes numb or weak", "a leg tingles, goes numb or weak"

    assert merged(["your back hurts more", nerve, leg, nerve]) == ("your back hurts more", leg)
    assert merged(["your back hurts more with each step", "your back hurts more"]) == ("your back hurts more",)
    assert merged(["a leg hurts", "pain runs down a leg"]) == ("a leg hurts", "pain runs down a leg")


def test_what_is_narrower_or_of_another_part_covers_nothing() -> None:
    assert not covers("your back hurts more with each step", "your back hurts more")
    assert not covers("a leg tingles or goes numb", "a foot tingles or goes numb")
