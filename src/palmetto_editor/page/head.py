"""The page's head: what search engines, link previews and browsers read before the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page import targets
from palmetto_editor.page.fill import Picture
from palmetto_editor.page.theme import Theme, safe
from palmetto_editor.structured import dates
from palmetto_editor.structured.language import tag_of
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.shapes import SHARE, Shape
from palmetto_editor.structured.site import Site, site_name

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class _Preview:
    """The image of a link preview: its absolute address, its text, its size in pixels."""

    url: str
    alt: str
    size: tuple[int, int] | None


def head(
    article: Article,
    publication: Publication,
    picture: Picture | None,
    shapes: Iterable[Shape],
    graph_text: str,
    theme: Theme,
) -> str:
    """The inside of `<head>`. `picture` is the article's image, `shapes` are others of the same;
    `graph_text` is its JSON-LD.
    """
    meta = article.metadata
    site = Site.of(article, publication)
    return (
        theme.render(
            "head",
            title=one_line(meta.title) or one_line(meta.headline) or UNTITLED,
            headline=one_line(meta.headline) or one_line(meta.title) or UNTITLED,
            description=one_line(meta.description),
            canonical=site.canonical,
            site_name=site_name(publication),
            locale=language(article).replace("-", "_"),
            image=_preview(site, picture, shapes),
            authors=[one_line(author.name) for author in meta.authors if one_line(author.name)],
            profiles=list(filter(None, (targets.web(author.url) for author in meta.authors))),
            published=_moment(meta.published),
            modified=_moment(meta.modified),
            section=one_line(meta.section),
            keywords=list(dict.fromkeys(filter(None, map(one_line, meta.keywords)))),
            css=safe(theme.css),
            graph=safe(graph_text),
        )
        + "\n"
    )


def language(article: Article) -> str:
    """The page's language tag, or "" for a text that is none: an unknown language, in HTML."""
    return tag_of(article.metadata.language)


def _moment(typed: str) -> str:
    return typed.strip() if dates.is_moment(typed.strip()) else ""


def _preview(site: Site, picture: Picture | None, shapes: Iterable[Shape]) -> _Preview | None:
    """The article's image in the shape of link previews, or as it is where none is made."""
    if picture is None:
        return None
    made = next((shape for shape in shapes if shape.name == SHARE), None)
    file, size = (made.file, made.size) if made else (picture.image.file, picture.size)
    url = targets.web(site.asset(file))
    return _Preview(url, one_line(picture.image.alt), size) if url else None
