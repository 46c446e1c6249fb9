"""Where our Markdown's marks are in one line, for an editor that colours them.

A line is told by its text and the state that the line before it left; the time is linear in its
length. It need not agree with the renderer to the letter: the page beside the editor is the
judge, colours are a help.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from enum import IntFlag
from typing import NamedTuple

from palmetto_editor.model.naming import CITATION_KEY

LONGEST = 5_000  # characters: a longer line gets no colours within it


class Style(IntFlag):
    """What a stretch of text is; several at once where marks are nested."""

    STRONG = 1
    EMPHASIS = 2
    STRIKE = 4
    CODE = 8
    LINK = 16
    MARKER = 32
    CITATION = 64
    NOTE = 128
    SHORTCODE = 256
    HTML = 512
    QUOTE = 1024
    LABEL = 2048
    TABLE = 4096
    H1 = 8192
    H2 = 16384
    H3 = 32768


class Span(NamedTuple):
    """Characters `start` to `end` are `style`; `marks` are the lengths of its marks, if a pair."""

    start: int
    end: int
    style: Style
    marks: tuple[int, int] = (0, 0)


# The state after a line: a mode, then what is open in it.
_MODE = 3
TEXT, FENCE, COMMENT = 0, 1, 2
_TILDE = 4  # the fence is of tildes
_LENGTH = 8  # times the fence's length, to 31
_BLANK = 256  # the line was blank
_LIST = 512  # a list is open
START = _BLANK

_FENCE = re.compile(r"(?:> ?)*[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_LABEL = re.compile(r"\[![A-Za-z-]+\][+-]?.*")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])(?:[ \t]+(\[[ xX]\](?=\s))?|$)")
_SHORTCODE = re.compile(r"\{\{<[^<>]*>\}\}")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]:")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]+\]:[ \t]+\S+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_HEADINGS = {1: Style.H1, 2: Style.H1, 3: Style.H2}

_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<html></?[A-Za-z][^<>]*>|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>)"
    r"|(?P<shortcode>\{\{<[^<>]*>\}\})"
    r"|(?P<note>\[\^[^\[\]\s]+\])"
    r"|(?P<cited>\[(?:[^\[\]@]*[\s(;-])?@[\w{][^\[\]]*\])"
    r"|(?P<link>!?\[[^\[\]]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"]*\")?\)"
    r"|\[[^\[\]]*\]))"
    rf"|(?P<bare>(?<![\w@/])-?@(?:\{{[^\s{{}}]{{1,300}}\}}|{CITATION_KEY.pattern}))"
    r"|(?P<address>(?<!\w)https?://[^\s<>\[\]()]+)"
    r"|(?P<run>\*+|_+|~~)"
)


def describe(line: str, state: int) -> tuple[list[Span], int]:
    """The spans of a line, nested ones after those around them, and the state that it leaves."""
    mode = state & _MODE
    if mode == FENCE:
        return _fenced(line, state)
    if mode == COMMENT:
        return _commented(line, state)
    if not line.strip():
        return [], (state & _LIST) | _BLANK
    fence = _FENCE.match(line)
    if fence:
        return [Span(0, len(line), Style.CODE | Style.MARKER)], _open(fence[1], state)
    return _block(line, state)


def next_state(line: str, state: int) -> int:
    """The state that a line leaves; `describe` without the spans, cheaper."""
    if state & _MODE:
        return describe(line, state)[1]
    if not line or line.isspace():
        return (state & _LIST) | _BLANK
    fence = _FENCE.match(line) if "`" in line or "~" in line else None
    if fence:
        return _open(fence[1], state)
    if "<!--" in line:
        return describe(line, state)[1]
    if _is_indented_code(line, state):
        return state & ~_BLANK
    return _left(line, state, _is_item(line))


def pairs_in(line: str, style: Style) -> list[Span]:
    """The spans of a style that have a mark on each side, in a line that is no code."""
    spans = _inline(line, 0, [])[0] if len(line) <= LONGEST else []
    return [span for span in spans if span.style & style and span.marks[0]]


def _fenced(line: str, state: int) -> tuple[list[Span], int]:
    spans = [Span(0, len(line), Style.CODE)]
    sign = "~" if state & _TILDE else "`"
    run = line.lstrip("> \t").rstrip()
    if run and not run.strip(sign) and len(run) >= (state // _LENGTH) % 32:
        return [Span(0, len(line), Style.CODE | Style.MARKER)], state & _LIST
    return spans, state


def _open(run: str, state: int) -> int:
    tilde = _TILDE if run[0] == "~" else 0
    return FENCE | tilde | _LENGTH * min(31, len(run)) | (state & _LIST)


def _commented(line: str, state: int) -> tuple[list[Span], int]:
    end = line.find("-->")
    if end < 0:
        return [Span(0, len(line), Style.HTML | Style.MARKER)], state
    spans = [Span(0, end + 3, Style.HTML | Style.MARKER)]
    more, open_comment = _inline(line, end + 3, spans)
    return more, (state & _LIST) | (COMMENT if open_comment else TEXT)


def _block(line: str, state: int) -> tuple[list[Span], int]:
    spans: list[Span] = []
    at = 0
    quote = _QUOTE.match(line)
    if quote:
        at = quote.end()
        spans += [Span(0, len(line), Style.QUOTE), Span(0, at, Style.MARKER)]
        label = _LABEL.match(line, at)
        if label:
            spans.append(Span(at, label.end(), Style.LABEL))
    elif _is_indented_code(line, state):
        return [Span(0, len(line), Style.CODE)], state & ~_BLANK
    at, is_item = _lead(line, at, spans)
    left = _left(line, state, bool(is_item) and not quote)  # a list in a quote ends with it
    if len(line) > LONGEST or is_item is None:
        return spans, left
    spans, open_comment = _inline(line, at, spans)
    return spans, left | (COMMENT if open_comment else TEXT)


def _lead(line: str, at: int, spans: list[Span]) -> tuple[int, bool | None]:
    """Add the marks that begin a line; where the text begins, and whether it is a list item.

    None instead of a yes or no where the line is marks all through.
    """
    heading = _HEADING.match(line, at)
    if heading:
        spans.append(Span(at, len(line), _HEADINGS.get(len(heading[1]), Style.H3)))
        spans.append(Span(at, heading.end(), Style.MARKER))
        return heading.end(), False
    if _is_rule(line, at):
        spans.append(Span(at, len(line), Style.MARKER))
        return len(line), None
    if line.lstrip().startswith("|"):
        spans.append(Span(0, len(line), Style.TABLE))
        spans += [Span(i, i + 1, Style.MARKER) for i, c in enumerate(line[:LONGEST]) if c == "|"]
        return at, False
    note = _NOTE.match(line, at) or _DEFINITION.match(line, at)
    if note:
        style = Style.NOTE if line[at:].lstrip().startswith("[^") else Style.LINK
        spans.append(Span(at, note.end(), style))
        return note.end(), False
    item = _ITEM.match(line, at)
    if item:
        spans.append(Span(item.start(1), item.end(), Style.MARKER | Style.STRONG))
        return item.end(), True
    return at, False


def _is_item(line: str) -> bool:
    """Whether a line begins a list item; most lines are told by one character."""
    first = line.lstrip()[:1]
    return (first in "-*+" or first.isdigit()) and bool(_ITEM.match(line)) and not _is_rule(line)


def _is_rule(line: str, at: int = 0) -> bool:
    """A line that divides, or that stands below the head of a table."""
    if _RULE.match(line, at):
        return True
    return "-" in line and "|" in line and bool(_TABLE_RULE.match(line, at))


def _is_indented_code(line: str, state: int) -> bool:
    return line.startswith(("    ", "\t")) and bool(state & _BLANK) and not state & _LIST


def _left(line: str, state: int, is_item: bool) -> int:
    """A list goes on until a line at the margin that is no item and follows a blank one."""
    if is_item:
        return _LIST
    ends = state & _BLANK and not line.startswith((" ", "\t"))
    return 0 if ends or line.startswith("#") else state & _LIST


def _inline(line: str, at: int, spans: list[Span]) -> tuple[list[Span], bool]:
    """Add the spans within a line from `at` on; whether a comment is still open at its end."""
    ticks = _tick_runs(line)
    runs: list[tuple[int, int]] = []
    is_open = False
    while match := _INLINE.search(line, at):
        kind = match.lastgroup
        start, at = match.span()
        if kind == "run":
            runs.append((start, at))
        elif kind == "code":
            size = at - start
            end = _next(ticks[size], at)
            if end is not None:
                at = end + size
                spans.append(Span(start, at, Style.CODE, (size, size)))
        elif kind == "comment":
            end = line.find("-->", at)
            is_open = end < 0
            at = len(line) if is_open else end + 3
            spans.append(Span(start, at, Style.HTML | Style.MARKER))
        else:
            spans += _token(str(kind), match[0], start)
    return spans + _emphases(line, runs), is_open


def _tick_runs(line: str) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length."""
    runs: dict[int, list[int]] = defaultdict(list)
    if "`" in line:
        for match in re.finditer("`+", line):
            runs[len(match[0])].append(match.start())
    return runs


