"""What the markup should say of the article itself."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_graph
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.wild.nodes import many

_ADDRESSES = ("url", "item", "sameAs", "mainEntityOfPage", "license")


def no_article(page: Marked) -> Iterator[Hit]:
    if page.scripts and page.proper and not page.article:
        message = "The markup has no Article; add one that says what this page is."
        yield Hit(in_graph(""), message)


def headline(page: Marked) -> Iterator[Hit]:
    node = page.article
    if node and not any(map(text, many(node.get("headline")))):
        name = f"; its “name” is {quoted(text(node['name']))}" if text(node.get("name")) else ""
        message = f"The article in the markup has no headline{name}; take the page’s own."
        yield Hit(in_graph(page.name(node), "headline"), message)


def image(page: Marked) -> Iterator[Hit]:
    node = page.article
    if node and not any(page.linked(node, "image")):
        message = "The article in the markup has no image; name at least one that the page shows."
        yield Hit(in_graph(page.name(node), "image"), message)


def published(page: Marked) -> Iterator[Hit]:
    node = page.article
    if node and not node.get("datePublished") and not page.web_page.get("datePublished"):
        message = "The article in the markup has no datePublished; say when it was published."
        yield Hit(in_graph(page.name(node), "datePublished"), message)


def address(page: Marked) -> Iterator[Hit]:
    """Addresses are whole ones: a program that has only the markup cannot complete them."""
    for node in page.own:
        for name in _ADDRESSES if not page.is_a(node, "ImageObject") else ():
            for value in many(node.get(name)):
                said = value.strip() if isinstance(value, str) else ""
                if said and not is_absolute(said) and not _is_uri(said, name):
                    message = f"The {quoted(name)} {quoted(said)} is not an absolute address."
                    yield Hit(in_graph(page.name(node), name), message)
                    break


def page_of_article(page: Marked) -> Iterator[Hit]:
    """The article and the page are tied to each other, so that programs know they are one."""
    node = page.article
    if node and page.web_page and page.web_page is not node and not _is_tied(page):
        message = "The article in the markup has no mainEntityOfPage that leads to its page."
        yield Hit(in_graph(page.name(node), "mainEntityOfPage"), message)


def _is_tied(page: Marked) -> bool:
    node, whole = page.article, page.web_page
    to = [*page.linked(node, "mainEntityOfPage"), *page.linked(node, "isPartOf")]
    back = [*page.linked(whole, "mainEntity"), *page.linked(whole, "hasPart")]
    names = {text(whole.get("@id")), text(whole.get("url"))} - {""}
    is_told = any(one is whole or text(one) in names for one in to)
    return is_told or any(one is node for one in back)


def _is_uri(said: str, name: str) -> bool:
    """`sameAs` may be of another kind, such as a URN; a licence may be named in words."""
    scheme, colon, rest = said.partition(":")
    is_other = bool(colon and rest) and scheme.isalnum() and scheme.lower() not in ("http", "https")
    return is_other or (name == "license" and " " in said)
