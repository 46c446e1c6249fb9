"""Pictures with their alternative texts and captions, in the ways that systems set them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import Node, Tree, attr, children, detach

TAGS = frozenset(("div", "figure", "a", "span", "amp-img"))
_CAPTION = "figcaption, .wp-caption-text, .caption, [class*=caption i], .image-caption"
_MOST = 40  # pictures in one figure: more are a page of their own
_TEXT = "h1, h2, h3, h4, p + p, ul, ol, table, blockquote, pre"
_TINY = 2  # pixels: what counts visits
_ICON = 40  # pixels: a picture without words this small is decoration


class Figure(NamedTuple):
    """`file` is a file name or an address, `""` for a picture that is not to be had."""

    file: str
    alt: str
    caption: str
    plain: str


def of(node: Node, spell: Callable[[Node], str]) -> list[Figure] | None:
    """The pictures that an element is, the caption on the last; None if it is more than that."""
    images = [node] if node.tag == "img" else node.css("img")
    if not images or len(images) > _MOST:
        return None
    title = None
    if node.tag != "img":
        if node.tag != "figure" and node.css_first(_TEXT) is not None:
            return None
        title = _caption(node)
        heading = node.css_first("h2, h3, h4, h5, h6") if node.tag == "figure" else None
        shown = [part for part in (title, heading) if part is not None]
        if words.count(words.plain(node)) > sum(words.count(words.plain(p)) for p in shown):
            return None
        label = f"{words.line(heading)} " if heading is not None else ""
    found = [one for image in images if (one := _figure(image)) is not None]
    if title is not None and found and words.plain(title):
        found[-1] = found[-1]._replace(caption=label + spell(title), plain=words.line(title))
    return found


def _caption(node: Node) -> Node | None:
    """The caption within an element: not the element itself, whose name may speak of captions."""
    parts = [part for part in node.css(_CAPTION) if part.mem_id != node.mem_id]
    parts = [part for part in parts if part.css_first("img") is None]
    return next((part for part in parts if part.tag == "figcaption"), next(iter(parts), None))


def take_images(tree: Tree, node: Node) -> list[Figure]:
    """The pictures in a paragraph or heading, taken out of it with links that are then empty."""
    found: list[Figure] = []
    for image in node.css("img"):
        one = _figure(image)
        around = image.parent
        detach(tree, image)
        if (
            around is not None
            and around.tag in ("a", "picture", "span")
            and not words.plain(around)
        ):
            detach(tree, around)
        if one is not None:
            found.append(one)
    return found


def starts_with_image(node: Node) -> bool:
    """Whether no word stands before the first picture."""
    for below in children(node):
        if below.tag == "img" or (below.is_element_node and below.css_first("img") is not None):
            return True
        if below.is_text_node and (below.text_content or "").strip():
            return False
        if below.is_element_node and words.plain(below):
            return False
    return False


def target(address: str) -> str:
    """An address as it stands in the brackets of a Markdown link."""
    return f"<{address}>" if re.search(r"[\s()<>]", address) else address


def _figure(image: Node) -> Figure | None:
    """The picture, None for one that nobody is meant to look at."""
    alt = " ".join(attr(image, "alt").split())
    width, height = _pixels(image, "width"), _pixels(image, "height")
    if 0 <= min(width, height) <= _TINY and max(width, height) <= _TINY:
        return None
    small = 0 <= max(width, height) <= _ICON
    decoration = attr(image, "role") in ("presentation", "none")
    if not alt and (small or decoration):
        return None
    return Figure(attr(image, "src"), alt, "", alt)


def _pixels(image: Node, name: str) -> int:
    """A width or height, -1 where the element does not say."""
    digits = re.match(r"\d{1,5}", attr(image, name))
    return int(digits[0]) if digits else -1
