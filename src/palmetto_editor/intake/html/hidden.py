"""What a page holds and does not show: scripts, styles, and elements that are hidden."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.tree import Node, Tree, attr, detach, unwrap, within

_MACHINERY = "script, style, template, link, meta, title, base, svg, canvas, noembed, noframes"
_MAY_BE_HIDDEN = ", ".join(
    (
        '[hidden], [aria-hidden="true"], [style*="display" i], [style*="visibility" i]',
        ".sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text, .screen-reader-only",
        ".screenreader, .hidden, .d-none, .hide, .is-hidden, .u-hidden, .element-invisible",
        ".assistive-text, .visually-hidden-focusable, .amp-sidebar, amp-sidebar",
    )
)
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_STYLED_ONLY = re.compile(r"\b(?:hidden|d-none|hide)\b")
# Tailwind's and Bootstrap's way to hide on small screens only.
_SHOWN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents)|d-(?:sm|md|lg|xl)-(?!none)"
)
# A page saved while a window lay over it, or before its script ran, hides all that it says.
_MOST = 0.4


def drop_machinery(tree: Tree, root: Node) -> None:
    """Take out what no reader sees on any page. What `<noscript>` holds stays where it adds."""
    for node in root.css("noscript"):
        _without_script(tree, node)
    for node in root.css(_MACHINERY):
        detach(tree, node)


def drop_hidden(root: Node, leavings: Leavings) -> None:
    """Take out what is hidden, its words kept. What is closed and can be opened is not hidden."""
    found = [node for node in root.css(_MAY_BE_HIDDEN) if _is_hidden(node)]
    if not found:
        return
    total = words.count(words.plain(root))
    gone: set[int] = set()
    for node in found:
        if within(node, gone):
            continue
        if total > 50 and words.count(words.plain(node)) > total * _MOST:
            continue
        leavings.take("hidden", node)
        gone.add(node.mem_id)


def show(node: Node) -> None:
    """Make an element that a reader can open one that is shown."""
    for name in ("hidden", "aria-hidden"):
        if name in node.attributes:
            del node.attrs[name]
    style, classes = attr(node, "style"), attr(node, "class")
    if style:
        node.attrs["style"] = _STYLE.sub("", style)
    if classes:
        node.attrs["class"] = _STYLED_ONLY.sub("", classes)


def _is_hidden(node: Node) -> bool:
    found = node.attributes
    if "hidden" in found or found.get("aria-hidden") == "true":
        return node.tag not in ("math", "img")
    if _STYLE.search(found.get("style") or ""):
        return True
    classes = found.get("class") or ""
    if _SHOWN_WIDE.search(classes):
        return False
    # `[style*=display]` also finds `display:block`.
    return bool(_CLASS_HIDES.search(f" {classes} ")) or node.tag == "amp-sidebar"


_CLASS_HIDES = re.compile(
    r" (?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only|"
    r"screenreader|hidden|d-none|hide|is-hidden|u-hidden|element-invisible|assistive-text|"
    r"visually-hidden-focusable) "
)


def _without_script(tree: Tree, node: Node) -> None:
    """An image for browsers without scripts takes the place of the empty one before it."""
    image = node.css_first("img")
    if image is None:
        if words.count(words.plain(node)) < 30:
            detach(tree, node)
        else:
            unwrap(tree, node)
        return
    for near in (node.prev, node.next):
        if near is not None and near.tag == "img":
            near.attrs["src"] = attr(image, "src")
            if attr(image, "srcset"):
                near.attrs["srcset"] = attr(image, "srcset")
            detach(tree, node)
            return
    if attr(image, "width") == "1" or attr(image, "height") == "1":
        detach(tree, node)
    else:
        unwrap(tree, node)
