"""Take the pictures of the offline page again: `make screenshots`. Needs a Chromium (`make browser`)."""

from __future__ import annotations

import functools
import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from publisher.library import read_library
from publisher.model.printing import PrintSettings
from publisher.phone.site import site_of
from publisher.workshop import Choices, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PICTURES = Path(__file__).parents[2] / "docs/pictures"
SIZE, GAP, COLOURS = {"width": 360, "height": 740}, 16, 128


def site(folder: Path) -> str:
    """Write the built-in library as a site, and give its address."""
    choices = Choices(paper=None, size=None, theme=None, printing=PrintSettings())
    for one in site_of(Workshop.open(read_library([]), choices)):
        (folder / one.name).write_bytes(one.content)
    return folder.as_uri() + "/"


def views(page: Page, where: str) -> Iterator[bytes]:
    """The main views, one after another."""
    page.clock.install(time=1_000_000)
    for name in ("index.html", "hip-bridge.html", "page.help.html"):
        page.goto(where + name)
        if name == "hip-bridge.html":
            page.locator(".film g").first.wait_for(state="attached")
            page.clock.run_for(800)
        yield page.screenshot()
    page.goto(where + "deck.starter.html")
    page.clock.pause_at(1_001_000)
    page.get_by_role("button", name="Follow along").click()
    page.get_by_role("button", name="Begin").click()
    page.locator(".stage .film g").first.wait_for(state="attached")
    page.clock.fast_forward(17_000)
    page.clock.run_for(200)
    yield page.screenshot()


def side_by_side(shots: list[bytes]) -> Image.Image:
    """The views beside one another, in few colours."""
    opened = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]
    width = sum(one.width for one in opened) + GAP * (len(opened) - 1)
    whole = Image.new("RGB", (width, opened[0].height), (128, 136, 143))
    for place, one in enumerate(opened):
        whole.paste(one, (place * (one.width + GAP), 0))
    return whole.quantize(COLOURS)


def main() -> None:
    """Write docs/pictures/phone-light.png and phone-dark.png."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        sys.exit("There is no Chromium. Type: make browser")
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as run:
        where = site(Path(folder))
        browser = run.chromium.launch(executable_path=found, args=flags)
        for scheme in ("light", "dark"):
            page = browser.new_context(viewport=SIZE, color_scheme=scheme).new_page()
            save = functools.partial(side_by_side(list(views(page, where))).save, optimize=True)
            save(PICTURES / f"phone-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
