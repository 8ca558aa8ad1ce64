"""Every page as it was when somebody last looked: as text, as a tag tree, and some as pictures.

After a change that is meant, `make golden` renews what is kept and writes `tests/golden/report/index.html`
with old, new and difference. Look at it, and read the diff of the text files, before you commit.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.golden import pages
from tests.golden.report import write_report

HERE = Path(__file__).parent
KEPT = HERE / "kept"
REPORT = HERE / "report"
RENEWING = os.environ.get("SUREFOOT_GOLDEN") == "renew"
HINT = "if this is meant: make golden, then look at tests/golden/report/index.html"
NAMES = tuple(pages.faces())
# One file for each card and side would be a hundred small files; a card's texts lie in one.
GROUPS = tuple(dict.fromkeys(name.partition(".")[0] for name in NAMES))


def _compare(path: Path, now: str) -> None:
    if RENEWING:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8")
        return
    assert path.exists(), f"{path.relative_to(HERE)} is not kept yet; {HINT}"
    assert now == path.read_text(encoding="utf-8"), HINT


def _all(group: str, tell: object) -> str:
    named = [(name, face) for name, face in pages.faces().items() if name.partition(".")[0] == group]
    return "\n".join(f"[{name}]\n{tell(face)}" for name, face in named)


@pytest.mark.parametrize("group", GROUPS)
def test_the_faces_as_text(group: str) -> None:
    _compare(KEPT / f"{group}.faces.txt", _all(group, pages.as_text))


@pytest.mark.parametrize("group", GROUPS)
def test_the_tag_trees(group: str) -> None:
    _compare(KEPT / f"{group}.tags.txt", _all(group, pages.as_tags))


@pytest.mark.parametrize("name", pages.pictured())
def test_the_pictures(name: str) -> None:
    path, now = KEPT / f"{name}.png", pages.stored(pages.as_picture(pages.faces()[name]))
    if RENEWING:
        _renew(name, path, now)
        return
    assert path.exists(), f"{path.relative_to(HERE)} is not kept yet; {HINT}"
    with Image.open(path) as old, Image.open(BytesIO(now)) as new:
        assert pages.difference(old.convert("L"), new.convert("L")) <= pages.TOLERANCE, HINT


def _renew(name: str, path: Path, now: bytes) -> None:
    """Keep the new picture, and both with their difference for the report."""
    old = path.read_bytes() if path.exists() else now
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(old)) as before, Image.open(BytesIO(now)) as after:
        one, other = before.convert("L"), after.convert("L")
        if not path.exists() or pages.difference(one, other) > pages.TOLERANCE:
            path.write_bytes(now)
        apart = ImageChops.difference(one, other.resize(one.size)).point(lambda grey: 255 - grey)
    stem = REPORT / name.replace("/", "-")
    REPORT.mkdir(exist_ok=True)
    for picture, which in ((one, "old"), (other, "new"), (apart, "difference")):
        picture.save(f"{stem}.{which}.png")


def test_nothing_is_kept_that_no_page_needs() -> None:
    needed = {f"{group}.{kind}.txt" for group in GROUPS for kind in ("faces", "tags")}
    needed |= {f"{name}.png" for name in pages.pictured()}
    kept = {str(path.relative_to(KEPT)) for path in KEPT.rglob("*") if path.is_file()}

    if RENEWING:
        for name in kept - needed:
            (KEPT / name).unlink()
        write_report(REPORT, [name.replace("/", "-") for name in pages.pictured()])
    else:
        assert kept == needed, HINT


def test_what_is_kept_is_small() -> None:
    assert sum(path.stat().st_size for path in KEPT.rglob("*") if path.is_file()) < 1_500_000


def test_another_picture_is_told_apart() -> None:
    front, back = (pages.as_picture(pages.faces()[name]) for name in pages.pictured()[:2])

    assert pages.difference(front, front) == 0
    assert pages.difference(front, back) > 5 * pages.TOLERANCE
    assert pages.difference(front, front.resize((10, 10))) == 255
