"""Where one block of our Markdown ends and the next begins.

A block begins in a clean state: its extent depends on the text from its start onwards and on
nothing before it. To know where a block ends the scan looks at most two lines with text beyond
that end (the header and delimiter row of a table, a term and its detail). `blocks.resplit`
relies on both, and the renderer uses the same scan inside quotes and list items.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from palmetto_editor.markup import lines
from palmetto_editor.markup.lines import Construct, Line, Marker, read

_BLANKS = re.compile(r"(?:[^\S\n]*\n)*(?:[^\S\n]+\Z)?")


class Span(NamedTuple):
    """One block: where it starts, and where it ends with its trailing blank lines."""

    construct: Construct
    start: int
    end: int


class Item(NamedTuple):
    """One list item: where its line starts, that line's indentation and marker."""

    start: int
    indent: int
    marker: Marker


def spans(text: str, *, nested_html: bool = True) -> Iterator[Span]:
    """The blocks of a text, without gaps. See `next_span` for `nested_html`."""
    start = 0
    while start < len(text):
        span = next_span(text, start, nested_html=nested_html)
        yield span
        start = span.end


def next_span(text: str, start: int, *, nested_html: bool = True) -> Span:
    """The block that begins at `start`, which is the start of a line.

    CommonMark ends an HTML block such as `<details>` at a blank line; with `nested_html` it
    goes on to its end tag, so that what belongs together is sanitised together.
    """
    line = read(text, start)
    if line.blank:
        return Span("blank", start, _skip_blanks(text, start))
    construct: Construct = lines.opens(line) or ("table" if _table_at(text, line) else "paragraph")
    if construct == "html":
        end = _html(text, start, line, nested_html)
    elif construct == "paragraph":
        construct, end = _paragraph(text, line)
    elif construct == "list":
        end = list_items(text, start)[1]
    else:
        end = _ENDS[construct](text, line) if construct in _ENDS else line.end
    return Span(construct, start, _skip_blanks(text, end))


def list_items(text: str, start: int) -> tuple[list[Item], int]:
    """The items of the list that begins at `start`, and where the list ends."""
    line = read(text, start)
    first = lines.marker(line.text)
    if first is None:
        raise ValueError("not a list")
    items = [Item(start, line.indent, first)]
    end, after_blank = line.end, False
    position = end
    while position < len(text):
        line = read(text, position)
        if line.blank:
            after_blank = True
        else:
            if line.indent < items[-1].indent + 2:
                sibling = _sibling(line, first)
                if sibling is not None:
                    items.append(Item(position, line.indent, sibling))
                elif after_blank or line.indent == 0 or lines.interrupts(line):
                    break
            end, after_blank = line.end, False
        position = line.end
    return items, end


def note_end(text: str, line: Line) -> int:
    """Where a footnote definition or a definition list's detail ends that begins with `line`.

    Indented lines belong to it, also after blank ones, and lazy lines of its last paragraph.
    """
    end, after_blank, lazy = line.end, False, True
    position = end
    while position < len(text):
        line = read(text, position)
        if line.blank:
            after_blank = True
        elif line.indent >= 2:
            end, after_blank, lazy = line.end, False, not lines.interrupts(_dedented(line))
        elif lazy and not after_blank and _is_lazy(line):
            end = line.end
        else:
            break
        position = line.end
    return end


def terms_end(text: str, line: Line) -> int:
    """Where the definition list ends whose first detail begins with `line`."""
    end = note_end(text, line)
    while True:
        position = _skip_blanks(text, end)
        if position >= len(text):
            return end
        line = read(text, position)
        if lines.detail(line):
            end = note_end(text, line)
            continue
        following = _detail_below(text, line)
        if following is None:
            return end
        end = note_end(text, following)


def _paragraph(text: str, line: Line) -> tuple[Construct, int]:
    """What a line of plain text turns out to begin, and where that ends."""
    detail = _detail_below(text, line)
    while detail is None and line.end < len(text):
        below = read(text, line.end)
        if below.blank:
            break
        if lines.underlines(below):
            return "setext", below.end
        if lines.detail(below):
            return "terms", terms_end(text, below)
        if lines.interrupts(below) or _table_at(text, below):
            break
        line = below
    return ("terms", terms_end(text, detail)) if detail else ("paragraph", line.end)


