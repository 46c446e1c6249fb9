"""HTML as a light tree of its own: what nobody reads is gone, and it is never nested too deep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from palmetto_editor.markup.own import names

Marks = Callable[[LexborNode], str | None]

DEEPEST = 100  # levels of elements; what is nested deeper stands flat at that level
TEXT, MARK = "-text", "-mark"

BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
    "menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp"
)
_UNREAD = names(
    "applet area base basefont bgsound button canvas command datalist embed head input link map "
    "meta noembed noframes noscript object optgroup option param rp script select source style "
    "svg template textarea title track annotation annotation-xml"
)


@dataclass(slots=True)
class Tree:
    """An element, a text (`-text`), or Markdown that stands for an element (`-mark`).

    `blocks` tells whether a block stands anywhere in it.
    """

    tag: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Tree] = field(default_factory=list)
    blocks: bool = False
    node: LexborNode | None = None

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def is_inline(self) -> bool:
        """Whether it can stand in a paragraph."""
        return self.tag not in BLOCKS and not self.blocks

    def words(self) -> str:
        """All the text in it, as it is."""
        parts: list[str] = []
        left = [self]
        while left:
            tree = left.pop()
            parts.append("\n" if tree.tag == "br" else tree.text if tree.tag == TEXT else "")
            left.extend(reversed(tree.children))
        return "".join(parts)

    def first(self, tag: str) -> Tree | None:
        """The first child with this name."""
        return next((child for child in self.children if child.tag == tag), None)


def grow(root: LexborNode, marks: Marks) -> Tree:
    """The tree of a node, in time that is linear in its size."""
    tree = _element(root)
    grown: list[tuple[Tree, Tree]] = []
    left: list[tuple[LexborNode | None, Tree, int]] = [(root.first_child, tree, 1)]
    while left:
        node, parent, depth = left.pop()
        if node is None:
            continue
        left.append((node.next, parent, depth))
        tag = node.tag or ""
        if tag == TEXT:
            parent.children.append(Tree(TEXT, node.text_content or ""))
        elif tag in _UNREAD or not tag or tag[0] in "-!":
            continue
        elif (mark := marks(node)) is not None:
            if mark:
                parent.children.append(Tree(MARK, mark))
        elif depth < DEEPEST:
            child = _element(node)
            parent.children.append(child)
            grown.append((child, parent))
            left.append((node.first_child, child, depth + 1))
        else:
            if tag in BLOCKS:
                parent.children.append(Tree(TEXT, " "))
            left.append((node.first_child, parent, depth))
    for child, parent in reversed(grown):
        parent.blocks = parent.blocks or child.blocks or child.tag in BLOCKS
    return tree


def _element(node: LexborNode) -> Tree:
    found = {name: value or "" for name, value in node.attributes.items()}
    return Tree(node.tag or "", attributes=found, node=node)
