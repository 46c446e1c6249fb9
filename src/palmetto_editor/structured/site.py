"""How the nodes of a graph are named, and where things of the page are found.

An `@id` is absolute and the same for the same thing on every page of a publication. What belongs
to the page (article, questions, images) is named below the page's own id, what articles share
(site, people, publisher) below the publication's address. Without a canonical URL the page's id
is `urn:uuid:` and the article's id; without a publication's address a shared thing's id is a
`urn:uuid:` made from its kind and name, so that it is still the same on every page. Nothing that
needs an address (WebSite, ImageObject, BreadcrumbList, `url`) is said of a page that has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin
from uuid import UUID, uuid5

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.structured import addresses
from palmetto_editor.structured.plain import one_line

Node = dict[str, Any]

_NAMESPACE = UUID("934c9035-c31a-4992-aa9f-cce23dda1c67")  # ours, chosen once, never to change


@dataclass(frozen=True, slots=True)
class Site:
    """`page` is the `@id` of the WebPage; `canonical` and `base` are addresses or ""."""

    page: str
    canonical: str
    base: str

    @classmethod
    def of(cls, article: Article, publication: Publication) -> Site:
        canonical = addresses.canonical_url(article, publication)
        return cls(canonical or _urn(article.id), canonical, addresses.base_url(publication))

    def part(self, name: str) -> str:
        """The id of the one thing of this name on the page, such as `article`."""
        return f"{self.page}#{name}"

    def item(self, kind: str, item: str) -> str:
        """The id of an item of one of the article's lists."""
        return f"{self.page}#/schema/{kind}/{_quoted(item)}"

    def shared(self, kind: str, key: str) -> str:
        """The id of a thing that other pages of the publication know too."""
        if self.base:
            return f"{self.base}#/schema/{kind}/{_quoted(key)}"
        return uuid5(_NAMESPACE, f"{kind}/{key}").urn

    def asset(self, file: str) -> str:
        """Where a browser finds an image of the page: beside it, in `assets/`; "" if nowhere."""
        if not self.canonical or not file or "/" in file or "\\" in file:
            return ""
        return urljoin(self.canonical, "assets/" + _quoted(file))


def site_name(publication: Publication) -> str:
    """What the WebSite is called: as its publisher, where it has no name of its own."""
    return one_line(publication.name) or one_line(publication.publisher.name)


def ref(identifier: str) -> Node:
    return {"@id": identifier}


def node(kind: str, node_id: str = "", /, **properties: Any) -> Node:
    """A node with its properties in the given order; what is empty is left out."""
    made: Node = {"@type": kind}
    if node_id:
        made["@id"] = node_id
    made.update((name, value) for name, value in properties.items() if value not in ("", [], None))
    return made


def one_or_many(values: Sequence[Any]) -> Any:
    """schema.org's habit: a single value stands by itself; no value is an empty list."""
    return values[0] if len(values) == 1 else list(values)


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _urn(article_id: str) -> str:
    try:
        return UUID(article_id).urn
    except ValueError:
        return uuid5(_NAMESPACE, f"article/{_quoted(article_id)}").urn
