"""Which texts are addresses that a program far away can use, and where an article lives."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article

# RFC 3986: no blanks, controls, quotes, angle brackets, backslashes, braces, bars, carets.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\ud800-\udfff\ue000\ue001\u2028\u2029]")
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@lru_cache(maxsize=1024)  # graph, head, page and rules ask for the same
def is_absolute(text: str) -> bool:
    """Whether `text` is a whole http or https address with a host."""
    if not text.lower().startswith(("http://", "https://")) or _FORBIDDEN.search(text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return False
    return _HOST.fullmatch(parts.hostname or "") is not None


def is_page(text: str) -> bool:
    """Whether `text` can be the address of a page as a whole: absolute, and no `#fragment`."""
    return is_absolute(text) and "#" not in text


def is_slug(text: str) -> bool:
    """Whether `text` is small ASCII letters and digits in groups joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


def base_url(publication: Publication) -> str:
    """The publication's address with its final `/`; "" where it has none that can be used."""
    base = publication.base_url.strip()
    if not is_page(base) or "?" in base:
        return ""
    return base if base.endswith("/") else base + "/"


def canonical_url(article: Article, publication: Publication) -> str:
    """The one address of the finished page, or "".

    What the writer typed as canonical URL, if it can be the address of a page; else the slug
    below the publication's address.
    """
    typed = article.metadata.canonical_url.strip()
    if is_page(typed):
        return typed
    base = base_url(publication)
    slug = article.metadata.slug
    return f"{base}{slug}/" if base and is_slug(slug) else ""
