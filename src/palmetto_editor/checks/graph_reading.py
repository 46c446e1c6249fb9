"""A graph read back from its text: strict JSON, and its nodes by what they are to the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

from palmetto_editor.model.values import ArticleType
from palmetto_editor.structured.sound import walk

Node = dict[str, Any]


def parse(text: str) -> Any:
    """The value of a JSON text; ValueError where RFC 8259 or a duplicate key forbids it."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_never)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


class GraphReading:
    """The nodes of a sound graph. A node that is not there is {}, and so is each of its texts."""

    def __init__(self, graph: Node) -> None:
        self.nodes: list[Node] = graph["@graph"]
        self._by_id = {
            node["@id"]: node
            for _, node in walk(self.nodes, "@graph")
            if len(node) > 1 and "@id" in node
        }
        articles = get_args(ArticleType)
        self.article: Node = next((n for n in self.nodes if n["@type"] in articles), {})
        self.page = self._by_id.get(self.article.get("mainEntityOfPage", {}).get("@id"), {})
        if not self.page:
            self.page = self.of_type("WebPage")
        self.faq = self.of_type("FAQPage")

    def of_type(self, kind: str) -> Node:
        """The first node of the graph's list that has this type."""
        return next((node for node in self.nodes if node["@type"] == kind), {})

    def linked(self, node: Node, name: str) -> Iterator[Node]:
        """The nodes that a property leads to, whether it holds them or refers to them."""
        for value in many(node.get(name)):
            if isinstance(value, dict):
                yield self._by_id.get(str(value.get("@id")), value)


def many(value: Any) -> list[Any]:
    """A property's values as a list: none, one or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text(node: Node, name: str) -> str:
    """A property that is one text, or "" ."""
    value = node.get(name)
    return value if isinstance(value, str) else ""


def texts(node: Node, name: str) -> list[str]:
    """Those values of a property that are texts."""
    return [value for value in many(node.get(name)) if isinstance(value, str)]


def _once(pairs: list[tuple[str, Any]]) -> Node:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"it has the key “{double}” twice in one object")
    return made


def _never(constant: str) -> None:
    raise ValueError(f"it holds {constant}, which is not JSON")
