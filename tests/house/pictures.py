"""Draws docs/pictures/ from pages that the program makes: `make pictures`, after a change to what pages look like."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from publisher.decks import cards_of
from publisher.library import read_library
from publisher.pdf.png import pages_as_png
from tests.house.walking import Walker, steps

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs/pictures"
SAMPLE = OUT / "sample.yaml"
SUREFOOT = Path(sys.executable).parent / "surefoot"

TABLE = (214, 216, 214)  # what the cards lie on: a quiet grey that is no ink of theirs
EDGE = (160, 163, 160)
SPACE = 24
# What the cards of the sample show, in its order.
KINDS = ("movement", "form-cue", "warning-sign", "explanation", "form-fault", "advice")
SIZES = ("id-1", "poker", "a6")
PHONE = ("hip-bridge", "look-ahead", "trouble-peeing", "leaning-back")
# Front and back of the cover, which stand before the cards of a deck.
COVER = 2


def pages(publication: str, dpi: float, *options: str, grey: bool = False) -> list[Image.Image]:
    """The pages of one publication, as `surefoot build` makes them in a folder that has the sample beside ours."""
    with TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "cards/publications").mkdir(parents=True)
        shutil.copy(SAMPLE, here / "cards/publications")
        build = [SUREFOOT, "build", publication, "--library", ".", "--quiet", *options]
        subprocess.run(build, cwd=here, check=True)
        content = (here / f"out/{publication}.pdf").read_bytes()
    return [Image.open(BytesIO(page)).convert("RGB") for page in pages_as_png(content, dpi, grey=grey)]


def review_sheet() -> Image.Image:
    """A page of the sheet on which a clinician reviews cards."""
    with TemporaryDirectory() as folder:
        review = [SUREFOOT, "review", "sheet", "plank", "land-under-you", "hip-bridge"]
        subprocess.run(review, cwd=folder, check=True, capture_output=True)
        content = (Path(folder) / "out/review-sheet.pdf").read_bytes()
    return Image.open(BytesIO(pages_as_png(content, 96)[1])).convert("RGB")


def handed_out() -> list[Image.Image]:
    """The first and the last page of a handout for somebody, with the letterhead of the example clinic."""
    with TemporaryDirectory() as folder:
        here = Path(folder)
        subprocess.run([SUREFOOT, "new", "clinic", "hillside"], cwd=here, check=True, capture_output=True)
        (here / "patient.yaml").write_text("name: Ana Silva\nborn: 1980-05-03\n", encoding="utf-8")
        words = ["downhill-back-start", "--library", ".", "--patient", "patient.yaml", "--on", "2026-03-02", "--quiet"]
        subprocess.run([SUREFOOT, "handout", *words], cwd=here, check=True)
        content = (here / "out/downhill-back-start.pdf").read_bytes()
    first, *_, last = pages_as_png(content, 88)
    return [Image.open(BytesIO(page)).convert("RGB") for page in (first, last)]


def posed() -> Image.Image:
    """The last step of docs/figures.md, as `surefoot pose` draws it."""
    steps = re.findall(
        r"^```yaml\n(id: .*?)^```", (ROOT / "docs/figures.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    with TemporaryDirectory() as folder:
        (Path(folder) / "pose.yaml").write_text(steps[-1], encoding="utf-8")
        subprocess.run([SUREFOOT, "pose", "pose.yaml", "--size", "70"], cwd=folder, check=True)
        return Image.open(BytesIO((Path(folder) / "pose.png").read_bytes())).convert("RGB")


def walked() -> list[Image.Image]:
    """Front and back of the card to which the first part of docs/authoring.md leads."""
    walk = (ROOT / "docs/authoring.md").read_text(encoding="utf-8").split("\n## ")[1]
    with TemporaryDirectory() as folder:
        walker = Walker(Path(folder), {**os.environ, "NO_COLOR": "1"})
        for step in steps(walk):
            walker.take(step)
        build = [SUREFOOT, "build", "my-cards", "--sides", "single", "--bleed", "0", "--quiet"]
        subprocess.run(build, cwd=walker.folder, check=True)
        content = (walker.folder / "out/my-cards.pdf").read_bytes()
    return [Image.open(BytesIO(page)).convert("RGB") for page in pages_as_png(content, 135)[COVER:][:2]]


def contact_sheet() -> bytes:
    """The fronts of all cards, as `surefoot gallery pages` makes them."""
    with TemporaryDirectory() as folder:
        subprocess.run([SUREFOOT, "gallery", "pages"], cwd=folder, check=True)
        return (Path(folder) / "out/gallery/contact-sheet.png").read_bytes()


def on_phone() -> list[Image.Image]:
    """A card of each of four kinds as it stands on a phone."""
    ids = [card.id for card in cards_of(read_library().publications["phone-cards"], read_library().cards)]
    every = pages("phone-cards", 76)
    return [every[ids.index(name)] for name in PHONE]


def laid(rows: list[list[Image.Image]]) -> Image.Image:
    """Pages in rows on a table, a thin edge round each."""
    width = max(sum(page.width + SPACE for page in row) for row in rows) + SPACE
    height = sum(max(page.height for page in row) + SPACE for row in rows) + SPACE
    table = Image.new("RGB", (width, height), TABLE)
    top = SPACE
    for row in rows:
        left = SPACE
        for page in row:
            table.paste(EDGE, (left - 1, top - 1, left + page.width + 1, top + page.height + 1))
            table.paste(page, (left, top))
            left += page.width + SPACE
        top += max(page.height for page in row) + SPACE
    return table


def save(picture: Image.Image, name: str) -> None:
    """A small file of 256 colours: those used most stay exactly as they are, so that no tint shifts."""
    counted = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    kept = [colour for _, colour in counted[:256]]
    nearest = {bytes(colour): min(range(len(kept)), key=lambda at: distance(colour, kept[at])) for _, colour in counted}
    every = picture.tobytes()
    few = Image.frombytes("P", picture.size, bytes(nearest[every[at : at + 3]] for at in range(0, len(every), 3)))
    few.putpalette([part for colour in kept for part in colour])
    few.save(OUT / f"{name}.png", optimize=True)


def distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """How far apart two colours are, squared."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def main() -> None:
    """Draw them all."""
    one_face = ("--sides", "single", "--bleed", "0")
    cards = pages("sample", 135, *one_face)[COVER:]
    grey = pages("sample", 135, *one_face, grey=True)[COVER:]
    one_ink = pages("sample", 135, *one_face, "--theme", "one-ink")[COVER:]
    save(laid([cards[0:8:2], cards[1:8:2]]), "cards")
    save(laid([[cards[0], grey[0], one_ink[0], cards[4], grey[4], one_ink[4]]]), "grey")
    save(laid([pages("cheat-sheet", 96)]), "cheat-sheet")
    save(posed(), "pose")
    save(laid([walked()]), "wall-sit")
    (OUT / "contact-sheet.png").write_bytes(contact_sheet())
    save(laid([[review_sheet()]]), "review-sheet")
    save(laid([handed_out()]), "handout")
    save(laid([pages("warning-card", 130, *one_face)[:2]]), "warning-card")
    save(laid([pages("pocket-cards", 60)[8:10]]), "sheet")
    save(laid([on_phone()]), "phone")
    save(laid([pages("film-strips", 72)[1:2]]), "film-strips")
    save(laid([pages("downhill-build-up-page", 64)]), "plan")
    save(laid([pages("eight-weeks-pocket", 64)]), "plan-to-fold")
    for number, kind in enumerate(KINDS):
        save(laid([cards[2 * number : 2 * number + 2]]), f"kind-{kind}")
    sizes = [pages("sample", 90, *one_face, "--size", size)[COVER:][:2] for size in SIZES]
    save(laid([[face for size in sizes for face in size]]), "sizes")


if __name__ == "__main__":
    main()
