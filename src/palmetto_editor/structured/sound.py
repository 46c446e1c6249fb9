"""What is wrong with a graph taken by itself: ours before it leaves, or one found in a page.

The rules that block an export (house and vendors', notes of 2026-11-22): `@context`, `@type` and
`@id` as JSON-LD 1.1 and schema.org have them, references that resolve, no two nodes of one `@id`
with different values, dates with an offset, absolute addresses, questions with answers, trails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, get_args

from palmetto_editor.model.values import ArticleType
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.dates import is_moment
from palmetto_editor.structured.language import is_tag

CONTEXT = "https://schema.org"
_ARTICLES = get_args(ArticleType)


class Flaw(NamedTuple):
    """`path` leads to the node: `@graph[1].citation[0]`."""

    path: str
    message: str


def flaws(graph: Any) -> tuple[Flaw, ...]:
    """Everything that is wrong with a parsed JSON-LD document; nothing for a sound one."""
    if not isinstance(graph, dict) or not isinstance(graph.get("@graph"), list):
        return (Flaw("", "The markup is not an object with a list called @graph."),)
    found = []
    if graph.get("@context") != CONTEXT:
        found.append(Flaw("@context", f"@context is not exactly {CONTEXT}."))
    nodes = list(walk(graph["@graph"], "@graph"))
    for path, node in nodes:
        found += [Flaw(path, message) for message in _shape(node)]
        if not _is_ref(node):
            for rule in _RULES.get(str(node.get("@type")), ()):
                found += [Flaw(path, message) for message in rule(node, _is_cited(path))]
    return (*found, *_identity(nodes))


def walk(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a JSON value with its path, outer before inner."""
    waiting: list[tuple[Any, str]] = [(value, path)]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, list):
            items = [(item, f"{path}[{index}]") for index, item in enumerate(value)]
            waiting.extend(reversed(items))
        elif isinstance(value, dict):
            yield path, value
            inner = [
                (v, f"{path}.{name}") for name, v in value.items() if isinstance(v, dict | list)
            ]
            waiting.extend(reversed(inner))


def _is_cited(path: str) -> bool:
    return ".citation" in path


def _is_ref(node: dict[str, Any]) -> bool:
    return node.keys() == {"@id"}


def _shape(node: dict[str, Any]) -> Iterator[str]:
    kind, identifier = node.get("@type"), node.get("@id")
    if not _is_ref(node) and not (isinstance(kind, str) and kind):
        yield "A node has no @type, or one that is not a text."
    if identifier is not None and not _is_absolute_id(identifier):
        yield f"@id is not absolute: {identifier!r}."
    for name, value in node.items():
        if value in ("", [], {}, None):
            yield f"{name} is empty."


def _is_absolute_id(identifier: Any) -> bool:
    if not isinstance(identifier, str):
        return False
    return is_absolute(identifier) or identifier.startswith(("urn:uuid:", "urn:isbn:"))


def _identity(nodes: list[tuple[str, dict[str, Any]]]) -> Iterator[Flaw]:
    """References that lead nowhere, and ids that two different nodes bear."""
    known: dict[str, dict[str, Any]] = {}
    for path, node in nodes:
        identifier = node.get("@id")
        named = isinstance(identifier, str) and not _is_ref(node)
        if named and known.setdefault(str(identifier), node) != node:
            yield Flaw(path, f"Two nodes share the @id {identifier} and differ.")
    for path, node in nodes:
        if _is_ref(node) and str(node["@id"]) not in known:
            yield Flaw(path, f"The reference to {node['@id']} leads to no node.")


def _texts(*names: str) -> Callable[[dict[str, Any], bool], Iterator[str]]:
    """A rule: each of these properties is a text with something in it."""

    def rule(node: dict[str, Any], _cited: bool) -> Iterator[str]:
        for name in names:
            value = node.get(name)
            if not (isinstance(value, str) and value.strip()):
                yield f"{node['@type']} has no {name}."

    return rule


def _moments(node: dict[str, Any], cited: bool) -> Iterator[str]:
    """Dates with an offset; a cited work keeps the precision that is known of it."""
    for name in ("datePublished", "dateModified"):
        value = node.get(name)
        if not cited and value is not None and not (isinstance(value, str) and is_moment(value)):
            yield f"{name} is no date and time with an offset: {value!r}."


def _languages(node: dict[str, Any], _cited: bool) -> Iterator[str]:
    value = node.get("inLanguage")
    if value is not None and not (isinstance(value, str) and is_tag(value)):
        yield f"inLanguage is no language tag: {value!r}."


def _headline(node: dict[str, Any], cited: bool) -> Iterator[str]:
    if not cited and not node.get("headline"):
        yield f"{node['@type']} has no headline."


def _addresses(node: dict[str, Any], _cited: bool) -> Iterator[str]:
    for name in ("url", "contentUrl", "item"):
        if name in node and not is_absolute(str(node[name])):
            yield f"{name} is not an absolute address: {node[name]!r}."


def _answer(node: dict[str, Any], _cited: bool) -> Iterator[str]:
    answer = node.get("acceptedAnswer")
    if not (isinstance(answer, dict) and answer.get("@type") == "Answer" and answer.get("text")):
        yield "Question has no acceptedAnswer with a text."


def _questions(node: dict[str, Any], _cited: bool) -> Iterator[str]:
    asked = node.get("mainEntity")
    asked = asked if isinstance(asked, list) else [asked]
    if not all(isinstance(q, dict) and q.get("@type") == "Question" for q in asked):
        yield "FAQPage has no mainEntity made of questions."


def _trail(node: dict[str, Any], _cited: bool) -> Iterator[str]:
    items = node.get("itemListElement")
    if not isinstance(items, list) or len(items) < 2 or not all(isinstance(i, dict) for i in items):
        yield "BreadcrumbList has fewer than two items."
        return
    if [item.get("position") for item in items] != list(range(1, len(items) + 1)):
        yield "BreadcrumbList does not count its positions from 1."
    if not all(item.get("item") for item in items[:-1]):
        yield "BreadcrumbList has an item without an address before the last."


_PAGE = (_moments, _languages, _addresses)
_RULES: dict[str, tuple[Callable[[dict[str, Any], bool], Iterator[str]], ...]] = {
    **dict.fromkeys(_ARTICLES, (_headline, *_PAGE)),
    "WebPage": _PAGE,
    "FAQPage": (_questions, *_PAGE),
    "Question": (_texts("name"), _answer),
    "BreadcrumbList": (_trail,),
    "ListItem": (_texts("name"), _addresses),
    "ImageObject": (_texts("url"), _addresses),
    "Organization": (_texts("name"), _addresses),
    "Person": (_texts("name"), _addresses),
    "WebSite": (_texts("name"), _addresses, _languages),
}
