"""Where the words of a page stand in its source: lines and columns for findings about a page.

A page is read by its words and not by its places, so each sentence is looked for among the words
that the source shows, white space aside. What cannot be found there has no region.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from palmetto_editor.checks.sentences import sentences
from palmetto_editor.checks.shown import Shown, shown
from palmetto_editor.commands.positions import Lined, Region
from palmetto_editor.model.edits import get
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

Span = tuple[int, int]
_TAG = re.compile(r"<(?P<name>!--|[A-Za-z][A-Za-z0-9]*|[/!?])")
_UNSHOWN = frozenset({"script", "style", "template", "title", "textarea"})
_PIECE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[^\s&]+|&", re.ASCII
)
_IN_HEAD = r"<(?:meta|link)\b[^<>]{0,2000}?[\"'\s=]%s[\"'\s>][^<>]{0,2000}>?"
_HEAD = re.compile(r"<head\b[^<>]{0,2000}>?", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<]{0,2000}", re.IGNORECASE)


@dataclass(frozen=True)
class PageText(Lined):
    """The source of a page, or of a text that is none (`is_html`), as it was read."""

    is_html: bool = True

    def region(self, article: Article, place: Place) -> Region | None:
        """Where in the source the words of a place stand, of the article that it would become."""
        if place.part == "graph":
            found = self._in_markup(place)
        elif place.part == "head":
            found = self._in_head(place.field)
        else:
            found = self._of_text(article, place)
        return self.between(*found) if found else None

    def _of_text(self, article: Article, place: Place) -> Span | None:
        text = _value(article, place)
        if place.part == "metadata":
            return self._shown_at(text) or self._typed_at(text)
        read = shown(text)
        if place.span is None:
            return self._shown_at(read.text)
        start, end = _as_read(read, place.span)
        around = [one for one in sentences(read.text) if one.start < end and one.end > start]
        if not around:
            return None
        first, last = around[0].start, around[-1].end
        return self._shown_at(read.text[first:last], start - first, end - first)

    def _typed_at(self, text: str) -> Span | None:
        at = self.text.find(text) if text.strip() else -1
        return (at, at + len(text)) if at >= 0 else None

    def _shown_at(self, sentence: str, start: int = 0, end: int | None = None) -> Span | None:
        """Where the words at `start` of a sentence stand."""
        whole, before = _packed(sentence), len(_packed(sentence[:start]))
        words = _packed(sentence[start:end])
        at = self._words.text.find(whole) if words else -1
        if at < 0:
            return None
        return self._words.span(at + before, at + before + len(words))

    def _in_markup(self, place: Place) -> Span | None:
        """The property in the one block of JSON-LD that has it, else the block that is meant."""
        blocks = self._words.blocks
        number = re.fullmatch(r"#(\d{1,3})", place.item)
        if number and 0 < int(number[1]) <= len(blocks):
            return blocks[int(number[1]) - 1]
        key = next((step for step in reversed(place.steps) if isinstance(step, str)), "")
        if key:
            written = re.compile(rf'"{re.escape(key)}"\s{{0,20}}:')
            met = [m for a, b in blocks for m in written.finditer(self.text, a, b)]
            if len(met) == 1:
                return met[0].start(), met[0].start() + len(key) + 2
        return blocks[0] if len(blocks) == 1 else None

    def _in_head(self, field: str) -> Span | None:
        name = re.escape(field).replace("_", "[:_-]")
        patterns = (re.compile(_IN_HEAD % name, re.IGNORECASE), _HEAD)
        for pattern in (_TITLE, *patterns) if field.startswith("title") else patterns:
            found = pattern.search(self.text) if self.is_html else None
            if found:
                return found.span()
        return None

    @cached_property
    def _words(self) -> _Words:
        return _Words.of(self.text, is_html=self.is_html)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a source shows, without white space; `pieces` are where its words came from, with
    whether they are written as they are shown. `blocks` are its JSON-LD.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, bool], ...]
    blocks: tuple[Span, ...]

    @classmethod
    def of(cls, source: str, *, is_html: bool) -> _Words:
        blocks: list[Span] = []
        words, starts, pieces, length = [], [], [], 0
        for start, end in _texts(source, blocks) if is_html else [(0, len(source))]:
            for match in _PIECE.finditer(source, start, end):
                piece = match[0]
                word = _packed(unescape(piece) if is_html and len(piece) > 1 else piece)
                if word:
                    words.append(word)
                    starts.append(length)
                    pieces.append((*match.span(), word == piece))
                    length += len(word)
        return cls("".join(words), tuple(starts), tuple(pieces), tuple(blocks))

    def span(self, start: int, end: int) -> Span:
        """Where a span of what is shown stands in the source."""
        first, last = (bisect_right(self.starts, at) - 1 for at in (start, end - 1))
        begin, _, as_is = self.pieces[first]
        began, ended, ends_as_is = self.pieces[last]
        return (
            begin + (start - self.starts[first] if as_is else 0),
            began + end - self.starts[last] if ends_as_is else ended,
        )


def _texts(source: str, blocks: list[Span]) -> Iterator[Span]:
    """The stretches of HTML between its tags; JSON-LD goes to `blocks`. One pass: what is not
    closed goes on to the end, as it does in browsers.
    """
    at = 0
    while (tag := _TAG.search(source, at)) is not None:
        yield at, tag.start()
        name = tag["name"].lower()
        closing = "-->" if name == "!--" else ">"
        end = source.find(closing, tag.end())
        if end < 0:
            return
        at = end + len(closing)
        if name in _UNSHOWN:
            ending = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
            if ending is None:
                return
            if name == "script" and "ld+json" in source[tag.start() : at].lower():
                blocks.append((at, ending.start()))
            at = ending.start()
    yield at, len(source)


def _as_read(read: Shown, span: Span) -> Span:
    """The span of the words as read, of one as typed."""
    all_of_it = range(len(read.text))
    start = bisect_right(all_of_it, span[0], key=lambda at: read.at(at, at + 1)[1])
    return start, bisect_left(all_of_it, span[1], key=lambda at: read.at(at, at + 1)[0])


def _packed(text: str) -> str:
    return "".join(text.split())


def _value(article: Article, place: Place) -> str:
    try:
        value = get(article, place.whole())
    except (KeyError, IndexError, AttributeError, TypeError):
        return ""
    return value if isinstance(value, str) else ""
