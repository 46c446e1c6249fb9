"""The site's own parts within the article's scope: taken out, and kept as leavings.

Around the text a name is enough. Within it the name of a class may be chance (`market-share`), so
that only what is small, or holds a form, is taken.
"""

from __future__ import annotations

import re

from palmetto_editor.intake.html import cards, words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.measure import Measure, Measures
from palmetto_editor.intake.html.root import Root
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    ancestors,
    attr,
    children,
    events,
    marks,
    own_hints,
    text_of,
)
from palmetto_editor.intake.html.vocabulary import (
    ARTICLE,
    BREADCRUMB,
    META,
    NOTE,
    PRODUCTS,
    RELATED,
    TAGS,
    TOC,
    kind_of_chrome,
)

_SMALL = 80  # words outside links, of what is taken from within the text by its name alone
_LARGEST_FORM = 200
_LARGE_ANYWHERE = frozenset(("comments", "cookies"))
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "search": "form",
    "complementary": "sidebar",
    "dialog": "popups",
    "alertdialog": "popups",
    "toolbar": "controls",
    "tablist": "controls",
}
_TAGS = {
    "nav": "navigation",
    "menu": "navigation",
    "dialog": "popups",
    "button": "controls",
    "input": "controls",
    "select": "controls",
    "textarea": "controls",
    "datalist": "controls",
    "amp-ad": "advertising",
    "amp-social-share": "sharing",
    "amp-sidebar": "navigation",
}
_TEXT = frozenset((*HEADINGS, "pre", "table", "blockquote"))
_BOXES = frozenset(("div", "section", "aside", "ul"))
_PLAYERS = frozenset(("iframe", "object", "embed", "video", "audio", "amp-video", "amp-youtube"))
_TOC_HEADING = re.compile(
    r"(?:table of )?contents|on this page|in this (?:article|post|guide|page)|jump to|"
    r"what['’]s inside|page contents|quick navigation",
    re.I,
)
_MOSTLY = 0.6
_FEW = 40  # words
_RIGHTS_START = re.compile(r"©|copyright (?:©|\(c\)|\d{4})", re.I)
_LEADS_ON = re.compile(
    r"\W*(?:back to|return to|previous|next|older|newer)\b.{0,30}\W*|.{0,3}back to top\W*", re.I
)
_SAYS_OF_ARTICLE = "[rel~=tag], [rel~=author], time, [class*=author i], [class*=tags i]"
_MINUTES = re.compile(
    r"\W*\d{1,3}[ -]?min(?:ute)?s?(?: read)?(?:ing time)?\W*|reading time:? \d+ min\w*", re.I
)
_COUNTS = re.compile(r"(?:\W*\d[\d,.]*k? (?:views?|comments?|likes?|shares?)\W*)+", re.I)
_TO_COMMENT = re.compile(
    r"(?:please )?(?:log ?in|sign in|register)\b.{0,40}\bto "
    r"(?:(?:post|leave|add|write|view|read) (?:an? |your |the )?(?:comments?|repl(?:y|ies)|reviews?"
    r"|answers?)|comment|reply|join (?:the |in the )?(?:discussion|conversation))",
    re.I,
)
_EXPORTED = re.compile(r"exported from medium\b|canonical link$", re.I)
_PREVIOUS = re.compile(r"\W*(?:previous|next|older|newer)\b", re.I)
_RIGHTS = re.compile(r"©|all rights reserved|copyright \d{4}|powered by|proudly powered", re.I)


def clear(root: Root, measures: Measures, leavings: Leavings) -> None:
    """Take the site's parts out of the scope and the heroes."""
    for top in (*root.heroes, root.scope):
        _clear(top, root, measures, leavings)


def _clear(top: Node, root: Root, measures: Measures, leavings: Leavings) -> None:
    above = _before(top, root.headline)
    early = _before(top, root.body)
    stack: list[tuple[Node, bool]] = [(top, top.mem_id == root.body.mem_id)]
    while stack:
        node, inside = stack.pop()
        below = [child for child in children(node) if child.is_element_node]
        for child in reversed(below):
            if child.mem_id in root.path or _holds_headline(child, root, measures):
                stack.append((child, child.mem_id == root.body.mem_id))
                continue
            kind = _verdict(child, measures.get(child.mem_id), inside=inside)
            if not kind and not inside and child.mem_id not in early and _are_others(child):
                kind = "others"
            if not kind and child.mem_id in above and _is_links(child, measures):
                kind = "navigation"
            if kind == "embedded":
                _embedded(child, leavings)
            elif kind:
                leavings.take(kind, child)
            elif _may_hold_parts(child):
                stack.append((child, inside))


def _are_others(node: Node) -> bool:
    """Whether it is cards of other articles that no word calls related."""
    if node.tag not in _BOXES or RELATED.search(marks(node)):
        return False
    return cards.are_cards(node) and not cards.are_related(node)


def _before(top: Node, end: Node | None) -> set[int]:
    """The elements within `top` that end before another begins."""
    found: set[int] = set()
    if end is None or not any(one.mem_id == top.mem_id for one in ancestors(end)):
        return found
    for entering, node in events(top):
        if node.mem_id == end.mem_id:
            break
        if not entering and node.is_element_node:
            found.add(node.mem_id)
    return found


def _is_links(node: Node, measures: Measures) -> bool:
    """Whether it is links to other pages and no more: above a headline they lead elsewhere."""
    size = measures.get(node.mem_id)
    if size is None or size.links < 2 or size.density < _MOSTLY:
        return False
    names = marks(node)
    return (
        not (BREADCRUMB.search(names) or META.search(names))
        and node.css_first('[class*="crumb" i], [rel~=tag], [class*="tag" i], [class*="categor" i]')
        is None
    )


