"""References: each entry of the printed list, with the node of the graph that is the same work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from selectolax.lexbor import LexborNode

from palmetto_editor.intake.own.printed import NEAR, Work
from palmetto_editor.intake.own.sheet import (
    Sheet,
    attribute,
    children,
    classes,
    is_node,
    many,
    said,
    words,
)
from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.model.naming import citation_key
from palmetto_editor.references.lines import read_line
from palmetto_editor.structured import works
from palmetto_editor.structured.site import Node, Site

# What the graph's types stand for; of several the first is tried first (`structured.works`).
_TYPES = {
    "ScholarlyArticle": ("article-journal", "paper-conference", "article", "review"),
    "Article": ("article-magazine", "entry-encyclopedia", "entry-dictionary"),
    "NewsArticle": ("article-newspaper",),
    "Book": ("book",),
    "Chapter": ("chapter",),
    "Dataset": ("dataset",),
    "BlogPosting": ("post-weblog",),
    "Report": ("report",),
    "Thesis": ("thesis",),
    "WebPage": ("webpage",),
}
# The types of CSL 1.0.2 for which schema.org has no type of its own.
_OTHERS = (
    *("document", "bill", "broadcast", "classic", "collection", "entry", "event", "figure"),
    *("graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map"),
    *("motion_picture", "musical_score", "pamphlet", "patent", "performance", "periodical"),
    *("personal_communication", "post", "regulation", "review-book", "software", "song"),
    *("speech", "standard", "treaty"),
)
_PATIENCE = 20  # entries that could not be taken apart, after which guessing ends


@dataclass(frozen=True, slots=True)
class Works:
    """The references as the writer had them; `keys` by their numbers; `unsure` are the entries
    that could not be taken apart whole.
    """

    references: tuple[Reference, ...]
    keys: tuple[str, ...]
    unsure: tuple[str, ...]


def read_works(sheet: Sheet) -> Works:
    """The works of the reference list, in the order of the graph as far as that has one."""
    holder = sheet.references or next((n for n in sheet.body if "references" in classes(n)), None)
    items = [item for one in children(holder) if one.tag == "ol" for item in children(one)]
    nodes = [node for node in many(sheet.article.get("citation")) if is_node(node)]
    site = Site(said(sheet.page, "@id"), sheet.canonical, sheet.base)
    left, keys, unsure = list(nodes), list[str](), list[str]()
    read: list[tuple[LexborNode, int, Reference]] = []
    for item in items:
        entry = item.css_first(".entry") or item
        guessing = len(unsure) < _PATIENCE
        node, reference, apart = _reference(
            entry, left, site, known=bool(sheet.article), guessing=guessing
        )
        if apart > NEAR and nodes:  # a work that stands in the list twice has one node
            again = _reference(entry, nodes, site, known=True, guessing=False)
            node, reference, apart = min((node, reference, apart), again, key=lambda one: one[2])
        index = next((i for i, one in enumerate(nodes) if one is node), -1)
        if node in left:
            left.remove(node)
        else:
            index = -1
        if apart > NEAR:
            unsure.append(words(entry))
        key = attribute(item, "data-key") or citation_key(reference, frozenset(keys))
        keys.append(key)
        read.append((item, index, replace(reference, id=key)))
    return Works(tuple(_ordered(read)), tuple(keys), tuple(unsure))


def _ordered(read: Sequence[tuple[LexborNode, int, Reference]]) -> Iterator[Reference]:
    """By their place in the graph; what it does not tell of follows the uncited one before it."""
    told = sorted((one for one in read if one[1] >= 0), key=lambda one: one[1])
    order = list(told)
    above: tuple[LexborNode, int, Reference] | None = None
    for one in read:
        if one[1] < 0:
            order.insert(order.index(above) + 1 if above else 0, one)
        if one[0].css_first(".back") is None:
            above = one
    return (reference for _, _, reference in order)


def _reference(
    entry: LexborNode, nodes: Sequence[Node], site: Site, *, known: bool, guessing: bool
) -> tuple[Node, Reference, int]:
    """The node of an entry, the reference made of both, and how far it is from them.

    `known`: whether the graph tells of the article's works at all; `guessing` as `Work` has it.
    """
    html, text = entry.inner_html or "", words(entry)
    addresses = {attribute(link, "href") for link in entry.css("a")}
    likely = [node for node in nodes if _may_be(node, text, addresses)]
    tried: list[tuple[int, Node, Reference]] = []
    for node in sorted(likely, key=lambda one: -len(said(one, "name")))[:5]:
        work = Work(html, node, site, guessing)
        found = [work.completed(one) for one in _from_node(node, site)]
        tried += [(work.apart(one), node, one) for one in found]
        if any(apart <= NEAR for apart, _, _ in tried):
            break
    if all(apart > NEAR for apart, _, _ in tried):
        work = Work(html, {} if known else None, site, guessing)
        line = replace(read_line(text).reference, id="")
        found = [work.completed(one) for one in _untitled(line)]
        without: list[tuple[int, Node, Reference]] = [(work.apart(one), {}, one) for one in found]
        tried += [one for one in without if not tried or _is_another(tried, one[0], html)]
    apart, node, reference = min(tried, key=lambda one: one[0])
    return node, reference, apart


def _is_another(tried: Sequence[tuple[int, Node, Reference]], apart: int, html: str) -> bool:
    """Whether an entry is no work of the graph after all, though it names one."""
    return not apart and min(one[0] for one in tried) > len(html) // 2


def _may_be(node: Node, text: str, addresses: set[str]) -> bool:
    same = {str(one) for one in (*many(node.get("sameAs")), node.get("url"))}
    return bool(addresses & same) or said(node, "name") in text


def _untitled(line: Reference) -> Iterator[Reference]:
    """A work without a title has no node: what its entry shows may be all that there is."""
    yield Reference(id="")
    yield Reference(id="", type="document")
    yield replace(line, title="")
    yield line


def _from_node(node: Node, site: Site) -> list[Reference]:
    """The references that a node may have been; those first that get its id."""
    kinds = _TYPES.get(said(node, "@type"), _OTHERS)
    found = [_told(node, kind) for kind in kinds]
    same = [one for one in found if works.citations([one], site) == [node]]
    named = [one for one in found if works.identity(one, site) == node.get("@id")]
    return (same or named or found)[:2]


def _told(node: Node, kind: str) -> Reference:
    """What a node tells of a work of this CSL type."""
    facts: dict[str, Any] = {
        "title": said(node, "name"),
        "author": tuple(map(_name, many(node.get("author")))),
        "editor": tuple(map(_name, many(node.get("editor")))),
        "issued": _date(said(node, "datePublished")),
        "page": said(node, "pagination"),
        "edition": said(node, "bookEdition"),
        "ISBN": said(node, "isbn"),
        "number": said(node, "reportNumber"),
        "genre": said(node, "inSupportOf"),
        "publisher": _named(node.get("publisher")),
        "language": said(node, "inLanguage"),
        "URL": said(node, "url"),
        **_identifiers(node),
    }
    whole = node.get("isPartOf")
    within = _within(whole, kind) if is_node(whole) else {}
    facts |= {name: value for name, value in within.items() if value}
    truncated = Extension(authors_truncated="creditText" in node)
    return Reference(id="", type=kind, palmetto=truncated, **facts)


def _within(whole: Node, kind: str) -> dict[str, Any]:
    """Issue, volume and periodical; the book, with its own facts; the series; the site."""
    facts: dict[str, Any] = {}
    left: Any = whole
    while is_node(left):
        name, of = said(left, "name"), said(left, "@type")
        facts["issue"] = facts.get("issue") or said(left, "issueNumber")
        facts["volume"] = facts.get("volume") or said(left, "volumeNumber")
        if of == "BookSeries" or (of == "CreativeWorkSeries" and kind == "report"):
            facts["collection_title"] = name
        elif name:
            facts["container_title"] = name
            facts["ISSN"] = ", ".join(map(str, many(left.get("issn"))))
        if of == "Book":
            facts["editor"] = tuple(map(_name, many(left.get("editor"))))
            facts["edition"], facts["ISBN"] = said(left, "bookEdition"), said(left, "isbn")
            facts["publisher"] = _named(left.get("publisher"))
        left = left.get("isPartOf")
    return facts


def _identifiers(node: Node) -> dict[str, str]:
    known = ("DOI", "PMID", "PMCID")
    found = [one for one in many(node.get("identifier")) if is_node(one)]
    return {name: said(one, "value") for one in found if (name := said(one, "propertyID")) in known}


def _name(node: Any) -> Name:
    if not is_node(node):
        return Name(literal=str(node))
    if said(node, "@type") == "Organization":
        return Name(literal=said(node, "name"))
    family, given = said(node, "familyName"), said(node, "givenName")
    return Name(family=family, given=given, suffix=said(node, "honorificSuffix"))


def _named(value: Any) -> str:
    return said(value, "name") if is_node(value) else ""


def _date(text: str) -> Date | None:
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        return None
    return Date(date_parts=(tuple(map(int, text.split("-"))),))
