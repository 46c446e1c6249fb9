"""Source against head: what link previews and search engines are told; and the way to the page.

What the markup says too is compared with that, in `compare_head`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmetto_editor.checks.difference import GRAPH, PAGE, SOURCE, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, Node, text
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.page import targets
from palmetto_editor.page.head import UNTITLED
from palmetto_editor.structured.language import tag_of
from palmetto_editor.structured.plain import one_line

Told = tuple[str, str, Sequence[str]]  # the tag's property or name, the field, its values


def compare(article: Article, page: Reading, graph: GraphReading) -> Iterator[Finding]:
    for name, field, values in (*_typed(article), *_of_image(article, page)):
        wanted, shown = list(filter(None, map(one_line, values))), _values(page, name)
        if shown != wanted:
            place = Place("metadata", field=field)
            yield difference("head", place, (SOURCE, ", ".join(wanted)), (PAGE, ", ".join(shown)))
    site = next(graph.linked(graph.page, "isPartOf"), {})
    if site:
        yield from _named(article, page, text(site, "name"), graph.of_type("BreadcrumbList"))


def _named(article: Article, page: Reading, site: str, trail: Node) -> Iterator[Finding]:
    """The publication in the head, and where the way to the page is too short to be marked up."""
    place = Place("publication", field="name")
    told = "".join(_values(page, "og:site_name"))
    if told != site:
        yield difference("head", place, (GRAPH, site), (PAGE, told))
    for step in page.texts(".trail li") if not trail else ():
        if step not in (site, one_line(article.metadata.section)):
            yield difference("shown", place, (GRAPH, site), (PAGE, step))


def _typed(article: Article) -> Iterator[Told]:
    meta = article.metadata
    headline = [one_line(meta.headline) or one_line(meta.title) or UNTITLED]
    yield "og:title", "headline", headline
    yield "twitter:title", "headline", headline
    yield "twitter:description", "description", [meta.description]
    yield "author", "authors", [author.name for author in meta.authors]
    yield "article:author", "authors", [targets.web(author.url) for author in meta.authors]
    yield "article:section", "section", [meta.section]
    yield "article:tag", "keywords", list(dict.fromkeys(map(one_line, meta.keywords)))
    yield "og:locale", "language", [tag_of(meta.language).replace("-", "_")]


def _of_image(article: Article, page: Reading) -> Iterator[Told]:
    """The words for the image of link previews; which one that is, `compare_shapes` sees to."""
    preview = _values(page, "og:image")
    lead = article.metadata.image
    words = [image.alt for image in article.images if preview and image.id == lead][:1]
    yield "twitter:image", "image", preview
    yield "og:image:alt", "image", words
    yield "twitter:image:alt", "image", words


def _values(page: Reading, name: str) -> list[str]:
    kind = "property" if ":" in name and not name.startswith("twitter:") else "name"
    return list(filter(None, page.values(f'meta[{kind}="{name}"]', "content")))
