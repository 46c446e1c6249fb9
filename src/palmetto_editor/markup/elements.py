"""Each kind of block as elements."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown.util import code_escape

from palmetto_editor.markup import callouts, code, lines
from palmetto_editor.markup.builder import Build, TreeBuilder, cut, indented
from palmetto_editor.markup.lines import Construct
from palmetto_editor.markup.links import label
from palmetto_editor.markup.lists import build_list, build_terms
from palmetto_editor.markup.own import OWN
from palmetto_editor.markup.scan import spans

_QUOTED = re.compile(r" {0,3}>[ \t]?")
_GAP = re.compile(r"\n[^\S\n]*\n")


def note_text(source: str) -> tuple[str, str]:
    """Label and text of a footnote definition."""
    line = lines.read(source, 0)
    name, width = lines.note_label(line.text)
    return name, "\n".join([line.text[width:].strip(), *indented(source[line.end :])])


def heading_parts(source: str) -> tuple[int, str]:
    """Level (2 to 6) and inline Markdown of a heading in either form."""
    first = lines.read(source, 0)
    if lines.opens(first) == "heading":
        level, text = lines.heading(first.text)
        return max(2, level), text
    return 2, "\n".join(line.strip() for line in source.rstrip().split("\n")[:-1])


@lru_cache(maxsize=8)
def references(definitions: str) -> dict[str, tuple[str, str]]:
    """Address and title of each link definition, by its label in comparable form."""
    found: dict[str, tuple[str, str]] = {}
    for span in spans(definitions):
        if span.construct == "definition":
            _define(found, definitions[span.start : span.end])
    return found


def _heading(build: TreeBuilder, parent: Element, source: str) -> None:
    level, text = heading_parts(source)
    build.inline(build.add(parent, f"h{level}"), text)


def _paragraph(build: TreeBuilder, parent: Element, source: str) -> None:
    build.prose(build.add(parent, "p"), source)


def _verbatim(build: TreeBuilder, parent: Element, source: str) -> None:
    """What has a meaning only as a block of the body stands inside another block as typed."""
    build.add(parent, "p", code_escape(source.strip()))


def _fence(build: TreeBuilder, parent: Element, source: str) -> None:
    first = lines.read(source, 0)
    opened = lines.fence(first.text)
    body = source[first.end :].split("\n")
    for index, line in enumerate(body):
        if lines.closes(lines.read(line, 0), opened):
            del body[index:]
            break
    inner = "\n".join(cut(line, first.indent) for line in body)
    build.raw(parent, code.fenced(inner.rstrip("\n") + "\n", first.text.lstrip("`~").strip()))


def _code(build: TreeBuilder, parent: Element, source: str) -> None:
    inner = "\n".join(cut(line, 4) for line in source.rstrip().split("\n"))
    build.add(build.add(parent, "pre"), "code", code_escape(inner) + "\n")


def _html(build: TreeBuilder, parent: Element, source: str) -> None:
    """An HTML block: after a blank line within it Markdown goes on, as in CommonMark."""
    block = lines.html_kind(lines.read(source, 0).text) == "block"
    if block and build.nested_html and _GAP.search(source.rstrip()):
        build.nested_html = False
        build.fill(parent, source, spans(source, nested_html=False))
        build.nested_html = True
    else:
        build.raw(parent, source.strip())


def _rule(build: TreeBuilder, parent: Element, _source: str) -> None:
    build.add(parent, "hr")


def _quote(build: TreeBuilder, parent: Element, source: str) -> None:
    inner = [_QUOTED.sub("", line, count=1) for line in source.rstrip().split("\n")]
    callout = callouts.read(inner[0])
    if callout is None:
        block = build.add(parent, "blockquote")
    else:
        block = _callout(build, parent, callout)
        del inner[0]
    text = "\n".join(inner)
    build.fill(block, text, spans(text))


def _callout(build: TreeBuilder, parent: Element, callout: callouts.Callout) -> Element:
    kind = f"{OWN}callout callout-{callout.kind}"
    block = build.add(parent, "aside", **{"class": kind, "role": f"{OWN}note"})
    title = build.add(block, "p", **{"class": f"{OWN}callout-title"})
    build.add(title, "span", callout.label, **{"class": f"{OWN}callout-label"})
    if callout.title:
        build.inline(title, f" {callout.title}")
    return block


def _table(build: TreeBuilder, parent: Element, source: str) -> None:
    rows = source.rstrip().split("\n")
    styles = [_alignment(cell) for cell in lines.cells(rows[1])]
    table = build.add(parent, "table")
    head = build.add(build.add(table, "thead"), "tr")
    for text, style in zip(lines.cells(rows[0]), styles, strict=True):
        build.inline(build.add(head, "th", scope="col", **style), text)
    body = build.add(table, "tbody") if len(rows) > 2 else table
    for source_row in rows[2:]:
        row = build.add(body, "tr")
        texts = lines.cells(source_row)
        for index, style in enumerate(styles):
            text = texts[index] if index < len(texts) else ""
            build.inline(build.add(row, "td", **style), text)


def _alignment(cell: str) -> dict[str, str]:
    sides = (cell.startswith(":"), cell.endswith(":"))
    name = {(True, False): "left", (True, True): "center", (False, True): "right"}.get(sides)
    return {"class": f"{OWN}align-{name}"} if name else {}


def _definition(build: TreeBuilder, _parent: Element, source: str) -> None:
    _define(build.md.references, source)


def _define(known: dict[str, tuple[str, str]], source: str) -> None:
    """Add a definition; the first of a label counts."""
    found = lines.definition(" ".join(source.split()))
    if found:
        name, address, title = found
        known.setdefault(label(name), (address, title))


BLOCKS: dict[Construct, Build] = {
    "code": _code,
    "definition": _definition,
    "fence": _fence,
    "heading": _heading,
    "html": _html,
    "list": build_list,
    "note": _verbatim,
    "paragraph": _paragraph,
    "quote": _quote,
    "rule": _rule,
    "setext": _heading,
    "shortcode": _verbatim,
    "table": _table,
    "terms": build_terms,
}
