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
    order = {node.mem_id: at for at, node in enumerate(scope.css("a, [id]"))}
    found: dict[str, Target] = {}
    for link in links:
        name = attr(link, "href")[1:]
        place = places.get(name)
        if place is None or not _is_mark(link):
            continue
        # A note stands after its marks; what leads upwards leads back.
        if order[place.mem_id] < order[link.mem_id]:
            continue
        if name not in found:
            holder = _holder(place)
            if holder is None or any(above.mem_id == holder.mem_id for above in ancestors(link)):
                continue
            found[name] = Target(place, holder)
        if not _within(link, found[name].holder):
            found[name].links.append(link)
    return [one for one in found.values() if one.links]


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
