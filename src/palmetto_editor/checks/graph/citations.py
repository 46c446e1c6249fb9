"""The works that the markup cites: things and not lines of text, each part of a periodical."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.graph.vocabulary import vocabulary
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node, many, types

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]{1,300}")
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/10\.\d{4,9}/", re.IGNORECASE)
_STEPS = 3  # issue, volume, periodical
_SPEAKING = ("name", "text", "description", "citation", "identifier")


def plain_text(page: Marked) -> Iterator[Hit]:
    """A cited work is a node of a work: a line of text, or a person, is none."""
    for work in page.cited:
        known = [kind for kind in types(work) if kind in vocabulary().types]
        if known and not page.is_a(work, "CreativeWork"):
            message = f"The markup cites a {known[0]}, {_title(page, work)}; make a work of it."
            yield Hit(in_graph(page.name(work), "@type"), message)
    for value in many(page.article.get("citation")):
        if isinstance(value, str) and value.strip():
            message = f"The citation {quoted(value)} is only text; make a ScholarlyArticle of it."
            yield Hit(in_graph(page.name(page.article), "citation"), message)


def container(page: Marked) -> Iterator[Hit]:
    """An article in a journal is part of an issue, a volume or the periodical; an issue and a
    volume are part of one too.
    """
    for work in page.cited:
        if page.is_a(work, "ScholarlyArticle") and not _is_whole(page, work):
            message = f"The markup does not say which journal {_title(page, work)} is part of."
            yield Hit(in_graph(page.name(work), "isPartOf"), message)


def pages(page: Marked) -> Iterator[Hit]:
    for work in page.cited:
        named = [name for name in ("pagination", "pageStart") if work.get(name)]
        volumes = page.linked(work, "isPartOf")
        if (
            any(page.is_a(v, "PublicationIssue", "PublicationVolume") for v in volumes)
            and not named
        ):
            message = f"The markup gives no pages of {_title(page, work)}; add its pagination."
            yield Hit(in_graph(page.name(work), "pagination"), message)


def doi(page: Marked) -> Iterator[Hit]:
    """A DOI that is known is said as an address too, so that programs can follow it."""
    for work in page.cited:
        known = [*many(work.get("sameAs")), *many(work.get("url")), work.get("@id")]
        if any(_DOI_ADDRESS.match(text(address)) for address in known):
            continue
        found = next(filter(None, (_DOI.search(said) for said in _said(page, work))), None)
        if found:
            wanted = f"https://doi.org/{found[0].rstrip('.,;)')}"
            message = f"The cited work {_title(page, work)} lacks its DOI as sameAs: {wanted}."
            yield Hit(in_graph(page.name(work), "sameAs"), message)


def _is_whole(page: Marked, work: Node) -> bool:
    """Whether the way from a work through issue and volume ends in something that has a name."""
    wholes: tuple[Any, ...] = (work,)
    for _ in range(_STEPS):
        wholes = tuple(one for part in wholes for one in page.linked(part, "isPartOf"))
        inner = [v for v in wholes if page.is_a(v, "PublicationIssue", "PublicationVolume")]
        if len(inner) < len(wholes):
            return True
        wholes = tuple(inner[:1])
    return False


def _said(page: Marked, work: Node) -> Iterator[str]:
    for name in _SPEAKING:
        for value in page.linked(work, name):
            yield text(value.get("value") if isinstance(value, dict) else value)


def _title(page: Marked, work: Node) -> str:
    return quoted(text(work.get("name")) or text(work.get("headline")) or page.name(work))
