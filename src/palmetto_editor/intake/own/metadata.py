"""The article's metadata, from header, head and graph."""

from __future__ import annotations

from typing import get_args

from selectolax.lexbor import LexborNode

from palmetto_editor.intake.own import people
from palmetto_editor.intake.own.sheet import Sheet, attribute, many, said, words
from palmetto_editor.model import naming
from palmetto_editor.model.values import ArticleType, Metadata, Topic, TopicKind
from palmetto_editor.page.head import UNTITLED
from palmetto_editor.structured.addresses import is_slug
from palmetto_editor.structured.plain import one_line

_TYPES: dict[str, ArticleType] = {name: name for name in get_args(ArticleType)}
_TOPICS: dict[str, TopicKind] = {name: name for name in get_args(TopicKind)}


def metadata(sheet: Sheet, image: str) -> Metadata:
    """The metadata; `image` is the id of the article's own image."""
    headline = words(sheet.header.css_first("h1")) if sheet.header is not None else ""
    slug, canonical = _address(sheet, headline)
    published, modified = _dates(sheet)
    return Metadata(
        headline=headline,
        title=_title(sheet, headline),
        description=next(iter(sheet.meta("description")), ""),
        slug=slug,
        canonical_url=canonical,
        language=_language(sheet),
        type=_TYPES.get(said(sheet.article, "@type"), "Article"),
        authors=people.authors(sheet),
        reviewers=people.reviewers(sheet),
        published=published,
        modified=modified,
        keywords=tuple(words(node) for node in _all(sheet, ".keywords li")),
        section=_section(sheet),
        about=_topics(sheet),
        image=image,
    )


def _all(sheet: Sheet, selector: str) -> list[LexborNode]:
    return sheet.header.css(selector) if sheet.header is not None else []


def _title(sheet: Sheet, headline: str) -> str:
    """The title, unless it is the headline, which stands for a title that nobody wrote."""
    title = words(sheet.tree.css_first("head title"))
    return "" if title == (headline or UNTITLED) else title


def _address(sheet: Sheet, headline: str) -> tuple[str, str]:
    """Slug and typed address. An address below the publication's is what a slug gives."""
    canonical, base = sheet.canonical, sheet.base
    if not canonical:
        return ("" if base else naming.slug(headline)), ""
    last = canonical.rstrip("/").rpartition("/")[2]
    if base and is_slug(last) and canonical == f"{base}{last}/":
        return last, ""
    return (last if is_slug(last) else naming.slug(headline)), canonical


def _language(sheet: Sheet) -> str:
    root = sheet.tree.css_first("html")
    return attribute(root, "lang") if root is not None else ""


def _dates(sheet: Sheet) -> tuple[str, str]:
    """Published and modified; where one date stands for both, the graph tells the second."""
    found = {"Published": "", "Updated": ""}
    for node in _all(sheet, ".dates > span"):
        label = words(node).partition(" ")[0]
        moment = node.css_first("time")
        shown = attribute(moment, "datetime") if moment is not None else ""
        found[label] = shown or words(node).removeprefix(label).strip()
    published = found["Published"]
    return published, found["Updated"] or _modified(sheet, published)


def _modified(sheet: Sheet, published: str) -> str:
    told = said(sheet.page, "dateModified")
    return told if told == published else ""


def _section(sheet: Sheet) -> str:
    trail = [words(node) for node in _all(sheet, ".trail li")]
    return next(iter(sheet.meta("article:section")), "") or (trail[1] if len(trail) > 1 else "")


def _topics(sheet: Sheet) -> tuple[Topic, ...]:
    nodes = [node for node in many(sheet.article.get("about")) if isinstance(node, dict)]
    if nodes:
        return tuple(
            Topic(
                kind=_TOPICS.get(said(node, "@type"), "Thing"),
                name=said(node, "name"),
                same_as=tuple(str(address) for address in many(node.get("sameAs"))),
            )
            for node in nodes
        )
    return _shown_topics(sheet)


def _shown_topics(sheet: Sheet) -> tuple[Topic, ...]:
    """The topics of a page without a graph of its article.

    On pages of the first versions a comma parts those without links.
    """
    holder = next(iter(_all(sheet, ".topics > span:not(.label)")), None)
    found: list[Topic] = []
    for node in holder.iter(include_text=True) if holder is not None else ():
        if node.is_text_node:
            parts = (node.text_content or "").split(", ")
            found += [Topic(name=name) for name in map(one_line, parts) if name]
        else:
            link = attribute(node, "href")
            found.append(Topic(name=words(node), same_as=(link,) if link else ()))
    return tuple(found)
