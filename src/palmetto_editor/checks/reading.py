"""A finished page as a reader and a search engine take it, read back from its HTML alone."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.page.visible import text_of

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Reading:
    """Parts of a page by CSS selectors; what no reader sees is not there."""

    def __init__(self, html: str) -> None:
        self._tree = LexborHTMLParser(html)
        self._nodes: dict[str, list[LexborNode]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}
        for node in self._tree.css("[hidden], [style], template, noscript"):
            style = node.attributes.get("style")
            if style is None or _HIDING.search(style) or "hidden" in node.attributes:
                node.decompose()

    def nodes(self, selector: str) -> list[LexborNode]:
        """The elements that the selector finds; each search goes through the whole page."""
        if selector not in self._nodes:
            self._nodes[selector] = self._tree.css(selector)
        return self._nodes[selector]

    def texts(self, selector: str) -> tuple[str, ...]:
        """The visible text of each element that the selector finds, in their order."""
        if selector not in self._texts:
            self._texts[selector] = tuple(text_of(node) for node in self.nodes(selector))
        return self._texts[selector]

    def values(self, selector: str, attribute: str) -> tuple[str, ...]:
        """The value of an attribute of each element, white space folded."""
        found = (node.attributes.get(attribute) for node in self.nodes(selector))
        return tuple(" ".join((value or "").split()) for value in found)

    def scripts(self) -> tuple[str, ...]:
        """What each JSON-LD script element holds, to the character."""
        nodes = self.nodes('script[type="application/ld+json"]')
        return tuple(node.text() or "" for node in nodes)

    def title(self) -> str:
        nodes = self.nodes("head > title")
        return " ".join((nodes[0].text() or "").split()) if nodes else ""
