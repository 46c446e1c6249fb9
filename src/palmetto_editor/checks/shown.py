"""What a reader reads of a Markdown text, and where each of its words was typed.

Not a rendering: one pass over the marks, quick enough for every pause of a key, that never fails.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate

from palmetto_editor.markup.citations import LONGEST, bare, bracketed, note
from palmetto_editor.model.citing import without_code

_SPECIAL = re.compile(r"[\\\[\]!<*_~@&\n|]")
_LINE = re.compile(  # what stands before the words of a line
    r"[ \t]*(?P<quote>(?:>[ \t]*)*)"
    r"(?P<item>(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|(?=\n|$)))*)(?P<task>\[[ xX]\][ \t]+)?(?:>[ \t]*)*"
    r"(?P<heading>#{1,6}(?:[ \t]+|(?=\n|$)))?(?P<callout>\[![^\]\n]{1,42}\][+-]?)?"
    r"(?P<note>\[\^[^\[\]\s^]{1,100}\]:[ \t]*)?[ \t]*"
)
_LEAD = re.compile(r"[ \t>]*")
_GONE = re.compile(  # lines that show no words of their own, behind their blanks
    r"(?:=+|-+|(?:[*_-][ \t]*){3,}|\{\{<[^\n]*>\}\}"
    r"|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?"
    r"|\[[^\^\[\]\n][^\[\]\n]{0,300}\]:[ \t]+[^\n]+)[ \t\r]*(?=\n|$)"
)
_CLOSING = re.compile(r"[ \t]+#{1,40}[ \t\r]*$")  # the marks that may end a heading
_CLUSTER = re.compile(rf"[ \t]?\[(?P<inner>[^\[\]]{{1,{LONGEST}}})\]")
_TARGET = re.compile(
    r"\([ \t\n]{0,20}(?:<[^<>\n]{0,2000}>|(?:[^\s()<>\\]|\\.|\([^\s()]{0,500}\)){0,2000})"
    r"(?:[ \t\n]{1,20}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t\n]{0,20}\)"
)
_NAMED = re.compile(r"\[[^\[\]]{0,300}\]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_AUTOLINK = re.compile(r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")
_MARKS = re.compile(r"\*+|_+|~+")
_QUOTES = re.compile(
    r"“(?:[^“”\n]|\n(?!\n)){1,1000}”|„(?:[^„“”\n]|\n(?!\n)){1,1000}[“”]"
    r"|«(?:[^«»\n]|\n(?!\n)){1,1000}»|(?<!\w)\"(?=\S)(?:[^\"\n]|\n(?!\n)){1,1000}\"(?!\w)"
    r"|(?<!\w)‘(?:[^‘\n]|\n(?!\n)){1,300}?’(?!\w)"
)
BREAK = "\n\n"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """`text`: the words as read; between blocks, items, rows and heads stands an empty line.

    All spans are of `text`. A citation in brackets is taken out, so its span is empty and stands
    behind the word before it; that of a narrative one (`@key`, which stays) is not. `notes` are the
    footnotes referred to, with empty spans. `quotes` include their marks.
    """

    text: str
    cites: tuple[tuple[int, int, str], ...]
    quotes: tuple[Span, ...]
    links: tuple[Span, ...]
    notes: tuple[tuple[int, int, str], ...]
    _starts: tuple[int, ...]
    _typed: tuple[tuple[int, int, bool], ...]

    def at(self, start: int, end: int) -> Span:
        """The span as typed of a span of `text`."""
        if not self._starts:
            return (0, 0)
        piece, offset = self._piece(start)
        begin = piece[0] + offset if piece[2] else piece[0]
        if end <= start:
            return (begin, begin)
        piece, offset = self._piece(end - 1)
        return (begin, piece[0] + offset + 1 if piece[2] else piece[1])

    def _piece(self, at: int) -> tuple[tuple[int, int, bool], int]:
        at = max(0, min(at, len(self.text) - 1))
        index = max(0, bisect_right(self._starts, at) - 1)
        return self._typed[index], at - self._starts[index]


@lru_cache(maxsize=8192)
def shown(markdown: str) -> Shown:
    """What a reader reads of the text: no marks, targets, code, shortcodes or bracketed citations.

    The alternative text of an image stands apart, as a sentence of its own.
    """
    return _Reader(without_code(markdown)).read()


class _Reader:
    """One pass: pieces of the text are kept, replaced or left out; till then spans count pieces."""

    def __init__(self, text: str) -> None:
        self._source = text
        self._pieces: list[tuple[int, int, str | None]] = []  # typed span, other words or None
        self._cites: list[tuple[int, int, str]] = []
        self._notes: list[tuple[int, int, str]] = []
        self._links: list[Span] = []
        self._open: list[tuple[int, bool]] = []  # the piece of each “[”, and whether “!” precedes
        self._head = False
        self._row = False

    def read(self) -> Shown:
        text = self._source
        at = self._line(0, 0)
        while (special := _SPECIAL.search(text, at)) is not None:
            self._keep(at, special.start())
            at = self._one(special.start())
        self._keep(at, len(text))
        return self._made()

    def _made(self) -> Shown:
        words = [self._source[a:b] if new is None else new for a, b, new in self._pieces]
        starts = [0, *accumulate(map(len, words))]
        whole = "".join(words)
        filled = [i for i, word in enumerate(words) if word]
        return Shown(
            whole,
            tuple((starts[a], starts[b], key) for a, b, key in self._cites),
            tuple(match.span() for match in _QUOTES.finditer(whole)),
            tuple((starts[a], starts[b]) for a, b in self._links),
            tuple((starts[a], starts[b], label) for a, b, label in self._notes),
            tuple(starts[i] for i in filled),
            tuple((a, b, new is None) for a, b, new in map(self._pieces.__getitem__, filled)),
        )

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._pieces.append((start, end, None))

    def _put(self, start: int, end: int, words: str) -> None:
        self._pieces.append((start, end, words))

    def _one(self, at: int) -> int:
        """What begins at a mark; gives where to go on."""
        mark = self._source[at]
        if mark == "\n":
            return self._line(at, at + 1)
        readers = {"\\": self._escaped, "[": self._bracket, "]": self._closed, "<": self._tag}
        readers |= dict.fromkeys("*_~", self._emphasis)
        readers |= {"@": self._cited, "|": self._bar, "&": self._entity, "!": self._image}
        return readers[mark](at)

    def _bar(self, at: int) -> int:
        if not (self._row and self._is_last_bar(at)):
            self._keep(at, at + 1)
        return at + 1

    def _entity(self, at: int) -> int:
        entity = _ENTITY.match(self._source, at)
        if entity is None:
            self._keep(at, at + 1)
            return at + 1
        self._put(at, entity.end(), unescape(entity[0]))
        return entity.end()

    def _image(self, at: int) -> int:
        if self._source.startswith("![", at):
            return self._bracket(at + 1, image=True)
        self._keep(at, at + 1)
        return at + 1

    def _line(self, end: int, start: int) -> int:
        """The end of a line, `end`, and the marks with which the next one starts."""
        text = self._source
        lead = _LEAD.match(text, start)
        gone = _GONE.match(text, lead.end() if lead else start)
        apart = self._head or self._row or gone is not None
        if self._head:
            self._unclosed()
        line = _LINE.match(text, start)
        after = line.end() if line else start
        self._head = self._row = False
        if gone is not None:
            after = gone.end()
        elif line is not None:
            begins = any(line[name] for name in ("item", "heading", "callout", "note"))
            self._head = bool(line["heading"] or line["callout"])
            if text.startswith("|", after):
                self._row, after = True, after + 1
            blank = after >= len(text) or text[after] in "\r\n"
            apart = apart or begins or self._row or blank
        if after > end:
            first = not self._pieces
            self._put(end, after, "" if first else BREAK if apart else "\n")
        return after

    def _unclosed(self) -> None:
        """A heading without the marks that close it."""
        if self._pieces and self._pieces[-1][2] is None:
            start, end, _ = self._pieces[-1]
            kept = _CLOSING.sub("", self._source[max(start, end - 80) : end])
            self._pieces[-1] = (start, max(start, end - 80) + len(kept), None)

    def _is_last_bar(self, at: int) -> bool:
        end = self._source.find("\n", at)
        return not self._source[at + 1 : min(at + 200, end if end >= 0 else at + 200)].strip()

    def _escaped(self, at: int) -> int:
        following = self._source[at + 1 : at + 2]
        if following == "\n":
            return at + 1
        is_mark = following.isascii() and following.isprintable() and not following.isalnum()
        if following and is_mark and following != " ":
            self._keep(at + 1, at + 2)
            return at + 2
        self._keep(at, at + 1)
        return at + 1

    def _bracket(self, at: int, *, image: bool = False) -> int:
        text = self._source
        footnote = note(text, at)
        if footnote is not None:
            here = len(self._pieces)
            self._notes.append((here, here, footnote[0]))
            return footnote[1]
        cluster = _CLUSTER.match(text, at)
        cites = bracketed(cluster["inner"]) if cluster and "@" in cluster["inner"] else None
        if cluster is not None and cites is not None:
            self._without_blank()
            here = len(self._pieces)
            self._cites += [(here, here, cite.key) for cite in cites.cites]
            return cluster.end()
        if image:
            self._put(at - 1, at, BREAK)
        self._open.append((len(self._pieces), image))
        self._keep(at, at + 1)
        return at + 1

    def _without_blank(self) -> None:
        """The blanks before a citation go with it."""
        if self._pieces:
            start, end, new = self._pieces[-1]
            if new is None:
                kept = self._source[start:end].rstrip(" \t\u00a0")
                self._pieces[-1] = (start, start + len(kept), None)
            elif new == "\n":
                self._pieces[-1] = (start, end, "")
                self._put(end, end, "")

    def _closed(self, at: int) -> int:
        text = self._source
        if not self._open:
            self._keep(at, at + 1)
            return at + 1
        piece, image = self._open.pop()
        tail = _TARGET.match(text, at + 1) or _NAMED.match(text, at + 1)
        if tail is None:
            self._keep(at, at + 1)
            return at + 1
        start, end, _ = self._pieces[piece]
        self._pieces[piece] = (start, end, "")
        if image:
            self._put(at, tail.end(), BREAK)
        else:
            self._links.append((piece, len(self._pieces)))
        return tail.end()

    def _emphasis(self, at: int) -> int:
        text = self._source
        run = _MARKS.match(text, at)
        end = run.end() if run else at + 1
        before, after = text[at - 1 : at] if at else "", text[end : end + 1]
        in_word = text[at] != "*" and before.isalnum() and after.isalnum()
        alone = (not before or before.isspace()) and (not after or after.isspace())
        if in_word or alone or (text[at] == "~" and end - at != 2):
            self._keep(at, end)
        return end

    def _tag(self, at: int) -> int:
        text = self._source
        address = _AUTOLINK.match(text, at)
        if address is not None:
            self._links.append((len(self._pieces), len(self._pieces) + 1))
            self._keep(*address.span("address"))
            return address.end()
        if text.startswith("<!--", at):
            end = text.find("-->", at)
            return end + 3 if end >= 0 else len(text)
        tag = _TAG.match(text, at)
        if tag is None:
            self._keep(at, at + 1)
        return tag.end() if tag else at + 1

    def _cited(self, at: int) -> int:
        found = bare(self._source, at)
        if found is None:
            self._keep(at, at + 1)
            return at + 1
        cluster, end = found
        here = len(self._pieces)
        locator = self._source.find(" [", at, end)
        self._keep(at, locator if locator >= 0 else end)
        self._cites.append((here, here + 1, cluster.cites[0].key))
        return end
