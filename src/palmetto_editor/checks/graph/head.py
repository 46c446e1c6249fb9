"""The head of a page: what search engines take from it."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.graph.marked import Marked, text
from palmetto_editor.checks.graph.page_rule import in_head
from palmetto_editor.checks.pixels import DESCRIPTION, TITLE, fitting, width
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.rule import Hit
from palmetto_editor.structured.addresses import is_absolute, is_page

_CANONICAL = 'link[rel~="canonical" i]'


def no_title(page: Marked) -> Iterator[Hit]:
    if not page.page.title():
        yield Hit(in_head("title"), "The page has no title; write one in its head.")


def no_description(page: Marked) -> Iterator[Hit]:
    if not meta(page, "description"):
        message = "The page has no description; write what a search result should say of it."
        yield Hit(in_head("description"), message)


def title_width(page: Marked) -> Iterator[Hit]:
    said = page.page.title()
    if (wide := width(said, TITLE.size)) > TITLE.width:
        message = (
            f"The title is {wide} px wide, and a search result shows about {TITLE.width}; "
            f"behind {quoted(fitting(said, TITLE))} it may be cut."
        )
        yield Hit(in_head("title"), message)


def description_width(page: Marked) -> Iterator[Hit]:
    said = meta(page, "description")
    if (wide := width(said, DESCRIPTION.size)) > DESCRIPTION.width:
        message = (
            f"The description is {wide} px wide, and a search result shows about "
            f"{DESCRIPTION.width}; the rest may be cut."
        )
        yield Hit(in_head("description"), message)


def canonical(page: Marked) -> Iterator[Hit]:
    """One address of the page, and a whole one."""
    said = list(dict.fromkeys(page.page.values(_CANONICAL, "href")))
    if not said or said == [""]:
        message = "The page does not give its canonical address; add a link with rel=canonical."
        yield Hit(in_head("canonical"), message)
    elif len(said) > 1:
        message = f"The page gives {len(said)} canonical addresses, {quoted(said[0])} and others."
        yield Hit(in_head("canonical"), message)
    elif not is_page(said[0]):
        what = "has a #fragment" if is_absolute(said[0]) else "is not absolute"
        message = f"The canonical address {quoted(said[0])} {what}; write the address of the page."
        yield Hit(in_head("canonical"), message)


def canonical_differs(page: Marked) -> Iterator[Hit]:
    """The canonical address is that of link previews and of the WebPage."""
    said = page.canonical
    if not is_absolute(said):
        return
    shared = meta(page, "og:url")
    if shared and shared != said:
        message = f"The canonical address is {quoted(said)}, but og:url is {quoted(shared)}."
        yield Hit(in_head("og_url"), message)
    for node in page.speaking:
        marked = text(node.get("url"))
        if page.is_a(node, "WebPage") and marked.partition("#")[0] not in ("", said):
            what = "WebPage" if node is page.web_page else page.name(node)
            message = f"The canonical address is {quoted(said)}, but the {what}’s {quoted(marked)}."
            yield Hit(in_head("canonical"), message)


def image_preview(page: Marked) -> Iterator[Hit]:
    """Without leave, a large picture is not shown, however large it is."""
    allowed = " ".join(_robots(page))
    if page.article.get("image") and "max-image-preview:large" not in allowed.replace(" ", ""):
        message = "The page does not allow large previews; add max-image-preview:large for robots."
        yield Hit(in_head("robots"), message)


def noindex(page: Marked) -> Iterator[Hit]:
    for said in _robots(page):
        words = said.replace(",", " ").split()
        if "noindex" in words or "none" in words:
            message = f"The page asks not to be found: its robots are told {quoted(said)}."
            yield Hit(in_head("robots"), message)


def markdown(page: Marked) -> Iterator[Hit]:
    if not page.page.nodes('link[rel~="alternate" i][type="text/markdown" i][href]'):
        message = "The page announces no Markdown twin; a link with rel=alternate would."
        yield Hit(in_head("alternate"), message)


def meta(page: Marked, name: str) -> str:
    """What the first meta element of a name, or a property, says."""
    found = page.page.values(f'meta[property="{name}" i], meta[name="{name}" i]', "content")
    return next(filter(None, found), "")


def _robots(page: Marked) -> tuple[str, ...]:
    names = ("robots", "googlebot", "bingbot")
    return tuple(meta(page, name).lower() for name in names if meta(page, name))
