"""Tables as GitHub writes them."""

from __future__ import annotations

import re

from palmetto_editor.intake.html.spell_flow import Block, Context, flow, line
from palmetto_editor.intake.html.spell_inline import Where
from palmetto_editor.intake.html.spell_tree import Tree

_ALIGN = re.compile(r"(?:\balign-|\btext-align:\s*|(?<![\w-]))(left|center|right)\b")


def table(node: Tree, context: Context) -> list[Block]:
    """A table, its spans laid out; without header cells its header stays empty."""
    rows = _rows(node)
    caption = node.first("caption")
    out = flow(caption.children, context) if caption and not context.exact else []
    if not rows:
        return out
    where = Where(single=True, cell=True, exact=context.exact)
    cells = [[_cells(cell, context, where) for cell in row] for row in rows]
    flat = [[text for texts in row for text in texts] for row in cells]
    width = min(1_000, max(map(len, flat)))
    heads = all(cell.tag == "th" for cell in rows[0])
    if not heads and not context.exact:
        flat.insert(0, [""] * width)
    aligned = [_alignment(cell) for cell in rows[0]]
    rule = [aligned[index] if index < len(aligned) else "---" for index in range(width)]
    shown = [[*row, *[""] * (width - len(row))][:width] for row in flat]
    lines = [shown[0], rule, *shown[1:]]
    text = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return [*out, Block("table", text)]


def _rows(node: Tree) -> list[list[Tree]]:
    found: list[list[Tree]] = []
    for child in node.children:
        if child.tag == "tr":
            found.append([cell for cell in child.children if cell.tag in ("td", "th")])
        elif child.tag in ("thead", "tbody", "tfoot"):
            found += _rows(child)
    return [row for row in found if row]


def _cells(cell: Tree, context: Context, where: Where) -> list[str]:
    """A cell's Markdown, with an empty one for each further column that it spans."""
    text = line(cell.children, context.strong if cell.tag == "th" else context, where)
    span = cell.attributes.get("colspan", "1")
    wide = min(int(span), 50) if re.fullmatch(r"[1-9][0-9]{0,3}", span) else 1
    return [text, *[""] * (wide - 1)]


def _alignment(cell: Tree) -> str:
    said = [*cell.classes, cell.attributes.get("align", ""), cell.attributes.get("style", "")]
    match = _ALIGN.search(" ".join(said))
    return {"left": ":--", "center": ":-:", "right": "--:"}[match[1]] if match else "---"
