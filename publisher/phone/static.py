"""Files that travel as they are, the style with the colours of a theme, the manifest, and the worker that keeps all."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

from publisher.files import Output
from publisher.library import built_in
from publisher.phone.frame import INDEX, LISTS, MANIFEST, STYLE
from publisher.phone.kit import look_of
from publisher.phone.markup import as_attribute
from publisher.phone.player import PLAYER_STYLE, player_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.theme import Theme
    from publisher.phone.kit import Kit

WORKER = "sw.js"
SCRIPTS = (
    *("app.js", "find.js", "movement.js", "signals.js", "store.js", "log.js", "files.js", "list.js"),
    *("resume.js", "lead.js", "course.js", "coach.js", "follow.js", "plan.js", "metronome.js"),
)
ICONS = ("icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png")


def asset(name: str) -> bytes:
    """A file of `assets/phone`."""
    return (built_in() / "assets/phone" / name).read_bytes()


def script(name: str) -> str:
    """One script, without the lines that only explain it and without what lines begin with."""
    lines = (line.strip() for line in asset(name).decode().splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _style(name: str) -> str:
    """A style without what only explains it."""
    text = re.sub(r"/\*.*?\*/", "", asset(name).decode(), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};,]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip() + "\n"


def style(theme: Theme, *, led: bool = False) -> str:
    """The style of all pages, with the colours of a theme; `led` with that of a running session, which comes later."""
    groups = "".join(
        f".{look_of(group)}{{--main:{one.main.hex};--mid:{one.mid.hex};--tint:{one.tint.hex}}}\n"
        for group, one in theme.groups.items()
    )
    tiers = "".join(f".t-{tier.value}{{--tier:{colour.hex}}}\n" for tier, colour in theme.tiers.items())
    named = {"ink": theme.ink, "paper": theme.paper, "stop-ground": theme.stop_ground, "wrong": theme.wrong}
    root = ";".join(f"--{name}:{colour.hex}" for name, colour in named.items())
    return f":root{{{root}}}\n" + groups + tiers + _style(STYLE) + (_style(PLAYER_STYLE) if led else "")


def lists_style() -> str:
    """The style that lists need beside that of all pages."""
    return _style(LISTS)


def static_files(kit: Kit) -> list[Output]:
    """All that stands beside the pages, but for the worker."""
    return [
        Output(STYLE, style(kit.theme).encode()),
        Output(PLAYER_STYLE, _style(PLAYER_STYLE).encode()),
        Output(LISTS, lists_style().encode()),
        *(Output(name, script(name).encode()) for name in SCRIPTS),
        player_file(kit),
        *(Output(name, asset(name)) for name in ICONS),
        Output(MANIFEST, _manifest(kit)),
    ]


def _manifest(kit: Kit) -> bytes:
    icons = [
        {"src": "icon-192.png", "sizes": "192x192", "type": "image/png"},
        {"src": "icon-512.png", "sizes": "512x512", "type": "image/png"},
        {"src": "icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
    ]
    found = {
        "name": kit.say("phone.name"),
        "short_name": kit.say("phone.name"),
        "description": kit.say("phone.tagline"),
        "lang": kit.words.language,
        "dir": "ltr",
        "id": INDEX,
        "start_url": INDEX,
        "scope": "./",
        "display": "standalone",
        "background_color": kit.theme.paper.hex,
        "theme_color": kit.theme.ink.hex,
        "icons": icons,
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def worker(files: Sequence[Output]) -> Output:
    """The worker: every file with its hash, and a cache that is named after all of them."""
    kept = [[one.name, "sha256-" + base64.b64encode(hashlib.sha256(one.content).digest()).decode()] for one in files]
    whole = hashlib.sha256(json.dumps(kept).encode()).hexdigest()[:16]
    text = script(WORKER).replace('"@CACHE@"', f'"surefoot-{whole}"').replace('"@FILES@"', as_attribute(kept))
    return Output(WORKER, text.encode())
