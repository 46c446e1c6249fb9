"""Markup against page: every string in the graph that a reader should see is seen there."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.difference import GRAPH, PAGE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, Node, many, text, texts
from palmetto_editor.checks.quotes import holds, nearest
from palmetto_editor.checks.readers import (
    ROLES,
    SEEN,
    TYPES,
    UNSEEN,
    UNSEEN_OF,
    Seen,
)
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place

_ANYWHERE = Seen("body", "within", "metadata")


def compare(page: Reading, graph: GraphReading) -> Iterator[Finding]:
    for node in graph.nodes:
        yield from _node(node, page)
        for role, seen in ROLES.items():
            for who in graph.linked(node, role):
                yield from _name(text(who, "name"), seen, page)
    for question in graph.linked(graph.faq, "mainEntity"):
        yield from _pair(question, graph, page)
    entries = [_letters(entry) for entry in page.texts(".references .entry")]
    for work in many(graph.article.get("citation")):
        yield from _work(work, entries)
    yield from _links(graph, page)
    for node in graph.nodes:
        yield from _size(node, page)


def _node(node: Node, page: Reading) -> Iterator[Finding]:
    """A node's own texts, and those of the nodes that it holds; cited works go by their entry."""
    kind = text(node, "@type")
    if kind and kind not in TYPES:
        message = f"The markup has a {kind}, which the page has no place for; export again."
        yield broken("shown", _ANYWHERE.place, message)
    seen, hidden = SEEN.get(kind, {}), UNSEEN | UNSEEN_OF.get(kind, frozenset())
    for name, value in node.items():
        for item in many(value) if name not in hidden and name != "citation" else ():
            if isinstance(item, dict):
                yield from _node(item, page)
            else:
                yield from _text(str(item), seen.get(name, _ANYWHERE), page)


def _text(marked: str, seen: Seen, page: Reading) -> Iterator[Finding]:
    shown = page.texts(seen.selector)
    found = marked in shown if seen.how == "is" else any(holds(text, marked) for text in shown)
    if not found:
        yield difference("shown", seen.place, (GRAPH, marked), (PAGE, nearest(marked, shown)))


def _name(marked: str, seen: Seen, page: Reading) -> Iterator[Finding]:
    """Two entries whose names differ only by case are one node, which has the first one's name."""
    shown = page.texts(seen.selector)
    if not any(holds(text.casefold(), marked.casefold()) for text in shown):
        yield difference("shown", seen.place, (GRAPH, marked), (PAGE, nearest(marked, shown)))


def _pair(question: Node, graph: GraphReading, page: Reading) -> Iterator[Finding]:
    """A question and its own answer stand together."""
    answer = next(graph.linked(question, "acceptedAnswer"), {})
    marked = f"{text(question, 'name')} {text(answer, 'text')}"
    shown = page.texts(".faq .question")
    if marked not in shown:
        yield difference("shown", Place("faq"), (GRAPH, marked), (PAGE, nearest(marked, shown)))


def _links(graph: GraphReading, page: Reading) -> Iterator[Finding]:
    """The first step of the trail and the publisher lead where the markup says."""
    steps = many(graph.of_type("BreadcrumbList").get("itemListElement"))
    site = next(graph.linked(graph.page, "isPartOf"), graph.page)
    publisher = next(graph.linked(site, "publisher"), {})
    known = [text(publisher, "url"), text(site, "url"), *texts(publisher, "sameAs")]
    linked = (
        ([text(steps[0], "item")] if len(steps) > 2 else [], ".trail a", "base_url"),
        (known if text(publisher, "url") else [], ".imprint a", "publisher.url"),
    )
    for marked, selector, field in linked:
        shown = "".join(page.values(selector, "href")[:1])
        if marked and shown and shown not in marked:
            place = Place("publication", field=field)
            yield difference("shown", place, (GRAPH, marked[0]), (PAGE, shown))


def _size(node: Node, page: Reading) -> Iterator[Finding]:
    """The pixels of an image are those that the page keeps free for it, where it shows it."""
    for name in ("width", "height"):
        marked = [str(value.get("value")) for value in many(node.get(name))]
        file = text(node, "url").rpartition("/")[2]
        shown = page.values(f'img[src="assets/{file}"]', name)
        if marked and shown and marked[0] not in shown:
            sides = (GRAPH, f"{name} {marked[0]}"), (PAGE, ", ".join(shown))
            yield difference("shown", Place("images"), *sides)


def _work(work: Node, entries: list[str]) -> Iterator[Finding]:
    """One entry of the list is of this work; how much of it the style prints is its affair.

    All that is marked up of it stands beside the entry, as `compare_entries` sees to.
    """
    wanted = list(dict.fromkeys(filter(None, map(_letters, _strings(work)))))
    lacking = [[text for text in wanted if text not in entry] for entry in entries]
    closest = min(lacking, key=len, default=wanted)
    if closest:
        shown = entries[lacking.index(closest)] if lacking else ""
        yield difference("shown", Place("references"), (GRAPH, closest[0]), (PAGE, shown))


def _strings(work: Node) -> Iterator[str]:
    """What the entry of a work shows in every style."""
    yield text(work, "name")
    for identifier in many(work.get("identifier")):
        yield text(identifier, "value")


def _letters(shown: str) -> str:
    """Without case and signs, which styles have their own ways with."""
    return "".join(filter(str.isalnum, shown.casefold()))
