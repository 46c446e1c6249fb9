"""HTML as our Markdown: rendered again it is that HTML, and it is pleasant to read and revise.

`block` is a node as blocks, `inline` its content on one line, `literal` a plain text. Pages of
any make come out sane: emphasis by style attributes, blocks within links, breaks for paragraphs.
Time is linear in the size; what is nested beyond any use stands flat. Sources of the rules: this
project's `markup`, which reads the Markdown, and the HTML standard.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from palmetto_editor.intake.html import spell_text
from palmetto_editor.intake.html.spell_blocks import WRITERS
from palmetto_editor.intake.html.spell_flow import Context, block_of, flow, joined, line
from palmetto_editor.intake.html.spell_inline import Where
from palmetto_editor.intake.html.spell_tree import BLOCKS, TEXT, Marks, Tree, grow


def no_marks(_node: LexborNode) -> str | None:
    """Every element is spelled as it is."""
    return None


def inline(node: LexborNode, *, marks: Marks = no_marks, exact: bool = False) -> str:
    """A node's content as inline Markdown on one line, for a heading, a cell or a caption.

    It may begin with what begins a list or a heading: `paragraph` makes a block of it. `marks`
    gives the Markdown that stands for an element, such as `[^1]`, `""` to leave it out, or None
    where the element is spelled as it is. With `exact` the HTML is from our own markup: white
    space and tags stay as they are.
    """
    context, where = Context(WRITERS, exact=exact), Where(single=True, exact=exact)
    if (node.tag or "") == TEXT:
        tree = Tree("-text-holder", children=[Tree(TEXT, node.text_content or "")])
    else:
        tree = grow(node, marks)
    return line(tree.children, context, where)


def block(node: LexborNode, *, marks: Marks = no_marks, exact: bool = False) -> str:
    """A node as blocks of Markdown, parted by blank lines, without one at the end.

    See `inline` for `marks` and `exact`. A node that is no block is a paragraph.
    """
    context = Context(WRITERS, exact=exact)
    if (node.tag or "") == TEXT:
        return paragraph(literal(" ".join((node.text_content or "").split())))
    tree = grow(node, marks)
    if tree.tag in BLOCKS or tree.blocks:
        return joined(block_of(tree, context))
    return joined(flow([tree], context))


def literal(text: str) -> str:
    """Plain text as inline Markdown that shows exactly this text; line ends stay."""
    return spell_text.escaped(text)


def paragraph(markdown: str) -> str:
    """Inline Markdown as a paragraph: no line of it is read as a list, a heading and the like."""
    return spell_text.started(markdown)
