"""Marks in the text and the places that they lead to, in the habits of many systems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    ancestors,
    attr,
)

NOTE = re.compile(
    r"(?:^|[\s:_-])(?:fn|fnref|ftn|ftnt|footnotes?|footnote-ref|endnotes?|edn|sdfootnote\w*|"
    r"user-content-fn|doc-footnotes?|doc-endnotes?|msofootnotetext|notes?|reversefootnote|easy-footnote\w*)"
    r"(?:$|[\s:_\d-])|^_?(?:ftn|edn|fn)",
    re.I,
)
MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|[*†‡§¶#]{1,3})\s*[\])]?", re.I)
BACK = re.compile(
    r"(?:[\s↩↵⤴⏎↑^⬆️\ufe0e\ufe0f\[\]]|return to text|jump (?:back )?up|back|go back)*", re.I
)
_HOLDERS = frozenset(("li", "aside", "dd", "tr"))


@dataclass(slots=True)
class Target:
    """An element that marks lead to: where its text stands, and the links that lead there."""

    node: Node
    holder: Node
    links: list[Node] = field(default_factory=list)


def targets(scope: Node) -> list[Target]:
    links = scope.css('a[href^="#"]')
    if not links:
        return []
    places = {attr(node, "name"): node for node in scope.css("a[name]")}
    places |= {attr(node, "id"): node for node in scope.css("[id]")}
    found: dict[str, Target] = {}
    for link in links:
        name = attr(link, "href")[1:]
        place = places.get(name)
        if place is None or not _is_mark(link):
            continue
        if name not in found:
            holder = _holder(place)
            if holder is None or any(above.mem_id == holder.mem_id for above in ancestors(link)):
                continue
            found[name] = Target(place, holder)
        if not _within(link, found[name].holder):
            found[name].links.append(link)
    return [one for one in found.values() if one.links and not _is_back(one)]


def _within(node: Node, holder: Node) -> bool:
    return any(above.mem_id == holder.mem_id for above in ancestors(node))


def _is_mark(link: Node) -> bool:
    if "noteref" in attr(link, "role") or "biblioref" in attr(link, "role"):
        return True
    names = attr(link, "class").lower()
    if "footnote-ref" in names or "data-footnote-ref" in link.attributes or "bibr" in names:
        return True
    text = words.line(link)
    return bool(MARK.fullmatch(text)) or attr(link, "href").startswith(("#ref-", "#CR", "#bib"))


def _holder(place: Node) -> Node | None:
    """The element that is the whole note: a list item, or the block with the mark at its start."""
    if place.tag in ("div", "li", "aside", "dd", "section") and words.plain(place):
        return place
    for above in [place, *list(ancestors(place))[:5]]:
        if above.tag in _HOLDERS:
            return above
        if above.tag in ("p", "div"):
            outer = above.parent
            if outer is not None and outer.tag in ("div", "li", "aside") and _is_alone(outer):
                return outer
            return above
        if above.tag in (*HEADINGS, "section", "body"):
            return None
    return None


def _is_alone(box: Node) -> bool:
    """Whether a box is one note: its names say so, or it holds one mark that leads back."""
    return (
        bool(NOTE.search(attr(box, "class")))
        or bool(NOTE.search(attr(box, "id")))
        or (len(box.css("a[id], a[name]")) == 1 and words.count(words.plain(box)) < 150)
    )


def _is_back(one: Target) -> bool:
    """Whether the place is a mark in the text, and the links are those that lead back to it."""
    first = one.node
    inner = first if first.tag == "a" else first.css_first("a[href^='#']")
    text = words.line(first)
    if inner is None or len(text) > 6:
        return first.tag == "a" and not attr(first, "href") and len(text) > 6
    return bool(BACK.fullmatch(words.line(one.links[0]))) or _precedes(first, one.links[0])


def _precedes(one: Node, other: Node) -> bool:
    """Whether a mark's own link leads to the element that holds the other: then it is the mark."""
    target = attr(one if one.tag == "a" else (one.css_first("a") or one), "href")[1:]
    around = [other, *ancestors(other)][:6]
    holds = any(target and target in (attr(a, "id"), attr(a, "name")) for a in around)
    in_list = any(above.tag == "li" or NOTE.search(attr(above, "id")) for above in around)
    is_raised = any(above.tag == "sup" for above in [one, *ancestors(one)][:3])
    starts = starts_block(other)
    return holds and ((in_list and not NOTE.fullmatch(attr(one, "id"))) or is_raised or starts)


def starts_block(link: Node) -> bool:
    """Whether nothing stands before a link in its paragraph."""
    node: Node | None = link
    while node is not None and node.tag not in ("p", "div", "li", "td", "body"):
        before = node.prev
        while before is not None:
            text = before.text_content if before.is_text_node else words.plain(before)
            if (text or "").strip():
                return False
            before = before.prev
        node = node.parent
    return True


def raised_around(link: Node) -> Node | None:
    return next((above for above in list(ancestors(link))[:2] if above.tag == "sup"), None)
