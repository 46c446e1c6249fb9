"""Emphasis, strong emphasis and strikethrough by CommonMark's delimiter runs, in linear time.

Source: CommonMark 0.31.2, section 6.2 and the appendix "A parsing strategy"; for `~~` GitHub's
extension. Python-Markdown's own (3.11) drops text where runs overlap, as in `*a**a*b`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field


@dataclass(slots=True)
class Run:
    """A run of `*`, `_` or `~`: what of it is left as text, and what it ends and begins.

    `ends` holds tags from the innermost outwards, `begins` from the outermost inwards, once the
    text's runs are `pair`ed; what is left of the run stands between them.
    """

    sign: str
    left: int
    may_begin: bool
    may_end: bool
    length: int
    ends: list[str] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)


def run(text: str, start: int, end: int) -> Run:
    """The delimiter run that stands at `start` to `end` of a text."""
    before, after = _class(text[start - 1 : start]), _class(text[end : end + 1])
    left = after != "space" and (after != "punctuation" or before != "letter")
    right = before != "space" and (before != "punctuation" or after != "letter")
    sign, length = text[start], end - start
    if sign == "_":
        begins = left and (not right or before == "punctuation")
        right = right and (not left or after == "punctuation")
        left = begins
    elif sign == "~" and length != 2:
        left = right = False
    return Run(sign, length, left, right, length)


def pair(runs: list[Run]) -> None:
    """Let each run that may end something end what the nearest fitting one before it begins."""
    previous = list(range(-1, len(runs)))  # of each run, the nearest that may still begin one
    floors: dict[tuple[str, bool, int], int] = {}  # below which nothing fits such a run
    for index, closer in enumerate(runs):
        kind = (closer.sign, closer.may_begin, closer.length % 3)
        while closer.may_end and closer.left:
            found = previous[index]
            floor = floors.get(kind, -1)
            while found > floor and not _fits(runs[found], closer):
                found = previous[found]
            if found <= floor:
                floors[kind] = previous[index]
                break
            opener = runs[found]
            _join(opener, closer)
            previous[index] = found if opener.left else previous[found]
        stays = closer.left and closer.may_begin
        previous[index + 1] = index if stays else previous[index]
    for one in runs:
        one.begins.reverse()


def _join(opener: Run, closer: Run) -> None:
    size = 2 if opener.left >= 2 and closer.left >= 2 else 1
    tag = "del" if opener.sign == "~" else ("em", "strong")[size - 1]
    opener.begins.append(tag)
    closer.ends.append(tag)
    opener.left -= size
    closer.left -= size


def _fits(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign:
        return False
    both = opener.may_end or closer.may_begin
    thirds = opener.length % 3 == 0 and closer.length % 3 == 0
    return thirds or not (both and (opener.length + closer.length) % 3 == 0)


def _class(character: str) -> str:
    if not character or character.isspace():
        return "space"
    return "punctuation" if unicodedata.category(character)[0] in "PS" else "letter"
