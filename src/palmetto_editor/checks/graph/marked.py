"""A finished page and its markup, read once for all rules.

The markup is anybody's: every value may be of any kind, ids may lead in circles. Nothing here
follows references more than one step, and nothing goes down into values but `gather`, which is
iterative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from palmetto_editor.checks.graph.vocabulary import vocabulary
from palmetto_editor.checks.reading import Reading
from palmetto_editor.structured.wild import article
from palmetto_editor.structured.wild.found import Found
from palmetto_editor.structured.wild.nodes import Node, Nodes, gather, many, types
from palmetto_editor.structured.wild.read import read

_ASIDE = ("citation", "isBasedOn", "review", "comment", "hasPart", "subjectOf")
_BEHIND = 500  # characters of the page after a script element that may be the rest of it
_MOST = 200  # elements of one kind whose text is looked at
_REFERENCE = frozenset({"@id", "@type"})


@dataclass(frozen=True, slots=True)
class Script:
    """A script element with JSON-LD. `number` counts from 1; `after` is the HTML that follows it
    directly, which is none of the markup's unless the element ended too early.
    """

    number: int
    text: str
    found: Found
    after: str

    @property
    def name(self) -> str:
        return f"#{self.number}"


class Marked:
    """What the rules on a finished page look at. Nodes are told apart by identity."""

    def __init__(self, html: str) -> None:
        self.page = Reading(html)
        self.scripts = tuple(self._scripts(html))
        self.nodes: Nodes = gather(value for one in self.scripts for value in one.found.values)
        self.article: Node = article.article(self.nodes)
        self.web_page: Node = article.page(self.nodes, self.article)
        self._held = self._holders()
        self._names = self._named()

    def _scripts(self, html: str) -> Iterator[Script]:
        number = start = 0
        for node in self.page.nodes("script[type]"):
            kind = (node.attributes.get("type") or "").strip().lower()
            if kind.partition(";")[0].strip() == "application/ld+json":
                number += 1
                text = node.text() or ""
                end = _behind(html, text, start)
                after = html[end : end + _BEHIND] if end >= 0 else ""
                start = max(start, end)
                yield Script(number, text, read(text), after)

    # Nodes

    @cached_property
    def proper(self) -> tuple[Node, ...]:
        """The nodes, without the objects that only hold a list of nodes. One that stands in such a
        list, or in nothing, and has nothing but a type is a node and refers to none.
        """
        known = {id(node) for node in self.nodes.all}
        bare = (node for node in self.nodes.by_id.values() if id(node) not in known)
        listed = (node for node in bare if types(node) and self._is_listed(node))
        named = (node for node in self.nodes.all if types(node) or "@graph" not in node)
        return (*named, *listed)

    @cached_property
    def own(self) -> tuple[Node, ...]:
        """The nodes about this page, without the works that it cites and what these are made of."""
        aside = self._aside
        return tuple(node for node in self.proper if id(node) not in aside)

    @cached_property
    def speaking(self) -> tuple[Node, ...]:
        """The article, its page, and whatever else of their kinds says that it is here: programs
        may believe any of them.
        """
        return article.speakers(self.nodes, self.article, self.web_page, self.canonical)

    @cached_property
    def cited(self) -> tuple[Node, ...]:
        """The works that the article cites, references resolved."""
        values = self.nodes.linked(self.article, "citation")
        return tuple(value for value in values if isinstance(value, dict))

    def of(self, *names: str) -> Iterator[Node]:
        """The page's own nodes of these types, or of more special ones."""
        return (node for node in self.own if self.is_a(node, *names))

    def is_a(self, node: Any, *names: str) -> bool:
        return isinstance(node, dict) and _is_a(types(node), names)

    def holder(self, node: Node) -> tuple[Node, str] | None:
        """The node that this one stands in, and as which property."""
        return self._held.get(id(node))

    def linked(self, node: Node, name: str) -> tuple[Any, ...]:
        """The values of a property; a reference as the node that it leads to."""
        return self.nodes.linked(node, name)

    def name(self, node: Node) -> str:
        """How findings name a node: by its id, its type, or its number among the nodes."""
        return self._names.get(id(node)) or _own_name(node) or "#1"

    def references(self) -> Iterator[tuple[Node, str, Node]]:
        """Each object that only refers to a node: who refers, as which property, the object."""
        for node in self.nodes.all:
            for name, value in node.items():
                for item in many(value):
                    if isinstance(item, dict) and "@id" in item and item.keys() <= _REFERENCE:
                        yield node, name, item

    def _is_listed(self, node: Node) -> bool:
        holder = self.holder(node)
        return holder is None or holder[1] == "@graph"

    def _holders(self) -> dict[int, tuple[Node, str]]:
        held: dict[int, tuple[Node, str]] = {}
        for node in self.nodes.all:
            for name, value in node.items():
                for item in many(value):
                    if isinstance(item, dict):
                        held.setdefault(id(item), (node, name))
        return held

    @cached_property
    def _aside(self) -> frozenset[int]:
        """Cited works and whatever stands in them; holders come before what they hold."""
        aside: set[int] = set()
        for node in self.nodes.all:
            for name in _ASIDE:
                aside.update(id(v) for v in self.linked(node, name) if isinstance(v, dict))
        for node in self.nodes.all:
            held = self._held.get(id(node))
            if held and id(held[0]) in aside:
                aside.add(id(node))
        return frozenset(aside - {id(self.article), id(self.web_page)})

    def _named(self) -> dict[int, str]:
        """Ids; types, numbered from the second of a type; else numbers."""
        seen: Counter[str] = Counter()
        names: dict[int, str] = {}
        for number, node in enumerate(self.nodes.all, 1):
            name = _own_name(node) or f"#{number}"
            if not isinstance(node.get("@id"), str):
                seen[name] += 1
                name = f"{name} {seen[name]}" if seen[name] > 1 else name
            names[id(node)] = name
        return names

    # The page

    @cached_property
    def text(self) -> str:
        """All that a reader sees."""
        return " ".join(self.page.texts("body"))

    def texts(self, selector: str) -> list[str]:
        """The visible text of the first elements that the selector finds: elements may stand
        within each other without end, and each has the text of all within it.
        """
        return [self.page.text(node) for node in self.page.nodes(selector)[:_MOST]]

    @cached_property
    def canonical(self) -> str:
        """The page's address as it gives it itself, or ""."""
        return next(iter(self.page.values('link[rel~="canonical" i]', "href")), "")


def text(value: Any) -> str:
    """A value that is a text, white space folded, alone or alone in a list; "" for any other."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return " ".join(value.split()) if isinstance(value, str) else ""


@lru_cache(1024)  # a page has few types, and rules ask of every node
def _is_a(kinds: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return vocabulary().is_a(kinds, *names)


def _own_name(node: Node) -> str:
    identifier = node.get("@id")
    if isinstance(identifier, str) and identifier.strip():
        return identifier
    return next(iter(types(node)), "")


def _behind(html: str, text: str, start: int) -> int:
    """Where a script element with this text ends, looked for from an offset on; -1 where it is not
    found as it was written.
    """
    at = html.find(text, start) if text else -1
    return at + len(text) if at >= 0 else -1
