"""References: what stands beside each entry of the list; else what entry and graph tell of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from selectolax.lexbor import LexborNode

from palmetto_editor.bundle import wire
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
from palmetto_editor.structured import plain, works
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
_NOT_READ = frozenset({"id", "type", "palmetto", "container_title_short"})


@dataclass(frozen=True, slots=True)
class Works:
    """The references as the writer had them; `keys` by their numbers; `unsure` are the entries
    that could not be taken apart whole, or that show something else than stands beside them.
    """

    references: tuple[Reference, ...]
    keys: tuple[str, ...]
    unsure: tuple[str, ...]


def read_works(sheet: Sheet) -> Works:
    """The works of the reference list, in the order of the graph as far as that has one."""
    holder = sheet.references or next((n for n in sheet.body if "references" in classes(n)), None)
    items = [i for one in children(holder) if one.tag in ("ol", "ul") for i in children(one)]
    nodes = [node for node in many(sheet.article.get("citation")) if is_node(node)]
    site = Site(said(sheet.page, "@id"), sheet.canonical, sheet.base)
    places = {str(node.get("@id")): index for index, node in reversed(list(enumerate(nodes)))}
    keys, unsure = list[str](), list[str]()
    read: list[tuple[LexborNode, int, Reference]] = []
    for item in items:
        entry = item.css_first(".entry") or item
        reference = _embedded(item)
        index = places.pop(works.identity(reference, site), -1) if reference else -1
        if reference is None:
            reference, index = _guessed(entry, nodes)
        elif not _shows(entry, reference):
            unsure.append(words(entry))
        if not reference.title and index < 0 and not attribute(item, "data-csl"):
            unsure.append(words(entry))
        key = attribute(item, "data-key") or citation_key(reference, frozenset(keys))
        keys.append(key)
        read.append((item, index, replace(reference, id=key)))
    return Works(tuple(_ordered(read)), tuple(keys), tuple(unsure))


def _embedded(item: LexborNode) -> Reference | None:
    """The CSL-JSON that stands beside an entry; None where there is none that fits."""
    try:
        told = json.loads(attribute(item, "data-csl"))
        return wire.read({**told, "id": ""}, Reference)
    except (ValueError, TypeError, RecursionError):  # msgspec's ValidationError is a ValueError
        return None


def _shows(entry: LexborNode, reference: Reference) -> bool:
    """Whether the words that a reader sees are those of the work; somebody may have edited them."""
    return _letters(plain.title(reference.title)) in _letters(entry.text())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _guessed(entry: LexborNode, nodes: Sequence[Node]) -> tuple[Reference, int]:
    """A work by its entry's words and by the node that they or its links name, if one does."""
    text, line = words(entry), read_line(words(entry)).reference
    addresses = {attribute(link, "href") for link in entry.css("a")}
    likely = [i for i, node in enumerate(nodes) if _may_be(node, text, addresses)]
    if not likely:
        return line, -1
    index = max(likely, key=lambda i: len(said(nodes[i], "name")))
    node = nodes[index]
    told = _told(node, _TYPES.get(said(node, "@type"), _OTHERS)[0])
    empty = Reference(id="")
    missing = {
        one.name: getattr(line, one.name)
        for one in fields(Reference)
        if getattr(told, one.name) == getattr(empty, one.name) and one.name not in _NOT_READ
    }
    return replace(told, **missing), index


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


def _may_be(node: Node, text: str, addresses: set[str]) -> bool:
    same = {str(one) for one in (*many(node.get("sameAs")), node.get("url"))}
    return bool(addresses & same) or said(node, "name") in text


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
