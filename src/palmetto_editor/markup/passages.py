"""A text as the renderer reads it, with where everything stands: its blocks, those in them, and
what is read as inline Markdown.

This follows `elements`, `lists` and the same scan, so that what a check says of a text is what the
page shows. A property test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from palmetto_editor.markup import callouts, lines
from palmetto_editor.markup.builder import DEEPEST, cut, indented
from palmetto_editor.markup.extract import Extract
from palmetto_editor.markup.lines import Construct
from palmetto_editor.markup.scan import list_items, note_end, spans

QUOTED = re.compile(r" {0,3}>[ \t]?")
_GAP = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One block, at the top or within another: `inside` names what it stands in, outermost first.

    `first` tells whether nothing stands before it there.
    """

    construct: Construct
    source: Extract
    inside: tuple[Construct, ...] = ()
    first: bool = True

    @property
    def passages(self) -> Iterator[Extract]:
        """The inline Markdown that stands in this block itself, in no block within it."""
        yield from _PASSAGES[self.construct](self.source) if self.construct in _PASSAGES else ()


def parts(source: str) -> Iterator[Part]:
    """Every block of a text, each before those within it. Blocks too deep to be shown are not."""
    yield from _inside(Extract.whole(source), (), nested_html=True)


def inline(source: str) -> Extract:
    """A short text, such as a table's cell, as it is read."""
    return Extract.whole(source).stripped()


def items(listed: Extract) -> list[Extract]:
    """The inside of each item of a list, as Markdown of its own."""
    source = listed.text
    found, end = list_items(source, 0)
    ends = [*(item.start for item in found[1:]), end]
    made = []
    for item, until in zip(found, ends, strict=True):
        line = lines.read(source, item.start)
        after = item.indent + item.marker.width
        rest = line.text[item.marker.width :]
        lead = (" " * after + rest[: len(rest) - len(rest.lstrip())]).expandtabs(4)
        gap = len(lead) - after if rest.strip() else 1
        kept = " " * (gap - 1) if gap > 4 else ""
        width = after + (1 if gap > 4 else gap)
        whole = listed.cut(item.start, until)
        below = whole.lines[1:] if line.end < until else ()
        made.append(whole.ending([kept + rest.lstrip(), *(cut(text, width) for text in below)]))
    return made


def _inside(text: Extract, inside: tuple[Construct, ...], *, nested_html: bool) -> Iterator[Part]:
    if len(inside) >= DEEPEST:
        return
    first = True
    for span in spans(text.text, nested_html=nested_html):
        part = Part(span.construct, text.cut(span.start, span.end), inside, first)
        yield part
        first = first and span.construct == "blank"
        deeper = (*inside, span.construct)
        if span.construct == "html":
            if nested_html and _is_open(part.source.text):
                yield from _inside(part.source, deeper, nested_html=False)
        else:
            for within in _withins(part):
                yield from _inside(within, deeper, nested_html=nested_html)


def _withins(part: Part) -> Iterator[Extract]:
    if part.construct == "quote":
        yield _quoted(part.source)
    elif part.construct == "list":
        yield from items(part.source)
    elif part.construct == "terms":
        yield from (text for is_detail, text in _terms(part.source) if is_detail)
    elif part.construct == "note" and not part.inside:
        yield _noted(part.source)


def _is_open(source: str) -> bool:
    """Whether Markdown goes on in an HTML block, as it does after a blank line within it."""
    kind = lines.html_kind(lines.read(source, 0).text)
    return kind == "block" and _GAP.search(source.rstrip()) is not None


def _bare(source: Extract) -> Extract:
    """The block without the blank lines after it."""
    kept = source.text.rstrip().split("\n")
    return Extract(tuple(kept), source.starts[: len(kept)])


def _quoted(source: Extract) -> Extract:
    bare = _bare(source)
    inner = bare.ending(QUOTED.sub("", line, count=1) for line in bare.lines)
    return inner if callouts.read(inner.lines[0]) is None else inner.without(1)


def _noted(source: Extract) -> Extract:
    """The text of a footnote."""
    line = lines.read(source.text, 0)
    written = line.text[lines.note_label(line.text)[1] :]
    start = source.starts[0] + len(source.lines[0]) - len(written.lstrip())
    head = Extract((written.strip(),), (start,))
    below = indented(source.text[line.end :])
    rest = source.without(1) if len(source.lines) > 1 else Extract(("",), (source.starts[0],))
    rest = rest.ending(below)
    return Extract(head.lines + rest.lines, head.starts + rest.starts)


def _terms(source: Extract) -> Iterator[tuple[bool, Extract]]:
    """The terms of a definition list and, marked as such, their details."""
    text, position = source.text, 0
    while position < len(text):
        line = lines.read(text, position)
        width = lines.detail(line)
        end = note_end(text, line) if width else line.end
        whole = source.cut(position, end)
        if width:
            below = indented(text[line.end : end])
            rest = whole if len(whole.lines) > 1 else Extract((*whole.lines, ""), whole.starts * 2)
            yield True, rest.ending([line.text[width:], *below])
        elif not line.blank:
            yield False, _trimmed(Extract(whole.lines[:1], whole.starts[:1]))
        position = end


def _trimmed(line: Extract) -> Extract:
    """One line without blanks at its ends."""
    bare = line.ending([line.lines[0].lstrip()])
    return Extract((bare.lines[0].rstrip(),), bare.starts)


def _prose(source: Extract) -> Iterator[Extract]:
    yield source.stripped()


def _heading(source: Extract) -> Iterator[Extract]:
    line = _trimmed(Extract(source.lines[:1], source.starts[:1]))
    level, text = lines.heading(line.lines[0])
    start = len(line.lines[0]) - len(line.lines[0][level:].lstrip())
    yield Extract((text,), (line.starts[0] + start,))


def _setext(source: Extract) -> Iterator[Extract]:
    bare = _bare(source)
    lines_ = zip(bare.lines[:-1], bare.starts, strict=False)
    kept = [_trimmed(Extract((line,), (start,))) for line, start in lines_]
    yield Extract(tuple(t.lines[0] for t in kept), tuple(t.starts[0] for t in kept))


def _quote(source: Extract) -> Iterator[Extract]:
    """The title of a callout."""
    head = source.ending([QUOTED.sub("", source.lines[0].rstrip(), count=1)])
    line = source.lines[0].rstrip()
    callout = callouts.read(head.lines[0])
    if callout and callout.title:
        yield Extract((callout.title,), (source.starts[0] + len(line) - len(callout.title),))


def _table(source: Extract) -> Iterator[Extract]:
    bare = _bare(source)
    width = len(lines.cells(bare.lines[1]))
    for index, (line, start) in enumerate(zip(bare.lines, bare.starts, strict=True)):
        if index != 1:
            for first, last in lines.cell_spans(line)[:width]:
                yield Extract((line[first:last],), (start + first,))


def _term(source: Extract) -> Iterator[Extract]:
    yield from (text for is_detail, text in _terms(source) if not is_detail)


_PASSAGES = {
    "heading": _heading,
    "paragraph": _prose,
    "quote": _quote,
    "setext": _setext,
    "table": _table,
    "terms": _term,
}
