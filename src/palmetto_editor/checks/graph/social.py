"""The head of a page: what link previews take from it (ogp.me)."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.graph.dates import same_moment
from palmetto_editor.checks.graph.head import meta
from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_head
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute

_WANTED = ("og:title", "og:type", "og:image", "og:url")
_WIDTH, _HEIGHT = 1200, 630


def missing(page: Marked) -> Iterator[Hit]:
    for name in _WANTED:
        if not meta(page, name):
            message = f"The page has no {name}; link previews are made of it."
            yield Hit(in_head(name), message)


def image_address(page: Marked) -> Iterator[Hit]:
    said = meta(page, "og:image")
    if said and not is_absolute(said):
        message = f"The og:image {quoted(said)} is not an absolute address; write all of it."
        yield Hit(in_head("og:image"), message)


def image_size(page: Marked) -> Iterator[Hit]:
    width, height = (meta(page, f"og:image:{name}") for name in ("width", "height"))
    if not (width.isdecimal() and height.isdecimal()) or len(width + height) > 12:
        return
    if int(width) < _WIDTH or int(height) < _HEIGHT:
        message = (
            f"The image of link previews has {width} × {height} pixels; "
            f"give one of at least {_WIDTH} × {_HEIGHT}."
        )
        yield Hit(in_head("og:image"), message)


def image_alt(page: Marked) -> Iterator[Hit]:
    if meta(page, "og:image") and not meta(page, "og:image:alt"):
        message = "The image of link previews has no words; say in og:image:alt what it shows."
        yield Hit(in_head("og:image:alt"), message)


def published_time(page: Marked) -> Iterator[Hit]:
    """An article tells when it was published, and the same as its markup."""
    for name, known in (("published", "datePublished"), ("modified", "dateModified")):
        said = meta(page, f"article:{name}_time")
        marked = text(page.article.get(known))
        if said and marked and not same_moment(said, marked):
            message = f"The article:{name}_time is {quoted(said)}, the markup’s {quoted(marked)}."
            yield Hit(in_head(f"article:{name}_time"), message)
    if meta(page, "og:type") == "article" and not meta(page, "article:published_time"):
        message = "The page has no article:published_time; say when the article was published."
        yield Hit(in_head("article:published_time"), message)
