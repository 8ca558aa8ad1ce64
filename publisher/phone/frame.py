"""The shell of every page: head, the way home, warning signs one tap away, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher import __version__
from publisher.phone.markup import Markup, tag

if TYPE_CHECKING:
    from publisher.phone.kit import Kit

# A card's page is called as `links` says, after its id, which has no dot: so no card can take the name of another page
# but the first.
INDEX, HELP, CHEAT, STEPS, LOG, FIND = (
    "index.html",
    *(f"page.{one}.html" for one in ("help", "cheat-sheet", "steps", "log", "find")),
)
STYLE, LISTS, MANIFEST, ICON = "surefoot.css", "lists.css", "manifest.webmanifest", "icon.svg"
# Whatever a page holds, a browser runs our own files and asks nobody else for anything.
RULES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; "
    "worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


# The script that leads back to a session; pages that have it show what was left.
RESUME = "resume.js"


class Page(NamedTuple):
    """A page before it has its shell.

    `scripts` are names of files; `look` colours the page as a group; `light` leaves out what lists only need.
    """

    name: str
    title: str
    body: Markup
    scripts: tuple[str, ...] = ()
    look: str = ""
    light: bool = False


class Head(NamedTuple):
    """What a page takes along: rules for its content, and how style and scripts come in."""

    rules: str
    links: Markup


def linked(page: Page) -> Head:
    """The head of a page in a folder, beside its style and scripts."""
    links = [
        tag("link", rel="manifest", href=MANIFEST),
        tag("link", rel="icon", type="image/svg+xml", href=ICON),
        tag("link", rel="apple-touch-icon", href="icon-192.png"),
        *(tag("link", rel="stylesheet", href=name) for name in ((STYLE,) if page.light else (STYLE, LISTS))),
        *(tag("script", src=name, defer=True) for name in (*page.scripts, "app.js")),
    ]
    return Head(RULES, Markup("".join(links)))


def document(page: Page, kit: Kit, head: Head | None = None) -> str:
    """The whole page."""
    head = head or linked(page)
    title = kit.say("phone.title", title=page.title) if page.title != kit.say("phone.name") else page.title
    heads = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("meta", http_equiv="Content-Security-Policy", content=head.rules),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        head.links,
    )
    body = tag(
        "body",
        tag("a", kit.say("phone.skip"), href="#main", class_="skip"),
        _top(kit),
        tag("main", left(kit) if RESUME in page.scripts else None, page.body, id="main", tabindex="-1"),
        _foot(kit),
        class_=page.look or None,
    )
    return f"<!DOCTYPE html>\n{tag('html', heads, body, lang=kit.words.language, dir='ltr')}\n"


def left(kit: Kit) -> Markup:
    """A session that was left half done, and the two ways from here; a script shows it where there is one."""
    buttons = [
        tag("button", kit.say(f"phone.follow.{words}"), type="button", class_=look, data_resumes=name)
        for words, look, name in (("go_on", "go", "on"), ("end", "quiet", "end"))
    ]
    said = tag("p", tag("b", kit.say("phone.follow.left")), " ", tag("span", data_what=True))
    return tag("div", said, tag("div", buttons, class_="row"), data_resume=True, hidden=True, class_="waiting")


def _top(kit: Kit) -> Markup:
    home = tag("a", kit.icon("form"), kit.say("phone.name"), href="#main" if kit.single else INDEX, class_="home")
    alarm = tag("a", kit.icon("emergency"), kit.say("phone.help"), href="#help" if kit.single else HELP, class_="alarm")
    return tag("header", tag("nav", home, alarm, aria_label=kit.say("phone.menu")), class_="top")


def _foot(kit: Kit) -> Markup:
    sheet = None if kit.single else tag("p", tag("a", kit.say("phone.cheat"), href=CHEAT))
    return tag(
        "footer",
        sheet,
        tag("p", kit.words.emergency_note()),
        tag("p", kit.say("phone.version", version=__version__)),
        class_="foot",
    )
