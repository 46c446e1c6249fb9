"""The lines of a text as blocks, before anything is decided about their part in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from palmetto_editor.intake.manuscript import Mending
from palmetto_editor.intake.text import glued, lists, shapes, tables, wrapping
from palmetto_editor.intake.text.block import Block
from palmetto_editor.intake.text.lines import Line
from palmetto_editor.intake.text.vocabulary import Vocabulary

_FENCES = ("```", "~~~")


def split(lines: Sequence[Line], words: Vocabulary) -> list[Block]:
    """All blocks in order. `gap` and `gap_after` say where blank lines stood."""
    return _gapped(lines, list(_Splitter(lines, words).blocks()))


class _Splitter:
    """Reads block after block; `column` is where the text's lines were broken, 0 for nowhere."""

    def __init__(self, lines: Sequence[Line], words: Vocabulary) -> None:
        self.lines = lines
        self.words = words
        self.column = wrapping.width(lines)
        # Where the last fence of each kind stands: one without an end is text.
        self._last_fence = {
            sign: max((i for i, line in enumerate(lines) if line.text.startswith(sign)), default=-1)
            for sign in _FENCES
        }

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self.lines):
            if self.lines[at].blank:
                at += 1
                continue
            found, at = self._next(at)
            yield from found

    def _next(self, at: int) -> tuple[list[Block], int]:
        line = self.lines[at]
        for read in (self._code, self._single, self._quote, self._table, self._list):
            taken = read(at, line)
            if taken:
                return taken
        return self._plain(at)

    def _code(self, at: int, line: Line) -> tuple[list[Block], int] | None:
        sign = line.text[:3]
        if sign not in _FENCES or self._last_fence[sign] <= at:
            return None
        end = at + 1
        while not self.lines[end].text.startswith(sign):
            end += 1
        inner = [
            row.raw[min(line.indent, row.indent) :].rstrip() for row in self.lines[at + 1 : end]
        ]
        language = line.text.strip("`~ ").split(" ")[0][:40]
        block = Block(kind="code", line=line.number, words="\n".join(inner), label=language)
        return [block], end + 1

    def _single(self, at: int, line: Line) -> tuple[list[Block], int] | None:
        """What one line makes: printed JSON, a marked heading, a rule."""
        mark = shapes.marker(line.text)
        bare = mark.text if mark and shapes.json(mark.text) else line.text
        if shapes.json(bare):
            return [Block(kind="json", line=line.number, words=bare)], at + 1
        marked = shapes.hashes(line.text)
        if marked:
            level, words = marked
            return [Block(kind="heading", line=line.number, words=words, level=level)], at + 1
        if shapes.rule(line.text):
            return [Block(kind="rule", line=line.number, words=line.text)], at + 1
        return None

    def _quote(self, at: int, line: Line) -> tuple[list[Block], int] | None:
        end = at
        while end < len(self.lines) and self.lines[end].text.startswith(">"):
            end += 1
        if end == at:
            return None
        words = "\n".join(row.text.lstrip("> \t") for row in self.lines[at:end])
        return [Block(kind="quote", line=line.number, words=words)], end

    def _table(self, at: int, line: Line) -> tuple[list[Block], int] | None:
        found = tables.take(self.lines, at)
        if found is None:
            return None
        grid, end = found
        words = "\n".join(row.text for row in self.lines[at:end])
        return [Block(kind="table", line=line.number, words=words, grid=grid)], end

    def _list(self, at: int, line: Line) -> tuple[list[Block], int] | None:
        if not shapes.marker(line.text, within=line.indent > 0) or self._numbers_heading(at):
            return None
        run = lists.take(self.lines, at, self.column)
        if not run.items:
            return None
        items, free = lists.freed(lists.nested(run.items))
        words = "\n".join(item.text for item in items)
        blocks = [Block(kind="list", line=line.number, words=words, items=items)]
        if free:
            told = Mending(
                what="A paragraph that stood as the last item of the list above it was freed",
                where=f"line {free.line}",
                words=free.text,
            )
            blocks.append(Block(kind="text", line=free.line, words=free.text, mended=(told,)))
        return blocks, run.end

    def _numbers_heading(self, at: int) -> bool:
        """Whether `2. Methods` is a heading: it stands alone, and no other item follows."""
        mark = shapes.marker(self.lines[at].text)
        if mark is None or mark.number < 0 or not shapes.heading(mark.text):
            return False
        below = at + 1
        if below < len(self.lines) and shapes.underline(self.lines[below].text):
            return True
        if below < len(self.lines) and not self.lines[below].blank:
            return False
        while below < len(self.lines) and self.lines[below].blank:
            below += 1
        if below >= len(self.lines) or (at and not self.lines[at - 1].blank):
            return False
        following = shapes.marker(self.lines[below].text)
        return following is None or following.number < 0

    def _plain(self, at: int) -> tuple[list[Block], int]:
        """Lines of text without blank ones between."""
        end = at + 1
        while end < len(self.lines) and self._continues(end):
            end += 1
        run = self.lines[at:end]
        if len(run) == 1 and end < len(self.lines) and shapes.underline(self.lines[end].text):
            level = shapes.underline(self.lines[end].text)
            block = Block(kind="heading", line=run[0].number, words=run[0].text, level=level)
            return [block], end + 1
        return self._parted(run), end

    def _continues(self, at: int) -> bool:
        line = self.lines[at]
        if line.blank or line.text.startswith((">", *_FENCES)) or self._single(at, line):
            return False
        above = self.lines[at - 1]
        mark = shapes.marker(line.text)
        if mark and not self._is_broken(above, line, mark):
            return False
        return not tables.begins(self.lines, at)

    def _is_broken(self, above: Line, line: Line, mark: shapes.Marker) -> bool:
        """Whether a mark begins a line only because the line above had no more room."""
        unlikely = mark.number > 1 or mark.kind in ("–", "a")
        return unlikely and wrapping.breaks(above, line, self.column)

    def _parted(self, run: Sequence[Line]) -> list[Block]:
        """A run of lines: its tables with run-together cells, and its paragraphs."""
        blocks: list[Block] = []
        at = 0
        for table in glued.find(run, self.words) if len(run) >= 3 else ():
            blocks += self._paragraphs(run[at : table.start])
            blocks.append(_glued(run[table.start : table.end], table))
            at = table.end
        return blocks + self._paragraphs(run[at:])

    def _paragraphs(self, run: Sequence[Line]) -> list[Block]:
        groups: list[list[Line]] = []
        for line in run:
            follows = groups and wrapping.breaks(groups[-1][-1], line, self.column)
            if follows and not shapes.labelled(line.text):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [
            Block(
                kind="text",
                line=group[0].number,
                words=wrapping.joined([line.text for line in group], self.words.has),
            )
            for group in groups
        ]


def _glued(run: Sequence[Line], table: glued.Glued) -> Block:
    told = Mending(
        what="The cells of a table had run together and were told apart"
        + ("" if table.confidence == 1 else f" ({table.confidence:.0%} of its rows fit exactly)"),
        where=f"line {run[0].number}",
        words=run[0].text,
    )
    words = "\n".join(line.text for line in run)
    return Block(
        kind="table",
        line=run[0].number,
        words=words,
        grid=table.grid,
        label="glued",
        mended=(told,),
    )


def _gapped(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """The blocks with their gaps, looked up in the lines."""
    if not blocks:
        return []
    gaps = [b.line < 2 or lines[b.line - 2].blank for b in blocks]
    after = [gap for _, gap in pairwise(gaps)] + [True]
    return [
        replace(block, gap=gap, gap_after=below)
        for block, gap, below in zip(blocks, gaps, after, strict=True)
    ]
