"""Who wrote and who publishes: a node for each, the bare name, and which of that name they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.graph.pictures import address_of, size_of
from palmetto_editor.checks.people import bare
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.wild.nodes import Node

_SEVERAL = re.compile(r"\s(?:and|&|und|et|y)\s|;|\s*,\s*(?=\S+\s+\S)", re.IGNORECASE)
_LEAST_LOGO = 112  # pixels, width and height (Google, Organization)


def authors(page: Marked) -> tuple[Any, ...]:
    """The article's authors, references resolved."""
    return authors_of(page, page.article)


def authors_of(page: Marked, node: Node) -> tuple[Any, ...]:
    return page.linked(node, "author") or page.linked(node, "creator")


def no_author(page: Marked) -> Iterator[Hit]:
    if page.article and not any(authors(page)):
        message = "The article in the markup has no author; add a Person or an Organization."
        yield Hit(in_graph(page.name(page.article), "author"), message)


def node(page: Marked) -> Iterator[Hit]:
    """Each author is a Person or an Organization of its own."""
    for who in authors(page):
        if isinstance(who, dict) and (page.is_a(who, "Person", "Organization") or not _typed(who)):
            continue
        what = quoted(who) if isinstance(who, str) else "a node that is neither"
        message = f"The markup’s author is {what}; make a Person or an Organization of it."
        yield Hit(in_graph(page.name(page.article), "author"), message)


def name(page: Marked) -> Iterator[Hit]:
    """The bare name of one: no titles, no “by”, no second author behind a comma."""
    for who in authors(page):
        if not isinstance(who, dict):
            continue
        said = text(who.get("name"))
        if not said:
            message = "An author in the markup has no name; write it."
            yield Hit(in_graph(page.name(who), "name"), message)
            continue
        is_person = not page.is_a(who, "Organization")
        wanted = bare(said) if is_person else said.removeprefix("By ").removeprefix("by ")
        if wanted and wanted != said:
            message = f"The author {quoted(said)} is more than a name; write {quoted(wanted)}."
            yield Hit(in_graph(page.name(who), "name"), message)
        elif is_person and _SEVERAL.search(wanted) and not wanted.startswith("The "):
            message = f"The author {quoted(said)} is more than one; make a node for each."
            yield Hit(in_graph(page.name(who), "name"), message)


def identity(page: Marked) -> Iterator[Hit]:
    for who in authors(page):
        said = text(who.get("name")) if isinstance(who, dict) else ""
        if said and not any(who.get(known) for known in ("url", "sameAs")):
            message = f"Nothing says which {quoted(said)} the author is; add a url or sameAs."
            yield Hit(in_graph(page.name(who), "url"), message)


def publisher(page: Marked) -> Iterator[Hit]:
    """An organisation that publishes has a name, an address and a logo."""
    for who in _publishers(page):
        lacking = [name for name in ("name", "url", "logo") if not who.get(name)]
        if lacking and page.is_a(who, "Organization"):
            message = f"The publisher in the markup has no {_listed(lacking)}; add what is missing."
            yield Hit(in_graph(page.name(who), lacking[0]), message)


def no_publisher(page: Marked) -> Iterator[Hit]:
    if page.article and not _publishers(page):
        message = "Nothing in the markup says who publishes the article; add an Organization."
        yield Hit(in_graph(page.name(page.article), "publisher"), message)


def logo_size(page: Marked) -> Iterator[Hit]:
    for who in _publishers(page):
        for logo in page.linked(who, "logo"):
            size = size_of(page, logo)
            if size and min(size) < _LEAST_LOGO:
                message = (
                    f"The logo {quoted(address_of(logo))} is {size[0]} × {size[1]} pixels; search "
                    f"engines want at least {_LEAST_LOGO} × {_LEAST_LOGO}."
                )
                yield Hit(in_graph(page.name(who), "logo"), message)


def _publishers(page: Marked) -> list[Node]:
    """Those of the article, else of its page, else of its site."""
    site = next((v for v in page.linked(page.web_page, "isPartOf") if isinstance(v, dict)), {})
    for owner in (page.article, page.web_page, site):
        if found := [who for who in page.linked(owner, "publisher") if isinstance(who, dict)]:
            return found
    return []


def _typed(who: Node) -> bool:
    return "@type" in who


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
