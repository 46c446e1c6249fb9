"""The article's elements put as text means them: no anchors beside headings, no lazy images."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.tree import HEADINGS, Node, Tree, attr, detach, into, unwrap

_ANCHOR = re.compile(r"(?:[#¶§🔗⚓↩\u200b\ufeff\s]|link|permalink|anchor|copy link)*", re.I)
_ANCHOR_CLASS = re.compile(
    r"headerlink|anchor|heading-?link|hash-?link|permalink|header-link|deep-link", re.I
)
_ICONS = ".page-header-icon .icon, .callout .icon, .property-row .icon, .kg-callout-emoji"
_PEOPLE = (
    "img[class*=avatar i], img[class*=gravatar i], img[class*=author i], img[class*=profile i]"
)
_SIGN = 3  # characters of an emoji, with what modifies it
_CHIPS = ".selected-value + .selected-value"
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\]).]{0,2}")
_BULLET = re.compile(r"\s*[•·▪‣◦●]\s*")
_EMOJI = re.compile(r"emoji|wp-smiley|twemoji", re.I)


def tidy(tree: Tree, root: Node, leavings: Leavings) -> None:
    """Rewrite the elements below the root in place."""
    for heading in root.css("h1, h2, h3, h4, h5, h6"):
        _without_anchors(tree, heading)
    for link in root.css(
        'caption a[href^="#"], figcaption a[href^="#"], dt a[href^="#"], .caption a[href^="#"]'
    ):
        if _ANCHOR_CLASS.search(attr(link, "class")) and _ANCHOR.fullmatch(words.line(link)):
            detach(tree, link)
    _pictures(tree, root, leavings)
    _signs(tree, root)
    for formula in root.css('annotation[encoding="application/x-tex"]'):
        _formula(tree, formula)
    for line_break in root.css("p > br, div > br"):
        _bullets(tree, line_break)
    for heading in root.css("[role=heading][aria-level]"):
        level = attr(heading, "aria-level")
        if heading.tag not in HEADINGS and level in ("1", "2", "3", "4", "5", "6"):
            into(tree, heading, f"h{level}")


def _pictures(tree: Tree, root: Node, leavings: Leavings) -> None:
    for image in root.css("amp-img"):
        into(tree, image, "img")
    for image in root.css("img"):
        _emoji(tree, image)
    for image in root.css(_PEOPLE):
        around = image.parent
        leavings.say("image", attr(image, "alt"), "<img>")
        detach(tree, image)
        holders = ("a", "picture", "span", "figure")
        if around is not None and around.tag in holders and not words.plain(around):
            detach(tree, around)


def _signs(tree: Tree, root: Node) -> None:
    """What style sheets set apart, and signs that say nothing."""
    for icon in root.css(_ICONS):
        if len(words.plain(icon)) <= _SIGN or (icon.parent is not None and icon.parent.tag == "th"):
            detach(tree, icon)
    for value in root.css(_CHIPS):
        value.insert_before(", ")
    for time in root.css("time + time, span + time"):
        if time.prev is not None and time.prev.is_element_node:
            time.insert_before(" ")
    for label in root.css("li > span.label, li > span.ref-label, li > .citation-number"):
        if _NUMBER.fullmatch(words.line(label)) and label.prev is None:
            detach(tree, label)
    for unspoken in root.css("wbr, rp"):
        detach(tree, unspoken)


def _without_anchors(tree: Tree, heading: Node) -> None:
    for link in heading.css("a"):
        target = attr(link, "href")
        text = words.line(link)
        if target and not target.startswith("#"):
            continue
        if _ANCHOR.fullmatch(text) or (
            _ANCHOR_CLASS.search(attr(link, "class")) and len(text) <= 2
        ):
            detach(tree, link)
        else:
            unwrap(tree, link)


def _emoji(tree: Tree, image: Node) -> None:
    alt = attr(image, "alt")
    if alt and (_EMOJI.search(attr(image, "class")) or "/emoji/" in attr(image, "src")):
        box = tree.create_node("span")
        box.insert_child(alt)
        image.insert_before(box, move=True)
        detach(tree, image)


def _bullets(tree: Tree, line_break: Node) -> None:
    """Lines that begin with bullets, as editors without lists make them, become a list."""
    first = line_break.prev
    if first is None or not first.is_text_node or not _BULLET.match(first.text_content or ""):
        return
    lines: list[Node] = []
    at: Node | None = first
    while at is not None and at.is_text_node and _BULLET.match(at.text_content or ""):
        lines.append(at)
        following = at.next
        at = following.next if following is not None and following.tag == "br" else None
    before = first.prev
    if len(lines) < 2 or (before is not None and before.tag != "br"):
        return
    made = tree.create_node("ul")
    first.insert_before(made, move=True)
    for line in lines:
        item = tree.create_node("li")
        item.insert_child(_BULLET.sub("", line.text_content or "", count=1).strip())
        made.insert_child(item, move=True)
        following = line.next
        if following is not None and following.tag == "br":
            detach(tree, following)
        detach(tree, line)


def _formula(tree: Tree, annotation: Node) -> None:
    """A formula as its TeX in code: the one spelling of it that a page carries as text."""
    top = annotation
    above = annotation.parent
    while above is not None and above.tag not in ("p", "div", "li", "td", "section", "body"):
        top = above
        above = above.parent
    tex = words.line(annotation)
    if not tex:
        return
    code = tree.create_node("code")
    code.insert_child(tex)
    top.insert_before(code, move=True)
    detach(tree, top)
