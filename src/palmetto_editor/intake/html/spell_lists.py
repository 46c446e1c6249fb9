"""Lists and definition lists as our Markdown; the other way round stands in `markup.lists`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from palmetto_editor.intake.html.spell_flow import DEEPEST, Block, Context, flow, joined, line
from palmetto_editor.intake.html.spell_inline import Where
from palmetto_editor.intake.html.spell_text import started
from palmetto_editor.intake.html.spell_tree import TEXT, Tree

_BARE = re.compile(r"-[-\s]*(?:\n|\Z)")


def listed(node: Tree, context: Context) -> list[Block]:
    """A list. It is loose, with blank lines, where its items hold paragraphs."""
    if context.depth >= DEEPEST:
        return [block for item in _items(node) for block in flow(item, context)]
    inner = [flow(item, context.deeper) for item in _items(node)]
    items = inner if context.exact else [blocks for blocks in inner if blocks]
    if not items:
        return []
    ordered = node.tag == "ol"
    signs = ".)" if ordered else "-+"
    marker = signs[1] if context.after == signs[0] else signs[0]
    number = _start(node) if ordered else 1
    tight = not _is_loose(node) and all(_can_be_tight(blocks) for blocks in items)
    texts = [joined(blocks, tight=tight) for blocks in items]
    if not ordered and any(map(_BARE.match, texts)):
        marker = "+"  # a third hyphen on a line would make it a rule
    lines = []
    for index, inside in enumerate(texts):
        sign = f"{number + index}{marker}" if ordered else marker
        lines.append(_item(sign, inside))
    text = ("\n" if tight else "\n\n").join(lines)
    interrupts = number == 1 and bool(items[0])
    return [Block(node.tag if ordered else "ul", text, interrupts, marker)]


def _items(node: Tree) -> list[list[Tree]]:
    """What stands in each item; a list or a text directly in a list goes with the item before."""
    items: list[list[Tree]] = []
    for child in node.children:
        if child.tag == "li":
            items.append(child.children)
        elif child.tag != TEXT or child.text.strip():
            items[-1:] = [[*items[-1], child]] if items else [[child]]
    return items


def _item(sign: str, text: str) -> str:
    if not text:
        return sign
    width = " " * (len(sign) + 1)
    first, *below = text.split("\n")
    return "\n".join([f"{sign} {first}", *(f"{width}{one}" if one else "" for one in below)])


def _start(node: Tree) -> int:
    start = node.attributes.get("start", "1").strip()
    return int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1


def _is_loose(node: Tree) -> bool:
    """Whether an item says of itself that its text is a paragraph."""
    return any(
        next((one.tag for one in child.children if one.tag != TEXT or one.text.strip()), "") == "p"
        for child in node.children
        if child.tag == "li"
    )


def _can_be_tight(blocks: Sequence[Block]) -> bool:
    """Whether the blocks of an item can stand without blank lines between them."""
    for block, following in pairwise(blocks):
        if block.kind == "p" and not following.interrupts:
            return False
        if block.kind == "quote" and (following.kind in ("p", "quote") or not following.interrupts):
            return False
        if block.kind in ("raw", "table", "dl", "pre") or (block.marker and following.marker):
            return False
        if following.kind == "table":
            return False
    return True


def terms(node: Tree, context: Context) -> list[Block]:
    """A definition list; one that begins without a term is what stands in it."""
    parts = [one for child in node.children for one in _term_parts(child)]
    if not any(part.tag == "dt" for part in parts) or parts[0].tag == "dd":
        return [block for part in parts for block in flow(part.children, context)]
    lines: list[str] = []
    previous = ""
    where = Where(single=True, exact=context.exact)
    for part in parts:
        if part.tag == "dt":
            term = started(line(part.children, context, where))
            lines += [""] * (previous == "dd") + [term] * bool(term)
        else:
            detail = joined(flow(part.children, context.deeper))
            if not detail:
                continue
            first, *below = detail.split("\n")
            lines += [f": {first}", *(f"    {one}" if one else "" for one in below)]
        previous = part.tag
    return [Block("dl", "\n".join(lines))] if lines else []


def _term_parts(child: Tree) -> list[Tree]:
    if child.tag in ("dt", "dd"):
        return [child]
    return [one for one in child.children if one.tag in ("dt", "dd")]
