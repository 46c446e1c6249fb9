"""The way from the publication's start to the page, where the article says its section.

Google's Breadcrumb feature asks for at least two items, each with a name, and an address on all
but the last. The publication does not say where its sections live, and no address is invented
that might lead nowhere: a section is found on the publication's start page, under a name of its
own. The page shows the same trail from `crumbs`.
"""

from __future__ import annotations

from dataclasses import dataclass

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.structured.keys import key
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, Site, node, site_name


@dataclass(frozen=True, slots=True)
class Crumb:
    """`url` is "" for the page itself, which is the last."""

    name: str
    url: str = ""


def crumbs(article: Article, publication: Publication) -> tuple[Crumb, ...]:
    """Publication, section, headline; empty where there is no section or nowhere to start."""
    site = Site.of(article, publication)
    section = one_line(article.metadata.section)
    headline = one_line(article.metadata.headline)
    if not (site.base and section and headline):
        return ()
    home = site_name(publication)
    start = (Crumb(home, site.base),) if home else ()
    return (*start, Crumb(section, site.shared("section", key(section))), Crumb(headline))


def breadcrumb_list(article: Article, publication: Publication, site: Site) -> Node | None:
    """The trail as a node, or None where there is none."""
    steps = crumbs(article, publication)
    items = [
        node("ListItem", position=position, name=crumb.name, item=crumb.url)
        for position, crumb in enumerate(steps, start=1)
    ]
    return node("BreadcrumbList", site.part("breadcrumb"), itemListElement=items) if items else None
