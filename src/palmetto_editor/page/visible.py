"""What a reader sees of HTML, as text: for the graph, for comparing page and graph."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = frozenset({"head", "noscript", "script", "style", "template", "title"})
_HIDDEN = ", ".join(("[hidden]", *sorted(_UNSEEN)))
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
    return _folded(Texts(node).said)


class Texts:
    """The visible text of every element below a root, all found in one walk: elements may stand
    within each other without end, and each has the text of all within it.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self.said: list[str] = []
        self._began: dict[int, int] = {}
        self._ended: dict[int, int] = {}
        if root:
            self._walk(root)

    def of(self, node: LexborNode) -> str:
        """The text of an element; within another that is not seen, it is asked for by itself."""
        began = self._began.get(node.mem_id)
        if began is None:
            return text_of(node)
        return _folded(self.said[began : self._ended[node.mem_id]])

    def _walk(self, root: LexborNode) -> None:
        """In the order of the document; an element ends where one comes that is not within it."""
        said, open_, unseen = self.said, list[tuple[int, str]](), self._unseen(root)
        for node in root.traverse(include_text=True):
            known, above = node.mem_id, node.parent.mem_id if node.parent else 0
            if above in unseen or known in unseen:
                unseen.add(known)
                continue
            while open_ and open_[-1][0] != above:
                self._leave(*open_.pop())
            if node.is_text_node:
                said.append(node.text_content or "")
            elif node.is_element_node:
                space = " " if node.tag in _APART else ""
                self._began[known] = len(said)
                said.append(space)
                open_.append((known, space))
        while open_:
            self._leave(*open_.pop())

    def _leave(self, known: int, space: str) -> None:
        self.said.append(space)
        self._ended[known] = len(self.said)

    @staticmethod
    def _unseen(root: LexborNode) -> set[int]:
        found = {node.mem_id for node in root.css(_HIDDEN)}
        return (
            found | {root.mem_id} if root.tag in _UNSEEN or "hidden" in root.attributes else found
        )


def _folded(said: list[str]) -> str:
    return " ".join("".join(said).split())
