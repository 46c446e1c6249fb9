"""The parsed page: a bounded parse, and what is asked of an element again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.markup.own import names

Node: TypeAlias = LexborNode
Tree: TypeAlias = LexborHTMLParser

# No page that people wrote nests one element this deep within itself. Deeper, a parser's time
# grows with the square of the depth, and badly closed formatting with that of the page.
MOST_NESTED = 128
# Formatting that is never closed is opened anew in every paragraph after it.
_MOST_FORMATTING = 8
_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
_UNCOUNTED = names(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option tr td th thead tbody tfoot colgroup html head body"
)
# Private characters that mark places in the text while a page is read.
PRIVATE = re.compile("[\uf8f0-\uf8f8]")

BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main "
    "menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def parse(text: str) -> tuple[Tree, int]:
    """The tree of a page, and how many tags were left out because they nested too deep."""
    shallow, dropped = _shallow(PRIVATE.sub("", text))
    return LexborHTMLParser(shallow), dropped


def _shallow(text: str) -> tuple[str, int]:
    """The text without the tags that would nest an element deeper than `MOST_NESTED` in itself."""
    opened: dict[str, int] = {}
    dropped: dict[str, int] = {}
    gone: list[tuple[int, int]] = []
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _UNCOUNTED:
            continue
        depth = opened.get(name, 0)
        if not match[1]:
            if depth < (_MOST_FORMATTING if name in _FORMATTING else MOST_NESTED):
                opened[name] = depth + 1
                continue
            dropped[name] = dropped.get(name, 0) + 1
        elif dropped.get(name):
            dropped[name] -= 1
        else:
            opened[name] = max(0, depth - 1)
            continue
        gone.append(match.span())
    if not gone:
        return text, 0
    ends = [0, *(end for _, end in gone)]
    starts = [*(start for start, _ in gone), len(text)]
    return "".join(text[a:b] for a, b in zip(ends, starts, strict=True)), len(gone)


def attr(node: Node, name: str) -> str:
    """An attribute's value, `""` where there is none."""
    return node.attributes.get(name) or ""


@lru_cache(maxsize=4096)
def _words(names: str) -> str:
    tokens = (_CAMEL.sub("-", name).replace("_", "-").lower() for name in names.split())
    return " ".join(f"-{token.strip('-')}-" for token in tokens)


def marks(node: Node) -> str:
    """An element's class names and id as words between hyphens: ` -entry-- -header- `."""
    found = node.attributes
    names = f"{found.get('class') or ''} {found.get('id') or ''}"
    return f" {_words(names)} " if names != " " else ""


def own_hints(node: Node) -> tuple[str, ...]:
    """What an element says about itself, lower case: classes, id, role, item property, name."""
    found = node.attributes
    if not found:
        return (node.tag or "",)
    names: list[str] = []
    for name in ("class", "id", "role", "itemprop", "data-callout", "rel"):
        value = found.get(name)
        if value:
            names += value.lower().split()[:12]
    label = found.get("aria-label")
    if label and node.tag in ("aside", "nav", "section"):
        names.append(label.lower()[:80])
    return (*dict.fromkeys(names), node.tag or "")


def origin(node: Node) -> str:
    """Where a piece stood, for people: `<section id=faq>`."""
    found = node.attributes
    name = found.get("id") or ""
    if name:
        return f"<{node.tag} id={name[:60]}>"
    name = (found.get("class") or "").split(" ")[0]
    return f"<{node.tag} class={name[:60]}>" if name else f"<{node.tag}>"


def events(root: Node) -> Iterator[tuple[bool, Node]]:
    """Every node below and with `root`: `(True, node)` going in, `(False, node)` coming out."""
    node = root
    end = root.mem_id
    while True:
        yield True, node
        below = node.first_child
        if below is not None:
            node = below
            continue
        while True:
            yield False, node
            if node.mem_id == end:
                return
            beside = node.next
            if beside is not None:
                node = beside
                break
            above = node.parent
            if above is None:
                return
            node = above


def children(node: Node) -> list[Node]:
    """The child nodes, texts and comments too, as a list that stays when they are moved."""
    found: list[Node] = []
    below = node.first_child
    while below is not None:
        found.append(below)
        below = below.next
    return found


def ancestors(node: Node) -> Iterator[Node]:
    """The elements around a node, nearest first."""
    above = node.parent
    while above is not None and above.is_element_node:
        yield above
        above = above.parent


def within(node: Node, ids: frozenset[int] | set[int]) -> bool:
    """Whether the node is one of those, or stands in one of them."""
    return node.mem_id in ids or any(above.mem_id in ids for above in ancestors(node))


def text_of(node: Node) -> str:
    """All text below a node, to the letter."""
    return node.text(deep=True) if node.is_element_node else node.text_content or ""


def wrap(tree: Tree, nodes: list[Node], tag: str) -> Node:
    """A new element around neighbouring nodes, in their place."""
    box = tree.create_node(tag)
    nodes[0].insert_before(box, move=True)
    for node in nodes:
        box.insert_child(node, move=True)
    return box


def into(tree: Tree, node: Node, tag: str) -> Node:
    """The node as an element of another name: its children move into a new one in its place."""
    box = tree.create_node(tag)
    for name, value in node.attributes.items():
        box.attrs[name] = value or ""
    node.insert_before(box, move=True)
    for below in children(node):
        box.insert_child(below, move=True)
    detach(tree, node)
    return box


def detach(tree: Tree, node: Node) -> None:
    """Take a node out of the page. It lives on with the tree: those who hold it may still look."""
    tree.create_node("div").insert_child(node, move=True)


def unwrap(tree: Tree, node: Node) -> None:
    """Put what is in an element in its place."""
    for below in children(node):
        node.insert_before(below, move=True)
    detach(tree, node)
