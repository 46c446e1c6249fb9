"""A table whose cells ran into each other when its page was copied: `12 ratsNo effect`.

Where a small letter meets a capital without a blank, a cell may end. One row proves nothing; that
the rows agree on the number of cells, and that the words at the seam stand apart elsewhere, does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from palmetto_editor.intake.manuscript import Grid
from palmetto_editor.intake.text import tables
from palmetto_editor.intake.text.lines import Line
from palmetto_editor.intake.text.vocabulary import WORD, Vocabulary

_SEAM = re.compile(
    r"(?P<plain>(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ]))"
    r"|(?P<closed>(?<=[)%\]”’])(?=[A-ZÀ-Þ\d]))"
    r"|(?P<number>(?<=\d)(?=[A-ZÀ-Þ][a-zß-ÿ]))"
    r"|(?P<short>(?<=[A-Z]{2})(?=[A-ZÀ-Þ][a-zß-ÿ]{2}))"
    r"|(?P<digits>(?<=[a-zß-ÿ]{3})(?=\d))"
)
_WEIGHT = {"plain": 1.0, "closed": 0.9, "number": 0.8, "short": 0.6, "digits": 0.4}
_ENOUGH = 0.5
_WEAK = 0.4  # enough where the head of three columns or more says how many there are
_LONGEST = 400  # characters of a row
_MOST_COLUMNS = 8
_SHORTEST = {2: 4}  # lines that two columns take; three are enough for more


class Glued(NamedTuple):
    """`start` to `end` are the table's lines; `confidence` is the share of exact rows."""

    start: int
    end: int
    grid: Grid
    confidence: float


class _Seam(NamedTuple):
    at: int
    weight: float


def find(lines: Sequence[Line], words: Vocabulary) -> Iterator[Glued]:
    """Such tables in a run of lines without blank ones between, in order."""
    seams = [_seams(line.text) for line in lines]
    start = 0
    while start < len(lines):
        end = start
        least = _ENOUGH
        while end < len(lines) and any(s.weight >= least for s in seams[end]):
            end += 1
            least = _WEAK
        if end - start >= 3:
            rows = lines[start:end]
            found = _table(rows, words, _ENOUGH) or _table(rows, words, _WEAK)
            if found:
                yield Glued(start, end, *found)
        start = max(end, start + 1)


def _table(lines: Sequence[Line], words: Vocabulary, least: float) -> tuple[Grid, float] | None:
    """The grid of these lines, cut at seams of at least so much weight."""
    here = Counter(w.casefold() for line in lines for w in WORD.findall(line.text))
    seams = [
        [seam for s in _seams(line.text) if (seam := _judged(line.text, s, words, here))]
        for line in lines
    ]
    counts = Counter(len([s for s in row if s.weight >= least]) for row in seams)
    best = max(
        (n for n in counts if 0 < n < _MOST_COLUMNS), key=lambda n: (counts[n], n), default=0
    )
    if not best or len(lines) < _SHORTEST.get(best + 1, 3):
        return None
    enough = sum(count for n, count in counts.items() if n >= best)
    exact = counts[best] / len(lines)
    header = len([s for s in seams[0] if s.weight >= _ENOUGH])
    if enough < 0.75 * len(lines) or exact < 0.6 or header < best:
        return None
    if least < _ENOUGH and not (header == best > 1 and exact == 1):
        return None
    rows = [_cells(line.text, row, best) for line, row in zip(lines, seams, strict=True)]
    return tables.grid(rows, header=True), round(exact, 2)


def _seams(text: str) -> list[_Seam]:
    """Where a cell may end, by the letters alone."""
    if len(text) > _LONGEST:
        return []
    found = []
    for match in _SEAM.finditer(text):
        at = match.start()
        before = at - text.rfind(" ", 0, at) - 1
        # `mRNA`, `pH` and `McKay` are words.
        weight = (
            0.2 if match.lastgroup == "plain" and before <= 2 else _WEIGHT[str(match.lastgroup)]
        )
        found.append(_Seam(at, weight))
    return found


def _judged(text: str, seam: _Seam, words: Vocabulary, here: Counter[str]) -> _Seam | None:
    """The seam weighed by the words on both sides; None where the whole is a word elsewhere."""
    before = text[text.rfind(" ", 0, seam.at) + 1 : seam.at]
    space = text.find(" ", seam.at)
    after = text[seam.at : space if space >= 0 else len(text)]
    whole = WORD.search(before + after)
    if whole and words.counts[whole[0].casefold()] > here[whole[0].casefold()]:
        return None
    sides = (WORD.findall(before)[-1:], WORD.findall(after)[:1])
    known = [bool(side) and words.has(side[0]) for side in sides]
    small_word = seam.weight < _ENOUGH and len(before) > 1 and len(after) > 2 and known[0]
    return _Seam(seam.at, (0.7 if small_word else seam.weight) + 0.15 * sum(known))


def _cells(text: str, seams: Sequence[_Seam], cuts: int) -> list[str]:
    chosen = sorted(s.at for s in sorted(seams, key=lambda s: -s.weight)[:cuts])
    return [text[a:b].strip() for a, b in zip([0, *chosen], [*chosen, len(text)], strict=True)]
