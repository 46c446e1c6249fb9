"""Page against markup, where no reader looks: the head, the addresses, the language, the dates."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.difference import GRAPH, PAGE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, text
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place

# What in the head must be the property of which node: selector, attribute, node, property, field.
_SAME = (
    ('meta[name="description"]', "content", "page", "description", "description"),
    ('meta[property="og:description"]', "content", "page", "description", "description"),
    ('link[rel="canonical"]', "href", "page", "url", "canonical_url"),
    ('meta[property="og:url"]', "content", "page", "url", "canonical_url"),
    ("html", "lang", "page", "inLanguage", "language"),
    ('meta[property="article:published_time"]', "content", "page", "datePublished", "published"),
    ('meta[property="article:modified_time"]', "content", "page", "dateModified", "modified"),
)


def compare(page: Reading, graph: GraphReading) -> Iterator[Finding]:
    for selector, attribute, node, name, field in _SAME:
        values = page.values(selector, attribute)
        marked = text(getattr(graph, node), name)
        shown = values[0] if values else ""
        if len(values) > 1:
            message = f"The page says {name} {len(values)} times; export again."
            yield broken("head", _at(field), message)
        if shown != marked:
            yield difference("head", _at(field), (PAGE, shown), (GRAPH, marked))
    title = text(graph.page, "name")
    if title and page.title() != title:
        yield difference("head", _at("title"), (PAGE, page.title()), (GRAPH, title))
    yield from _times(page, graph)


def _times(page: Reading, graph: GraphReading) -> Iterator[Finding]:
    """A date that is marked up stands in a visible `<time>`."""
    seen = page.values(".dates time", "datetime")
    for name, field in (("datePublished", "published"), ("dateModified", "modified")):
        marked = text(graph.article, name) or text(graph.page, name)
        if marked and marked not in seen:
            yield difference("head", _at(field), (PAGE, ", ".join(seen)), (GRAPH, marked))


def _at(field: str) -> Place:
    return Place("metadata", field=field)
