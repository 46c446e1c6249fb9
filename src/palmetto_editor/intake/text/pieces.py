"""Blocks as pieces of a manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from palmetto_editor.intake.manuscript import Piece
from palmetto_editor.intake.text import shapes, spelling, tables, tags
from palmetto_editor.intake.text.block import Block, Item
from palmetto_editor.intake.text.front import Front

_REFERENCES = re.compile(
    r"(?:[\w-]+[ ,&]+){0,4}(?:references?|bibliography|literature(?: cited)?|works cited|sources"
    r"|citations)(?: \(.{1,40}\)| and notes)?:?",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d[a-z]?(?!\d)")
_FENCE = re.compile(r"`{3,}")


def of(blocks: Sequence[Block], front: Front, levels: Mapping[int, int]) -> list[Piece]:
    """The pieces in the order of their blocks, the banner left out."""
    pieces: list[Piece] = []
    index = 0
    while index < len(blocks):
        end = _references_end(blocks, index, levels)
        if end > index:
            pieces.append(_references(blocks[index:end]))
        elif index not in front.banner:
            pieces.append(_piece(blocks, index, front, levels))
        index = max(end, index + 1)
    return pieces


def markdown(items: Sequence[Item]) -> str:
    """Items as a Markdown list, to the depth that they have."""
    columns = [0]
    lines = []
    for item in items:
        depth = min(item.depth, len(columns) - 1)
        column = columns[depth]
        mark = "-" if item.number < 0 else f"{item.number}."
        columns[depth + 1 :] = [column + len(mark) + 1]
        text = spelling.block(item.text)
        lines.append(f"{' ' * column}{mark} {text}".rstrip())
    return "\n".join(lines)


def _piece(blocks: Sequence[Block], index: int, front: Front, levels: Mapping[int, int]) -> Piece:
    block = blocks[index]
    where = f"line {block.line}"
    if index in levels:
        text = spelling.inline(block.words)
        level = levels[index]
        return Piece(kind="heading", text=text, plain=block.words, level=level, origin=where)
    if block.kind == "list":
        return _list(block)
    if block.kind == "table" and block.grid is not None:
        text = tables.markdown(block.grid)
        hints = (block.label,) if block.label else ()
        return Piece(
            kind="table", text=text, plain=block.words, grid=block.grid, hints=hints, origin=where
        )
    if block.kind == "code":
        return _code(block)
    if block.kind == "quote":
        inside = Piece(kind="paragraph", text=_lines(block.words), plain=block.words, origin=where)
        text = "\n".join(f"> {line}".rstrip() for line in inside.text.split("\n"))
        return Piece(kind="quote", text=text, plain=block.words, pieces=(inside,), origin=where)
    if block.kind == "rule":
        return Piece(kind="rule", text="---", plain=block.words, origin=where)
    return _paragraph(blocks, index, front)


def _paragraph(blocks: Sequence[Block], index: int, front: Front) -> Piece:
    block = blocks[index]
    where = f"line {block.line}"
    text = spelling.block(block.words)
    near = front.headline < index < front.end and front.headline >= 0
    if block.kind == "text" and near and not shapes.about_article(block.words):
        parts = tags.parted(block.words, _evidence(blocks, index, front))
        if parts or (tags.looks_glued(block.words) and index - 1 in front.about):
            items = tuple(map(spelling.inline, parts))
            return Piece(
                kind="paragraph", text=text, plain=block.words, items=items, hints=("tags?",),
                origin=where,
            )  # fmt: skip
    hints = ("byline",) if near and shapes.name(block.words) and index in front.about else ()
    return Piece(kind="paragraph", text=text, plain=block.words, hints=hints, origin=where)


def _evidence(blocks: Sequence[Block], index: int, front: Front) -> Iterable[str]:
    """The words of the article itself."""
    for i, block in enumerate(blocks):
        if i != index and i not in front.banner:
            grid = block.grid
            yield from (block.words,) if grid is None else chain(grid.header, *grid.rows)


def _lines(words: str) -> str:
    """A quote's lines, blank ones between its paragraphs."""
    return "\n".join(spelling.block(line) if line else "" for line in words.split("\n"))


def _list(block: Block) -> Piece:
    tops = [i for i, item in enumerate(block.items) if not item.depth] or [0]
    ends = [*tops[1:], len(block.items)]
    items = tuple(_item(block.items[a:b]) for a, b in zip(tops, ends, strict=True))
    return Piece(
        kind="list", text=markdown(block.items), plain=block.words, items=items,
        origin=f"line {block.line}",
    )  # fmt: skip


def _item(items: Sequence[Item]) -> str:
    """An item's words, and the list below it."""
    first, *rest = items
    below = [Item(item.depth - 1, item.number, item.text, item.line) for item in rest]
    return "\n".join(filter(None, (spelling.inline(first.text), markdown(below))))


def _code(block: Block) -> Piece:
    longest = max(map(len, _FENCE.findall(block.words)), default=2)
    fence = "`" * max(3, longest + 1)
    label = re.sub(r"[^\w+#.-]", "", block.label)
    text = f"{fence}{label}\n{block.words}\n{fence}"
    return Piece(
        kind="code", text=text, plain=block.words, label=label, origin=f"line {block.line}"
    )


def _references_end(blocks: Sequence[Block], index: int, levels: Mapping[int, int]) -> int:
    """Where the lines below a heading of references end that stand without marks; or `index`."""
    above = index - 1
    if above < 0 or above not in levels or not _REFERENCES.fullmatch(blocks[above].words):
        return index
    end = index
    while end < len(blocks) and end not in levels and _is_reference(blocks[end]):
        end += 1
    return end if end - index >= 2 else index


def _is_reference(block: Block) -> bool:
    words = block.words
    return block.kind == "text" and len(words) > 30 and _YEAR.search(words[:2000]) is not None


def _references(blocks: Sequence[Block]) -> Piece:
    items = tuple(Item(0, -1, block.words, block.line) for block in blocks)
    words = "\n".join(block.words for block in blocks)
    return _list(Block(kind="list", line=blocks[0].line, words=words, items=items))
