"""Boxes that are known by their names and are made of lines: trails, tags, cards of links."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import cards, figures, spell, words
from palmetto_editor.intake.html.page import MOST_HINTS, Hints, Page
from palmetto_editor.intake.html.tree import (
    Node,
    attr,
    marks,
    origin,
)
from palmetto_editor.intake.html.vocabulary import (
    BREADCRUMB,
    PRODUCTS,
    RELATED,
    TAGS,
)
from palmetto_editor.intake.manuscript import Piece

_LONGEST_LINE = 60  # words of a line of tags or of breadcrumbs
_SEPARATORS = re.compile(r"^[\s›»→>/|·•\u2039-]+|[\s›»→>/|·•\u2039-]+$")


def read(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    """Boxes that are known by their names and are made of lines rather than of text."""
    names = marks(node) + attr(node, "aria-label").lower()
    if BREADCRUMB.search(names) or "breadcrumb" in names:
        return _lines(node, (*hints, "breadcrumbs"), into, _trail(page, node))
    related = RELATED.search(names) or cards.are_related(node)
    if related and as_cards(page, node, hints, into):
        return True
    if PRODUCTS.search(names) and as_cards(page, node, ("product", *hints), into):
        return True
    if TAGS.search(names) and node.css_first("li, p, h1, h2, h3, h4, time") is None:
        return _lines(node, hints, into, _labels(node))
    return False


def links(node: Node, hints: Hints, into: list[Piece]) -> bool:
    """A row of links with nothing between them, as a list."""
    return _lines(node, hints, into, _labels(node))


def _lines(node: Node, hints: Hints, into: list[Piece], items: list[str]) -> bool:
    plain = words.plain(node)
    if not items or words.count(plain) > _LONGEST_LINE:
        return False
    into.append(
        Piece(
            kind="list",
            text="\n".join(f"- {item}" for item in items),
            plain=plain,
            items=tuple(items),
            hints=hints[:MOST_HINTS],
            origin=origin(node),
        )
    )
    return True


def _trail(page: Page, node: Node) -> list[str]:
    """The steps of a trail: its links, and the page's own name after the last of them."""
    links = [link for link in node.css("a") if words.line(link)]
    items = [page.inline(link) if attr(link, "href") else words.line(link) for link in links]
    items = [
        f"[{spell.literal(words.line(link))}]({figures.target(attr(link, 'href'))})"
        if attr(link, "href") else item
        for link, item in zip(links, items, strict=True)
    ]  # fmt: skip
    if links:
        rest = words.line(node)
        for link in links:
            rest = rest.partition(words.line(link))[2]
        last = _SEPARATORS.sub("", rest)
        if last:
            items.append(spell.literal(last))
    return items


def _labels(node: Node) -> list[str]:
    parts = [part for part in node.css("a") if words.line(part)] or [
        part for part in node.css("span") if words.line(part) and part.css_first("span") is None
    ]
    if len(parts) < 1 or (len(parts) == 1 and parts[0].tag == "span"):
        return []
    named = {words.line(part) for part in parts}
    said = words.line(node)
    for name in sorted(named, key=len, reverse=True):
        said = said.replace(name, " ", 1)
    # Words beside the tags ("Filed under") say what they are, or make it a sentence.
    if words.count(said) > 3:
        return []
    return [
        f"[{spell.literal(words.line(p))}]({figures.target(attr(p, 'href'))})"
        if attr(p, "href") else spell.literal(words.line(p))
        for p in parts
    ]  # fmt: skip


def as_cards(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    found = cards.read(node, page.leavings)
    if found is None:
        return False
    hints = hints if "product" in hints else tuple(dict.fromkeys(("related", *hints)))
    if found.heading is not None:
        node_of = found.heading
        into.append(
            Piece(
                kind="heading",
                text=page.inline(node_of),
                plain=words.line(node_of),
                level=int((node_of.tag or "h2")[1]),
                hints=hints,
                origin=origin(node_of),
            )
        )
    into.append(
        Piece(
            kind="list",
            text="\n".join(f"- {item}" for item in found.items),
            plain="\n".join(found.plain),
            items=found.items,
            hints=hints,
            origin=origin(node),
        )
    )
    return True
