"""The words of a text, counted when they are first asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from palmetto_editor.intake.text.lines import Line

_MOST = 2_000_000  # characters that are counted: evidence enough, and a bound
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Vocabulary:
    """How often each word stands in the text, in any case."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        seen = 0
        for line in self._lines:
            counts.update(word.casefold() for word in WORD.findall(line.text))
            seen += len(line.text)
            if seen > _MOST:
                break
        return counts

    def has(self, word: str) -> bool:
        return word.casefold() in self.counts
