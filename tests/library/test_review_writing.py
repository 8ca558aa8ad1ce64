"""A review goes into the file of a card, and all else in it stays as its author wrote it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.library.nodes import Mapping, Scalar
from publisher.library.reading import read_tree
from publisher.library.review_writing import new_change, with_review

REVIEW = {
    "reviewed_by": "Ana Silva",
    "role": "physiotherapist",
    "registration": "PH: 12, #3",
    "date": "2026-11-30",
    "next": "2028-11-30",
    "seal": "kbtd-mxqr",
}
NOBODY = dict.fromkeys(REVIEW)


def plain(node) -> object:
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, Scalar):
        return None if node.is_nothing else node.text
    return [plain(item) for item in node.items]


def tree(data: bytes) -> dict[str, object]:
    return plain(read_tree(data, "card.yaml"))


def test_comments_order_and_quotes_stay_where_they_are() -> None:
    before = """\
# our plank
id: plank
review:
  # nobody yet
  reviewed_by: null    # until somebody signs
  next: '2020-01-01'
title: "The plank"   # short
# the end
"""
    after = """\
# our plank
id: plank
review:
  # nobody yet
  reviewed_by: Ana Silva    # until somebody signs
  next: 2028-11-30
  role: physiotherapist
  registration: "PH: 12, #3"
  date: 2026-11-30
  seal: kbtd-mxqr
title: "The plank"   # short
# the end
"""
    assert with_review(before.encode(), REVIEW).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "id: plank",
        "id: plank\n...\n",
        "---\nid: plank\n",
        "{id: plank}",
        "{id: plank, }  # all",
        "{id: plank, review: {reviewed_by: null}}",
        "id: plank\nreview: {reviewed_by: null}  # nobody\ntitle: Plank\n",
        "id: plank\nreview: {}\n",
        "id: plank\nreview: null  # nobody\ntitle: Plank\n",
        "id: plank\nreview:\ntitle: Plank\n",
        "id: plank\nreview: ~",
        "review:\n  reviewed_by:\nid: plank",
        "review:\n  reviewed_by: >\n    A.\n    Roe\n\nid: plank\n",
        "id: plank\nreview:\n    reviewed_by: |-\n        A. Roe",
        'id: plank\nreview:\n  reviewed_by: "A.\n    Roe"  # who\n',
        "id: plänk\nsteps:\n  - |\n    Lift.\n",
        "  id: plank\n  title: Plank\n# the end\n",
        "id: plank\r\nreview:\r\n  date: null  # when\r\ntitle: Plank\r\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_the_review_changes_however_the_file_was_written(text: str, encoding: str) -> None:
    before = text.encode(encoding)
    after = with_review(before, REVIEW)

    was, now = tree(before), tree(after)
    assert now.pop("review") == REVIEW
    was.pop("review", None)
    assert (now, list(now)) == (was, list(was))
    assert with_review(after, REVIEW) == after
    assert after[:3] == before[:3]
    assert all(comment in after.decode(encoding) for comment in re.findall(r"#.*", text))


def test_lines_end_as_they_did() -> None:
    after = with_review(b"id: plank\r\ntitle: Plank\r\n", REVIEW)

    assert after.count(b"\n") == after.count(b"\r\n") == 9


def test_a_signature_that_is_taken_away_leaves_nulls_where_it_stood() -> None:
    signed = with_review(b"id: plank\n", {**REVIEW, "registration": None})

    assert b"registration" not in signed
    assert set(tree(with_review(signed, NOBODY))["review"].values()) == {None}
    assert (
        with_review(b"id: plank\nreview:\n  reviewed_by: null\n", NOBODY)
        == b"id: plank\nreview:\n  reviewed_by: null\n"
    )


def test_a_change_says_what_it_takes_away_from_the_card_below() -> None:
    assert tree(new_change("plank", NOBODY)) == {"extends": "plank", "review": NOBODY}
    assert tree(with_review(b"extends: plank\n", NOBODY))["review"] == NOBODY


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).filter(
    lambda name: name.strip() == name
)


@given(name=NAMES)
def test_any_name_comes_back_as_it_was(name: str) -> None:
    found = tree(with_review(b"id: plank\n", {**REVIEW, "reviewed_by": name}))["review"]
    in_a_row = tree(with_review(b"{id: plank}", {**REVIEW, "reviewed_by": name}))["review"]

    composed = tree(f"name: '{name.replace(chr(39), 2 * chr(39))}'\n".encode())["name"]
    assert found["reviewed_by"] == in_a_row["reviewed_by"] == composed
