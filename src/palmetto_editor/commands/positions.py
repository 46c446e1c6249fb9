"""Where the text of a place stands in `article.json`: lines and columns, as other tools want them.

A line and a column count from 1, a column in code points; an end is the first column after it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from json import JSONDecodeError, JSONDecoder
from typing import NamedTuple

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

Path = tuple[str | int, ...]
_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[^\s,\]}]+")
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_CHARACTER = re.compile(rf"{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|[^\"\\]", re.S)
_STRING = JSONDecoder().raw_decode
_DEEPEST = 100  # levels; an article has eight


class Region(NamedTuple):
    """A stretch of a text file."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Lined:
    """A text file."""

    text: str

    def between(self, start: int, end: int) -> Region:
        """The region of a stretch of the text."""
        return Region(*self._point(start), *self._point(end))

    def _point(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


@dataclass(frozen=True)
class Source(Lined):
    """The text of an `article.json`; sound, since it was decoded before."""

    def region(self, article: Article, place: Place) -> Region | None:
        """Where the value at a place stands, or its nearest part; None for what is not in it."""
        path = _path(article, place)
        while path and path not in self._values:
            path = path[:-1]
        if not path:
            return None
        start, end = self._values[path]
        if place.span and self.text[start] == '"' and len(path) == len(_path(article, place)):
            start, end = self._within(start, end, place.span)
        return self.between(start, end)

    def _within(self, start: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
        """The characters of a span in the literal that begins at `start`."""
        at = [match.start() for match in _CHARACTER.finditer(self.text, start + 1, end - 1)]
        at.append(end - 1)
        first, last = (min(index, len(at) - 1) for index in span)
        return at[first], at[last]

    @cached_property
    def _values(self) -> dict[Path, tuple[int, int]]:
        found: dict[Path, tuple[int, int]] = {}
        try:
            _scan(self.text, _after_space(self.text, 0), (), found)
        except (IndexError, AttributeError, JSONDecodeError):
            return {}  # no article.json after all
        return found


def _path(article: Article, place: Place) -> Path:
    """The keys and indices that lead to a place."""
    items = getattr(article, place.part, None)
    if not place.item:
        return (place.part, *place.steps)
    if not isinstance(items, tuple):
        return ()
    index = next((i for i, item in enumerate(items) if item.id == place.item), None)
    return () if index is None else (place.part, index, *place.steps)


def _scan(text: str, at: int, path: Path, found: dict[Path, tuple[int, int]]) -> int:
    """Note where the value that begins at `at`, and all in it, stand; the end of it."""
    if text[at] == '"':
        end = _STRING(text, at)[1]
    elif text[at] in "[{" and len(path) < _DEEPEST:
        end = _scan_inner(text, at, path, found)
    else:
        match = _PLAIN.match(text, at)
        end = match.end() if match else at + 1
    found[path] = at, end
    return end


def _scan_inner(text: str, at: int, path: Path, found: dict[Path, tuple[int, int]]) -> int:
    """The same for a list or an object."""
    closing = "]" if text[at] == "[" else "}"
    at, index = _after_space(text, at + 1), 0
    while text[at] != closing:
        step: str | int = index
        if closing == "}":
            step, at = _STRING(text, at)
            at = _after_space(text, _after_space(text, at) + 1)  # the colon
        at = _after_space(text, _scan(text, at, (*path, step), found))
        if text[at] == ",":
            at = _after_space(text, at + 1)
        index += 1
    return at + 1


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
