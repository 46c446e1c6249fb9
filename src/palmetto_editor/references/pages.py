"""Ranges of pages as entries have them: `307-315`, `307–15`, `S12–S19`, `e1–e9`, `iv–ix`."""

from __future__ import annotations

import re

_APART = re.compile(r"[,;&]|\band\b")
_RANGE = re.compile(r"\s*(\S{1,40}?)\s*(?:[‐‑‒–—]|--+|-)\s*(\S{1,40}?)\s*")
_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>[0-9]{1,12})")
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def backwards(page: str) -> tuple[str, str] | None:
    """The first range that ends before it begins, as it is written, and turned round.

    The second text is "" where turning it round would not make a range. What is no range, and
    what cannot be compared, is never backwards.
    """
    for part in _APART.split(page):
        match = _RANGE.fullmatch(part)
        if match is None or len(re.findall(r"[‐‑‒–—-]+", part)) != 1:
            continue
        first, last = match[1], match[2]
        if _is_backwards(first, last):
            whole = part.strip()
            turned = f"{last}{whole[len(first) : len(whole) - len(last)]}{first}"
            return whole, turned if _is_whole(first, last) else ""
    return None


def _is_backwards(first: str, last: str) -> bool:
    if (one := _roman(first)) and (other := _roman(last)):
        return other < one
    begin, end = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if begin is None or end is None or end["before"] not in ("", begin["before"]):
        return False
    number = end["number"]
    if not _is_whole(first, last):
        number = begin["number"][: -len(number)] + number
    return int(number) < int(begin["number"])


def _is_whole(first: str, last: str) -> bool:
    """Whether the last page is written in full: 307–15 leaves out what both begin with."""
    return len(last) >= len(first) or not last.isdecimal()


def _roman(text: str) -> int:
    """The value of a small or large Roman numeral below 400; 0 where it is none."""
    digits = text.lower()
    if not _ROMAN.fullmatch(digits):
        return 0
    values = [_VALUES[digit] for digit in digits]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
