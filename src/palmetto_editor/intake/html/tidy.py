"""The article's elements put as text means them: no anchors beside headings, no lazy images."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import Node, Tree, attr, detach, into, unwrap

_ANCHOR = re.compile(r"(?:[#¶§🔗⚓↩\u200b\ufeff\s]|link|permalink|anchor|copy link)*", re.I)
_ANCHOR_CLASS = re.compile(
    r"headerlink|anchor|heading-?link|hash-?link|permalink|header-link|deep-link", re.I
)
_EMOJI = re.compile(r"emoji|wp-smiley|twemoji", re.I)


def tidy(tree: Tree, root: Node) -> None:
    """Rewrite the elements below the root in place."""
    for heading in root.css("h1, h2, h3, h4, h5, h6"):
        _without_anchors(tree, heading)
    for image in root.css("amp-img"):
        into(tree, image, "img")
    for image in root.css("img"):
        _emoji(tree, image)
    for time in root.css("time + time, span + time"):
        if time.prev is not None and time.prev.is_element_node:
            time.insert_before(" ")
    for formula in root.css('annotation[encoding="application/x-tex"]'):
        _formula(tree, formula)
    for button in root.css("wbr, rp"):
        detach(tree, button)
    for heading in root.css("[role=heading][aria-level]"):
        level = attr(heading, "aria-level")
        if heading.tag not in ("h1", "h2", "h3", "h4", "h5", "h6") and level in "123456":
            into(tree, heading, f"h{level}")


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
