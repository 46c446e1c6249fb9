"""Which lines are headings, and how deep: by marks, numbers, capitals, repetition, questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from palmetto_editor.intake.text import shapes
from palmetto_editor.intake.text.block import Block
from palmetto_editor.intake.text.front import Front

_QUESTIONS = re.compile(
    r"(?:.{1,50}\s)?faqs?\b.{0,60}|.{0,30}frequently asked questions.{0,60}"
    r"|(?:common |reader |your )?questions(?: (?:and|&) answers| answered)?|q ?(?:&|and) ?a",
    re.I,
)
_NAMES = re.compile(r"\"name\"\s*:\s*\"([^\"?]{3,100})\"")
_SPACED = 0.4
_LINKS = 5  # headings one below the other that are a list of links rather


def find(blocks: Sequence[Block], front: Front) -> Mapping[int, int]:
    """Levels, 1 to 6, by the index of the block. The headline is 1, sections begin at 2."""
    lines = _lines(blocks, front)
    numbered = [shapes.section_depth(blocks[i].words) for i in lines]
    marked = {i: b.level for i, b in enumerate(blocks) if b.kind == "heading"}
    top = 1 if front.headline in marked or not marked or 1 not in marked.values() else 0
    by_number = sum(map(bool, numbered)) >= 2
    capitals = _capitals(blocks, lines)
    repeats = Counter(blocks[i].words.casefold() for i in lines)
    levels: dict[int, int] = {}
    asking = 0
    for index, depth in zip(lines, numbered, strict=True):
        words = blocks[index].words
        if asking and words.endswith("?"):
            levels[index] = asking + 1
            continue
        if by_number and depth:
            level = min(6, depth + 1)
        else:
            small = capitals is not None and not shapes.capitals(words)
            again = repeats[words.casefold()] > 1 and index != lines[0]
            level = 3 if small or again else 2
        levels[index] = level
        asking = level if _QUESTIONS.fullmatch(words) else 0
    levels.update({i: min(6, level + (1 - top)) for i, level in marked.items()})
    if front.headline >= 0:
        levels[front.headline] = 1
    return levels


def _lines(blocks: Sequence[Block], front: Front) -> list[int]:
    """The lines without a mark that are headings, the headline apart."""
    spaced = _is_spaced(blocks)
    names = {n for b in blocks if b.kind == "json" for n in _NAMES.findall(b.words)}
    may = [
        b.kind == "text" and not b.mended and shapes.heading(b.words) and b.words not in names
        for b in blocks
    ]
    found = []
    run = 0
    for index, block in enumerate(blocks):
        run = run + 1 if may[index] else 0
        if index in front.banner | front.about or index == front.headline or not may[index]:
            continue
        if shapes.team(block.words) or _introduced(blocks, index):
            continue
        stands = _stands_spaced if spaced else _stands_close
        if run <= _LINKS and stands(blocks, may, index):
            found.append(index)
    return found


def _is_spaced(blocks: Sequence[Block]) -> bool:
    texts = [b for b in blocks if b.kind == "text"]
    return sum(b.gap_after for b in texts) >= _SPACED * len(texts)


def _introduced(blocks: Sequence[Block], index: int) -> bool:
    """Below a line that ends in a colon stands what it announces."""
    above = blocks[index - 1] if index else None
    return above is not None and above.kind == "text" and above.words.endswith(":")


def _stands_spaced(blocks: Sequence[Block], may: Sequence[bool], index: int) -> bool:
    """Where blank lines part the paragraphs, a heading has one above it and is in no stack."""
    block = blocks[index]
    if not block.gap and blocks[index - 1].kind in ("text", "json", "quote"):
        return False
    below = index + 1
    stacked = not block.gap_after and below < len(blocks) and may[below]
    return not stacked


def _stands_close(blocks: Sequence[Block], may: Sequence[bool], index: int) -> bool:
    """Where every line is a paragraph, a heading is one with text below, and not one of many."""
    if index + 1 >= len(blocks):
        return True
    before = index > 0 and may[index - 1]
    after = may[index + 1]
    return not (before and after) and not (after and index + 2 < len(blocks) and may[index + 2])


def _capitals(blocks: Sequence[Block], lines: Sequence[int]) -> int | None:
    """The first heading in capitals, where some are, and the first of all is."""
    upper = [i for i in lines if shapes.capitals(blocks[i].words)]
    return upper[0] if len(upper) > 1 and upper[0] == lines[0] else None
