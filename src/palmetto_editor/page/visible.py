"""What a reader sees of HTML, as text: for the graph, for comparing page and graph."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = frozenset({"head", "noscript", "script", "style", "template", "title"})
# Elements that stand apart from the text around them; the others run on within a line.
_APART = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "img",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)


@lru_cache(maxsize=512)  # the same captions, answers and entries are asked for again and again
def visible_text(html: str) -> str:
    """The text of a document or a fragment in its order, white space folded to single blanks.

    What elements apart from each other hold is apart in the text; what is `hidden`, scripts,
    styles and the head are left out. Alternative texts are not seen, and not here.
    """
    root = LexborHTMLParser(html).root
    return text_of(root) if root else ""


def text_of(node: LexborNode) -> str:
    """The visible text of an element of a document that is parsed already."""
    return " ".join("".join(_texts(node)).split())


def _texts(root: LexborNode) -> list[str]:
    """The texts below a node; an explicit stack, since a stranger's page may nest without end."""
    found: list[str] = []
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            found.append(node)
        elif node.is_text_node:
            found.append(node.text_content or "")
        elif node.is_element_node and node.tag not in _UNSEEN and "hidden" not in node.attributes:
            if node.tag in _APART:
                found.append(" ")
                stack.append(" ")
            stack.extend(reversed(list(node.iter(include_text=True))))
    return found
