"""What stands in an element, as blocks of our Markdown: paragraphs, and what `writers` spell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from palmetto_editor.intake.html import spell_styles as styles
from palmetto_editor.intake.html.spell_inline import Where, gather, wrapped, write
from palmetto_editor.intake.html.spell_styles import Span
from palmetto_editor.intake.html.spell_text import edged, started
from palmetto_editor.intake.html.spell_tidy import Token, parted, tidy
from palmetto_editor.intake.html.spell_tree import MARK, Tree
from palmetto_editor.markup.own import names

DEEPEST = 12  # quotes and lists within each other; our markup reads a few more

_RAW = names("details dialog div fieldset figcaption figure section summary")
_CONTAINERS = names(
    "address article body center dd dt figcaption figure footer form header hgroup html li main "
    "nav p search section div caption tbody tr td th thead tfoot legend fieldset dialog summary"
)
_GAP = re.compile(r"\n(?=[^\S\n]*\n)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of Markdown. `kind` is what it begins: `p`, `ul`, `ol`, `pre`, `raw`, …

    `interrupts`: it can stand directly below a paragraph, as in a list without blank lines.
    """

    kind: str
    text: str
    interrupts: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a block stands in: how deep, in which emphasis or link, and which of it is not told.

    `writers` spell the elements that are more than a container, by name.
    """

    writers: Mapping[str, Writer]
    exact: bool = False
    depth: int = 0
    spans: tuple[Span, ...] = ()
    muted: frozenset[str] = frozenset()
    after: str = ""  # the marker of the list that stands directly above

    @property
    def active(self) -> frozenset[str]:
        """The kinds of spans that do not begin once more."""
        return self.muted.union(span.kind for span in self.spans)

    @property
    def deeper(self) -> Context:
        """The inside of a quote or a list."""
        return replace(self, depth=self.depth + 1, after="")

    @property
    def strong(self) -> Context:
        """The inside of what is strong as it is: word processors say so once more."""
        if self.exact:
            return self
        spans = tuple(span for span in self.spans if span.kind != "strong")
        return replace(self, spans=spans, muted=self.muted | {"strong"})


Writer = Callable[[Tree, Context], list[Block]]


def flow(nodes: Iterable[Tree], context: Context) -> list[Block]:
    """The blocks of what stands in an element; loose text and inline elements are paragraphs."""
    out: list[Block] = []
    run: list[Tree] = []
    for node in nodes:
        if node.is_inline():
            run.append(node)
            continue
        out += _paragraphs(run, context)
        run = []
        _add(out, node, context)
    out += _paragraphs(run, context)
    return out


def joined(blocks: Sequence[Block], *, tight: bool = False) -> str:
    """Blocks as one text."""
    return ("\n" if tight else "\n\n").join(block.text for block in blocks)


def line(nodes: Iterable[Tree], context: Context, where: Where) -> str:
    """All that stands in an element on one line, its blocks parted by breaks."""
    parts = [part for part in _runs(list(nodes), context) if part]
    shown = (write(part, where) for part in parts)
    text = "<br>".join(text for text in shown if text).strip(" \n\t")
    return edged(text) if where.exact else text.strip()


def block_of(node: Tree, context: Context) -> list[Block]:
    """The blocks that one element is."""
    if context.exact and node.tag in _RAW:
        return [_around(node, context) if _has_mark(node) else raw(node)]
    if node.tag in context.writers:
        return context.writers[node.tag](node, context)
    if node.tag not in _CONTAINERS and not node.is_inline():
        found = styles.spans(node, exact=context.exact)
        new = tuple(span for span in found if span.kind not in context.active)
        context = replace(context, spans=(*context.spans, *new))
    return flow(node.children, context)


def raw(node: Tree) -> Block:
    """An element as it is; without blank lines, behind which Markdown would go on."""
    html = (node.node.html or "") if node.node is not None else ""
    return Block("raw", _GAP.sub("&#10;", html).strip(), interrupts=True)


def _around(node: Tree, context: Context) -> Block:
    """An element as it is, with Markdown in it, which goes on behind a blank line."""
    inner = joined(flow(node.children, context))
    return Block("raw", f"<{node.tag}>\n\n{inner}\n\n</{node.tag}>", interrupts=True)


def _has_mark(node: Tree) -> bool:
    left = [node]
    while left:
        tree = left.pop()
        if tree.tag == MARK:
            return True
        left += tree.children
    return False


def _add(out: list[Block], node: Tree, context: Context) -> None:
    """Append an element's blocks; lists that follow each other stay two."""
    found = block_of(node, context)
    last = out[-1] if out else None
    if found and last:
        if last.marker and found[0].marker == last.marker:
            found = block_of(node, replace(context, after=last.marker))
        elif last.kind == found[0].kind == "dl":
            out.append(Block("raw", "<!-- -->", interrupts=True))
    out += found


def _paragraphs(run: Sequence[Tree], context: Context) -> list[Block]:
    if not run:
        return []
    exact = context.exact
    tokens = wrapped(gather(run, context.active, exact=exact), context.spans)
    if exact:
        if all(token.kind == "text" and not token.text.strip() for token in tokens):
            return []
        parts = [tokens]
    else:
        parts = parted(tidy(tokens))
    texts = [started(write(part, Where(exact=exact))).strip("\n") for part in parts]
    return [Block("p", text) for text in texts if text]


def _runs(nodes: Sequence[Tree], context: Context, sign: str = "") -> list[list[Token]]:
    """The inline contents of all blocks in an element, in order; list items have a bullet."""
    out: list[list[Token]] = []
    run: list[Tree] = []

    def flush() -> None:
        tokens = wrapped(gather(run, context.active, exact=context.exact), context.spans)
        tokens = tokens if context.exact else tidy(tokens)
        if tokens:
            out.append([Token("text", sign), *tokens] if sign and not out else tokens)
        run.clear()

    for node in nodes:
        if node.is_inline():
            run.append(node)
            continue
        flush()
        out += _runs(node.children, context, "• " if node.tag == "li" else "")
    flush()
    return out
