"""The parity check: page, markup and source, read back from their bytes, say the same.

It runs after an export, on what was written. The comparisons stand in files of their own:
source and page in `compare_page`, `compare_entries`, `compare_text` and `compare_images`, for link
previews in `compare_tags`; source and markup in `compare_graph`; markup and page in `compare_shown`
(what a reader must see) and `compare_head`; the lead image in other shapes in `compare_shapes`; the
page's own numbers in `compare_marks`, its citations in `compare_cites`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks import (
    compare_cites,
    compare_entries,
    compare_graph,
    compare_head,
    compare_images,
    compare_marks,
    compare_page,
    compare_shapes,
    compare_shown,
    compare_tags,
    compare_text,
)
from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.difference import GRAPH, PAGE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, parse
from palmetto_editor.checks.reading import Reading
from palmetto_editor.checks.sources import Sources
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Article
from palmetto_editor.structured.sound import flaws

_WHOLE = Place("metadata")


def parity(
    article: Article, html: str, graph_text: str, cited: Citations | None = None
) -> tuple[Finding, ...]:
    """Every disagreement of `index.html`, `article.jsonld` and the article; () where all agree.

    `cited` is how the page cites; None: as a publication does that says nothing of it.

    Each finding is an error, names the place in the article and quotes both sides. Where source
    and page, or source and markup, already differ at a place, the difference that this makes
    between markup and page is not told again.
    """
    page, written, sources = Reading(html), Reading.written(html), Sources(article)
    style = compare_entries.style_of(article, cited or Citations())
    found = [
        *compare_page.compare(article, page),
        *compare_entries.compare(article, page, style),
        *compare_cites.compare(article.references, style, page),
        *compare_text.compare(article, written, sources),
        *compare_images.compare(article, written, sources),
        *compare_marks.compare(page),
    ]
    found += _script(page, graph_text)
    graph, faults = _graph(graph_text)
    found += faults
    if graph is not None:
        found += compare_graph.compare(article, graph, sources)
        found += compare_head.compare(page, graph)
        found += compare_tags.compare(article, page, graph)
        found += compare_shapes.compare(article, page, graph)
        told = {finding.place.part for finding in found}
        found += [f for f in compare_shown.compare(page, graph) if f.place.part not in told]
    return explained(dict.fromkeys(found))


def _script(page: Reading, graph_text: str) -> Iterator[Finding]:
    """One script element has the graph, to the character but for white space around it."""
    scripts = page.scripts()
    if len(scripts) != 1:
        message = f"The page has {len(scripts)} script elements with markup, not one; export again."
        yield broken("script", _WHOLE, message)
    elif scripts[0].strip() != graph_text.strip():
        yield difference("script", _WHOLE, (PAGE, scripts[0]), ("article.jsonld", graph_text))


def _graph(graph_text: str) -> tuple[GraphReading | None, list[Finding]]:
    """The graph and what is wrong with it; None where it cannot be compared."""
    try:
        value: Any = parse(graph_text)
    except ValueError as error:
        message = f"The markup cannot be read, because {error}; export again."
        return None, [broken("markup", _WHOLE, message)]
    faults = [broken("markup", _WHOLE, _said(*flaw)) for flaw in flaws(value)]
    return (None if faults else GraphReading(value)), faults


def _said(path: str, message: str) -> str:
    return f"{GRAPH.capitalize()} is wrong at {path or 'its beginning'}: {message}"
