"""What a browser makes of a page: its tags with their attributes, its text, and its blocks of data."""

from __future__ import annotations

import json
from html.parser import HTMLParser

# A page of each kind.
KINDS = [
    "index.html",
    "page.find.html",
    "page.help.html",
    "page.cheat-sheet.html",
    "page.steps.html",
    "page.log.html",
    "deck.starter.html",
    "deck.pocket-why.html",
    "plan.downhill-build-up.html",
    "session.eight-weeks-1-4.html",
    "hip-bridge.html",
    "quick-short-steps.html",
    "heel-far-in-front.html",
    "fever.html",
    "sitting-back.html",
    "stress-and-pain.html",
    "insoles.html",
]
HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "'quoted' & \"quoted\"",
    "</script><script>alert(1)</script>",
    "</style></title><b>",
    "javascript:alert(1)",
    "<!-- -->",
    "{n} {title} ${x}",
]


class Read(HTMLParser):
    """A page as it was read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.data: dict[str, object] = {}
        self._script: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self._script = dict(attrs).get("id") or ""

    def handle_endtag(self, tag):
        if tag == "script":
            self._script = None

    def handle_data(self, data):
        if self._script:
            self.data[self._script] = json.loads(data)
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.tags]