def _next(starts: list[int], at: int) -> int | None:
    found = bisect_left(starts, at)
    return starts[found] if found < len(starts) else None


def _token(kind: str, token: str, start: int) -> list[Span]:
    """The spans of a token that is no emphasis and no code."""
    end = start + len(token)
    if kind == "escape":
        return [Span(start, start + 1, Style.MARKER)]
    if kind == "link":
        opening = 2 if token[0] == "!" else 1
        text_end = start + token.index("]")
        target = Span(text_end, end, Style.MARKER)
        return [Span(start, end, Style.LINK, (opening, end - text_end)), target]
    if kind == "cited":
        return [Span(start, end, Style.CITATION, (1, 1))]
    return [Span(start, end, _TOKENS[kind])]


_TOKENS = {
    "html": Style.HTML,
    "shortcode": Style.SHORTCODE,
    "note": Style.NOTE,
    "bare": Style.CITATION,
    "address": Style.LINK,
}


def _emphases(line: str, runs: list[tuple[int, int]]) -> list[Span]:
    """Pair the runs of `*`, `_` and `~~` as CommonMark does, without its rule of three.

    An opener is looked for only on top of its sign's stack, so that the time stays linear.
    """
    spans: list[Span] = []
    openers: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
    for start, end in runs:
        sign, at = line[start], start
        opens, closes = _flanks(line, start, end)
        stack = openers[sign]
        while closes and stack and at < end:
            first, last = stack.pop()
            size = 2 if min(end - at, last - first) >= 2 else 1
            spans.append(Span(last - size, at + size, _emphasis(sign, size), (size, size)))
            at += size
            if last - size > first:
                stack.append((first, last - size))
            _drop_after(openers, first)
        if opens and at < end:
            stack.append((at, end))
    return spans


def _flanks(line: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run may open and may close (CommonMark 0.31.2, section 6.2)."""
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if line[start] != "_":
        return left, right
    return left and (not right or not before.isalnum()), right and (not left or not after.isalnum())


def _emphasis(sign: str, size: int) -> Style:
    if sign == "~":
        return Style.STRIKE
    return Style.STRONG if size == 2 else Style.EMPHASIS


def _drop_after(openers: dict[str, list[tuple[int, int]]], start: int) -> None:
    """Forget openers within a pair that has been closed."""
    for stack in openers.values():
        while stack and stack[-1][0] > start:
            stack.pop()
