"""Source against markup: the graph says what the writer typed, and all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from palmetto_editor.checks.difference import GRAPH, SOURCE, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import GraphReading, Node, many, text, texts
from palmetto_editor.checks.sources import Sources, repeats
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.structured import works
from palmetto_editor.structured.addresses import is_page
from palmetto_editor.structured.dates import is_moment
from palmetto_editor.structured.keys import key
from palmetto_editor.structured.language import is_tag
from palmetto_editor.structured.people import people
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Site
from palmetto_editor.structured.topics import topics

_NOWHERE = Site("urn:uuid:nowhere", "", "")  # ids are not compared


@dataclass(frozen=True, slots=True)
class _Fact:
    place: Place
    typed: list[str]
    marked: list[str]


def compare(article: Article, graph: GraphReading, sources: Sources) -> Iterator[Finding]:
    for fact in _facts(article, graph):
        pairs = zip_longest(fact.typed, fact.marked, fillvalue="")
        for typed, marked in (pair for pair in pairs if pair[0] != pair[1]):
            yield difference("graph", fact.place, (SOURCE, typed), (GRAPH, marked))
            break
    yield from _answers(article, graph, sources)
    yield from _citations(article, graph)


def _facts(article: Article, graph: GraphReading) -> Iterator[_Fact]:
    meta, node, page = article.metadata, graph.article, graph.page
    yield _one("title", one_line(meta.title) or meta.headline, page, "name")
    owners = [page]
    if one_line(meta.headline):
        owners.append(node)
        yield _one("type", meta.type, node, "@type")
        yield _one("headline", meta.headline, node, "headline")
        yield _one("section", meta.section, node, "articleSection")
        keywords = list(dict.fromkeys(filter(None, map(one_line, meta.keywords))))
        yield _Fact(_at("keywords"), keywords, texts(node, "keywords"))
        yield from _people(article, "authors", graph, node, "author")
        yield _Fact(
            _at("about"),
            *(list(map(_words, nodes)) for nodes in (topics(article), many(node.get("about")))),
        )
    yield from _people(article, "reviewers", graph, page, "reviewedBy")
    for owner in owners:
        yield _one("description", meta.description, owner, "description")
        yield _one("published", _if(is_moment, meta.published), owner, "datePublished")
        yield _one("modified", _if(is_moment, meta.modified), owner, "dateModified")
        yield _one("language", _if(is_tag, meta.language), owner, "inLanguage")
    if canonical := _if(is_page, meta.canonical_url):
        yield _one("canonical_url", canonical, page, "url")


def _answers(article: Article, graph: GraphReading, sources: Sources) -> Iterator[Finding]:
    """Every question with an answer is marked up, in the writer's order, and no other."""
    marked = [
        (text(question, "name"), text(answer, "text"))
        for question in graph.linked(graph.faq, "mainEntity")
        for answer in [next(graph.linked(question, "acceptedAnswer"), {})]
    ]
    typed = []
    for question in article.faq:
        place = Place("faq", question.id, "answer")
        prose = sources.in_place(question.answer, place)
        if one_line(question.question) and any(source.says for source in prose):
            typed.append((question.id, one_line(question.question), prose))
    count = max(len(typed), len(marked))
    typed += [("", "", [])] * (count - len(typed))
    marked += [("", "")] * (count - len(marked))
    for (item, asked, prose), (name, answer) in zip(typed, marked, strict=True):
        if asked != name:
            place = Place("faq", item, "question") if item else Place("faq")
            yield difference("graph", place, (SOURCE, asked), (GRAPH, name))
        elif not repeats(answer, prose):
            place = Place("faq", item, "answer")
            yield difference(
                "graph",
                place,
                (SOURCE, " ".join(source.shown for source in prose)),
                (GRAPH, answer),
            )


def _citations(article: Article, graph: GraphReading) -> Iterator[Finding]:
    """Every work is marked up, each once, with all that the reference list knows of it."""
    if not one_line(article.metadata.headline):
        return
    keys: dict[str, str] = {}
    for reference in article.references:
        keys.setdefault(works.identity(reference, _NOWHERE), reference.id)
    marked = [work for work in many(graph.article.get("citation")) if isinstance(work, dict)]
    badges = any(works.EVIDENCE in work for work in marked)  # all of them, or none
    typed = works.citations(article.references, _NOWHERE, badges=badges)
    wanted: Node
    found: Node
    for wanted, found in zip_longest(typed, marked, fillvalue={}):
        field = next(
            (n for n in (*wanted, *found) if n != "@id" and wanted.get(n) != found.get(n)), ""
        )
        if field:
            item = keys.get(wanted.get("@id", ""), "")
            sides = (SOURCE, _words(wanted.get(field))), (GRAPH, _words(found.get(field)))
            yield difference("graph", Place("references", item), *sides)


def _one(field: str, typed: str, node: Node, name: str) -> _Fact:
    return _Fact(_at(field), [one_line(typed)], [text(node, name)])


def _at(field: str) -> Place:
    return Place("metadata", field=field)


def _if(is_right: Callable[[str], bool], typed: str) -> str:
    return typed.strip() if is_right(typed.strip()) else ""


def _people(
    article: Article, field: str, graph: GraphReading, node: Node, name: str
) -> Iterator[_Fact]:
    """The same people in the same order, with the same facts."""
    agents = people(article, Publication(), _NOWHERE, None)
    known = {agent["@id"]: agent for agent in agents.nodes}
    typed = [known[who["@id"]] for who in agents.refs(getattr(article.metadata, field))]
    marked = list(graph.linked(node, name))
    if [*map(_who, typed)] != [*map(_who, marked)]:
        yield _Fact(
            _at(field), [text(who, "name") for who in typed], [text(who, "name") for who in marked]
        )
    owner = next(graph.linked(graph.page, "publisher"), {})
    site = next(graph.linked(graph.page, "isPartOf"), {})
    owner = owner or next(graph.linked(site, "publisher"), {})
    for one, other in zip(typed, marked, strict=False):
        if other is not owner:  # the publisher's node has the publisher's facts too
            yield _Fact(_at(field), [_words(one)], [_words(other)])


def _who(agent: Node) -> tuple[str, str]:
    return text(agent, "@type"), key(text(agent, "name"))


def _words(value: Any) -> str:
    """All texts of a value, for quoting."""
    if isinstance(value, dict):
        return " ".join(_words(inner) for name, inner in value.items() if name != "@id")
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return "" if value is None else str(value)
