"""Microdata (HTML standard, section 5) as the objects that JSON-LD would have for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import Node, attr, events
from palmetto_editor.structured.dates import is_moment

_TYPE = re.compile(r"https?://(?:www\.)?schema\.org/(\w+)/?$", re.I)
_ADDRESSED = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "embed": "src",
    "object": "data",
}
_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|Report)$")
# Of these the words are the whole article, which the page itself gives better.
_NOT_READ = frozenset(("articleBody", "text content", "review", "comment"))
_LONG = frozenset(("text", "description"))


@dataclass(frozen=True, slots=True)
class Item:
    """An item that no other holds: its object, and the element that it is."""

    value: dict[str, Any]
    node: Node

    @property
    def is_article(self) -> bool:
        return bool(_ARTICLES.search(str(self.value.get("@type", ""))))


def items(root: Node) -> tuple[Item, ...]:
    """The items of a page with schema.org types, in their order."""
    if root.css_first("[itemscope]") is None:
        return ()
    found: list[Item] = []
    stack: list[tuple[int, dict[str, Any]]] = []
    for entering, node in events(root):
        if not node.is_element_node:
            continue
        names = node.attributes
        if not entering:
            if stack and stack[-1][0] == node.mem_id:
                stack.pop()
            continue
        properties = (names.get("itemprop") or "").split()
        if "itemscope" in names:
            made = _item(names.get("itemtype") or "", names.get("itemid") or "")
            if stack and properties:
                _add(stack[-1][1], properties, made)
            elif "@type" in made:
                found.append(Item(made, node))
            stack.append((node.mem_id, made))
        elif properties and stack:
            _add(stack[-1][1], properties, _value(node, properties))
    return tuple(item for item in found if len(item.value) > 2)


def of_article(found: tuple[Item, ...], path: frozenset[int]) -> list[dict[str, Any]]:
    """Those that speak of this article: not the cards of others."""
    articles = [item for item in found if item.is_article]
    around = [item for item in articles if item.node.mem_id in path]
    kept = around or (articles if len(articles) == 1 else [])
    return [item.value for item in found if not item.is_article or item in kept]


def _item(kinds: str, name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"@context": "https://schema.org"}
    types = [match[1] for kind in kinds.split() if (match := _TYPE.match(kind))]
    if types:
        made["@type"] = types[0] if len(types) == 1 else types
    if name:
        made["@id"] = name
    return made


def _add(item: dict[str, Any], names: list[str], value: Any) -> None:
    for name in names:
        if name in _NOT_READ or value in ("", None):
            continue
        if name not in item:
            item[name] = value
        elif isinstance(item[name], list):
            item[name].append(value)
        else:
            item[name] = [item[name], value]


def _value(node: Node, names: list[str]) -> str:
    tag = node.tag or ""
    if attr(node, "content"):
        return attr(node, "content")
    if tag in _ADDRESSED:
        return attr(node, _ADDRESSED[tag]) or words.line(node)
    if any("date" in name.lower() for name in names):
        time = node.css_first("time[datetime]")
        if time is not None:
            return attr(time, "datetime")
        if tag == "abbr" and is_moment(attr(node, "title")):
            return attr(node, "title")  # Blogger's: the text is the clock alone
    if tag == "time":
        return attr(node, "datetime") or words.line(node)
    if tag in ("data", "meter"):
        return attr(node, "value")
    if _NOT_READ.intersection(names):
        return ""
    if _LONG.intersection(names):
        return node.inner_html or ""
    return words.line(node)
