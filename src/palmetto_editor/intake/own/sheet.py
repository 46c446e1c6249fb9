"""A page of ours, taken apart: which element is which part, and the nodes of its graph.

The page is parsed as a browser does, so one that a browser has saved is read as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeGuard

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node

_GENERATOR = "Palmetto Editor"
_MARK = re.compile(r"_([0-9a-f]{2})")
_SHARED = re.compile(r"(.*/)#/schema/(?:person|organization|section|work|logo)/")


@dataclass
class Sheet:
    """The parts in the order of the page; one that the page lacks is None or empty.

    `body` is what the writer's own text became, with what it places; `tables` and `faq` are those
    that follow it.
    """

    tree: LexborHTMLParser
    header: LexborNode | None = None
    notice: LexborNode | None = None
    short_answer: LexborNode | None = None
    lead: LexborNode | None = None
    body: list[LexborNode] = field(default_factory=list)
    tables: list[LexborNode] = field(default_factory=list)
    faq: LexborNode | None = None
    notes: LexborNode | None = None
    references: LexborNode | None = None
    links: LexborNode | None = None
    disclaimer: LexborNode | None = None

    @cached_property
    def graph(self) -> dict[str, Any]:
        return graph_of(self.tree)

    def nodes(self, kind: str) -> list[Node]:
        """The nodes of a type."""
        return [node for node in self.graph.values() if node.get("@type") == kind]

    @cached_property
    def page(self) -> Node:
        """What the graph says of the page as a whole."""
        return next(iter(self.nodes("WebPage")), {})

    @cached_property
    def article(self) -> Node:
        """What the graph says of the article."""
        page = self.page.get("@id")
        found = (node for node in self.graph.values() if "headline" in node)
        return next((node for node in found if node.get("isPartOf") == {"@id": page}), {})

    def linked(self, value: Any) -> list[Node]:
        """The nodes that a property refers to."""
        found = [self.graph.get(one.get("@id", ""), one) for one in many(value) if is_node(one)]
        return [node for node in found if node]

    @cached_property
    def canonical(self) -> str:
        node = self.tree.css_first('link[rel="canonical"]')
        return attribute(node, "href") if node else ""

    @cached_property
    def base(self) -> str:
        """The publication's address as far as the graph tells it."""
        site = next(iter(self.nodes("WebSite")), None)
        if site:
            return str(site.get("url", ""))
        named = [identifier for identifier in self.graph if "#/schema/" in identifier]
        named += [str(item.get("item", "")) for item in self._trail()]
        named += [str(work.get("@id", "")) for work in many(self.article.get("citation"))]
        bases = (match[1] for name in named if (match := _SHARED.match(name)))
        return next((base for base in bases if base.startswith("http")), "")

    def meta(self, name: str) -> list[str]:
        """The contents of the head's meta elements of this name or property."""
        return self._metas.get(name, [])

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self.tree.css("head meta"):
            name = attribute(node, "name") or attribute(node, "property")
            found.setdefault(name, []).append(attribute(node, "content"))
        return found

    def _trail(self) -> list[Node]:
        lists = self.nodes("BreadcrumbList")
        return [item for made in lists for item in many(made.get("itemListElement"))]


def is_own(text: str) -> bool:
    """Whether a page says that we made it, and has the shape that we give."""
    if _GENERATOR not in text or "masthead" not in text:
        return False
    tree = LexborHTMLParser(text)
    said = tree.css_first('head meta[name="generator"]')
    shape = tree.css_first("main > article > header.masthead")
    return said is not None and attribute(said, "content").startswith(_GENERATOR) and bool(shape)


def sheet(tree: LexborHTMLParser) -> Sheet:
    """The parts of a page of ours. Nothing in it is changed."""
    found = Sheet(tree)
    article = tree.css_first("main > article")
    left = list(article.iter()) if article is not None else []
    _take_first(found, left)
    _take_last(found, left)
    found.body = left
    return found


def graph_of(tree: LexborHTMLParser) -> dict[str, Any]:
    """The nodes of the page's graph by id; those without one under names of their own."""
    found: dict[str, Any] = {}
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            made = json.loads(script.text())
        except (ValueError, RecursionError):
            continue  # whoever broke it is told of that by the reader of JSON-LD in the wild
        nodes = made.get("@graph", [made]) if isinstance(made, dict) else []
        for number, node in enumerate(nodes if isinstance(nodes, list) else []):
            if is_node(node):
                found.setdefault(str(node.get("@id", f"_:{number}")), node)
    return found


def many(value: Any) -> list[Any]:
    """A property's values: none, one or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_node(value: Any) -> TypeGuard[Node]:
    return isinstance(value, dict)


def said(node: Node, name: str) -> str:
    """A property that is a text."""
    value = node.get(name, "")
    return value if isinstance(value, str) else ""


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def classes(node: LexborNode) -> list[str]:
    return attribute(node, "class").split()


def words(node: LexborNode | None) -> str:
    """An element's text on one line."""
    return one_line(node.text()) if node is not None else ""


def children(node: LexborNode | None) -> Iterator[LexborNode]:
    """The elements in an element."""
    if node is not None:
        yield from node.iter()


def item_id(anchor: str, kind: str) -> str:
    """The id of an item, from that of its element: the other way round is `page.anchors`."""
    bare = anchor.removeprefix(f"{kind}-") if anchor.startswith(f"{kind}-") else ""
    return _MARK.sub(lambda match: chr(int(match[1], 16)), bare)


def _take_first(found: Sheet, left: list[LexborNode]) -> None:
    if left and "masthead" in classes(left[0]):
        found.header = left.pop(0)
    if left and left[0].tag == "aside" and "notice" in classes(left[0]):
        found.notice = left.pop(0)
    if left and left[0].tag == "section" and "short-answer" in classes(left[0]):
        found.short_answer = left.pop(0)
    if left and left[0].tag == "figure" and "figure" in classes(left[0]):
        image = left[0].css_first("img")
        if image is not None and "loading" not in image.attributes:  # what the body has waits
            found.lead = left.pop(0)


def _take_last(found: Sheet, left: list[LexborNode]) -> None:
    def last(tag: str, name: str) -> LexborNode | None:
        fits = bool(left) and left[-1].tag == tag and name in classes(left[-1])
        return left.pop() if fits else None

    found.disclaimer = last("section", "disclaimer")
    found.links = last("nav", "links")
    found.references = last("section", "references")
    found.notes = last("section", "notes")
    found.faq = last("section", "faq")
    heads = [index for index, node in enumerate(left) if attribute(node, "id") == "tables"]
    if heads and all("table" in classes(node) for node in left[heads[-1] + 1 :]):
        found.tables = left[heads[-1] + 1 :]
        del left[heads[-1] :]
