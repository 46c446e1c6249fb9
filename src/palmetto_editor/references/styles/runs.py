"""Formatted text on its way to an entry: runs of characters, put together with care.

What happens where two parts meet (`..`, `?.`, `,,`, a double space) is the table of citeproc-js
(`queue.js`), which pandoc's citeproc follows too. Quotation marks are signs of their own until
the end, when their depth and the punctuation beside them are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ITALIC, BOLD, CAPS, SUP, SUB, LINE, NOCASE = 1, 2, 4, 8, 16, 32, 64
UPRIGHT = 128  # a part that the style sets upright stays so inside italics
OPEN, CLOSE = "\ue001", "\ue002"
MARKS = OPEN + CLOSE

Run = tuple[str, int, str]  # text, format, address that it links to
Runs = tuple[Run, ...]

_SEEN = dict.fromkeys(map(ord, MARKS))
_FIRST = {*("!.", "!:", "?.", "?:", ":.", ";:", ";."), *(c * 2 for c in "!?.:;,")}
_SECOND = {*(":!", ":?", ";!", ";?"), *("  ", " ,", " .")}


def plain(text: str, href: str = "") -> Runs:
    return ((text, 0, href),) if text else ()


def text_of(runs: Iterable[Run]) -> str:
    """The characters alone, without the signs of quotation."""
    return "".join(run[0] for run in runs).translate(_SEEN)


def joined(parts: Sequence[Runs], delimiter: str = "") -> Runs:
    """The parts that say something, the delimiter between them unless the next brings its own."""
    shown = [part for part in parts if part]
    if len(shown) < 2:
        return shown[0] if shown else ()
    if not delimiter:
        return concatenated(shown)
    between = plain(delimiter)
    spaced = shown[:1]
    for part in shown[1:]:
        if _edge(part, first=True) not in (",", ";", "."):
            spaced.append(between)
        spaced.append(part)
    return concatenated(spaced)


def concatenated(parts: Iterable[Runs]) -> Runs:
    shown = [part for part in parts if part]
    if len(shown) < 2:
        return shown[0] if shown else ()
    out: list[Run] = []
    for part in shown:
        pair = _edge(out, first=False) + _edge(part, first=True)
        if pair in _SECOND:
            _strip_end(out, pair[0])
            pair = _edge(out, first=False) + pair[1]
        out.extend(_without_start(part, pair[1]) if pair in _FIRST else part)
    return tuple(out)


def affixed(prefix: str, runs: Runs, suffix: str) -> Runs:
    return concatenated((plain(prefix), runs, plain(suffix))) if prefix or suffix else runs


def formatted(runs: Runs, bit: int) -> Runs:
    """With the format; where it stood already, it is taken off, as type is set in italics."""
    if bit == UPRIGHT:
        return tuple((t, f & ~ITALIC | UPRIGHT, h) for t, f, h in runs)
    return tuple((t, f if bit == ITALIC and f & UPRIGHT else f ^ bit, h) for t, f, h in runs)


def quoted(runs: Runs) -> Runs:
    return (plain(OPEN) + runs + plain(CLOSE)) if runs else ()


def without_periods(runs: Runs) -> Runs:
    return tuple((t.replace(".", ""), f, h) for t, f, h in runs)


def _edge(runs: Sequence[Run], *, first: bool) -> str:
    """The first or last character that is seen, "" where there is none."""
    for text, _, _ in runs if first else reversed(runs):
        if (char := text[:1] if first else text[-1:]) not in MARKS:
            return char
        seen = text.lstrip(MARKS) if first else text.rstrip(MARKS)
        if seen:
            return seen[0] if first else seen[-1]
    return ""


def _without_start(runs: Runs, char: str) -> Runs:
    out = list(runs)
    for index, (text, bits, href) in enumerate(out):
        signs = text[: len(text) - len(text.lstrip(MARKS))]
        rest = text[len(signs) :].lstrip(char)
        out[index] = (signs + rest, bits, href)
        if rest:
            break
    return tuple(out)


def _strip_end(out: list[Run], char: str) -> None:
    for index in range(len(out) - 1, -1, -1):
        text, bits, href = out[index]
        seen = text.rstrip(MARKS)
        rest = seen.rstrip(char)
        out[index] = (rest + text[len(seen) :], bits, href)
        if rest:
            break
