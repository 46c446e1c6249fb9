"""Code listings: their text without line numbers and buttons, and the language they name."""

from __future__ import annotations

import re

from palmetto_editor.intake.html.tree import Node, Tree, ancestors, attr, detach, text_of

_NUMBERS = (
    ".lineno, .linenos, .linenodiv, .line-numbers-rows, .rouge-gutter, .gutter, .hljs-ln-numbers, "
    ".ln, .lnt, .line-number, .linenumber, .crayon-nums, .copy-button, .copybtn, button"
)
# Tables that set numbers beside the code: Hugo, Rouge, Pygments, SyntaxHighlighter, Crayon.
_TABLES = (
    "table.lntable, table.rouge-table, table.highlighttable, table.crayon-table, "
    ".syntaxhighlighter table, table.hljs-ln"
)
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language-|lang-|highlight-source-|highlight-|brush:\s*|sourceCode\s+)([\w+#.-]+)",
    re.I,
)
_NO_LANGUAGE = frozenset(
    ("none", "text", "plaintext", "plain", "notranslate", "default", "highlight")
)


def unfold_tables(tree: Tree, root: Node) -> None:
    """Tables of code and line numbers become the `<pre>` that they are."""
    for table in root.css(_TABLES):
        for node in table.css(_NUMBERS):
            detach(tree, node)
        cells = table.css("td")
        code = [cell for cell in cells if text_of(cell).strip()]
        if not code:
            continue
        pre = tree.create_node("pre")
        holder = table.css_first("[class*=language-], [data-lang]")
        pre.attrs["class"] = attr(holder, "class") if holder is not None else ""
        body = tree.create_node("code")
        body.insert_child(_lines(code))
        pre.insert_child(body, move=True)
        table.insert_before(pre, move=True)
        detach(tree, table)


def listing(tree: Tree, pre: Node) -> tuple[str, str]:
    """The text of a `<pre>` and its language, `""` where it names none."""
    for node in pre.css(_NUMBERS):
        # Hugo's `.ln` is a number; elsewhere a class of that name may be a line of code.
        if text_of(node).strip().isdigit() or node.tag == "button" or not text_of(node).strip():
            detach(tree, node)
    return _text(pre).strip("\n").expandtabs(4), language(pre)


def fenced(text: str, name: str) -> str:
    """A fenced block of our Markdown, its fence longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{name}\n{text}\n{fence}"


def language(pre: Node) -> str:
    """The language that the listing, its `<code>` or one of the two elements around it names."""
    around = list(ancestors(pre))[:3]
    inner = pre.css_first("code")
    for node in (inner, pre, *around):
        if node is None:
            continue
        for name in ("data-lang", "data-language", "data-code-language"):
            if attr(node, name):
                return attr(node, name).lower().strip()[:30]
        match = _LANGUAGE.search(attr(node, "class"))
        if match and match[1].lower().rstrip(";") not in _NO_LANGUAGE:
            return match[1].lower().rstrip(";")[:30]
    return ""


def _lines(cells: list[Node]) -> str:
    return "\n".join(_text(cell).strip("\n") for cell in cells)


def _text(node: Node) -> str:
    for line_break in node.css("br"):
        line_break.insert_after("\n")
    lines = node.css("div.line, div.token-line, div.code-line, span.token-line")
    if lines and "\n" not in text_of(node).strip():
        return "\n".join(text_of(line).rstrip("\n") for line in lines)
    return text_of(node).replace("\xa0", " ")
