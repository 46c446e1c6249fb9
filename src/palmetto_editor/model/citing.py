"""Where the texts of an article cite a work, and what stands around each citation.

A key counts where it stands after an `@` as Pandoc has it (manual, "Citation syntax"), not in
code, comments, the alternative text of an image or the words of a link, beside which a citation in
brackets of its own counts. Spans are those of the `@` with its key.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from palmetto_editor.model.naming import CITATION_KEY
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

BEFORE, AFTER = 32, 60  # characters of the text shown on each side of a citation
CITED = re.compile(  # not the @ of an e-mail address, nor an escaped one
    r"(?<![^\W_])(?<![@/\\])@"
    rf"(?:\{{(?P<braced>[^\s{{}}]{{1,300}})\}}|(?P<bare>{CITATION_KEY.pattern}))"
)
_ALT = re.compile(  # the words for an image, which cite nothing
    r"(?<!\\)!\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,300}\]){0,1000}\](?=[(\[])"
)
_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,300}\]){0,1000})\]"
    r"(?P<target>\((?:<[^<>\n]{0,1000}>|[^\s()<>]{0,1000})"
    r"(?:[ \t]+(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'))?[ \t]{0,9}\))"
)
_OUTSIDE_BRACKETS = re.compile(r"(?:^|(?<=\]))[^\[]+")
_COMMENT = ("<!--", "-->")
_RUN = re.compile(r"(\\?)(`+)")  # an escaped one opens nothing
_FENCE = re.compile(
    r"[ \t>]*(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<mark>`{3,}(?=[^`]*$)|~{3,})[ \t\r]*"
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation: its place with the span, and one line of text before, of and after it."""

    place: Place
    before: str
    cited: str
    after: str

    @property
    def words(self) -> str:
        """All of the line."""
        return f"{self.before}{self.cited}{self.after}"


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


def cited(article: Article) -> Counter[str]:
    """How often each key is cited in the article's texts, defined or not."""
    return Counter(key_of(match) for _, text in texts(article) for match in citations(text))


def places(article: Article, key: str) -> tuple[Place, ...]:
    """Where a key is cited, in the order of the page."""
    return tuple(mention.place for mention in mentions(article, key))


def mentions(article: Article, key: str) -> tuple[Mention, ...]:
    """Every citation of a key, in the order of the page."""
    return tuple(
        _mention(place, text, match)
        for place, text in texts(article)
        if key in text
        for match in citations(text)
        if key_of(match) == key
    )


def citations(text: str) -> Iterator[re.Match[str]]:
    """The matches of `CITED` in a text where the page cites."""
    if "@" not in text:
        return iter(())
    bare = _without_comments(without_code(text))
    if "](" in bare or "![" in bare:
        bare = _ALT.sub(lambda alt: _blank(alt[0]), bare)
        bare = _LINK.sub(_linked, bare)
    return CITED.finditer(bare)


def key_of(match: re.Match[str]) -> str:
    """The key that a match of `CITED` names."""
    return match["braced"] or match["bare"]


def outside_code(
    pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str
) -> str:
    """`pattern.sub(change, text)`, but what stands in code stays as it is."""
    bare = without_code(text)
    if bare is text:
        return pattern.sub(change, text)
    parts, done = [], 0
    for match in pattern.finditer(bare):
        parts += [text[done : match.start()], change(match)]
        done = match.end()
    return "".join((*parts, text[done:]))


def without_code(text: str) -> str:
    """`text` with blanks for every character of code spans and fences; as long as before."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_without_fences(text))


def _mention(place: Place, text: str, match: re.Match[str]) -> Mention:
    start, end = match.span()
    before = text[max(0, start - BEFORE) : start]
    after = text[end : end + AFTER]
    if start > BEFORE:
        before = f"…{before.partition(' ')[2] or before}"
    if len(text) > end + AFTER:
        after = f"{after.rpartition(' ')[0] or after}…"
    return Mention(place.at(start, end), _line(before), match[0], _line(after))


def _line(text: str) -> str:
    """The text in one line; blanks at its ends stay, as one."""
    return re.sub(r"\s+", " ", text)


def _without_fences(text: str) -> str:
    lines, opened, quoted, listed = [], "", False, False
    for line in text.split("\n"):
        match = _FENCE.match(line)
        mark, in_quote = match["mark"] if match else "", line.lstrip(" ").startswith(">")
        in_item = not line or line[0] in " \t\r"
        if opened and ((quoted and not in_quote) or (listed and not in_item)):
            opened = ""  # what began in a quote or on the line of an item ends with it
        inside = bool(opened)
        if match and not opened:
            opened, quoted, listed = mark, in_quote, bool(match["item"])
        elif mark.startswith(opened) and in_quote == quoted and match and not line[match.end() :]:
            opened = ""
        lines.append(" " * len(line) if inside or opened else line)
    return "\n".join(lines)


def _without_spans(text: str) -> str:
    """Linear but for a search: for each run of backticks the next one of its length is known."""
    runs = list(_RUN.finditer(text))
    same: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        same[len(run[2])].append(index)
    parts, done, index = [], 0, 0
    while index < len(runs):
        run = runs[index]
        alike = same[len(run[2])]
        later = bisect_right(alike, index)
        if later < len(alike) and not run[1]:
            closing = alike[later]
            if not _PARAGRAPH_END.search(text, run.end(), runs[closing].start()):
                parts += [text[done : run.start()], _blank(text[run.start() : runs[closing].end()])]
                done, index = runs[closing].end(), closing
        index += 1
    return "".join((*parts, text[done:]))


def _without_comments(text: str) -> str:
    parts, done = [], 0
    while (start := text.find(_COMMENT[0], done)) >= 0:
        end = text.find(_COMMENT[1], start)
        if end < 0:
            break
        end += len(_COMMENT[1])
        parts += [text[done:start], _blank(text[start:end])]
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _linked(link: re.Match[str]) -> str:
    """A link must hold no link: what its words cite in brackets stands behind it on the page."""
    words = _OUTSIDE_BRACKETS.sub(lambda part: _blank(part[0]), link["words"])
    return f" {words} {_blank(link['target'])}"


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
