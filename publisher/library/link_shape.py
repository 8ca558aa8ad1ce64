"""The field `link`: the base under which the pages of cards lie on the web, as it may be put into codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.shapes import Schema, refuse, scalar

if TYPE_CHECKING:
    from publisher.library.nodes import Node, Scalar
    from publisher.problems import Phrase

_EXAMPLE = "https://example.org/back"
_WEB = re.compile(r"https?://(?=[^/?#])")
# Letters that a code holds as they are; all else would have to be written in several.
_FORM = r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?(/[A-Za-z0-9._~%-]+)*/?"
_PLAIN = re.compile(_FORM)
_DOTS = re.compile(r"/\.{1,2}(/|$)")


class LinkBase(NamedTuple):
    """An address on the web that a card's name can be put behind."""

    def read(self, node: Node) -> Phrase:
        """The address as it stands."""
        written = scalar(node, f"`{_EXAMPLE}`")
        text = written.text
        if not _WEB.match(text):
            hint = f"Write it like `{_EXAMPLE}`."
            lacks = (
                "no name of a site behind the `//`"
                if text.startswith(("http://", "https://"))
                else "no https:// or http://"
            )
            raise refuse("link-not-web", node, f"`{text}` does not lead to the web: {lacks}.", hint)
        if "@" in text.split("/")[2]:
            sentence = "a name or a password stands before the `@`; it would be printed on every card."
            raise refuse("link-with-user", node, sentence, f"Write it like `{_EXAMPLE}`.")
        found = re.search(r"[?#]", text)
        if found:
            sentence = f"this address cannot go on: the names of cards are put behind it, and it holds a `{found[0]}`."
            raise refuse("link-with-query", node, sentence, f"Write `{text[: found.start()]}`.")
        return self._plain(written, node)

    def _plain(self, written: Scalar, node: Node) -> Phrase:
        if not _PLAIN.fullmatch(written.text) or _DOTS.search(written.text):
            sentence = f"`{written.text}` holds what a short address on the web does not."
            hint = f"Use letters, digits, hyphens and slashes: `{_EXAMPLE}`."
            raise refuse("link-not-plain", node, sentence, hint)
        return written.phrase

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string with a pattern."""
        return {"type": "string", "pattern": f"^(?!.*/\\.{{1,2}}(/|$)){_FORM}$"}

    def describe(self) -> str:
        """In words."""
        return f"a web address, such as `{_EXAMPLE}`"