def _detail_below(text: str, line: Line) -> Line | None:
    """The detail of the term that `line` is, if it is one: below it, or after blank lines."""
    if line.end >= len(text) or line.indent >= 4 or lines.interrupts(line):
        return None
    position = _skip_blanks(text, line.end)
    if position >= len(text):
        return None
    below = read(text, position)
    return below if lines.detail(below) else None


def _html(text: str, start: int, line: Line, nested: bool) -> int:
    """Where an HTML block ends. One that is never closed ends before the next heading."""
    kind = lines.html_kind(line.text)
    if kind == "verbatim":
        found = re.compile(lines.verbatim_end(line.text), re.I).search(text, start)
        return read(text, found.end()).end if found else len(text)
    root = lines.html_root(line.text) if nested and kind == "block" else ""
    tag = re.compile(rf"<(/?){root}(?=[\s/>])", re.I) if root else None
    depth = 0
    while True:
        if tag:
            depth += sum(-1 if slash else 1 for slash in tag.findall(line.text))
        end = line.end
        if end >= len(text):
            return end
        line = read(text, end)
        if line.blank:
            position = _skip_blanks(text, end)
            if depth <= 0 or position >= len(text):
                return end
            line = read(text, position)
            if line.indent < 4 and lines.opens(line) == "heading":
                return end


def _fence(text: str, line: Line) -> int:
    opened = lines.fence(line.text)
    closing = re.compile(rf"^ {{0,3}}{opened}{opened[0]}*[ \t\r]*$", re.M)
    found = closing.search(text, line.end)
    return read(text, found.end()).end if found else len(text)


def _quote(text: str, line: Line) -> int:
    """Lines that begin with `>`, and lazy lines of a paragraph in it."""
    end, opened = line.end, ""
    while True:
        inner = read(line.text[1:].removeprefix(" "), 0) if line.text.startswith(">") else line
        opened = _fence_state(opened, inner)
        lazy = not opened and not inner.blank and _is_prose(inner)
        if end >= len(text):
            return end
        line = read(text, end)
        if line.blank:
            return end
        if not (line.text.startswith(">") and line.indent < 4) and (
            not lazy or not lines.continues(line)
        ):
            return end
        end = line.end


def _code(text: str, line: Line) -> int:
    end = line.end
    position = end
    while position < len(text):
        line = read(text, position)
        position = line.end
        if line.blank:
            continue
        if line.indent < 4:
            break
        end = line.end
    return end


def _definition(text: str, line: Line) -> int:
    """One line, and its title where that stands alone on the next."""
    if line.end < len(text) and re.match(r".*[\"')]\s*$", line.text) is None:
        below = read(text, line.end)
        if re.match(r"(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*$", below.text):
            return below.end
    return line.end


def _table(text: str, line: Line) -> int:
    end = read(text, line.end).end
    while end < len(text):
        line = read(text, end)
        if line.blank or not lines.continues(line):
            break
        end = line.end
    return end


def _table_at(text: str, line: Line) -> bool:
    return "|" in line.text and line.end < len(text) and lines.is_table(line, read(text, line.end))


def _sibling(line: Line, first: Marker) -> Marker | None:
    """The marker of a further item of the list that `first` began."""
    found = lines.marker(line.text)
    if found is None or found.kind != first.kind:
        return None
    ruled = line.indent < 4 and lines.opens(line) == "rule"
    return None if ruled else found


def _fence_state(opened: str, inner: Line) -> str:
    """The fence that is open after a line of a quote."""
    if opened:
        return "" if lines.closes(inner, opened) else opened
    return lines.fence(inner.text) if inner.indent < 4 else ""


def _is_prose(inner: Line) -> bool:
    """Whether a quote's line, whatever quotes it stands in, is a line of a paragraph."""
    bare = inner.text.lstrip("> \t")
    return bool(bare) and not lines.opens(Line(0, bare, 0))


def _is_lazy(line: Line) -> bool:
    """Whether an unindented line goes on with a note's or a detail's paragraph."""
    return not (lines.interrupts(line) or lines.detail(line) or lines.opens(line) == "definition")


def _dedented(line: Line) -> Line:
    return line._replace(indent=max(0, line.indent - 4))


def _skip_blanks(text: str, start: int) -> int:
    match = _BLANKS.match(text, start)
    return match.end() if match else start


_ENDS: dict[Construct, Callable[[str, Line], int]] = {
    "code": _code,
    "definition": _definition,
    "fence": _fence,
    "note": note_end,
    "quote": _quote,
    "table": _table,
}
