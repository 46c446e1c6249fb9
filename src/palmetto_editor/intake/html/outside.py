"""What stands outside the article: trails and related articles are kept, the rest is left."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import cards, words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.root import Root
from palmetto_editor.intake.html.tree import Node, ancestors, attr, children, marks, text_of, within
from palmetto_editor.intake.html.vocabulary import (
    BREADCRUMB,
    RELATED,
    RELATED_HEADING,
    kind_of_chrome,
)

_MOST_RELATED = 2
_MOST_DISCLAIMERS = 3
_SENTENCE = 6  # words: a badge says less
_DISCLAIMS = re.compile(
    r"informational purposes only|research (?:use|purposes) only|not for human|"
    r"not been evaluated by|not intended (?:to|as|for)|preclinical (?:research|models|only)",
    re.I,
)
_NOTE = re.compile(r"ftn|edn|footnote|endnote|\bfn", re.I)
_TAGS = {
    "nav": "navigation",
    "header": "header",
    "footer": "footer",
    "aside": "sidebar",
    "form": "form",
    "dialog": "popups",
    "iframe": "embedded",
    "button": "controls",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "search": "form",
    "dialog": "popups",
}


def before_and_after(page: Node, root: Root) -> tuple[list[Node], list[Node]]:
    """The trail to the page, and boxes of related articles, that stand outside the scope."""
    parts = {root.scope.mem_id, *(hero.mem_id for hero in root.heroes)}
    before: list[Node] = []
    related_boxes: list[Node] = []
    for node in page.css('[class*="crumb" i], [id*="crumb" i], [aria-label*="breadcrumb" i]'):
        named = BREADCRUMB.search(marks(node)) or "breadcrumb" in attr(node, "aria-label").lower()
        if named and _is_apart(node, parts, root) and words.plain(node):
            before.append(node)
            break
    related = (
        '[class*="related" i], [id*="related" i], [class*="read-next" i], [class*="read-more" i]'
    )
    for node in page.css(related):
        if len(related_boxes) == _MOST_RELATED:
            break
        if not RELATED.search(marks(node)) or node.css_first("a[href]") is None:
            continue
        if _is_apart(node, parts | {one.mem_id for one in related_boxes}, root):
            related_boxes.append(node)
    if not related_boxes:
        related_boxes = _headed(page, parts, root)
    found = [*_notes(page, root), *related_boxes]
    return before, [*found, *_disclaimers(page, parts | {one.mem_id for one in found}, root)]


def _headed(page: Node, parts: set[int], root: Root) -> list[Node]:
    """A box that is not named as related, and whose heading says so."""
    for heading in page.css("h2, h3, h4"):
        if not RELATED_HEADING.fullmatch(words.line(heading)):
            continue
        for above in list(ancestors(heading))[:4]:
            if not _is_apart(above, parts, root):
                break
            if above.css_first("a[href]") is not None:
                return [above] if cards.are_related(above) else []
    return []


def _disclaimers(page: Node, parts: set[int], root: Root) -> list[Node]:
    """What a footer of the site says of all its articles: it speaks to this one's readers too."""
    found: list[Node] = []
    for node in page.css("p, div, small, li"):
        if len(found) == _MOST_DISCLAIMERS:
            break
        if len(node.css("p, div, ul, h1, h2, h3, h4, section, nav, small")) > 1:
            continue
        says = _DISCLAIMS.search(text_of(node)) and words.count(words.plain(node)) >= _SENTENCE
        if says and _is_apart(node, parts, root):
            found.append(node)
    return found


def _notes(page: Node, root: Root) -> list[Node]:
    """Sections of notes outside the scope to which marks in it lead."""
    wanted = {attr(link, "href")[1:] for link in root.scope.css('a[href^="#"]')}
    wanted.discard("")
    found: dict[int, Node] = {}
    for place in page.css("[id], a[name]") if wanted else ():
        if attr(place, "id") not in wanted and attr(place, "name") not in wanted:
            continue
        if within(place, {root.scope.mem_id}) or place.mem_id in root.path:
            continue
        around = [place, *ancestors(place)]
        if not any(_NOTE.search(f"{attr(a, 'id')} {attr(a, 'class')}") for a in around[:4]):
            continue
        top = place
        for above in around:
            if above.mem_id in root.path or above.tag in ("body", "main", "article"):
                break
            top = above
        found[top.mem_id] = top
    return list(found.values())


def collect(page: Node, root: Root, kept: list[Node], leavings: Leavings) -> None:
    """Take all else out of the page, by what it is."""
    whole = {root.scope.mem_id, *(node.mem_id for node in (*root.heroes, *kept))}
    around = {
        above.mem_id for node in (root.scope, *root.heroes, *kept) for above in ancestors(node)
    }
    if page.mem_id in whole:
        return
    stack = [page]
    while stack:
        for node in children(stack.pop()):
            if node.mem_id in whole:
                continue
            if node.mem_id in around:
                stack.append(node)
            elif node.is_text_node:
                leavings.say("beside", text_of(node))
            elif node.is_element_node:
                leavings.take(_kind(node), node)


def _kind(node: Node) -> str:
    kind = kind_of_chrome(marks(node))
    return kind or _ROLES.get(attr(node, "role").lower(), "") or _TAGS.get(node.tag or "", "beside")


def _is_apart(node: Node, parts: set[int], root: Root) -> bool:
    """Whether a node neither stands in one of these parts nor holds one."""
    if node.mem_id in root.path or node.mem_id in parts:
        return False
    above = {one.mem_id for one in ancestors(node)}
    return not above & parts and all(
        node.mem_id not in {one.mem_id for one in ancestors(part)}
        for part in (root.scope, *root.heroes)
    )
