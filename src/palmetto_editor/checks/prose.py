"""The article's Markdown, text by text, as the rules read it: with code blanked out.

Rules that need more than a pattern ask the page instead: its faults and its outline come from
the rendering itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_RUN = re.compile(r"`+")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def texts(article: Article) -> Iterator[tuple[Place, str]]:
    """Every Markdown text of the article with its place, in the order of the page."""
    yield Place("notice"), article.notice
    yield Place("short_answer"), article.short_answer
    yield Place("body"), article.body
    for table in article.tables:
        yield Place("tables", table.id, "caption"), table.caption
        for index, column in enumerate(table.columns):
            yield Place("tables", table.id, f"columns[{index}].label"), column.label
        for row, cells in enumerate(table.rows):
            for index, cell in enumerate(cells):
                yield Place("tables", table.id, f"rows[{row}][{index}]"), cell
        yield Place("tables", table.id, "note"), table.note
    for question in article.faq:
        yield Place("faq", question.id, "answer"), question.answer
    for image in article.images:
        yield Place("images", image.id, "caption"), image.caption
    yield Place("disclaimer"), article.disclaimer


def matches(article: Article, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
    """Every match of a pattern outside code, with the place of the text that it stands in."""
    for place, text in texts(article):
        for match in pattern.finditer(without_code(text)):
            yield place, match


def without_code(text: str) -> str:
    """`text` with blanks for every character of code spans and fences; as long as before."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_without_fences(text))


def _without_fences(text: str) -> str:
    lines, opened = [], ""
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line)
        mark = match[1] if match else ""
        inside = bool(opened)
        if not opened:
            opened = mark
        elif mark.startswith(opened) and not line[len(match[0]) if match else 0 :].strip():
            opened = ""
        lines.append(_blank(line) if inside or mark else line)
    return "".join(lines)


def _without_spans(text: str) -> str:
    """Linear: for each run of backticks the next one of its length is known."""
    runs = [(match.start(), match.end()) for match in _RUN.finditer(text)]
    later: dict[int, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(runs):
        later[end - start].append(index)
    parts, done, index = [], 0, 0
    while index < len(runs):
        start, end = runs[index]
        same = later[end - start]
        while same and same[0] <= index:
            same.pop(0)
        if same and not _PARAGRAPH_END.search(text, end, runs[same[0]][0]):
            closing = same[0]
            parts += [text[done:start], _blank(text[start : runs[closing][1]])]
            done, index = runs[closing][1], closing
        index += 1
    return "".join((*parts, text[done:]))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
