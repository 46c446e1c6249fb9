"""Comparing two texts, and quoting both where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST = 90  # characters of a quotation
_WORD = re.compile(r"[A-Za-z0-9]")


def folded(text: str) -> str:
    return " ".join(text.split())


def holds(text: str, piece: str) -> bool:
    """Whether `piece` stands in `text` as whole words: `GH` is not in `GHRP`."""
    start = text.find(piece)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(piece) :][:1]
        open_left = not (_WORD.fullmatch(before) and _WORD.match(piece))
        open_right = not (_WORD.fullmatch(after) and _WORD.fullmatch(piece[-1:]))
        if open_left and open_right:
            return True
        start = text.find(piece, start + 1)
    return False


def quoted(text: str) -> str:
    """The text in quotation marks, cut to a length that fits a sentence."""
    shown = folded(text)
    shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
    return f"“{shown}”" if shown else "nothing"


def around_difference(one: str, other: str) -> tuple[str, str]:
    """Both texts, each cut to the neighbourhood of the place where they part."""
    one, other = folded(one), folded(other)
    if max(len(one), len(other)) <= _LONGEST:
        return quoted(one), quoted(other)
    shorter = min(len(one), len(other))
    agree = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    start = max(0, agree - _LONGEST // 3)
    return quoted(_from(one, start)), quoted(_from(other, start))


def nearest(wanted: str, candidates: Sequence[str]) -> str:
    """The candidate that begins most like what is wanted, or ends so; "" where there is none."""
    if not candidates:
        return ""
    return max(
        candidates, key=lambda text: max(_same(wanted, text), _same(wanted[::-1], text[::-1]))
    )


def _same(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _from(text: str, start: int) -> str:
    return f"…{text[start:]}" if start else text
