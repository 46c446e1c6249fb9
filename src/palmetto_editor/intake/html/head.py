"""What a page's head claims: title, `<meta>`, Open Graph, Dublin Core, link, `<html lang>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.intake.html.tree import Node, attr
from palmetto_editor.intake.manuscript import Claim, Field

# Names are compared in lower case. Where several systems have a name for one thing, all stand here.
_FIELDS: dict[str, Field] = {
    "og:title": "title",
    "twitter:title": "title",
    "twitter:text:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "parsely-title": "title",
    "sailthru.title": "title",
    "citation_title": "headline",
    "headline": "headline",
    "description": "description",
    "og:description": "description",
    "twitter:description": "description",
    "dc.description": "description",
    "dcterms.description": "description",
    "dcterms.abstract": "description",
    "sailthru.description": "description",
    "author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "citation_author": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "article:author": "author",
    "article:author_name": "author",
    "byl": "author",
    "article:published_time": "published",
    "article:published": "published",
    "date": "published",
    "pubdate": "published",
    "publish_date": "published",
    "publish-date": "published",
    "publication_date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dc.date.created": "published",
    "dcterms.date": "published",
    "dcterms.created": "published",
    "dcterms.issued": "published",
    "citation_publication_date": "published",
    "citation_date": "published",
    "citation_online_date": "published",
    "sailthru.date": "published",
    "parsely-pub-date": "published",
    "datepublished": "published",
    "article:modified_time": "modified",
    "article:modified": "modified",
    "og:updated_time": "modified",
    "last-modified": "modified",
    "lastmod": "modified",
    "revised": "modified",
    "dc.date.modified": "modified",
    "dcterms.modified": "modified",
    "datemodified": "modified",
    "keywords": "keyword",
    "news_keywords": "keyword",
    "citation_keywords": "keyword",
    "dc.subject": "keyword",
    "dcterms.subject": "keyword",
    "article:tag": "keyword",
    "parsely-tags": "keyword",
    "sailthru.tags": "keyword",
    "article:section": "section",
    "parsely-section": "section",
    "og:url": "canonical_url",
    "twitter:url": "canonical_url",
    "dcterms.identifier": "canonical_url",
    "parsely-link": "canonical_url",
    "og:locale": "language",
    "content-language": "language",
    "dc.language": "language",
    "dcterms.language": "language",
    "citation_language": "language",
    "og:image": "image",
    "og:image:url": "image",
    "twitter:image": "image",
    "twitter:image:src": "image",
    "parsely-image-url": "image",
    "og:type": "type",
    "parsely-type": "type",
    "og:site_name": "site_name",
    "application-name": "site_name",
    "citation_journal_title": "site_name",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "citation_publisher": "publisher",
    "article:publisher": "publisher",
}
_ALTERNATIVES = {"og:image": "og:image:alt", "twitter:image": "twitter:image:alt"}
_SPLIT = re.compile(r"\s*[,;]\s*")
_ADDRESS = re.compile(r"https?://", re.I)
_TWITTER_LABEL = re.compile(r"twitter:label(\d)$")
_WRITTEN_BY = re.compile(r"written by|author|by|verfasst von|écrit par|escrito por", re.I)


def claims(root: Node) -> tuple[Claim, ...]:
    """All that the head says of the article, in its order, `side` "head"."""
    return tuple(claim for claim in _claims(root) if claim.value or claim.url)


def _claims(root: Node) -> Iterator[Claim]:
    for node in (root, root.css_first("body")):
        language = (attr(node, "lang") or attr(node, "xml:lang")) if node is not None else ""
        if language and node is not None:
            yield _claim("language", language, f"<{node.tag} lang>")
            break
    title = next(iter(root.css("head > title") or root.css("title")), None)
    if title is not None:
        yield _claim("title", title.text(deep=True), "<title>")
    metas = [_named(meta) for meta in root.css("meta[content]")]
    contents = dict(reversed(metas))
    for name, content in metas:
        yield from _meta(name, content, contents)
    for link in root.css("link[rel][href]"):
        relations = attr(link, "rel").lower().split()
        if "canonical" in relations:
            yield _claim("canonical_url", attr(link, "href"), "<link rel=canonical>")
        elif "image_src" in relations:
            yield _claim("image", attr(link, "href"), "<link rel=image_src>")


def _named(meta: Node) -> tuple[str, str]:
    found = meta.attributes
    name = found.get("property") or found.get("name") or found.get("http-equiv") or ""
    return name.strip().lower(), found.get("content") or ""


def _meta(name: str, content: str, contents: dict[str, str]) -> Iterator[Claim]:
    field = _FIELDS.get(name)
    label = _TWITTER_LABEL.match(name)
    if label and _WRITTEN_BY.fullmatch(content.strip()):
        value = contents.get(f"twitter:data{label[1]}", "")
        yield _claim("author", value, f'meta twitter:data{label[1]} ("{content.strip()}")')
    if field is None:
        return
    origin = f"meta {name}"
    if field == "keyword":
        parts = [content] if name == "article:tag" else _SPLIT.split(content)
        for part in parts:
            yield _claim("keyword", part, origin)
    elif field == "author" and _ADDRESS.match(content.strip()):
        # Facebook wants a profile's address here: it says who, but no name.
        yield Claim(side="head", field="author", value="", url=content.strip(), origin=origin)
    elif field == "publisher" and _ADDRESS.match(content.strip()):
        yield Claim(side="head", field="publisher", value="", url=content.strip(), origin=origin)
    elif field == "image":
        detail = contents.get(_ALTERNATIVES.get(name, ""), "")
        value = content.strip()
        yield Claim(side="head", field="image", value=value, detail=detail, origin=origin)
    else:
        yield _claim(field, content, origin)


def _claim(field: Field, value: str, origin: str) -> Claim:
    return Claim(side="head", field=field, value=" ".join(value.split()), origin=origin)
