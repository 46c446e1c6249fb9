"""Commands within lines: bold, italic, code, link, citation. Each undoes itself."""

from __future__ import annotations

import re

from palmetto_editor.ui.widgets.markdown_spans import Span, Style, pairs_in
from palmetto_editor.ui.widgets.passage import Command, Passage

_LEAD = re.compile(
    r"(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)|\[[ xX]\](?=\s)))*\s*"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:|article:)\S+")
_KEY = re.compile(r"@?(\w[\w:.#$%&+?~/-]*)")


def toggle(mark: str, style: Style) -> Command:
    """Put a mark around what is selected (or the word at the cursor), or take it away.

    A selection over several lines has the mark on each; lines keep their list and quote signs.
    """

    def command(passage: Passage) -> Passage | None:
        spots = _spots(passage) or [(passage.start, passage.end)]
        pairs = [pair_around(passage.select(*spot), style) for spot in spots]
        if all(pairs):
            for pair in filter(None, reversed(pairs)):
                passage = _unwrap(passage, pair)
            return passage
        if spots[0][0] == spots[0][1]:
            return _empty(passage, mark)
        for start, end in reversed(spots):
            passage = _wrap(passage, start, end, mark, style)
        return passage

    return command


bold = toggle("**", Style.STRONG)
italic = toggle("*", Style.EMPHASIS)
code = toggle("`", Style.CODE)


def link(passage: Passage, address: str = "") -> Passage | None:
    """Make the selection or word a link to the address, and select what is to be typed next.

    Where it stands in a link, the link's words are left. A selected address becomes a target.
    """
    pair = pair_around(passage, Style.LINK)
    if pair and not passage.text[pair.start :].startswith("!"):
        return _unwrap(passage, pair)
    start, end = _word(passage)
    words = passage.text[start:end]
    if is_address(words):
        return passage.put(start, end, f"[]({words})").select(start + 1)
    target = address.strip() if is_address(address.strip()) else ""
    made = passage.put(start, end, f"[{words}]({target})")
    target_start = start + len(words) + 3
    if not words:
        return made.select(start + 1)
    return made.select(target_start, target_start + len(target))


def is_address(text: str) -> bool:
    """Whether the text is an address and nothing else."""
    return bool(_ADDRESS.fullmatch(text))


def cite(passage: Passage) -> Passage | None:
    """Begin a citation `[@` where the cursor is, add one to those there, or wrap a selected key.

    A citation that is selected whole becomes its bare text.
    """
    pair = pair_around(passage, Style.CITATION)
    if pair and (passage.start, passage.end) == (pair.start, pair.end):
        inner = passage.text[pair.start + 1 : pair.end - 1].removeprefix("@")
        start = pair.start
        return passage.put(start, pair.end, inner).select(start, start + len(inner))
    if pair:
        end = pair.end - 1
        return passage.put(end, end, "; @").select(end + 3)
    key = _KEY.fullmatch(passage.selected)
    if key:
        start = passage.start
        made = f"[@{key[1]}]"
        return passage.put(start, passage.end, made).select(start, start + len(made))
    at = passage.end
    gap = " " if passage.text[:at][-1:].isalnum() else ""
    return passage.put(at, at, f"{gap}[@]").select(at + len(gap) + 2)


def pair_around(passage: Passage, style: Style) -> Span | None:
    """The innermost pair of marks that holds the selection, in positions of the passage."""
    offset = passage.text.rfind("\n", 0, passage.start) + 1
    line = passage.text[offset:].split("\n", 1)[0]
    start, end = passage.start - offset, passage.end - offset
    found = [p for p in pairs_in(line, style) if p.start <= start and end <= p.end]
    if not found:
        return None
    pair = min(found, key=lambda p: p.end - p.start)
    return pair._replace(start=pair.start + offset, end=pair.end + offset)


def _unwrap(passage: Passage, pair: Span) -> Passage:
    opening, closing = pair.marks
    passage = passage.put(pair.end - closing, pair.end, "")
    return passage.put(pair.start, pair.start + opening, "")


def _wrap(passage: Passage, start: int, end: int, mark: str, style: Style) -> Passage:
    """Marks outside what is selected, so that the same words stay selected."""
    for pair in reversed(_pairs_within(passage, start, end, style)):
        passage = _unwrap(passage, pair)
        end -= sum(pair.marks)
    text, size = passage.text, len(mark)
    first = passage.start + size * (passage.start >= start)
    last = passage.end + size * (passage.end >= start) + size * (passage.end > end)
    return Passage(text[:start] + mark + text[start:end] + mark + text[end:], first, last)


def _pairs_within(passage: Passage, start: int, end: int, style: Style) -> list[Span]:
    offset = passage.text.rfind("\n", 0, start) + 1
    line = passage.text[offset:].split("\n", 1)[0]
    pairs = pairs_in(line, style)
    moved = [p._replace(start=p.start + offset, end=p.end + offset) for p in pairs]
    return sorted(p for p in moved if start <= p.start and p.end <= end)


def _empty(passage: Passage, mark: str) -> Passage:
    """A pair of marks to type between, or none where the cursor stands in an empty pair."""
    at, size = passage.start, len(mark)
    if passage.text[at - size : at] == mark == passage.text[at : at + size] and at >= size:
        return passage.put(at - size, at + size, "").select(at - size)
    return passage.put(at, at, mark * 2).select(at + size)


def _spots(passage: Passage) -> list[tuple[int, int]]:
    """The stretches to wrap: in each line what is selected of its text, without outer spaces."""
    first, last = _word(passage)
    spots, offset = [], 0
    for line in passage.lines:
        lead = _LEAD.match(line)
        start = max(first, offset + (lead.end() if lead else 0))
        end = min(last, offset + len(line))
        text = passage.text[start:end] if end > start else ""
        if text.strip():
            start += len(text) - len(text.lstrip())
            spots.append((start, start + len(text.strip())))
        offset += len(line) + 1
    return spots


def _word(passage: Passage) -> tuple[int, int]:
    """The selection without outer spaces, else the word around the cursor, else the cursor."""
    start, end = passage.start, passage.end
    text = passage.text
    if start == end:
        while start and _is_of_word(text[start - 1]):
            start -= 1
        while end < len(text) and _is_of_word(text[end]):
            end += 1
        return start, end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in "-’'\u2011"
