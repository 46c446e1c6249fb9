"""What one text says, sentence by sentence: the works it cites, its numbers, its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from palmetto_editor.checks.consistency.quantities import Quantity, quantities
from palmetto_editor.checks.consistency.species import Mention, mentions
from palmetto_editor.checks.consistency.words import stems
from palmetto_editor.checks.sentences import sentences
from palmetto_editor.checks.shown import Shown, shown

_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_KEPT = 8192  # texts: the blocks that are not being typed in are the same again and again


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as shown, `text`, at `start` to `end` of the text as typed.

    `keys` are the works that it cites; those of the line that leads a list stand for each item
    that cites none. `at` is where it begins in the whole text as shown.
    """

    start: int
    end: int
    text: str
    keys: frozenset[str]
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    animals: tuple[Mention, ...]
    at: int
    view: Shown

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of `text` was typed, in the whole text."""
        return self.view.at(self.at + start, self.at + end)


@lru_cache(maxsize=_KEPT)
def said(text: str, lead: str = "") -> tuple[Said, ...]:
    """The sentences of a Markdown text; `lead` is the text before a list, where it is one."""
    view = shown(text)
    found: list[Said] = []
    leading = _led(lead)
    for start, end, words in sentences(view.text):
        span = view.at(start, end)
        own = frozenset(key for first, _, key in view.cites if start <= first <= end)
        in_list = _ITEM.match(text, text.rfind("\n", 0, span[0]) + 1) is not None
        if not in_list and text.find("\n", 0, span[0]) >= 0:
            in_list = text[text.rfind("\n", 0, span[0]) + 1 :][:1] in (" ", "\t")
        keys = own or (leading if in_list else frozenset())
        if words.endswith(":"):
            leading = own
        elif not in_list:
            leading = frozenset()
        found.append(
            Said(
                *span,
                words,
                keys,
                stems(words),
                quantities(words),
                mentions(words),
                start,
                view,
            )
        )
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def cited(text: str) -> frozenset[str]:
    """The keys of the works that a text cites."""
    return frozenset(key for _, _, key in shown(text).cites) if "@" in text else frozenset()


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> frozenset[str]:
    """The stems of all that a text says."""
    return stems(shown(text).text)


def is_list(text: str) -> bool:
    """Whether a block begins with an item of a list."""
    return _ITEM.match(text) is not None


def _led(lead: str) -> frozenset[str]:
    """What the last sentence before a list cites, if it leads to it."""
    if not lead.rstrip().endswith(":") and "]" not in lead[-200:]:
        return frozenset()
    last = said(lead)[-1:]
    return last[0].keys if last and last[0].text.endswith(":") else frozenset()
