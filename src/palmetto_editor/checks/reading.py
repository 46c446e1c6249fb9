"""A finished page as a reader and a search engine take it, read back from its HTML alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.page.cited_text import spelled
from palmetto_editor.page.visible import Texts, text_of

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PLACE = re.compile(r"cite-([1-9]\d{0,8})-\d+")


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

    @classmethod
    def written(cls, html: str) -> Reading:
        """The page with each citation as its Markdown, which its anchors or it itself tell."""
        page = cls(html)
        keys = page.keys
        for node in page._tree.css(".citation"):
            node.replace_with(cited_as(node, keys))
        return page

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys of the reference list, in its order."""
        return self.values(".references > ol > li, .references > ul > li", "data-key")

    def nodes(self, selector: str) -> list[LexborNode]:
        """The elements that the selector finds; each search goes through the whole page."""
        if selector not in self._nodes:
            self._nodes[selector] = self._tree.css(selector)
        return self._nodes[selector]

    def texts(self, selector: str) -> tuple[str, ...]:
        """The visible text of each element that the selector finds, in their order."""
        if selector not in self._texts:
            self._texts[selector] = tuple(map(self.text, self.nodes(selector)))
        return self._texts[selector]

    def text(self, node: LexborNode) -> str:
        """The visible text of an element of this page."""
        return self._spoken.of(node)

    @cached_property
    def _spoken(self) -> Texts:
        return Texts(self._tree.root)

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


def cited_as(node: LexborNode, keys: Sequence[str]) -> str:
    """What a citation was written as: its own word for it, else the keys that it leads to."""
    if written := node.attributes.get("data-cite"):
        return written
    places = (_PLACE.fullmatch(one.attributes.get("id") or "") for one in node.css("[id]"))
    numbers = [int(place[1]) for place in places if place]
    cites = [Cite(keys[n - 1]) for n in numbers if n <= len(keys)]
    return spelled(Cluster(tuple(cites))) if cites else text_of(node)