def _may_hold_parts(node: Node) -> bool:
    """Whether to look for the site's parts in it; links to others are not taken apart."""
    if node.tag in ("p", "pre", "svg", *HEADINGS):
        return node.css_first("button, iframe, input") is not None
    names = marks(node)
    if RELATED.search(names) or BREADCRUMB.search(names) or PRODUCTS.search(names):
        return False
    return node.tag not in _BOXES or not cards.are_related(node)


def _holds_headline(node: Node, root: Root, measures: Measures) -> bool:
    if root.headline is None or node.mem_id not in measures:
        return False
    if node.mem_id == root.headline.mem_id:
        return True
    return node.tag in ("div", "header", "section", "hgroup") and any(
        below.mem_id == root.headline.mem_id for below in node.css(root.headline.tag or "h1")
    )


def _verdict(node: Node, measured: Measure | None, *, inside: bool) -> str:
    """The kind of the site's part that an element is, `""` for the article's own."""
    tag = node.tag or ""
    if tag in _PLAYERS:
        return "embedded"
    if tag in _TEXT:
        return ""  # `anchorWithStickyNavbar` is the name of a heading
    size = measured or Measure(node)
    names = f"{marks(node)} -{attr(node, 'aria-label').lower()}- "
    if BREADCRUMB.search(names) or "breadcrumb" in names:
        return ""
    if TOC.search(names) or _is_contents(node, size):
        return "toc" if size.words - size.linked < _SMALL * 2 else ""
    if RELATED.search(names):
        return ""
    if TAGS.search(names) and size.words < _SMALL:
        return ""
    if not inside and PRODUCTS.search(names):
        return "products"
    if size.words <= _FEW and tag != "li" and (kind := _by_words(node, size)):
        return kind
    return _by_role(node, tag, names, size, inside=inside)


def _by_words(node: Node, size: Measure) -> str:
    """The site's parts that only their words tell: rights reserved, links back and on."""
    text = text_of(node).strip()
    if text[:1] in "©C" and _RIGHTS_START.match(text):
        return "footer"
    if _MINUTES.fullmatch(text) or _COUNTS.fullmatch(text) or _EXPORTED.match(text):
        return "controls"
    if size.links and _TO_COMMENT.fullmatch(" ".join(text.split()).strip(" .!")):
        return "comments"
    if 0 < size.links < 3 and node.tag in ("div", "ul", "span") and _PREVIOUS.match(text):
        return "navigation"
    if size.links and size.linked == size.words and _LEADS_ON.fullmatch(text):
        return "navigation"
    return ""


def _by_role(node: Node, tag: str, names: str, size: Measure, *, inside: bool) -> str:
    role = attr(node, "role").lower()
    kind = _TAGS.get(tag) or _ROLES.get(role, "")
    if kind == "sidebar" and inside:
        kind = ""
    if kind:
        return kind if size.words - size.linked < _SMALL * 5 else ""
    if tag == "form":
        return "form" if size.words < _LARGEST_FORM and _asks(node) else ""
    if tag in ("aside", "header", "footer"):
        kind = _by_place(node, tag, names, size, inside=inside)
        if kind:
            return kind
    kind = kind_of_chrome(names)
    if kind in _LARGE_ANYWHERE or (kind and not inside):
        return "" if ARTICLE.search(names) else kind
    beside = size.words - size.linked
    if kind and (beside <= _SMALL or _asks(node)):
        return kind
    if tag in _BOXES and size.words <= _FEW and node.css_first("form input[type=email i]"):
        return "newsletter"
    linkish = not inside and size.links >= 3 and size.density > 0.6
    if linkish and not META.search(names) and node.css_first(_SAYS_OF_ARTICLE) is None:
        return "navigation"
    return ""


def _by_place(node: Node, tag: str, names: str, size: Measure, *, inside: bool) -> str:
    if tag == "aside":
        kept = inside or NOTE.search(names) or META.search(names)
        return "" if kept else "sidebar"
    if tag == "header":
        return "header" if size.density > 0.4 and size.links > 2 else ""
    linkish = size.links > 4 and size.density > 0.4
    linkish = linkish and node.css_first(_SAYS_OF_ARTICLE) is None
    return "footer" if linkish or _RIGHTS.search(words.plain(node)) else ""


def _asks(node: Node) -> bool:
    """Whether it has fields to fill in."""
    return node.css_first("input:not([type=hidden]), textarea, select") is not None


def _is_contents(node: Node, size: Measure) -> bool:
    """A list of nothing but links to places of this page."""
    if node.tag not in ("ul", "ol", "div", "nav", "section") or size.links < 3:
        return False
    if size.density < 0.75:
        return False
    links = node.css("a[href]")
    here = sum(attr(link, "href").startswith("#") for link in links)
    if here < len(links) or any(_is_note(link) for link in links):
        return False
    heading = node.css_first("h2, h3, h4, p, summary, strong")
    # A section of links to places may be an index that is meant as text; a list is not.
    return node.tag in ("ul", "ol", "nav") or (
        heading is not None and bool(_TOC_HEADING.match(words.line(heading)))
    )


def _is_note(link: Node) -> bool:
    return "fn" in attr(link, "href") or any("note" in hint for hint in own_hints(link))


def _embedded(node: Node, leavings: Leavings) -> None:
    source = attr(node, "src") or attr(node, "data-src") or attr(node, "data")
    if not source:
        inner = node.css_first("source[src]")
        source = attr(inner, "src") if inner is not None else attr(node, "data-videoid")
    name = attr(node, "title") or words.line(node)
    leavings.take("embedded", node)
    leavings.say("embedded", f"{name}: {source}" if name and source else source, f"<{node.tag}>")
