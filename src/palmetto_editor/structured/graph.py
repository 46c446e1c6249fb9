"""The graph of an article: what its page says to programs, all of it shown to readers too.

The shape is the one that the most used publishing plugins agree on: Article, part of a WebPage,
part of a WebSite, published by an Organization; persons by `@id`. A node that would not be valid
is left out together with the references to it. `site` says how nodes are named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.structured import shapes, works
from palmetto_editor.structured.addresses import canonical_url
from palmetto_editor.structured.dates import is_moment
from palmetto_editor.structured.faq import faq_page
from palmetto_editor.structured.images import images, logo, shaped
from palmetto_editor.structured.language import tag_of
from palmetto_editor.structured.people import People, people, publisher
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, Site, node, one_or_many, ref, site_name
from palmetto_editor.structured.sound import CONTEXT
from palmetto_editor.structured.topics import topics
from palmetto_editor.structured.trail import breadcrumb_list

__all__ = ["Shown", "build", "canonical_url"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What only the finished page knows, given by it.

    `answers`: the visible text of each FAQ answer, by the question's id. `image_sizes`: width
    and height in pixels, by file name. `captions`: for each image that stands on the page, by
    its id, the visible text of its caption, or "".
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    image_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    captions: Mapping[str, str] = field(default_factory=dict)


def build(article: Article, publication: Publication, shown: Shown) -> Node:
    """The whole JSON-LD document. Its parts are to be read, not changed: some are shared."""
    site = Site.of(article, publication)
    mark = logo(publication, site)
    agents = people(article, publication, site, mark)
    pictures = images(article, site, shown.captions, shown.image_sizes)
    primary = article.metadata.image
    offered = shapes.offered(article, site, shown.image_sizes)
    alike = shaped(pictures[primary], primary, offered, site) if offered else []
    trail = breadcrumb_list(article, publication, site)
    website = _website(publication, agents, site)
    nodes = [
        _web_page(article, publication, agents, site, website, pictures, trail),
        _article(article, publication, agents, site, pictures, alike),
        faq_page(article, site, shown.answers),
        trail,
        website,
        *agents.nodes,
        mark if any("logo" in agent for agent in agents.nodes) else None,
        *pictures.values(),
        *alike,
    ]
    return {"@context": CONTEXT, "@graph": [made for made in nodes if made]}


def _website(publication: Publication, agents: People, site: Site) -> Node | None:
    name = site_name(publication)
    if not (site.base and name):
        return None
    return node(
        "WebSite",
        f"{site.base}#website",
        url=site.base,
        name=name,
        publisher=_publisher(publication, agents),
        inLanguage=tag_of(publication.language),
    )


def _web_page(
    article: Article,
    publication: Publication,
    agents: People,
    site: Site,
    website: Node | None,
    pictures: Mapping[str, Node],
    trail: Node | None,
) -> Node:
    """`reviewedBy` is of the WebPage: schema.org knows it nowhere else.

    `lastReviewed` is not said: the article has no date of a review, and another date is not it.
    """
    meta = article.metadata
    primary = pictures.get(meta.image)
    return node(
        "WebPage",
        site.page,
        url=site.canonical,
        name=one_line(meta.title) or one_line(meta.headline),
        description=one_line(meta.description),
        isPartOf=ref(website["@id"]) if website else None,
        publisher=None if website else _publisher(publication, agents),
        breadcrumb=ref(trail["@id"]) if trail else None,
        primaryImageOfPage=ref(primary["@id"]) if primary else None,
        reviewedBy=one_or_many(agents.refs(meta.reviewers)),
        inLanguage=tag_of(meta.language),
        **_dates(article),
    )


def _article(
    article: Article,
    publication: Publication,
    agents: People,
    site: Site,
    pictures: Mapping[str, Node],
    alike: Sequence[Node],
) -> Node | None:
    """The article's own image comes first, then the same in other shapes."""
    meta = article.metadata
    if not one_line(meta.headline):
        return None
    primary = [pictures[meta.image]] if meta.image in pictures else []
    others = [made for image, made in pictures.items() if image != meta.image]
    return node(
        meta.type,
        site.part("article"),
        isPartOf=ref(site.page),
        mainEntityOfPage=ref(site.page),
        headline=one_line(meta.headline),
        description=one_line(meta.description),
        author=agents.refs(meta.authors),
        publisher=_publisher(publication, agents),
        **_dates(article),
        image=[ref(made["@id"]) for made in (*primary, *alike, *others)],
        articleSection=one_line(meta.section),
        keywords=list(dict.fromkeys(filter(None, map(one_line, meta.keywords)))),
        about=topics(article),
        inLanguage=tag_of(meta.language),
        citation=works.citations(article.references, site, badges=publication.citations.badges),
    )


def _publisher(publication: Publication, agents: People) -> Node | None:
    owner = agents.refs([publisher(publication)])
    return owner[0] if owner else None


def _dates(article: Article) -> dict[str, str]:
    """The two dates, as typed and as the page's `<time>` has them; what is no date is not said."""
    meta = article.metadata
    dates = {"datePublished": meta.published.strip(), "dateModified": meta.modified.strip()}
    return {name: date for name, date in dates.items() if is_moment(date)}
