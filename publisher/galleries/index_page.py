"""A page for a browser: pictures under headings, in plain HTML that asks nobody for anything.

All text is escaped here and nowhere else; names of files are ids, which hold nothing that must be.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.pdf.contact_sheet import Picture

# Colours are those of the theme, and their turn in the dark; lengths follow the reader's own size of type.
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f1e; --faint: #4d5553; --paper: #fff; --line: #c8ccca; --link: #0b5f5c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceeed; --faint: #b9c0bd; --paper: #161918; --line: #4d5553; --link: #7fd6d1; }
}
body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; font: 1.0625rem/1.5 "Atkinson Hyperlegible", sans-serif;
  color: var(--ink); background: var(--paper); }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 3rem; } h3 { margin: 0 0 .25rem; font-size: 1.125rem; }
p { margin: .25rem 0; max-width: 45rem; } a { color: var(--link); }
a:focus-visible { outline: .1875rem solid var(--link); outline-offset: .125rem; }
nav ul, .cards { list-style: none; margin: 0; padding: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; }
nav a { display: inline-block; padding: .25rem 0; }
.cards { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
.cards.wide { grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); }
img { display: block; max-width: 100%; height: auto; margin-top: .5rem; border: 1px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .25rem 0; }
dt { color: var(--faint); } dd { margin: 0; }
@media print {
  :root { --ink: #000; --faint: #000; --paper: #fff; --line: #999; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; }
  .cards, .cards.wide { grid-template-columns: 1fr 1fr; gap: 6mm; }
  li { break-inside: avoid; } h2 { break-after: avoid; }
  img { max-height: 90mm; width: auto; }
}
"""


class Fact(NamedTuple):
    """A line of what is known; `typed` is what somebody types."""

    name: str
    value: str
    typed: bool = False


class Entry(NamedTuple):
    """A picture with its name: where it stands in the page (`id`), its file, and its words.

    `links` lead to other entries of the page, by their ids.
    """

    id: str
    title: str
    file: str
    picture: Picture
    alt: str
    says: str = ""
    facts: tuple[Fact, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    links_are: str = ""


class Shelf(NamedTuple):
    """Entries under one heading; `wide` ones take more room."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    wide: bool = False


class Part(NamedTuple):
    """What the page begins with."""

    title: str
    says: str
    shown: Entry


def page(language: str, first: Part, shelves: Sequence[Shelf]) -> str:
    """The whole page."""
    title = escape(first.title)
    links = "".join(f'<li><a href="#{escape(shelf.id)}">{escape(shelf.title)}</a></li>' for shelf in shelves)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            f"<header><h1>{title}</h1><p>{escape(first.says)}</p></header>",
            f'<nav aria-label="{title}"><ul>{links}</ul></nav>',
            "<main>",
            _image(first.shown, eager=True),
            *(line for shelf in shelves for line in _shelf(shelf)),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _shelf(shelf: Shelf) -> Iterable[str]:
    name, kind = escape(shelf.id), "cards wide" if shelf.wide else "cards"
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(shelf.title)}</h2><ul class="{kind}">'
    for entry in shelf.entries:
        yield f'<li id="{escape(entry.id)}"><h3>{escape(entry.title)}</h3>'
        yield from (f"<p>{escape(text)}</p>" for text in (entry.says,) if text)
        yield from _facts(entry.facts)
        yield from _links(entry)
        yield f"{_image(entry)}</li>"
    yield "</ul></section>"


def _facts(facts: Sequence[Fact]) -> Iterable[str]:
    if facts:
        yield "<dl>"
        for fact in facts:
            value = f"<code>{escape(fact.value)}</code>" if fact.typed else escape(fact.value)
            yield f"<dt>{escape(fact.name)}</dt><dd>{value}</dd>"
        yield "</dl>"


def _links(entry: Entry) -> Iterable[str]:
    if entry.links:
        links = (f'<a href="#{escape(name)}">{escape(text)}</a>' for name, text in entry.links)
        yield f"<details><summary>{escape(entry.links_are)}</summary><p>{', '.join(links)}</p></details>"


def _image(entry: Entry, *, eager: bool = False) -> str:
    """The picture, which leads to itself at full size; those further down are fetched when they come into view."""
    picture, file = entry.picture, escape(entry.file)
    lazy = "" if eager else ' loading="lazy"'
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<a href="{file}"><img src="{file}" {size}{lazy} alt="{escape(entry.alt)}"></a>'
