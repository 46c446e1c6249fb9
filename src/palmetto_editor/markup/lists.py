"""Lists and definition lists as elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from palmetto_editor.markup import lines
from palmetto_editor.markup.builder import TreeBuilder, cut, indented
from palmetto_editor.markup.scan import Item, Span, list_items, note_end, spans

_GAP = re.compile(r"\n[^\S\n]*\n")


def build_list(build: TreeBuilder, parent: Element, source: str) -> None:
    """A list; it is loose, with paragraphs in its items, if blank lines part what they hold."""
    items, end = list_items(source, 0)
    first = items[0].marker
    start = {"start": str(first.number)} if first.number != 1 else {}
    block = build.add(parent, "ul" if first.kind in "-+*" else "ol", **start)
    ends = [*(item.start for item in items[1:]), end]
    inner = [_item_text(source, item, end) for item, end in zip(items, ends, strict=True)]
    parts = [tuple(spans(text)) for text in inner]
    loose = any(map(_ends_blank, inner[:-1])) or any(map(_has_gap, inner, parts))
    for text, found in zip(inner, parts, strict=True):
        item = build.add(block, "li")
        if loose:
            build.fill(item, text, found)
        else:
            _tight(build, item, text, found)


def build_terms(build: TreeBuilder, parent: Element, source: str) -> None:
    """A definition list: terms, each on a line, and `: ` details."""
    block = build.add(parent, "dl")
    position = 0
    while position < len(source):
        line = lines.read(source, position)
        width = lines.detail(line)
        position = line.end
        if width:
            position = note_end(source, line)
            text = "\n".join([line.text[width:], *indented(source[line.end : position])])
            detail, parts = build.add(block, "dd"), tuple(spans(text))
            if _GAP.search(text.rstrip()):
                build.fill(detail, text, parts)
            else:
                _tight(build, detail, text, parts)
        elif not line.blank:
            build.inline(build.add(block, "dt"), line.text.strip())


def _tight(build: TreeBuilder, item: Element, text: str, parts: Iterable[Span]) -> None:
    """The inside of an item without blank lines: its first paragraph has no element."""
    for part in parts:
        if part.construct == "paragraph" and not len(item):
            build.prose(item, text[part.start : part.end])
        else:
            build.fill(item, text, (part,))


def _item_text(source: str, item: Item, end: int) -> str:
    """The inside of a list item as Markdown of its own."""
    line = lines.read(source, item.start)
    after = item.indent + item.marker.width
    rest = line.text[item.marker.width :]
    lead = (" " * after + rest[: len(rest) - len(rest.lstrip())]).expandtabs(4)
    gap = len(lead) - after if rest.strip() else 1
    kept = " " * (gap - 1) if gap > 4 else ""  # an item that begins with indented code
    width = after + (1 if gap > 4 else gap)
    below = source[line.end : end].split("\n") if line.end < end else []
    return "\n".join([kept + rest.lstrip(), *(cut(text, width) for text in below)])


def _has_gap(text: str, parts: tuple[Span, ...]) -> bool:
    """Whether a blank line stands between two of an item's parts."""
    return any(
        _ends_blank(text[part.start : part.end]) for part in parts[:-1] if part.construct != "blank"
    )


def _ends_blank(text: str) -> bool:
    return text[len(text.rstrip()) :].count("\n") > 1
